// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/direct_workspace.h"

#include "models/storage/queries/board_in_one_trip.h"
#include "models/storage/transaction.h"
#include "models/workspace/server_admin.h"
#include "models/workspace/verify_server_view.h"
#include "models/workspace/when_ready.h"

#include <QRandomGenerator>
#include <QStandardPaths>

#include <algorithm>

namespace keyturn {

namespace {

constexpr int lastWordMs = 2'000;

QString dataFolder(const DirectOptions& options)
{
    return options.dataFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                        : options.dataFolder;
}

/// Trying again may help by itself; where it does not, somebody has to do something first.
bool healsByWaiting(Error::Kind kind)
{
    return kind == Error::Kind::Offline || kind == Error::Kind::Busy || kind == Error::Kind::Storage ||
           kind == Error::Kind::Cancelled || kind == Error::Kind::Conflict;
}

} // namespace

DirectWorkspace::DirectWorkspace(const DirectOptions& options, const ServerAccess& access)
    : StoreWorkspace(options.clock, Worker::Mode::Thread)
    , m_options(options)
    , m_address(access.address)
    , m_server(access.address.displayName())
    , m_deskPath(DeskFile::pathFor(dataFolder(options), access.address.toString()))
    , m_writer(std::make_unique<DirectWriter>(options, access, m_clock))
    , m_reader(std::make_unique<ServerLink>(access, options.queryMs))
    , m_giver(std::make_unique<ServerLink>(access, options.queryMs))
    , m_writing(QStringLiteral("server writer"))
    , m_reading(QStringLiteral("server reader"))
    , m_giving(QStringLiteral("server giver"))
{
    m_lookTimer.setInterval(options.lookEveryMs);
    connect(&m_lookTimer, &QTimer::timeout, this, &DirectWorkspace::lookNow);
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &DirectWorkspace::tryAgain);
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(options.idleMs);
    connect(&m_idleTimer, &QTimer::timeout, this, &DirectWorkspace::letReaderGo);
    m_silenceTimer.setSingleShot(true);
    m_silenceTimer.setInterval(options.silenceMs);
    connect(&m_silenceTimer, &QTimer::timeout, this, [this] {
        if (m_link.kind == LinkState::Kind::Online) {
            // The call itself goes on until its own limit: the answer may still come.
            setLink(LinkState::Kind::Connecting,
                    Error{Error::Kind::Offline, tr("The server does not answer."), {}, QStringLiteral("silent")});
        }
    });
}

DirectWorkspace::~DirectWorkspace()
{
    m_ear.reset();
    m_writer->hurry(lastWordMs);
    m_closing = true;
    m_reader->abort();
    m_giver->abort();
    m_inviting.reset();
    m_giving.stop(Worker::Rest::Cancel, [this] { m_giver->close(); });
    m_reading.stop(Worker::Rest::Cancel, [this] { m_reader->close(); });
    m_writing.stop(Worker::Rest::Finish, [this] { m_writer->close(); });
    finishDeliveries();
    if (m_unresolved) {
        answer(m_unresolved, fail(Error::Kind::Offline,
                                  tr("The server had not confirmed this change. It is kept and sent again when you "
                                     "open the workspace next time."),
                                  {}, DirectWriter::outcomeUnknown()));
    }
}

Library::Opened DirectWorkspace::open(const std::shared_ptr<DirectWorkspace>& self)
{
    return openOn(
        self->m_writing, self, [me = self.get()] { return me->m_writer->open(me->m_deskPath); },
        [me = self.get()](const DirectWriter::Opened& opened) { me->settle(opened); });
}

void DirectWorkspace::settle(const DirectWriter::Opened& opened)
{
    m_info = opened.info;
    m_catalogue = opened.catalogue;
    m_undo = opened.undo;
    m_access = opened.access;
    m_link.kind = LinkState::Kind::Online;
    m_link.server = m_server;
    m_link.hasUnsent = opened.hasUnsent;
    m_opened = true;
    if (opened.hasUnsent) {
        // Left behind by the last run, before anything new.
        sendUnsent();
    }
    if (m_options.lookEveryMs > 0) {
        m_lookTimer.start();
    }
    if (m_underWay == 0) {
        listen();
    }
}

QFuture<Result<Committed>> DirectWorkspace::submit(const Command& command)
{
    return write([command](DirectWriter& writer) { return writer.submit(command); });
}

QFuture<Result<Committed>> DirectWorkspace::undo()
{
    return write([](DirectWriter& writer) { return writer.undo(); });
}

QFuture<Result<Committed>> DirectWorkspace::redo()
{
    return write([](DirectWriter& writer) { return writer.redo(); });
}

std::optional<Error> DirectWorkspace::whyReadOnly() const
{
    if (m_link.isReadOnly()) {
        return Error{Error::Kind::Offline,
                     tr("%1 cannot be reached, so what you see is read-only until it is back. Nothing was "
                        "changed.")
                         .arg(m_server),
                     m_link.reason.message, m_link.reason.nativeCode};
    }
    if (!m_access.mayWrite) {
        return Error{Error::Kind::Refused,
                     tr("Your role lets you look, but not change anything. Ask your administrator."),
                     {},
                     {}};
    }
    return std::nullopt;
}

QFuture<Result<Committed>> DirectWorkspace::write(const Job& job)
{
    if (const auto reason = whyReadOnly()) {
        return answered<Committed>(*reason);
    }
    const Promise promise = newPromise();
    countWrites(1);
    enqueue(
        [this, promise, job] {
            const auto outcome = std::make_shared<Result<WriteOutcome>>(job(*m_writer));
            deliver({[this, promise, outcome] {
                         conclude(promise, *outcome);
                         countWrites(-1);
                     },
                     [promise, outcome] { answer(promise, *outcome); }});
        },
        [promise] { answer(promise, fail(Worker::cancelled())); });
    return promise->future();
}

void DirectWorkspace::enqueue(const std::function<void()>& run, const std::function<void()>& cancel)
{
    if (m_underWay++ == 0) {
        if (m_ear) {
            m_ear->setEnabled(false); // what comes now is an answer
        }
        m_silenceTimer.start();
    }
    m_writing.enqueue({run, cancel});
}

void DirectWorkspace::countWrites(int more)
{
    const bool before = isSaving();
    m_writesUnderWay += more;
    if (before != isSaving()) {
        Q_EMIT savingChanged(isSaving());
    }
}

void DirectWorkspace::heard()
{
    // Whatever it was: something came back.
    if (--m_underWay > 0) {
        m_silenceTimer.start();
    } else {
        m_silenceTimer.stop();
        listen();
    }
}

/// Nothing is read here, and nothing is believed: the look that follows asks the server.
void DirectWorkspace::listen()
{
    const int socket = m_writer->socket();
    if (socket < 0 || m_link.kind == LinkState::Kind::Lost) {
        return;
    }
    if (!m_ear || m_ear->socket() != socket) {
        m_ear = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Read);
        connect(m_ear.get(), &QSocketNotifier::activated, this, [this] {
            m_ear->setEnabled(false);
            lookNow();
        });
    }
    m_ear->setEnabled(true);
}

/// A server has few connections and many desks. The next question opens another one.
void DirectWorkspace::letReaderGo()
{
    m_reading.enqueue({[this] { m_reader->close(); }, [] {}});
}

bool DirectWorkspace::isOfTheLine(const Error& error)
{
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Auth ||
           error.kind == Error::Kind::Untrusted || error.nativeCode == QLatin1String("too_new") ||
           error.nativeCode == QLatin1String("too_old") || error.nativeCode == QLatin1String("not_set_up");
}

void DirectWorkspace::conclude(const Promise& promise, const Result<WriteOutcome>& outcome)
{
    heard();
    if (!outcome && outcome.error().nativeCode == DirectWriter::outcomeUnknown()) {
        if (promise) {
            m_unresolved = promise;
        }
        m_link.hasUnsent = true;
        lost(outcome.error());
        return;
    }
    if (!outcome) {
        if (isOfTheLine(outcome.error())) {
            lost(outcome.error());
        } else if (outcome.error().kind == Error::Kind::Conflict) {
            lookNow(); // what it clashed with is worth seeing now
        }
        if (promise) {
            answer(promise, outcome);
        }
        return;
    }
    if (m_link.kind == LinkState::Kind::Connecting && !m_retryTimer.isActive()) {
        setLink(LinkState::Kind::Online);
    }
    announceOutcome(*outcome);
    if (promise) {
        answer(promise, outcome);
    }
}

void DirectWorkspace::concludeCall(const Error* error)
{
    heard();
    if (error == nullptr) {
        if (m_link.kind == LinkState::Kind::Connecting && !m_retryTimer.isActive()) {
            setLink(LinkState::Kind::Online);
        }
        return;
    }
    m_link.hasUnsent = m_link.hasUnsent || error->nativeCode == DirectWriter::outcomeUnknown();
    if (isOfTheLine(*error)) {
        lost(*error);
    }
}

void DirectWorkspace::lookNow()
{
    if (!m_opened || m_looking || m_link.kind == LinkState::Kind::Lost) {
        return;
    }
    m_looking = true;
    enqueue(
        [this] {
            const auto news = std::make_shared<Result<DirectWriter::News>>(m_writer->look());
            deliver({[this, news] {
                         heard();
                         m_looking = false;
                         take(*news);
                     },
                     [] {}});
        },
        [] {});
}

void DirectWorkspace::take(const Result<DirectWriter::News>& news)
{
    if (!news) {
        lost(news.error());
        return;
    }
    m_retryMs = 0;
    if (m_link.kind != LinkState::Kind::Online && !m_link.hasUnsent) {
        setLink(LinkState::Kind::Online);
    }
    if (m_access != news->access) {
        m_access = news->access;
        Q_EMIT accessChanged(m_access);
    }
    if (news->catalogue) {
        m_catalogue = *news->catalogue;
        Q_EMIT catalogueChanged();
    }
    if (news->replaced) {
        Q_EMIT replaced();
    }
    if (!news->changes.isEmpty()) {
        Q_EMIT changed(news->changes);
    }
}

void DirectWorkspace::lost(const Error& reason)
{
    ++m_losses;
    m_reader->abort(); // whoever reads now would wait in vain
    m_giver->abort();
    if (m_ear) {
        m_ear->setEnabled(false);
    }
    if (reason.kind == Error::Kind::Auth && m_access.mayWrite) {
        // Sent away, or no longer known: nothing may be offered that the server would not take.
        m_access.mayWrite = false;
        m_access.managesPeople = false;
        m_access.takesLists = false;
        m_access.mergesLeads = false;
        Q_EMIT accessChanged(m_access);
    }
    if (!healsByWaiting(reason.kind)) {
        m_retryTimer.stop();
        setLink(LinkState::Kind::Lost, reason);
        return;
    }
    if (m_retryTimer.isActive()) {
        return;
    }
    m_retryMs = m_retryMs == 0 ? m_options.firstRetryMs : std::min(2 * m_retryMs, m_options.slowestRetryMs);
    // Not all desks of a team at the same moment.
    const int wait = m_retryMs * 3 / 4 + QRandomGenerator::global()->bounded(std::max(m_retryMs / 2, 1));
    m_retryTimer.start(wait);
    setLink(LinkState::Kind::Lost, reason, Instant{m_clock->now().ms + wait});
}

void DirectWorkspace::reconnect()
{
    if (m_link.kind == LinkState::Kind::Lost) {
        m_retryTimer.stop();
        m_retryMs = 0;
        tryAgain();
    }
}

void DirectWorkspace::tryAgain()
{
    setLink(LinkState::Kind::Connecting, m_link.reason);
    sendUnsent();
}

void DirectWorkspace::sendUnsent()
{
    enqueue(
        [this] {
            const auto outcome = std::make_shared<Result<WriteOutcome>>(m_writer->resolve());
            deliver({[this, outcome] {
                         const Promise waiting = std::exchange(m_unresolved, nullptr);
                         if (outcome->has_value() || outcome->error().nativeCode != DirectWriter::outcomeUnknown()) {
                             m_link.hasUnsent = false;
                         }
                         if (outcome->has_value() && (*outcome)->committed.changes.isEmpty()) {
                             heard();
                         } else {
                             conclude(waiting, *outcome);
                             if (!waiting && !outcome->has_value() && !m_link.hasUnsent) {
                                 // Nobody waits for it any more, but it must not vanish without a word.
                                 Q_EMIT troubled(outcome->error());
                             }
                         }
                         if (!m_link.hasUnsent) {
                             lookNow();
                         }
                     },
                     [] {}});
        },
        [] {});
}

void DirectWorkspace::setLink(LinkState::Kind kind, const Error& reason, Instant nextTry)
{
    const LinkState before = m_link;
    m_link.kind = kind;
    m_link.server = m_server;
    m_link.reason = reason;
    m_link.nextTry = nextTry;
    if (m_link == before) {
        return;
    }
    Q_EMIT linkChanged(m_link);
    if (before.isReadOnly() && kind == LinkState::Kind::Online) {
        Q_EMIT recovered();
    }
}

Error DirectWorkspace::unreachable() const
{
    return {Error::Kind::Offline, tr("%1 cannot be reached.").arg(m_server), m_link.reason.message, {}};
}

void DirectWorkspace::read(Question question, std::function<void(const Done&)> answered, bool isSingle)
{
    if (m_link.kind == LinkState::Kind::Lost) {
        // At once: a queue of pages that each wait for a dead server would hold up the first one after it is back.
        answered(fail(unreachable()));
        return;
    }
    if (m_options.idleMs > 0) {
        m_idleTimer.start();
    }
    m_reading.enqueue({[this, question = std::move(question), answered, isSingle] {
                           // A line that broke while nobody asked is worth a second attempt.
                           if (!inquire(question, answered, isSingle, false)) {
                               inquire(question, answered, isSingle, true);
                           }
                       },
                       [answered] { answered(fail(Worker::cancelled())); }});
}

/// On the reader's thread. False: the line broke, and there is an attempt left.
bool DirectWorkspace::inquire(const Question& question, const std::function<void(const Done&)>& answered, bool isSingle,
                              bool isLast)
{
    const auto tell = [&](const Done& done) {
        if (!done && !isLast && done.error().kind == Error::Kind::Offline) {
            return false;
        }
        answered(done);
        return true;
    };
    const Result<Connection*> server = m_reader->connection();
    if (!server) {
        return tell(fail(server.error()));
    }
    if (isSingle) {
        return tell(question(**server));
    }
    // Ends behind the answer: nobody has to wait until the server knows that.
    const Result<Transaction> moment = Transaction::begin(**server, Transaction::Kind::Read);
    return tell(moment ? question(**server) : Done(fail(moment.error())));
}

QFuture<Result<LeadSnapshot>> DirectWorkspace::firstCards(int perStage)
{
    Q_UNUSED(perStage)
    return allLeads();
}

QFuture<Result<LeadSnapshot>> DirectWorkspace::allLeads()
{
    return ask(
        [](Connection& server) -> Result<LeadSnapshot> {
            KEYTURN_LET(const queries::Board board, queries::boardInOneTrip(server));
            LeadSnapshot snapshot;
            snapshot.table = board.leads;
            snapshot.totals = board.totals;
            snapshot.complete = true;
            return snapshot;
        },
        true);
}

QFuture<Result<std::vector<Check>>> DirectWorkspace::verify()
{
    return ask([](Connection& server) { return verifyServerView(server); });
}

QFuture<Result<NewLogin>> DirectWorkspace::invite(const Invitation& invitation)
{
    if (!m_access.managesPeople) {
        return answered<NewLogin>({Error::Kind::Refused, tr("Only an administrator invites people."), {}, {}});
    }
    if (m_inviting == nullptr) {
        m_inviting = std::make_unique<Worker>(QStringLiteral("server administrator"));
    }
    ServerAddress address = m_address;
    address.user = invitation.administrator;
    const QString organization = m_catalogue.organization.toString();
    const QFuture<Result<NewLogin>> invited = m_inviting->post([address, invitation, organization,
                                                                limit = m_options.commandMs]() -> Result<NewLogin> {
        KEYTURN_LET(const std::unique_ptr<ServerAdmin> server,
                    ServerAdmin::connect(address, invitation.password, limit));
        return server->addUser(organization, invitation.email, invitation.name, invitation.role, invitation.timezone);
    });
    whenReady(invited, this, [this](const Result<NewLogin>&) { lookNow(); });
    return invited;
}

QString DirectWorkspace::addressFor(const QString& login) const
{
    ServerAddress address = m_address;
    address.user = login;
    address.caFile.clear(); // a path of this computer
    return address.toString();
}

QFuture<Result<qint64>> DirectWorkspace::backup(const QString& toFile)
{
    return answered<qint64>({Error::Kind::Refused,
                             tr("The workspace lies on %1. Its administrator makes the backups there.").arg(m_server),
                             toFile,
                             {}});
}

} // namespace keyturn
