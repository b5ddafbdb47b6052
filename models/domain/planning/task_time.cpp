// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/task_time.h"

namespace keyturn {

QTimeZone zoneOf(const Catalogue& catalogue, UserId user)
{
    const User* person = catalogue.user(user);
    for (const QString& name : {person != nullptr ? person->timezone : QString(), catalogue.organizationTimezone}) {
        const QTimeZone zone(name.toUtf8());
        if (!name.isEmpty() && zone.isValid()) {
            return zone;
        }
    }
    return QTimeZone::utc();
}

std::optional<Instant> dueMoment(const std::optional<QDate>& date, const std::optional<QTime>& time,
                                 const QTimeZone& zone)
{
    if (!date || !date->isValid()) {
        return std::nullopt;
    }
    if (time && time->isValid()) {
        return Instant::fromDateTime(QDateTime(*date, *time, zone));
    }
    return Instant::fromDateTime(date->endOfDay(zone));
}

} // namespace keyturn
