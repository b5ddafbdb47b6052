// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/direct_options.h"
#include "models/workspace/direct_writer.h"
#include "models/workspace/inviting.h"
#include "models/workspace/server_link.h"
#include "models/workspace/store_workspace.h"

#include <QSocketNotifier>
#include <QTimer>

#include <atomic>
#include <memory>
#include <vector>

namespace keyturn {

/// A team's book on a PostgreSQL server. Two threads with a connection each: one carries commands out, in the order of
/// submission, and looks every second what others did, or at once when the server hints at something; one reads, and
/// lets go of its connection when nobody has asked for a while. A third one takes what is long: exports, the search for
/// duplicates.
///
/// When the server does not answer, the workspace turns read-only (link()), refuses commands and queries at once with
/// Error::Kind::Offline, and comes back by itself, less and less often. A command whose answer was lost stays under
/// way: the same operation is sent again until the server says what became of it, across a restart of the program too.
class DirectWorkspace final : public StoreWorkspace, public Inviting
{
    Q_OBJECT

public:
    DirectWorkspace(const DirectOptions& options, const ServerAccess& access);
    /// Gives what is under way a moment, then lets go. What was not answered stays in the desk file.
    ~DirectWorkspace() override;

    /// To be called once, before anything else. `self` is what the answer hands over.
    static Library::Opened open(const std::shared_ptr<DirectWorkspace>& self);

    [[nodiscard]] LinkState link() const override { return m_link; }
    [[nodiscard]] Access access() const override { return m_access; }
    [[nodiscard]] bool isSaving() const override { return m_writesUnderWay > 0; }
    void reconnect() override;

    QFuture<Result<Committed>> submit(const Command& command) override;
    QFuture<Result<Committed>> undo() override;
    QFuture<Result<Committed>> redo() override;

    /// The whole board in one round trip; the first cards are all of them, for more trips would not be quicker.
    QFuture<Result<LeadSnapshot>> firstCards(int perStage) override;
    QFuture<Result<LeadSnapshot>> allLeads() override;

    QFuture<Result<ImportBatch>> beginImport(const ImportBatch& batch) override;
    QFuture<Result<Committed>> importRows(const ImportOrder& order) override;
    QFuture<Result<std::vector<RowOutcome>>> tryImport(const ImportOrder& order) override;
    QFuture<Result<ImportBatch>> finishImport(ImportBatchId id, ImportBatch::Status status) override;
    QFuture<Result<Committed>> takeBackImport(ImportBatchId id) override;
    /// Those of the team that this person may see; what another desk imported can only be taken back there.
    QFuture<Result<std::vector<ImportBatch>>> imports() override;
    QFuture<Result<std::vector<LeadId>>> importedLeads(ImportBatchId id) override;
    QFuture<Result<std::vector<SavedMapping>>> savedMappings() override;
    QFuture<Result<std::vector<SavedMapping>>> keepMapping(const SavedMapping& mapping) override;

    QFuture<Result<DuplicateReport>> duplicates(const DuplicateQuery& query) override;
    /// Lists of what this person sees, noted in the server's ledger. The whole book is Refused.
    QFuture<Result<ExportOutcome>> exportTo(const ExportOrder& order) override;

    QFuture<Result<std::vector<Check>>> verify() override;
    /// Refused: a server's backup is its administrator's.
    QFuture<Result<qint64>> backup(const QString& toFile) override;

    QFuture<Result<NewLogin>> invite(const Invitation& invitation) override;
    [[nodiscard]] QString addressFor(const QString& login) const override;

    /// Asks at once what others did, instead of when it is due.
    void lookNow();

private:
    using Job = std::function<Result<WriteOutcome>(DirectWriter&)>;

    void read(Question question, std::function<void(const Done&)> answered, bool isSingle) override;
    bool inquire(const Question& question, const std::function<void(const Done&)>& answered, bool isSingle,
                 bool isLast);
    QFuture<Result<Committed>> write(const Job& job);
    /// An answer that is known without asking.
    template<typename Answer>
    static QFuture<Result<Answer>> answered(const Error& error);
    /// Errors that say something about the line and the login, and not about what was asked.
    static bool isOfTheLine(const Error& error);
    /// Why nothing can be written now, if nothing can.
    [[nodiscard]] std::optional<Error> whyReadOnly() const;
    /// A call of the writer that changes no lead.
    template<typename Answer>
    QFuture<Result<Answer>> call(std::function<Result<Answer>(DirectWriter&)> job);
    void concludeCall(const Error* error);
    /// On the writer's thread, with the silence of the server watched.
    void enqueue(const std::function<void()>& run, const std::function<void()>& cancel);
    void settle(const DirectWriter::Opened& opened);
    void conclude(const Promise& promise, const Result<WriteOutcome>& outcome);
    void take(const Result<DirectWriter::News>& news);
    void heard();
    void listen();
    void letReaderGo();
    [[nodiscard]] Error unreachable() const;
    template<typename Work>
    auto give(Work work) -> QFuture<std::invoke_result_t<Work&, Connection&>>;
    void countWrites(int more);
    void lost(const Error& reason);
    void tryAgain();
    void sendUnsent();
    void setLink(LinkState::Kind kind, const Error& reason = {}, Instant nextTry = {});

    const DirectOptions m_options;
    const ServerAddress m_address;
    const QString m_server;
    const QString m_deskPath;
    LinkState m_link;
    Access m_access;
    Promise m_unresolved; ///< whose operation was sent without an answer; may be null although there is one
    bool m_looking = false;
    bool m_opened = false;
    int m_underWay = 0;
    int m_writesUnderWay = 0;
    int m_retryMs = 0;
    int m_losses = 0; ///< how often the line was lost
    QTimer m_lookTimer;
    QTimer m_retryTimer;
    QTimer m_silenceTimer;
    QTimer m_idleTimer;
    /// Of the writer's line, and only while no call of the writer is under way: what comes then is a hint, or the end.
    std::unique_ptr<QSocketNotifier> m_ear;

    std::unique_ptr<DirectWriter> m_writer; ///< used on m_writing only
    std::unique_ptr<ServerLink> m_reader;   ///< used on m_reading only
    std::unique_ptr<ServerLink> m_giver;    ///< used on m_giving only; open for one long piece of work at a time
    std::atomic_bool m_closing = false;     ///< no long work any more
    Worker m_writing;
    Worker m_reading;
    Worker m_giving;                    ///< what takes long: nobody's question waits for it
    std::unique_ptr<Worker> m_inviting; ///< made when somebody is invited
};

template<typename Answer>
QFuture<Result<Answer>> DirectWorkspace::answered(const Error& error)
{
    QPromise<Result<Answer>> promise;
    promise.start();
    promise.addResult(Result<Answer>(fail(error)));
    promise.finish();
    return promise.future();
}

} // namespace keyturn
