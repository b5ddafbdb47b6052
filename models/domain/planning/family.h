// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/draft.h"

namespace keyturn {

// A lead that was merged into another is removed and points at it. Its log cannot move, so whoever reads the log of the
// kept lead reads those of its family too. Pointers are never chained: a later merge turns the earlier ones round.

/// True if the row of a lead says that it was merged into another one.
bool isMergedAway(const Record& lead);
/// Who stands for the lead now: itself, or the one it was merged into.
Result<QString> homeOf(const Draft& draft, const QString& lead);
/// The lead itself first, then those that were merged into it.
Result<QStringList> familyOf(const Draft& draft, const QString& lead);

} // namespace keyturn
