// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/storage/attack_fixture.h"

using namespace keyturn;
using namespace keyturn::test;

namespace {

/// The state of the error, or nothing if the statements went through. Leaves no transaction open.
QString state(Connection& db, const QString& sql)
{
    const Done done = db.script(sql);
    const QString code = done ? QString() : done.error().nativeCode;
    if (sql.startsWith(QLatin1String("BEGIN"))) {
        const Done back = db.script(QStringLiteral("ROLLBACK"));
        if (!back) {
            return back.error().detail;
        }
    }
    return code;
}

} // namespace

/// By plain SQL: what is not theirs is not read, not changed, not locked and not guessed.
class TestServerAttackSql : public QObject, protected AttackFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startOrSkip(m_server); }
    void init()
    {
        failOnAnyWarning();
        begin({"foreignRowsCannotBeRead", "leakyFunctionsSeeNothing", "whatIsForbiddenIsForbidden"});
    }
    void cleanup() { end(); }

    void foreignRowsCannotBeRead_data()
    {
        QTest::addColumn<QString>("trick");
        const auto row = [](const char* name, const char* sql) { QTest::newRow(name) << QString::fromLatin1(sql); };
        row("plainly", "");
        row("another organization by setting", "SET app.current_organization_id = ':south'");
        row("keyturn's own setting", "SET keyturn.organization_id = ':south'; SET keyturn.user_id = ':manager'");
        row("role setting", "SET application_name = 'keyturn_owner'");
        row("search path first", "SET search_path = public, keyturn, pg_catalog");
        row("row_security is left on", "SET row_security = on");
        row("session defaults", "SET default_transaction_isolation = 'serializable'");
        row("nulls are equal", "SET transform_null_equals = on");
        row("strings escape", "SET standard_conforming_strings = off");
        row("other plans", "SET enable_indexscan = off; SET enable_seqscan = off; SET enable_bitmapscan = off");
        row("other encodings", "SET client_encoding = 'SQL_ASCII'");
        row("jit", "SET jit = on; SET jit_above_cost = 0");
    }
    void foreignRowsCannotBeRead()
    {
        QFETCH(QString, trick);
        Connection& db = m_officer->db();
        trick.replace(QStringLiteral(":south"), m_south->me().organization.toString());
        trick.replace(QStringLiteral(":manager"), m_server.person(QStringLiteral("north/manager")).id.toString());
        if (!trick.isEmpty()) {
            QCOMPARE(state(db, trick), QString());
        }
        const QString foreign = m_foreign.toString();
        const QString abroad = m_abroad.toString();
        for (const QString& schema : {QStringLiteral("keyturn"), QStringLiteral("keyturn_read")}) {
            for (const char* table :
                 {"leads", "lead_activities", "lead_assignments", "lead_loan_scenarios", "lead_notes", "tasks"}) {
                const QString name = QString(schema + u'.' + QString::fromLatin1(table));
                const QString key = QByteArray(table) == "leads" ? QStringLiteral("id") : QStringLiteral("lead_id");
                QCOMPARE(db.number(QStringLiteral("SELECT count(*) FROM %1 WHERE %2 IN ('%3', '%4')")
                                       .arg(name, key, foreign, abroad)),
                         Result<qint64>(0));
                QCOMPARE(db.number(QStringLiteral("SELECT count(*) FROM %1 WHERE organization_id <> '%2'")
                                       .arg(name, m_officer->me().organization.toString())),
                         Result<qint64>(0));
            }
        }
        QCOMPARE(db.number(QStringLiteral("SELECT count(*) FROM keyturn.leads")), Result<qint64>(1));
        QCOMPARE(db.number(QStringLiteral("SELECT count(*) FROM keyturn.organizations")), Result<qint64>(1));
        QCOMPARE(db.number(QStringLiteral("SELECT count(*) FROM keyturn.users u WHERE u.organization_id <> '%1'")
                               .arg(m_officer->me().organization.toString())),
                 Result<qint64>(0));
        const QJsonObject hello = m_officer->hello();
        QCOMPARE(hello.value(QStringLiteral("user_id")).toString(), m_officer->user().toString());
        QCOMPARE(hello.value(QStringLiteral("role")).toString(), QStringLiteral("loan_officer"));
    }

    void leakyFunctionsSeeNothing_data()
    {
        QTest::addColumn<QString>("where");
        const auto row = [](const char* name, const char* sql) { QTest::newRow(name) << QString::fromLatin1(sql); };
        // Each would raise an error with the value in it, if it were asked about a foreign row.
        row("cast", "name::integer > 0");
        row("division", "1 / (CASE WHEN name LIKE 'Bob%' OR name LIKE 'Sue%' THEN 0 ELSE 1 END) = 1");
        row("pattern", "name ~ (CASE WHEN name LIKE 'Ann%' THEN 'x' ELSE '(' END) OR true");
        row("xml", "query_to_xml('SELECT ' || quote_literal(name), true, true, '') IS NOT NULL "
                   "AND 1 / (CASE WHEN name LIKE 'Ann%' THEN 1 ELSE 0 END) = 1");
    }
    void leakyFunctionsSeeNothing()
    {
        QFETCH(const QString, where);
        Connection& db = m_officer->db();
        const Done done = db.select(QStringLiteral("SELECT name FROM keyturn.leads WHERE ") + where, [](auto&) {});
        if (!done) {
            QVERIFY2(!done.error().detail.contains(QStringLiteral("Foreign")), qPrintable(done.error().detail));
            QVERIFY2(!done.error().detail.contains(QStringLiteral("Abroad")), qPrintable(done.error().detail));
            QVERIFY2(done.error().detail.contains(QStringLiteral("Ann Mine")) ||
                         !where.startsWith(QLatin1String("name::")),
                     qPrintable(done.error().detail));
        }
        if (where.startsWith(QLatin1String("1 /")) || where.contains(QLatin1String("xml"))) {
            QVERIFY2(done, "a foreign row was looked at");
        }
    }

    void whatIsForbiddenIsForbidden_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* sql, const char* expected = "42501") {
            QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(expected);
        };
        row("insert", "INSERT INTO keyturn.tags (id, organization_id, name, created_at, updated_at) VALUES "
                      "(gen_random_uuid(), ':north', 'x', now(), now())");
        row("insert into a view", "INSERT INTO keyturn_read.tags (id) VALUES (gen_random_uuid())");
        row("update", "UPDATE keyturn.leads SET name = 'x'");
        row("update through a view", "UPDATE keyturn_read.leads SET name = 'x'");
        row("update of no row", "UPDATE keyturn.leads SET name = 'x' WHERE false");
        row("delete", "DELETE FROM keyturn.leads");
        row("delete through a view", "DELETE FROM keyturn_read.lead_activities");
        row("merge", "MERGE INTO keyturn.leads l USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE");
        row("truncate", "TRUNCATE keyturn.leads CASCADE");
        row("truncate the log", "TRUNCATE keyturn.lead_activities");
        row("truncate a partition", "TRUNCATE keyturn.lead_activities_default");
        row("lock", "BEGIN; LOCK TABLE keyturn.leads IN ACCESS EXCLUSIVE MODE");
        row("lock softly", "BEGIN; LOCK TABLE keyturn.leads IN SHARE MODE");
        row("lock rows", "BEGIN; SELECT * FROM keyturn.leads FOR UPDATE");
        row("lock the head", "BEGIN; SELECT head FROM keyturn.org_head FOR UPDATE");
        row("lock rows to share", "BEGIN; SELECT * FROM keyturn.leads FOR KEY SHARE");
        row("copy in", "COPY keyturn.leads FROM STDIN");
        row("copy from a program", "COPY keyturn.leads FROM PROGRAM 'id'");
        row("copy to a file", "COPY keyturn.leads TO '/tmp/keyturn-leads'");
        row("owner", "SET ROLE keyturn_owner");
        row("api", "SET ROLE keyturn_api");
        row("superuser", "SET ROLE crm_admin");
        row("a colleague", "SET ROLE :second");
        row("session authorization", "SET SESSION AUTHORIZATION :second");
        row("session authorization of the superuser", "SET SESSION AUTHORIZATION crm_admin");
        row("row_security off", "SET row_security = off; SELECT * FROM keyturn.leads");
        row("replica", "SET session_replication_role = replica");
        row("memberships", "SELECT * FROM keyturn.org_memberships");
        row("teams", "SELECT * FROM keyturn.team_members");
        row("ledger", "SELECT * FROM keyturn.ops");
        row("chain", "SELECT chain FROM keyturn.org_head");
        row("devices", "SELECT * FROM keyturn.device_registrations");
        row("scope", "INSERT INTO keyturn.op_scope SELECT ':north', id FROM keyturn.leads");
        row("catalogue of writes", "SELECT * FROM keyturn.api_columns");
        row("partition", "SELECT * FROM keyturn.lead_activities_default");
        row("this month's partition", "SELECT * FROM keyturn.:partition");
        row("undo of somebody", "SELECT * FROM keyturn.undo_stack");
        row("settings of somebody", "SELECT * FROM keyturn_read.local_settings");
        row("admin", "SELECT admin.status()");
        row("set-role", "SELECT admin.set_role(':north', ':me', 'org_admin')");
        row("let in", "SELECT admin.set_active(':north', ':me', true)");
        row("login", "SELECT admin.add_login(':north', ':me', 'x')");
        row("record", "SELECT admin.record(':north', 'x', '{}')");
        row("identity", "SELECT keyturn.identity()");
        row("inner function", "SELECT keyturn.reject('ok', 'x')");
        row("twin", "SELECT keyturn.find_twin(gen_random_uuid(), 'bob@example.com', NULL, NULL)");
        row("partitions", "SELECT keyturn.make_partitions(24)");
        row("write past the door", "SELECT keyturn.insert_tags('{}')");
        row("write past the door by name", "SELECT keyturn.insert_by_name('tags', '{}')");
        row("lock by name", "SELECT keyturn.lock_by_name('leads', gen_random_uuid())");
        row("take an operation", "SELECT keyturn.take_op(NULL, '{}')");
        row("temporary table", "CREATE TEMP TABLE leads (a text)");
        row("temporary view", "CREATE TEMP VIEW leads AS SELECT 1");
        row("temporary function", "CREATE FUNCTION pg_temp.lower(text) RETURNS text LANGUAGE sql AS 'SELECT 1'");
        row("table", "CREATE TABLE public.x (a text)");
        row("table of ours", "CREATE TABLE keyturn.x (a text)");
        row("function", "CREATE FUNCTION keyturn_read.my_organization() RETURNS uuid LANGUAGE sql AS 'SELECT NULL'");
        row("leaky function",
            "CREATE FUNCTION public.leak(text) RETURNS boolean COST 0.0001 LANGUAGE sql AS 'SELECT true'");
        row("operator", "CREATE OPERATOR public.= (LEFTARG = uuid, RIGHTARG = uuid, FUNCTION = uuid_ne)");
        row("schema", "CREATE SCHEMA mine");
        row("database", "CREATE DATABASE mine");
        row("role", "CREATE ROLE mine SUPERUSER");
        row("own rights", "ALTER ROLE :me_login BYPASSRLS");
        row("own limit", "ALTER ROLE :me_login CONNECTION LIMIT 1000");
        row("group", "GRANT keyturn_owner TO :me_login");
        row("grant on", "GRANT DELETE ON keyturn.org_memberships TO PUBLIC");
        row("policy", "CREATE POLICY x ON keyturn.leads USING (true)");
        row("no policy", "ALTER TABLE keyturn.leads DISABLE ROW LEVEL SECURITY");
        row("no trigger", "ALTER TABLE keyturn.lead_activities DISABLE TRIGGER ALL");
        row("definer", "ALTER FUNCTION api.push(jsonb[]) SECURITY INVOKER");
        row("drop", "DROP TABLE keyturn.leads CASCADE");
        row("extension", "CREATE EXTENSION dblink");
        row("do block", "DO $$ BEGIN PERFORM 1; END $$");
        row("large object", "SELECT lo_create(0)");
        row("large object from bytes", "SELECT lo_from_bytea(0, 'x')");
        row("import of a file", "SELECT lo_import('/etc/passwd')");
        row("file", "SELECT pg_read_file('/etc/passwd')");
        row("folder", "SELECT pg_ls_dir('.')");
        row("reload", "SELECT pg_reload_conf()");
        row("system setting", "ALTER SYSTEM SET log_statement = 'none'");
        row("somebody's session", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'crm_admin'");
        row("shared catalogue", "SELECT rolpassword FROM pg_authid");
        row("statistics", "SELECT * FROM pg_statistic");
        row("subscription", "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p");
        row("event trigger", "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION keyturn.refuse_change()");
        row("index", "CREATE INDEX ON keyturn.leads (name)");
        row("rule", "CREATE RULE r AS ON SELECT TO keyturn.leads DO ALSO NOTHING");
        row("comment", "COMMENT ON TABLE keyturn.leads IS 'x'");
        row("statistics object", "CREATE STATISTICS s ON name, email FROM keyturn.leads");
    }
    void whatIsForbiddenIsForbidden()
    {
        QFETCH(QString, sql);
        QFETCH(const QString, expected);
        sql.replace(QStringLiteral(":north"), m_officer->me().organization.toString());
        sql.replace(QStringLiteral(":me_login"), m_officer->me().login);
        sql.replace(QStringLiteral(":me"), m_officer->user().toString());
        sql.replace(QStringLiteral(":second"), m_second->me().login);
        sql.replace(QStringLiteral(":partition"),
                    QStringLiteral("lead_activities_") +
                        QDateTime::currentDateTimeUtc().toString(QStringLiteral("'y'yyyy'm'MM")));
        const QString before = fingerprint();
        QCOMPARE(state(m_officer->db(), sql), expected);
        QCOMPARE(fingerprint(), before);
    }

    void statisticsTellNothing()
    {
        const auto admin = m_server.session();
        QVERIFY(admin->script(QStringLiteral("ANALYZE keyturn.leads")));
        QCOMPARE(m_officer->db().number(QStringLiteral("SELECT count(*) FROM pg_stats WHERE schemaname = 'keyturn' "
                                                       "AND tablename = 'leads'")),
                 Result<qint64>(0));
        // What others are running is theirs.
        QCOMPARE(m_officer->db().number(QStringLiteral(
                     "SELECT count(*) FROM pg_stat_activity WHERE usename <> session_user AND query NOT LIKE '<%' "
                     "AND query <> ''")),
                 Result<qint64>(0));
    }

    void privateNotesAreTheirAuthors()
    {
        TeamDesk manager(m_server, QStringLiteral("north/manager"));
        TeamDesk admin(m_server, QStringLiteral("north/admin"));
        const QString note = m_officer->textId();
        const QString document = m_officer->textId();
        const QString task = m_officer->textId();
        const auto own = [&](const char* table, const QString& id, Values values) {
            RowChange row = insertion(QString::fromLatin1(table), id, values, m_mine);
            row.fields.push_back({QStringLiteral("lead_id"), {}, m_mine.toString()});
            return row;
        };
        QCOMPARE(outcome(m_officer->push(
                     QStringLiteral("attach_document"),
                     {own("documents", document,
                          {{"file_name", QStringLiteral("secret.txt")},
                           {"file_url", QStringLiteral("https://example.com/secret")},
                           {"uploaded_by", m_officer->user().toString()}}),
                      m_officer->activity(m_mine, QStringLiteral("document_added"),
                                          {{QStringLiteral("document_id"), document},
                                           {QStringLiteral("file_name"), QStringLiteral("secret.txt")}})})),
                 QStringLiteral("ok"));
        QCOMPARE(manager.db().number(QStringLiteral("SELECT count(*) FROM documents")), Result<qint64>(1));
        const QJsonArray files{QJsonObject{{QStringLiteral("document_id"), document}}};
        QCOMPARE(
            outcome(m_officer->push(
                QStringLiteral("add_note"),
                {own("lead_notes", note,
                     {{"user_id", m_officer->user().toString()},
                      {"content", QStringLiteral("Going through a divorce")},
                      {"is_private", 1},
                      {"attachments", QString::fromUtf8(QJsonDocument(files).toJson(QJsonDocument::Compact))}}),
                 own("tasks", task,
                     {{"title", QStringLiteral("Ask about the divorce")},
                      {"note_id", note},
                      {"assigned_to", m_officer->user().toString()}}),
                 m_officer->activity(m_mine, QStringLiteral("task_completed"), {{QStringLiteral("task_id"), task}})})),
            QStringLiteral("ok"));
        const auto counts = [](Connection& db) {
            QStringList found;
            for (const char* sql :
                 {"SELECT count(*) FROM lead_notes", "SELECT count(*) FROM keyturn.lead_notes WHERE is_private",
                  "SELECT count(*) FROM documents", "SELECT count(*) FROM tasks",
                  "SELECT count(*) FROM lead_activities WHERE activity_type IN ('document_added', 'task_completed')",
                  "SELECT count(*) FROM v_lead_timeline WHERE activity_type IN ('document_added', 'task_completed')"}) {
                const auto number = db.number(QString::fromLatin1(sql));
                found << (number ? QString::number(*number) : number.error().detail);
            }
            return found.join(u' ');
        };
        QCOMPARE(counts(m_officer->db()), QStringLiteral("1 1 1 1 2 2"));
        QCOMPARE(counts(manager.db()), QStringLiteral("0 0 0 0 0 0"));
        QCOMPARE(counts(admin.db()), QStringLiteral("0 0 0 0 0 0"));
        // Nor does the feed tell of them.
        const QString feed = said(manager.pull(0));
        QVERIFY(!feed.contains(note) && !feed.contains(document) && !feed.contains(task));
        // Nobody else changes it, or learns from an answer that it is there.
        const auto answer = [&](const QString& id) {
            QString told =
                said(manager.push(QStringLiteral("edit_note"), {updating(QStringLiteral("lead_notes"), id, 1,
                                                                         {{"content", QStringLiteral("x")}}, m_mine)}));
            return told.replace(id, QStringLiteral("NOTE")).section(QStringLiteral("\"id\""), 2);
        };
        QVERIFY(answer(note).contains(QStringLiteral("NOTE")));
        QCOMPARE(answer(note), answer(manager.textId()));
        // Writing one in somebody's name is no way around.
        RowChange forged = own("lead_notes", manager.textId(),
                               {{"user_id", m_officer->user().toString()}, {"content", QStringLiteral("x")}});
        QCOMPARE(outcome(manager.push(QStringLiteral("add_note"), {forged})), QStringLiteral("refused"));
        // Once public, all of it can be seen.
        QCOMPARE(outcome(m_officer->push(QStringLiteral("edit_note"), {updating(QStringLiteral("lead_notes"), note, 1,
                                                                                {{"is_private", 0}}, m_mine)})),
                 QStringLiteral("ok"));
        QCOMPARE(counts(manager.db()), QStringLiteral("1 0 1 1 2 2"));
    }

    void nobodyHidesTheirOwnTrail()
    {
        TeamDesk manager(m_server, QStringLiteral("north/manager"));
        // An entry that claims to be about something nobody can see, and a move that does so.
        auto move = m_officer->move(m_mine, QStringLiteral("new"), QStringLiteral("contacted"));
        move[1].fields.push_back(
            {QStringLiteral("metadata"), {}, QStringLiteral("{\"note_id\":\"%1\"}").arg(m_officer->textId())});
        QCOMPARE(outcome(m_officer->push(QStringLiteral("move_stage"), move)), QStringLiteral("ok"));
        QCOMPARE(
            outcome(m_officer->push(QStringLiteral("add_note"),
                                    {m_officer->activity(m_mine, QStringLiteral("note_added"),
                                                         {{QStringLiteral("note_id"), m_officer->textId()}}),
                                     m_officer->activity(m_mine, QStringLiteral("note_added"),
                                                         {{QStringLiteral("note_id"), QStringLiteral("'; --")}})})),
            QStringLiteral("ok"));
        QCOMPARE(manager.db().number(QStringLiteral(
                     "SELECT count(*) FROM lead_activities WHERE activity_type IN ('note_added', 'status_changed')")),
                 Result<qint64>(3));
        // Somebody else's document does not disappear because I hang it on a private note.
        const QString document = manager.textId();
        QCOMPARE(outcome(manager.push(QStringLiteral("attach_document"),
                                      {insertion(QStringLiteral("documents"), document,
                                                 {{"lead_id", m_mine.toString()},
                                                  {"file_name", QStringLiteral("a.txt")},
                                                  {"file_url", QStringLiteral("https://example.com/a")},
                                                  {"uploaded_by", manager.user().toString()}},
                                                 m_mine)})),
                 QStringLiteral("ok"));
        QCOMPARE(outcome(m_officer->push(
                     QStringLiteral("add_note"),
                     {insertion(QStringLiteral("lead_notes"), m_officer->textId(),
                                {{"lead_id", m_mine.toString()},
                                 {"user_id", m_officer->user().toString()},
                                 {"content", QStringLiteral("x")},
                                 {"is_private", 1},
                                 {"attachments", QStringLiteral("[{\"document_id\":\"%1\"}]").arg(document)}},
                                m_mine)})),
                 QStringLiteral("ok"));
        QCOMPARE(manager.db().number(QStringLiteral("SELECT count(*) FROM documents")), Result<qint64>(1));
    }

    void anOpenSessionSeesNothingOnceItsPersonHasGone()
    {
        TeamDesk& me = *m_officer;
        TeamDesk admin(m_server, QStringLiteral("north/admin"));
        QVERIFY(me.db().script(QStringLiteral("BEGIN")));
        QCOMPARE(me.db().number(QStringLiteral("SELECT count(*) FROM leads")), Result<qint64>(1));
        // From inside the window: the membership ends with the commit.
        QCOMPARE(outcome(admin.push(QStringLiteral("edit_user"),
                                    {updating(QStringLiteral("users"), me.user().toString(), 1, {{"is_active", 0}})})),
                 QStringLiteral("ok"));
        for (const char* table : {"leads", "lead_activities", "users", "organizations", "pipeline_stages", "tags",
                                  "board_positions", "keyturn.leads", "keyturn.access_log"}) {
            QCOMPARE(me.db().number(QStringLiteral("SELECT count(*) FROM ") + QString::fromLatin1(table)),
                     Result<qint64>(0));
        }
        QVERIFY(me.hello().isEmpty());
        QVERIFY(me.db().script(QStringLiteral("COMMIT")));
        QCOMPARE(outcome(me.push(QStringLiteral("move_stage"),
                                 me.move(m_mine, QStringLiteral("new"), QStringLiteral("contacted")))),
                 QString(QStringLiteral("call: ") + insufficientPrivilege()));
        // From outside: the session ends and the login is shut.
        const auto root = m_server.session();
        QVERIFY(root->run(QStringLiteral("SELECT admin.set_active(?::uuid, ?::uuid, false)"), me.me().organization,
                          m_second->user()));
        QTRY_COMPARE(root->number(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE usename = ?::name"),
                                  m_second->me().login),
                     Result<qint64>(0));
        QCOMPARE(root->number(QStringLiteral("SELECT rolcanlogin::integer FROM pg_roles WHERE rolname = ?::name"),
                              m_second->me().login),
                 Result<qint64>(0));
        m_second.reset();
        // Logins belong to the cluster: the next test has this one again.
        QVERIFY(root->run(QStringLiteral("SELECT admin.set_active(?::uuid, ?::uuid, true)"), me.me().organization,
                          m_server.person(QStringLiteral("north/second")).id));
    }

    void aClosedOrganizationIsClosed()
    {
        const auto root = m_server.session();
        QVERIFY(root->run(QStringLiteral("UPDATE keyturn.organizations SET is_active = false, version = version + 1 "
                                         "WHERE id = ?::uuid"),
                          m_officer->me().organization));
        QCOMPARE(m_officer->db().number(QStringLiteral("SELECT count(*) FROM leads")), Result<qint64>(0));
        QVERIFY(m_officer->hello().isEmpty());
        QCOMPARE(m_south->db().number(QStringLiteral("SELECT count(*) FROM leads")), Result<qint64>(1));
    }
};

QTEST_GUILESS_MAIN(TestServerAttackSql)
#include "tst_server_attack_sql.moc"
