// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/migrator.h"
#include "models/storage/server_calls.h"
#include "tests/models/storage/push_answers.h"

using namespace keyturn;
using namespace keyturn::test;

/// The door itself: what an operation is, what it meets, what its author is told.
class TestServerPush : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startOrSkip(m_server); }
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

    void manyGoInFewTrips()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const auto asBytes = [&officer](const QString& command, const std::vector<RowChange>& rows) {
            return QJsonDocument(officer.operation(command, rows)).toJson(QJsonDocument::Compact);
        };
        const LeadId first(officer.newId());
        constexpr std::size_t refused = 100;
        std::vector<QByteArray> operations;
        for (std::size_t i = 0; i < 230; ++i) {
            // One in the middle did not know where the lead stands, and stops no other.
            operations.push_back(
                i == refused ? asBytes(QStringLiteral("move_stage"),
                                       officer.move(first, QStringLiteral("contacted"), QStringLiteral("funded")))
                             : asBytes(QStringLiteral("create_lead"),
                                       officer.newLead(i == 0 ? first : LeadId(officer.newId()),
                                                       QStringLiteral("Lead %1").arg(i), officer.user())));
        }
        const auto answers = server::pushAll(officer.db(), operations);
        QVERIFY2(answers, answers ? "" : qPrintable(answers.error().detail));
        QCOMPARE(answers->size(), operations.size());
        qint64 last = 0;
        for (std::size_t i = 0; i < answers->size(); ++i) {
            const PushAnswer& answer = (*answers)[i];
            QVERIFY2(answer.ok == (i != refused), qPrintable(answer.detail));
            QVERIFY(!answer.ok || answer.rev > last);
            last = std::max(last, answer.rev);
        }
        QCOMPARE((*answers)[refused].code, QStringLiteral("conflict"));
        QCOMPARE(count(officer.db(), "leads"), 229);
        // Sent once more, as after a lost line: the same answers, and nothing twice.
        const auto again = server::pushAll(officer.db(), operations);
        QVERIFY(again);
        for (std::size_t i = 0; i < answers->size(); ++i) {
            QCOMPARE((*again)[i].ok, (*answers)[i].ok);
            QCOMPARE((*again)[i].rev, (*answers)[i].rev);
        }
        QCOMPARE(count(officer.db(), "leads"), 229);
        QVERIFY(officer.db().number(QStringLiteral("SELECT 1"))); // the line is as before
    }

    void aTripThatFailsLeavesNothing()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const auto holder = m_server.session();
        QVERIFY(holder->script(QStringLiteral("BEGIN; SELECT 1 FROM keyturn.org_head FOR UPDATE")));
        std::vector<QByteArray> operations;
        for (int i = 0; i < 60; ++i) {
            const LeadId id(officer.newId());
            operations.push_back(
                QJsonDocument(officer.operation(QStringLiteral("create_lead"),
                                                officer.newLead(id, QStringLiteral("Lead %1").arg(i), officer.user())))
                    .toJson(QJsonDocument::Compact));
        }
        QVERIFY(officer.db().script(QStringLiteral("SET statement_timeout = 300")));
        const auto late = server::pushAll(officer.db(), operations);
        QVERIFY(!late);
        QCOMPARE(late.error().nativeCode, QStringLiteral("57014"));
        QVERIFY(holder->script(QStringLiteral("ROLLBACK")));
        QVERIFY(officer.db().script(QStringLiteral("SET statement_timeout = 0")));
        QCOMPARE(count(officer.db(), "leads"), 0);
        const auto answers = server::pushAll(officer.db(), operations);
        QVERIFY(answers);
        QCOMPARE(count(officer.db(), "leads"), 60);
    }

    /// A large server would compile for a second what every desk asks each second, and throw it away.
    void nothingIsCompiled()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        QCOMPARE(officer.db().number(QStringLiteral("SELECT (current_setting('jit') = 'off')::integer")), 1);
        QCOMPARE(officer.db().number(
                     QStringLiteral("SELECT count(*) FROM pg_catalog.pg_proc WHERE proname IN ('push', 'pull') AND "
                                    "pronamespace = 'api'::regnamespace AND proconfig::text LIKE '%jit=off%'")),
                 2);
    }

    void whatFailsTakesNothingBackAndLetsNothingPass()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        std::vector<QByteArray> operations;
        const auto add = [&](int leads) {
            for (int i = 0; i < leads; ++i) {
                operations.push_back(
                    QJsonDocument(officer.operation(QStringLiteral("create_lead"),
                                                    officer.newLead(LeadId(officer.newId()),
                                                                    QStringLiteral("Lead %1").arg(i), officer.user())))
                        .toJson(QJsonDocument::Compact));
            }
        };
        add(120);
        const std::size_t tooLarge = operations.size();
        operations.push_back('"' + QByteArray(17 * 1024 * 1024, 'x') + '"');
        add(70);
        const auto stopped = server::pushAll(officer.db(), operations);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().nativeCode, QStringLiteral("54000"));
        QCOMPARE(count(officer.db(), "leads"), 120);
        operations.erase(operations.begin() + static_cast<std::ptrdiff_t>(tooLarge));
        const auto answers = server::pushAll(officer.db(), operations);
        QVERIFY(answers);
        QVERIFY(std::ranges::all_of(*answers, &PushAnswer::ok));
        QCOMPARE(count(officer.db(), "leads"), 190);
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
        for (int i = 0; i < 101; ++i) {
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
                                      {"content", QString(300'000, u'x')}},
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

private:
    TeamServer m_server;
};

QTEST_GUILESS_MAIN(TestServerPush)
#include "tst_server_push.moc"
