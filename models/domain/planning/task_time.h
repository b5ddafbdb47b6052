// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/domain/catalogue.h"

#include <QDate>
#include <QTime>

#include <optional>

namespace keyturn {

/// The zone of a person, else of the organization, else UTC.
QTimeZone zoneOf(const Catalogue& catalogue, UserId user);
/// The moment a task is due: the end of the day without a time. Nothing without a date.
std::optional<Instant> dueMoment(const std::optional<QDate>& date, const std::optional<QTime>& time,
                                 const QTimeZone& zone);

} // namespace keyturn
