// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/duplicates.h"

namespace keyturn {

class Connection;

/// Which leads somebody found to be two people; made by planDecisions().
class DuplicateDecisions
{
public:
    /// As they stand today: what was said of a lead that was merged away holds for the one that was kept.
    static Result<std::vector<DuplicateDecision>> all(Connection& connection);
};

} // namespace keyturn
