// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/connection.h"
#include "tests/support/book_workspace.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

using namespace keyturn;
using namespace keyturn::test;

/// The search of a real book, on real threads, through commands, undo, imports and restarts.
class TestSoloSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_template.make();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void everyCommandKeepsTheIndexTrue()
    {
        for (const NamedCommand& one : everyCommand(m_template.book, m_template.catalogue)) {
            const auto opened = await(SoloLibrary().open(m_template.copy()));
            QVERIFY(opened);
            Workspace& book = **opened;
            QVERIFY2(await(book.submit(one.command)), qPrintable(one.name));
            QVERIFY2(isSearchRight(book), qPrintable(one.name));
            QVERIFY2(await(book.undo()), qPrintable(one.name));
            QVERIFY2(isSearchRight(book), qPrintable(one.name));
            QVERIFY2(await(book.redo()), qPrintable(one.name));
            QVERIFY2(isSearchRight(book), qPrintable(one.name));
        }
    }

    void whatIsWrittenIsFoundAtOnceAndUndoneAsWell()
    {
        const auto opened = await(SoloLibrary().open(m_template.copy()));
        QVERIFY(opened);
        Workspace& book = **opened;
        AddNote note;
        note.lead = m_template.book.ann;
        note.content = QStringLiteral("Prefers the marzipan lane");
        QVERIFY(await(book.submit(note)));
        QCOMPARE(found(book, "marzip").size(), 1U);
        QCOMPARE(found(book, "zipan").front().kind, SearchKind::Note);
        QVERIFY(await(book.undo()));
        QVERIFY(found(book, "marzip").empty());
        QVERIFY(await(book.redo()));
        QCOMPARE(found(book, "marzip").size(), 1U);
    }

    void anOutdatedSearchEndsAsCancelled()
    {
        const auto opened = await(SoloLibrary().open(m_template.copy()));
        QVERIFY(opened);
        SearchRequest request;
        request.text = QStringLiteral("ann");
        const auto outdated = std::make_shared<std::atomic_bool>(true);
        request.outdated = outdated;
        const auto answer = await((*opened)->search(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
        // And the next one works.
        *outdated = false;
        QVERIFY(await((*opened)->search(request)));
    }

    void aBookFromBeforeIsTakenIn()
    {
        const QString path = m_template.copy();
        forget(path);
        const auto opened = await(SoloLibrary().open(path));
        QVERIFY(opened);
        QVERIFY(isSearchRight(**opened));
        QVERIFY(!found(**opened, "ann").empty());
    }

    void aDamagedIndexIsRebuilt()
    {
        const QString path = m_template.copy();
        {
            SqliteOptions options;
            options.path = path;
            const auto db = Connection::openSqlite(options);
            QVERIFY(db);
            QVERIFY((*db)->run(QStringLiteral("DELETE FROM search_leads_content")));
        }
        const auto opened = await(SoloLibrary().open(path));
        QVERIFY(opened);
        QVERIFY(!isSearchRight(**opened));
        QSignalSpy indexed(opened->get(), &Workspace::searchIndexed);
        const auto rebuilt = await((*opened)->rebuildSearch());
        QVERIFY(rebuilt && *rebuilt);
        QCOMPARE(indexed.count(), 1);
        QVERIFY(isSearchRight(**opened));
        QVERIFY(!found(**opened, "ann").empty());
    }

    void closingWaitsForNoSearch()
    {
        auto opened = await(SoloLibrary().open(m_template.copy()));
        QVERIFY(opened);
        std::vector<QFuture<Result<SearchResults>>> answers;
        for (int i = 0; i < 200; ++i) {
            SearchRequest request;
            request.text = QStringLiteral("a%1").arg(i);
            answers.push_back((*opened)->search(request));
        }
        opened->reset();
        for (const auto& answer : answers) {
            QVERIFY(answer.isFinished());
        }
    }

private:
    static bool isSearchRight(Workspace& book)
    {
        const auto checks = await(book.verify());
        if (!checks) {
            return false;
        }
        const auto search = std::ranges::find(*checks, QStringLiteral("search"), &Check::name);
        return search != checks->end() && search->ok;
    }

    static std::vector<SearchHit> found(Workspace& book, const char* typed)
    {
        SearchRequest request;
        request.text = QString::fromLatin1(typed);
        const auto answer = await(book.search(request));
        return answer ? answer->hits : std::vector<SearchHit>();
    }

    /// As if the book had been made by a version without a search.
    static void forget(const QString& path)
    {
        SqliteOptions options;
        options.path = path;
        const auto db = Connection::openSqlite(options);
        QVERIFY(db);
        for (const char* const sql :
             {"UPDATE search_state SET next_row = 0", "DELETE FROM search_leads", "DELETE FROM search_notes"}) {
            QVERIFY((*db)->run(QString::fromLatin1(sql)));
        }
        for (const char* const mid : {"search_leads_mid", "search_notes_mid"}) {
            QVERIFY((*db)->run(QStringLiteral("INSERT INTO %1 (%1) VALUES ('delete-all')").arg(QLatin1String(mid))));
        }
    }

    TemplateBook m_template;
};

QTEST_GUILESS_MAIN(TestSoloSearch)
#include "tst_solo_search.moc"
