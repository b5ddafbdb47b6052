// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/card_queries.h"
#include "models/storage/queries/catalogue_queries.h"
#include "models/storage/queries/contact_queries.h"
#include "models/storage/queries/document_queries.h"
#include "models/storage/queries/lead_queries.h"
#include "models/storage/queries/rows.h"
#include "models/storage/queries/task_queries.h"
#include "models/storage/queries/today_queries.h"
#include "models/storage/store_facts.h"
#include "tests/support/database_fixture.h"
#include "tests/support/small_book.h"
#include "tests/support/test_main.h"

#include <QCryptographicHash>
#include <QTest>

using namespace keyturn;
using namespace keyturn::test;

class TestQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_databases.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void catalogueKnowsTheHouse_data() { m_databases.addRowsWithMember(); }
    void catalogueKnowsTheHouse()
    {
        OPEN_BOOK(f);
        QCOMPARE(f.add("tags", {{"name", QStringLiteral("VIP")}, {"color", QStringLiteral("#112233")}}), QString());
        const auto found = queries::catalogue(*f.db);
        QVERIFY(found);
        QCOMPARE(found->organization, f.book.organization);
        QCOMPARE(found->organizationName, QStringLiteral("Example Home Loans"));
        QCOMPARE(found->pipeline, f.book.pipeline);
        QCOMPARE(found->stages.size(), 3U);
        QCOMPARE(found->stages[0].id, f.book.firstStage);
        QVERIFY(found->stages[0].isInitial);
        QCOMPARE(found->stages[0].winPercent, 5);
        QCOMPARE(found->stages[2].kind, StageKind::Won);
        QVERIFY(!found->stages[0].wipLimit);
        QCOMPARE(found->users.size(), 1U);
        QCOMPARE(found->users[0].id, f.book.user);
        QCOMPARE(found->tags.size(), 1U);
        QCOMPARE(found->tags[0].name, QStringLiteral("VIP"));
        QCOMPARE(found->exitReasons.size(), 14);
        QCOMPARE(found->exitReasons.front(), QStringLiteral("rate_or_fees"));
    }

    void settingsBringFieldsAndReasons_data() { m_databases.addRowsWithMember(); }
    void settingsBringFieldsAndReasons()
    {
        OPEN_BOOK(f);
        const QString settings = QStringLiteral(R"({"custom_fields":[{"key":"pets","label":"Pets","type":"choice",)"
                                                R"("choices":["dog","cat"]}],"exit_reasons":["spam"]})");
        QCOMPARE(f.book.apply({updating(QStringLiteral("organizations"), f.book.organization.toString(), 1,
                                        {{"settings", settings}})}),
                 QString());
        const auto found = queries::catalogue(*f.db);
        QVERIFY(found);
        QCOMPARE(found->customFields.size(), 1U);
        QCOMPARE(found->customFields[0].type, CustomField::Type::Choice);
        QCOMPARE(found->customFields[0].choices, QStringList({QStringLiteral("dog"), QStringLiteral("cat")}));
        QCOMPARE(found->exitReasons, QStringList{QStringLiteral("spam")});
        QCOMPARE(found->organizationVersion, 2);
    }

    void cardsComeFromAllTheirTables_data() { m_databases.addRowsWithMember(); }
    void cardsComeFromAllTheirTables()
    {
        OPEN_BOOK(f);
        const QString late = f.id();
        const QString vip = f.id();
        const QString a = f.ann.toString();
        QCOMPARE(f.add("lead_loan_scenarios",
                       {{"lead_id", a},
                        {"loan_program", QStringLiteral("fha")},
                        {"loan_purpose", QStringLiteral("purchase")},
                        {"fico_band", QStringLiteral("700_739")},
                        {"term_months", 360},
                        {"loan_amount_cents", 32'000'000LL},
                        {"purchase_price_cents", 40'000'000LL},
                        {"property_value_cents", 41'000'000LL},
                        {"rate_lock_expires_on", QStringLiteral("2026-03-01")},
                        {"subject_state", QStringLiteral("CO")}},
                       f.ann),
                 QString());
        QCOMPARE(f.add("lead_profiles", {{"lead_id", a}, {"state", QStringLiteral("UT")}}, f.ann), QString());
        QCOMPARE(f.add("tags", {{"name", QStringLiteral("Vip")}}, {}, vip), QString());
        QCOMPARE(f.add("tags", {{"name", QStringLiteral("late")}}, {}, late), QString());
        QCOMPARE(f.add("lead_tags", {{"lead_id", a}, {"tag_id", vip}}, f.ann), QString());
        QCOMPARE(f.add("lead_tags", {{"lead_id", a}, {"tag_id", late}}, f.ann), QString());
        const auto task = [&](const char* title, const QVariant& due, const QVariant& time, const char* status) {
            return f.add("tasks",
                         {{"lead_id", a},
                          {"title", QString::fromLatin1(title)},
                          {"due_at", due},
                          {"due_time", time},
                          {"task_type", QStringLiteral("call")},
                          {"status", QString::fromLatin1(status)},
                          {"assigned_to", f.book.user.toString()}},
                         f.ann);
        };
        QCOMPARE(task("some day", {}, {}, "pending"), QString());
        QCOMPARE(task("second", 1'770'000'200'000LL, {}, "pending"), QString());
        QCOMPARE(task("first", 1'770'000'100'000LL, QStringLiteral("09:30"), "pending"), QString());
        QCOMPARE(task("done", 1'770'000'000'001LL, {}, "completed"), QString());
        const QString positions = QStringLiteral("board_positions");
        const QString first = f.book.firstStage.toString();
        QCOMPARE(f.book.apply({insertion(positions, a, {{"stage_id", first}, {"rank", 7}}, f.ann),
                               insertion(positions, f.bob.toString(), {{"stage_id", first}, {"rank", 8}}, f.bob)}),
                 QString());
        if (!f.db->isSqlite()) {
            QVERIFY(f.writer->run(QStringLiteral("UPDATE keyturn.board_positions SET user_id = ?::uuid, "
                                                 "organization_id = ?::uuid"),
                                  f.book.user, f.book.organization));
        }

        const auto found = queries::cards(*f.db, {f.bob, f.ann, LeadId(f.book.newId())});
        QVERIFY(found);
        QCOMPARE(found->size(), 2U);
        QCOMPARE(found->at(0).id, f.bob);
        QCOMPARE(found->at(0).rank, 0); // arranged in a column where it does not stand any more
        const LeadCard& card = found->at(1);
        QCOMPARE(card.id, f.ann);
        QCOMPARE(card.name, QStringLiteral("Ann Lee"));
        QCOMPARE(card.phone, QStringLiteral("+13035550100"));
        QCOMPARE(card.stage, f.book.firstStage);
        QCOMPARE(card.owner, f.book.user);
        QCOMPARE(card.valueCents, 35'000'000);
        QCOMPARE(card.program, QStringLiteral("fha"));
        QCOMPARE(card.ficoBand, QStringLiteral("700_739"));
        QCOMPARE(card.termMonths, 360);
        QCOMPARE(card.ltvPct3, 80'000);
        QCOMPARE(card.lockExpiresDay, int(QDate(2026, 3, 1).toJulianDay() - unixEpochJulianDay));
        QCOMPARE(card.state, QStringLiteral("UT"));
        QCOMPARE(card.tags, QStringList({QStringLiteral("late"), QStringLiteral("Vip")}));
        QCOMPARE(card.taskTitle, QStringLiteral("first"));
        QCOMPARE(card.taskDueAt.ms, 1'770'000'100'000);
        QVERIFY(card.taskHasTime);
        QCOMPARE(card.rank, 7);

        const auto all = queries::allLeads(*f.db);
        QVERIFY(all);
        QCOMPARE((*all)->count(), 3);
        const LeadCard kept = (*all)->card((*all)->rowOf(f.ann));
        QCOMPARE(kept.tags, card.tags);
        QCOMPARE(kept.taskTitle, card.taskTitle);
        QCOMPARE(kept.ltvPct3, card.ltvPct3);
    }

    void firstCardsPreferWhatIsDue_data() { m_databases.addRowsWithMember(); }
    void firstCardsPreferWhatIsDue()
    {
        OPEN_BOOK(f);
        std::vector<LeadId> more;
        for (int i = 0; i < 5; ++i) {
            more.emplace_back(f.book.newId());
            QCOMPARE(f.book.apply({f.book.lead(more.back(), QStringLiteral("Lead %1").arg(i), f.book.secondStage)}),
                     QString());
        }
        QCOMPARE(
            f.add("tasks",
                  {{"lead_id", f.bob.toString()}, {"title", QStringLiteral("call")}, {"due_at", 1'770'000'100'000LL}},
                  f.bob),
            QString());
        const auto found = queries::firstCards(*f.db, 2);
        QVERIFY(found);
        QCOMPARE(found->size(), 3U);
        QCOMPARE(found->at(0).id, f.bob);
        std::vector<LeadId> ids;
        for (const LeadCard& card : *found) {
            ids.push_back(card.id);
        }
        QVERIFY(std::ranges::find(ids, f.ann) != ids.end());
        QVERIFY(std::ranges::find(ids, more.back()) != ids.end()); // the one that came last
    }

    void totalsFollowTheLeads_data() { m_databases.addRowsWithMember(); }
    void totalsFollowTheLeads()
    {
        OPEN_BOOK(f);
        const auto sums = [&] {
            QMap<QString, std::pair<qint64, qint64>> byKey;
            const auto found = queries::totals(*f.db);
            if (found) {
                for (const StageTotal& total : *found) {
                    byKey.insert(QString(total.stage.toString() % u'/' % total.owner.toString()),
                                 {total.count, total.valueCents});
                }
            }
            return byKey;
        };
        using Sum = std::pair<qint64, qint64>;
        const QString nobodys(f.book.secondStage.toString() % u'/');
        const QString mine(nobodys % f.book.user.toString());
        QCOMPARE(sums().value(mine), Sum(1, 20'000'000));
        QCOMPARE(sums().value(nobodys), Sum(1, 10'000'000));
        QCOMPARE(f.book.apply({updating(QStringLiteral("leads"), f.eve.toString(), 1,
                                        {{"assigned_to", f.book.user.toString()}}, f.eve)}),
                 QString());
        QCOMPARE(sums().value(mine), Sum(2, 30'000'000));
        QVERIFY(!sums().contains(nobodys));
    }

    void removedLeadsAreGone_data() { m_databases.addRowsWithMember(); }
    void removedLeadsAreGone()
    {
        OPEN_BOOK(f);
        QCOMPARE(f.book.apply({updating(QStringLiteral("leads"), f.ann.toString(), 1, {{"deleted_at", f.book.now().ms}},
                                        f.ann)}),
                 QString());
        QCOMPARE((*queries::allLeads(*f.db))->count(), 2);
        QVERIFY(queries::cards(*f.db, {f.ann})->empty());
        // Its page can still be opened, to bring it back.
        const auto detail = queries::leadDetail(*f.db, f.ann, f.book.user, f.book.now());
        QVERIFY(detail);
        QVERIFY(!detail->lead.isNull(QStringLiteral("deleted_at")));
        const auto nobody = queries::leadDetail(*f.db, LeadId(f.book.newId()), f.book.user, f.book.now());
        QCOMPARE(nobody.error().kind, Error::Kind::Invalid);
    }

    void detailKeepsForeignSecrets_data() { m_databases.addRowsWithMember(); }
    void detailKeepsForeignSecrets()
    {
        OPEN_BOOK(f);
        const UserId other = f.addColleague();
        QVERIFY(!other.isNull());
        const auto note = [&](const char* text, UserId author, bool isPrivate, bool pinned) {
            return f.add("lead_notes",
                         {{"lead_id", f.ann.toString()},
                          {"user_id", author.toString()},
                          {"content", QString::fromLatin1(text)},
                          {"is_private", isPrivate},
                          {"is_pinned", pinned},
                          {"attachments", QStringLiteral(R"([{"document_id":"01900000-0000-7000-8000-000000000001",)"
                                                         R"("file_name":"offer.pdf","size":12}])")}},
                         f.ann);
        };
        QCOMPARE(note("pinned", f.book.user, false, true), QString());
        QCOMPARE(note("mine", f.book.user, true, false), QString());
        QCOMPARE(note("theirs", other, true, false), QString());
        QCOMPARE(note("open", other, false, false), QString());
        const auto detail = queries::leadDetail(*f.db, f.ann, f.book.user, f.book.now());
        QVERIFY(detail);
        QStringList texts;
        for (const Note& found : detail->notes) {
            texts << found.content;
        }
        QCOMPARE(texts, QStringList({QStringLiteral("pinned"), QStringLiteral("open"), QStringLiteral("mine")}));
        QCOMPARE(detail->notes[0].attachments.size(), 1U);
        QCOMPARE(detail->notes[0].attachments[0].fileName, QStringLiteral("offer.pdf"));
        QCOMPARE(detail->value(QStringLiteral("phone")).toString(), QStringLiteral("+13035550100"));
        QVERIFY(detail->loan.isEmpty());
    }

    void todayListsTheDay_data() { m_databases.addRowsWithMember(); }
    void todayListsTheDay()
    {
        OPEN_BOOK(f);
        // 2026-02-02T02:40Z is still the first of February in Denver.
        const QTimeZone denver("America/Denver");
        const Instant now = f.book.now();
        const Instant yesterday{now.ms - 20 * msPerHour};
        const auto task = [&](const char* title, qint64 due) {
            return f.add("tasks",
                         {{"lead_id", f.bob.toString()},
                          {"title", QString::fromLatin1(title)},
                          {"due_at", due},
                          {"assigned_to", f.book.user.toString()}},
                         f.bob);
        };
        QCOMPARE(task("tonight", now.ms + 2 * msPerHour), QString());
        QCOMPARE(task("overdue", now.ms - msPerHour), QString());
        QCOMPARE(task("tomorrow", now.ms + 6 * msPerHour), QString());
        QCOMPARE(f.book.apply({f.book.call(f.bob, QStringLiteral("outbound"), yesterday)}), QString());
        const auto logged = [&](const char* type, Instant at, const char* metadata) {
            RowChange row = f.book.activity(f.bob, QString::fromLatin1(type), QStringLiteral("x"), at);
            row.fields.push_back({QStringLiteral("metadata"), {}, QString::fromLatin1(metadata)});
            return row;
        };
        const RowChange taken = logged("call_logged", now, R"({"outcome":"connected"})");
        const auto moved = [&](const char* from, const char* to, const char* metadata) {
            RowChange row = logged("status_changed", now, metadata);
            row.fields.push_back({QStringLiteral("from_stage"), {}, QString::fromLatin1(from)});
            row.fields.push_back({QStringLiteral("to_stage"), {}, QString::fromLatin1(to)});
            return row;
        };
        QCOMPARE(f.book.apply({logged("call_logged", now, R"({"outcome":"connected"})"),
                               logged("call_logged", now, R"({"outcome":"no_answer"})"), taken,
                               logged("call_logged", yesterday, R"({"outcome":"connected"})")}),
                 QString());
        const char* undo = R"({"undo":true})";
        QCOMPARE(f.book.apply({moved("new", "contacted", "{}")}), QString());
        QCOMPARE(f.book.apply({moved("contacted", "funded", "{}")}), QString());
        QCOMPARE(f.book.apply({moved("funded", "contacted", undo)}), QString());
        QCOMPARE(f.book.apply({moved("contacted", "new", undo)}), QString());
        QCOMPARE(f.book.apply({moved("new", "contacted", undo)}), QString()); // redone
        RowChange back = f.book.activity(f.bob, QStringLiteral("activity_corrected"), QStringLiteral("x"), now);
        back.fields.push_back(
            {QStringLiteral("metadata"), {}, QStringLiteral(R"({"corrects":"%1","withdrawn":true})").arg(taken.id)});
        QCOMPARE(f.book.apply({back}), QString());
        const auto scenario = [&](LeadId lead, const char* column, const char* day) {
            return f.add("lead_loan_scenarios", {{"lead_id", lead.toString()}, {column, QString::fromLatin1(day)}},
                         lead);
        };
        QCOMPARE(scenario(f.bob, "rate_lock_expires_on", "2026-02-04"), QString());
        QCOMPARE(scenario(f.eve, "target_closing_date", "2026-02-08"), QString());
        QCOMPARE(scenario(f.ann, "target_closing_date", "2026-02-09"), QString());

        TodayQuery query;
        query.user = f.book.user;
        const auto found = queries::today(*f.db, query, now, denver);
        QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
        QCOMPARE(found->newLeads, std::vector<LeadId>{f.ann});
        QCOMPARE(found->newLeadCount, 1);
        QCOMPARE(found->tasks.size(), 2U);
        QCOMPARE(found->taskCount, 2);
        QCOMPARE(found->lateTaskCount, 1);
        QCOMPARE(found->lockCount, 2);
        QCOMPARE(found->tasks[0].title, QStringLiteral("overdue"));
        QCOMPARE(found->tasks[0].status, QStringLiteral("overdue"));
        QCOMPARE(found->tasks[1].title, QStringLiteral("tonight"));
        QCOMPARE(found->tasks[1].leadName, QStringLiteral("Bob Ray"));
        QCOMPARE(found->locks.size(), 2U);
        QCOMPARE(found->locks[0].lead, f.bob);
        QCOMPARE(found->locks[0].lockExpiresOn, QStringLiteral("2026-02-04"));
        QCOMPARE(found->locks[1].lead, f.eve);
        QCOMPARE(found->locks[1].closesOn, QStringLiteral("2026-02-08"));
        QCOMPARE(found->silentCount, 2); // Ann and Eve have no activity at all
        QVERIFY(found->silent[0].lastActivityAt.isNull());
        QCOMPARE(found->callsLogged, 2);
        QCOMPARE(found->callsReached, 1);
        QCOMPARE(found->stageMoves, 1);

        query.limit = 1; // what is counted does not depend on what is listed
        const auto capped = queries::today(*f.db, query, now, denver);
        QVERIFY(capped);
        QCOMPARE(capped->tasks.size(), 1U);
        QCOMPARE(capped->taskCount, 2);
        QCOMPARE(capped->lateTaskCount, 1);
        QCOMPARE(capped->locks.size(), 1U);
        QCOMPARE(capped->lockCount, 2);
    }

    void tasksOpenFirst_data() { m_databases.addRowsWithMember(); }
    void tasksOpenFirst()
    {
        OPEN_BOOK(f);
        const auto task = [&](const char* title, const QVariant& due, const QVariant& done) {
            return f.add("tasks", {{"title", QString::fromLatin1(title)},
                                   {"due_at", due},
                                   {"status", done.isValid() ? QStringLiteral("completed") : QStringLiteral("pending")},
                                   {"completed_at", done},
                                   {"assigned_to", f.book.user.toString()}});
        };
        QCOMPARE(task("some day", {}, {}), QString());
        QCOMPARE(task("done first", 1'770'000'000'000LL, 1'770'000'000'100LL), QString());
        QCOMPARE(task("done last", 1'770'000'000'000LL, 1'770'000'000'200LL), QString());
        QCOMPARE(task("later", 1'780'000'000'000LL, {}), QString());
        QCOMPARE(task("soon", 1'770'000'100'000LL, {}), QString());
        QStringList names;
        const auto found = queries::tasks(*f.db, f.book.user, false, Instant{1'770'000'200'000});
        QVERIFY(found);
        for (const Task& one : *found) {
            names << one.title;
        }
        QCOMPARE(names, QStringList({QStringLiteral("soon"), QStringLiteral("later"), QStringLiteral("some day"),
                                     QStringLiteral("done last"), QStringLiteral("done first")}));
        QCOMPARE(found->at(0).status, QStringLiteral("overdue"));
        QCOMPARE(queries::tasks(*f.db, f.book.user, true, Instant{1})->size(), 3U);
        QCOMPARE(queries::tasks(*f.db, UserId(), true, Instant{1})->size(), 0U);
        QCOMPARE(queries::tasks(*f.db, std::nullopt, true, Instant{1})->size(), 3U);
    }

    void contactsAreFoundInAnyScript_data() { m_databases.addRowsWithMember(); }
    void contactsAreFoundInAnyScript()
    {
        OPEN_BOOK(f);
        const auto contact = [&](const char* name, const char* email) {
            return f.add("contacts", {{"name", QString::fromUtf8(name)}, {"email", QString::fromLatin1(email)}});
        };
        QCOMPARE(contact("Élodie Marsh", "em@example.com"), QString());
        QCOMPARE(contact("Jo Élodie", "jo@example.com"), QString());
        QCOMPARE(contact("Sam Poe", "elodie.fan@example.com"), QString());
        const auto names = [&](const QString& text, int limit) {
            QStringList all;
            const auto found = queries::findContacts(*f.db, text, limit);
            if (found) {
                for (const ContactLink& link : *found) {
                    all << link.name;
                }
            }
            return all;
        };
        QCOMPARE(names(QStringLiteral("élodie"), 10),
                 QStringList({QStringLiteral("Élodie Marsh"), QStringLiteral("Jo Élodie")}));
        QCOMPARE(names(QStringLiteral("ELODIE"), 10), QStringList{QStringLiteral("Sam Poe")});
        QCOMPARE(names(QStringLiteral("example jo"), 10), QStringList{QStringLiteral("Jo Élodie")});
        QCOMPARE(names(QStringLiteral("example"), 2).size(), 2);
        QVERIFY(names(QStringLiteral("  "), 10).isEmpty());
    }

    void documentsComeBackByteForByte_data() { m_databases.addRowsWithMember(); }
    void documentsComeBackByteForByte()
    {
        OPEN_BOOK(f);
        const QByteArray bytes("\0\1\2PDF\xff", 7);
        const QString hash = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        const DocumentId id(f.book.newId());
        QCOMPARE(f.book.apply({insertion(QStringLiteral("document_contents"), hash,
                                         {{"size", qint64(bytes.size())}, {"data", bytes}})}),
                 QString());
        QCOMPARE(f.add("documents",
                       {{"lead_id", f.ann.toString()},
                        {"file_name", QStringLiteral("offer.pdf")},
                        {"file_url", QString(u"keyturn://content/" % hash)},
                        {"file_size", qint64(bytes.size())},
                        {"file_sha256", hash}},
                       f.ann, id.toString()),
                 QString());
        std::vector<Document> listed;
        queries::Together asked(*f.db);
        queries::documentsOf(asked, f.ann, listed);
        QVERIFY(asked.answer());
        QCOMPARE(listed.size(), 1U);
        QCOMPARE(listed.at(0).fileName, QStringLiteral("offer.pdf"));
        QCOMPARE(*queries::documentContent(*f.db, id), bytes);
        QCOMPARE(queries::documentContent(*f.db, DocumentId(f.book.newId())).error().kind, Error::Kind::Invalid);
    }

    void factsKeepToTheSchema_data() { m_databases.addRowsWithMember(); }
    void factsKeepToTheSchema()
    {
        OPEN_BOOK(f);
        const auto catalogue = queries::catalogue(*f.db);
        QVERIFY(catalogue);
        StoreFacts facts(*f.db, *catalogue);
        QCOMPARE(facts.catalogue()->pipeline, f.book.pipeline);
        const QString leads = QStringLiteral("leads");
        const auto row = facts.row(leads, f.ann.toString());
        QVERIFY(row && *row);
        QCOMPARE((*row)->text(QStringLiteral("name")), QStringLiteral("Ann Lee"));
        QVERIFY(!*facts.row(leads, f.id()));
        QCOMPARE(facts.rowsWhere(leads, QStringLiteral("stage_id"), f.book.secondStage.toString())->size(), 2U);
        QCOMPARE(facts.row(QStringLiteral("leads; --"), f.ann.toString()).error().kind, Error::Kind::Invalid);
        QCOMPARE(facts.rowsWhere(leads, QStringLiteral("1=1 --"), 1).error().kind, Error::Kind::Invalid);
        QVERIFY(!*facts.leadByEmail(QStringLiteral("ann@example.com")));
        QCOMPARE(
            f.book.apply({updating(leads, f.ann.toString(), 1, {{"email", QStringLiteral("Ann@Example.com")}}, f.ann)}),
            QString());
        QCOMPARE(**facts.leadByEmail(QStringLiteral(" ann@example.COM ")), f.ann);
    }

private:
    DatabaseFixture m_databases;
};

QTEST_GUILESS_MAIN(TestQueries)
#include "tst_queries.moc"
