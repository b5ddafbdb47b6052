// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/import.h"
#include "models/domain/planner.h"
#include "models/domain/schema.h"
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

QJsonObject json(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

/// Two leads that are one person.
struct Book
{
    FakeFacts facts;
    LeadId keep, other;

    explicit Book(std::vector<FieldEdit> mine = {}, std::vector<FieldEdit> theirs = {})
    {
        keep = add(s("Ann Lee"), s("ann@example.com"), std::move(mine));
        other = add(s("Anne Lee"), s("anne@example.com"), std::move(theirs));
    }

    LeadId add(const QString& name, const QString& email, std::vector<FieldEdit> more = {},
               const QStringList& tags = {})
    {
        CreateLead command;
        command.id = LeadId(facts.context.newId());
        command.fields = {{s("name"), name, std::nullopt}};
        if (!email.isEmpty()) {
            command.fields.push_back({s("email"), email, std::nullopt});
        }
        command.fields.insert(command.fields.end(), more.begin(), more.end());
        command.tags = tags;
        run(command);
        return command.id;
    }
    ChangeSet run(const Command& command)
    {
        const auto planned = plan(command, facts, facts.context);
        error = planned ? Error() : planned.error();
        if (planned) {
            const Done applied = facts.apply(*planned);
            error = applied ? Error() : applied.error();
        }
        facts.context.now = facts.context.now + msPerHour;
        return planned.value_or(ChangeSet());
    }
    ChangeSet merge(const QStringList& fromOther = {}) { return run(MergeLeads{keep, other, fromOther}); }
    Result<ChangeSet> undo(const ChangeSet& done)
    {
        auto back = planUndo(done, facts, facts.context, ChangeSet::Origin::Undo);
        if (back) {
            const Done applied = facts.apply(*back);
            if (!applied) {
                return fail(applied.error());
            }
        }
        facts.context.now = facts.context.now + msPerHour;
        return back;
    }
    Record row(LeadId id) { return facts.row(s("leads"), id.toString()).value().value_or(Record()); }
    Record side(const char* table, LeadId id)
    {
        const auto rows = facts.rowsWhere(s(table), s("lead_id"), id.toString()).value();
        return rows.empty() ? Record() : rows.front();
    }
    std::vector<Record> of(const char* table, LeadId id)
    {
        return facts.rowsWhere(s(table), s("lead_id"), id.toString()).value();
    }
    void consent(LeadId lead, const char* action, Instant at, const char* address = "+13035550100")
    {
        ChangeSet set;
        RowChange row;
        row.kind = RowChange::Kind::Insert;
        row.table = s("consents");
        row.id = facts.context.newId().toString(QUuid::WithoutBraces);
        row.leadId = lead.toString();
        const auto put = [&row](const char* column, const QVariant& value) {
            row.fields.push_back({s(column), {}, value});
        };
        put("organization_id", facts.organization.toString());
        put("lead_id", lead.toString());
        put("channel", s("sms"));
        put("address", s(address));
        put("action", s(action));
        put("method", s("web_form"));
        put("occurred_at", at.ms);
        put("created_at", at.ms);
        put("updated_at", at.ms);
        set.rows.push_back(row);
        const Done applied = facts.apply(set);
        error = applied ? Error() : applied.error();
    }

    Error error;
};

} // namespace

/// One lead of two: nothing is lost, nothing is doubled, and all of it can be taken back.
class TestMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void everyTableOfALeadIsThoughtOf()
    {
        // Whoever adds a table that hangs on leads says here what a merge does with it.
        const QStringList moved{s("lead_notes"), s("tasks"), s("documents"), s("communications")};
        const QStringList joined{s("lead_tags"), s("lead_contacts"), s("lead_profiles"), s("lead_loan_scenarios"),
                                 s("consents")};
        const QStringList readTogether{s("lead_activities"), s("lead_assignments")};
        const QStringList ofTheDesk{s("board_positions")};
        for (const TableSpec& table : tableSpecs()) {
            if (table.hasColumn(s("lead_id"))) {
                QVERIFY2((moved + joined + readTogether + ofTheDesk).contains(table.name), qPrintable(table.name));
            }
        }
    }

    void whatHangsOnTheOtherLeadFollows()
    {
        Book book;
        AddTask task;
        task.lead = book.other;
        task.title = s("Call");
        task.id = TaskId(book.facts.context.newId());
        const TaskId done = task.id;
        book.run(task);
        book.run(CompleteTask{done, true});
        task.id = {};
        task.title = s("Write");
        book.run(task);
        book.run(AddNote{{}, book.other, s("Open"), s("general"), false, true, {}, {}});
        book.run(AddNote{{}, book.other, s("Secret"), s("general"), true, false, {}, {}});
        book.run(AttachDocument{{}, book.other, s("a.txt"), s("text/plain"), QByteArrayLiteral("a"), s("paystub")});
        LogActivity call;
        call.lead = book.other;
        call.text = s("Hello");
        book.run(call);
        const size_t logged = book.facts.log(book.other).size();

        book.merge();
        QCOMPARE(book.error.message, QString());
        QCOMPARE(book.of("tasks", book.keep).size(), 2U);
        QCOMPARE(book.of("communications", book.keep).size(), 1U);
        QCOMPARE(book.of("documents", book.keep).size(), 1U);
        const auto notes = book.of("lead_notes", book.keep);
        QCOMPARE(notes.size(), 2U);
        QCOMPARE(std::count_if(notes.begin(), notes.end(),
                               [](const Record& note) {
                                   return note.flag(s("is_private")) && note.text(s("content")) == s("Secret") &&
                                          !note.text(s("user_id")).isEmpty();
                               }),
                 1);
        QCOMPARE(
            std::count_if(notes.begin(), notes.end(), [](const Record& note) { return note.flag(s("is_pinned")); }), 1);
        const auto tasks = book.of("tasks", book.keep);
        QCOMPARE(std::count_if(tasks.begin(), tasks.end(),
                               [](const Record& one) { return one.text(s("status")) == s("completed"); }),
                 1);
        for (const char* table : {"tasks", "communications", "documents", "lead_notes", "lead_tags"}) {
            QVERIFY2(book.of(table, book.other).empty(), table);
        }
        // The log is where it was: nobody can change what was logged.
        QCOMPARE(book.facts.log(book.other).size(), logged + 1);
        const Record gone = book.row(book.other);
        QVERIFY(!gone.isNull(s("deleted_at")));
        QCOMPARE(gone.text(s("duplicate_of_id")), book.keep.toString());
    }

    void bothSidesNameEachOtherOnce()
    {
        Book book;
        book.merge();
        const Record kept = book.facts.log(book.keep).back();
        const Record gone = book.facts.log(book.other).back();
        QCOMPARE(kept.text(s("activity_type")), s("lead_merged"));
        QCOMPARE(gone.text(s("activity_type")), s("lead_merged"));
        QCOMPARE(json(kept.text(s("metadata"))).value(s("merged_lead_id")).toString(), book.other.toString());
        QCOMPARE(json(kept.text(s("metadata"))).value(s("merged_name")).toString(), s("Anne Lee"));
        QCOMPARE(json(gone.text(s("metadata"))).value(s("kept_lead_id")).toString(), book.keep.toString());
        QCOMPARE(json(gone.text(s("metadata"))).value(s("kept_name")).toString(), s("Ann Lee"));
        // An address that nobody chose is told, and so it can be found.
        QCOMPARE(kept.text(s("description")), s("anne@example.com"));
        // The timeline of the kept lead tells it by the highlighted one alone.
        QVERIFY(kept.flag(s("is_highlight")));
        QVERIFY(!gone.flag(s("is_highlight")));
    }

    void fieldsComeByNameAndFillWhatIsEmpty()
    {
        Book book({edit("lead_temperature", s("warm")), edit("interest_level", s("high")),
                   edit("loan.loan_amount_cents", qint64(30'000'000)), edit("custom.pets", s("cat"))},
                  {edit("lead_temperature", s("hot")), edit("interest_level", s("low")),
                   edit("phone", s("+13035550143")), edit("loan.loan_amount_cents", qint64(40'000'000)),
                   edit("loan.loan_program", s("va")), edit("profile.company", s("Acme")),
                   edit("birthday_md", s("03-04"))});
        book.merge({s("lead_temperature"), s("loan.loan_amount")});
        QCOMPARE(book.error.message, QString());
        const Record lead = book.row(book.keep);
        QCOMPARE(lead.text(s("lead_temperature")), s("hot")); // named
        QCOMPARE(lead.text(s("interest_level")), s("high"));  // not named
        QCOMPARE(lead.text(s("email")), s("ann@example.com"));
        QCOMPARE(lead.text(s("phone")), s("+13035550143")); // was empty
        QCOMPARE(lead.text(s("birthday_md")), s("03-04"));
        QCOMPARE(lead.integer(s("estimated_value_cents")), qint64(40'000'000)); // follows the amount
        QCOMPARE(book.side("lead_loan_scenarios", book.keep).integer(s("loan_amount_cents")), qint64(40'000'000));
        QCOMPARE(book.side("lead_loan_scenarios", book.keep).text(s("loan_program")), s("va"));
        QCOMPARE(book.side("lead_profiles", book.keep).text(s("company")), s("Acme"));
        QCOMPARE(json(book.side("lead_profiles", book.keep).text(s("custom_fields"))).value(s("pets")).toString(),
                 s("cat"));
    }

    void customFieldsAndPreferencesAreJoined()
    {
        Book book({}, {edit("custom.pets", s("dog")), edit("profile.city", s("Boulder"))});
        book.merge();
        QCOMPARE(json(book.side("lead_profiles", book.keep).text(s("custom_fields"))).value(s("pets")).toString(),
                 s("dog"));
        Book named({edit("custom.pets", s("cat"))}, {edit("custom.pets", s("dog"))});
        named.merge({s("custom.pets")});
        QCOMPARE(json(named.side("lead_profiles", named.keep).text(s("custom_fields"))).value(s("pets")).toString(),
                 s("dog"));
    }

    void halvesOfTwoAddressesAreNobodys()
    {
        Book book({edit("profile.city", s("Denver")), edit("profile.state", s("CO"))},
                  {edit("profile.city", s("Austin")), edit("profile.postal_code", s("78701"))});
        book.merge();
        const Record profile = book.side("lead_profiles", book.keep);
        QCOMPARE(profile.text(s("city")), s("Denver"));
        QVERIFY(profile.isNull(s("postal_code")));
        Book same({edit("profile.city", s("Denver"))},
                  {edit("profile.city", s("DENVER")), edit("profile.postal_code", s("80202"))});
        same.merge();
        QCOMPARE(same.side("lead_profiles", same.keep).text(s("postal_code")), s("80202"));
        // Dates and amounts that would stand in the wrong order are not forced together either.
        Book lock({edit("loan.rate_lock_date", s("2026-05-01"))}, {edit("loan.rate_lock_expires_on", s("2026-04-01"))});
        lock.merge();
        QCOMPARE(lock.error.message, QString());
        QVERIFY(lock.side("lead_loan_scenarios", lock.keep).isNull(s("rate_lock_expires_on")));
        Book fico({edit("loan.fico_band", s("740_779"))}, {edit("loan.fico_score", qint64(650))});
        fico.merge();
        QVERIFY(fico.side("lead_loan_scenarios", fico.keep).isNull(s("fico_score")));
        QCOMPARE(fico.side("lead_loan_scenarios", fico.keep).text(s("fico_band")), s("740_779"));
    }

    void theAddressIsFreeForTheKeptLead()
    {
        Book book;
        const ChangeSet done = book.merge({s("email"), s("name")});
        QCOMPARE(book.error.message, QString());
        QCOMPARE(book.row(book.keep).text(s("email")), s("anne@example.com"));
        QCOMPARE(book.row(book.keep).text(s("name")), s("Anne Lee"));
        QCOMPARE(book.row(book.keep).text(s("first_name")), s("Anne"));
        // In between somebody new takes the address that has become free: the merge can no longer be undone whole.
        const LeadId third = book.add(s("Cy Poe"), s("ann@example.com"));
        QCOMPARE(book.error.message, QString());
        const auto before = book.facts.visibleState();
        const auto refused = book.undo(done);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QVERIFY(refused.error().message.contains(s("ann@example.com")));
        QCOMPARE(book.facts.visibleState(), before);
        book.run(UpdateLeads{{third}, {edit("email", s("cy@example.com"))}});
        QVERIFY(book.undo(done));
        QCOMPARE(book.row(book.keep).text(s("email")), s("ann@example.com"));
        QCOMPARE(book.row(book.other).text(s("email")), s("anne@example.com"));
    }

    void aSharedAddressComesWithItsMark()
    {
        Book book;
        book.run(UpdateLeads{{book.other}, {edit("email_shared", true)}});
        const LeadId spouse = book.add(s("Bo Lee"), s("anne@example.com"), {edit("email_shared", true)});
        QVERIFY(!spouse.isNull());
        book.merge({s("email")});
        QCOMPARE(book.error.message, QString());
        QCOMPARE(book.row(book.keep).text(s("email")), s("anne@example.com"));
        QVERIFY(book.row(book.keep).flag(s("email_shared")));
    }

    void stageAndOwnerFollowTheirRules()
    {
        Book book;
        book.run(MoveStage{{book.other}, book.facts.stage(s("lost")), s("credit"), s("Too low"), {}, {}});
        book.run(AssignLeads{{book.other}, book.facts.colleague, {}});
        book.merge();
        QCOMPARE(book.row(book.keep).text(s("stage_id")), book.facts.stage(s("new")).toString());
        QCOMPARE(book.row(book.keep).text(s("assigned_to")), book.facts.me.toString());
        QVERIFY(book.row(book.keep).isNull(s("exit_reason_code")));
        // Who has the kept lead reads the log of both.
        QCOMPARE(book.row(book.other).text(s("assigned_to")), book.facts.me.toString());

        Book named;
        named.run(MoveStage{{named.other}, named.facts.stage(s("lost")), s("credit"), s("Too low"), {}, {}});
        named.run(AssignLeads{{named.other}, named.facts.colleague, {}});
        const auto before = named.facts.visibleState();
        const size_t assignments = named.of("lead_assignments", named.keep).size();
        const ChangeSet done = named.merge({s("stage"), s("owner")});
        QCOMPARE(named.error.message, QString());
        const Record lead = named.row(named.keep);
        QCOMPARE(lead.text(s("stage_id")), named.facts.stage(s("lost")).toString());
        QCOMPARE(lead.text(s("exit_reason_code")), s("credit"));
        QCOMPARE(lead.text(s("exit_reason")), s("Too low"));
        QCOMPARE(lead.text(s("assigned_to")), named.facts.colleague.toString());
        QCOMPARE(named.of("lead_assignments", named.keep).size(), assignments + 1);
        QStringList types;
        for (const Record& entry : named.facts.log(named.keep)) {
            types << entry.text(s("activity_type"));
        }
        QVERIFY(types.contains(s("status_changed")));
        QVERIFY(types.contains(s("reassigned")));
        QVERIFY(named.undo(done));
        QCOMPARE(named.facts.visibleState(), before);

        Book pool;
        pool.run(AssignLeads{{pool.keep}, UserId(), {}});
        pool.merge();
        QCOMPARE(pool.row(pool.keep).text(s("assigned_to")), pool.facts.me.toString()); // nobody had it
    }

    void tagsAreNotDoubled()
    {
        Book book;
        book.run(TagLeads{{book.keep, book.other}, {s("VIP")}, {}});
        book.run(TagLeads{{book.other}, {s("Vet")}, {}});
        const auto before = book.facts.visibleState();
        const ChangeSet done = book.merge();
        QCOMPARE(book.error.message, QString());
        QCOMPARE(book.of("lead_tags", book.keep).size(), 2U);
        QVERIFY(book.undo(done));
        QCOMPARE(book.facts.visibleState(), before);
    }

    void onlyOneContactIsPrimary()
    {
        Book book;
        LinkContact link;
        link.lead = book.keep;
        link.person.set(s("name"), s("Kim Roe"));
        book.run(link);
        const QString kim = book.of("lead_contacts", book.keep).front().text(s("contact_id"));
        link.lead = book.other;
        link.person.set(s("name"), s("Jo Roe"));
        link.role = s("primary");
        book.run(link);
        LinkContact same;
        same.lead = book.other;
        same.contact = ContactId::fromString(kim);
        same.role = s("buyers_agent");
        book.run(same);
        QCOMPARE(book.error.message, QString());
        const auto before = book.facts.visibleState();
        const ChangeSet done = book.merge();
        QCOMPARE(book.error.message, QString());
        const auto links = book.of("lead_contacts", book.keep);
        QCOMPARE(links.size(), 2U); // Kim once, with the part that says more
        int primaries = 0;
        for (const Record& one : links) {
            primaries += one.flag(s("is_primary")) ? 1 : 0;
            QVERIFY(one.text(s("role")) != s("primary") || one.flag(s("is_primary")));
            if (one.text(s("contact_id")) == kim) {
                QCOMPARE(one.text(s("role")), s("buyers_agent"));
                QVERIFY(one.flag(s("is_primary")));
            }
        }
        QCOMPARE(primaries, 1);
        QVERIFY(book.undo(done));
        QCOMPARE(book.facts.visibleState(), before);

        Book alone;
        link.lead = alone.other;
        alone.run(link);
        alone.merge();
        QVERIFY(alone.of("lead_contacts", alone.keep).front().flag(s("is_primary")));
    }

    void whoSaidNoIsNotCalledAgain()
    {
        Book book;
        book.run(UpdateLeads{{book.other}, {edit("do_not_contact", true)}});
        const ChangeSet done = book.merge();
        QVERIFY(book.row(book.keep).flag(s("do_not_contact")));
        QVERIFY(book.undo(done));
        QVERIFY(!book.row(book.keep).flag(s("do_not_contact")));

        Book other;
        other.run(UpdateLeads{{other.keep}, {edit("do_not_contact", true)}});
        other.merge({s("do_not_contact")});
        QCOMPARE(other.error.message, QString());
        QVERIFY(other.row(other.keep).flag(s("do_not_contact")));
    }

    void theStricterConsentCounts_data()
    {
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<int>("later"); ///< hours by which theirs is the newer one
        QTest::addColumn<QString>("said");
        QTest::newRow("my newer yes") << s("granted") << s("revoked") << -5 << s("revoked");
        QTest::newRow("their newer yes") << s("revoked") << s("granted") << 5 << s("revoked");
        QTest::newRow("a newer no counts by itself") << s("granted") << s("revoked") << 5 << QString();
        QTest::newRow("a listing that was cleared") << s("dnc_cleared") << s("dnc_listed") << -5 << s("dnc_listed");
        QTest::newRow("a listing and a yes") << s("granted") << s("dnc_listed") << -5 << s("revoked");
        QTest::newRow("agreed") << s("granted") << s("granted") << 5 << QString();
    }
    void theStricterConsentCounts()
    {
        QFETCH(QString, mine);
        QFETCH(QString, theirs);
        QFETCH(int, later);
        QFETCH(QString, said);
        Book book;
        const Instant at = book.facts.context.now + -30 * msPerDay;
        book.consent(book.keep, qPrintable(mine), at);
        book.consent(book.other, qPrintable(theirs), at + later * msPerHour);
        book.consent(book.other, "granted", at, "+13035550199"); // only one of them said anything about this one
        QCOMPARE(book.error.message, QString());
        const auto newest = [&book] {
            const auto rows = book.facts.all(s("consents"));
            return std::max_element(rows.begin(), rows.end(),
                                    [](const Record& a, const Record& b) {
                                        return a.integer(s("occurred_at")) < b.integer(s("occurred_at"));
                                    })
                ->text(s("action"));
        };
        const QString before = newest();
        const ChangeSet done = book.merge();
        QCOMPARE(book.facts.all(s("consents")).size(), said.isEmpty() ? 3U : 4U);
        if (!said.isEmpty()) {
            QCOMPARE(newest(), said);
            QVERIFY(book.undo(done));
            QCOMPARE(newest(), before);
        }
    }

    void rawDataAndIdsAreKept()
    {
        Book book;
        const auto import = [&](const char* name, const char* email, const char* id, const char* raw) {
            ImportOrder order;
            order.batch = ImportBatchId(book.facts.context.newId());
            order.leadSource = s("Vendor");
            ImportRow row;
            row.line = 1;
            row.values = {{s("name"), s(name)}, {s("email"), s(email)}, {s("external_lead_id"), s(id)}};
            row.raw = s(raw);
            order.rows = {row};
            const auto planned = planImport(order, book.facts, book.facts.context);
            return planned && book.facts.apply(planned->changes) ? planned->outcomes.front() : RowOutcome();
        };
        const LeadId first = import("Cy Poe", "cy@example.com", "1", R"({"Note":"a","Plan":"x"})").lead;
        book.keep =
            book.facts.rowsWhere(s("leads"), s("external_lead_id"), s("1")).value().empty()
                ? LeadId()
                : LeadId::fromString(
                      book.facts.rowsWhere(s("leads"), s("external_lead_id"), s("1")).value().front().text(s("id")));
        QVERIFY(!book.keep.isNull() && first.isNull() == false);
        const auto second = import("Cyrus Poe", "cyrus@example.com", "2", R"({"Note":"b","Plan":"x","Zip":"80202"})");
        QCOMPARE(second.kind, RowOutcome::Kind::Created);
        book.other = second.lead;
        book.merge();
        QCOMPARE(book.error.message, QString());
        const QJsonObject raw = json(book.row(book.keep).text(s("raw_data")));
        QCOMPARE(raw.value(s("Note")).toString(), s("a"));
        QCOMPARE(raw.value(s("Note (2)")).toString(), s("b"));
        QCOMPARE(raw.value(s("Zip")).toString(), s("80202"));
        QCOMPARE(raw.size(), 4);
        QCOMPARE(book.row(book.keep).text(s("external_lead_id")), s("1"));
        // The list that brought both in brings nobody back: by id, by address.
        const auto again = import("Cyrus Poe", "", "2", "");
        QCOMPARE(again.kind, RowOutcome::Kind::Skipped);
        QCOMPARE(again.lead, book.keep);
        const auto byAddress = import("Cyrus Poe", "Cyrus@example.com", "", "");
        QCOMPARE(byAddress.kind, RowOutcome::Kind::Skipped);
        QCOMPARE(byAddress.lead, book.keep);

        Book plain;
        book.other = {};
        ImportOrder order;
        order.batch = ImportBatchId(plain.facts.context.newId());
        order.leadSource = s("Vendor");
        ImportRow row;
        row.values = {{s("name"), s("Di Fox")}, {s("email"), s("di@example.com")}, {s("external_lead_id"), s("9")}};
        order.rows = {row};
        const auto planned = planImport(order, plain.facts, plain.facts.context);
        QVERIFY(planned && plain.facts.apply(planned->changes));
        plain.other = planned->outcomes.front().lead;
        plain.merge();
        QCOMPARE(plain.row(plain.keep).text(s("external_lead_id")), s("9"));
        QCOMPARE(plain.row(plain.keep).text(s("lead_source")), s("Vendor"));
        QCOMPARE(plain.row(plain.keep).text(s("import_batch_id")), order.batch.toString());
        // Taking the import back names the one that was merged and leaves it.
        const auto back = planTakeBack(planned->changes, order.batch, plain.facts, plain.facts.context);
        QVERIFY(back);
        QCOMPARE(back->outcomes.front().kind, RowOutcome::Kind::Failed);
        QVERIFY(back->outcomes.front().message.contains(s("Di Fox")));
        QVERIFY(back->changes.isEmpty());
    }

    void chainsEndAtTheOneThatIsLeft()
    {
        Book book;
        const LeadId third = book.add(s("A. Lee"), s("a.lee@example.com"));
        const auto before = book.facts.visibleState();
        const ChangeSet first = book.merge();
        const auto between = book.facts.visibleState();
        const ChangeSet second = book.run(MergeLeads{third, book.keep, {}});
        QCOMPARE(book.error.message, QString());
        // Both point at the last one: nobody has to follow a chain.
        QCOMPARE(book.row(book.keep).text(s("duplicate_of_id")), third.toString());
        QCOMPARE(book.row(book.other).text(s("duplicate_of_id")), third.toString());
        // Out of order it is told, not half done.
        const auto early = book.undo(first);
        QVERIFY(!early);
        QCOMPARE(early.error().kind, Error::Kind::Conflict);
        QVERIFY(book.undo(second));
        QCOMPARE(book.facts.visibleState(), between);
        QCOMPARE(book.row(book.other).text(s("duplicate_of_id")), book.keep.toString());
        QVERIFY(book.undo(first));
        QCOMPARE(book.facts.visibleState(), before);
    }

    void aLeadThatPointedAtTheOtherStandsAlone()
    {
        Book book;
        ChangeSet set;
        RowChange row;
        row.table = s("leads");
        row.id = book.keep.toString();
        row.leadId = row.id;
        row.version = book.row(book.keep).integer(s("version"));
        row.fields = {{s("duplicate_of_id"), {}, book.other.toString()}};
        set.rows.push_back(row);
        QVERIFY(book.facts.apply(set));
        book.merge();
        QCOMPARE(book.error.message, QString());
        QVERIFY(book.row(book.keep).isNull(s("duplicate_of_id")));
        QCOMPARE(book.row(book.other).text(s("duplicate_of_id")), book.keep.toString());
    }

    void whatMakesNoSenseIsRefused()
    {
        Book book;
        const auto before = book.facts.visibleState();
        book.run(MergeLeads{book.keep, book.keep, {}});
        QCOMPARE(book.error.kind, Error::Kind::Invalid);
        book.run(MergeLeads{book.keep, LeadId(book.facts.context.newId()), {}});
        QCOMPARE(book.error.kind, Error::Kind::Refused);
        book.run(MergeLeads{book.keep, book.other, {s("shoe_size")}});
        QCOMPARE(book.error.kind, Error::Kind::Invalid);
        QVERIFY(book.error.message.contains(s("shoe_size")));
        book.run(MergeLeads{book.keep, book.other, {s("score")}});
        QCOMPARE(book.error.kind, Error::Kind::Refused);
        QCOMPARE(book.facts.visibleState(), before);
        book.run(DeleteLeads{{book.other}});
        book.merge();
        QCOMPARE(book.error.kind, Error::Kind::Refused);
        book.run(RestoreLeads{{book.other}});
        book.merge();
        QCOMPARE(book.error.message, QString());
        book.merge(); // a second time
        QCOMPARE(book.error.kind, Error::Kind::Refused);
        // Bringing the shell back would leave it without anything that belonged to it.
        book.run(RestoreLeads{{book.other}});
        QCOMPARE(book.error.kind, Error::Kind::Refused);
        QVERIFY(book.error.message.contains(s("Ann Lee")));
    }

    void anEditInBetweenIsNotOverwritten()
    {
        Book book({}, {edit("interest_level", s("low"))});
        AddTask task;
        task.lead = book.other;
        task.title = s("Call");
        task.id = TaskId(book.facts.context.newId());
        book.run(task);
        const ChangeSet done = book.merge();
        // What the merge did not touch can be undone around.
        book.run(UpdateLeads{{book.keep}, {edit("lead_temperature", s("hot"))}});
        book.run(CompleteTask{task.id, true});
        book.run(AddNote{{}, book.keep, s("New"), s("general"), false, false, {}, {}});
        book.run(UpdateLeads{{book.keep}, {edit("interest_level", s("high"))}});
        const auto before = book.facts.visibleState();
        const auto refused = book.undo(done);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QVERIFY(refused.error().message.contains(s("Ann Lee")));
        QCOMPARE(book.facts.visibleState(), before);
        book.run(UpdateLeads{{book.keep}, {edit("interest_level", s("low"))}});
        QVERIFY(book.undo(done));
        QCOMPARE(book.row(book.keep).text(s("lead_temperature")), s("hot"));
        QCOMPARE(book.of("lead_notes", book.keep).size(), 1U);
        const auto tasks = book.of("tasks", book.other);
        QCOMPARE(tasks.size(), 1U);
        QCOMPARE(tasks.front().text(s("status")), s("completed"));
    }

    void entriesOfTheMergedLogCanBeCorrected()
    {
        Book book;
        LogActivity call;
        call.lead = book.other;
        call.text = s("Helo");
        book.run(call);
        ActivityId entry;
        for (const Record& one : book.facts.log(book.other)) {
            if (one.text(s("activity_type")) == s("call_logged")) {
                entry = ActivityId::fromString(one.text(s("id")));
            }
        }
        book.merge();
        const ChangeSet fixed = book.run(CorrectActivity{entry, s("Hello"), false});
        QCOMPARE(book.error.message, QString());
        const Record told = book.facts.log(book.keep).back(); // where people work
        QCOMPARE(json(told.text(s("metadata"))).value(s("corrects")).toString(), entry.toString());
        QCOMPARE(book.of("communications", book.keep).front().text(s("content")), s("Hello"));
        // The next one knows of it, wherever it stands.
        const ChangeSet again = book.run(CorrectActivity{entry, s("Hello!"), false});
        const QJsonObject previous =
            json(book.facts.log(book.keep).back().text(s("metadata"))).value(s("previous")).toObject();
        QCOMPARE(previous.value(s("description")).toString(), s("Hello"));
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
