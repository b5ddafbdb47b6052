// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/catalogue_queries.h"
#include "models/storage/queries/rows.h"
#include "models/storage/queries/search_queries.h"
#include "models/storage/queries/search_sql.h"
#include "models/storage/search_index.h"
#include "models/storage/transaction.h"
#include "tests/support/database_fixture.h"
#include "tests/support/small_book.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace keyturn;
using namespace keyturn::test;

/// What is found, on both databases and through row security; and the index behind it, which must follow every change.
class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_databases.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void leadsAreFoundByEveryField_data() { m_databases.addRowsWithMember(); }
    void leadsAreFoundByEveryField()
    {
        OPEN_BOOK(f);
        QCOMPARE(f.book.apply({updating(QStringLiteral("leads"), f.ann.toString(), 1,
                                        {{"email", QStringLiteral("ann.lee@example.com")},
                                         {"phone", QStringLiteral("+13035550142")},
                                         {"mobile", QStringLiteral("(720) 555-0199")}})}),
                 QString());
        QCOMPARE(f.add("lead_profiles",
                       {{"lead_id", f.ann.toString()},
                        {"company", QStringLiteral("Cedar Fabrication")},
                        {"address_line1", QStringLiteral("12 Juniper Way")},
                        {"city", QStringLiteral("Boulder")}},
                       f.ann),
                 QString());
        for (const char* const typed : {"ann",
                                        "an",
                                        "lee ann",
                                        "LEE",
                                        "ann.lee@example.com",
                                        "lee@exam",
                                        "3035550142",
                                        "(303) 555-0142",
                                        "303.555.014",
                                        "+1 303 555 0142",
                                        "5550199",
                                        "cedar",
                                        "fabric",
                                        "brica",
                                        "boulder",
                                        "juni",
                                        "12 juniper",
                                        "ann boulder",
                                        "\"cedar fabrication\"",
                                        "ann -bob"}) {
            QVERIFY2(leadsFound(f, typed) == QStringList{QStringLiteral("Ann Lee")}, typed);
        }
        for (const char* const typed : {"anne", "ann -lee", "ann bob", "\"lee ann\"", "9035550142", "zzz"}) {
            QVERIFY2(leadsFound(f, typed).isEmpty(), typed);
        }
        // Accents of the lead need not be typed.
        QCOMPARE(leadsFound(f, "ozil"), QStringList{QStringLiteral("Eve Özil")});
        QCOMPARE(leadsFound(f, "özil"), QStringList{QStringLiteral("Eve Özil")});
    }

    void filtersNarrow_data() { m_databases.addRowsWithMember(); }
    void filtersNarrow()
    {
        OPEN_BOOK(f);
        const QString vip = f.id();
        QCOMPARE(f.add("tags", {{"name", QStringLiteral("Vip")}}, {}, vip), QString());
        QCOMPARE(f.add("lead_tags", {{"lead_id", f.bob.toString()}, {"tag_id", vip}}, f.bob), QString());
        const QStringList all{QStringLiteral("Ann Lee"), QStringLiteral("Bob Ray"), QStringLiteral("Eve Özil")};
        QCOMPARE(leadsFound(f, "amount>0"), all);
        QCOMPARE(leadsFound(f, "amount>=200k"), all.mid(0, 2));
        QCOMPARE(leadsFound(f, "amount<200k"), all.mid(2));
        QCOMPARE(leadsFound(f, "tag:vip"), all.mid(1, 1));
        QCOMPARE(leadsFound(f, "-tag:vip amount>0"), QStringList({all[0], all[2]}));
        QCOMPARE(leadsFound(f, "owner:nobody"), all.mid(2));
        QCOMPARE(leadsFound(f, "is:mine"), all.mid(0, 2));
        QCOMPARE(leadsFound(f, "is:mine ray"), all.mid(1, 1));
        QCOMPARE(leadsFound(f, "is:won"), QStringList());
        QCOMPARE(leadsFound(f, "source:website amount>300k"), all.mid(0, 1));
        QCOMPARE(leadsFound(f, "since:2030-01-01"), QStringList());
        QCOMPARE(leadsFound(f, "since:2020-01-01 -ann"), all.mid(1));
    }

    void everyKindIsFound_data() { m_databases.addRowsWithMember(); }
    void everyKindIsFound()
    {
        OPEN_BOOK(f);
        fill(f);
        const SearchResults found = search(f, "walnut");
        QCOMPARE(kindsOf(found),
                 QStringList({QStringLiteral("contact"), QStringLiteral("note"), QStringLiteral("activity"),
                              QStringLiteral("task"), QStringLiteral("document")}));
        for (const SearchHit& hit : found.hits) {
            QCOMPARE(hit.lead, f.ann);
            QCOMPARE(hit.leadName, QStringLiteral("Ann Lee"));
            QVERIFY(!hit.titleMarks.isEmpty() || !hit.excerpt.marks.isEmpty());
        }
        const SearchHit& note = found.hits[1];
        QCOMPARE(note.excerpt.text, QStringLiteral("Wants the house on Walnut Street"));
        QCOMPARE(note.excerpt.text.mid(note.excerpt.marks[0].first, note.excerpt.marks[0].second),
                 QStringLiteral("Walnut"));
        // Of a kind that was not asked for nothing comes.
        QCOMPARE(kindsOf(search(f, "walnut", {SearchKind::Task})), QStringList{QStringLiteral("task")});
        // A removed lead takes everything with it that hangs on it.
        QCOMPARE(
            f.book.apply({updating(QStringLiteral("leads"), f.ann.toString(), 1, {{"deleted_at", f.book.now().ms}})}),
            QString());
        QCOMPARE(kindsOf(search(f, "walnut")), QStringList{QStringLiteral("contact")});
    }

    void thereAreMoreThanWereAskedFor_data() { m_databases.addRowsWithMember(); }
    void thereAreMoreThanWereAskedFor()
    {
        OPEN_BOOK(f);
        std::vector<RowChange> rows;
        for (int i = 0; i < 30; ++i) {
            rows.push_back(f.book.lead(LeadId(f.book.newId()), QStringLiteral("Smith %1").arg(i), f.book.firstStage));
        }
        QCOMPARE(f.book.apply(rows), QString());
        SearchResults found = search(f, "smi", {SearchKind::Lead}, 10);
        QCOMPARE(found.hits.size(), 10U);
        QVERIFY(found.hasMoreOf(SearchKind::Lead));
        found = search(f, "smi", {SearchKind::Lead}, 30);
        QCOMPARE(found.hits.size(), 30U);
        QVERIFY(!found.hasMoreOf(SearchKind::Lead));
    }

    void aPrivateNoteIsItsAuthorsAlone_data() { m_databases.addRowsWithMember(); }
    void aPrivateNoteIsItsAuthorsAlone()
    {
        OPEN_BOOK(f);
        const UserId other = f.addColleague();
        QVERIFY(!other.isNull());
        const auto note = [&](const char* text, UserId author) {
            return f.add("lead_notes",
                         {{"lead_id", f.ann.toString()},
                          {"content", QString::fromLatin1(text)},
                          {"is_private", 1},
                          {"user_id", author.toString()}},
                         f.ann);
        };
        QCOMPARE(note("secret of mine: chestnut", f.book.user), QString());
        QCOMPARE(note("secret of theirs: chestnut", other), QString());
        const SearchResults found = search(f, "chestnut");
        QCOMPARE(found.hits.size(), 1U);
        QVERIFY(found.hits[0].isPrivate);
        QVERIFY(found.hits[0].excerpt.text.contains(QStringLiteral("of mine")));
    }

    void whateverIsTypedIsAnswered_data() { m_databases.addRows(); }
    void whateverIsTypedIsAnswered()
    {
        OPEN_BOOK(f);
        fill(f);
        for (const char* const typed :
             {"\"",       "*",    "a*b",       "AND", "NEAR(a b)", "a OR b", "{",        "name:ann", "(",
              "^ann",     "a\"b", "'",         "\\",  "a\\'b",     "%",      "_",        "ann:*",    "a & b",
              "!a",       "<->",  "ann | bob", "--",  "-",         "-x",     "😀",        "-\"",      "ann -\"x y",
              "\xc3\x9f", "0",    "12",        "+",   "a'b c\"d",  "stage:", "owner:zz", "amount>"}) {
            const auto answer = trySearch(f, typed);
            QVERIFY2(answer, typed);
        }
    }

    /// Looked for once, and not again for each row of another word: that takes seconds of a large book.
    void noWordIsLookedForRowByRow()
    {
        SmallBook f(m_databases, m_databases.open(Dialect::Sqlite));
        QCOMPARE(f.failure, QString());
        const auto catalogue = queries::catalogue(*f.writer);
        QVERIFY(catalogue);
        for (const char* const typed : {"ann", "ann or", "annabel or b", "\"call back\" or -x", "303 or", "a b c"}) {
            const SearchQuery query = parseSearch(QString::fromLatin1(typed), *catalogue, Instant{1}, QTimeZone::utc());
            for (const SearchKind kind : allSearchKinds) {
                for (const queries::SearchSql& sql :
                     queries::searchStatements(Dialect::Sqlite, kind, query, catalogue->me, 51)) {
                    QStringList plan;
                    QVERIFY(queries::forEachRow(*f.writer, QStringLiteral("EXPLAIN QUERY PLAN ") + sql.text, sql.values,
                                                [&](const queries::Row& row) { plan << row.text(3); }));
                    // SQLite marks a search for words within one row by "=" before the "M" of the match.
                    static const QRegularExpression rowByRow(QStringLiteral("VIRTUAL TABLE INDEX \\d+:=.*M"));
                    QCOMPARE(plan.filter(rowByRow), QStringList());
                    QVERIFY(!plan.filter(QRegularExpression(QStringLiteral("VIRTUAL TABLE INDEX \\d+:M"))).isEmpty());
                }
            }
        }
    }

    void theIndexFollowsEveryChange()
    {
        std::unique_ptr<Connection> db = m_databases.open(Dialect::Sqlite);
        SmallBook f(m_databases, std::move(db));
        QCOMPARE(f.failure, QString());
        QVERIFY(isRight(*f.writer));
        fill(f);
        QVERIFY(isRight(*f.writer));
        // Rows that are changed past the program are carried in by the next command, or when the book is opened.
        const auto run = [&](const char* sql) { return f.writer->run(QString::fromLatin1(sql)).has_value(); };
        QVERIFY(run("UPDATE leads SET name = 'Zoe Quartz', phone = '720.555.0101'"));
        QVERIFY(run("UPDATE lead_profiles SET company = 'Basalt'"));
        QVERIFY(run("UPDATE lead_notes SET content = 'obsidian'"));
        QVERIFY(run("UPDATE tasks SET deleted_at = 5"));
        QVERIFY(run("DELETE FROM documents"));
        QVERIFY(run("UPDATE contacts SET name = 'Slate'"));
        QVERIFY(!isRight(*f.writer));
        QVERIFY(SearchIndex::catchUp(*f.writer));
        QVERIFY(isRight(*f.writer));
        QCOMPARE(leadsFound(f, "quartz").size(), 3);
        QCOMPARE(kindsOf(search(f, "walnut")), QStringList{QStringLiteral("activity")});
        QCOMPARE(kindsOf(search(f, "obsid")), QStringList{QStringLiteral("note")});
    }

    void aDifferenceIsFoundAndMended()
    {
        SmallBook f(m_databases, m_databases.open(Dialect::Sqlite));
        QCOMPARE(f.failure, QString());
        fill(f);
        QVERIFY(rebuild(*f.writer));
        QVERIFY(isRight(*f.writer));
        QVERIFY(f.writer->run(QStringLiteral("DELETE FROM search_notes_content")));
        QVERIFY(!isRight(*f.writer));
        QVERIFY(rebuild(*f.writer));
        QVERIFY(isRight(*f.writer));
        QVERIFY(f.writer->run(QStringLiteral("DELETE FROM search_leads WHERE rowid = 1")));
        QVERIFY(!isRight(*f.writer));
        QVERIFY(rebuild(*f.writer));
        QVERIFY(isRight(*f.writer));
        QCOMPARE(leadsFound(f, "ann").size(), 1);
        QCOMPARE(search(f, "walnut").hits.size(), 5U);
    }

    void slicesMayBeInterruptedByWork()
    {
        SmallBook f(m_databases, m_databases.open(Dialect::Sqlite));
        QCOMPARE(f.failure, QString());
        {
            auto transaction = Transaction::begin(*f.writer);
            QVERIFY(transaction);
            QVERIFY(SearchIndex::forget(*f.writer));
            QVERIFY(transaction->commit());
        }
        QVERIFY(search(f, "ann").percentIndexed < 100);
        // What is written while the index is being built is found at once, and not taken in twice.
        QCOMPARE(f.book.apply({f.book.lead(LeadId(f.book.newId()), QStringLiteral("Ida Early"), f.book.firstStage)}),
                 QString());
        QCOMPARE(leadsFound(f, "ida").size(), 1);
        for (;;) {
            const auto more = SearchIndex::buildSlice(*f.writer);
            QVERIFY(more);
            if (!*more) {
                break;
            }
        }
        QCOMPARE(search(f, "ann").percentIndexed, 100);
        QCOMPARE(leadsFound(f, "ida").size(), 1);
        QCOMPARE(leadsFound(f, "ann").size(), 1);
        QVERIFY(isRight(*f.writer));
    }

private:
    static bool isRight(Connection& db)
    {
        const auto check = SearchIndex::verify(db);
        return check && check->ok;
    }

    static bool rebuild(Connection& db)
    {
        auto transaction = Transaction::begin(db);
        return transaction && SearchIndex::forget(db) && SearchIndex::buildAll(db) && transaction->commit();
    }

    /// One row of every kind that speaks of walnut, all of Ann's.
    static void fill(SmallBook& f)
    {
        const QString ann = f.ann.toString();
        const QString contact = f.id();
        QCOMPARE(f.add("lead_profiles", {{"lead_id", ann}, {"company", QStringLiteral("Acme")}}, f.ann), QString());
        QCOMPARE(f.add("contacts", {{"name", QStringLiteral("Will Walnut")}}, {}, contact), QString());
        QCOMPARE(f.add("lead_contacts", {{"lead_id", ann}, {"contact_id", contact}}, f.ann), QString());
        QCOMPARE(f.add("lead_notes",
                       {{"lead_id", ann},
                        {"content", QStringLiteral("Wants the house\non Walnut Street")},
                        {"user_id", f.book.user.toString()}},
                       f.ann),
                 QString());
        RowChange call =
            f.book.activity(f.ann, QStringLiteral("call_logged"), QStringLiteral("Call logged"), f.book.now());
        call.fields.push_back({QStringLiteral("description"), {}, QStringLiteral("Asked about the walnut floor")});
        QCOMPARE(f.book.apply({call}), QString());
        QCOMPARE(f.add("tasks", {{"lead_id", ann}, {"title", QStringLiteral("Visit Walnut Street")}}, f.ann),
                 QString());
        QCOMPARE(f.add("documents",
                       {{"lead_id", ann},
                        {"file_name", QStringLiteral("walnut-street_appraisal.pdf")},
                        {"file_url", QStringLiteral("store:x")}},
                       f.ann),
                 QString());
    }

    static Result<SearchResults> trySearch(SmallBook& f, const char* typed, const std::vector<SearchKind>& kinds = {},
                                           int limit = 50)
    {
        KEYTURN_LET(Catalogue catalogue, queries::catalogue(*f.db));
        catalogue.me = f.book.user;
        SearchRequest request;
        request.text = QString::fromUtf8(typed);
        request.limit = limit;
        if (!kinds.empty()) {
            request.kinds = kinds;
        }
        const SearchQuery query = parseSearch(request.text, catalogue, f.book.now(), QTimeZone::utc());
        return queries::search(*f.db, query, request, f.book.user);
    }

    static SearchResults search(SmallBook& f, const char* typed, const std::vector<SearchKind>& kinds = {},
                                int limit = 50)
    {
        const auto found = trySearch(f, typed, kinds, limit);
        if (!found) {
            QTest::qFail(qPrintable(found.error().message + found.error().detail), __FILE__, __LINE__);
            return {};
        }
        return *found;
    }

    static QStringList leadsFound(SmallBook& f, const char* typed)
    {
        QStringList names;
        for (const SearchHit& hit : search(f, typed, {SearchKind::Lead}).hits) {
            names << hit.title;
        }
        names.sort();
        return names;
    }

    static QStringList kindsOf(const SearchResults& results)
    {
        static const char* const names[] = {"lead", "contact", "note", "activity", "task", "document"};
        QStringList kinds;
        for (const SearchHit& hit : results.hits) {
            kinds << QString::fromLatin1(names[static_cast<int>(hit.kind)]);
        }
        return kinds;
    }

    DatabaseFixture m_databases;
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
