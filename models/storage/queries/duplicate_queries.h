// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/duplicates.h"
#include "models/storage/connection.h"

#include <functional>

namespace keyturn::queries {

/// Pairs of live leads that are likely one person (likeness.h), without those that were found to be two. Reads every
/// lead once and compares only those that have something in common; the work grows with the leads, not with their
/// square, whatever a number or an address is shared by. `outdated` is asked now and then: once it is true the answer
/// is Cancelled.
Result<DuplicateReport> duplicates(Connection& book, const DuplicateQuery& query,
                                   const std::function<bool()>& outdated = {});

} // namespace keyturn::queries
