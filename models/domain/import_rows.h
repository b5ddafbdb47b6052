// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/facts.h"
#include "models/domain/import.h"
#include "models/domain/import_batch.h"

namespace keyturn {

/// Import batches as rows of import_batches, and changes of them as change sets: the way to a store that is written by
/// operations.

QString importStatusWord(ImportBatch::Status status);
/// What went wrong, as the JSON of the column; the first thousand.
QString importProblemsText(const std::vector<ImportBatch::Problem>& problems);
/// Without the request, which is no part of the row.
ImportBatch importBatchOf(const Record& row);
/// Adds what became of some rows to the counts.
void countRows(ImportBatch& batch, const std::vector<RowOutcome>& outcomes);

Result<ChangeSet> planBeginImport(const ImportBatch& batch, Facts& facts, const PlanContext& context);
/// Empty if it has that status already.
Result<ChangeSet> planFinishImport(ImportBatchId id, ImportBatch::Status status, Facts& facts,
                                   const PlanContext& context);
/// planImport() with the counts in the same change set, which is never empty therefore. `before` are rows that failed
/// earlier and are not counted yet.
Result<ImportPlan> planCountedImport(const ImportOrder& order, const std::vector<RowOutcome>& before, Facts& facts,
                                     const PlanContext& context);

} // namespace keyturn
