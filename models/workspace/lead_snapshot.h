// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_table.h"

#include <memory>
#include <vector>

namespace keyturn {

/// Leads as read in one go on a database thread, handed over by pointer: 100,000 of them cost the receiver nothing.
struct LeadSnapshot
{
    std::shared_ptr<LeadTable> table; ///< the receiver's own: nobody else holds it
    std::vector<StageTotal> totals;
    bool complete = false; ///< false: only the first cards of each stage
};

} // namespace keyturn
