// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/day_frame.h"

#include "models/domain/lead_card.h"

namespace keyturn {

DayFrame DayFrame::around(Instant now, const QTimeZone& zone)
{
    DayFrame frame;
    frame.zone = zone;
    frame.today = now.dateIn(zone);
    frame.dayBegins = Instant::fromDateTime(frame.today.startOfDay(zone));
    frame.dayEnds = Instant::fromDateTime(frame.today.addDays(1).startOfDay(zone));
    frame.tomorrowEnds = Instant::fromDateTime(frame.today.addDays(2).startOfDay(zone));
    frame.day = static_cast<int>(frame.today.toJulianDay() - unixEpochJulianDay);
    return frame;
}

QTimeZone userZone(const Catalogue& catalogue)
{
    const User* me = catalogue.user(catalogue.me);
    if (me != nullptr && !me->timezone.isEmpty()) {
        const QTimeZone zone(me->timezone.toLatin1());
        if (zone.isValid()) {
            return zone;
        }
    }
    return QTimeZone::systemTimeZone();
}

} // namespace keyturn
