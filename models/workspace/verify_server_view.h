// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/workspace/workspace.h"

#include <vector>

namespace keyturn {

class Connection;

/// What a person can check of a server: whether it is up to date, whether totals and counters of what they see are
/// right, and the chains of the devices whose activities they see. The whole is its administrator's to check.
Result<std::vector<Check>> verifyServerView(Connection& server);

} // namespace keyturn
