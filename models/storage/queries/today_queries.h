// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/today.h"
#include "models/storage/connection.h"

#include <QTimeZone>

namespace keyturn::queries {

/// The working list of the day that `now` falls on in `zone`: the user's own leads and those of nobody.
Result<TodayLists> today(Connection& book, const TodayQuery& query, Instant now, const QTimeZone& zone);

} // namespace keyturn::queries
