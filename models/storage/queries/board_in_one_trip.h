// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_card.h"
#include "models/domain/lead_table.h"
#include "models/storage/connection.h"

#include <memory>
#include <vector>

namespace keyturn::queries {

struct Board
{
    std::shared_ptr<LeadTable> leads;
    std::vector<StageTotal> totals;
};

/// What allLeads() and totals() answer, by a single statement: over a network every statement more is a round trip.
/// PostgreSQL only.
Result<Board> boardInOneTrip(Connection& server);

} // namespace keyturn::queries
