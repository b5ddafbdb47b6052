// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planner.h"
#include "models/domain/planning/groups.h"

namespace keyturn {

Result<QString> planInto(Draft&, const MergeLeads&)
{
    return fail(Error::Kind::Refused, QStringLiteral("not yet"));
}

} // namespace keyturn
