// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/inbox.h"
#include "models/base/worker.h"
#include "models/workspace/library.h"

#include <QPromise>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace keyturn::queries {
class HistoryKeeper;
}

namespace keyturn {

class Connection;

/// What a carried-out command comes back with from the thread that wrote it.
struct WriteOutcome
{
    Committed committed;
    std::optional<Catalogue> catalogue; ///< set if the command changed it
    UndoState undo;
};

/// What workspaces over a store of ours share, wherever the store is: the queries, the way news take from a worker to
/// this thread, and what is told after a commit. Who derives owns the workers and stops them in its destructor, then
/// calls finishDeliveries().
class StoreWorkspace : public Workspace
{
    Q_OBJECT

public:
    [[nodiscard]] BookInfo info() const override { return m_info; }
    [[nodiscard]] const Catalogue& catalogue() const override { return m_catalogue; }
    [[nodiscard]] UndoState undoState() const override { return m_undo; }
    [[nodiscard]] const Clock& clock() const override { return *m_clock; }

    QFuture<Result<LeadSnapshot>> firstCards(int perStage) override;
    QFuture<Result<std::vector<LeadCard>>> cards(const std::vector<LeadId>& leads) override;
    QFuture<Result<std::vector<StageTotal>>> totals() override;
    QFuture<Result<LeadDetail>> lead(LeadId id) override;
    QFuture<Result<TimelinePage>> timeline(const TimelineQuery& query) override;
    QFuture<Result<TodayLists>> today(const TodayQuery& query) override;
    QFuture<Result<std::vector<ContactLink>>> findContacts(const QString& text, int limit) override;
    QFuture<Result<std::vector<Task>>> tasks(const std::optional<UserId>& assignee, bool openOnly) override;
    QFuture<Result<QByteArray>> documentContent(DocumentId id) override;
    QFuture<Result<SearchResults>> search(const SearchRequest& request) override;
    QFuture<Result<ReportTable>> report(const ReportRequest& request) override;

protected:
    /// The request, understood with what this workspace knows now, as a question to a store.
    [[nodiscard]] std::function<Result<SearchResults>(Connection&)> searchQuestion(const SearchRequest& request) const;

    /// The same of a report.
    [[nodiscard]] std::function<Result<ReportTable>(Connection&, queries::HistoryKeeper&)>
    reportQuestion(const ReportRequest& request) const;

    /// A query on its way; called on the reader's thread, possibly twice.
    using Question = std::function<Done(Connection&)>;
    using Promise = std::shared_ptr<QPromise<Result<Committed>>>;

    /// News on its way from a worker to this thread.
    struct Delivery
    {
        std::function<void()> announce;
        std::function<void()> finishOnly; ///< when the workspace dies first
    };

    StoreWorkspace(std::shared_ptr<const Clock> clock, Worker::Mode mode);

    /// Asks on the reader's thread, all of it in one moment of the book, and calls `answered` there (or, if the reader
    /// has stopped, at once). `isSingle`: the question is one statement, which is one moment by itself.
    virtual void read(Question question, std::function<void(const Done&)> answered, bool isSingle) = 0;
    template<typename Query>
    auto ask(Query query, bool isSingle = false) -> QFuture<std::invoke_result_t<Query&, Connection&>>;

    void deliver(Delivery delivery);
    /// The last call of a destructor: whoever still waits gets the answer, but nothing is announced any more.
    void finishDeliveries();
    /// Tells everybody what was committed, in this order: catalogue, rows, undo.
    void announceOutcome(const WriteOutcome& outcome);

    /// Opens the store of a new workspace: `open` runs on `writing` and answers a Result, `settle` takes its value on
    /// this thread before `self` is handed over. Both may keep plain pointers to the workspace.
    template<typename Open, typename Settle>
    static Library::Opened openOn(Worker& writing, const std::shared_ptr<StoreWorkspace>& self, Open open,
                                  Settle settle);

    /// The search that follows on decisions, once they are kept.
    QFuture<Result<DuplicateReport>> afterDecisions(const QFuture<Result<Committed>>& kept,
                                                    const std::function<QFuture<Result<DuplicateReport>>()>& search);

    static Promise newPromise();
    static void answer(const Promise& promise, const Result<WriteOutcome>& outcome);

    const std::shared_ptr<const Clock> m_clock;
    const Worker::Mode m_mode;
    BookInfo m_info;
    Catalogue m_catalogue;
    UndoState m_undo;

private:
    using OpenPromise = std::shared_ptr<QPromise<Result<std::shared_ptr<Workspace>>>>;

    static void hand(const OpenPromise& promise, Result<std::shared_ptr<Workspace>> opened);
    void deliverNext();

    std::shared_ptr<queries::HistoryKeeper> m_history; ///< used on the reader's thread only
    Inbox m_inbox;                                     ///< called for each delivery
    std::mutex m_deliveryMutex;
    std::deque<Delivery> m_deliveries; ///< guarded by m_deliveryMutex
};

// The pending delivery keeps the workspace alive; it is handed over, or dies, on its own thread. So does the promise,
// which owns the workspace once it is kept: the worker gives both away, for the last one to hold it must not be the
// worker, which would have to wait for its own end.
template<typename Open, typename Settle>
Library::Opened StoreWorkspace::openOn(Worker& writing, const std::shared_ptr<StoreWorkspace>& self, Open open,
                                       Settle settle)
{
    auto promise = std::make_shared<QPromise<Result<std::shared_ptr<Workspace>>>>();
    promise->start();
    Library::Opened future = promise->future();
    writing.enqueue({[workspace = self.get(), owner = self, promise, open, settle]() mutable {
                         const auto opened = open();
                         Delivery delivery{[owner, promise, opened, settle] {
                                               if (!opened) {
                                                   hand(promise, fail(opened.error()));
                                                   return;
                                               }
                                               settle(*opened);
                                               hand(promise, std::shared_ptr<Workspace>(owner));
                                           },
                                           [promise] { hand(promise, fail(Worker::cancelled())); }};
                         owner = nullptr;
                         promise = nullptr;
                         workspace->deliver(std::move(delivery));
                     },
                     [promise] { hand(promise, fail(Worker::cancelled())); }});
    return future;
}

template<typename Query>
auto StoreWorkspace::ask(Query query, bool isSingle) -> QFuture<std::invoke_result_t<Query&, Connection&>>
{
    using Answer = std::invoke_result_t<Query&, Connection&>;
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    QFuture<Answer> future = promise->future();
    auto found = std::make_shared<std::optional<Answer>>();
    read(
        [found, query = std::move(query)](Connection& book) mutable -> Done {
            found->emplace(query(book));
            return **found ? Done() : fail((*found)->error());
        },
        [found, promise](const Done& done) {
            promise->addResult(done ? std::move(**found) : Answer(fail(done.error())));
            promise->finish();
        },
        isSingle);
    return future;
}

} // namespace keyturn
