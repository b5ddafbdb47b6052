// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/draft.h"

namespace keyturn {

/// Ranks for `leads` within a column so that they stand in this order. Cards whose ranks fit already keep them: a drag
/// of one card in a column of thousands writes one row.
Done arrange(Draft& draft, StageId stage, const std::vector<LeadId>& leads);

} // namespace keyturn
