// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planner.h"

#include "models/domain/planning/groups.h"

namespace keyturn {

Result<ChangeSet> plan(const Command& command, Facts& facts, const PlanContext& context)
{
    KEYTURN_LET(Draft draft, Draft::begin(facts, context));
    KEYTURN_LET(const QString summary, std::visit([&](const auto& one) { return planInto(draft, one); }, command));
    return draft.finish(commandName(command), summary, ChangeSet::Origin::Local);
}

} // namespace keyturn
