// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/uuid_v7.h"
#include "models/domain/duplicates.h"
#include "models/domain/facts.h"
#include "models/storage/server_calls.h"
#include "models/workspace/desk_file.h"
#include "models/workspace/direct_options.h"
#include "models/workspace/list_slice.h"
#include "models/workspace/server_link.h"
#include "models/workspace/store_workspace.h"

#include <QSet>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace keyturn {

/// The writing end of a workspace on a server: plans one command after the other against what the server holds, has the
/// server carry it out, and asks what others have done. Lives on the writer's thread, but for its construction and
/// hurry().
///
/// An operation is kept in the desk file before it is sent. If the answer does not come, the error's nativeCode is
/// outcomeUnknown(): resolve() sends the same one again, and nothing else is carried out before.
class DirectWriter
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::DirectWriter)

public:
    struct Opened
    {
        BookInfo info;
        Catalogue catalogue;
        UndoState undo;
        Access access;
        bool hasUnsent = false;
    };
    /// What a look at the server brought.
    struct News
    {
        ChangeSet changes; ///< of others, rows by name only
        std::optional<Catalogue> catalogue;
        Access access;
        bool replaced = false; ///< too much to tell: another state of the server, another view of it
    };

    DirectWriter(const DirectOptions& options, ServerAccess access, std::shared_ptr<const Clock> clock);

    Result<Opened> open(const QString& deskPath);
    Result<WriteOutcome> submit(const Command& command);
    Result<WriteOutcome> decideDuplicates(const std::vector<DuplicateDecision>& decisions);
    Result<WriteOutcome> undo();
    Result<WriteOutcome> redo();
    /// What became of the operation without an answer. An empty outcome if there is none.
    Result<WriteOutcome> resolve();
    Result<News> look();
    void close();

    // Imports. Rows are sent some at a time with their counts, one operation each; what an operation did is kept in the
    // desk file to take it back, in the transaction that notes the answer. Rows that the server does not take are found
    // by halving and fail alone.
    Result<ImportBatch> beginImport(ImportBatch batch);
    Result<WriteOutcome> importRows(const ImportOrder& order);
    Result<std::vector<RowOutcome>> tryImport(const ImportOrder& order);
    Result<ImportBatch> finishImport(ImportBatchId id, ImportBatch::Status status);
    Result<WriteOutcome> takeBackImport(ImportBatchId id);
    Result<std::vector<ImportBatch>> imports();
    Result<std::vector<SavedMapping>> savedMappings();
    Result<std::vector<SavedMapping>> keepMapping(const SavedMapping& mapping);

    /// Where the server's hints arrive, for waiting only; -1 while there is no connection. Any thread, between calls.
    [[nodiscard]] int socket() const { return m_socket; }

    /// Any thread, once: no new connections, and no call takes longer than that any more. What can still be done over
    /// the line that there is, is done.
    void hurry(int ms);

    static QString outcomeUnknown() { return QStringLiteral("outcome_unknown"); }

private:
    using Work = std::function<Result<ChangeSet>(Facts&)>;

    Result<Connection*> connection();
    void letGo();
    Done greet(Connection& server);
    Result<WriteOutcome> carryOut(const Work& work, const DeskFile::Errand& errand);
    Result<ChangeSet> planned(const Work& work);
    Result<WriteOutcome> keepAndSend(const ChangeSet& changes, const DeskFile::Errand& errand);
    Result<WriteOutcome> beginSlice(ListSlice slice);
    Result<WriteOutcome> goOnWithSlice();
    Done digest(const Result<WriteOutcome>& sent);
    Error abandonSlice(const Error& error);
    Result<ImportBatch> batch(ImportBatchId id);
    Done refuseBlindChange(const ChangeSet& changes);
    Result<WriteOutcome> send();
    Result<WriteOutcome> accepted(Connection& server, const PushAnswer& answer);
    Result<Catalogue> readCatalogue(Connection& server);
    /// Gathers what others have committed since the cursor. Answers where the next look begins.
    Result<qint64> follow(Connection& server, ChangeSet& changes);
    [[nodiscard]] Access accessOf(const ServerHello& hello) const;
    PlanContext context();

    const DirectOptions m_options;
    const std::shared_ptr<const Clock> m_clock;
    UuidV7 m_ids;
    ServerLink m_link;
    std::atomic_bool m_hurries = false;
    std::atomic_int m_socket = -1;
    std::unique_ptr<DeskFile> m_desk;
    ServerHello m_hello;
    Catalogue m_catalogue;
    qint64 m_cursor = 0;
    QSet<qint64> m_ownRevs; ///< after the cursor: told already
    bool m_mustReplace = false;
    std::optional<PushAnswer> m_rejection; ///< of the operation that was sent last
    std::optional<ListSlice> m_slice;      ///< rows of a list, while an answer about some of them is outstanding
};

} // namespace keyturn
