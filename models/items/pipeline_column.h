// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_store.h"

#include <vector>

namespace keyturn {

/// One stage on the board and the leads that are shown in it.
struct PipelineColumn
{
    StageId stage;
    int position = 0; ///< row among the stages
    std::vector<LeadTable::Row> rows;
    /// Somebody has looked into the column: from then on its order is what others rely on. Until then it is not sorted.
    bool asked = false;
    /// So many rows at the end are on their way out or just in, and take no part in sorting.
    std::size_t tail = 0;
    qint64 cents = 0; ///< of `rows`
    qint64 allCount = 0;
    qint64 allCents = 0;
    bool collapsed = false;
};

} // namespace keyturn
