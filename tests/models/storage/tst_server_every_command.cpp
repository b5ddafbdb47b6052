// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planner.h"
#include "models/storage/queries/catalogue_queries.h"
#include "models/storage/store_facts.h"
#include "tests/models/storage/push_answers.h"

#include <functional>

using namespace keyturn;
using namespace keyturn::test;

/// Everything that the program writes goes through the door, and a reader finds it behind.
class TestServerEveryCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startOrSkip(m_server); }
    void init()
    {
        failOnAnyWarning();
        QCOMPARE(m_server.makeTeam(), QString());
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
              "arrange",     "edit_stage",    "custom_fields", "organization", "user",         "merge"}) {
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
        commands[QStringLiteral("merge")] = [&] {
            // Something to bring along.
            return MergeLeads{lead, pool, {QStringLiteral("name")}};
        };
        if (name == QLatin1String("merge")) {
            addTask.lead = pool;
            addNote.lead = pool;
            linkContact.lead = pool;
            for (const Command& command : {Command(addTask), Command(addNote), Command(linkContact),
                                           Command(TagLeads{{pool}, {QStringLiteral("vip")}, {}})}) {
                QCOMPARE(run(command), QString());
            }
        }
        QCOMPARE(run(commands.at(name)()), QString());
        QVERIFY(!m_last.isEmpty());
        if (name == QLatin1String("assign")) {
            return; // out of reach for the giver
        }
        QCOMPARE(takeBack(desk), QString());
        QCOMPARE(takeBack(desk), QString());
    }

private:
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

QTEST_GUILESS_MAIN(TestServerEveryCommand)
#include "tst_server_every_command.moc"
