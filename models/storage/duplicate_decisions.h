// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/domain/duplicates.h"

namespace keyturn {

class Connection;

/// Which leads of a SQLite book somebody found to be two people. Writing runs in the caller's transaction.
class DuplicateDecisions
{
public:
    static Done keep(Connection& connection, const std::vector<DuplicateDecision>& decisions, Instant now);
    /// As they stand today: what was said of a lead that was merged away holds for the one that was kept.
    static Result<std::vector<DuplicateDecision>> all(Connection& connection);
};

} // namespace keyturn
