// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/change_set.h"
#include "models/domain/commands.h"
#include "models/domain/duplicates.h"
#include "models/domain/facts.h"

namespace keyturn {

// What the change sets look like, for those who write and read them:
// - An insert carries what differs from the defaults, with organization_id, created_at and updated_at, without the key
//   (it is RowChange::id) and without version. Activities come without device and chain columns.
// - field_changed: metadata {"table","fields":{name:[old,new]},"names":[…],"derived":[…]} by script names; scenario
// fields
//   are only named, never with values, and "derived" lists those that the program worked out itself.
// - activity_corrected: metadata {"corrects","withdrawn","fields":{"description"},"previous":{…}}; the newest one of an
//   entry decides how it reads. Entries that come from an undo carry {"undo":true}.
// - board_positions are written by key; an update that empties their columns takes the row away.

/// The rules of the business: checks a command against the book and answers with the change set that carries it out,
/// automatic activities (data-model.md R4-R7) included. An empty change set means that nothing had to be done.
/// Errors: Invalid for input that makes no sense, Refused for a broken rule, Conflict for a lost race. Pure but for
/// `facts`; runs on whichever thread owns `facts`.
Result<ChangeSet> plan(const Command& command, Facts& facts, const PlanContext& context);

/// The change set that remembers what somebody decided about likely duplicates; pairs of which a lead is gone are
/// passed over.
Result<ChangeSet> planDecisions(const std::vector<DuplicateDecision>& decisions, Facts& facts,
                                const PlanContext& context);

/// The change set that takes `done` back. Rows are checked against the book: a field that has changed since is a
/// Conflict. Log rows stay; moves, assignments and the like get a counter-entry, other entries a withdrawal.
/// Applied to the inverse itself it gives a redo.
Result<ChangeSet> planUndo(const ChangeSet& done, Facts& facts, const PlanContext& context, ChangeSet::Origin origin);

} // namespace keyturn
