// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/store_workspace.h"

#include "models/domain/duplicates.h"
#include "models/storage/queries/card_queries.h"
#include "models/storage/queries/contact_queries.h"
#include "models/storage/queries/document_queries.h"
#include "models/storage/queries/lead_queries.h"
#include "models/storage/queries/report_queries.h"
#include "models/storage/queries/rows.h"
#include "models/storage/queries/search_queries.h"
#include "models/storage/queries/task_queries.h"
#include "models/storage/queries/timeline_queries.h"
#include "models/storage/queries/today_queries.h"
#include "models/workspace/when_ready.h"

#include <QTimeZone>

namespace keyturn {

StoreWorkspace::StoreWorkspace(std::shared_ptr<const Clock> clock, Worker::Mode mode)
    : m_clock(clock ? std::move(clock) : std::make_shared<SystemClock>())
    , m_mode(mode)
{}

QFuture<Result<DuplicateReport>>
StoreWorkspace::afterDecisions(const QFuture<Result<Committed>>& kept,
                               const std::function<QFuture<Result<DuplicateReport>>()>& search)
{
    // Answers in the end too, when the workspace goes and nobody calls back any more.
    struct Pending
    {
        QPromise<Result<DuplicateReport>> promise;
        Result<DuplicateReport> found = fail(Worker::cancelled());
        ~Pending()
        {
            promise.addResult(found);
            promise.finish();
        }
    };
    const auto pending = std::make_shared<Pending>();
    pending->promise.start();
    const QFuture<Result<DuplicateReport>> future = pending->promise.future();
    const auto tell = [pending](const Result<DuplicateReport>& found) { pending->found = found; };
    whenReady(kept, this, [this, search, tell](const Result<Committed>& done) {
        if (done) {
            whenReady(search(), this, tell);
        } else {
            tell(fail(done.error()));
        }
    });
    return future;
}

StoreWorkspace::Promise StoreWorkspace::newPromise()
{
    auto promise = std::make_shared<QPromise<Result<Committed>>>();
    promise->start();
    return promise;
}

void StoreWorkspace::answer(const Promise& promise, const Result<WriteOutcome>& outcome)
{
    promise->addResult(outcome ? Result<Committed>(outcome->committed) : fail(outcome.error()));
    promise->finish();
}

void StoreWorkspace::deliver(Delivery delivery)
{
    if (m_mode == Worker::Mode::Inline) {
        delivery.announce();
        return;
    }
    {
        const std::lock_guard locker(m_deliveryMutex);
        m_deliveries.push_back(std::move(delivery));
    }
    m_inbox.post([this] { deliverNext(); });
}

void StoreWorkspace::hand(const OpenPromise& promise, Result<std::shared_ptr<Workspace>> opened)
{
    promise->addResult(std::move(opened));
    promise->finish();
}

void StoreWorkspace::deliverNext()
{
    Delivery delivery;
    {
        const std::lock_guard locker(m_deliveryMutex);
        if (m_deliveries.empty()) {
            return;
        }
        delivery = std::move(m_deliveries.front());
        m_deliveries.pop_front();
    }
    delivery.announce();
}

void StoreWorkspace::finishDeliveries()
{
    for (const Delivery& delivery : std::exchange(m_deliveries, {})) {
        delivery.finishOnly();
    }
}

void StoreWorkspace::announceOutcome(const WriteOutcome& outcome)
{
    if (outcome.catalogue) {
        m_catalogue = *outcome.catalogue;
        Q_EMIT catalogueChanged();
    }
    if (!outcome.committed.changes.isEmpty()) {
        Q_EMIT changed(outcome.committed.changes);
    }
    if (m_undo != outcome.undo) {
        m_undo = outcome.undo;
        Q_EMIT undoStateChanged(m_undo);
    }
}

QFuture<Result<LeadSnapshot>> StoreWorkspace::firstCards(int perStage)
{
    return ask([perStage](Connection& book) -> Result<LeadSnapshot> {
        LeadSnapshot snapshot;
        KEYTURN_LET(const std::vector<LeadCard> found, queries::firstCards(book, perStage));
        snapshot.table = std::make_shared<LeadTable>();
        for (const LeadCard& card : found) {
            snapshot.table->upsert(card);
        }
        KEYTURN_LET(snapshot.totals, queries::totals(book));
        return snapshot;
    });
}

QFuture<Result<std::vector<LeadCard>>> StoreWorkspace::cards(const std::vector<LeadId>& leads)
{
    return ask([leads](Connection& book) { return queries::cards(book, leads); });
}

QFuture<Result<std::vector<StageTotal>>> StoreWorkspace::totals()
{
    return ask([](Connection& book) { return queries::totals(book); }, true);
}

QFuture<Result<LeadDetail>> StoreWorkspace::lead(LeadId id)
{
    return ask([id, me = m_catalogue.me, now = m_clock->now()](Connection& book) {
        return queries::leadDetail(book, id, me, now);
    });
}

QFuture<Result<TimelinePage>> StoreWorkspace::timeline(const TimelineQuery& query)
{
    return ask([query, me = m_catalogue.me](Connection& book) { return queries::timeline(book, query, me); });
}

QFuture<Result<TodayLists>> StoreWorkspace::today(const TodayQuery& query)
{
    const User* user = m_catalogue.user(query.user);
    const QTimeZone zone = queries::zoneOf(user ? user->timezone : m_catalogue.organizationTimezone);
    return ask(
        [query, zone, now = m_clock->now()](Connection& book) { return queries::today(book, query, now, zone); });
}

QFuture<Result<std::vector<ContactLink>>> StoreWorkspace::findContacts(const QString& text, int limit)
{
    return ask([text, limit](Connection& book) { return queries::findContacts(book, text, limit); });
}

QFuture<Result<std::vector<Task>>> StoreWorkspace::tasks(const std::optional<UserId>& assignee, bool openOnly)
{
    return ask([assignee, openOnly, now = m_clock->now()](Connection& book) {
        return queries::tasks(book, assignee, openOnly, now);
    });
}

QFuture<Result<QByteArray>> StoreWorkspace::documentContent(DocumentId id)
{
    return ask([id](Connection& book) { return queries::documentContent(book, id); });
}

std::function<Result<SearchResults>(Connection&)> StoreWorkspace::searchQuestion(const SearchRequest& request) const
{
    const User* user = m_catalogue.user(m_catalogue.me);
    const QTimeZone zone = queries::zoneOf(user ? user->timezone : m_catalogue.organizationTimezone);
    return [request, me = m_catalogue.me,
            query = parseSearch(request.text, m_catalogue, m_clock->now(), zone)](Connection& book) {
        return request.outdated && *request.outdated ? fail(Worker::cancelled())
                                                     : queries::search(book, query, request, me);
    };
}

QFuture<Result<SearchResults>> StoreWorkspace::search(const SearchRequest& request)
{
    return ask(searchQuestion(request));
}

std::function<Result<ReportTable>(Connection&, queries::HistoryKeeper&)>
StoreWorkspace::reportQuestion(const ReportRequest& request) const
{
    const User* user = m_catalogue.user(m_catalogue.me);
    const QTimeZone zone = queries::zoneOf(user ? user->timezone : m_catalogue.organizationTimezone);
    return [request, context = queries::ReportContext{m_catalogue, m_clock->now(), zone}](
               Connection& book, queries::HistoryKeeper& keeper) -> Result<ReportTable> {
        return request.outdated && *request.outdated ? fail(Worker::cancelled())
                                                     : queries::report(book, request, context, keeper);
    };
}

QFuture<Result<ReportTable>> StoreWorkspace::report(const ReportRequest& request)
{
    if (!m_history) {
        m_history = std::make_shared<queries::HistoryKeeper>();
    }
    return ask(
        [question = reportQuestion(request), keeper = m_history](Connection& book) { return question(book, *keeper); });
}

} // namespace keyturn
