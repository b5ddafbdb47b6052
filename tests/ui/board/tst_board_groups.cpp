// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/ui/board/board_fixture.h"

#include <QAccessible>

using namespace keyturn;
using test::BoardFixture;

/// The board with the leads of each owner together.
class TestBoardGroups : public QObject
{
    Q_OBJECT

    static LeadId add(BoardFixture& f, const char* stage, const QString& name, std::size_t owner)
    {
        const LeadId lead = f.add(stage, name);
        LeadCard card = f.book.leads().value(lead);
        card.owner = f.book.catalogue().users.at(owner).id;
        f.book.add(card);
        return lead;
    }
    static void name(BoardFixture& f, const QStringList& names)
    {
        Catalogue catalogue = f.book.catalogue();
        catalogue.users.resize(static_cast<std::size_t>(names.size()));
        for (std::size_t i = 0; i < catalogue.users.size(); ++i) {
            catalogue.users[i].firstName = names[static_cast<qsizetype>(i)].section(u' ', 0, 0);
            catalogue.users[i].lastName = names[static_cast<qsizetype>(i)].section(u' ', 1);
        }
        f.book.setCatalogue(catalogue);
    }

    static void open(BoardFixture& f, QSize size = QSize(1368, 772))
    {
        f.open(size);
        f.page->filterBar().chooseView(QStringLiteral("team")); // of everybody, if there are several
    }

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void theCommandGroupsAndIsRemembered()
    {
        BoardFixture f;
        name(f, {QStringLiteral("Mia Stone"), QStringLiteral("Abe Long")});
        add(f, "new", QStringLiteral("A"), 0);
        add(f, "new", QStringLiteral("B"), 1);
        open(f);
        auto* button = f.page->findChild<QAbstractButton*>(QStringLiteral("boardSort"));
        const auto toggle = [&] {
            for (const PageCommand& command : f.page->commands()) {
                if (command.id == QLatin1String("board.group")) {
                    command.run();
                }
            }
        };
        toggle();
        QCOMPARE(f.page->model().grouping(), BoardGrouping::Owner);
        QVERIFY(button->accessibleName().contains(QStringLiteral("owner")));
        QCOMPARE(f.cards("new").places().groups(), 2);
        QCOMPARE(f.cards("new").group(0).name, QStringLiteral("Abe Long"));

        const QJsonObject view = f.page->viewContent();
        toggle();
        QVERIFY(!f.page->viewContent().contains(QStringLiteral("group")));
        QCOMPARE(f.cards("new").places().groups(), 0);
        f.page->showView(QStringLiteral("v"), view);
        QCOMPARE(f.page->model().grouping(), BoardGrouping::Owner);
        f.page = std::make_unique<BoardPage>(f.book, f.store, f.ui, &f.window);
        QCOMPARE(f.page->model().grouping(), BoardGrouping::Owner);
        // A view from before there were groups has none.
        QJsonObject older = view;
        older.remove(QStringLiteral("group"));
        f.page->showView(QStringLiteral("v"), older);
        QCOMPARE(f.page->model().grouping(), BoardGrouping::None);
    }

    void whoIsAloneIsNotOfferedGroups()
    {
        BoardFixture f;
        name(f, {QStringLiteral("Mia Stone")});
        open(f);
        const auto offered = [&] {
            const auto commands = f.page->commands();
            return std::ranges::any_of(
                commands, [](const PageCommand& command) { return command.id == QLatin1String("board.group"); });
        };
        QVERIFY(!offered());
        name(f, {QStringLiteral("Mia Stone"), QStringLiteral("Abe Long")});
        QVERIFY(offered());
    }

    void theKeyboardWalksAcrossHeadings()
    {
        BoardFixture f;
        name(f, {QStringLiteral("Mia Stone"), QStringLiteral("Abe Long")});
        const LeadId a = add(f, "new", QStringLiteral("A"), 0);
        const LeadId b = add(f, "new", QStringLiteral("B"), 1);
        open(f);
        f.page->setSort(BoardSort::Name);
        f.page->setGrouping(BoardGrouping::Owner);
        ColumnView& cards = f.cards("new");
        QCOMPARE(cards.leadAt(0), b); // Abe before Mia
        QCOMPARE(cards.cardRect(1).top() - cards.cardRect(0).top(), f.page->state().step() + BoardState::headingHeight);
        f.page->state().select(b, BoardState::Select::Only);
        cards.setFocus();
        QTest::keyClick(&cards, Qt::Key_Down);
        QCOMPARE(f.page->state().current(), a);
        QTest::mouseClick(&cards, Qt::LeftButton, Qt::NoModifier, cards.cardRect(0).center());
        QCOMPARE(f.page->state().current(), b);
        QCOMPARE(cards.rowAt(cards.headingRect(1).center()), -1);
        QCOMPARE(cards.headingAt(cards.headingRect(1).center()), 1);
        // Moving a card on keeps its owner.
        QTest::keyClick(&cards, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.book.leads().value(b).stage, f.stage("attempted"));
        QCOMPARE(f.book.leads().value(b).owner, f.book.catalogue().users[1].id);
        QCOMPARE(cards.places().groups(), 1);
    }

    void aDropAmongOthersChangesTheStageOnly()
    {
        BoardFixture f;
        name(f, {QStringLiteral("Mia Stone"), QStringLiteral("Abe Long")});
        const LeadId lead = add(f, "new", QStringLiteral("Wanderer"), 0);
        for (int i = 0; i < 3; ++i) {
            add(f, "contacted", QStringLiteral("Abe's %1").arg(i), 1);
            add(f, "contacted", QStringLiteral("Mia's %1").arg(i), 0);
        }
        open(f);
        f.page->setGrouping(BoardGrouping::Owner);
        for (const BoardSort sort : {BoardSort::Name, BoardSort::MyOrder, BoardSort::LongestInStage}) {
            f.page->setSort(sort);
            ColumnView& cards = f.cards("contacted");
            // Wherever it is held, the mark stands within its own group.
            for (int gap = 0; gap <= 6; ++gap) {
                const int lands = f.page->model().landingRow(f.stage("contacted"), lead, gap);
                QVERIFY(lands >= 3 && lands <= 6);
            }
            BoardFixture::drop(cards, cards.cardRect(1).center(), {lead});
            QTRY_COMPARE(f.book.leads().value(lead).stage, f.stage("contacted"));
            QCOMPARE(f.book.leads().value(lead).owner, f.book.catalogue().users[0].id);
            QTRY_VERIFY(!f.store.isPending(lead));
            QCOMPARE(cards.places().groupOf(cards.rowOf(lead)), 1);
            BoardFixture::drop(f.cards("new"), QPoint(60, 20), {lead});
            QTRY_COMPARE(f.book.leads().value(lead).stage, f.stage("new"));
            QTRY_VERIFY(!f.store.isPending(lead));
        }
        QCOMPARE(f.commands<AssignLeads>().size(), std::size_t(0));
    }

    void whoGetsALeadGetsAHeading()
    {
        BoardFixture f;
        name(f, {QStringLiteral("Mia Stone"), QStringLiteral("Abe Long")});
        const LeadId lead = add(f, "new", QStringLiteral("A"), 0);
        open(f);
        f.page->setGrouping(BoardGrouping::Owner);
        ColumnView& cards = f.cards("new");
        cards.grab();
        QCOMPARE(cards.group(0).name, QStringLiteral("Mia Stone"));
        // It stays the only one, in its place: only the heading is another.
        f.book.changeElsewhere({lead}, [&](LeadCard& card) { card.owner = f.book.catalogue().users[1].id; });
        QTRY_COMPARE(cards.group(0).name, QStringLiteral("Abe Long"));
        Catalogue catalogue = f.book.catalogue();
        catalogue.users[1].lastName = QStringLiteral("Longer");
        f.book.setCatalogue(catalogue);
        QTRY_COMPARE(cards.group(0).name, QStringLiteral("Abe Longer"));
    }

    void screenReadersHearTheHeadings()
    {
        BoardFixture f;
        name(f, {QStringLiteral("Mia Stone"), QStringLiteral("Abe Long")});
        const LeadId a = add(f, "new", QStringLiteral("A"), 0);
        add(f, "new", QStringLiteral("B"), 0);
        const LeadId c = add(f, "new", QStringLiteral("C"), 1);
        open(f);
        f.page->setSort(BoardSort::Name);
        f.page->setGrouping(BoardGrouping::Owner);
        ColumnView& cards = f.cards("new");
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&cards);
        QCOMPARE(list->childCount(), 5);
        const auto says = [&](int child) { return list->child(child)->text(QAccessible::Name); };
        QCOMPARE(list->child(0)->role(), QAccessible::Heading);
        QCOMPARE(says(0), QStringLiteral("Abe Long, 1 lead(s)"));
        QVERIFY(says(1).startsWith(QStringLiteral("C")));
        QCOMPARE(says(2), QStringLiteral("Mia Stone, 2 lead(s)"));
        QVERIFY(says(3).startsWith(QStringLiteral("A")));
        for (int child = 0; child < 5; ++child) {
            QAccessibleInterface* entry = list->child(child);
            QCOMPARE(list->indexOfChild(entry), child);
            const QPoint center = entry->rect().center();
            QCOMPARE(list->childAt(center.x(), center.y()), entry);
        }
        f.page->state().select(a, BoardState::Select::Only);
        cards.setFocus();
        QCOMPARE(list->focusChild(), list->child(3));
        // A heading that goes is no longer there.
        QAccessibleInterface* gone = list->child(0);
        f.book.removeElsewhere({c});
        QTRY_COMPARE(list->childCount(), 3);
        QVERIFY(!gone->isValid());
        QCOMPARE(list->indexOfChild(gone), -1);
    }

    void theHeadingAtTheTopStays()
    {
        BoardFixture f;
        name(f, {QStringLiteral("Mia Stone"), QStringLiteral("Abe Long")});
        for (int i = 0; i < 30; ++i) {
            add(f, "new", QStringLiteral("Lead %1").arg(i, 2, 10, QLatin1Char('0')), i < 15 ? 1 : 0);
        }
        open(f);
        f.page->setSort(BoardSort::Name);
        f.page->setGrouping(BoardGrouping::Owner);
        ColumnView& cards = f.cards("new");
        cards.setOffset(700);
        QCOMPARE(cards.headingRect(0).top(), 0);
        QCOMPARE(cards.rowAt(QPoint(60, 10)), -1); // the heading covers what is below it
        // Pushed out by the next one.
        cards.setOffset(cards.places().headingTop(1) - 10);
        QCOMPARE(cards.headingRect(0).bottom() + 1, cards.headingRect(1).top());
        cards.setOffset(cards.places().headingTop(1) + 40);
        QCOMPARE(cards.headingRect(1).top(), 0);
        // A card that the keyboard goes to is not left below it.
        f.page->state().select(cards.leadAt(17), BoardState::Select::Only);
        cards.ensureVisible(17);
        QVERIFY(cards.cardRect(17).top() >= cards.headingRect(1).bottom());
        cards.ensureVisible(15);
        QVERIFY(cards.cardRect(15).top() >= cards.headingRect(1).bottom());
        // What is seen stays where it is when leads go elsewhere.
        cards.setOffset(cards.places().top(20));
        const LeadId top = cards.leadAt(20);
        const int y = cards.cardRect(20).top();
        f.book.removeElsewhere({cards.leadAt(2), cards.leadAt(16)});
        QTRY_COMPARE(cards.count(), 28);
        QCOMPARE(cards.cardRect(cards.rowOf(top)).top(), y);
        QVERIFY(!cards.grab().isNull());
    }

    void manyLeadsAreGroupedToo()
    {
        BoardFixture f;
        f.addMany(100'000);
        open(f);
        f.page->setGrouping(BoardGrouping::Owner);
        ColumnView& cards = f.cards("new");
        QTRY_VERIFY(cards.count() > 1000);
        QTRY_VERIFY(f.page->model().isSettled());
        QVERIFY(cards.places().groups() > 2);
        const int most = cards.maximumOffset();
        for (int i = 0; i <= 40; ++i) {
            cards.setOffset(int(qint64(most) * i / 40));
            cards.repaint();
        }
        QCOMPARE(cards.offset(), most);
        QVERIFY(f.page->state().pictures() < 2'000);
        int rows = 0;
        for (int group = 0; group < cards.places().groups(); ++group) {
            rows += cards.group(group).rows;
        }
        QCOMPARE(rows, cards.count());
        cards.setOffset(most / 2);
        f.picture(QStringLiteral("board-groups-100000"));
    }

    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("compact");
        QTest::newRow("light") << false << false;
        QTest::newRow("dark") << true << false;
        QTest::newRow("dark-compact") << true << true;
    }
    void looks()
    {
        QFETCH(const bool, dark);
        QFETCH(const bool, compact);
        BoardFixture f(dark ? Theme::Appearance::Dark : Theme::Appearance::Light);
        name(f,
             {QStringLiteral("Hannah Brandt"), QStringLiteral("Bartholomew Featherstonehaugh-Cholmondeley of Wallop"),
              QStringLiteral("Ana Ruiz"), QStringLiteral("Li Wei")});
        f.addMany(60);
        open(f, QSize(1280, 720));
        f.page->setDensity(compact ? Density::Compact : Density::Comfortable);
        f.page->setGrouping(BoardGrouping::Owner);
        if (f.cards("contacted").count() > 1) {
            f.page->state().select(f.cards("contacted").leadAt(1), BoardState::Select::Only);
        }
        f.cards("new").setOffset(60);
        QTest::qWait(1);
        QVERIFY(!f.page->grab().isNull());
        f.picture(QStringLiteral("board-groups-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    }
};

QTEST_MAIN(TestBoardGroups)
#include "tst_board_groups.moc"
