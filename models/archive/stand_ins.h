// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/book_tables.h"
#include "models/archive/rescue_rows.h"
#include "models/base/instant.h"

namespace keyturn {

/// Makes every reference lead somewhere again: a lost lead, person, stage and the like gets a stand-in under its own
/// id, other references are let go. Counts both in `count`. In the caller's transaction, without triggers.
Done makeStandIns(Connection& book, const std::vector<BookTable>& tables, Instant now, RescueCount& count);

} // namespace keyturn
