// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planner.h"

#include "tests/support/fake_facts.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace keyturn;
using test::FakeFacts;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

FieldEdit edit(const char* field, const QVariant& value)
{
    return {s(field), value, std::nullopt};
}

QStringList types(const std::vector<Record>& log)
{
    QStringList found;
    for (const Record& entry : log) {
        found.append(entry.text(s("activity_type")));
    }
    return found;
}

QJsonObject json(const Record& row, const char* column)
{
    return QJsonDocument::fromJson(row.text(s(column)).toUtf8()).object();
}

} // namespace

/// What each command does to the book, and what it refuses.
class TestPlanner : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeFacts> m_book;

    ChangeSet run(const Command& command)
    {
        auto planned = plan(command, *m_book, m_book->context);
        if (!planned) {
            QTest::qFail(qPrintable(QString(planned.error().message + u' ' + planned.error().detail)), __FILE__,
                         __LINE__);
            return {};
        }
        const auto done = m_book->apply(*planned);
        if (!done) {
            QTest::qFail(qPrintable(QString(done.error().message + u' ' + done.error().detail)), __FILE__, __LINE__);
        }
        return *planned;
    }

    Error refusal(const Command& command)
    {
        const auto planned = plan(command, *m_book, m_book->context);
        return planned ? Error{Error::Kind::Storage, s("was not refused"), {}, {}} : planned.error();
    }

    LeadId lead(const char* name = "Ann Lee", const char* email = "ann@example.com")
    {
        CreateLead command;
        command.id = LeadId(m_book->context.newId());
        command.fields = {edit("name", s(name)), edit("email", s(email)), edit("mobile", s("+13035550142"))};
        run(command);
        return command.id;
    }

    Record row(const char* table, const QString& id) { return m_book->row(s(table), id)->value_or(Record()); }
    Record leadRow(LeadId id) { return row("leads", id.toString()); }
    Record only(const char* table, LeadId id)
    {
        const auto rows = *m_book->rowsWhere(s(table), s("lead_id"), id.toString());
        return rows.size() == 1 ? rows.front() : Record();
    }

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_book = std::make_unique<FakeFacts>();
    }

    void createLead()
    {
        CreateLead command;
        command.id = LeadId(m_book->context.newId());
        command.fields = {edit("first_name", s(" Ann ")),        edit("last_name", s("Lee")),
                          edit("email", s("ann@example.com")),   edit("phone", s("(303) 555-0142")),
                          edit("source", s("referral_realtor")), edit("loan.loan_amount_cents", qint64(35'000'000)),
                          edit("loan.fico_score", qint64(745)),  edit("profile.company", s("Acme")),
                          edit("custom.pets", s("two dogs"))};
        command.tags = {s("VIP"), s("vip"), s("Relocation")};
        const ChangeSet done = run(command);
        QCOMPARE(done.command, s("create_lead"));
        QCOMPARE(done.summary, s("Ann Lee added"));
        const Record made = leadRow(command.id);
        QCOMPARE(made.text(s("name")), s("Ann Lee"));
        QCOMPARE(made.text(s("phone")), s("+13035550142"));
        QCOMPARE(made.text(s("stage_id")), m_book->stage(s("new")).toString());
        QCOMPARE(made.text(s("assigned_to")), m_book->me.toString());
        QCOMPARE(made.integer(s("estimated_value_cents")), qint64(35'000'000));
        QCOMPARE(made.integer(s("stage_entered_at")), m_book->context.now.ms);
        QCOMPARE(only("lead_loan_scenarios", command.id).text(s("fico_band")), s("740_779"));
        QCOMPARE(only("lead_profiles", command.id).text(s("custom_fields")), s(R"({"pets":"two dogs"})"));
        QCOMPARE(types(m_book->log(command.id)),
                 QStringList({s("created"), s("assigned"), s("tag_added"), s("tag_added")}));
        QCOMPARE(json(m_book->log(command.id).front(), "metadata").value(s("source")).toString(),
                 s("referral_realtor"));
        QCOMPARE(only("lead_assignments", command.id).text(s("assigned_to")), m_book->me.toString());
        QCOMPARE(m_book->all(s("tags")).size(), size_t(2));
    }

    void createLeadSplitsOneName()
    {
        const Record couple = leadRow(lead("Rosa & Mateo Ortega", "ortega@example.com"));
        QCOMPARE(couple.text(s("first_name")), s("Rosa & Mateo"));
        QCOMPARE(couple.text(s("last_name")), s("Ortega"));
    }

    void createLeadRefusals_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("extraField");
        QTest::addColumn<QString>("extraValue");
        QTest::addColumn<bool>("invalid");
        QTest::newRow("no name") << ""
                                 << "a@example.com"
                                 << ""
                                 << "" << false;
        QTest::newRow("no way to reach") << "Ann"
                                         << ""
                                         << ""
                                         << "" << false;
        QTest::newRow("bad e-mail") << "Ann"
                                    << "ann@nowhere"
                                    << ""
                                    << "" << true;
        QTest::newRow("unknown field") << "Ann"
                                       << "a@example.com"
                                       << "shoe_size"
                                       << "9" << true;
        QTest::newRow("stage by the back door") << "Ann"
                                                << "a@example.com"
                                                << "stage"
                                                << "lost" << false;
        QTest::newRow("undeclared custom field") << "Ann"
                                                 << "a@example.com"
                                                 << "custom.cars"
                                                 << "2" << true;
        QTest::newRow("forbidden custom field") << "Ann"
                                                << "a@example.com"
                                                << "custom.race"
                                                << "x" << false;
        QTest::newRow("bad program enum") << "Ann"
                                          << "a@example.com"
                                          << "loan.occupancy"
                                          << "igloo" << true;
        QTest::newRow("trigger lead without a basis") << "Ann"
                                                      << "a@example.com"
                                                      << "source"
                                                      << "trigger_lead" << false;
    }
    void createLeadRefusals()
    {
        QFETCH(QString, name);
        QFETCH(QString, email);
        QFETCH(QString, extraField);
        QFETCH(QString, extraValue);
        QFETCH(bool, invalid);
        CreateLead command;
        if (!name.isEmpty()) {
            command.fields.push_back(edit("name", name));
        }
        command.fields.push_back(edit("email", email));
        if (!extraField.isEmpty()) {
            command.fields.push_back({extraField, extraValue, std::nullopt});
        }
        const Error error = refusal(command);
        QCOMPARE(error.kind, invalid ? Error::Kind::Invalid : Error::Kind::Refused);
        QVERIFY(!error.message.isEmpty());
    }

    void oneAddressOneLead()
    {
        const LeadId first = lead();
        CreateLead second;
        second.fields = {edit("name", s("Ann Twin")), edit("email", s(" ANN@example.com"))};
        const Error error = refusal(second);
        QCOMPARE(error.kind, Error::Kind::Refused);
        QVERIFY(error.message.contains(s("Ann Lee")));
        QCOMPARE(QJsonDocument::fromJson(error.detail.toUtf8()).object().value(s("lead_id")).toString(),
                 first.toString());
        second.fields.push_back(edit("email_shared", qint64(1)));
        run(second);
        QCOMPARE(m_book->all(s("leads")).size(), size_t(2));
        const LeadId third = lead("Bo Ray", "bo@example.com");
        QCOMPARE(refusal(UpdateLeads{{third}, {edit("email", s("ann@example.com"))}}).kind, Error::Kind::Refused);
        QCOMPARE(refusal(UpdateLeads{{first, third}, {edit("email", s("x@example.com"))}}).kind, Error::Kind::Refused);
    }

    void updateLeads()
    {
        const LeadId id = lead();
        const ChangeSet one = run(UpdateLeads{{id}, {edit("email", s("ann.lee@example.com"))}});
        QCOMPARE(one.summary, s("E-mail of Ann Lee changed"));
        QCOMPARE(one.rows.front().version, qint64(1));
        const QJsonArray pair =
            json(m_book->log(id).back(), "metadata").value(s("fields")).toObject().value(s("email")).toArray();
        QCOMPARE(pair, QJsonArray({s("ann@example.com"), s("ann.lee@example.com")}));
        run(UpdateLeads{{id}, {edit("first_name", s("Anna")), edit("profile.city", s("Denver"))}});
        QCOMPARE(leadRow(id).text(s("name")), s("Anna Lee"));
        QCOMPARE(only("lead_profiles", id).text(s("city")), s("Denver"));
        QVERIFY(plan(UpdateLeads{{id}, {edit("first_name", s("Anna"))}}, *m_book, m_book->context)->isEmpty());
        const LeadId other = lead("Bo Ray", "bo@example.com");
        QCOMPARE(run(UpdateLeads{{id, other}, {edit("lead_temperature", s("hot"))}}).summary, s("2 leads changed"));
        QCOMPARE(refusal(UpdateLeads{{id}, {edit("name", QVariant())}}).kind, Error::Kind::Invalid);
        QCOMPARE(refusal(UpdateLeads{{id}, {edit("email", QVariant()), edit("mobile", QVariant())}}).kind,
                 Error::Kind::Refused);
        QCOMPARE(refusal(UpdateLeads{{LeadId(m_book->context.newId())}, {}}).kind, Error::Kind::Refused);
    }

    void scenarioMoneyStaysOutOfTheLog()
    {
        const LeadId id = lead();
        run(UpdateLeads{{id},
                        {edit("loan.annual_income_cents", qint64(12'345'678)), edit("email", s("new@example.com"))}});
        const Record entry = m_book->log(id).back();
        QCOMPARE(entry.text(s("activity_type")), s("field_changed"));
        QVERIFY(!entry.text(s("metadata")).contains(s("12345678")));
        QCOMPARE(json(entry, "metadata").value(s("names")).toArray(), QJsonArray({s("loan.annual_income_cents")}));
        run(UpdateLeads{{id}, {edit("loan.loan_amount_cents", qint64(55'555'500))}});
        QVERIFY(!m_book->log(id).back().text(s("metadata")).contains(s("555555")));
    }

    void conflictShowsBothValues()
    {
        const LeadId id = lead();
        run(UpdateLeads{{id}, {edit("lead_source", s("Portal B"))}});
        FieldEdit late{s("lead_source"), s("Portal C"), QVariant(s("Portal A"))};
        const Error error = refusal(UpdateLeads{{id}, {late}});
        QCOMPARE(error.kind, Error::Kind::Conflict);
        const QJsonObject detail = QJsonDocument::fromJson(error.detail.toUtf8()).object();
        QCOMPARE(
            detail,
            QJsonObject({{s("field"), s("lead_source")}, {s("mine"), s("Portal C")}, {s("theirs"), s("Portal B")}}));
        late.base = QVariant(s("Portal B"));
        run(UpdateLeads{{id}, {late}});
        late.base = QVariant();
        QVERIFY(plan(UpdateLeads{{id}, {late}}, *m_book, m_book->context)->isEmpty());
    }

    void amountsFollow()
    {
        const LeadId id = lead();
        run(UpdateLeads{{id},
                        {edit("loan.loan_purpose", s("purchase")),
                         edit("loan.purchase_price_cents", qint64(40'000'000)),
                         edit("loan.down_payment_cents", qint64(8'000'000))}});
        QCOMPARE(only("lead_loan_scenarios", id).integer(s("loan_amount_cents")), qint64(32'000'000));
        QCOMPARE(json(m_book->log(id).back(), "metadata").value(s("derived")).toArray(),
                 QJsonArray({s("loan.loan_amount_cents")}));
        QCOMPARE(leadRow(id).integer(s("estimated_value_cents")), qint64(32'000'000));
        run(UpdateLeads{{id}, {edit("loan.down_payment_cents", qint64(10'000'000))}});
        QCOMPARE(leadRow(id).integer(s("estimated_value_cents")), qint64(30'000'000));
        run(UpdateLeads{{id}, {edit("estimated_value", qint64(31'000'000))}});
        QCOMPARE(json(leadRow(id), "metadata").value(s("value_by_hand")).toBool(), true);
        run(UpdateLeads{{id}, {edit("loan.loan_amount_cents", qint64(29'500'000))}});
        QCOMPARE(leadRow(id).integer(s("estimated_value_cents")), qint64(31'000'000));
        run(UpdateLeads{{id}, {edit("loan.down_payment_cents", qint64(9'000'000))}});
        QCOMPARE(only("lead_loan_scenarios", id).integer(s("loan_amount_cents")), qint64(29'500'000));
        run(UpdateLeads{{id}, {edit("estimated_value_cents", QVariant())}});
        QCOMPARE(leadRow(id).integer(s("estimated_value_cents")), qint64(29'500'000));
        QVERIFY(!json(leadRow(id), "metadata").contains(s("value_by_hand")));
    }

    void bandFollowsScore()
    {
        const LeadId id = lead();
        run(UpdateLeads{{id}, {edit("loan.fico_band", s("660_699"))}});
        run(UpdateLeads{{id}, {edit("loan.fico_score", qint64(619))}});
        QCOMPARE(only("lead_loan_scenarios", id).text(s("fico_band")), s("580_619"));
        QCOMPARE(refusal(UpdateLeads{{id}, {edit("loan.fico_band", s("780_plus"))}}).kind, Error::Kind::Refused);
        QCOMPARE(refusal(UpdateLeads{{id}, {edit("loan.fico_score", qint64(299))}}).kind, Error::Kind::Invalid);
    }

    void rangesFitTogether()
    {
        const LeadId id = lead();
        QCOMPARE(refusal(UpdateLeads{{id},
                                     {edit("loan.rate_lock_date", s("2026-03-20")),
                                      edit("loan.rate_lock_expires_on", s("2026-03-10"))}})
                     .kind,
                 Error::Kind::Refused);
        QCOMPARE(refusal(UpdateLeads{{id},
                                     {edit("profile.min_budget_cents", qint64(500)),
                                      edit("profile.max_budget_cents", qint64(400))}})
                     .kind,
                 Error::Kind::Refused);
    }

    void moveStage()
    {
        const LeadId id = lead();
        m_book->context.now = m_book->context.now + 3 * msPerDay + 5;
        const ChangeSet done = run(MoveStage{{id}, m_book->stage(s("processing")), {}, {}, {}, {}});
        QCOMPARE(done.summary, s("Ann Lee moved to Processing"));
        QCOMPARE(leadRow(id).text(s("stage_id")), m_book->stage(s("processing")).toString());
        QCOMPARE(leadRow(id).integer(s("stage_entered_at")), m_book->context.now.ms);
        const Record entry = m_book->log(id).back();
        QCOMPARE(entry.text(s("activity_type")), s("status_changed"));
        QCOMPARE(entry.text(s("from_stage")), s("new"));
        QCOMPARE(entry.text(s("to_stage")), s("processing"));
        QCOMPARE(entry.text(s("from_stage_id")), m_book->stage(s("new")).toString());
        QCOMPARE(json(entry, "metadata").value(s("days_in_stage")).toInteger(), qint64(3));
        QVERIFY(!entry.flag(s("is_highlight")));
        QVERIFY(
            plan(MoveStage{{id}, m_book->stage(s("processing")), {}, {}, {}, {}}, *m_book, m_book->context)->isEmpty());
        run(MoveStage{{id}, m_book->stage(s("funded")), {}, {}, {}, {}});
        QVERIFY(m_book->log(id).back().flag(s("is_highlight")));
        // A step back goes as every move, and says that it is one.
        QCOMPARE(run(MoveStage{{id}, m_book->stage(s("processing")), {}, {}, {}, {}}).summary,
                 s("Ann Lee moved back to Processing"));
        const LeadId other = lead("Bo Poe", "bo@example.com");
        QCOMPARE(run(MoveStage{{id, other}, m_book->stage(s("contacted")), {}, {}, {}, {}}).summary,
                 s("2 leads moved to Contacted")); // one of them forwards
        QCOMPARE(run(MoveStage{{id, other}, m_book->stage(s("new")), {}, {}, {}, {}}).summary,
                 s("2 leads moved back to New"));
    }

    void exitsNeedReasons()
    {
        const LeadId id = lead();
        const StageId lost = m_book->stage(s("lost"));
        QCOMPARE(refusal(MoveStage{{id}, lost, {}, {}, {}, {}}).kind, Error::Kind::Refused);
        QCOMPARE(refusal(MoveStage{{id}, lost, s("because"), {}, {}, {}}).kind, Error::Kind::Invalid);
        QCOMPARE(refusal(MoveStage{{id}, lost, s("other"), s("  "), {}, {}}).kind, Error::Kind::Refused);
        run(MoveStage{{id}, lost, s("no_response"), s("Six calls"), QDate(2026, 6, 1), {}});
        QCOMPARE(leadRow(id).text(s("exit_reason_code")), s("no_response"));
        QCOMPARE(leadRow(id).text(s("nurture_until")), s("2026-06-01"));
        QCOMPARE(json(m_book->log(id).back(), "metadata").value(s("reason_code")).toString(), s("no_response"));
        run(MoveStage{{id}, m_book->stage(s("contacted")), {}, {}, {}, {}});
        QVERIFY(leadRow(id).isNull(s("exit_reason_code")));
        QVERIFY(leadRow(id).isNull(s("exit_reason")));
        QVERIFY(leadRow(id).isNull(s("nurture_until")));
    }

    void manyAtOnce()
    {
        std::vector<LeadId> ids;
        for (int i = 0; i < 14; ++i) {
            ids.push_back(lead("Ann Lee", qPrintable(QStringLiteral("ann%1@example.com").arg(i))));
        }
        const ChangeSet done = run(MoveStage{ids, m_book->stage(s("lost")), s("credit"), {}, {}, {}});
        QCOMPARE(done.summary, s("14 leads moved to Lost"));
        QCOMPARE(done.leads().size(), size_t(14));
    }

    void arrangementWritesLittle()
    {
        std::vector<LeadId> ids;
        for (int i = 0; i < 5; ++i) {
            ids.push_back(lead("Ann Lee", qPrintable(QStringLiteral("ann%1@example.com").arg(i))));
        }
        const StageId stage = m_book->stage(s("new"));
        QCOMPARE(run(ArrangeCards{stage, ids}).rows.size(), size_t(5));
        QVERIFY(plan(ArrangeCards{stage, ids}, *m_book, m_book->context)->isEmpty());
        const std::vector<LeadId> dragged{ids[4], ids[0], ids[1], ids[2], ids[3]};
        QCOMPARE(run(ArrangeCards{stage, dragged}).rows.size(), size_t(1));
        const std::vector<LeadId> squeezed{ids[4], ids[3], ids[0], ids[1], ids[2]};
        QCOMPARE(run(ArrangeCards{stage, squeezed}).rows.size(), size_t(1));
        for (int i = 0; i < 60; ++i) { // one gap, halved until it is used up
            const size_t first = i % 2 == 0 ? 2 : 1;
            run(ArrangeCards{stage, {ids[4], ids[first], ids[first == 2 ? 1 : 2], ids[3], ids[0]}});
            qint64 last = 0;
            for (const LeadId id : {ids[4], ids[first], ids[first == 2 ? 1 : 2], ids[3], ids[0]}) {
                const qint64 rank = row("board_positions", id.toString()).integer(s("rank"));
                QVERIFY(rank > last);
                last = rank;
            }
        }
    }

    void assign()
    {
        const LeadId id = lead();
        const ChangeSet done = run(AssignLeads{{id}, m_book->colleague, s("Vacation")});
        QCOMPARE(done.summary, s("Ann Lee assigned to Lee Park"));
        QCOMPARE(m_book->log(id).back().text(s("activity_type")), s("reassigned"));
        QCOMPARE(json(m_book->log(id).back(), "metadata").value(s("from_user")).toString(), m_book->me.toString());
        const auto rows = *m_book->rowsWhere(s("lead_assignments"), s("lead_id"), id.toString());
        QCOMPARE(rows.back().text(s("assigned_from")), m_book->me.toString());
        QCOMPARE(rows.back().text(s("reason")), s("Vacation"));
        run(AssignLeads{{id}, UserId(), {}});
        run(AssignLeads{{id}, m_book->me, {}});
        QCOMPARE(m_book->log(id).back().text(s("activity_type")), s("assigned"));
        QVERIFY(plan(AssignLeads{{id}, m_book->me, {}}, *m_book, m_book->context)->isEmpty());
        EditUser gone;
        gone.id = m_book->colleague;
        gone.isActive = false;
        run(gone);
        QCOMPARE(refusal(AssignLeads{{id}, m_book->colleague, {}}).kind, Error::Kind::Refused);
    }

    void tags()
    {
        const LeadId a = lead();
        const LeadId b = lead("Bo Ray", "bo@example.com");
        run(TagLeads{{a, b}, {s("First home")}, {}});
        QCOMPARE(m_book->all(s("tags")).size(), size_t(1));
        QVERIFY(plan(TagLeads{{a}, {s("FIRST HOME")}, {s("unknown")}}, *m_book, m_book->context)->isEmpty());
        run(TagLeads{{a}, {s("VA")}, {s("first home")}});
        QCOMPARE(types(m_book->log(a)).mid(2), QStringList({s("tag_added"), s("tag_added"), s("tag_removed")}));
        QCOMPARE(refusal(TagLeads{{a}, {s("Hispanic")}, {}}).kind, Error::Kind::Refused);
        QCOMPARE(refusal(TagLeads{{a}, {s("  ")}, {}}).kind, Error::Kind::Invalid);
    }

    void deleteAndRestore()
    {
        const LeadId id = lead();
        QCOMPARE(run(DeleteLeads{{id}}).summary, s("Ann Lee removed"));
        QVERIFY(!leadRow(id).isNull(s("deleted_at")));
        QCOMPARE(refusal(MoveStage{{id}, m_book->stage(s("funded")), {}, {}, {}, {}}).kind, Error::Kind::Refused);
        const LeadId twin = lead("Ann Twin", "ann@example.com");
        QCOMPARE(refusal(RestoreLeads{{id}}).kind, Error::Kind::Refused);
        run(DeleteLeads{{twin}});
        run(RestoreLeads{{id}});
        QVERIFY(leadRow(id).isNull(s("deleted_at")));
        QCOMPARE(types(m_book->log(id)).mid(2), QStringList({s("lead_deleted"), s("lead_restored")}));
    }

    void logActivity_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("inbound");
        QTest::addColumn<QString>("activity");
        QTest::addColumn<QString>("communication");
        QTest::newRow("call") << int(LogActivity::Type::Call) << false << "call_logged"
                              << "call";
        QTest::newRow("meeting") << int(LogActivity::Type::Meeting) << false << "meeting_completed"
                                 << "meeting";
        QTest::newRow("sms out") << int(LogActivity::Type::Sms) << false << "sms_sent"
                                 << "sms";
        QTest::newRow("sms in") << int(LogActivity::Type::Sms) << true << "sms_received"
                                << "sms";
        QTest::newRow("linkedin") << int(LogActivity::Type::LinkedIn) << false << "linkedin_message"
                                  << "linkedin";
        QTest::newRow("custom") << int(LogActivity::Type::Custom) << false << "custom"
                                << "";
    }
    void logActivity()
    {
        QFETCH(int, type);
        QFETCH(bool, inbound);
        QFETCH(QString, activity);
        QFETCH(QString, communication);
        const LeadId id = lead();
        LogActivity command;
        command.lead = id;
        command.type = static_cast<LogActivity::Type>(type);
        command.inbound = inbound;
        command.text = s("Talked about rates");
        command.title = s("Sent a card");
        command.durationSeconds = 180;
        command.outcome = s("connected");
        command.at = m_book->context.now + -2 * msPerDay;
        const ChangeSet done = run(command);
        QVERIFY(done.summary.contains(s("Ann Lee")));
        const Record entry = m_book->log(id).back();
        QCOMPARE(entry.text(s("activity_type")), activity);
        QCOMPARE(entry.text(s("description")), s("Talked about rates"));
        QCOMPARE(entry.integer(s("occurred_at")), command.at->ms);
        QCOMPARE(entry.integer(s("created_at")), m_book->context.now.ms);
        QCOMPARE(json(entry, "metadata").value(s("outcome")).toString(), s("connected"));
        const Record message = only("communications", id);
        QCOMPARE(message.text(s("communication_type")), communication);
        if (!communication.isEmpty()) {
            QCOMPARE(message.text(s("direction")), inbound ? s("inbound") : s("outbound"));
            QCOMPARE(message.integer(s("completed_at")), command.at->ms);
            QCOMPARE(entry.text(s("communication_id")), message.text(s("id")));
        }
    }

    void logRefusals()
    {
        LogActivity command;
        command.lead = lead();
        command.at = m_book->context.now + 3 * msPerMinute;
        QCOMPARE(refusal(command).kind, Error::Kind::Refused);
        command.at = m_book->context.now + msPerMinute; // two clocks that differ a little
        run(command);
        QCOMPARE(m_book->log(command.lead).back().integer(s("occurred_at")), m_book->context.now.ms);
        command.at = std::nullopt;
        command.durationSeconds = -1;
        QCOMPARE(refusal(command).kind, Error::Kind::Invalid);
        command.durationSeconds = std::nullopt;
        command.type = LogActivity::Type::Sms;
        QCOMPARE(refusal(command).kind, Error::Kind::Invalid);
        command.type = LogActivity::Type::Custom;
        QCOMPARE(refusal(command).kind, Error::Kind::Invalid);
    }

    void corrections()
    {
        LogActivity call;
        call.lead = lead();
        call.text = s("Pays 7.5 %");
        run(call);
        const ActivityId id = ActivityId::fromString(m_book->log(call.lead).back().text(s("id")));
        run(CorrectActivity{id, s("Pays 6.5 %"), false});
        const QJsonObject metadata = json(m_book->log(call.lead).back(), "metadata");
        QCOMPARE(metadata.value(s("corrects")).toString(), id.toString());
        QCOMPARE(metadata.value(s("fields")).toObject().value(s("description")).toString(), s("Pays 6.5 %"));
        QCOMPARE(only("communications", call.lead).text(s("content")), s("Pays 6.5 %"));
        QVERIFY(plan(CorrectActivity{id, s("Pays 6.5 %"), false}, *m_book, m_book->context)->isEmpty());
        run(CorrectActivity{id, {}, true});
        QVERIFY(only("communications", call.lead).isEmpty());
        const ActivityId created = ActivityId::fromString(m_book->log(call.lead).front().text(s("id")));
        QCOMPARE(refusal(CorrectActivity{created, s("no"), false}).kind, Error::Kind::Refused);
    }

    void notes()
    {
        AddNote note;
        note.id = NoteId(m_book->context.newId());
        note.lead = lead();
        note.content = s("Wants a call after five");
        note.mentions = {m_book->colleague};
        QCOMPARE(run(note).summary, s("Note on Ann Lee added"));
        const Record entry = m_book->log(note.lead).back();
        QCOMPARE(entry.text(s("activity_type")), s("note_added"));
        QCOMPARE(json(entry, "metadata").value(s("note_id")).toString(), note.id.toString());
        QVERIFY(!entry.text(s("metadata")).contains(s("after five")));
        QVERIFY(entry.isNull(s("description")));

        AddNote secret = note;
        secret.id = NoteId(m_book->context.newId());
        secret.isPrivate = true;
        QCOMPARE(refusal(secret).kind, Error::Kind::Refused);
        secret.mentions.clear();
        const qsizetype before = types(m_book->log(note.lead)).size();
        run(secret);
        QCOMPARE(types(m_book->log(note.lead)).size(), before);
        EditNote open;
        open.id = secret.id;
        open.isPrivate = false;
        run(open);
        QCOMPARE(types(m_book->log(note.lead)).size(), before + 1);
        EditNote close;
        close.id = note.id;
        close.isPrivate = true;
        run(close);
        QCOMPARE(row("lead_notes", note.id.toString()).text(s("mentioned_users")), s("[]"));
        close.isPrivate = false;
        run(close);
        QCOMPARE(types(m_book->log(note.lead)).size(), before + 1);

        m_book->context.actor = m_book->colleague;
        QCOMPARE(refusal(DeleteNote{note.id}).kind, Error::Kind::Refused);
        m_book->context.actor = m_book->me;
        run(DeleteNote{note.id});
        QCOMPARE(refusal(AddNote{{}, note.lead, s("  "), s("general"), false, false, {}, {}}).kind,
                 Error::Kind::Invalid);
        QCOMPARE(refusal(AddNote{{}, note.lead, s("x"), s("gossip"), false, false, {}, {}}).kind, Error::Kind::Invalid);
    }

    void remindersMakeTasks()
    {
        AddNote note;
        note.lead = lead();
        note.type = s("reminder");
        note.content = s("Ask for the W-2\nand the bank statements");
        run(note);
        QCOMPARE(only("tasks", note.lead).text(s("title")), s("Ask for the W-2"));
        QCOMPARE(only("tasks", note.lead).text(s("due_date")), s("2026-03-03"));
    }

    void tasks()
    {
        AddTask task;
        task.id = TaskId(m_book->context.newId());
        task.lead = lead();
        task.title = s("Call about the appraisal");
        task.dueDate = QDate(2026, 3, 9); // after the clocks went forward on the 8th
        task.dueTime = QTime(9, 30);
        QCOMPARE(run(task).summary, s("Task “Call about the appraisal” added"));
        const QTimeZone denver("America/Denver");
        Record stored = row("tasks", task.id.toString());
        QCOMPARE(stored.integer(s("due_at")), QDateTime(QDate(2026, 3, 9), QTime(15, 30), Qt::UTC).toMSecsSinceEpoch());
        QCOMPARE(stored.text(s("due_time")), s("09:30"));
        EditTask later;
        later.id = task.id;
        later.dueDate = std::optional<QDate>(QDate(2026, 3, 2));
        later.dueTime = std::optional<QTime>();
        run(later);
        stored = row("tasks", task.id.toString());
        QCOMPARE(stored.integer(s("due_at")), QDate(2026, 3, 2).endOfDay(denver).toMSecsSinceEpoch());
        QVERIFY(stored.isNull(s("due_time")));
        run(CompleteTask{task.id, true});
        QCOMPARE(row("tasks", task.id.toString()).text(s("status")), s("completed"));
        QCOMPARE(m_book->log(*task.lead).back().text(s("activity_type")), s("task_completed"));
        run(CompleteTask{task.id, false});
        QVERIFY(row("tasks", task.id.toString()).isNull(s("completed_at")));
        run(DeleteTask{task.id});
        QCOMPARE(refusal(CompleteTask{task.id, true}).kind, Error::Kind::Refused);

        task.id = TaskId();
        task.isFollowUp = true;
        run(task);
        QCOMPARE(m_book->log(*task.lead).back().text(s("activity_type")), s("follow_up_scheduled"));
        QCOMPARE(json(m_book->log(*task.lead).back(), "metadata").value(s("scheduled_for")).toString(),
                 s("2026-03-09T15:30:00.000Z"));
        task.dueDate = std::nullopt;
        QCOMPARE(refusal(task).kind, Error::Kind::Invalid);
        task.dueTime = std::nullopt;
        task.priority = s("urgent");
        QCOMPARE(refusal(task).kind, Error::Kind::Invalid);
        task.priority = s("high");
        task.title = s(" ");
        QCOMPARE(refusal(task).kind, Error::Kind::Invalid);
        task.title = s("x");
        task.lead = std::nullopt;
        QCOMPARE(refusal(task).kind, Error::Kind::Invalid);
    }

    void contacts()
    {
        const LeadId id = lead();
        Record agent;
        agent.set(s("name"), s("Kim Roe"));
        agent.set(s("email"), s("kim@example.com"));
        agent.set(s("contact_type"), s("realtor"));
        LinkContact first;
        first.id = LeadContactId(m_book->context.newId());
        first.lead = id;
        first.person = agent;
        first.role = s("buyers_agent");
        run(first);
        QVERIFY(row("lead_contacts", first.id.toString()).flag(s("is_primary")));
        LinkContact second = first;
        second.id = LeadContactId(m_book->context.newId());
        second.person.set(s("name"), s("Jo Roe"));
        second.role = s("co_borrower");
        second.isPrimary = true;
        const ChangeSet done = run(second);
        QVERIFY(!row("lead_contacts", first.id.toString()).flag(s("is_primary")));
        QVERIFY(row("lead_contacts", second.id.toString()).flag(s("is_primary")));
        QCOMPARE(done.rows.at(1).kind, RowChange::Kind::Update); // clear, then set
        EditContactLink swap;
        swap.id = first.id;
        swap.isPrimary = true;
        run(swap);
        QVERIFY(!row("lead_contacts", second.id.toString()).flag(s("is_primary")));
        LinkContact again;
        again.lead = id;
        again.contact = ContactId::fromString(row("lead_contacts", first.id.toString()).text(s("contact_id")));
        QCOMPARE(refusal(again).kind, Error::Kind::Refused);
        again.role = s("friend");
        QCOMPARE(refusal(again).kind, Error::Kind::Invalid);
        swap.remove = true;
        run(swap);
        run(EditContact{again.contact, {edit("first_name", s("Kimberly")), edit("phone", s("720-555-0111"))}});
        QCOMPARE(row("contacts", again.contact.toString()).text(s("phone")), s("+17205550111"));
        QCOMPARE(refusal(EditContact{again.contact, {edit("age", s("40"))}}).kind, Error::Kind::Invalid);
        LinkContact nameless;
        nameless.lead = id;
        QCOMPARE(refusal(nameless).kind, Error::Kind::Invalid);
    }

    void documents()
    {
        AttachDocument file;
        file.lead = lead();
        file.fileName = s("paystub.pdf");
        file.mediaType = s("application/pdf");
        file.content = QByteArrayLiteral("%PDF");
        file.documentType = s("paystub");
        run(file);
        run(file);
        QCOMPARE(m_book->all(s("document_contents")).size(), size_t(1));
        const auto rows = m_book->all(s("documents"));
        QCOMPARE(rows.size(), size_t(2));
        QVERIFY(rows.front().text(s("file_url")).startsWith(s("keyturn://content/")));
        QVERIFY(rows.front().flag(s("is_sensitive")));
        QCOMPARE(m_book->log(file.lead).back().text(s("activity_type")), s("document_added"));
        file.content.clear();
        QCOMPARE(refusal(file).kind, Error::Kind::Invalid);
    }

    void settings()
    {
        EditStage stage;
        stage.id = m_book->stage(s("contacted"));
        stage.name = s("Reached");
        stage.color = s("#4e8c7a");
        stage.wipLimit = std::optional<int>(12);
        run(stage);
        QCOMPARE(row("pipeline_stages", stage.id.toString()).text(s("color")), s("#4E8C7A"));
        stage.color = s("green");
        QCOMPARE(refusal(stage).kind, Error::Kind::Invalid);
        stage.color = std::nullopt;
        stage.wipLimit = std::optional<int>(0);
        QCOMPARE(refusal(stage).kind, Error::Kind::Invalid);

        run(DefineCustomFields{{{s("roof"), s("Roof"), CustomField::Type::Choice, {s("tile"), s("metal")}}}});
        QCOMPARE(m_book->catalogue()->customFields.front().choices.size(), qsizetype(2));
        const auto field = [](const char* key, const char* label) {
            return DefineCustomFields{{{s(key), s(label), CustomField::Type::Text, {}}}};
        };
        QCOMPARE(refusal(field("borrower_age", "Note")).kind, Error::Kind::Refused);
        QCOMPARE(refusal(field("note", "Marital status")).kind, Error::Kind::Refused);
        QCOMPARE(refusal(field("Bad Key", "Note")).kind, Error::Kind::Invalid);
        QCOMPARE(refusal(field("note", " ")).kind, Error::Kind::Invalid);

        EditOrganization home;
        home.name = s("Better Lending");
        home.timezone = s("America/Chicago");
        run(home);
        home.timezone = s("Mars/Olympus");
        QCOMPARE(refusal(home).kind, Error::Kind::Invalid);

        EditUser colleague;
        colleague.email = s("new@example.com");
        colleague.firstName = s("Noa");
        colleague.lastName = s("Stein");
        run(colleague);
        QCOMPARE(m_book->catalogue()->userByEmail(s("NEW@example.com"))->timezone, s("America/Chicago"));
        QCOMPARE(refusal(colleague).kind, Error::Kind::Refused);
        EditUser self;
        self.id = m_book->me;
        self.isActive = false;
        QCOMPARE(refusal(self).kind, Error::Kind::Refused);
    }

    void payloadsAreFiltered()
    {
        const LeadId id = lead();
        run(UpdateLeads{{id}, {edit("custom.pets", s("cat"))}});
        QVERIFY(!only("lead_profiles", id).text(s("custom_fields")).contains(s("race")));
        QCOMPARE(refusal(UpdateLeads{{id}, {edit("custom.language", s("x"))}}).kind, Error::Kind::Refused);
    }
};

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
