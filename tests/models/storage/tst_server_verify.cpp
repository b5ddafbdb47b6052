// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/verify.h"
#include "tests/support/team_server.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace keyturn;
using namespace keyturn::test;

class TestServerVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startOrSkip(m_server); }
    void init()
    {
        failOnAnyWarning();
        QCOMPARE(m_server.makeTeam(), QString());
        work();
    }

    void whatWasPushedPasses()
    {
        const auto db = m_server.session();
        const auto checks = verifyBook(*db);
        QVERIFY2(checks, checks ? "" : qPrintable(checks.error().detail));
        QStringList names;
        for (const BookCheck& check : *checks) {
            QVERIFY2(check.ok, qPrintable(QString(check.name + QStringLiteral(": ") + check.detail)));
            names << check.name;
        }
        for (const char* name : {"guards", "ledger", "moves", "rows", "chain", "derived", "totals"}) {
            QVERIFY2(names.contains(QLatin1String(name)), name);
        }
    }

    void anAdministratorNeedNotBeSuperuser()
    {
        QCOMPARE(m_server.server().administer(
                     QStringLiteral("DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'deploy') THEN "
                                    "CREATE ROLE deploy LOGIN CREATEROLE IN ROLE keyturn_owner; END IF; END $$")),
                 QString());
        const auto db = m_server.session(QStringLiteral("deploy"));
        const auto checks = verifyBook(*db);
        QVERIFY2(checks, checks ? "" : qPrintable(checks.error().detail));
        for (const BookCheck& check : *checks) {
            QVERIFY2(check.ok, qPrintable(QString(check.name + QStringLiteral(": ") + check.detail)));
        }
        // It saw something.
        QVERIFY(checks->back().detail.contains(QRegularExpression(QStringLiteral("[1-9][0-9]*\\.$"))));
        // A loan officer cannot look at all of it.
        const auto officer = m_server.session(m_server.person(QStringLiteral("north/officer")).login);
        const auto refused = verifyBook(*officer);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
    }

    void whatASuperuserDidPastTheTriggersIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("check");
        const auto row = [](const char* name, const char* sql, const char* check) {
            QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(check);
        };
        row("edited lead", "UPDATE keyturn.leads SET name = 'X' WHERE name = 'Ann'", "rows");
        row("filled column", "UPDATE keyturn.leads SET lead_source = 'X' WHERE name = 'Ann'", "rows");
        row("moved lead",
            "UPDATE keyturn.leads l SET stage_id = s.id FROM keyturn.pipeline_stages s WHERE s.key = "
            "'funded' AND s.organization_id = l.organization_id AND l.name = 'Ann'",
            "rows");
        row("stolen lead",
            "UPDATE keyturn.leads l SET assigned_to = u.id FROM keyturn.users u WHERE u.email LIKE "
            "'second.north%' AND l.name = 'Ann'",
            "rows");
        row("edited amount", "UPDATE keyturn.lead_loan_scenarios SET loan_amount_cents = 1", "rows");
        row("removed lead", "UPDATE keyturn.leads SET deleted_at = now() WHERE name = 'Ann'", "rows");
        row("edited note", "UPDATE keyturn.lead_notes SET content = 'X'", "rows");
        row("deleted note", "DELETE FROM keyturn.lead_notes", "rows");
        row("edited entry", "UPDATE keyturn.lead_activities SET title = 'X' WHERE activity_type = 'status_changed'",
            "chain");
        row("backdated entry",
            "UPDATE keyturn.lead_activities SET occurred_at = occurred_at - interval '1 day' WHERE "
            "activity_type = 'status_changed'",
            "chain");
        row("deleted entry", "DELETE FROM keyturn.lead_activities WHERE activity_type = 'status_changed'", "moves");
        row("deleted entry in the chain", "DELETE FROM keyturn.lead_activities WHERE activity_type = 'assigned'",
            "chain");
        row("deleted tail",
            "DELETE FROM keyturn.lead_activities a WHERE device_seq = (SELECT max(device_seq) FROM "
            "keyturn.lead_activities b WHERE b.device_id = a.device_id)",
            "chain");
        row("truncated partition", "TRUNCATE keyturn.:partition", "chain");
        row("emptied ledger", "DELETE FROM keyturn.ops", "ledger");
        row("edited operation", "UPDATE keyturn.ops SET args = jsonb_set(args, '{summary}', '\"x\"') WHERE seq = 20",
            "ledger");
        row("edited operation with its hash",
            "UPDATE keyturn.ops SET args = jsonb_set(args, '{summary}', '\"x\"'), args_hash = "
            "encode(sha256(convert_to(jsonb_set(args, '{summary}', '\"x\"')::text, 'UTF8')), 'hex') WHERE seq = 20",
            "ledger");
        row("somebody else did it",
            "UPDATE keyturn.ops SET user_id = (SELECT id FROM keyturn.users WHERE email LIKE "
            "'second.north%') WHERE seq = 20",
            "ledger");
        row("a refusal made good", "UPDATE keyturn.ops SET status = 'ok', rev = 999 WHERE status = 'rejected'",
            "ledger");
        row("deleted operation", "DELETE FROM keyturn.ops WHERE seq = 20", "ledger");
        row("deleted last operation",
            "DELETE FROM keyturn.ops o WHERE seq = (SELECT max(seq) FROM keyturn.ops p WHERE "
            "p.organization_id = o.organization_id)",
            "ledger");
        row("head put back", "UPDATE keyturn.org_head SET head = head - 1", "ledger");
        row("wrong counter", "UPDATE keyturn.leads SET total_calls = 99", "derived");
        row("guard taken down", "ALTER TABLE keyturn.leads DISABLE ROW LEVEL SECURITY", "guards");
    }
    void whatASuperuserDidPastTheTriggersIsFound()
    {
        QFETCH(QString, sql);
        QFETCH(const QString, check);
        sql.replace(QStringLiteral(":partition"),
                    QStringLiteral("lead_activities_") +
                        QDateTime::currentDateTimeUtc().toString(QStringLiteral("'y'yyyy'm'MM")));
        const auto db = m_server.session();
        const Done done = db->script(
            QStringLiteral("SET session_replication_role = replica; %1; SET session_replication_role = origin")
                .arg(sql));
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        const auto checks = verifyBook(*db);
        QVERIFY2(checks, checks ? "" : qPrintable(checks.error().detail));
        bool isFound = false;
        QString all;
        for (const BookCheck& found : *checks) {
            isFound = isFound || (found.name == check && !found.ok && !found.detail.isEmpty());
            all += found.name + (found.ok ? QStringLiteral(" ok\n") : QString(u' ' + found.detail + u'\n'));
        }
        QVERIFY2(isFound, qPrintable(all));
    }

private:
    /// A bit of everything, refusals in the middle too.
    void work()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk manager(m_server, QStringLiteral("north/manager"));
        TeamDesk south(m_server, QStringLiteral("south/officer"));
        const LeadId ann = officer.addLead(QStringLiteral("Ann"), {}, QStringLiteral("ann@example.com"));
        QVERIFY(!officer.addLead(QStringLiteral("Eve"), UserId()).isNull());
        QVERIFY(!manager.addLead(QStringLiteral("Twin"), {}, QStringLiteral("ann@example.com")).isNull());
        QVERIFY(!south.addLead(QStringLiteral("Sue"), {}, QStringLiteral("ann@example.com")).isNull());
        const auto ok = [](const QJsonObject& answer) { QCOMPARE(outcome(answer), QStringLiteral("ok")); };
        ok(officer.push(QStringLiteral("move_stage"),
                        officer.move(ann, QStringLiteral("new"), QStringLiteral("contacted"))));
        // Refused entries stay in the device's chain, and in the ledger.
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(outcome(officer.push(QStringLiteral("move_stage"),
                                          officer.move(ann, QStringLiteral("funded"), QStringLiteral("new")))),
                     QStringLiteral("conflict"));
        }
        RowChange stop = updating(QStringLiteral("leads"), ann.toString(), 2, {{"do_not_contact", 1}}, ann);
        stop.fields.front().before = 0;
        ok(officer.push(QStringLiteral("update_leads"), {stop}));
        RowChange stale = updating(QStringLiteral("leads"), ann.toString(), 2, {{"do_not_contact", 0}}, ann);
        stale.fields.front().before = 0;
        ok(officer.push(QStringLiteral("update_leads"), {stale}));
        ok(officer.push(QStringLiteral("edit"), {insertion(QStringLiteral("lead_loan_scenarios"), officer.textId(),
                                                           {{"lead_id", ann.toString()},
                                                            {"loan_amount_cents", 35'000'000LL},
                                                            {"rate_lock_date", QStringLiteral("2030-01-02")}},
                                                           ann),
                                                 insertion(QStringLiteral("lead_notes"), officer.textId(),
                                                           {{"lead_id", ann.toString()},
                                                            {"user_id", officer.user().toString()},
                                                            {"content", QStringLiteral("Ünï")},
                                                            {"mentioned_users", QStringLiteral("[]")}},
                                                           ann),
                                                 insertion(QStringLiteral("communications"), officer.textId(),
                                                           {{"lead_id", ann.toString()},
                                                            {"communication_type", QStringLiteral("call")},
                                                            {"direction", QStringLiteral("outbound")},
                                                            {"completed_at", TeamDesk::now().ms},
                                                            {"sentiment_score", 0.25}},
                                                           ann),
                                                 insertion(QStringLiteral("tasks"), officer.textId(),
                                                           {{"lead_id", ann.toString()},
                                                            {"title", QStringLiteral("Call")},
                                                            {"due_time", QStringLiteral("09:30")}},
                                                           ann)}));
        ok(manager.push(QStringLiteral("assign_leads"), manager.assign(ann, officer.user(), manager.user())));
        ok(manager.push(QStringLiteral("assign_leads"), manager.assign(ann, manager.user(), officer.user())));
        ok(officer.push(QStringLiteral("move_stage"),
                        officer.move(ann, QStringLiteral("contacted"), QStringLiteral("processing"))));
    }

    TeamServer m_server;
};

QTEST_GUILESS_MAIN(TestServerVerify)
#include "tst_server_verify.moc"
