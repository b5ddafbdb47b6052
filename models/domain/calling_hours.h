// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"

#include <QString>

#include <optional>

namespace keyturn {

/// Whether somebody may be called now, by the clock where they are (47 CFR 64.1200: 8 AM to 9 PM; some states end
/// earlier). Where address and area code disagree, both must allow it. A reminder, not legal advice.
struct CallingHours
{
    QTimeZone zone;      ///< where they are presumed to be: by address, else by area code
    QString state;       ///< two letters
    QDateTime localTime; ///< now, there
    bool isOpen = true;
    Instant opensAt; ///< when calls are allowed again; null while open
};

/// `state` two letters or empty, `phone` E.164 or empty. Nothing if neither says where they are.
std::optional<CallingHours> callingHours(const QString& state, const QString& phone, Instant now);

/// The state that an area code belongs to ("CA"), empty if unknown.
QString stateOfAreaCode(int code);

} // namespace keyturn
