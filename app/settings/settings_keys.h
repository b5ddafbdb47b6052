// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <vector>

namespace keyturn {

/// One thing the program remembers, what it means, and what holds until somebody sets it.
struct SettingKey
{
    const char* name;
    const char* meaning;
    QVariant fallback;
};

/// Every key there is.
const std::vector<SettingKey>& settingKeys();

/// What holds while `key` is not set; an invalid value for a key that is not in the list.
QVariant settingFallback(const QString& key);

} // namespace keyturn
