// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/inbox.h"
#include "models/base/worker.h"
#include "models/workspace/book_writer.h"
#include "models/workspace/library.h"
#include "models/workspace/solo_library.h"

#include <QPromise>
#include <QTimer>

#include <deque>
#include <memory>
#include <mutex>

namespace keyturn {

class BookKeeper;
class BookReader;
class Connection;

/// A book that is one SQLite file on this machine. Three threads: one writes, one reads, one keeps house (checkpoints,
/// backup, verification). Commands are carried out strictly in the order of submission.
class SoloWorkspace final : public Workspace
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

    [[nodiscard]] BookInfo info() const override { return m_info; }
    [[nodiscard]] const Catalogue& catalogue() const override { return m_catalogue; }
    [[nodiscard]] UndoState undoState() const override { return m_undo; }
    [[nodiscard]] const Clock& clock() const override { return *m_clock; }
    [[nodiscard]] bool isSaving() const override { return m_writesUnderWay > 0; }

    QFuture<Result<Committed>> submit(const Command& command) override;
    QFuture<Result<Committed>> undo() override;
    QFuture<Result<Committed>> redo() override;

    QFuture<Result<LeadSnapshot>> firstCards(int perStage) override;
    QFuture<Result<LeadSnapshot>> allLeads() override;
    QFuture<Result<std::vector<LeadCard>>> cards(const std::vector<LeadId>& leads) override;
    QFuture<Result<std::vector<StageTotal>>> totals() override;
    QFuture<Result<LeadDetail>> lead(LeadId id) override;
    QFuture<Result<TimelinePage>> timeline(const TimelineQuery& query) override;
    QFuture<Result<TodayLists>> today(const TodayQuery& query) override;
    QFuture<Result<std::vector<ContactLink>>> findContacts(const QString& text, int limit) override;
    QFuture<Result<std::vector<Task>>> tasks(const std::optional<UserId>& assignee, bool openOnly) override;
    QFuture<Result<QByteArray>> documentContent(DocumentId id) override;

    QFuture<Result<std::vector<Check>>> verify() override;
    QFuture<Result<qint64>> backup(const QString& toFile) override;

private:
    using Promise = std::shared_ptr<QPromise<Result<Committed>>>;
    using Job = std::function<Result<BookWriter::Outcome>(BookWriter&)>;
    using Opening = std::function<Result<BookWriter::Opened>(BookWriter&)>;

    /// News on its way from a worker to this thread.
    struct Delivery
    {
        std::function<void()> announce;
        std::function<void()> finishOnly; ///< when the workspace dies first
    };

    static Library::Opened start(const std::shared_ptr<SoloWorkspace>& self, const Opening& opening);
    QFuture<Result<Committed>> write(const Job& job);
    template<typename Query>
    auto ask(Query query) -> QFuture<std::invoke_result_t<Query&, Connection&>>;
    void deliver(Delivery delivery);
    void deliverNext();
    void settle(const BookWriter::Opened& opened);
    void announce(const Result<BookWriter::Outcome>& outcome);
    void checkQuietly();
    void noteTrouble(const Error& error);
    void noteRecovery();
    void probeAgain();
    void checkpointSoon();
    void checkpointNow();

    const SoloOptions m_options;
    const std::shared_ptr<const Clock> m_clock;
    BookInfo m_info;
    Catalogue m_catalogue;
    UndoState m_undo;
    bool m_troubled = false;
    int m_probeDelayMs = 0;
    int m_commitsSinceCheckpoint = 0;
    int m_writesUnderWay = 0;
    QTimer m_probeTimer;
    QTimer m_checkpointTimer;

    Inbox m_inbox; ///< called for each delivery
    std::mutex m_deliveryMutex;
    std::deque<Delivery> m_deliveries; ///< guarded by m_deliveryMutex

    std::unique_ptr<BookWriter> m_writer; ///< used on m_writing only
    std::unique_ptr<BookReader> m_reader; ///< used on m_reading only
    std::unique_ptr<BookKeeper> m_keeper; ///< used on m_keeping only
    Worker m_writing;
    Worker m_reading;
    Worker m_keeping;
};

} // namespace keyturn
