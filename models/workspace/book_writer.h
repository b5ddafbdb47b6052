// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/uuid_v7.h"
#include "models/domain/duplicates.h"
#include "models/domain/facts.h"
#include "models/workspace/book_lock.h"
#include "models/workspace/library.h"
#include "models/workspace/solo_library.h"
#include "models/workspace/store_workspace.h"

#include <memory>
#include <optional>

namespace keyturn {

class Connection;

/// The writing end of a solo book: holds its lock and its one read-write connection, and carries out one command after
/// the other, each in one transaction. Lives on the writer's thread, but for its construction.
class BookWriter
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::BookWriter)

public:
    struct Opened
    {
        BookInfo info;
        Catalogue catalogue;
        UndoState undo;
        bool isIndexed = true; ///< else indexSome() has work
    };
    BookWriter(const SoloOptions& options, std::shared_ptr<const Clock> clock);
    ~BookWriter();
    Q_DISABLE_COPY_MOVE(BookWriter)

    Result<Opened> open(const QString& path);
    Result<Opened> create(const NewBook& book);

    /// Hears now and then how far a command of many rows is.
    using Told = std::function<void(qint64 done, qint64 total)>;
    Result<WriteOutcome> submit(const Command& command, const Told& told = {});
    Result<WriteOutcome> undo(const Told& told = {});
    Result<WriteOutcome> redo(const Told& told = {});

    Result<ImportBatch> beginImport(ImportBatch batch);
    Result<WriteOutcome> importRows(const ImportOrder& order);
    Result<std::vector<RowOutcome>> tryImport(const ImportOrder& order);
    Result<ImportBatch> finishImport(ImportBatchId id, ImportBatch::Status status);
    Result<WriteOutcome> takeBackImport(ImportBatchId id);
    Result<std::vector<SavedMapping>> keepMapping(const SavedMapping& mapping);

    Result<WriteOutcome> decideDuplicates(const std::vector<DuplicateDecision>& decisions);

    /// Takes some more rows into the search index; false: it is whole.
    Result<bool> indexSome();
    /// Empties the search index, for indexSome() to fill.
    Done indexAnew();

    /// Leaves one file behind: no write-ahead log, no lock. May be called twice.
    void close();

private:
    using Work = std::function<Result<ChangeSet>(Facts&)>;
    using Change = std::function<Done(Connection&)>;

    Result<Opened> openLocked(const QString& path);
    Done readDesk();
    /// False: there is too much for now.
    Result<bool> beginSearch();
    /// Whether work without a change set wrote something all the same.
    enum class Empty { IsNothing, IsCommitted };
    /// One transaction around `work`.
    Result<WriteOutcome> carryOut(const Work& work, Empty empty = Empty::IsNothing);
    Result<ImportBatch> changeBatch(ImportBatchId id, const Change& change);
    Result<ChangeSet> write(const ChangeSet& planned, const Told& told,
                            const std::function<Done(const ChangeSet&)>& remember);
    Result<UndoState> readUndoState();
    PlanContext context();

    const SoloOptions m_options;
    const std::shared_ptr<const Clock> m_clock;
    UuidV7 m_ids;
    std::unique_ptr<BookLock> m_lock;
    std::unique_ptr<Connection> m_connection;
    Catalogue m_catalogue;
    int m_slices = 0; ///< of the search index
};

} // namespace keyturn
