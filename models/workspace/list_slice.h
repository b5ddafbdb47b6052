// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/facts.h"
#include "models/domain/import.h"
#include "models/storage/connection.h"
#include "models/workspace/desk_file.h"
#include "models/workspace/store_workspace.h"

#include <functional>
#include <vector>

namespace keyturn {

/// Some hundred rows of a list on their way to a server, or the leads of such rows on their way back: in parts, each an
/// operation, and in halves of a part where the server does not take it.
struct ListSlice
{
    struct Part
    {
        std::size_t begin = 0;
        std::size_t end = 0;
        [[nodiscard]] std::size_t size() const { return end - begin; }
    };

    /// Plans that part; `before` failed earlier and is not counted yet.
    using Plan =
        std::function<Result<ImportPlan>(Connection&, Facts&, const Part& part, const std::vector<RowOutcome>& before)>;

    Plan plan;
    std::function<RowOutcome(std::size_t unit)> failed; ///< what became of a row that the server does not take
    std::size_t units = 0;
    DeskFile::Errand errand;                ///< of the last part; TakenBack: the others have none
    std::vector<Part> open = {};            ///< the next one last
    std::vector<RowOutcome> uncounted = {}; ///< failed, and not in the counts yet
    Part sent = {};
    std::vector<RowOutcome> sentRows = {};
    int refusals = 0; ///< one after the other
    WriteOutcome whole = {};
};

} // namespace keyturn
