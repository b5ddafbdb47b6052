// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_card.h"
#include "models/domain/lead_table.h"
#include "models/storage/connection.h"

#include <memory>
#include <vector>

namespace keyturn::queries {

/// All live leads, in a handful of passes over the tables instead of a lookup for each lead.
Result<std::shared_ptr<LeadTable>> allLeads(Connection& book);

/// Up to `perStage` cards of every stage: those whose open task is due first, then those that came last. Touches few
/// rows, however large the book is.
Result<std::vector<LeadCard>> firstCards(Connection& book, int perStage);

/// The present state of these leads in the order asked for; removed and unknown ones are missing from the answer.
Result<std::vector<LeadCard>> cards(Connection& book, const std::vector<LeadId>& leads);

/// Count and sum of each stage and owner, as the store keeps them.
Result<std::vector<StageTotal>> totals(Connection& book);

} // namespace keyturn::queries
