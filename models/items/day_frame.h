// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/domain/catalogue.h"

namespace keyturn {

/// One day of the user: where it begins and ends. Comparing integers against it is what judging 100,000 due dates
/// takes.
struct DayFrame
{
    QTimeZone zone;
    QDate today;
    Instant dayBegins;
    Instant dayEnds; ///< first moment of tomorrow
    Instant tomorrowEnds;
    int day = 0; ///< days since 1970-01-01, as LeadCard counts them

    [[nodiscard]] bool holds(Instant moment) const { return moment >= dayBegins && moment < dayEnds; }

    static DayFrame around(Instant now, const QTimeZone& zone);
};

/// The zone of the current user, or the computer's when they have none.
QTimeZone userZone(const Catalogue& catalogue);

} // namespace keyturn
