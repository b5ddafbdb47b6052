// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planner.h"
#include "models/storage/migrator.h"
#include "models/storage/queries/catalogue_queries.h"
#include "models/storage/store_facts.h"
#include "tests/support/team_server.h"
#include "tests/support/test_main.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace keyturn;
using namespace keyturn::test;

namespace {

RowChange change(const char* table, const QString& id, const char* column, const QVariant& before,
                 const QVariant& after, LeadId lead = {})
{
    RowChange row = updating(QString::fromLatin1(table), id, 1, {{column, after}}, lead);
    row.fields.front().before = before;
    return row;
}

QString said(const QJsonObject& answer)
{
    return QString::fromUtf8(QJsonDocument(answer).toJson());
}

QJsonValue current(const QJsonObject& answer)
{
    return answer.value(QStringLiteral("row")).toObject().value(QStringLiteral("current"));
}

} // namespace

class TestServerPush : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled()) {
            QSKIP("PostgreSQL is not installed.");
        }
        const QString failure = m_server.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init()
    {
        failOnAnyWarning();
        QCOMPARE(m_server.makeTeam(), QString());
    }

    void helloSaysWhoIAm()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const QJsonObject hello = officer.hello();
        QCOMPARE(hello.value(QStringLiteral("user_id")).toString(), officer.user().toString());
        QCOMPARE(hello.value(QStringLiteral("organization_id")).toString(), officer.me().organization.toString());
        QCOMPARE(hello.value(QStringLiteral("role")).toString(), QStringLiteral("loan_officer"));
        QCOMPARE(hello.value(QStringLiteral("sees_organization")).toBool(true), false);
        QCOMPARE(hello.value(QStringLiteral("may_write")).toBool(), true);
        QCOMPARE(hello.value(QStringLiteral("min_client")).toInt(), 1);
        QVERIFY(hello.value(QStringLiteral("schema_version")).toInt() >= 4);
        QVERIFY(hello.value(QStringLiteral("device")).isNull());
        QVERIFY(qAbs(hello.value(QStringLiteral("server_time_ms")).toInteger() - TeamDesk::now().ms) < 60'000);

        QVERIFY(!officer.addLead(QStringLiteral("Ann")).isNull());
        const QJsonObject again = officer.hello();
        QCOMPARE(again.value(QStringLiteral("head")).toInteger(), hello.value(QStringLiteral("head")).toInteger() + 1);
        QCOMPARE(again.value(QStringLiteral("epoch")), hello.value(QStringLiteral("epoch")));
        const QJsonObject device = again.value(QStringLiteral("device")).toObject();
        QCOMPARE(device.value(QStringLiteral("last_device_seq")).toInt(), 1);
        QCOMPARE(device.value(QStringLiteral("chain_seq")).toInt(), 2);
    }

    void anOlderProgramIsTold()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const Migrator migrator(Dialect::Postgres);
        QCOMPARE(migrator.version(officer.db()), Result<int>(migrator.newest()));
        QCOMPARE(officer.hello().value(QStringLiteral("schema_version")).toInt(), migrator.newest());
        const auto admin = m_server.session();
        QVERIFY(admin->script(
            QStringLiteral("INSERT INTO keyturn.schema_migrations SELECT 999, 'later', repeat('a', 64), now(), 1; "
                           "UPDATE keyturn.schema_meta SET version = 999, min_client = 2")));
        const auto version = migrator.version(officer.db());
        QVERIFY(!version);
        QCOMPARE(version.error().kind, Error::Kind::TooNew);
        QCOMPARE(officer.hello().value(QStringLiteral("min_client")).toInt(), 2);
        QCOMPARE(outcome(officer.push(QStringLiteral("create_lead"),
                                      officer.newLead(LeadId(officer.newId()), QStringLiteral("Ann"), {}))),
                 QStringLiteral("too_old"));
    }

    void aHalfFinishedPushHoldsNobodyUp()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk second(m_server, QStringLiteral("north/second"));
        QVERIFY(officer.db().script(QStringLiteral("BEGIN")));
        QVERIFY(!officer.addLead(QStringLiteral("Ann")).isNull());
        QVERIFY(!second.addLead(QStringLiteral("Bob")).isNull()); // once the server has given the other up
        QVERIFY(!officer.db().number(QStringLiteral("SELECT 1")));
        QCOMPARE(count(second.db(), "leads"), 1);
    }

    void anOperationIsInTheBookAndInTheLedger()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann Lee"), {}, QStringLiteral("ann@example.com"));
        const auto row = officer.db().first(QStringLiteral("SELECT * FROM leads"));
        QVERIFY(row && *row);
        QCOMPARE((*row)->text(QStringLiteral("id")), lead.toString());
        QCOMPARE((*row)->text(QStringLiteral("name")), QStringLiteral("Ann Lee"));
        QCOMPARE((*row)->text(QStringLiteral("organization_id")), officer.me().organization.toString());
        QCOMPARE((*row)->integer(QStringLiteral("version")), 1);
        QVERIFY((*row)->integer(QStringLiteral("last_activity_at")) > 0);
        QCOMPARE(count(officer.db(), "lead_activities"), 2);
        const auto admin = m_server.session();
        const auto op = admin->first(
            QStringLiteral("SELECT kind, status, rev, args ->> 'command' AS command, at IS NOT NULL AS at FROM "
                           "keyturn.ops WHERE user_id = ?::uuid"),
            officer.user());
        QVERIFY(op && *op);
        QCOMPARE((*op)->text(QStringLiteral("kind")), QStringLiteral("create_lead"));
        QCOMPARE((*op)->text(QStringLiteral("status")), QStringLiteral("ok"));
    }

    void anAnswerThatWasLostIsGivenAgain()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const QJsonObject op = officer.operation(
            QStringLiteral("move_stage"), officer.move(lead, QStringLiteral("new"), QStringLiteral("contacted")));
        const QJsonObject first = officer.push(op);
        QCOMPARE(outcome(first), QStringLiteral("ok"));
        QCOMPARE(officer.push(op), first);
        QCOMPARE(officer.push(op), first);
        QCOMPARE(number(officer.db(), "SELECT count(*) FROM lead_activities WHERE activity_type = 'status_changed'"),
                 1);
        QCOMPARE(number(officer.db(), "SELECT version FROM leads"), 2);

        // A refusal is remembered too, even when the reason has gone.
        const QJsonObject clash = officer.operation(
            QStringLiteral("move_stage"), officer.move(lead, QStringLiteral("new"), QStringLiteral("processing")));
        const QJsonObject refusal = officer.push(clash);
        QCOMPARE(outcome(refusal), QStringLiteral("conflict"));
        QCOMPARE(outcome(officer.push(QStringLiteral("move_stage"),
                                      officer.move(lead, QStringLiteral("contacted"), QStringLiteral("new")))),
                 QStringLiteral("ok"));
        QCOMPARE(officer.push(clash), refusal);

        // The same id for something else is no repetition.
        QJsonObject other = op;
        other.insert(QStringLiteral("summary"), QStringLiteral("something else"));
        QCOMPARE(outcome(officer.push(other)), QStringLiteral("invalid"));
        TeamDesk second(m_server, QStringLiteral("north/second"));
        QCOMPARE(outcome(second.push(op)), QStringLiteral("invalid"));
    }

    void disjointFieldsMerge()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk manager(m_server, QStringLiteral("north/manager"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const QString id = lead.toString();
        // Both know version 1.
        const QJsonObject one =
            officer.push(QStringLiteral("update_leads"),
                         {change("leads", id, "email", QVariant(), QStringLiteral("ann@example.com"), lead)});
        QCOMPARE(outcome(one), QStringLiteral("ok"));
        const QJsonObject two = manager.push(
            QStringLiteral("update_leads"),
            {change("leads", id, "lead_temperature", QStringLiteral("cold"), QStringLiteral("hot"), lead)});
        QCOMPARE(outcome(two), QStringLiteral("ok"));
        QVERIFY(two.value(QStringLiteral("overwritten")).toArray().isEmpty());
        QCOMPARE(two.value(QStringLiteral("versions")).toArray().at(0).toObject().value(QStringLiteral("version")),
                 QJsonValue(3));
        const auto row = officer.db().first(QStringLiteral("SELECT email, lead_temperature, version FROM leads"));
        QVERIFY(row && *row);
        QCOMPARE((*row)->text(QStringLiteral("email")), QStringLiteral("ann@example.com"));
        QCOMPARE((*row)->text(QStringLiteral("lead_temperature")), QStringLiteral("hot"));
        QCOMPARE((*row)->integer(QStringLiteral("version")), 3);
    }

    void theLaterOfTwoWinsAndTheLostValueIsTold()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk manager(m_server, QStringLiteral("north/manager"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const QString id = lead.toString();
        QCOMPARE(
            outcome(officer.push(QStringLiteral("update_leads"),
                                 {change("leads", id, "name", QStringLiteral("Ann"), QStringLiteral("Anna"), lead)})),
            QStringLiteral("ok"));
        const QJsonObject later =
            manager.push(QStringLiteral("update_leads"),
                         {change("leads", id, "name", QStringLiteral("Ann"), QStringLiteral("Anne"), lead)});
        QCOMPARE(outcome(later), QStringLiteral("ok"));
        const QJsonObject lost = later.value(QStringLiteral("overwritten")).toArray().at(0).toObject();
        QCOMPARE(lost.value(QStringLiteral("column")).toString(), QStringLiteral("name"));
        QCOMPARE(lost.value(QStringLiteral("base")).toString(), QStringLiteral("Ann"));
        QCOMPARE(lost.value(QStringLiteral("theirs")).toString(), QStringLiteral("Anna"));
        QCOMPARE(lost.value(QStringLiteral("mine")).toString(), QStringLiteral("Anne"));
        QCOMPARE(text(officer.db(), "SELECT name FROM leads"), QStringLiteral("Anne"));
    }

    void strictColumnsRefuseWhoeverDidNotKnow_data()
    {
        QTest::addColumn<QString>("column");
        for (const char* column : {"stage_id", "assigned_to", "estimated_value_cents", "loan_amount_cents"}) {
            QTest::newRow(column) << QString::fromLatin1(column);
        }
    }
    void strictColumnsRefuseWhoeverDidNotKnow()
    {
        QFETCH(const QString, column);
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk manager(m_server, QStringLiteral("north/manager"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const QString scenario = officer.textId();
        QCOMPARE(outcome(officer.push(QStringLiteral("update_leads"),
                                      {insertion(QStringLiteral("lead_loan_scenarios"), scenario,
                                                 {{"lead_id", lead.toString()}, {"loan_amount_cents", 100LL}}, lead)})),
                 QStringLiteral("ok"));
        const UserId second = m_server.person(QStringLiteral("north/second")).id;
        const auto rows = [&](TeamDesk& desk, bool isFirst) -> std::vector<RowChange> {
            if (column == QLatin1String("stage_id")) {
                return desk.move(lead, QStringLiteral("new"),
                                 isFirst ? QStringLiteral("contacted") : QStringLiteral("processing"));
            }
            if (column == QLatin1String("assigned_to")) {
                return desk.assign(lead, officer.user(), isFirst ? second : manager.user());
            }
            const qint64 amount = isFirst ? 200 : 300;
            if (column == QLatin1String("loan_amount_cents")) {
                return {change("lead_loan_scenarios", scenario, "loan_amount_cents", 100LL, amount, lead)};
            }
            return {change("leads", lead.toString(), "estimated_value_cents", QVariant(), amount, lead)};
        };
        QCOMPARE(outcome(officer.push(QStringLiteral("first"), rows(officer, true))), QStringLiteral("ok"));
        const qint64 before = number(manager.db(), "SELECT count(*) FROM lead_activities");
        const QJsonObject answer = manager.push(QStringLiteral("second"), rows(manager, false));
        QCOMPARE(outcome(answer), QStringLiteral("conflict"));
        QVERIFY(answer.value(QStringLiteral("rev")).isNull());
        QCOMPARE(answer.value(QStringLiteral("row")).toObject().value(QStringLiteral("column")).toString(), column);
        const QJsonValue now = current(answer);
        QVERIFY(now == QJsonValue(200) || now == QJsonValue(second.toString()) ||
                now == QJsonValue(officer.stage(QStringLiteral("contacted")).toString()));
        // Nothing of it happened.
        QCOMPARE(number(manager.db(), "SELECT count(*) FROM lead_activities"), before);
    }

    void protectionIsEasyToSetAndHardToLift()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk manager(m_server, QStringLiteral("north/manager"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const QString id = lead.toString();
        const auto set = [&](TeamDesk& desk, int before, int after) {
            return desk.push(QStringLiteral("update_leads"),
                             {change("leads", id, "do_not_contact", before, after, lead)});
        };
        QCOMPARE(outcome(set(officer, 0, 1)), QStringLiteral("ok"));
        // Somebody who saw it unset and writes it back does not lift it.
        const QJsonObject stale =
            officer.push(QStringLiteral("update_leads"), {change("leads", id, "do_not_contact", 0, 0, lead)});
        QCOMPARE(outcome(stale), QStringLiteral("ok"));
        QCOMPARE(stale.value(QStringLiteral("overwritten")).toArray().at(0).toObject().value(QStringLiteral("kept")),
                 QJsonValue(QStringLiteral("theirs")));
        QCOMPARE(number(officer.db(), "SELECT do_not_contact FROM leads"), 1);
        QCOMPARE(outcome(set(officer, 1, 0)), QStringLiteral("refused"));
        QCOMPARE(number(officer.db(), "SELECT do_not_contact FROM leads"), 1);
        QCOMPARE(outcome(set(manager, 1, 0)), QStringLiteral("ok"));
        QCOMPARE(number(officer.db(), "SELECT do_not_contact FROM leads"), 0);
    }

    void whatWasRemovedIsNotChanged()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        RowChange removal = change("leads", lead.toString(), "deleted_at", QVariant(), TeamDesk::now().ms, lead);
        QCOMPARE(outcome(officer.push(QStringLiteral("delete_leads"),
                                      {removal, officer.activity(lead, QStringLiteral("lead_deleted"))})),
                 QStringLiteral("ok"));
        const QJsonObject answer = officer.push(QStringLiteral("move_stage"),
                                                officer.move(lead, QStringLiteral("new"), QStringLiteral("contacted")));
        QCOMPARE(outcome(answer), QStringLiteral("conflict"));
        QCOMPARE(answer.value(QStringLiteral("row")).toObject().value(QStringLiteral("column")).toString(),
                 QStringLiteral("deleted_at"));
        // It can be logged about, and brought back.
        QCOMPARE(
            outcome(officer.push(QStringLiteral("log_activity"), {officer.activity(lead, QStringLiteral("custom"))})),
            QStringLiteral("ok"));
        RowChange restore =
            change("leads", lead.toString(), "deleted_at", current(answer).toInteger(), QVariant(), lead);
        QCOMPARE(outcome(officer.push(QStringLiteral("restore_leads"),
                                      {restore, officer.activity(lead, QStringLiteral("lead_restored"))})),
                 QStringLiteral("ok"));
    }

    void aBadOperationStopsNoOther()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const QJsonArray answers = officer.push(QJsonArray{
            officer.operation(QStringLiteral("move_stage"),
                              officer.move(lead, QStringLiteral("new"), QStringLiteral("contacted"))),
            officer.operation(QStringLiteral("move_stage"),
                              officer.move(lead, QStringLiteral("new"), QStringLiteral("processing"))),
            QJsonValue(QStringLiteral("nonsense")),
            officer.operation(QStringLiteral("move_stage"),
                              officer.move(lead, QStringLiteral("contacted"), QStringLiteral("processing"))),
        });
        QCOMPARE(answers.size(), 4);
        QCOMPARE(outcome(answers.at(0).toObject()), QStringLiteral("ok"));
        QCOMPARE(outcome(answers.at(1).toObject()), QStringLiteral("conflict"));
        QCOMPARE(outcome(answers.at(2).toObject()), QStringLiteral("invalid"));
        QCOMPARE(outcome(answers.at(3).toObject()), QStringLiteral("ok"));
        QCOMPARE(answers.at(3).toObject().value(QStringLiteral("rev")).toInteger(),
                 answers.at(0).toObject().value(QStringLiteral("rev")).toInteger() + 1);
        QCOMPARE(text(officer.db(), "SELECT s.key FROM leads l JOIN pipeline_stages s ON s.id = l.stage_id"),
                 QStringLiteral("processing"));
    }

    void aCallHasItsBounds()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        QJsonArray many;
        for (int i = 0; i < 51; ++i) {
            many.append(officer.operation(QStringLiteral("create_lead"),
                                          officer.newLead(LeadId(officer.newId()), QStringLiteral("Ann"), {})));
        }
        QVERIFY(officer.push(many).isEmpty());
        QCOMPARE(officer.failure().nativeCode, QStringLiteral("54000"));
        QCOMPARE(count(officer.db(), "leads"), 0);

        // Two of them are too large together; one alone may be that large.
        TeamDesk fresh(m_server, QStringLiteral("north/officer"));
        const auto large = [&] {
            const LeadId lead(fresh.newId());
            auto rows = fresh.newLead(lead, QStringLiteral("Ann"), fresh.user());
            rows.push_back(insertion(QStringLiteral("lead_notes"), fresh.textId(),
                                     {{"lead_id", lead.toString()},
                                      {"user_id", fresh.user().toString()},
                                      {"content", QString(200'000, u'x')}},
                                     lead));
            return fresh.operation(QStringLiteral("create_lead"), rows);
        };
        const QJsonObject one = large();
        const QJsonObject two = large();
        QVERIFY(fresh.push(QJsonArray{one, two}).isEmpty());
        QCOMPARE(fresh.failure().nativeCode, QStringLiteral("54000"));
        QCOMPARE(outcome(fresh.push(one)), QStringLiteral("ok"));
        QCOMPARE(outcome(fresh.push(two)), QStringLiteral("ok"));
        QVERIFY(fresh.push(QJsonArray()).isEmpty());
        QCOMPARE(fresh.failure(), Error());
    }

    void aCommandOverManyLeadsIsOneOperation()
    {
        constexpr int leads = 400;
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        std::vector<RowChange> rows;
        std::vector<LeadId> made;
        for (int i = 0; i < leads; ++i) {
            made.emplace_back(officer.newId());
            for (RowChange& row : officer.newLead(made.back(), QStringLiteral("Lead %1").arg(i), officer.user())) {
                rows.push_back(std::move(row));
            }
        }
        const QJsonObject answer = officer.push(QStringLiteral("import"), rows);
        QVERIFY2(outcome(answer) == QLatin1String("ok"), qPrintable(officer.failure().detail + said(answer).left(500)));
        QCOMPARE(count(officer.db(), "leads"), leads);
        rows.clear();
        for (const LeadId lead : made) {
            for (RowChange& row : officer.move(lead, QStringLiteral("new"), QStringLiteral("contacted"))) {
                rows.push_back(std::move(row));
            }
        }
        // One stale card spoils all of it.
        auto stale = rows;
        stale.front().fields.front().before = officer.stage(QStringLiteral("funded")).toString();
        QCOMPARE(outcome(officer.push(QStringLiteral("move_stage"), stale)), QStringLiteral("conflict"));
        QCOMPARE(number(officer.db(), "SELECT count(DISTINCT stage_id) FROM leads"), 1);
        const qint64 head = officer.hello().value(QStringLiteral("head")).toInteger();
        QCOMPARE(outcome(officer.push(QStringLiteral("move_stage"), rows)), QStringLiteral("ok"));
        QCOMPARE(officer.hello().value(QStringLiteral("head")).toInteger(), head + 1);
        QCOMPARE(number(officer.db(),
                        "SELECT count(*) FROM leads l JOIN pipeline_stages s ON s.id = l.stage_id WHERE s.key = "
                        "'contacted'"),
                 leads);
    }

    void whatIsOnlyLateIsAskedAgain()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const QJsonObject op = officer.operation(
            QStringLiteral("move_stage"), officer.move(lead, QStringLiteral("new"), QStringLiteral("contacted")));
        const auto other = m_server.session();
        QVERIFY(other->script(QStringLiteral("BEGIN; SELECT 1 FROM keyturn.org_head FOR UPDATE")));
        QVERIFY(officer.db().script(QStringLiteral("SET statement_timeout = 300")));
        const QJsonObject late = officer.push(op);
        QCOMPARE(outcome(late), QStringLiteral("call: 57014"));
        QVERIFY(other->script(QStringLiteral("ROLLBACK")));
        QVERIFY(officer.db().script(QStringLiteral("SET statement_timeout = 0")));
        QCOMPARE(outcome(officer.push(op)), QStringLiteral("ok"));
        QCOMPARE(number(officer.db(), "SELECT count(*) FROM lead_activities WHERE activity_type = 'status_changed'"),
                 1);
    }

    // The log

    void noMoveWithoutItsEntry_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : {"move alone", "assignment alone", "assignment without its row", "birth alone",
                                 "removal alone", "entry alone", "entry about another stage", "entry with wrong words",
                                 "two entries", "assigned entry alone", "created entry alone"}) {
            QTest::newRow(what) << QString::fromLatin1(what);
        }
    }
    void noMoveWithoutItsEntry()
    {
        QFETCH(const QString, what);
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const UserId second = m_server.person(QStringLiteral("north/second")).id;
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        auto move = officer.move(lead, QStringLiteral("new"), QStringLiteral("contacted"));
        auto assignment = officer.assign(lead, officer.user(), second);
        std::vector<RowChange> rows;
        if (what == QLatin1String("move alone")) {
            rows = {move[0]};
        } else if (what == QLatin1String("assignment alone")) {
            rows = {assignment[0]};
        } else if (what == QLatin1String("assignment without its row")) {
            rows = {assignment[0], assignment[2]};
        } else if (what == QLatin1String("birth alone")) {
            rows = {officer.newLead(LeadId(officer.newId()), QStringLiteral("Bob"), {})[0]};
        } else if (what == QLatin1String("removal alone")) {
            rows = {change("leads", lead.toString(), "deleted_at", QVariant(), TeamDesk::now().ms, lead)};
        } else if (what == QLatin1String("entry alone")) {
            rows = {move[1]};
        } else if (what == QLatin1String("entry about another stage")) {
            rows = {move[0], officer.move(lead, QStringLiteral("new"), QStringLiteral("funded"))[1]};
        } else if (what == QLatin1String("entry with wrong words")) {
            rows = move;
            for (FieldChange& field : rows[1].fields) {
                if (field.column == QLatin1String("to_stage")) {
                    field.after = QStringLiteral("funded");
                }
            }
        } else if (what == QLatin1String("two entries")) {
            rows = {move[0], move[1], officer.move(lead, QStringLiteral("new"), QStringLiteral("contacted"))[1]};
        } else if (what == QLatin1String("assigned entry alone")) {
            rows = {assignment[2]};
        } else {
            rows = {officer.activity(lead, QStringLiteral("created"))};
        }
        QCOMPARE(outcome(officer.push(QStringLiteral("trick"), rows)), QStringLiteral("audit"));
        QCOMPARE(number(officer.db(), "SELECT count(*) FROM lead_activities"), 2);
        QCOMPARE(number(officer.db(), "SELECT version FROM leads"), 1);
    }

    void theChainOfADeviceGoesOn()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const auto logOp = [&] {
            return officer.operation(QStringLiteral("log_activity"),
                                     {officer.activity(lead, QStringLiteral("custom"))});
        };
        const auto edited = [](QJsonObject op, const char* column, const QJsonValue& value) {
            QJsonArray rows = op.value(QStringLiteral("rows")).toArray();
            QJsonObject row = rows.at(0).toObject();
            QJsonArray fields = row.value(QStringLiteral("fields")).toArray();
            for (qsizetype i = 0; i < fields.size(); ++i) {
                QJsonArray field = fields.at(i).toArray();
                if (field.at(0) == QJsonValue(QString::fromLatin1(column))) {
                    field.replace(2, value);
                    fields.replace(i, field);
                }
            }
            row.insert(QStringLiteral("fields"), fields);
            rows.replace(0, row);
            op.insert(QStringLiteral("rows"), rows);
            return op;
        };
        const QJsonObject good = logOp();
        QJsonObject bad = edited(good, "prev_hash", QString(64, u'a'));
        bad.insert(QStringLiteral("id"), officer.textId());
        QCOMPARE(outcome(officer.push(bad)), QStringLiteral("audit"));
        // Its number is used up; the entry itself is still the next one.
        QJsonObject retried = good;
        retried.insert(QStringLiteral("device_seq"), good.value(QStringLiteral("device_seq")).toInteger() + 1);
        QCOMPARE(outcome(officer.push(retried)), QStringLiteral("ok"));
        logOp();
        const auto next = [&](const QJsonObject& op, int ahead) {
            QJsonObject renumbered = op;
            renumbered.insert(QStringLiteral("device_seq"), 10 + ahead);
            return renumbered;
        };
        // The one in between is missing.
        QCOMPARE(outcome(officer.push(next(logOp(), 0))), QStringLiteral("audit"));
        QCOMPARE(outcome(officer.push(next(edited(logOp(), "device_seq", 4), 1))), QStringLiteral("audit"));
        QCOMPARE(outcome(officer.push(next(edited(logOp(), "device_id", officer.textId()), 2))),
                 QStringLiteral("audit"));
    }

    void afterARefusalTheChainGoesOnFromEitherEnd()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const auto refuse = [&] {
            return officer.push(QStringLiteral("move_stage"),
                                officer.move(lead, QStringLiteral("funded"), QStringLiteral("processing")));
        };
        // A desk that sends many and hears later counts the refused entries too.
        QCOMPARE(outcome(refuse()), QStringLiteral("conflict"));
        QCOMPARE(outcome(refuse()), QStringLiteral("conflict"));
        QCOMPARE(
            outcome(officer.push(QStringLiteral("log_activity"), {officer.activity(lead, QStringLiteral("custom"))})),
            QStringLiteral("ok"));
        const QJsonObject device = officer.hello().value(QStringLiteral("device")).toObject();
        QCOMPARE(device.value(QStringLiteral("chain_seq")).toInt(), 5);
        // One that waits for each answer takes the accepted end, which hello tells.
        QCOMPARE(outcome(refuse()), QStringLiteral("conflict"));
        QCOMPARE(officer.hello().value(QStringLiteral("device")).toObject().value(QStringLiteral("chain_seq")).toInt(),
                 5);
    }

    // Who may

    void rolesDecideWhatIsWritten_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* person, const char* what, const char* expected) {
            QTest::addRow("%s: %s", person, what) << QString(QStringLiteral("north/") + QString::fromLatin1(person))
                                                  << QString::fromLatin1(what) << QString::fromLatin1(expected);
        };
        row("viewer", "note", "refused");
        row("viewer", "position", "refused");
        row("officer", "note", "ok");
        row("marketing", "note", "ok");
        row("officer", "loan", "ok");
        row("marketing", "loan", "refused");
        row("service", "loan", "ok");
        row("officer", "stage name", "refused");
        row("manager", "stage name", "ok");
        row("officer", "organization", "refused");
        row("manager", "organization", "refused");
        row("admin", "organization", "ok");
        row("admin", "organization's plan", "refused");
        row("officer", "own phone", "ok");
        row("officer", "own role", "refused");
        row("officer", "own e-mail", "refused");
        row("manager", "second's role", "refused");
        row("admin", "second's role", "ok");
        row("admin", "system administrator", "refused");
        row("admin", "own role", "refused");
        row("admin", "colleague", "ok");
        row("manager", "colleague", "refused");
        row("admin", "colleague as system administrator", "refused");
    }
    void rolesDecideWhatIsWritten()
    {
        QFETCH(const QString, person);
        QFETCH(const QString, what);
        QFETCH(const QString, expected);
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        TeamDesk desk(m_server, person);
        const QString second = m_server.person(QStringLiteral("north/second")).id.toString();
        const QString stage = desk.stage(QStringLiteral("contacted")).toString();
        const auto colleague = [&](const char* role) {
            return insertion(QStringLiteral("users"), desk.textId(),
                             {{"email", QStringLiteral("new@example.com")},
                              {"username", QStringLiteral("new")},
                              {"first_name", QStringLiteral("New")},
                              {"last_name", QStringLiteral("One")},
                              {"role", QString::fromLatin1(role)}});
        };
        const std::map<QString, std::vector<RowChange>> all{
            {QStringLiteral("note"),
             {insertion(
                 QStringLiteral("lead_notes"), desk.textId(),
                 {{"lead_id", lead.toString()}, {"user_id", desk.user().toString()}, {"content", QStringLiteral("x")}},
                 lead)}},
            {QStringLiteral("position"),
             {insertion(QStringLiteral("board_positions"), lead.toString(), {{"stage_id", stage}, {"rank", 1}}, lead)}},
            {QStringLiteral("loan"),
             {insertion(QStringLiteral("lead_loan_scenarios"), desk.textId(),
                        {{"lead_id", lead.toString()}, {"loan_amount_cents", 1}}, lead)}},
            {QStringLiteral("stage name"),
             {change("pipeline_stages", stage, "name", QStringLiteral("contacted"), QStringLiteral("Reached"))}},
            {QStringLiteral("organization"),
             {change("organizations", desk.me().organization.toString(), "name", QStringLiteral("north Home Loans"),
                     QStringLiteral("Northern Loans"))}},
            {QStringLiteral("organization's plan"),
             {change("organizations", desk.me().organization.toString(), "subscription_tier", QStringLiteral("free"),
                     QStringLiteral("enterprise"))}},
            {QStringLiteral("own phone"),
             {change("users", desk.user().toString(), "phone", QVariant(), QStringLiteral("+13035550111"))}},
            {QStringLiteral("own role"),
             {change("users", desk.user().toString(), "role", desk.me().role, QStringLiteral("manager"))}},
            {QStringLiteral("own e-mail"),
             {change("users", desk.user().toString(), "email", QStringLiteral("officer.north@example.com"),
                     QStringLiteral("other@example.com"))}},
            {QStringLiteral("second's role"),
             {change("users", second, "role", QStringLiteral("loan_officer"), QStringLiteral("viewer"))}},
            {QStringLiteral("system administrator"),
             {change("users", second, "role", QStringLiteral("loan_officer"), QStringLiteral("system_admin"))}},
            {QStringLiteral("colleague"), {colleague("loan_officer")}},
            {QStringLiteral("colleague as system administrator"), {colleague("system_admin")}},
        };
        const QJsonObject answer = desk.push(QStringLiteral("edit"), all.at(what));
        QVERIFY2(outcome(answer) == expected, qPrintable(said(answer)));
        if (what == QLatin1String("second's role") && expected == QLatin1String("ok")) {
            // It is law at once, in a session that is open already.
            TeamDesk demoted(m_server, QStringLiteral("north/second"));
            QCOMPARE(demoted.hello().value(QStringLiteral("role")).toString(), QStringLiteral("viewer"));
            QCOMPARE(outcome(demoted.push(QStringLiteral("create_lead"),
                                          demoted.newLead(LeadId(demoted.newId()), QStringLiteral("Eve"), {}))),
                     QStringLiteral("refused"));
        }
    }

    void everybodySeesWhatTheyMay_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QStringList>("names");
        const QStringList all{QStringLiteral("Ann"), QStringLiteral("Bob"), QStringLiteral("Eve")};
        QTest::newRow("officer") << QStringLiteral("north/officer")
                                 << QStringList{QStringLiteral("Ann"), QStringLiteral("Eve")};
        QTest::newRow("second") << QStringLiteral("north/second")
                                << QStringList{QStringLiteral("Bob"), QStringLiteral("Eve")};
        QTest::newRow("assistant") << QStringLiteral("north/assistant")
                                   << QStringList{QStringLiteral("Bob"), QStringLiteral("Eve")};
        for (const char* wide : {"manager", "admin", "viewer", "marketing", "service"}) {
            QTest::newRow(wide) << QString(QStringLiteral("north/") + QString::fromLatin1(wide)) << all;
        }
        QTest::newRow("abroad") << QStringLiteral("south/manager") << QStringList();
    }
    void everybodySeesWhatTheyMay()
    {
        QFETCH(const QString, person);
        QFETCH(const QStringList, names);
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk second(m_server, QStringLiteral("north/second"));
        const LeadId ann = officer.addLead(QStringLiteral("Ann"));
        const LeadId bob = second.addLead(QStringLiteral("Bob"));
        QVERIFY(!officer.addLead(QStringLiteral("Eve"), UserId()).isNull());
        for (const auto& [desk, lead] : {std::pair{&officer, ann}, std::pair{&second, bob}}) {
            QCOMPARE(outcome(desk->push(QStringLiteral("edit"),
                                        {insertion(QStringLiteral("lead_loan_scenarios"), desk->textId(),
                                                   {{"lead_id", lead.toString()}, {"fico_score", 700}}, lead)})),
                     QStringLiteral("ok"));
        }
        const auto admin = m_server.session();
        QVERIFY(admin->run(QStringLiteral("SELECT admin.set_team(?::uuid, ?::uuid, ARRAY[?::uuid])"),
                           officer.me().organization, m_server.person(QStringLiteral("north/assistant")).id,
                           second.user()));
        const auto db = m_server.session(m_server.person(person).login);
        QStringList seen;
        QVERIFY(db->select(QStringLiteral("SELECT name FROM leads ORDER BY name"),
                           [&](const Statement& row) { seen << row.text(0); }));
        QCOMPARE(seen, names);
        // What belongs to a lead goes with it.
        QCOMPARE(number(*db, "SELECT count(*) FROM lead_activities a WHERE a.activity_type = 'created'"), names.size());
        QCOMPARE(number(*db, "SELECT count(*) FROM lead_assignments"),
                 names.contains(QStringLiteral("Ann")) + names.contains(QStringLiteral("Bob")));
        const bool hidesAmounts =
            person.endsWith(QLatin1String("viewer")) || person.endsWith(QLatin1String("marketing"));
        QCOMPARE(number(*db, "SELECT count(*) FROM lead_loan_scenarios"),
                 hidesAmounts ? 0 : names.contains(QStringLiteral("Ann")) + names.contains(QStringLiteral("Bob")));
        QCOMPARE(number(*db, "SELECT coalesce(sum(lead_count), 0) FROM lead_totals"), names.size());
    }

    void anOrganizationCanShareItsLeads()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk second(m_server, QStringLiteral("north/second"));
        TeamDesk admin(m_server, QStringLiteral("north/admin"));
        QVERIFY(!second.addLead(QStringLiteral("Bob")).isNull());
        QCOMPARE(count(officer.db(), "leads"), 0);
        const qint64 scope = officer.hello().value(QStringLiteral("scope_rev")).toInteger();
        const QString org = admin.me().organization.toString();
        QCOMPARE(outcome(admin.push(QStringLiteral("edit_organization"),
                                    {change("organizations", org, "settings", QStringLiteral("{}"),
                                            QStringLiteral("{\"org_wide_leads\":true}"))})),
                 QStringLiteral("ok"));
        QCOMPARE(count(officer.db(), "leads"), 1);
        QCOMPARE(officer.hello().value(QStringLiteral("org_wide_leads")).toBool(), true);
        QCOMPARE(officer.hello().value(QStringLiteral("scope_rev")).toInteger(), scope + 1);
    }

    void aForeignLeadIsLikeNone()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk second(m_server, QStringLiteral("north/second"));
        TeamDesk south(m_server, QStringLiteral("south/officer"));
        const LeadId colleagues = second.addLead(QStringLiteral("Bob"));
        const LeadId abroad = south.addLead(QStringLiteral("Sue"));
        const LeadId nowhere(officer.newId());
        const auto plain = [](const QJsonObject& answer, LeadId lead) {
            QString told = said(answer);
            told.replace(answer.value(QStringLiteral("id")).toString(), QStringLiteral("OP"));
            return told.replace(lead.toString(), QStringLiteral("LEAD"));
        };
        const auto attempts = [&](LeadId lead) {
            QStringList told;
            told << plain(officer.push(QStringLiteral("move_stage"),
                                       officer.move(lead, QStringLiteral("new"), QStringLiteral("contacted"))),
                          lead);
            told << plain(
                officer.push(QStringLiteral("assign_leads"), officer.assign(lead, second.user(), officer.user())),
                lead);
            told << plain(
                officer.push(QStringLiteral("edit"), {change("leads", lead.toString(), "name", QStringLiteral("Bob"),
                                                             QStringLiteral("X"), lead)}),
                lead);
            told << plain(
                officer.push(QStringLiteral("log_activity"), {officer.activity(lead, QStringLiteral("custom"))}), lead);
            told << plain(
                officer.push(QStringLiteral("add_task"),
                             {insertion(QStringLiteral("tasks"), officer.textId(),
                                        {{"lead_id", lead.toString()}, {"title", QStringLiteral("x")}}, lead)}),
                lead);
            return told;
        };
        const QStringList none = attempts(nowhere);
        for (const QString& answer : none) {
            QVERIFY2(answer.contains(QStringLiteral("\"refused\"")), qPrintable(answer));
        }
        QCOMPARE(attempts(colleagues), none);
        QCOMPARE(attempts(abroad), none);
    }

    void aLeadIsHandedOver()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk second(m_server, QStringLiteral("north/second"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const qint64 head = officer.hello().value(QStringLiteral("head")).toInteger();
        QCOMPARE(count(second.db(), "leads"), 0);
        QCOMPARE(
            outcome(officer.push(QStringLiteral("assign_leads"), officer.assign(lead, officer.user(), second.user()))),
            QStringLiteral("ok"));
        QCOMPARE(count(officer.db(), "leads"), 0);
        QCOMPARE(count(second.db(), "leads"), 1);
        QCOMPARE(count(second.db(), "lead_activities"), 3);
        // Both are told.
        const QJsonArray ids{lead.toString()};
        QCOMPARE(officer.pull(head).value(QStringLiteral("lost")).toArray(), ids);
        QVERIFY(officer.pull(head).value(QStringLiteral("leads")).toArray().isEmpty());
        QCOMPARE(second.pull(head).value(QStringLiteral("granted")).toArray(), ids);
        QCOMPARE(second.pull(head).value(QStringLiteral("leads")).toArray(), ids);
        // It is gone for the giver, undo or not.
        QCOMPARE(
            outcome(officer.push(QStringLiteral("assign_leads"), officer.assign(lead, second.user(), officer.user()))),
            QStringLiteral("refused"));
        // From the pool anybody takes one, and it leaves everybody else's sight.
        const LeadId pool = officer.addLead(QStringLiteral("Eve"), UserId());
        QCOMPARE(count(second.db(), "leads"), 2);
        const qint64 before = officer.hello().value(QStringLiteral("head")).toInteger();
        QCOMPARE(outcome(second.push(QStringLiteral("assign_leads"), second.assign(pool, {}, second.user()))),
                 QStringLiteral("ok"));
        QCOMPARE(count(officer.db(), "leads"), 0);
        QCOMPARE(officer.pull(before).value(QStringLiteral("lost")).toArray(), QJsonArray{pool.toString()});
    }

    void theSecondOfTwoIsADuplicate()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk second(m_server, QStringLiteral("north/second"));
        const LeadId first = officer.addLead(QStringLiteral("Ann"), {}, QStringLiteral("ann@example.com"));
        const LeadId later(second.newId());
        const QJsonObject answer =
            second.push(QStringLiteral("create_lead"),
                        second.newLead(later, QStringLiteral("Ann"), second.user(), QStringLiteral("ANN@example.com")));
        QCOMPARE(outcome(answer), QStringLiteral("ok"));
        QCOMPARE(answer.value(QStringLiteral("duplicates"))
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(QStringLiteral("duplicate_of_id"))
                     .toString(),
                 first.toString());
        QCOMPARE(text(second.db(), "SELECT duplicate_of_id FROM leads"), first.toString());
        // Another organization has its own.
        TeamDesk south(m_server, QStringLiteral("south/officer"));
        const LeadId abroad = south.addLead(QStringLiteral("Ann"), {}, QStringLiteral("ann@example.com"));
        QVERIFY(!abroad.isNull());
        QCOMPARE(number(south.db(), "SELECT count(*) FROM leads WHERE duplicate_of_id IS NULL"), 1);
    }

    void myOrderOfCardsIsMine()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk manager(m_server, QStringLiteral("north/manager"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const auto place = [&](TeamDesk& desk, RowChange::Kind kind, const QVariant& rank) {
            RowChange row =
                insertion(QStringLiteral("board_positions"), lead.toString(),
                          {{"stage_id", desk.stage(QStringLiteral("new")).toString()}, {"rank", rank}}, lead);
            row.kind = kind;
            return outcome(desk.push(QStringLiteral("arrange_cards"), {row}));
        };
        QCOMPARE(place(officer, RowChange::Kind::Insert, 10), QStringLiteral("ok"));
        QCOMPARE(place(manager, RowChange::Kind::Update, 20), QStringLiteral("ok"));
        QCOMPARE(number(officer.db(), "SELECT sum(rank) FROM board_positions"), 10);
        QCOMPARE(number(manager.db(), "SELECT sum(rank) FROM board_positions"), 20);
        QCOMPARE(outcome(officer.push(QStringLiteral("arrange_cards"),
                                      {change("board_positions", lead.toString(), "rank", 10, 30, lead)})),
                 QStringLiteral("ok"));
        QCOMPARE(number(officer.db(), "SELECT sum(rank) FROM board_positions"), 30);
        QCOMPARE(place(officer, RowChange::Kind::Update, QVariant()), QStringLiteral("ok"));
        QCOMPARE(count(officer.db(), "board_positions"), 0);
        QCOMPARE(number(manager.db(), "SELECT sum(rank) FROM board_positions"), 20);
    }

    void documentsAreTheirBytes()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const QByteArray bytes("some bytes \0 with a zero", 24);
        const QString sha = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        const auto attach = [&](TeamDesk& desk, const QByteArray& content) {
            return desk.push(QStringLiteral("attach_document"),
                             {insertion(QStringLiteral("document_contents"), sha,
                                        {{"size", content.size()}, {"data", content}}, lead),
                              insertion(QStringLiteral("documents"), desk.textId(),
                                        {{"lead_id", lead.toString()},
                                         {"file_name", QStringLiteral("a.txt")},
                                         {"file_url", QString(QStringLiteral("keyturn://content/") + sha)},
                                         {"file_sha256", sha},
                                         {"uploaded_by", desk.user().toString()}},
                                        lead)});
        };
        QCOMPARE(outcome(attach(officer, QByteArray("other"))), QStringLiteral("invalid"));
        QCOMPARE(outcome(attach(officer, bytes)), QStringLiteral("ok"));
        QCOMPARE(outcome(attach(officer, bytes)), QStringLiteral("ok"));
        QByteArray stored;
        QVERIFY(officer.db().select(QStringLiteral("SELECT data FROM document_contents"),
                                    [&](const Statement& row) { stored = row.blob(0); }));
        QCOMPARE(stored, bytes);
        // Who does not see the document does not see the bytes.
        TeamDesk second(m_server, QStringLiteral("north/second"));
        QCOMPARE(count(second.db(), "document_contents"), 0);
    }

    void aReaderWhoFollowsMissesNothing()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk manager(m_server, QStringLiteral("north/manager"));
        const qint64 start = manager.hello().value(QStringLiteral("head")).toInteger();
        QCOMPARE(manager.pull(start).value(QStringLiteral("rows")).toArray().size(), 0);
        std::vector<LeadId> leads;
        for (int i = 0; i < 5; ++i) {
            leads.push_back(officer.addLead(QStringLiteral("Lead %1").arg(i)));
        }
        // In pages of two revisions.
        qint64 cursor = start;
        QStringList seen;
        int pages = 0;
        for (;;) {
            const QJsonObject page = manager.pull(cursor, 2);
            const QJsonArray rows = page.value(QStringLiteral("rows")).toArray();
            for (const QJsonValue& row : rows) {
                QVERIFY(row.toArray().at(3).toInteger() > cursor);
                QVERIFY(row.toArray().at(3).toInteger() <= page.value(QStringLiteral("next")).toInteger());
                if (row.toArray().at(0) == QJsonValue(QStringLiteral("leads"))) {
                    seen << row.toArray().at(1).toString();
                }
            }
            ++pages;
            cursor = page.value(QStringLiteral("next")).toInteger();
            if (cursor >= page.value(QStringLiteral("head")).toInteger()) {
                break;
            }
        }
        QCOMPARE(pages, 3);
        QStringList expected;
        for (const LeadId lead : leads) {
            expected << lead.toString();
        }
        QCOMPARE(seen, expected);
        // A task on a lead tells of the lead.
        QCOMPARE(outcome(officer.push(
                     QStringLiteral("add_task"),
                     {insertion(QStringLiteral("tasks"), officer.textId(),
                                {{"lead_id", leads[0].toString()}, {"title", QStringLiteral("Call")}}, leads[0])})),
                 QStringLiteral("ok"));
        QCOMPARE(manager.pull(cursor).value(QStringLiteral("leads")).toArray(), QJsonArray{leads[0].toString()});
    }

    // Every command of the program, planned from what its author sees and carried out by the server, and taken back.
    void everyCommandIsTaken_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"create_lead", "update_leads",  "loan",          "move_stage",   "exit",         "assign",
              "take",        "tags",          "delete",        "log",          "note",         "private_note",
              "reminder",    "edit_note",     "delete_note",   "correct",      "task",         "follow_up",
              "edit_task",   "complete_task", "delete_task",   "link_contact", "edit_contact", "document",
              "arrange",     "edit_stage",    "custom_fields", "organization", "user"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void everyCommandIsTaken()
    {
        QFETCH(const QString, name);
        const bool byAdmin = name == QLatin1String("edit_stage") || name == QLatin1String("custom_fields") ||
                             name == QLatin1String("organization") || name == QLatin1String("user");
        TeamDesk desk(m_server, byAdmin ? QStringLiteral("north/admin") : QStringLiteral("north/officer"));
        const LeadId lead = desk.addLead(QStringLiteral("Ann"));
        const LeadId pool = desk.addLead(QStringLiteral("Eve"), UserId());
        const NoteId note(desk.newId());
        const TaskId task(desk.newId());
        const LeadContactId link(desk.newId());
        const auto run = [&](const Command& command) { return carryOut(desk, command); };
        AddNote addNote{note, lead, QStringLiteral("Likes gardens"), {}, false, false, {}, {}};
        addNote.type = QStringLiteral("general");
        AddTask addTask;
        addTask.id = task;
        addTask.lead = lead;
        addTask.title = QStringLiteral("Call back");
        addTask.dueDate = QDate(2030, 1, 2);
        LinkContact linkContact;
        linkContact.id = link;
        linkContact.lead = lead;
        linkContact.person.set(QStringLiteral("name"), QStringLiteral("Ray Realtor"));
        linkContact.role = QStringLiteral("buyers_agent");
        LogActivity call;
        call.lead = lead;
        call.text = QStringLiteral("Wants 30 years");
        call.outcome = QStringLiteral("connected");

        if (name.endsWith(QLatin1String("edit_note")) || name == QLatin1String("delete_note")) {
            QCOMPARE(run(addNote), QString());
        }
        if (name == QLatin1String("edit_task") || name == QLatin1String("complete_task") ||
            name == QLatin1String("delete_task")) {
            QCOMPARE(run(addTask), QString());
        }
        if (name == QLatin1String("edit_contact")) {
            QCOMPARE(run(linkContact), QString());
        }
        if (name == QLatin1String("correct")) {
            QCOMPARE(run(call), QString());
        }
        const auto field = [](const char* key, const QVariant& value) {
            return FieldEdit{QString::fromLatin1(key), value, std::nullopt};
        };
        std::map<QString, std::function<Command()>> commands;
        commands[QStringLiteral("create_lead")] = [&] {
            CreateLead command;
            command.fields = {field("name", QStringLiteral("Bob Ray")),
                              field("email", QStringLiteral("bob@example.com")),
                              field("loan.loan_amount_cents", 35'000'000LL)};
            command.tags = {QStringLiteral("vip")};
            return command;
        };
        commands[QStringLiteral("update_leads")] = [&] {
            return UpdateLeads{{lead},
                               {field("email", QStringLiteral("ann@example.com")),
                                field("profile.company", QStringLiteral("Example")),
                                field("lead_temperature", QStringLiteral("hot"))}};
        };
        commands[QStringLiteral("loan")] = [&] {
            return UpdateLeads{{lead},
                               {field("loan.loan_amount_cents", 30'000'000LL), field("loan.fico_score", 720LL),
                                field("loan.purchase_price_cents", 40'000'000LL)}};
        };
        commands[QStringLiteral("move_stage")] = [&] {
            MoveStage command;
            command.leads = {lead, pool};
            command.to = desk.stage(QStringLiteral("funded"));
            return command;
        };
        commands[QStringLiteral("exit")] = [&] {
            MoveStage command;
            command.leads = {lead};
            command.to = desk.stage(QStringLiteral("lost"));
            command.reasonCode = QStringLiteral("no_response");
            return command;
        };
        commands[QStringLiteral("assign")] = [&] {
            return AssignLeads{{lead}, m_server.person(QStringLiteral("north/second")).id, QStringLiteral("Holiday")};
        };
        commands[QStringLiteral("take")] = [&] { return AssignLeads{{pool}, desk.user(), {}}; };
        commands[QStringLiteral("tags")] = [&] {
            return TagLeads{{lead, pool}, {QStringLiteral("vip"), QStringLiteral("spring")}, {}};
        };
        commands[QStringLiteral("delete")] = [&] { return DeleteLeads{{lead, pool}}; };
        commands[QStringLiteral("log")] = [&] { return call; };
        commands[QStringLiteral("note")] = [&] { return addNote; };
        commands[QStringLiteral("private_note")] = [&] {
            AddNote command = addNote;
            command.isPrivate = true;
            return command;
        };
        commands[QStringLiteral("reminder")] = [&] {
            AddNote command = addNote;
            command.type = QStringLiteral("reminder");
            return command;
        };
        commands[QStringLiteral("edit_note")] = [&] {
            EditNote command;
            command.id = note;
            command.content = QStringLiteral("Likes houses");
            command.isPrivate = true;
            return command;
        };
        commands[QStringLiteral("delete_note")] = [&] { return DeleteNote{note}; };
        commands[QStringLiteral("correct")] = [&] {
            CorrectActivity command;
            command.activity = ActivityId::fromString(
                text(desk.db(), "SELECT id FROM lead_activities WHERE activity_type = 'call_logged'"));
            command.text = QStringLiteral("Wants 15 years");
            return command;
        };
        commands[QStringLiteral("task")] = [&] { return addTask; };
        commands[QStringLiteral("follow_up")] = [&] {
            AddTask command = addTask;
            command.isFollowUp = true;
            return command;
        };
        commands[QStringLiteral("edit_task")] = [&] {
            EditTask command;
            command.id = task;
            command.title = QStringLiteral("Call twice");
            return command;
        };
        commands[QStringLiteral("complete_task")] = [&] { return CompleteTask{task, true}; };
        commands[QStringLiteral("delete_task")] = [&] { return DeleteTask{task}; };
        commands[QStringLiteral("link_contact")] = [&] { return linkContact; };
        commands[QStringLiteral("edit_contact")] = [&] {
            EditContactLink command;
            command.id = link;
            command.notes = QStringLiteral("Met at the open house");
            return command;
        };
        commands[QStringLiteral("document")] = [&] {
            AttachDocument command;
            command.lead = lead;
            command.fileName = QStringLiteral("offer.txt");
            command.content = "An offer";
            return command;
        };
        commands[QStringLiteral("arrange")] = [&] {
            return ArrangeCards{desk.stage(QStringLiteral("new")), {pool, lead}};
        };
        commands[QStringLiteral("edit_stage")] = [&] {
            EditStage command;
            command.id = desk.stage(QStringLiteral("contacted"));
            command.name = QStringLiteral("Reached");
            command.wipLimit = std::optional<int>(7);
            return command;
        };
        commands[QStringLiteral("custom_fields")] = [&] {
            CustomField pets;
            pets.key = QStringLiteral("pets");
            pets.label = QStringLiteral("Pets");
            return DefineCustomFields{{pets}};
        };
        commands[QStringLiteral("organization")] = [&] {
            EditOrganization command;
            command.name = QStringLiteral("Northern Loans");
            return command;
        };
        commands[QStringLiteral("user")] = [&] {
            EditUser command;
            command.id = m_server.person(QStringLiteral("north/second")).id;
            command.phone = QStringLiteral("+13035550122");
            command.role = QStringLiteral("processor");
            return command;
        };
        QCOMPARE(run(commands.at(name)()), QString());
        QVERIFY(!m_last.isEmpty());
        if (name == QLatin1String("assign")) {
            return; // out of reach for the giver
        }
        QCOMPARE(takeBack(desk), QString());
        QCOMPARE(takeBack(desk), QString());
    }

private:
    static qint64 number(Connection& db, const char* sql)
    {
        const auto found = db.number(QString::fromLatin1(sql));
        return found ? *found : -1;
    }
    static qint64 count(Connection& db, const char* table)
    {
        return number(db, QByteArray("SELECT count(*) FROM ").append(table).constData());
    }
    static QString text(Connection& db, const char* sql)
    {
        QString found;
        const Done done = db.select(QString::fromLatin1(sql), [&](const Statement& row) { found = row.text(0); });
        return done ? found : done.error().detail;
    }

    QString send(TeamDesk& desk, const Result<ChangeSet>& planned)
    {
        if (!planned) {
            return QString(planned.error().message + planned.error().detail);
        }
        m_last = *planned;
        const QJsonObject answer = desk.push(desk.operation(*planned));
        if (outcome(answer) != QLatin1String("ok")) {
            return QString(desk.failure().detail + said(answer));
        }
        // Nobody was in between: nothing was lost on the way.
        return answer.value(QStringLiteral("overwritten")).toArray().isEmpty() ? QString() : said(answer);
    }
    PlanContext context(TeamDesk& desk) const
    {
        return PlanContext{desk.user(), TeamDesk::now(), [&desk] { return desk.newId(); }};
    }
    QString carryOut(TeamDesk& desk, const Command& command)
    {
        const auto catalogue = queries::catalogue(desk.db());
        if (!catalogue) {
            return catalogue.error().detail;
        }
        StoreFacts facts(desk.db(), *catalogue);
        return send(desk, plan(command, facts, context(desk)));
    }
    QString takeBack(TeamDesk& desk)
    {
        const auto catalogue = queries::catalogue(desk.db());
        if (!catalogue) {
            return catalogue.error().detail;
        }
        StoreFacts facts(desk.db(), *catalogue);
        const ChangeSet last = m_last;
        return send(desk, planUndo(last, facts, context(desk), ChangeSet::Origin::Undo));
    }

    TeamServer m_server;
    ChangeSet m_last;
};

QTEST_GUILESS_MAIN(TestServerPush)
#include "tst_server_push.moc"
