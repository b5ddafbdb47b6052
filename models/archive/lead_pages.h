// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/export_order.h"
#include "models/domain/lead_detail.h"

#include <QVariant>

#include <functional>
#include <vector>

namespace keyturn {

class Connection;

/// Which leads an order means: those it names, or all live ones by name.
Result<std::vector<LeadId>> leadsOf(Connection& book, const ExportOrder& order);

/// Calls `use` with these leads, at most so many at a time: the ids for the placeholders of one statement, and the
/// leads themselves. Cancelled when the watch says so, which is told how far it is.
Done inPages(const std::vector<LeadId>& leads, std::size_t most, WorkWatch* watch,
             const std::function<Done(const std::vector<QVariant>&, const std::vector<LeadId>&)>& use);

/// Calls `use` with each of these leads that is still there, in this order, some hundred read at a time: its row, its
/// loan, its profile and its tags, not its lists. Cancelled when the watch says so.
Done forEachLead(Connection& book, const std::vector<LeadId>& leads, WorkWatch* watch,
                 const std::function<Done(const LeadDetail&)>& use);

/// What an unwanted job answers.
Error stopped();

} // namespace keyturn
