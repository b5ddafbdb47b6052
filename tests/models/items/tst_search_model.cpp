// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/palette_model.h"
#include "models/items/search_model.h"
#include "tests/support/fake_workspace.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace keyturn;
using namespace keyturn::test;

class TestSearchModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void listsByKind()
    {
        FakeWorkspace book(catalogue());
        LeadStore store(book);
        SearchModel model(book, store);
        const QAbstractItemModelTester tester(&model);
        book.searchResults.hits = {hit(SearchKind::Lead, "a"), hit(SearchKind::Note, "b"), hit(SearchKind::Note, "c")};
        model.setText(QStringLiteral("ann"));
        QVERIFY(!model.isSettled());
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0).data(SearchModel::SectionTitle).toString(), QStringLiteral("Leads"));
        QCOMPARE(model.index(1).data(SearchModel::SectionTitle).toString(), QStringLiteral("Notes"));
        QCOMPARE(model.index(2).data(SearchModel::SectionTitle).toString(), QString());
        QCOMPARE(model.index(1).data(SearchModel::About).toString(),
                 QString(QStringLiteral("Ann Lee, ") + book.catalogue().stages.front().name));
        QCOMPARE(model.countOf(SearchKind::Note), 2);
        QCOMPARE(model.rowOf(hit(SearchKind::Note, "c")), 2);
        QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("a walnut")));
        model.setText(QString());
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.isSettled());
    }

    void whatIsOutdatedIsLetGo()
    {
        FakeWorkspace book(catalogue());
        LeadStore store(book);
        SearchModel model(book, store);
        book.hold();
        book.searchResults.hits = {hit(SearchKind::Lead, "old")};
        model.setText(QStringLiteral("a"));
        book.searchResults.hits = {hit(SearchKind::Lead, "new")};
        model.setText(QStringLiteral("an"));
        QCOMPARE(book.searches.size(), 2U);
        QVERIFY(*book.searches[0].outdated);
        QVERIFY(!*book.searches[1].outdated);
        book.release();
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.hitAt(0).id, QStringLiteral("new"));
    }

    void failuresAreToldAndFoundRowsStay()
    {
        FakeWorkspace book(catalogue());
        LeadStore store(book);
        SearchModel model(book, store);
        QSignalSpy failures(&model, &SearchModel::failed);
        book.searchResults.hits = {hit(SearchKind::Lead, "a")};
        model.setText(QStringLiteral("a"));
        QTRY_VERIFY(model.isSettled());
        book.failQueries(Error{Error::Kind::Offline, QStringLiteral("gone"), {}, {}});
        model.setText(QStringLiteral("ab"));
        QTRY_COMPARE(failures.count(), 1);
        QVERIFY(model.isSettled());
        QCOMPARE(model.rowCount(), 1);
        // Nobody is told that something newer was typed.
        book.failQueries(Error{Error::Kind::Cancelled, QStringLiteral("stopped"), {}, {}});
        model.setText(QStringLiteral("abc"));
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(failures.count(), 1);
    }

    void thePaletteShowsWhatStandsInTheBook()
    {
        FakeWorkspace book(catalogue());
        LeadStore store(book);
        PaletteModel model(store);
        const QAbstractItemModelTester tester(&model);
        model.setCommands(
            {{QStringLiteral("x.walnut"), QStringLiteral("Walnut command"), {}, {}, {}, {}, false, true}});
        model.setSearch(&book);
        book.searchResults.hits = {hit(SearchKind::Note, "n1"), hit(SearchKind::Note, "n2"),
                                   hit(SearchKind::Task, "t1")};
        model.setQuery(QStringLiteral("w"));
        QCOMPARE(book.searches.size(), 0U); // one letter stands everywhere
        model.setQuery(QStringLiteral("walnut"));
        QTRY_COMPARE(model.rowCount(), 5);
        const auto kind = [&](int row) {
            return static_cast<PaletteModel::Kind>(model.index(row).data(PaletteModel::KindValue).toInt());
        };
        QCOMPARE(kind(0), PaletteModel::Kind::WindowCommand);
        QCOMPARE(kind(1), PaletteModel::Kind::Found);
        QCOMPARE(model.index(1).data(PaletteModel::Title).toString(), QStringLiteral("Ann Lee"));
        QCOMPARE(model.index(1).data(PaletteModel::Hint).toString(), QStringLiteral("wants a walnut floor"));
        QCOMPARE(model.index(1).data(PaletteModel::HintMatches).value<TextRanges>(), (TextRanges{{8, 6}}));
        QCOMPARE(model.index(3).data(PaletteModel::Hit).value<SearchHit>().id, QStringLiteral("t1"));
        QCOMPARE(kind(4), PaletteModel::Kind::SearchAll);
        QVERIFY(model.index(4).data(PaletteModel::Title).toString().contains(QStringLiteral("walnut")));
        QCOMPARE(model.found(), qsizetype(4)); // the search of everything is no hit
        QCOMPARE(model.total(), qsizetype(4));
        model.setQuery(QString());
        QCOMPARE(model.rowCount(), 1);
    }

    void nothingFoundIsNothing()
    {
        FakeWorkspace book(catalogue());
        LeadStore store(book);
        PaletteModel model(store);
        model.setSearch(&book);
        int listed = 0;
        connect(&model, &PaletteModel::listed, this, [&] { ++listed; });
        model.setQuery(QStringLiteral("qqqq"));
        QVERIFY(model.isSearching()); // too early to say that there is nothing
        const int before = listed;
        QTRY_VERIFY(!model.isSearching());
        QVERIFY(listed > before);
        QCOMPARE(model.rowCount(), 1); // the search of everything is still offered
        QCOMPARE(model.found(), qsizetype(0));
        QCOMPARE(model.total(), qsizetype(0));
        QVERIFY(!model.hasMore());
    }

    void whatStandsInTheBookLeavesRoomForLeads()
    {
        FakeWorkspace book(catalogue());
        LeadStore store(book);
        for (quint32 n = 0; n < 20; ++n) {
            LeadCard card;
            card.id = leadId(100 + n);
            card.stage = book.catalogue().stages.front().id;
            card.name = QStringLiteral("Walnut %1").arg(n);
            book.add(card);
        }
        store.load();
        QTRY_VERIFY(store.isComplete());
        PaletteModel model(store);
        std::vector<PaletteCommand> commands(4);
        for (std::size_t n = 0; n < commands.size(); ++n) {
            commands[n].id = commands[n].title = QStringLiteral("Walnut command %1").arg(n);
            commands[n].onLead = n > 0;
        }
        model.setCommands(commands);
        model.setSearch(&book);
        book.searchResults.hits = {hit(SearchKind::Note, "n1"), hit(SearchKind::Note, "n2"),
                                   hit(SearchKind::Task, "t1"), hit(SearchKind::Task, "t2")};
        model.setQuery(QStringLiteral("walnut"));
        QList<int> kinds;
        QTRY_VERIFY([&] {
            kinds.clear();
            for (int row = 0; row < model.rowCount(); ++row) {
                kinds << model.index(row).data(PaletteModel::KindValue).toInt();
            }
            return kinds.contains(static_cast<int>(PaletteModel::Kind::Found));
        }());
        QCOMPARE(kinds.size(), qsizetype(PaletteModel::maxRows));
        QCOMPARE(kinds.count(static_cast<int>(PaletteModel::Kind::Lead)), qsizetype(3));
        QCOMPARE(kinds.count(static_cast<int>(PaletteModel::Kind::LeadAction)), qsizetype(3));
        QCOMPARE(kinds.count(static_cast<int>(PaletteModel::Kind::WindowCommand)), qsizetype(1));
        QCOMPARE(kinds.count(static_cast<int>(PaletteModel::Kind::Found)), qsizetype(2));
        QCOMPARE(kinds.count(static_cast<int>(PaletteModel::Kind::SearchAll)), qsizetype(1));
    }

private:
    static SearchHit hit(SearchKind kind, const char* id)
    {
        SearchHit one;
        one.kind = kind;
        one.id = QString::fromLatin1(id);
        one.lead = leadId(1);
        one.leadName = QStringLiteral("Ann Lee");
        one.stage = catalogue().stages.front().id;
        one.title = kind == SearchKind::Note ? QString() : QStringLiteral("Ann Lee");
        one.excerpt = {QStringLiteral("wants a walnut floor"), {{8, 6}}};
        return one;
    }
};

QTEST_GUILESS_MAIN(TestSearchModel)
#include "tst_search_model.moc"
