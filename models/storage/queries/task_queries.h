// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_detail.h"
#include "models/storage/connection.h"

#include <optional>
#include <vector>

namespace keyturn::queries {

class Together; // rows.h

/// All tasks, or those of one person: open ones by due time (none last), then done ones, the newest first. A pending
/// task whose time has passed at `now` has the status "overdue".
Result<std::vector<Task>> tasks(Connection& book, const std::optional<UserId>& assignee, bool openOnly, Instant now);

/// The tasks of one lead, in the same order.
void tasksOf(Together& asked, LeadId lead, Instant now, std::vector<Task>& found);

/// Open tasks of `assignee` due at or before `until`, the oldest first.
void tasksDue(Together& asked, UserId assignee, Instant until, int limit, Instant now, std::vector<Task>& found);

} // namespace keyturn::queries
