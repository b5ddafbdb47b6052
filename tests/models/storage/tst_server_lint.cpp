// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/migrator.h"
#include "models/storage/server_lint.h"
#include "tests/support/team_server.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace keyturn;
using namespace keyturn::test;

namespace {

QString faultsOf(Connection& db)
{
    const auto faults = serverFaults(db);
    return faults ? faults->join(u'\n') : faults.error().detail;
}

/// The statements of a script, one by one. Quoted bodies stay whole.
QStringList statementsOf(const QString& script)
{
    QStringList found;
    QString pending;
    QString quote;
    for (qsizetype i = 0; i < script.size(); ++i) {
        const QChar c = script.at(i);
        if (quote.isEmpty() && script.mid(i, 2) == QLatin1String("--")) {
            i = script.indexOf(u'\n', i);
            if (i < 0) {
                break;
            }
            continue;
        }
        const QString dollar = script.mid(i, 2) == QLatin1String("$$") ? QStringLiteral("$$") : QString();
        if (quote.isEmpty() && (c == u'\'' || !dollar.isEmpty())) {
            quote = dollar.isEmpty() ? QString(c) : dollar;
        } else if (!quote.isEmpty() && script.mid(i, quote.size()) == quote) {
            pending += quote;
            i += quote.size() - 1;
            quote.clear();
            continue;
        }
        if (!dollar.isEmpty()) {
            pending += dollar;
            ++i;
            continue;
        }
        pending += c;
        if (c == u';' && quote.isEmpty()) {
            found << pending;
            pending.clear();
        }
    }
    return found;
}

} // namespace

class TestServerLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startOrSkip(m_server); }
    void init()
    {
        failOnAnyWarning();
        QCOMPARE(m_server.makeTeam(), QString());
    }

    void aServerIsSoundAfterEveryMigration()
    {
        const auto db = m_server.session();
        QCOMPARE(faultsOf(*db), QString());
    }

    void everyLaxityIsNoticed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* sql, const char* says) {
            QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(says);
        };
        row("no row security", "ALTER TABLE keyturn.leads DISABLE ROW LEVEL SECURITY", "leads: row security");
        row("not forced", "ALTER TABLE keyturn.tasks NO FORCE ROW LEVEL SECURITY", "tasks: row security");
        row("new table", "CREATE TABLE keyturn.secrets (a text)", "secrets: row security");
        row("update", "GRANT UPDATE ON keyturn.leads TO keyturn_member", "leads: keyturn_member holds UPDATE");
        row("truncate", "GRANT TRUNCATE ON keyturn.leads TO keyturn_member", "leads: keyturn_member holds TRUNCATE");
        row("column update", "GRANT UPDATE (name) ON keyturn.leads TO keyturn_member", "leads.name: keyturn_member");
        row("api deletes", "GRANT DELETE ON keyturn.leads TO keyturn_api", "leads: keyturn_api holds DELETE");
        row("hidden table", "GRANT SELECT ON keyturn.org_memberships TO keyturn_member", "org_memberships: people may");
        row("hidden column", "GRANT SELECT (args) ON keyturn.ops TO keyturn_member", "ops: people may");
        row("partition", "GRANT SELECT ON keyturn.lead_activities_default TO keyturn_member", "a partition has grants");
        row("view", "ALTER VIEW keyturn_read.leads RESET (security_invoker)", "leads: a view runs");
        row("definer", "ALTER FUNCTION api.push(jsonb[]) RESET search_path", "its search_path is not pinned");
        row("helper", "CREATE FUNCTION keyturn.late() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
            "its search_path is not pinned");
        row("public function", "GRANT EXECUTE ON FUNCTION admin.status() TO PUBLIC", "everybody may call it");
        row("inner function", "GRANT EXECUTE ON FUNCTION keyturn.find_twin(uuid, text, text, text) TO keyturn_member",
            "keyturn_member may call it");
        row("crossing key", "ALTER TABLE keyturn.tags ADD COLUMN lead uuid, ADD CONSTRAINT crossing UNIQUE (id)",
            "a unique key spans");
        row("no policy", "DROP POLICY leads_organization_isolation ON keyturn.leads", "leads: nothing keeps");
        row("delete policy", "CREATE POLICY oops ON keyturn.leads FOR DELETE USING (true)", "a policy lets rows");
        row("no trigger", "DROP TRIGGER lead_activities_append_only ON keyturn.lead_activities",
            "can still be changed");
        row("sleeping trigger", "ALTER TABLE keyturn.ops DISABLE TRIGGER ops_append_only", "ops: it can still");
        row("bypass", "ALTER ROLE keyturn_api BYPASSRLS", "keyturn_api: the role can do more");
        row("owner", "ALTER TABLE keyturn.leads OWNER TO keyturn_api", "leads: belongs to keyturn_api");
        row("schema", "GRANT CREATE ON SCHEMA keyturn TO keyturn_member", "keyturn: keyturn_member holds CREATE");
        row("temp", "GRANT TEMPORARY ON DATABASE :database TO PUBLIC", "everybody may TEMPORARY");
        row("new column", "ALTER TABLE keyturn.leads ADD COLUMN secret text", "leads.secret: no rule");
    }
    void everyLaxityIsNoticed()
    {
        QFETCH(QString, sql);
        QFETCH(const QString, says);
        const auto db = m_server.session();
        sql.replace(QStringLiteral(":database"), m_server.options({}).database);
        const Done done = db->script(QStringLiteral("BEGIN; ") + sql);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        const QString faults = faultsOf(*db);
        QVERIFY(db->script(QStringLiteral("ROLLBACK")));
        QVERIFY2(faults.contains(says), qPrintable(faults));
    }

    // Migrations

    void anInterruptedUpgradeCanBeRunAgain()
    {
        const std::vector<Migration> shipped = Migrator::shipped(Dialect::Postgres);
        QCOMPARE(m_server.server().administer(QStringLiteral("CREATE DATABASE interrupted")), QString());
        const PostgresOptions options = m_server.server().options(QStringLiteral("interrupted"));
        int interruptions = 0;
        for (const Migration& migration : shipped) {
            const QStringList statements = statementsOf(migration.sql);
            QVERIFY(!statements.isEmpty());
            // At the first, the last and about eight others.
            const int step = std::max(1, int(statements.size()) / 8);
            for (int stop = 0; stop <= statements.size(); stop += step) {
                const auto db = Connection::openPostgres(options);
                QVERIFY(db);
                Migration broken = migration;
                broken.sql = statements.mid(0, stop).join(u'\n') + QStringLiteral("; SELECT 1 / 0;");
                std::vector<Migration> upTo;
                for (const Migration& earlier : shipped) {
                    if (earlier.version < migration.version) {
                        upTo.push_back(earlier);
                    }
                }
                upTo.push_back(broken);
                QVERIFY(!Migrator(upTo).migrate(**db, SystemClock()));
                ++interruptions;
            }
            const auto db = Connection::openPostgres(options);
            QVERIFY(db);
            const auto before = Migrator(Dialect::Postgres).version(**db);
            QVERIFY(before);
            QCOMPARE(*before, migration.version - 1);
            std::vector<Migration> upTo(shipped.begin(), shipped.begin() + migration.version);
            const auto after = Migrator(upTo).migrate(**db, SystemClock());
            QVERIFY2(after, after ? "" : qPrintable(after.error().detail));
        }
        QVERIFY(interruptions > 20);
        // Fresh equals migrated.
        const auto migrated = Connection::openPostgres(options);
        QVERIFY(migrated);
        QCOMPARE(faultsOf(**migrated), QString());
        const auto fresh = m_server.session();
        QVERIFY(schemaOf(**migrated).size() > 500);
        QCOMPARE(schemaOf(**migrated), schemaOf(*fresh));
    }

    void severalDatabasesShareTheRoles()
    {
        // The cluster has them by now; a second database of ours must not mind, nor disturb the first.
        QCOMPARE(m_server.server().administer(QStringLiteral("CREATE DATABASE second_book")), QString());
        const auto second = Connection::openPostgres(m_server.server().options(QStringLiteral("second_book")));
        QVERIFY(second);
        const auto version = Migrator(Dialect::Postgres).migrate(**second, SystemClock());
        QVERIFY2(version, version ? "" : qPrintable(version.error().detail));
        QCOMPARE(faultsOf(**second), QString());
        // A login of the first has no place in the second.
        PostgresOptions options = m_server.server().options(QStringLiteral("second_book"));
        options.user = m_server.person(QStringLiteral("north/officer")).login;
        const auto stranger = Connection::openPostgres(options);
        QVERIFY(stranger);
        QCOMPARE((*stranger)->number(QStringLiteral("SELECT count(*) FROM users")), Result<qint64>(0));
        QCOMPARE((*stranger)->number(QStringLiteral("SELECT count(*) FROM organizations")), Result<qint64>(0));
        QCOMPARE((*stranger)->number(QStringLiteral("SELECT CASE WHEN api.hello() IS NULL THEN 1 ELSE 0 END")),
                 Result<qint64>(1));
    }

private:
    /// Tables with columns, indexes, constraints, triggers, policies, functions and grants, as text.
    static QStringList schemaOf(Connection& db)
    {
        QStringList found;
        const char* const queries[] = {
            "SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || a.attnotnull::text "
            "FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE a.attnum > 0 AND c.relkind IN ('r', 'p', "
            "'v') AND c.relnamespace IN ('keyturn'::regnamespace, 'keyturn_read'::regnamespace) ORDER BY 1",
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'keyturn' ORDER BY 1",
            "SELECT conrelid::regclass::text || conname || pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE connamespace = 'keyturn'::regnamespace ORDER BY 1",
            "SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE c.relnamespace = 'keyturn'::regnamespace AND NOT t.tgisinternal ORDER BY 1",
            "SELECT tablename || policyname || permissive || roles::text || cmd || coalesce(qual, '') || "
            "coalesce(with_check, '') FROM pg_policies WHERE schemaname = 'keyturn' ORDER BY 1",
            "SELECT pg_get_functiondef(p.oid) || p.proowner::regrole::text || coalesce(p.proacl::text, '') "
            "FROM pg_proc p WHERE p.pronamespace IN ('keyturn'::regnamespace, 'api'::regnamespace, "
            "'admin'::regnamespace) ORDER BY 1",
            "SELECT c.relname || c.relowner::regrole::text || coalesce(c.relacl::text, '') FROM pg_class c WHERE "
            "c.relnamespace IN ('keyturn'::regnamespace, 'keyturn_read'::regnamespace) AND c.relkind IN ('r', 'p', "
            "'v') ORDER BY 1",
        };
        for (const char* const sql : queries) {
            const Done done = db.select(QString::fromLatin1(sql), [&](const Statement& row) { found << row.text(0); });
            if (!done) {
                found << done.error().detail;
            }
        }
        return found;
    }

    TeamServer m_server;
};

QTEST_GUILESS_MAIN(TestServerLint)
#include "tst_server_lint.moc"
