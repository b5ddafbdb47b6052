// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/verify_server.h"

#include "models/storage/connection.h"
#include "models/storage/server_lint.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace keyturn {

namespace {

constexpr int shownFaults = 5;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};

BookCheck judge(const char* name, const QStringList& faults, const QString& good)
{
    return BookCheck{QString::fromLatin1(name), faults.isEmpty(),
                     faults.isEmpty() ? good : faults.mid(0, shownFaults).join(QStringLiteral(" "))};
}

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// Walks the operations of one organization and hashes them again, here and not on the server.
class LedgerWalk
{
public:
    explicit LedgerWalk(QString organization)
        : m_organization(std::move(organization))
    {}

    [[nodiscard]] qint64 operations() const { return m_seq; }
    [[nodiscard]] QString fault() const { return m_fault; }

    void take(const Statement& row)
    {
        if (!m_fault.isEmpty()) {
            return;
        }
        const qint64 seq = row.integer(0);
        const QByteArray argsHash = row.text(4).toLatin1();
        const QByteArray rev = row.isNull(6) ? QByteArray() : QByteArray::number(row.integer(6));
        if (seq != m_seq + 1) {
            m_fault = Words::tr("Operation %1 of organization %2 is missing.").arg(m_seq + 1).arg(m_organization);
            return;
        }
        // An erased operation keeps its hash and loses its contents.
        if (!row.isNull(3) && sha256(row.text(3).toUtf8()) != argsHash) {
            m_fault = changed(seq);
            return;
        }
        if (!rev.isEmpty() && row.integer(6) != ++m_rev) {
            m_fault = Words::tr("Revision %1 of organization %2 is missing.").arg(m_rev).arg(m_organization);
            return;
        }
        m_chain = sha256(QByteArrayList{m_chain, row.text(1).toUtf8(), row.text(2).toUtf8(), argsHash,
                                        row.text(5).toUtf8(), rev, row.text(7).toUtf8()}
                             .join('\n'));
        if (row.text(8).toLatin1() != m_chain) {
            m_fault = changed(seq);
            return;
        }
        m_seq = seq;
    }

    void close(qint64 head, qint64 lastOp, const QString& chain)
    {
        if (m_fault.isEmpty() && (lastOp != m_seq || head != m_rev || chain.toLatin1() != m_chain)) {
            m_fault = Words::tr("The newest operations of organization %1 are missing, from %2 on.")
                          .arg(m_organization)
                          .arg(m_seq + 1);
        }
    }

private:
    [[nodiscard]] QString changed(qint64 seq) const
    {
        return Words::tr("Operation %1 of organization %2 was changed after it was taken.")
            .arg(seq)
            .arg(m_organization);
    }

    QString m_organization;
    QByteArray m_chain = QByteArray(64, '0');
    qint64 m_seq = 0;
    qint64 m_rev = 0;
    QString m_fault;
};

Result<BookCheck> checkLedger(Connection& connection)
{
    QStringList organizations;
    KEYTURN_TRY(connection.select(QStringLiteral("SELECT id::text FROM keyturn.organizations ORDER BY 1"),
                                  [&](const Statement& row) { organizations << row.text(0); }));
    QStringList faults;
    qint64 operations = 0;
    for (const QString& organization : std::as_const(organizations)) {
        LedgerWalk walk(organization);
        KEYTURN_TRY(connection.select(
            QStringLiteral("SELECT seq, op_id::text, kind, args::text, args_hash, status, rev, "
                           "coalesce(user_id::text, ''), chain FROM keyturn.ops WHERE organization_id = ?::uuid "
                           "ORDER BY seq"),
            [&](const Statement& row) { walk.take(row); }, organization));
        KEYTURN_TRY(connection.select(
            QStringLiteral("SELECT head, last_op, chain FROM keyturn.org_head WHERE organization_id = ?::uuid"),
            [&](const Statement& row) { walk.close(row.integer(0), row.integer(1), row.text(2)); }, organization));
        operations += walk.operations();
        if (!walk.fault().isEmpty()) {
            faults << walk.fault();
        }
    }
    return judge("ledger", faults, Words::tr("The ledger is as it was written: %1 operations.").arg(operations));
}

Result<BookCheck> checkMoves(Connection& connection)
{
    QStringList faults;
    KEYTURN_TRY(connection.select(
        QStringLiteral(
            "SELECT o.op_id::text FROM keyturn.ops o CROSS JOIN (VALUES ('stage_id', ARRAY['status_changed']), "
            "('assigned_to', ARRAY['assigned', 'reassigned'])) k (name, types) "
            "WHERE o.status = 'ok' AND o.args -> 'rows' IS NOT NULL "
            "AND (SELECT count(*) FROM jsonb_array_elements(o.args -> 'rows') r, jsonb_array_elements(r -> 'fields') f "
            "WHERE r ->> 'table' = 'leads' AND r ->> 'kind' = 'update' AND f ->> 0 = k.name AND f -> 1 <> f -> 2) "
            "> (SELECT count(*) FROM keyturn.lead_activities a WHERE a.organization_id = o.organization_id "
            "AND a.rev = o.rev AND a.activity_type = ANY(k.types))"),
        [&](const Statement& row) {
            faults << Words::tr("Operation %1 moved or assigned a lead, and the log lacks its entry.").arg(row.text(0));
        }));
    return judge("moves", faults, Words::tr("Every move and assignment has its entry in the log."));
}

/// Rows against the ledger: the last accepted value of every column that an operation wrote, the initial one where it
/// wrote none. Columns of the server's own (revisions, caches) and what administrators set past the ledger are left
/// out.
QString rowsSql(const QString& table)
{
    return QStringLiteral(R"(
WITH taken AS (
    SELECT o.organization_id, o.rev, r.value AS change, r.ordinality AS nth
    FROM keyturn.ops o CROSS JOIN LATERAL jsonb_array_elements(o.args -> 'rows') WITH ORDINALITY r
    WHERE o.status = 'ok' AND r.value ->> 'table' = '%1'
), written AS (
    SELECT DISTINCT ON (t.organization_id, t.change ->> 'id', f ->> 0) t.organization_id,
        (t.change ->> 'id')::uuid AS id, f ->> 0 AS name, f -> 2 AS value
    FROM taken t CROSS JOIN LATERAL jsonb_array_elements(t.change -> 'fields') f
    ORDER BY t.organization_id, t.change ->> 'id', f ->> 0, t.rev DESC, t.nth DESC
), born AS (
    SELECT DISTINCT t.organization_id, (t.change ->> 'id')::uuid AS id FROM taken t WHERE t.change ->> 'kind' = 'insert'
), expected AS (
    SELECT w.organization_id, w.id, c.name, c.rule, c.initial, keyturn.native(w.value, c.type) AS value
    FROM written w JOIN keyturn.api_columns c ON c.table_name = '%1' AND c.name = w.name
    UNION ALL
    SELECT b.organization_id, b.id, c.name, c.rule, c.initial, c.initial
    FROM born b CROSS JOIN keyturn.api_columns c
    WHERE c.table_name = '%1' AND c.name NOT IN ('created_at', 'duplicate_of_id') AND NOT EXISTS (
        SELECT 1 FROM written w WHERE w.organization_id = b.organization_id AND w.id = b.id AND w.name = c.name)
)
SELECT DISTINCT e.id::text, CASE WHEN t.id IS NULL THEN '' ELSE e.name END
FROM expected e LEFT JOIN keyturn.%1 t ON t.id = e.id AND t.%2 = e.organization_id
WHERE e.rule NOT IN ('kept', 'never') AND (t.id IS NULL OR to_jsonb(t) -> e.name IS DISTINCT FROM e.value
    AND NOT (e.value = 'null' AND to_jsonb(t) -> e.name = e.initial)
    AND NOT (e.rule = 'monotone' AND to_jsonb(t) -> e.name = 'true')
    AND NOT ('%1' = 'leads' AND e.name = 'external_lead_id' AND to_jsonb(t) ->> 'duplicate_of_id' IS NOT NULL)
    AND NOT ('%1' = 'users' AND e.name IN ('role', 'is_active')))
ORDER BY 1, 2 LIMIT 5)")
        .arg(table, table == QLatin1String("organizations") ? QStringLiteral("id") : QStringLiteral("organization_id"));
}

Result<BookCheck> checkRows(Connection& connection)
{
    QStringList tables;
    KEYTURN_TRY(
        connection.select(QStringLiteral("SELECT name FROM keyturn.api_tables WHERE bundle IN ('std', 'del', 'log') "
                                         "AND name ~ '^[a-z_]+$' ORDER BY 1"),
                          [&](const Statement& row) { tables << row.text(0); }));
    QStringList faults;
    for (const QString& table : std::as_const(tables)) {
        KEYTURN_TRY(connection.select(rowsSql(table), [&](const Statement& row) {
            faults << (row.text(1).isEmpty() ? Words::tr("Row %1 of %2 is missing.").arg(row.text(0), table)
                                             : Words::tr("Row %1 of %2 differs from the ledger in %3.")
                                                   .arg(row.text(0), table, row.text(1)));
        }));
    }
    KEYTURN_TRY(connection.select(
        QStringLiteral("SELECT sha256 FROM keyturn.document_contents WHERE encode(sha256(data), 'hex') <> sha256"),
        [&](const Statement& row) { faults << Words::tr("Document %1 was changed.").arg(row.text(0)); }));
    return judge("rows", faults, Words::tr("All rows are what the ledger says."));
}

} // namespace

Result<std::vector<BookCheck>> verifyServer(Connection& connection)
{
    std::vector<BookCheck> checks;
    KEYTURN_LET(const QStringList faults, serverFaults(connection));
    checks.push_back(judge("guards", faults, Words::tr("All tables and their guards are in place.")));
    KEYTURN_LET(BookCheck ledger, checkLedger(connection));
    checks.push_back(ledger);
    KEYTURN_LET(BookCheck moves, checkMoves(connection));
    checks.push_back(moves);
    KEYTURN_LET(BookCheck rows, checkRows(connection));
    checks.push_back(rows);
    KEYTURN_LET(BookCheck chains, verifyServerChains(connection));
    checks.push_back(chains);
    return checks;
}

} // namespace keyturn
