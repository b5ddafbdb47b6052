// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Keys of local_settings that say whose desk a solo book stands on.
namespace keyturn::desk {

inline QString deviceKey()
{
    return QStringLiteral("device_id");
}

inline QString userKey()
{
    return QStringLiteral("user_id");
}

inline QString sampleKey()
{
    return QStringLiteral("is_sample");
}

/// Set in a book that was saved from a damaged file: when, and what was lost.
inline QString rescuedKey()
{
    return QStringLiteral("rescued");
}

} // namespace keyturn::desk
