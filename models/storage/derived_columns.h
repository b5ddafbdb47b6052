// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

namespace keyturn {

class Connection;

/// The caches of a SQLite book (leads.last_activity_at, total_calls …, lead_totals) computed from their sources at
/// once, where the triggers that keep them one by one were away.
Done recomputeDerived(Connection& connection);

/// How many leads have a derived column that is not what its sources say.
Result<qint64> countWrongDerived(Connection& connection);

/// How many (stage, owner) pairs have totals that are not what a recount says.
Result<qint64> countWrongTotals(Connection& connection);

} // namespace keyturn
