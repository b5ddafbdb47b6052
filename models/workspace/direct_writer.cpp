// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/direct_writer.h"

#include "models/domain/planner.h"
#include "models/storage/migrator.h"
#include "models/storage/queries/catalogue_queries.h"
#include "models/storage/queries/rows.h"
#include "models/storage/store_facts.h"
#include "models/storage/transaction.h"
#include "models/storage/undo_store.h"
#include "models/workspace/rejection.h"

#include <QHash>

#include <algorithm>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::DirectWriter)
};

/// The server is as old as this program, or newer and still takes what it writes.
Done checkVersions(const ServerHello& hello)
{
    const int ours = Migrator(Dialect::Postgres).newest();
    const QString versions = QStringLiteral("server %1, program %2").arg(hello.schemaVersion).arg(ours);
    if (hello.minClient > server::kindVersion) {
        return fail(Error::Kind::TooNew,
                    Words::tr("The server is newer than this program and does not take its changes any more. Update "
                              "Keyturn to go on."),
                    versions, QStringLiteral("too_new"));
    }
    if (hello.schemaVersion < ours) {
        return fail(Error::Kind::Refused,
                    Words::tr("The server is older than this program. Its administrator brings it up to date with "
                              "“keyturn server upgrade”."),
                    versions, QStringLiteral("too_old"));
    }
    return {};
}

bool isOffline(const Error& error)
{
    return error.kind == Error::Kind::Offline;
}

} // namespace

DirectWriter::DirectWriter(const DirectOptions& options, ServerAccess access, std::shared_ptr<const Clock> clock)
    : m_options(options)
    , m_clock(std::move(clock))
    , m_ids(options.random ? UuidV7(options.random) : UuidV7())
    , m_link(std::move(access), options.commandMs)
{}

void DirectWriter::hurry(int ms)
{
    m_hurries = true;
    m_link.hurry(ms);
}

Result<Connection*> DirectWriter::connection()
{
    if (m_hurries && !m_link.isOpen()) {
        return fail(Error::Kind::Offline, tr("The workspace is closing."));
    }
    if (!m_link.isOpen()) {
        letGo();
    }
    bool fresh = false;
    KEYTURN_LET(Connection* const server, m_link.connection(&fresh));
    if (fresh) {
        if (Done greeted = greet(*server); !greeted) {
            letGo();
            return fail(greeted.error());
        }
        // Looking every now and then is what counts; a server, or something in between, that gives no hints will do.
        if (m_options.listens && m_options.lookEveryMs > 0 && server->listen(m_hello.channel)) {
            m_socket = server->socket();
        }
    }
    return server;
}

Done DirectWriter::greet(Connection& server)
{
    KEYTURN_LET(const ServerHello hello, server::hello(server, m_desk->device()));
    KEYTURN_TRY(checkVersions(hello));
    KEYTURN_TRY(m_desk->agreeWith(hello, m_clock->now()));
    if (!m_hello.epoch.isEmpty() && (hello.epoch != m_hello.epoch || hello.scopeRev != m_hello.scopeRev)) {
        m_mustReplace = true;
    }
    m_hello = hello;
    return {};
}

Access DirectWriter::accessOf(const ServerHello& hello) const
{
    Access access;
    access.role = hello.role;
    access.mayWrite = hello.mayWrite;
    access.managesPeople = hello.role == QLatin1String("org_admin") || hello.role == QLatin1String("system_admin");
    access.takesLists = hello.mayWrite;
    // Whoever may not see the figures of a loan would leave them behind with the lead that goes.
    access.mergesLeads = hello.mayWrite && hello.role != QLatin1String("marketing");
    access.givesLists = true;
    access.keepsFile = false;
    return access;
}

Result<Catalogue> DirectWriter::readCatalogue(Connection& server)
{
    KEYTURN_LET(Catalogue found, queries::catalogue(server));
    found.me = m_hello.user;
    found.device = m_desk->device();
    return found;
}

Result<DirectWriter::Opened> DirectWriter::open(const QString& deskPath)
{
    const Instant now = m_clock->now();
    KEYTURN_LET(m_desk, DeskFile::open(deskPath, *m_clock, [this, now] { return m_ids.next(now); }));
    KEYTURN_LET(Connection* const server, connection());
    m_cursor = m_hello.head;
    KEYTURN_LET(m_catalogue, readCatalogue(*server));
    Opened opened;
    opened.info.location = server->location();
    opened.info.schemaVersion = m_hello.schemaVersion;
    opened.catalogue = m_catalogue;
    opened.access = accessOf(m_hello);
    opened.hasUnsent = m_desk->inFlight().has_value();
    KEYTURN_LET(opened.undo, m_desk->undoState());
    return opened;
}

PlanContext DirectWriter::context()
{
    const Instant now = m_clock->now();
    return {m_catalogue.me, now, [this, now] { return m_ids.next(now); }};
}

Result<WriteOutcome> DirectWriter::submit(const Command& command)
{
    if (std::holds_alternative<MergeLeads>(command) && !accessOf(m_hello).mergesLeads) {
        return fail(Error::Kind::Refused,
                    tr("Your role does not see all that belongs to a lead, so it cannot merge two of them."));
    }
    return carryOut(
        [this, &command](Facts& facts) -> Result<ChangeSet> {
            KEYTURN_LET(const ChangeSet changes, plan(command, facts, context()));
            KEYTURN_TRY(refuseBlindChange(changes));
            return changes;
        },
        {});
}

Result<WriteOutcome> DirectWriter::decideDuplicates(const std::vector<DuplicateDecision>& decisions)
{
    return carryOut([this, &decisions](Facts& facts) { return planDecisions(decisions, facts, context()); }, {});
}

/// The rules are asked about the book as it is now, the person meant it as it was shown: what somebody else has moved,
/// given away or revalued since the last look must not be moved on unseen, nor merged.
Done DirectWriter::refuseBlindChange(const ChangeSet& changes)
{
    QHash<LeadId, const RowChange*> strict;
    std::vector<LeadId> leads;
    for (const RowChange& row : changes.rows) {
        const bool isStrict = row.table == QLatin1String("leads") && row.kind == RowChange::Kind::Update &&
                              std::ranges::any_of(row.fields, [](const FieldChange& field) {
                                  return field.column == QLatin1String("stage_id") ||
                                         field.column == QLatin1String("assigned_to") ||
                                         field.column == QLatin1String("estimated_value_cents") ||
                                         field.column == QLatin1String("duplicate_of_id");
                              });
        if (isStrict) {
            leads.push_back(LeadId::fromString(row.id));
            strict.insert(leads.back(), &row);
            if (const auto kept = LeadId::fromString(row.after(QStringLiteral("duplicate_of_id")).toString());
                !kept.isNull() && !strict.contains(kept)) {
                leads.push_back(kept);
                strict.insert(kept, &row);
            }
        }
    }
    KEYTURN_LET(Connection* const server, connection());
    for (const std::vector<QVariant>& chunk : queries::chunksOf(leads)) {
        std::vector<QVariant> values{m_cursor};
        values.insert(values.end(), chunk.begin(), chunk.end());
        std::optional<LeadId> unseen;
        KEYTURN_TRY(queries::forEachRow(*server,
                                        QString(u"SELECT id, rev FROM keyturn.leads WHERE rev > ? AND id IN (" %
                                                queries::placeholders(chunk.size()) % u')'),
                                        values, [&](const Statement& row) {
                                            if (!m_ownRevs.contains(row.integer(1))) {
                                                unseen = row.id<LeadId>(0);
                                            }
                                        }));
        if (unseen) {
            const RowChange& row = **strict.constFind(*unseen);
            PushAnswer answer;
            answer.code = QStringLiteral("conflict");
            answer.table = row.table;
            answer.row = row.id;
            answer.column = row.touches(QStringLiteral("duplicate_of_id")) ? QStringLiteral("duplicate_of_id")
                            : row.touches(QStringLiteral("stage_id"))      ? QStringLiteral("stage_id")
                            : row.touches(QStringLiteral("assigned_to"))   ? QStringLiteral("assigned_to")
                                                                           : QStringLiteral("estimated_value_cents");
            answer.current = row.before(answer.column).toString();
            return fail(rejection(answer, m_catalogue));
        }
    }
    return {};
}

Result<WriteOutcome> DirectWriter::undo()
{
    KEYTURN_LET(const std::optional<UndoStore::Entry> entry, UndoStore::topUndo(m_desk->connection()));
    if (!entry) {
        return fail(Error::Kind::Refused, tr("There is nothing to undo."));
    }
    return carryOut(
        [this, &entry](Facts& facts) { return planUndo(entry->changes, facts, context(), ChangeSet::Origin::Undo); },
        {DeskFile::Remember::Undone, entry->seq});
}

Result<WriteOutcome> DirectWriter::redo()
{
    KEYTURN_LET(const std::optional<UndoStore::Entry> entry, UndoStore::topRedo(m_desk->connection()));
    if (!entry) {
        return fail(Error::Kind::Refused, tr("There is nothing to redo."));
    }
    return carryOut(
        [this, &entry](Facts& facts) { return planUndo(entry->changes, facts, context(), ChangeSet::Origin::Redo); },
        {DeskFile::Remember::Redone, entry->seq});
}

Result<ChangeSet> DirectWriter::planned(const Work& work)
{
    // Nothing has been sent yet, so a line that broke while nobody looked is worth a second attempt.
    for (bool isLast : {false, true}) {
        KEYTURN_LET(Connection* const server, connection());
        server->setCallLimit(m_options.commandMs);
        const Result<ChangeSet> changes = [&]() -> Result<ChangeSet> {
            KEYTURN_LET(const Transaction moment, Transaction::begin(*server, Transaction::Kind::Read));
            StoreFacts facts(*server, m_catalogue);
            return work(facts);
        }();
        if (changes || isLast || !isOffline(changes.error())) {
            return changes;
        }
    }
    Q_UNREACHABLE();
}

Result<WriteOutcome> DirectWriter::carryOut(const Work& work, const DeskFile::Errand& errand)
{
    if (m_desk->inFlight()) {
        return fail(Error::Kind::Offline, tr("The server has not answered the last change yet. Nothing was changed."));
    }
    KEYTURN_LET(const ChangeSet changes, planned(work));
    if (changes.isEmpty()) {
        WriteOutcome nothing;
        KEYTURN_LET(nothing.undo, m_desk->undoState());
        return nothing;
    }
    return keepAndSend(changes, errand);
}

Result<WriteOutcome> DirectWriter::keepAndSend(const ChangeSet& changes, const DeskFile::Errand& errand)
{
    KEYTURN_LET(const ChangeSet written, m_desk->complete(changes, m_hello.organization.toString()));
    KEYTURN_TRY(m_desk->take(written, errand, m_clock->now()));
    return send();
}

Result<WriteOutcome> DirectWriter::resolve()
{
    if (!m_desk || !m_desk->inFlight()) {
        return WriteOutcome{};
    }
    Result<WriteOutcome> sent = send();
    if (!m_slice) {
        return sent;
    }
    KEYTURN_TRY(digest(sent));
    return goOnWithSlice();
}

Result<WriteOutcome> DirectWriter::send()
{
    QString why;
    m_rejection.reset();
    // The server knows an operation that it has seen, so that sending it twice does no harm.
    for (int attempt = 0; attempt < 2; ++attempt) {
        const Result<Connection*> server = connection();
        if (!server) {
            why = server.error().detail;
            break;
        }
        (*server)->setCallLimit(m_options.commandMs);
        const Result<PushAnswer> answer = server::push(**server, m_desk->inFlight()->operation);
        if (answer) {
            if (answer->ok) {
                return accepted(**server, *answer);
            }
            const Error error = rejection(*answer, m_catalogue);
            m_rejection = *answer;
            KEYTURN_TRY(m_desk->settle(false, m_clock->now()));
            // The server has counted its number, and goes on from there.
            return fail(error);
        }
        if (!isOffline(answer.error()) && answer.error().kind != Error::Kind::Corrupt) {
            // An error of the call as a whole: the server has taken nothing of it.
            KEYTURN_TRY(m_desk->settle(false, m_clock->now()));
            return fail(answer.error());
        }
        why = answer.error().detail;
        letGo();
    }
    return fail(
        Error::Kind::Offline,
        tr("The server has not confirmed this change. It is kept and sent again as soon as the server answers."), why,
        outcomeUnknown());
}

Result<WriteOutcome> DirectWriter::accepted(Connection& server, const PushAnswer& answer)
{
    WriteOutcome outcome;
    outcome.committed.changes = m_desk->inFlight()->written;
    outcome.committed.undone = outcome.committed.changes.origin == ChangeSet::Origin::Undo;
    m_ownRevs.insert(answer.rev);
    KEYTURN_TRY(m_desk->settle(true, m_clock->now()));
    KEYTURN_LET(outcome.undo, m_desk->undoState());
    if (queries::touchesCatalogue(outcome.committed.changes)) {
        // It is done; if this cannot be read now, the next look brings it.
        if (Result<Catalogue> fresh = readCatalogue(server)) {
            m_catalogue = *fresh;
            outcome.catalogue = std::move(*fresh);
        } else {
            m_ownRevs.remove(answer.rev);
        }
    }
    return outcome;
}

Result<DirectWriter::News> DirectWriter::look()
{
    KEYTURN_LET(Connection* const server, connection());
    server->setCallLimit(m_options.lookMs);
    KEYTURN_TRY(greet(*server));
    server->forgetHints();
    News news;
    // Kept here until all of it has been read: news that were read in half must come once more.
    qint64 cursor = m_cursor;
    if (m_mustReplace || m_hello.head < cursor) {
        news.replaced = true;
        cursor = m_hello.head;
    } else {
        KEYTURN_LET(cursor, follow(*server, news.changes));
    }
    if (news.replaced || queries::touchesCatalogue(news.changes)) {
        KEYTURN_LET(m_catalogue, readCatalogue(*server));
        news.catalogue = m_catalogue;
    }
    m_mustReplace = false;
    m_cursor = cursor;
    erase_if(m_ownRevs, [this](qint64 rev) { return rev <= m_cursor; });
    news.access = accessOf(m_hello);
    return news;
}

Result<qint64> DirectWriter::follow(Connection& server, ChangeSet& changes)
{
    qint64 cursor = m_cursor;
    for (qint64 head = m_hello.head; cursor < head;) {
        KEYTURN_LET(const PulledChanges pulled, server::pull(server, cursor));
        for (std::size_t i = 0; i < pulled.rows.size(); ++i) {
            if (!m_ownRevs.contains(pulled.revs[i])) {
                changes.rows.push_back(pulled.rows[i]);
            }
        }
        if (pulled.next <= cursor) {
            break; // a server that does not move must not keep us
        }
        cursor = pulled.next;
        head = pulled.head;
    }
    if (!changes.isEmpty()) {
        const Instant now = m_clock->now();
        changes.id = OperationId(m_ids.next(now));
        changes.origin = ChangeSet::Origin::Remote;
        changes.command = QStringLiteral("remote");
        changes.at = now;
    }
    return cursor;
}

void DirectWriter::letGo()
{
    m_socket = -1;
    m_link.close();
}

void DirectWriter::close()
{
    letGo();
    m_desk.reset();
}

} // namespace keyturn
