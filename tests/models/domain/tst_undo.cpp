// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planner.h"
#include "tests/support/fake_facts.h"
#include "tests/support/test_main.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

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

/// A small book with one of everything, so that each command has something to work on.
struct Book
{
    FakeFacts facts;
    LeadId ann, bo;
    NoteId note;
    TaskId task;
    LeadContactId link;
    ContactId contact;
    ActivityId call;

    bool run(const Command& command)
    {
        const auto planned = plan(command, facts, facts.context);
        return planned && facts.apply(*planned);
    }

    Book()
    {
        ann = LeadId(facts.context.newId());
        bo = LeadId(facts.context.newId());
        note = NoteId(facts.context.newId());
        task = TaskId(facts.context.newId());
        link = LeadContactId(facts.context.newId());
        CreateLead first;
        first.id = ann;
        first.fields = {edit("name", s("Ann Lee")), edit("email", s("ann@example.com")),
                        edit("loan.loan_amount_cents", qint64(30'000'000)), edit("profile.city", s("Denver"))};
        first.tags = {s("VIP")};
        CreateLead second;
        second.id = bo;
        second.fields = {edit("name", s("Bo Ray")), edit("phone", s("+13035550143"))};
        AddTask work;
        work.id = task;
        work.lead = ann;
        work.title = s("Call");
        LinkContact person;
        person.id = link;
        person.lead = ann;
        person.person.set(s("name"), s("Kim Roe"));
        LogActivity talk;
        talk.lead = ann;
        talk.text = s("Hello");
        ready = run(first) && run(second) && run(work) && run(person) && run(talk) &&
                run(AddNote{note, ann, s("Text"), s("general"), false, false, {}, {}}) &&
                run(ArrangeCards{facts.stage(s("new")), {ann, bo}});
        contact = ContactId::fromString(facts.all(s("contacts")).front().text(s("id")));
        for (const Record& entry : facts.log(ann)) {
            if (entry.text(s("activity_type")) == s("call_logged")) {
                call = ActivityId::fromString(entry.text(s("id")));
            }
        }
        facts.context.now = facts.context.now + 5 * msPerDay;
    }
    bool ready = false;
};

LogActivity optOut(LeadId lead)
{
    LogActivity command;
    command.lead = lead;
    command.outcome = s("opted_out");
    return command;
}

QStringList typesFrom(const FakeFacts& facts, LeadId lead, size_t from)
{
    QStringList found;
    const auto log = facts.log(lead);
    for (size_t i = from; i < log.size(); ++i) {
        found.append(log[i].text(s("activity_type")));
    }
    return found;
}

} // namespace

Q_DECLARE_METATYPE(std::function<keyturn::Command(const Book&)>)

using Make = std::function<Command(const Book&)>;

/// For every command: undo gives the rows back, redo does it again, and the log tells all three.
class TestUndo : public QObject
{
    Q_OBJECT

    static void add(const char* name, Make make) { QTest::newRow(name) << make; }

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void everyCommand_data()
    {
        QTest::addColumn<Make>("make");
        add("create lead", [](const Book&) -> Command {
            CreateLead command;
            command.fields = {edit("name", s("Cy Poe")), edit("email", s("cy@example.com")),
                              edit("loan.term_months", qint64(360)), edit("custom.pets", s("cat"))};
            command.tags = {s("VIP"), s("Fresh")};
            return command;
        });
        add("update lead", [](const Book& b) -> Command {
            return UpdateLeads{{b.ann},
                               {edit("email", s("x@example.com")), edit("loan.loan_amount_cents", qint64(1)),
                                edit("profile.city", QVariant()), edit("custom.pets", s("dog")),
                                edit("estimated_value_cents", qint64(77))}};
        });
        add("update leads without side rows", [](const Book& b) -> Command {
            return UpdateLeads{{b.ann, b.bo},
                               {edit("loan.fico_score", qint64(700)), edit("profile.company", s("Acme"))}};
        });
        add("move stage", [](const Book& b) -> Command {
            return MoveStage{{b.ann, b.bo},  b.facts.stage(s("lost")), s("credit"),
                             s("Low score"), QDate(2026, 9, 1),        {b.bo, b.ann}};
        });
        add("arrange", [](const Book& b) -> Command { return ArrangeCards{b.facts.stage(s("new")), {b.bo, b.ann}}; });
        add("arrange another column", [](const Book& b) -> Command {
            return ArrangeCards{b.facts.stage(s("funded")), {b.bo}};
        });
        add("assign", [](const Book& b) -> Command {
            return AssignLeads{{b.ann, b.bo}, b.facts.colleague, s("Vacation")};
        });
        add("unassign", [](const Book& b) -> Command { return AssignLeads{{b.ann}, UserId(), {}}; });
        add("tag", [](const Book& b) -> Command { return TagLeads{{b.ann, b.bo}, {s("New tag")}, {s("VIP")}}; });
        add("delete", [](const Book& b) -> Command { return DeleteLeads{{b.ann, b.bo}}; });
        add("log call", [](const Book& b) -> Command {
            LogActivity command;
            command.lead = b.bo;
            command.text = s("Spoke");
            return command;
        });
        add("log an opt-out", [](const Book& b) -> Command { return optOut(b.bo); });
        add("log custom", [](const Book& b) -> Command {
            LogActivity command;
            command.lead = b.bo;
            command.type = LogActivity::Type::Custom;
            command.title = s("Sent a card");
            return command;
        });
        add("add note",
            [](const Book& b) -> Command { return AddNote{{}, b.bo, s("Hi"), s("reminder"), false, true, {}, {}}; });
        add("private note",
            [](const Book& b) -> Command { return AddNote{{}, b.bo, s("Hi"), s("general"), true, false, {}, {}}; });
        add("edit note",
            [](const Book& b) -> Command { return EditNote{b.note, s("Other"), s("call"), true, true, std::nullopt}; });
        add("delete note", [](const Book& b) -> Command { return DeleteNote{b.note}; });
        add("correct", [](const Book& b) -> Command { return CorrectActivity{b.call, s("Bye"), false}; });
        add("withdraw", [](const Book& b) -> Command { return CorrectActivity{b.call, {}, true}; });
        add("add follow-up", [](const Book& b) -> Command {
            AddTask command;
            command.lead = b.bo;
            command.title = s("Ring");
            command.dueDate = QDate(2026, 3, 20);
            command.isFollowUp = true;
            return command;
        });
        add("edit task", [](const Book& b) -> Command {
            EditTask command;
            command.id = b.task;
            command.title = s("Write");
            command.dueDate = std::optional<QDate>(QDate(2026, 4, 1));
            return command;
        });
        add("complete task", [](const Book& b) -> Command { return CompleteTask{b.task, true}; });
        add("delete task", [](const Book& b) -> Command { return DeleteTask{b.task}; });
        add("link contact", [](const Book& b) -> Command {
            LinkContact command;
            command.lead = b.ann;
            command.person.set(s("name"), s("Jo Roe"));
            command.isPrimary = true;
            return command;
        });
        add("edit link", [](const Book& b) -> Command {
            return EditContactLink{b.link, s("builder"), false, s("Slow"), false};
        });
        add("unlink", [](const Book& b) -> Command {
            return EditContactLink{b.link, std::nullopt, std::nullopt, std::nullopt, true};
        });
        add("edit contact", [](const Book& b) -> Command {
            return EditContact{b.contact, {edit("company", s("Roe Realty"))}};
        });
        add("attach", [](const Book& b) -> Command {
            return AttachDocument{{}, b.ann, s("a.txt"), s("text/plain"), QByteArrayLiteral("a"), s("other")};
        });
        add("edit stage", [](const Book& b) -> Command {
            EditStage command;
            command.id = b.facts.stage(s("new"));
            command.wipLimit = std::optional<int>(5);
            return command;
        });
        add("custom fields", [](const Book&) -> Command {
            return DefineCustomFields{{{s("roof"), s("Roof"), CustomField::Type::Text, {}}}};
        });
        add("edit organization", [](const Book&) -> Command { return EditOrganization{s("Other"), std::nullopt}; });
        add("add user", [](const Book&) -> Command {
            EditUser command;
            command.email = s("noa@example.com");
            command.firstName = s("Noa");
            return command;
        });
        add("merge", [](const Book& b) -> Command { return MergeLeads{b.bo, b.ann, {s("name"), s("email")}}; });
        add("merge the other way", [](const Book& b) -> Command { return MergeLeads{b.ann, b.bo, {}}; });
        add("edit user", [](const Book& b) -> Command {
            EditUser command;
            command.id = b.facts.colleague;
            command.phone = s("303-555-0199");
            return command;
        });
    }
    void everyCommand()
    {
        QFETCH(Make, make);
        Book book;
        QVERIFY(book.ready);
        const auto before = book.facts.visibleState();
        const size_t logged = book.facts.all(s("lead_activities")).size();
        const auto planned = plan(make(book), book.facts, book.facts.context);
        QVERIFY2(planned.has_value(), planned ? "" : qPrintable(planned.error().message));
        QVERIFY(!planned->isEmpty());
        QVERIFY(!planned->summary.isEmpty());
        // What is kept on disk is what is taken back.
        const auto stored =
            ChangeSet::fromJson(QJsonDocument::fromJson(QJsonDocument(planned->toJson()).toJson()).object());
        QVERIFY(stored.has_value());
        QCOMPARE(*stored, *planned);
        QVERIFY(book.facts.apply(*stored).has_value());
        const auto after = book.facts.visibleState();
        QVERIFY(before != after || book.facts.all(s("lead_activities")).size() > logged);

        ChangeSet last = *stored;
        for (int round = 0; round < 2; ++round) {
            book.facts.context.now = book.facts.context.now + msPerHour;
            const auto undo = planUndo(last, book.facts, book.facts.context, ChangeSet::Origin::Undo);
            QVERIFY2(undo.has_value(), undo ? "" : qPrintable(undo.error().message));
            QCOMPARE(undo->origin, ChangeSet::Origin::Undo);
            QCOMPARE(undo->summary, stored->summary);
            const auto undone = book.facts.apply(*undo);
            QVERIFY2(undone.has_value(), undone ? "" : qPrintable(undone.error().detail));
            QCOMPARE(book.facts.visibleState(), before);

            book.facts.context.now = book.facts.context.now + msPerHour;
            const auto redo = planUndo(*undo, book.facts, book.facts.context, ChangeSet::Origin::Redo);
            QVERIFY2(redo.has_value(), redo ? "" : qPrintable(redo.error().message));
            const auto redone = book.facts.apply(*redo);
            QVERIFY2(redone.has_value(), redone ? "" : qPrintable(redone.error().detail));
            QCOMPARE(book.facts.visibleState(), after);
            last = *redo;
        }
    }

    void anOptOutIsListedAndItsUndoClearsIt()
    {
        Book book;
        ChangeSet last = *plan(optOut(book.bo), book.facts, book.facts.context);
        QVERIFY(book.facts.apply(last).has_value());
        QVERIFY(book.facts.row(s("leads"), book.bo.toString()).value()->flag(s("do_not_contact")));
        QStringList actions{s("dnc_listed")};
        for (int round = 0; round < 3; ++round) {
            const auto ledger = book.facts.all(s("consents")); // append-only: the newest row counts
            QCOMPARE(ledger.size(), static_cast<size_t>(actions.size()));
            QStringList found;
            for (const Record& row : ledger) {
                found.append(row.text(s("action")));
                QCOMPARE(row.text(s("address")), s("+13035550143"));
                QCOMPARE(row.text(s("channel")), s("call"));
                QCOMPARE(row.text(s("registry")), s("internal"));
                QCOMPARE(row.text(s("lead_id")), book.bo.toString());
            }
            std::sort(found.begin(), found.end());
            QStringList expected = actions;
            std::sort(expected.begin(), expected.end());
            QCOMPARE(found, expected);
            actions.append(round % 2 == 0 ? s("dnc_cleared") : s("dnc_listed"));
            book.facts.context.now = book.facts.context.now + msPerHour;
            last = *planUndo(last, book.facts, book.facts.context, ChangeSet::Origin::Undo);
            QVERIFY(book.facts.apply(last).has_value());
            QCOMPARE(book.facts.row(s("leads"), book.bo.toString()).value()->flag(s("do_not_contact")), round % 2 == 1);
        }
        LogActivity nobody = optOut(book.ann); // no telephone: nothing to list, but the mark stands
        QVERIFY(book.facts.apply(*plan(nobody, book.facts, book.facts.context)).has_value());
        QVERIFY(book.facts.row(s("leads"), book.ann.toString()).value()->flag(s("do_not_contact")));
        QCOMPARE(book.facts.all(s("consents")).size(), 4U);
    }

    void anOptOutThatSaidNothingNewLeavesTheFirst()
    {
        Book book;
        const auto add = [&] {
            book.facts.context.now = book.facts.context.now + msPerHour;
            const auto planned = plan(optOut(book.bo), book.facts, book.facts.context);
            return planned && book.facts.apply(*planned).has_value() ? *planned : ChangeSet();
        };
        const ChangeSet first = add();
        const ChangeSet second = add();
        QVERIFY(!first.isEmpty() && !second.isEmpty());
        const auto takeBack = [&](const ChangeSet& done) {
            book.facts.context.now = book.facts.context.now + msPerHour;
            const auto undo = planUndo(done, book.facts, book.facts.context, ChangeSet::Origin::Undo);
            return undo && book.facts.apply(*undo).has_value();
        };
        const auto newest = [&] {
            std::vector<Record> ledger = book.facts.all(s("consents"));
            return std::ranges::max_element(ledger, {}, [](const Record& row) { return row.integer(s("occurred_at")); })
                ->text(s("action"));
        };
        QVERIFY(takeBack(second));
        QCOMPARE(newest(), s("dnc_listed")); // the first call stands
        QVERIFY(book.facts.row(s("leads"), book.bo.toString()).value()->flag(s("do_not_contact")));
        QVERIFY(takeBack(first));
        QCOMPARE(newest(), s("dnc_cleared"));
        QVERIFY(!book.facts.row(s("leads"), book.bo.toString()).value()->flag(s("do_not_contact")));
    }

    void theLogTellsIt()
    {
        const std::vector<std::pair<Make, QStringList>> cases{
            {[](const Book& b) -> Command { return MoveStage{{b.ann}, b.facts.stage(s("funded")), {}, {}, {}, {}}; },
             {s("status_changed"), s("status_changed"), s("status_changed")}},
            {[](const Book& b) -> Command {
                 return AssignLeads{{b.ann}, b.facts.colleague, {}};
             },
             {s("reassigned"), s("reassigned"), s("reassigned")}},
            {[](const Book& b) -> Command { return DeleteLeads{{b.ann}}; },
             {s("lead_deleted"), s("lead_restored"), s("lead_deleted")}},
            {[](const Book& b) -> Command {
                 return TagLeads{{b.ann}, {s("X")}, {}};
             },
             {s("tag_added"), s("tag_removed"), s("tag_added")}},
            {[](const Book& b) -> Command {
                 return CompleteTask{b.task, true};
             },
             {s("task_completed"), s("activity_corrected"), s("activity_corrected")}},
            {[](const Book& b) -> Command {
                 return MergeLeads{b.bo, b.ann, {}};
             },
             {s("lead_merged"), s("lead_merged"), s("lead_merged")}},
            {[](const Book& b) -> Command {
                 return UpdateLeads{{b.ann}, {edit("email", s("z@example.com"))}};
             },
             {s("field_changed"), s("field_changed"), s("field_changed")}},
        };
        for (const auto& [make, entries] : cases) {
            Book book;
            const size_t before = book.facts.log(book.ann).size();
            ChangeSet last = *plan(make(book), book.facts, book.facts.context);
            QVERIFY(book.facts.apply(last).has_value());
            for (int i = 0; i < 2; ++i) {
                last = *planUndo(last, book.facts, book.facts.context, ChangeSet::Origin::Undo);
                QVERIFY(book.facts.apply(last).has_value());
                const QJsonObject metadata =
                    QJsonDocument::fromJson(book.facts.log(book.ann).back().text(s("metadata")).toUtf8()).object();
                const bool tellsItself =
                    entries.front() == s("reassigned") || (entries.front() == s("lead_merged") && i == 1);
                QCOMPARE(metadata.value(s("undo")).toBool(), !tellsItself);
            }
            QCOMPARE(typesFrom(book.facts, book.ann, before), entries);
        }
    }

    void aMoveBackNamesBothStages()
    {
        Book book;
        const ChangeSet done =
            *plan(MoveStage{{book.ann}, book.facts.stage(s("funded")), {}, {}, {}, {}}, book.facts, book.facts.context);
        QVERIFY(book.facts.apply(done).has_value());
        QVERIFY(book.facts.apply(*planUndo(done, book.facts, book.facts.context, ChangeSet::Origin::Undo)).has_value());
        const Record entry = book.facts.log(book.ann).back();
        QCOMPARE(entry.text(s("from_stage")), s("funded"));
        QCOMPARE(entry.text(s("to_stage")), s("new"));
    }

    void correctionsReadLastWins()
    {
        Book book;
        const auto last = [&] {
            return QJsonDocument::fromJson(book.facts.log(book.ann).back().text(s("metadata")).toUtf8()).object();
        };
        const ChangeSet first = *plan(CorrectActivity{book.call, s("B"), false}, book.facts, book.facts.context);
        QVERIFY(book.facts.apply(first).has_value());
        QVERIFY(
            book.facts.apply(*planUndo(first, book.facts, book.facts.context, ChangeSet::Origin::Undo)).has_value());
        QCOMPARE(last().value(s("corrects")).toString(), book.call.toString());
        QCOMPARE(last().value(s("fields")).toObject().value(s("description")).toString(), s("Hello"));
    }

    void changedSinceIsAConflict()
    {
        Book book;
        const ChangeSet done =
            *plan(UpdateLeads{{book.ann}, {edit("lead_source", s("A"))}}, book.facts, book.facts.context);
        QVERIFY(book.facts.apply(done).has_value());
        QVERIFY(
            book.run(UpdateLeads{{book.ann}, {edit("interest_level", s("high"))}})); // another field does not matter
        QVERIFY(planUndo(done, book.facts, book.facts.context, ChangeSet::Origin::Undo).has_value());
        QVERIFY(book.run(UpdateLeads{{book.ann}, {edit("lead_source", s("B"))}}));
        const auto refused = planUndo(done, book.facts, book.facts.context, ChangeSet::Origin::Undo);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QVERIFY(refused.error().message.contains(s("Ann Lee")));
        QCOMPARE(QJsonDocument::fromJson(refused.error().detail.toUtf8()).object().value(s("theirs")).toString(),
                 s("B"));
    }

    void anAddressTakenSinceIsAConflict()
    {
        Book book;
        const ChangeSet done = *plan(DeleteLeads{{book.ann}}, book.facts, book.facts.context);
        QVERIFY(book.facts.apply(done).has_value());
        CreateLead twin;
        twin.fields = {edit("name", s("Twin")), edit("email", s("ann@example.com"))};
        QVERIFY(book.run(twin));
        QCOMPARE(planUndo(done, book.facts, book.facts.context, ChangeSet::Origin::Undo).error().kind,
                 Error::Kind::Conflict);
    }

    void aTagInUseStays()
    {
        Book book;
        const ChangeSet done = *plan(TagLeads{{book.ann}, {s("Shared")}, {}}, book.facts, book.facts.context);
        QVERIFY(book.facts.apply(done).has_value());
        QVERIFY(book.run(TagLeads{{book.bo}, {s("Shared")}, {}}));
        QVERIFY(book.facts.apply(*planUndo(done, book.facts, book.facts.context, ChangeSet::Origin::Undo)).has_value());
        QVERIFY(book.facts.catalogue()->tagByName(s("Shared")) != nullptr);
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
