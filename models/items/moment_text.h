// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/items/day_frame.h"
#include "models/items/lead_view.h"

#include <QString>

namespace keyturn {

/// Moments in words, short enough for a card, in the user's language and locale.
namespace MomentText {

/// "2:20 PM", or "14:20" where the locale counts to 24.
QString time(QTime time);
/// "Nov 24", with the year when it is another one.
QString shortDate(QDate date, QDate today);
/// "Thursday, November 19", with "Today, " or "Yesterday, " before it.
QString dayHeading(QDate date, QDate today);
/// "Thursday, November 19"
QString longDate(QDate date);

DueState dueState(Instant due, Instant now, const DayFrame& frame);
/// "2 days late", "Today 3:00 PM", "Tomorrow", "Nov 24". A due time that the user did not set is left out.
QString due(Instant due, bool hasTime, Instant now, const DayFrame& frame);
/// "just now", "3 minutes ago", "2 hours ago", "yesterday", "5 days ago"
QString ago(Instant then, Instant now);

} // namespace MomentText

} // namespace keyturn
