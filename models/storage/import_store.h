// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import.h"
#include "models/domain/import_batch.h"

#include <QHash>

#include <optional>

namespace keyturn {

class Connection;

/// The imports of a book and what is needed to take them back. Every function that writes runs in the caller's
/// transaction: the one that takes the rows in. Of a book on a server, `desk` is the file at this desk that holds what
/// the server does not; where there is one `connection` for both, the book is a SQLite file.
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
    static Result<std::vector<ImportBatch>> batches(Connection& store, Connection& desk);
    /// Where the file of an import was and how it was to be read.
    static Done keepRequest(Connection& desk, ImportBatchId id, const QString& request);
    static Result<QHash<ImportBatchId, QString>> requests(Connection& desk);
    /// What was written by one step, to take it back.
    static Done keepChanges(Connection& desk, ImportBatchId id, const ChangeSet& written);
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
