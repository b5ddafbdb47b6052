// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/server_book.h"

#include "models/base/uuid_v7.h"
#include "models/sample/sample_source.h"
#include "models/storage/bulk_loader.h"
#include "models/storage/queries/catalogue_queries.h"

namespace keyturn::bench {

namespace {

constexpr int longTimeline = 2'000;
constexpr qint64 fewLeads = 20;

} // namespace

ServerBook::ServerBook(int leads)
{
    need(m_team.start());
    need(m_team.makeOrganization());
    m_officer = m_team.add(QStringLiteral("Hannah"), QStringLiteral("loan_officer"));
    m_manager = m_team.add(QStringLiteral("Mary"), QStringLiteral("manager"));
    load(leads);
}

void ServerBook::load(int leads)
{
    const auto server = superuser();
    const Instant now = SystemClock().now();
    Catalogue catalogue = need(queries::catalogue(*server));
    catalogue.me = m_officer.login.user;
    sample::SampleOptions options;
    options.leads = leads;
    options.now = now;
    options.longTimeline = longTimeline;
    sample::SampleSource source(options, catalogue);
    // Guards and counters row by row would take most of the time; what they count is counted at the end.
    need(server->script(QStringLiteral("SET session_replication_role = replica")));
    UuidV7 ids;
    const auto loader = need(BulkLoader::begin(*server, DeviceId(ids.next(now)), now));
    while (const std::optional<RowBatch> batch = source.next()) {
        need(loader->add(*batch));
    }
    need(loader->finish());
    need(server->script(QStringLiteral(
        "UPDATE keyturn.leads l SET last_activity_at = s.last, first_contacted_at = s.first FROM (SELECT lead_id, "
        "max(occurred_at) AS last, min(occurred_at) FILTER (WHERE activity_type = 'call_logged') AS first "
        "FROM keyturn.lead_activities GROUP BY lead_id) s WHERE s.lead_id = l.id; "
        "SET session_replication_role = origin")));
    // As a server in use is: visited by its own housekeeping.
    need(server->script(QStringLiteral("VACUUM ANALYZE")));

    const auto firstOf = [&](const char* order, qint64 limit) {
        std::vector<LeadId> found;
        need(server->select(
            QStringLiteral("SELECT l.id FROM leads l LEFT JOIN (SELECT lead_id, count(*) AS n FROM "
                           "lead_activities GROUP BY lead_id) a ON a.lead_id = l.id "
                           "WHERE l.assigned_to = ? AND l.deleted_at IS NULL ORDER BY %1 LIMIT ?")
                .arg(QLatin1String(order)),
            [&](const Statement& row) { found.push_back(row.id<LeadId>(0)); }, m_officer.login.user, limit));
        return found;
    };
    m_longLead = firstOf("a.n DESC", 1).at(0);
    m_someLeads = firstOf("l.id", fewLeads);
}

std::unique_ptr<Connection> ServerBook::session(const test::Team::Member& member, int port) const
{
    PostgresOptions options;
    static_cast<ServerAddress&>(options) = m_team.address(member, port);
    options.password = member.login.password;
    return need(Connection::openPostgres(options));
}

std::unique_ptr<Connection> ServerBook::superuser() const
{
    return need(Connection::openPostgres(m_team.adminOptions()));
}

} // namespace keyturn::bench
