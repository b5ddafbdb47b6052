// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMetaEnum>

namespace keyturn {

/// The roles of an enumeration under their names, with a small first letter: LeadName is "leadName".
template<typename Role>
QHash<int, QByteArray> withRoleNames(QHash<int, QByteArray> names)
{
    const QMetaEnum roles = QMetaEnum::fromType<Role>();
    for (int i = 0; i < roles.keyCount(); ++i) {
        QByteArray name(roles.key(i));
        name[0] = static_cast<char>(name[0] + 32);
        names.insert(roles.value(i), name);
    }
    return names;
}

} // namespace keyturn
