// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/worker.h"
#include "models/workspace/book_writer.h"
#include "models/workspace/library.h"
#include "models/workspace/solo_library.h"
#include "models/workspace/store_workspace.h"

#include <QTimer>

#include <atomic>
#include <memory>
#include <vector>

namespace keyturn {

class BoardReader;
class BookKeeper;
class BookReader;
class Connection;

/// A book that is one SQLite file on this machine. Seven threads: one writes, one reads, one reads all leads at once,
/// one searches, one reports, one writes exports, one keeps house (checkpoints, backup, verification). Commands are
/// carried out strictly in the order of submission.
class SoloWorkspace final : public StoreWorkspace
{
    Q_OBJECT

public:
    explicit SoloWorkspace(SoloOptions options);
    /// Finishes the commands that were submitted and cancels the queries; futures end, but nothing is announced any
    /// more.
    ~SoloWorkspace() override;

    /// To be called once, before anything else. `self` is what the answer hands over.
    static Library::Opened open(const std::shared_ptr<SoloWorkspace>& self, const QString& path);
    static Library::Opened create(const std::shared_ptr<SoloWorkspace>& self, const NewBook& book);

    [[nodiscard]] bool isSaving() const override { return m_writesUnderWay > 0; }

    QFuture<Result<Committed>> submit(const Command& command) override;
    QFuture<Result<Committed>> undo() override;
    QFuture<Result<Committed>> redo() override;

    QFuture<Result<ImportBatch>> beginImport(const ImportBatch& batch) override;
    QFuture<Result<Committed>> importRows(const ImportOrder& order) override;
    QFuture<Result<std::vector<RowOutcome>>> tryImport(const ImportOrder& order) override;
    QFuture<Result<ImportBatch>> finishImport(ImportBatchId id, ImportBatch::Status status) override;
    QFuture<Result<Committed>> takeBackImport(ImportBatchId id) override;
    QFuture<Result<std::vector<ImportBatch>>> imports() override;
    QFuture<Result<std::vector<LeadId>>> importedLeads(ImportBatchId id) override;
    QFuture<Result<std::vector<SavedMapping>>> savedMappings() override;
    QFuture<Result<std::vector<SavedMapping>>> keepMapping(const SavedMapping& mapping) override;

    /// On a thread of its own: who opens a lead meanwhile need not wait until a large book was read.
    QFuture<Result<LeadSnapshot>> allLeads() override;
    /// On a thread of its own: a search may take longer than anything a page asks for.
    QFuture<Result<SearchResults>> search(const SearchRequest& request) override;
    QFuture<Result<bool>> rebuildSearch() override;

    /// Beside the housekeeping: reading the whole book would keep whoever opens a page waiting.
    QFuture<Result<DuplicateReport>> duplicates(const DuplicateQuery& query) override;
    /// On a thread of its own: a report looks at the whole book.
    QFuture<Result<ReportTable>> report(const ReportRequest& request) override;
    /// On a thread of its own as well: a whole book takes minutes.
    QFuture<Result<ExportOutcome>> exportTo(const ExportOrder& order) override;

    QFuture<Result<std::vector<Check>>> verify() override;
    QFuture<Result<qint64>> backup(const QString& toFile) override;

private:
    using Job = std::function<Result<WriteOutcome>(BookWriter&)>;
    using Opening = std::function<Result<BookWriter::Opened>(BookWriter&)>;

    void read(Question question, std::function<void(const Done&)> answered, bool isSingle) override;
    static Library::Opened start(const std::shared_ptr<SoloWorkspace>& self, const Opening& opening);
    QFuture<Result<Committed>> write(const Job& job);
    /// Tells on this thread how far a command is.
    std::function<void(qint64 done, qint64 total)> teller();
    void settle(const BookWriter::Opened& opened);
    void announce(const Result<WriteOutcome>& outcome);
    /// Takes some more rows into the search index, again and again until it is whole.
    void indexMore();
    void finishIndexing(const Result<bool>& whole);
    void checkQuietly();
    void noteTrouble(const Error& error);
    void noteRecovery();
    void probeAgain();
    void checkpointSoon();
    void checkpointNow();

    const SoloOptions m_options;
    bool m_troubled = false;
    int m_probeDelayMs = 0;
    int m_commitsSinceCheckpoint = 0;
    int m_writesUnderWay = 0;
    bool m_indexing = false;
    std::vector<std::shared_ptr<QPromise<Result<bool>>>> m_rebuilds; ///< who waits for a whole index
    std::atomic_bool m_closing = false;
    QTimer m_probeTimer;
    QTimer m_checkpointTimer;

    std::unique_ptr<BookWriter> m_writer;                ///< used on m_writing only
    std::unique_ptr<BookReader> m_reader;                ///< used on m_reading only
    std::unique_ptr<BoardReader> m_gatherer;             ///< used on m_gathering only
    std::unique_ptr<BookReader> m_finder;                ///< used on m_finding only
    std::unique_ptr<BookReader> m_reporter;              ///< used on m_reporting only
    std::unique_ptr<queries::HistoryKeeper> m_histories; ///< used on m_reporting only
    std::atomic_int m_reportsUnderWay = 0;
    std::unique_ptr<BookReader> m_giver;   ///< used on m_giving only
    std::unique_ptr<BookKeeper> m_keeper;  ///< used on m_keeping only
    std::unique_ptr<BookReader> m_scanner; ///< used on m_keeping only
    Worker m_writing;
    Worker m_reading;
    Worker m_gathering;
    Worker m_finding;
    Worker m_reporting;
    Worker m_giving;
    Worker m_keeping;
};

} // namespace keyturn
