// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/derived_columns.h"

#include "models/storage/connection.h"

namespace keyturn {

namespace {

QString loggedSql(const QString& lead, const QString& from)
{
    return QStringLiteral(
               "SELECT %1 AS lead_id, max(a.occurred_at) AS last_activity_at, "
               "max(CASE WHEN a.activity_type IN ('email_received', 'email_opened', 'email_clicked', 'email_replied', "
               "'sms_received', 'whatsapp_received', 'form_submitted', 'website_visit', 'campaign_responded', "
               "'proposal_viewed', 'contract_signed') THEN a.occurred_at END) AS last_engagement_at, "
               "CAST(NULL AS bigint) AS first_contacted_at, CAST(NULL AS bigint) AS last_contacted_at, 0 AS calls FROM "
               "%2 GROUP BY %1 UNION ALL ")
        .arg(lead, from);
}

// One row a lead that has any source; the same rules as the triggers in 0001_book.sql.
QString sourcesSql()
{
    QString sql = QStringLiteral(
        "SELECT lead_id, max(last_activity_at) AS last_activity_at, max(last_engagement_at) AS last_engagement_at, "
        "min(first_contacted_at) AS first_contacted_at, max(last_contacted_at) AS last_contacted_at, "
        "coalesce(sum(calls), 0) AS total_calls FROM (");
    sql += loggedSql(QStringLiteral("a.lead_id"), QStringLiteral("lead_activities a WHERE a.lead_id IS NOT NULL"));
    sql += loggedSql(QStringLiteral("m.duplicate_of_id"),
                     QStringLiteral("leads m JOIN lead_activities a ON a.lead_id = m.id "
                                    "WHERE m.duplicate_of_id IS NOT NULL AND m.deleted_at IS NOT NULL"));
    sql += QStringLiteral(
        "SELECT lead_id, NULL, max(CASE WHEN direction = 'inbound' THEN completed_at END), "
        "min(CASE WHEN direction = 'outbound' OR communication_type IN ('call', 'meeting') THEN completed_at END), "
        "max(CASE WHEN direction = 'outbound' OR communication_type IN ('call', 'meeting') THEN completed_at END), "
        "count(*) FILTER (WHERE communication_type = 'call') "
        "FROM communications WHERE lead_id IS NOT NULL AND status = 'completed' AND deleted_at IS NULL GROUP BY "
        "lead_id) "
        "parts GROUP BY lead_id");
    return sql;
}

} // namespace

Done recomputeDerived(Connection& connection)
{
    const QString update =
        QStringLiteral("UPDATE leads SET last_activity_at = s.last_activity_at, "
                       "last_engagement_at = s.last_engagement_at, "
                       "first_contacted_at = s.first_contacted_at, "
                       "last_contacted_at = s.last_contacted_at, total_calls = s.total_calls FROM (") +
        sourcesSql() + QStringLiteral(") s WHERE s.lead_id = leads.id");
    KEYTURN_TRY(connection.run(update));
    KEYTURN_TRY(connection.run(QStringLiteral(
        "UPDATE leads SET last_sentiment_score = (SELECT sentiment_score FROM communications c "
        "WHERE c.lead_id = leads.id AND sentiment_score IS NOT NULL AND status = 'completed' AND deleted_at IS NULL "
        "ORDER BY completed_at DESC, id DESC LIMIT 1) "
        "WHERE id IN (SELECT lead_id FROM communications WHERE sentiment_score IS NOT NULL)")));
    KEYTURN_TRY(connection.run(QStringLiteral("DELETE FROM lead_totals")));
    KEYTURN_TRY(connection.run(
        QStringLiteral("INSERT INTO lead_totals (stage_id, owner_key, lead_count, value_cents) "
                       "SELECT stage_id, coalesce(assigned_to, ''), count(*), coalesce(sum(estimated_value_cents), 0) "
                       "FROM leads WHERE deleted_at IS NULL GROUP BY 1, 2")));
    return {};
}

Result<qint64> countWrongDerived(Connection& connection)
{
    const QString sql = QStringLiteral("SELECT count(*) FROM leads LEFT JOIN (") + sourcesSql() +
                        QStringLiteral(") s ON s.lead_id = leads.id "
                                       "WHERE leads.last_activity_at IS DISTINCT FROM s.last_activity_at "
                                       "OR leads.last_engagement_at IS DISTINCT FROM s.last_engagement_at "
                                       "OR leads.first_contacted_at IS DISTINCT FROM s.first_contacted_at "
                                       "OR leads.last_contacted_at IS DISTINCT FROM s.last_contacted_at "
                                       "OR leads.total_calls IS DISTINCT FROM coalesce(s.total_calls, 0)");
    // SQLite learned IS DISTINCT FROM in 3.39; its IS NOT means the same and is older.
    return connection.number(connection.isSqlite()
                                 ? QString(sql).replace(QStringLiteral("IS DISTINCT FROM"), QStringLiteral("IS NOT"))
                                 : sql);
}

Result<qint64> countWrongTotals(Connection& connection)
{
    return connection.number(QStringLiteral(
        "WITH recount AS (SELECT stage_id, coalesce(CAST(assigned_to AS text), '') AS owner_key, count(*) AS "
        "lead_count, "
        "coalesce(sum(estimated_value_cents), 0) AS value_cents FROM leads WHERE deleted_at IS NULL "
        "GROUP BY stage_id, coalesce(CAST(assigned_to AS text), '')) "
        "SELECT (SELECT count(*) FROM (SELECT * FROM recount EXCEPT "
        "SELECT stage_id, owner_key, lead_count, value_cents FROM lead_totals) missing) + "
        "(SELECT count(*) FROM (SELECT stage_id, owner_key, lead_count, value_cents FROM lead_totals EXCEPT "
        "SELECT * FROM recount) extra)"));
}

} // namespace keyturn
