// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/timeline_queries.h"
#include "tests/support/database_fixture.h"
#include "tests/support/small_book.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace keyturn;
using namespace keyturn::test;

namespace {

QStringList titles(const Result<TimelinePage>& page)
{
    QStringList found;
    if (page) {
        for (const TimelineEntry& entry : page->entries) {
            found << (entry.title.isEmpty() ? entry.description : entry.title);
        }
    }
    return found;
}

} // namespace

class TestTimelineQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_databases.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void pagesMeet_data() { m_databases.addRowsWithMember(); }
    void pagesMeet()
    {
        OPEN_BOOK(f);
        QStringList expected;
        for (int i = 0; i < 23; ++i) {
            // Three at a time share a moment: the id decides.
            const Instant at{1'769'000'000'000 + (i / 3) * 1000};
            const QString title = QStringLiteral("event %1").arg(i);
            QCOMPARE(f.book.apply({f.book.activity(f.ann, QStringLiteral("custom"), title, at)}), QString());
            expected.prepend(title);
        }
        QStringList seen;
        TimelineQuery query;
        query.lead = f.ann;
        query.limit = 5;
        int pages = 0;
        do {
            const auto page = queries::timeline(*f.db, query, f.book.user);
            QVERIFY(page);
            seen += titles(page);
            query.before = page->next;
            QVERIFY(++pages < 10);
        } while (!query.before.isNull());
        QCOMPARE(seen, expected);
        QCOMPARE(pages, 5);
    }

    void filtersAndSearches_data() { m_databases.addRowsWithMember(); }
    void filtersAndSearches()
    {
        OPEN_BOOK(f);
        const Instant at{1'769'000'000'000};
        for (int i = 0; i < 30; ++i) {
            const QString type = i % 3 == 0 ? QStringLiteral("call_logged") : QStringLiteral("custom");
            RowChange row = f.book.activity(f.ann, type, QStringLiteral("event %1").arg(i), at + i);
            if (i == 4) {
                row.fields.push_back({QStringLiteral("description"), {}, QStringLiteral("Über das Haus")});
            }
            row.fields.push_back({QStringLiteral("is_highlight"), {}, qint64(i == 7)});
            QCOMPARE(f.book.apply({row}), QString());
        }
        const auto ask = [&](const TimelineQuery& query) { return queries::timeline(*f.db, query, f.book.user); };
        TimelineQuery query;
        query.lead = f.ann;
        query.types = QStringList{QStringLiteral("call_logged")};
        QCOMPARE(ask(query)->entries.size(), 10U);
        query.types.clear();
        query.highlightsOnly = true;
        QCOMPARE(titles(ask(query)), QStringList{QStringLiteral("event 7")});
        query.highlightsOnly = false;
        query.text = QStringLiteral("ÜBER");
        QCOMPARE(titles(ask(query)), QStringList{QStringLiteral("event 4")});
        query.text = QStringLiteral("event 1");
        query.limit = 4;
        const auto first = ask(query);
        QCOMPARE(first->entries.size(), 4U);
        QVERIFY(!first->next.isNull());
        query.before = first->next;
        query.limit = 100;
        QCOMPARE(ask(query)->entries.size(), 7U); // 1 and 10 to 19 in all
        QVERIFY(ask(query)->next.isNull());
    }

    void correctionsAreWorkedIn_data() { m_databases.addRowsWithMember(); }
    void correctionsAreWorkedIn()
    {
        OPEN_BOOK(f);
        const auto call = [&](const QString& text) {
            RowChange row = f.book.activity(f.ann, QStringLiteral("call_logged"), QStringLiteral("Call"),
                                            Instant{1'769'000'000'000});
            row.fields.push_back({QStringLiteral("description"), {}, text});
            return row;
        };
        const RowChange wrong = call(QStringLiteral("wants 300"));
        const RowChange gone = call(QStringLiteral("never happened"));
        const RowChange back = call(QStringLiteral("it did happen"));
        QCOMPARE(f.book.apply({wrong, gone, back}), QString());
        const auto correct = [&](const RowChange& row, const char* metadata) {
            RowChange entry =
                f.book.activity(f.ann, QStringLiteral("activity_corrected"), QStringLiteral("Corrected"), f.book.now());
            entry.fields.push_back({QStringLiteral("metadata"), {}, QString::fromLatin1(metadata).arg(row.id)});
            return f.book.apply({entry});
        };
        QCOMPARE(correct(wrong, R"({"corrects":"%1","withdrawn":false,"fields":{"description":"wants 350"}})"),
                 QString());
        QCOMPARE(correct(gone, R"({"corrects":"%1","withdrawn":true,"fields":{"description":"never happened"}})"),
                 QString());
        QCOMPARE(correct(back, R"({"corrects":"%1","withdrawn":true})"), QString());
        QCOMPARE(correct(back, R"({"corrects":"%1","withdrawn":false})"), QString());
        TimelineQuery query;
        query.lead = f.ann;
        query.types = QStringList{QStringLiteral("call_logged")};
        const auto page = queries::timeline(*f.db, query, f.book.user);
        QVERIFY(page);
        QHash<QString, TimelineEntry> byId;
        for (const TimelineEntry& entry : page->entries) {
            byId.insert(entry.id.toString(), entry);
        }
        QCOMPARE(byId[wrong.id].description, QStringLiteral("wants 350"));
        QVERIFY(byId[wrong.id].isCorrected && !byId[wrong.id].isWithdrawn);
        QVERIFY(byId[wrong.id].isBackdated);
        QVERIFY(byId[gone.id].isWithdrawn && !byId[gone.id].isCorrected);
        QVERIFY(!byId[back.id].isWithdrawn && !byId[back.id].isCorrected);
        query.text = QStringLiteral("wants 350");
        QCOMPARE(queries::timeline(*f.db, query, f.book.user)->entries.size(), 1U);
    }

    void notesAreShownAsTheyAre_data() { m_databases.addRowsWithMember(); }
    void notesAreShownAsTheyAre()
    {
        OPEN_BOOK(f);
        const UserId other = f.addColleague();
        QVERIFY(!other.isNull());
        const auto note = [&](const char* text, UserId author, bool isPrivate, qint64 at) {
            return insertion(QStringLiteral("lead_notes"), f.id(),
                             {{"lead_id", f.ann.toString()},
                              {"user_id", author.toString()},
                              {"content", QString::fromLatin1(text)},
                              {"is_private", isPrivate},
                              {"created_at", at}},
                             f.ann);
        };
        const RowChange open = note("for all", other, false, 1'769'000'001'000);
        const RowChange mine = note("for me", f.book.user, true, 1'769'000'002'000);
        const RowChange theirs = note("for them", other, true, 1'769'000'003'000);
        RowChange entry =
            f.book.activity(f.ann, QStringLiteral("note_added"), QStringLiteral("Note"), Instant{1'769'000'001'000});
        entry.fields.push_back(
            {QStringLiteral("metadata"), {}, QStringLiteral(R"({"note_id":"%1","note_type":"general"})").arg(open.id)});
        const RowChange newer =
            f.book.activity(f.ann, QStringLiteral("custom"), QStringLiteral("newer"), Instant{1'769'000'004'000});
        QCOMPARE(f.book.apply({open, mine, theirs, entry, newer}), QString());

        TimelineQuery query;
        query.lead = f.ann;
        auto page = queries::timeline(*f.db, query, f.book.user);
        const QStringList expected{QStringLiteral("newer"), QStringLiteral("for me"), QStringLiteral("Note")};
        QCOMPARE(titles(page), expected);
        QCOMPARE(page->entries[1].type, QStringLiteral("private_note"));
        QCOMPARE(page->entries[1].actorName, QStringLiteral("Loan Officer"));
        QCOMPARE(page->entries[2].description, QStringLiteral("for all"));
        QCOMPARE(page->entries[2].note.toString(), open.id);

        // One by one the pages hold the same.
        query.limit = 1;
        QStringList seen;
        do {
            page = queries::timeline(*f.db, query, f.book.user);
            QVERIFY(page && seen.size() < 9);
            seen += titles(page);
            query.before = page->next;
        } while (!query.before.isNull());
        QCOMPARE(seen, expected);

        query = {};
        query.lead = f.ann;
        query.types = QStringList{QStringLiteral("private_note")};
        QCOMPARE(titles(queries::timeline(*f.writer, query, other)), QStringList{QStringLiteral("for them")});
        // On a server nobody reads with somebody else's eyes.
        const bool isMember = QByteArrayView(QTest::currentDataTag()) == "member";
        QCOMPARE(titles(queries::timeline(*f.db, query, other)),
                 isMember ? QStringList() : QStringList{QStringLiteral("for them")});
        query.types = QStringList{QStringLiteral("custom")};
        QCOMPARE(titles(queries::timeline(*f.db, query, other)), QStringList{QStringLiteral("newer")});
    }

private:
    DatabaseFixture m_databases;
};

QTEST_GUILESS_MAIN(TestTimelineQuery)
#include "tst_timeline_query.moc"
