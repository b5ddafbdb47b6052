// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/canonical_json.h"
#include "models/storage/server_calls.h"
#include "tests/bench/rows.h"
#include "tests/bench/server_book.h"
#include "tests/support/tcp_proxy.h"
#include "tests/support/team_server.h"

#include <QJsonDocument>

namespace keyturn::bench {

namespace {

constexpr int boardLeads = 300;
constexpr int pushedMoves = 1'000;
constexpr int oneWayMs = 20;
constexpr int tries = 5;

std::unique_ptr<Connection> through(PostgresOptions options, int port, const QString& password)
{
    options.host = QStringLiteral("127.0.0.1");
    options.port = port;
    options.password = password;
    return need(Connection::openPostgres(options));
}

} // namespace

Rows measureFarBoard(const Setting& setting)
{
    ServerBook book(boardLeads);
    test::TcpProxy wire(book.team().server().port());
    DirectOptions options = book.team().options();
    options.lookEveryMs = 0;
    options.silenceMs = 30'000;
    const auto workspace = book.team().open(book.manager(), options, wire.port());
    const auto plain = book.session(book.manager(), wire.port());
    const auto best = [](const std::function<void()>& ask) {
        // The best of some: what other programs take of this machine is no part of the distance.
        double shortest = 1e9;
        for (int i = 0; i < tries; ++i) {
            shortest = std::min(shortest, timed(ask));
        }
        return shortest;
    };
    const auto measured = [&](const QString& name, double goal, const std::function<void()>& ask) {
        double near = 0;
        Row row = compare(name, QStringLiteral("SELECT 1 there"), goal, 20 * setting.effort,
                          {[&] {
                               wire.delay(0);
                               near = best(ask);
                               wire.delay(oneWayMs);
                           },
                           [&] { return best(ask) - near; },
                           [&] { return best([&] { need(plain->number(QStringLiteral("SELECT 1"))); }); }});
        row.note = QStringLiteral("beyond the %1 ms that it takes without the distance").arg(near, 0, 'f', 1);
        return row;
    };
    const LeadId lead = book.longLead();
    return {measured(QStringLiteral("board of a server 40 ms away"), 1.03,
                     [&] {
                         if (awaited(workspace->allLeads()).table->count() == 0) {
                             giveUp(QStringLiteral("the board is empty"));
                         }
                     }),
            measured(QStringLiteral("a lead of a server 40 ms away"), 1.1,
                     [&] {
                         if (awaited(workspace->lead(lead)).id != lead) {
                             giveUp(QStringLiteral("the lead is not there"));
                         }
                     }),
            measured(QStringLiteral("today of a server 40 ms away"), 2.1, [&] {
                awaited(workspace->today({workspace->catalogue().me, 7, 20}));
            })};
}

Rows measurePush(const Setting& setting)
{
    test::TeamServer team;
    need(team.start(test::PostgresServer::Tcp::Plain));
    need(team.makeTeam());
    test::TcpProxy wire(team.server().port());
    test::TeamDesk desk(team, QStringLiteral("north/officer"));
    const auto far = through(team.options(desk.me().login), wire.port(), test::TeamServer::password());
    const auto superuser = team.session();
    // The superuser has no password: the statement goes over the socket and pays the distance by itself.
    // Those that are pushed, and others that the statement moves.
    std::vector<LeadId> leads;
    QStringList others;
    std::vector<QByteArray> births;
    for (int i = 0; i < 2 * pushedMoves; ++i) {
        const LeadId lead(desk.newId());
        births.push_back(canonicalJson(desk.operation(
            QStringLiteral("create_lead"), desk.newLead(lead, QStringLiteral("Lead %1").arg(i), desk.user()))));
        if (i % 2 == 0) {
            leads.push_back(lead);
        } else {
            others << lead.toString();
        }
    }
    need(server::pushAll(desk.db(), births));
    need(superuser->script(QStringLiteral("VACUUM ANALYZE")));
    bool there = false;
    std::vector<QByteArray> operations;
    QStringList entries;
    const auto prepare = [&] {
        operations.clear();
        entries.clear();
        wire.delay(0);
        for (const LeadId lead : leads) {
            operations.push_back(canonicalJson(
                desk.operation(QStringLiteral("move_stage"),
                               desk.move(lead, there ? QStringLiteral("contacted") : QStringLiteral("new"),
                                         there ? QStringLiteral("new") : QStringLiteral("contacted")))));
            entries << desk.textId();
        }
        there = !there;
        wire.delay(oneWayMs);
    };
    const auto push = [&] {
        return timed([&] {
            for (const PushAnswer& answer : need(server::pushAll(*far, operations))) {
                if (!answer.ok) {
                    giveUp(answer.detail);
                }
            }
        });
    };
    // The same rows by one statement of somebody whom nothing holds up: the moves, their entries, the ledger.
    const QString sql = QStringLiteral(
        "WITH given AS (SELECT * FROM unnest(?::uuid[], ?::uuid[]) WITH ORDINALITY AS g (lead, entry, n)), "
        "other AS (SELECT s.id FROM keyturn.pipeline_stages s WHERE s.organization_id = ?::uuid AND s.key = ?), "
        "moved AS (UPDATE keyturn.leads l SET stage_id = (SELECT id FROM other), stage_entered_at = now(), "
        "version = l.version + 1, rev = l.rev + 1 FROM given g WHERE l.id = g.lead "
        "RETURNING l.id, l.organization_id, g.entry, g.n), "
        "told AS (INSERT INTO keyturn.lead_activities (id, organization_id, lead_id, activity_type, title, metadata, "
        "actor_type, actor_id, created_by, from_stage, to_stage, occurred_at, device_id, device_seq, prev_hash, hash, "
        "created_at, updated_at, rev) SELECT m.entry, m.organization_id, m.id, 'status_changed', 'status_changed', "
        "'{}', 'user', ?::uuid, ?::uuid, 'new', 'contacted', now(), ?::uuid, ? + m.n, repeat('0', 64), "
        "repeat('0', 64), now(), now(), m.n FROM moved m RETURNING id, organization_id, device_seq) "
        "INSERT INTO keyturn.ops (op_id, organization_id, seq, user_id, device_id, device_seq, kind, kind_version, "
        "args, args_hash, status, result, rev, chain, at) SELECT t.id, t.organization_id, 1000000 + t.device_seq, "
        "NULL, NULL, t.device_seq, 'move_stage', 1, ?::jsonb, repeat('0', 64), 'ok', '{}', t.device_seq, "
        "repeat('0', 64), now() FROM told t");
    qint64 written = 0;
    const DeviceId device(desk.newId());
    const auto set = [&] {
        const QString leadList = QString(u'{' + others.join(u',') + u'}');
        const QString entryList = QString(u'{' + entries.join(u',') + u'}');
        const QString args = QString::fromUtf8(operations.front());
        const double took = timed([&] {
            need(superuser->run(sql, leadList, entryList, desk.me().organization,
                                QString(there ? QStringLiteral("contacted") : QStringLiteral("new")), desk.user(),
                                desk.user(), device, written, args));
        });
        written += pushedMoves;
        return took + 2 * oneWayMs;
    };
    Row row = compare(QStringLiteral("push of 1,000 operations, 40 ms away"), QStringLiteral("one statement for all"),
                      2.5, 5 * setting.effort, {prepare, push, set});
    row.note = QStringLiteral("each atomic, idempotent, checked, chained; the statement checks nothing");
    return {row};
}

} // namespace keyturn::bench
