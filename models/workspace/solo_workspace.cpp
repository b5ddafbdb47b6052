// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/solo_workspace.h"

#include "models/storage/queries/card_queries.h"
#include "models/storage/queries/contact_queries.h"
#include "models/storage/queries/document_queries.h"
#include "models/storage/queries/lead_queries.h"
#include "models/storage/queries/rows.h"
#include "models/storage/queries/task_queries.h"
#include "models/storage/queries/timeline_queries.h"
#include "models/storage/queries/today_queries.h"
#include "models/workspace/book_keeper.h"
#include "models/workspace/book_reader.h"

#include <QTimeZone>

#include <algorithm>

namespace keyturn {

namespace {
constexpr int checkpointIdleMs = 500;
constexpr int checkpointEveryCommits = 200;
constexpr int firstProbeMs = 1'000;
constexpr int slowestProbeMs = 60'000;

template<typename T>
void answer(const std::shared_ptr<QPromise<Result<T>>>& promise, Result<T> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

Result<Committed> committed(const Result<BookWriter::Outcome>& outcome)
{
    if (!outcome) {
        return fail(outcome.error());
    }
    return outcome->committed;
}
} // namespace

SoloWorkspace::SoloWorkspace(SoloOptions options)
    : m_options(std::move(options))
    , m_clock(m_options.clock ? m_options.clock : std::make_shared<SystemClock>())
    , m_writer(std::make_unique<BookWriter>(m_options, m_clock))
    , m_reader(std::make_unique<BookReader>())
    , m_keeper(std::make_unique<BookKeeper>(m_clock))
    , m_writing(QStringLiteral("book writer"), m_options.mode)
    , m_reading(QStringLiteral("book reader"), m_options.mode)
    , m_keeping(QStringLiteral("book keeper"), m_options.mode)
{
    m_probeTimer.setSingleShot(true);
    connect(&m_probeTimer, &QTimer::timeout, this, [this] { probeAgain(); });
    m_checkpointTimer.setSingleShot(true);
    m_checkpointTimer.setInterval(checkpointIdleMs);
    connect(&m_checkpointTimer, &QTimer::timeout, this, [this] { checkpointNow(); });
}

SoloWorkspace::~SoloWorkspace()
{
    // The writer comes last: it can only fold the write-ahead log into the book when nobody else reads it.
    m_reading.stop(Worker::Rest::Cancel, [this] { m_reader->close(); });
    m_keeper->hurry();
    m_keeping.stop(Worker::Rest::Cancel, [this] { m_keeper->close(); });
    m_writing.stop(Worker::Rest::Finish, [this] { m_writer->close(); });
    for (const Delivery& delivery : std::exchange(m_deliveries, {})) {
        delivery.finishOnly();
    }
}

Library::Opened SoloWorkspace::open(const std::shared_ptr<SoloWorkspace>& self, const QString& path)
{
    return start(self, [path](BookWriter& writer) { return writer.open(path); });
}

Library::Opened SoloWorkspace::create(const std::shared_ptr<SoloWorkspace>& self, const NewBook& book)
{
    return start(self, [book](BookWriter& writer) { return writer.create(book); });
}

Library::Opened SoloWorkspace::start(const std::shared_ptr<SoloWorkspace>& self, const Opening& opening)
{
    using Answer = Result<std::shared_ptr<Workspace>>;
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    Library::Opened future = promise->future();
    // The pending delivery keeps the workspace alive; it is handed over, or dies, on its own thread. So does the
    // promise, which owns the workspace once it is kept: the worker gives both away, for the last one to hold it must
    // not be the worker, which would have to wait for its own end.
    self->m_writing.enqueue(
        {[self = self.get(), owner = self, promise, opening]() mutable {
             const Result<BookWriter::Opened> opened = opening(*self->m_writer);
             Delivery delivery{[self, owner, promise, opened] {
                                   if (!opened) {
                                       answer<std::shared_ptr<Workspace>>(promise, fail(opened.error()));
                                       return;
                                   }
                                   self->settle(*opened);
                                   answer<std::shared_ptr<Workspace>>(promise, std::shared_ptr<Workspace>(owner));
                               },
                               [promise] { answer<std::shared_ptr<Workspace>>(promise, fail(Worker::cancelled())); }};
             owner = nullptr;
             promise = nullptr;
             self->deliver(std::move(delivery));
         },
         [promise] { answer<std::shared_ptr<Workspace>>(promise, fail(Worker::cancelled())); }});
    return future;
}

void SoloWorkspace::settle(const BookWriter::Opened& opened)
{
    m_info = opened.info;
    m_catalogue = opened.catalogue;
    m_undo = opened.undo;
    // Jobs of both come after this in their queues.
    m_reading.enqueue({[this, path = m_info.location] { m_reader->setSource(path); }, [] {}});
    m_keeping.enqueue({[this, path = m_info.location] { m_keeper->setSource(path); }, [] {}});
    // Reading a whole book can take seconds: it is open meanwhile, and a command line is gone before this begins.
    if (m_options.quickCheckAfterMs >= 0) {
        QTimer::singleShot(m_options.quickCheckAfterMs, this, [this] { checkQuietly(); });
    }
}

void SoloWorkspace::checkQuietly()
{
    m_keeping.enqueue({[this] {
                           const Done sound = m_keeper->quickCheck();
                           if (!sound && sound.error().kind != Error::Kind::Cancelled) {
                               deliver({[this, error = sound.error()] { noteTrouble(error); }, [] {}});
                           }
                       },
                       [] {}});
}

QFuture<Result<Committed>> SoloWorkspace::submit(const Command& command)
{
    return write([command](BookWriter& writer) { return writer.submit(command); });
}

QFuture<Result<Committed>> SoloWorkspace::undo()
{
    return write([](BookWriter& writer) { return writer.undo(); });
}

QFuture<Result<Committed>> SoloWorkspace::redo()
{
    return write([](BookWriter& writer) { return writer.redo(); });
}

QFuture<Result<Committed>> SoloWorkspace::write(const Job& job)
{
    auto promise = std::make_shared<QPromise<Result<Committed>>>();
    promise->start();
    QFuture<Result<Committed>> future = promise->future();
    if (++m_writesUnderWay == 1) {
        Q_EMIT savingChanged(true);
    }
    m_writing.enqueue({[this, promise, job] {
                           const auto outcome = std::make_shared<Result<BookWriter::Outcome>>(job(*m_writer));
                           deliver({[this, promise, outcome] {
                                        announce(*outcome);
                                        if (--m_writesUnderWay == 0) {
                                            Q_EMIT savingChanged(false);
                                        }
                                        answer(promise, committed(*outcome));
                                    },
                                    [promise, outcome] { answer(promise, committed(*outcome)); }});
                       },
                       [promise] { answer<Committed>(promise, fail(Worker::cancelled())); }});
    return future;
}

void SoloWorkspace::deliver(Delivery delivery)
{
    if (m_options.mode == Worker::Mode::Inline) {
        delivery.announce();
        return;
    }
    {
        const std::lock_guard locker(m_deliveryMutex);
        m_deliveries.push_back(std::move(delivery));
    }
    m_inbox.post([this] { deliverNext(); });
}

void SoloWorkspace::deliverNext()
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

void SoloWorkspace::announce(const Result<BookWriter::Outcome>& outcome)
{
    if (!outcome) {
        const Error::Kind kind = outcome.error().kind;
        if (kind == Error::Kind::Storage || kind == Error::Kind::Corrupt) {
            noteTrouble(outcome.error());
        }
        return;
    }
    if (outcome->catalogue) {
        m_catalogue = *outcome->catalogue;
        Q_EMIT catalogueChanged();
    }
    if (!outcome->committed.changes.isEmpty()) {
        noteRecovery();
        checkpointSoon();
        Q_EMIT changed(outcome->committed.changes);
    }
    if (m_undo != outcome->undo) {
        m_undo = outcome->undo;
        Q_EMIT undoStateChanged(m_undo);
    }
}

void SoloWorkspace::noteTrouble(const Error& error)
{
    if (!m_troubled) {
        m_troubled = true;
        m_probeDelayMs = firstProbeMs;
        // A damaged file does not heal by waiting.
        if (error.kind != Error::Kind::Corrupt) {
            m_probeTimer.start(m_probeDelayMs);
        }
        Q_EMIT troubled(error);
    }
}

void SoloWorkspace::noteRecovery()
{
    if (m_troubled) {
        m_troubled = false;
        m_probeTimer.stop();
        Q_EMIT recovered();
    }
}

void SoloWorkspace::probeAgain()
{
    m_keeping.enqueue({[this] {
                           const bool works = m_keeper->probe().has_value();
                           deliver({[this, works] {
                                        if (works) {
                                            noteRecovery();
                                        } else if (m_troubled) {
                                            m_probeDelayMs = std::min(2 * m_probeDelayMs, slowestProbeMs);
                                            m_probeTimer.start(m_probeDelayMs);
                                        }
                                    },
                                    [] {}});
                       },
                       [] {}});
}

void SoloWorkspace::checkpointSoon()
{
    if (++m_commitsSinceCheckpoint >= checkpointEveryCommits) {
        checkpointNow();
    } else if (!m_checkpointTimer.isActive()) {
        m_checkpointTimer.start();
    }
}

void SoloWorkspace::checkpointNow()
{
    m_commitsSinceCheckpoint = 0;
    m_checkpointTimer.stop();
    m_keeping.enqueue({[this] { m_keeper->checkpoint(); }, [] {}});
}

template<typename Query>
auto SoloWorkspace::ask(Query query) -> QFuture<std::invoke_result_t<Query&, Connection&>>
{
    return m_reading.post([this, query = std::move(query)] { return m_reader->ask(query); });
}

QFuture<Result<LeadSnapshot>> SoloWorkspace::firstCards(int perStage)
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

QFuture<Result<LeadSnapshot>> SoloWorkspace::allLeads()
{
    return ask([](Connection& book) -> Result<LeadSnapshot> {
        LeadSnapshot snapshot;
        KEYTURN_LET(snapshot.table, queries::allLeads(book));
        // The whole book went by, and the leads are in the table now.
        KEYTURN_TRY(book.dropPages());
        KEYTURN_LET(snapshot.totals, queries::totals(book));
        snapshot.complete = true;
        return snapshot;
    });
}

QFuture<Result<std::vector<LeadCard>>> SoloWorkspace::cards(const std::vector<LeadId>& leads)
{
    return ask([leads](Connection& book) { return queries::cards(book, leads); });
}

QFuture<Result<std::vector<StageTotal>>> SoloWorkspace::totals()
{
    return ask([](Connection& book) { return queries::totals(book); });
}

QFuture<Result<LeadDetail>> SoloWorkspace::lead(LeadId id)
{
    return ask([id, me = m_catalogue.me, now = m_clock->now()](Connection& book) {
        return queries::leadDetail(book, id, me, now);
    });
}

QFuture<Result<TimelinePage>> SoloWorkspace::timeline(const TimelineQuery& query)
{
    return ask([query, me = m_catalogue.me](Connection& book) { return queries::timeline(book, query, me); });
}

QFuture<Result<TodayLists>> SoloWorkspace::today(const TodayQuery& query)
{
    const User* user = m_catalogue.user(query.user);
    const QTimeZone zone = queries::zoneOf(user ? user->timezone : m_catalogue.organizationTimezone);
    return ask(
        [query, zone, now = m_clock->now()](Connection& book) { return queries::today(book, query, now, zone); });
}

QFuture<Result<std::vector<ContactLink>>> SoloWorkspace::findContacts(const QString& text, int limit)
{
    return ask([text, limit](Connection& book) { return queries::findContacts(book, text, limit); });
}

QFuture<Result<std::vector<Task>>> SoloWorkspace::tasks(const std::optional<UserId>& assignee, bool openOnly)
{
    return ask([assignee, openOnly, now = m_clock->now()](Connection& book) {
        return queries::tasks(book, assignee, openOnly, now);
    });
}

QFuture<Result<QByteArray>> SoloWorkspace::documentContent(DocumentId id)
{
    return ask([id](Connection& book) { return queries::documentContent(book, id); });
}

QFuture<Result<std::vector<Check>>> SoloWorkspace::verify()
{
    return m_keeping.post([this] { return m_keeper->verify(); });
}

QFuture<Result<qint64>> SoloWorkspace::backup(const QString& toFile)
{
    return m_keeping.post([this, toFile] { return m_keeper->backup(toFile); });
}

} // namespace keyturn
