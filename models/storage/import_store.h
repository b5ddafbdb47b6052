// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import.h"
#include "models/domain/import_batch.h"

#include <optional>

namespace keyturn {

class Connection;

/// The imports of a SQLite book and what is needed to take them back. Every function that writes runs in the caller's
/// transaction: the one that takes the rows in.
class ImportStore
{
public:
    struct Chunk
    {
        qint64 seq = 0;
        ChangeSet changes;
    };

    static Done begin(Connection& connection, const ImportBatch& batch, const Catalogue& catalogue, Instant now);
    /// Some rows were taken in: adds them to the counts, and keeps the change set as it was written.
    static Done record(Connection& connection, ImportBatchId id, const ImportPlan& taken, Instant now);
    static Done finish(Connection& connection, ImportBatchId id, ImportBatch::Status status, Instant now);
    static Result<std::optional<ImportBatch>> batch(Connection& connection, ImportBatchId id);
    /// Newest first.
    static Result<std::vector<ImportBatch>> batches(Connection& connection);
    /// Live leads that it made.
    static Result<std::vector<LeadId>> leads(Connection& connection, ImportBatchId id);
    /// By name.
    static Result<std::vector<SavedMapping>> mappings(Connection& connection);
    /// Replaces the one of that name; without a mapping it is forgotten.
    static Done keepMapping(Connection& connection, const SavedMapping& mapping, Instant now);
    /// What was written last and has not been taken back yet.
    static Result<std::optional<Chunk>> newest(Connection& connection, ImportBatchId id);
    static Done drop(Connection& connection, qint64 seq);
};

} // namespace keyturn
