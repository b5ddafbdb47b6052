// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/error.h"
#include "models/base/result.h"
#include "models/domain/catalogue.h"
#include "models/domain/change_set.h"
#include "models/domain/commands.h"
#include "models/domain/import.h"
#include "models/domain/import_batch.h"
#include "models/domain/lead_card.h"
#include "models/domain/lead_detail.h"
#include "models/domain/search_hit.h"
#include "models/domain/timeline_entry.h"
#include "models/domain/today.h"
#include "models/workspace/lead_snapshot.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace keyturn {

struct DuplicateQuery; // models/domain/duplicates.h
struct DuplicateReport;
struct ExportOrder; // models/domain/export_order.h
struct ExportOutcome;
struct ReportRequest; // models/domain/report.h
struct ReportTable;

/// What a committed command left behind.
struct Committed
{
    ChangeSet changes; ///< empty if nothing had to be done
    bool undone = false;
    std::vector<RowOutcome> rows = {}; ///< of an import: what became of each row
};

struct UndoState
{
    QString undoSummary; ///< empty: nothing to undo
    QString redoSummary;

    friend bool operator==(const UndoState&, const UndoState&) = default;
};

struct Check
{
    QString name;
    bool ok = false;
    QString detail;
};

struct BookInfo
{
    QString location; ///< file path, or postgresql:// address without a password
    bool isSample = false;
    bool isEncrypted = false;
    int schemaVersion = 0;
};

/// How the workspace stands with the server that it reads from, if there is one.
struct LinkState
{
    enum class Kind {
        Local, ///< no server: a book on this machine
        Online,
        Connecting, ///< lost, and trying this very moment
        Lost,       ///< what is shown stays readable; commands are refused until it is back
    };

    Kind kind = Kind::Local;
    QString server;         ///< as people call it
    Error reason;           ///< Lost, Connecting: why
    Instant nextTry;        ///< Lost: when it tries again by itself; null: only when asked to
    bool hasUnsent = false; ///< a change is kept that the server has not confirmed yet

    [[nodiscard]] bool isReadOnly() const { return kind == Kind::Lost || kind == Kind::Connecting; }

    friend bool operator==(const LinkState&, const LinkState&) = default;
};

/// What the person at this desk may do; the store decides, this only keeps pages from offering what it would refuse.
struct Access
{
    QString role; ///< as in User::role
    bool mayWrite = true;
    bool managesPeople = false; ///< sees to logins: an administrator of a team's server
    bool takesLists = true;     ///< imports
    bool mergesLeads = true;    ///< duplicates, and leads merged into one
    bool givesLists = true;     ///< exports of lists: leads, activities
    bool keepsFile = true;      ///< the book is a file of this desk's own: backups, restoring, exports of all of it

    friend bool operator==(const Access&, const Access&) = default;
};

/// The one door to a book. Lives on the thread that made it (the GUI thread in the window) and never blocks it: every
/// query and every command runs on the workspace's own database threads and answers by a future. Continue with
/// `whenReady(future, context, …)` (when_ready.h); a future that is still under way when the workspace closes ends with
/// Error::Kind::Cancelled.
///
/// `changed` is emitted on the workspace's thread after a commit, before the future of the command finishes, once for
/// each change set and in commit order. `catalogue()` is already up to date by then.
class Workspace : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual BookInfo info() const = 0;
    [[nodiscard]] virtual const Catalogue& catalogue() const = 0;
    [[nodiscard]] virtual UndoState undoState() const = 0;
    [[nodiscard]] virtual const Clock& clock() const = 0;
    /// A command is under way: what was last done is not on the disk yet.
    [[nodiscard]] virtual bool isSaving() const { return false; }
    [[nodiscard]] virtual LinkState link() const { return {}; }
    [[nodiscard]] virtual Access access() const { return {}; }
    /// Tries to reach the server at once instead of when it is due. Does nothing while it is reached.
    virtual void reconnect() {}

    // Commands
    virtual QFuture<Result<Committed>> submit(const Command& command) = 0;
    virtual QFuture<Result<Committed>> undo() = 0;
    virtual QFuture<Result<Committed>> redo() = 0;

    // Queries
    /// A few cards of each stage (the first of each column under `sort`) for the first paint, with exact totals.
    virtual QFuture<Result<LeadSnapshot>> firstCards(int perStage) = 0;
    /// All live leads.
    virtual QFuture<Result<LeadSnapshot>> allLeads() = 0;
    /// The present state of these leads; removed ones are missing from the answer.
    virtual QFuture<Result<std::vector<LeadCard>>> cards(const std::vector<LeadId>& leads) = 0;
    virtual QFuture<Result<std::vector<StageTotal>>> totals() = 0;
    virtual QFuture<Result<LeadDetail>> lead(LeadId id) = 0;
    virtual QFuture<Result<TimelinePage>> timeline(const TimelineQuery& query) = 0;
    virtual QFuture<Result<TodayLists>> today(const TodayQuery& query) = 0;
    /// Contacts whose name or e-mail contains `text`, best first, for linking a known person.
    virtual QFuture<Result<std::vector<ContactLink>>> findContacts(const QString& text, int limit) = 0;
    virtual QFuture<Result<std::vector<Task>>> tasks(const std::optional<UserId>& assignee, bool openOnly) = 0;
    virtual QFuture<Result<QByteArray>> documentContent(DocumentId id) = 0;

    /// What the words of the request find in the whole book. A workspace without a search answers Refused.
    virtual QFuture<Result<SearchResults>> search(const SearchRequest& request);
    /// Empties the search index and builds it anew; answers when that is done.
    virtual QFuture<Result<bool>> rebuildSearch();

    // Imports. A workspace without them answers Refused.
    /// Opens a batch; its id is made if it is null.
    virtual QFuture<Result<ImportBatch>> beginImport(const ImportBatch& batch);
    /// Takes some rows in, in one transaction that also counts them. Not part of undo(): a batch is taken back whole.
    virtual QFuture<Result<Committed>> importRows(const ImportOrder& order);
    /// What importRows() would do with these rows; nothing is written.
    virtual QFuture<Result<std::vector<RowOutcome>>> tryImport(const ImportOrder& order);
    virtual QFuture<Result<ImportBatch>> finishImport(ImportBatchId id, ImportBatch::Status status);
    /// Takes back what was taken in last, some rows at a time: to be called until the answer has no rows, which also
    /// marks the batch as undone. Leads that were worked on since come back as Failed, with the reason.
    virtual QFuture<Result<Committed>> takeBackImport(ImportBatchId id);
    /// Newest first.
    virtual QFuture<Result<std::vector<ImportBatch>>> imports();
    /// The live leads that an import made.
    virtual QFuture<Result<std::vector<LeadId>>> importedLeads(ImportBatchId id);
    /// By name.
    virtual QFuture<Result<std::vector<SavedMapping>>> savedMappings();
    /// Keeps the mapping under its name, or forgets that name; answers all that are kept.
    virtual QFuture<Result<std::vector<SavedMapping>>> keepMapping(const SavedMapping& mapping);

    // Whole-book work, each on the database's own threads. A workspace without it answers Refused.
    /// Pairs of live leads that are likely the same person, likeliest first.
    virtual QFuture<Result<DuplicateReport>> duplicates(const DuplicateQuery& query);
    virtual QFuture<Result<ReportTable>> report(const ReportRequest& request);
    /// Writes what the order names to its file, which appears whole or not at all.
    virtual QFuture<Result<ExportOutcome>> exportTo(const ExportOrder& order);

    // Care
    /// Integrity of the file, the foreign keys, the totals and the hash chain.
    virtual QFuture<Result<std::vector<Check>>> verify() = 0;
    /// A consistent copy while in use. Answers its size in bytes.
    virtual QFuture<Result<qint64>> backup(const QString& toFile) = 0;

Q_SIGNALS:
    void changed(const keyturn::ChangeSet& changes);
    void catalogueChanged();
    void savingChanged(bool saving);
    /// How far the command under way is, in rows; only of one with many, and now and then.
    void savingProgressed(qint64 done, qint64 total);
    void undoStateChanged(const keyturn::UndoState& state);
    /// The store is in trouble (disk full, file gone, …); commands will fail until `recovered`.
    void troubled(const keyturn::Error& error);
    void recovered();
    void linkChanged(const keyturn::LinkState& state);
    void accessChanged(const keyturn::Access& access);
    /// The search index is whole: what was searched for before may find more now.
    void searchIndexed();
    /// So much has changed that single changes are not told: everything shown must be read again.
    void replaced();
};

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::Access)
Q_DECLARE_METATYPE(keyturn::LinkState)
Q_DECLARE_METATYPE(keyturn::UndoState)
