// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/ui/board/board_fixture.h"

#include <QAccessible>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>

using namespace keyturn;
using test::BoardFixture;

class TestBoardPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void showsEveryOpenStageAndFoldsTheRest()
    {
        BoardFixture f;
        f.add("contacted", QStringLiteral("Ann Lee"), 250'000);
        f.open();
        int open = 0;
        for (const Stage& stage : f.book.catalogue().stages) {
            open += stage.kind == StageKind::Open ? 1 : 0;
            QCOMPARE(f.page->view().column(stage.id) != nullptr, stage.kind == StageKind::Open);
        }
        QCOMPARE(int(f.page->view().columns().size()), open);
        QVERIFY(f.page->view().foldedColumns().back()->isGroup());
        QCOMPARE(f.cards("contacted").count(), 1);
        const auto status = f.page->status();
        QCOMPARE(status.at(1).strong, QStringLiteral("$250,000"));
        QVERIFY(status.at(0).text.startsWith(QLatin1Char('1')));
    }

    void arrowsWalkTheBoard()
    {
        BoardFixture f;
        const LeadId a = f.add("new", QStringLiteral("A"));
        f.add("new", QStringLiteral("B"));
        const LeadId c = f.add("contacted", QStringLiteral("C"));
        f.open();
        f.page->setSort(BoardSort::Name);
        f.page->state().select(a, BoardState::Select::Only);
        f.page->focusContent();
        QWidget* column = &f.cards("new");
        QTRY_VERIFY(column->hasFocus());
        QTest::keyClick(column, Qt::Key_Down);
        QCOMPARE(f.page->state().current(), f.cards("new").leadAt(1));
        QTest::keyClick(column, Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(f.page->state().selectionSize(), 2);
        QTest::keyClick(column, Qt::Key_Right); // attempted is empty, but the keyboard goes there
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(f.page->state().current(), c);
        QCOMPARE(QApplication::focusWidget(), &f.cards("contacted"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(!f.page->state().isSelected(c));
        QSignalSpy opened(f.page.get(), &Page::openLeadRequested);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened.at(0).at(1).value<LeadPlace>(), LeadPlace::Panel);
        QCOMPARE(opened.at(1).at(1).value<LeadPlace>(), LeadPlace::Page);
    }

    void typingFindsANameInTheColumn()
    {
        BoardFixture f;
        f.add("new", QStringLiteral("Ann Lee"));
        const LeadId bert = f.add("new", QStringLiteral("Bert Moss"));
        f.add("new", QStringLiteral("Bella Cruz"));
        f.open();
        f.cards("new").setFocus();
        QTest::keyClicks(&f.cards("new"), QStringLiteral("ber"));
        QCOMPARE(f.page->state().current(), bert);
    }

    void theKeyboardMovesACardAndItLandsAtOnce()
    {
        BoardFixture f;
        const LeadId lead = f.add("new", QStringLiteral("Ann Lee"));
        f.open();
        f.page->state().select(lead, BoardState::Select::Only);
        f.page->focusContent();
        f.book.hold();
        QTest::keyClick(&f.cards("new"), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.stageOf(lead), f.stage("attempted")); // before any answer
        QVERIFY(f.store.isPending(lead));
        QCOMPARE(QApplication::focusWidget(), &f.cards("attempted"));
        f.book.release();
        QTRY_VERIFY(!f.store.isPending(lead));
        QCOMPARE(f.book.leads().value(lead).stage, f.stage("attempted"));
        QTest::keyClick(&f.cards("attempted"), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.book.leads().value(lead).stage, f.stage("new"));
    }

    void severalCardsMoveAsOneCommand()
    {
        BoardFixture f;
        std::vector<LeadId> leads;
        for (int i = 0; i < 4; ++i) {
            leads.push_back(f.add("new", QStringLiteral("Lead %1").arg(i)));
        }
        f.open();
        f.page->state().selectStage(f.stage("new"));
        ColumnView& target = f.cards("contacted");
        BoardFixture::drop(target, QPoint(60, 20), f.page->state().selected());
        QTRY_COMPARE(f.book.leads().value(leads[3]).stage, f.stage("contacted"));
        QCOMPARE(f.commands<MoveStage>().size(), size_t(1));
        QCOMPARE(f.commands<MoveStage>().front().leads.size(), size_t(4));
        QVERIFY(!target.isDropTarget());
    }

    void aRefusedMoveGoesBackAndSaysWhy()
    {
        BoardFixture f;
        const LeadId lead = f.add("new", QStringLiteral("Ann Lee"));
        f.open();
        QSignalSpy failed(f.page.get(), &Page::failed);
        f.book.failNext(Error{Error::Kind::Refused, QStringLiteral("The book is closed for today."), {}, {}});
        BoardFixture::drop(f.cards("contacted"), QPoint(60, 20), {lead});
        QCOMPARE(f.stageOf(lead), f.stage("contacted"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().message, QStringLiteral("The book is closed for today."));
        QCOMPARE(f.stageOf(lead), f.stage("new"));
        QVERIFY(!f.store.isPending(lead));
    }

    void arrangingSwitchesToMyOrder()
    {
        BoardFixture f;
        const LeadId a = f.add("new", QStringLiteral("A"));
        const LeadId b = f.add("new", QStringLiteral("B"));
        const LeadId c = f.add("new", QStringLiteral("C"));
        f.open();
        f.page->setSort(BoardSort::Name);
        QSignalSpy noticed(f.page.get(), &Page::noticed);
        ColumnView& cards = f.cards("new");
        BoardFixture::drop(cards, QPoint(60, cards.cardRect(0).top() + 2), {c}); // to the top
        QTRY_COMPARE(f.page->model().sort(), BoardSort::MyOrder);
        QCOMPARE(noticed.size(), 1);
        QCOMPARE(f.commands<ArrangeCards>().front().leads, (std::vector<LeadId>{c, a, b}));
        QTRY_COMPARE(cards.leadAt(0), c);
        QTRY_COMPARE(cards.leadAt(1), a);
        // And by keyboard, one place down.
        f.page->state().select(c, BoardState::Select::Only);
        cards.setFocus();
        QTest::keyClick(&cards, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(cards.leadAt(1), c);
        QCOMPARE(cards.leadAt(0), a);
    }

    void theDropMarkTellsWhereTheCardWillStand()
    {
        BoardFixture f;
        f.add("contacted", QStringLiteral("Anna"));
        f.add("contacted", QStringLiteral("Zoe"));
        const LeadId lead = f.add("new", QStringLiteral("Mia"));
        f.open();
        f.page->setSort(BoardSort::Name);
        // Dropped at the top, but the board is sorted by name.
        QCOMPARE(f.page->model().landingRow(f.stage("contacted"), lead, 0), 1);
        BoardFixture::drop(f.cards("contacted"), QPoint(60, 5), {lead});
        QCOMPARE(f.cards("contacted").rowOf(lead), 1);
        f.page->setSort(BoardSort::MyOrder);
        QCOMPARE(f.page->model().landingRow(f.stage("new"), lead, 0), 0);
    }

    void anExitAsksForItsReason()
    {
        BoardFixture f;
        const LeadId lead = f.add("new", QStringLiteral("Ann Lee"));
        f.open();
        f.page->view().fold(f.stage("lost"), false);
        BoardFixture::drop(f.cards("lost"), QPoint(60, 20), {lead});
        QCOMPARE(f.stageOf(lead), f.stage("lost")); // it lands while the question stands open
        QVERIFY(f.book.submitted.empty());
        auto* codes = f.page->window()->findChild<QListWidget*>(QStringLiteral("reasonCodes"));
        QVERIFY(codes != nullptr && codes->isVisible());
        f.picture(QStringLiteral("board-reason"));
        QTest::keyClick(codes, Qt::Key_Escape);
        QTRY_COMPARE(f.stageOf(lead), f.stage("new"));
        QVERIFY(f.book.submitted.empty());

        QTRY_VERIFY(f.page->window()->findChild<QListWidget*>(QStringLiteral("reasonCodes")) == nullptr);
        BoardFixture::drop(f.cards("lost"), QPoint(60, 20), {lead});
        codes = f.page->window()->findChild<QListWidget*>(QStringLiteral("reasonCodes"));
        QVERIFY(codes != nullptr);
        auto* move = f.page->window()->findChild<QAbstractButton*>(QStringLiteral("reasonMove"));
        QVERIFY(!move->isEnabled()); // nothing is chosen beforehand
        QTest::keyClick(codes, Qt::Key_Down);
        codes->setCurrentRow(1);
        QVERIFY(move->isEnabled());
        QTest::keyClick(codes, Qt::Key_Return);
        QTRY_COMPARE(f.commands<MoveStage>().size(), size_t(1));
        QCOMPARE(f.commands<MoveStage>().front().reasonCode, f.book.catalogue().exitReasons.at(1));
        QTRY_COMPARE(f.book.leads().value(lead).stage, f.stage("lost"));
    }

    void somethingElseNeedsWords()
    {
        BoardFixture f;
        const LeadId lead = f.add("new", QStringLiteral("Ann Lee"));
        f.open();
        f.page->view().fold(f.stage("lost"), false);
        BoardFixture::drop(f.cards("lost"), QPoint(60, 20), {lead});
        QWidget* window = f.page->window();
        auto* codes = window->findChild<QListWidget*>(QStringLiteral("reasonCodes"));
        QVERIFY(codes != nullptr);
        codes->setCurrentRow(codes->count() - 1);
        QCOMPARE(codes->currentItem()->data(Qt::UserRole).toString(), QStringLiteral("other"));
        auto* move = window->findChild<QAbstractButton*>(QStringLiteral("reasonMove"));
        QVERIFY(!move->isEnabled());
        auto* text = window->findChild<QWidget*>(QStringLiteral("reasonText"))->findChild<QLineEdit*>();
        QTest::keyClicks(text, QStringLiteral("Moved abroad"));
        QVERIFY(move->isEnabled());
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(f.commands<MoveStage>().size(), size_t(1));
        QCOMPARE(f.commands<MoveStage>().front().reasonText, QStringLiteral("Moved abroad"));
    }

    void theGroupOfExitsAsksWhichOne()
    {
        BoardFixture f;
        const LeadId lead = f.add("new", QStringLiteral("Ann Lee"));
        f.open();
        FoldedColumn* exits = f.page->view().foldedColumns().back();
        QVERIFY(exits->isGroup());
        BoardFixture::drop(*exits, exits->rect().center(), {lead});
        QCOMPARE(f.stageOf(lead), f.stage("new")); // not before it is known where to
        auto* codes = f.page->window()->findChild<QListWidget*>(QStringLiteral("reasonCodes"));
        QVERIFY(codes != nullptr);
        codes->setCurrentRow(0);
        QTest::keyClick(codes, Qt::Key_Return);
        QTRY_COMPARE(f.commands<MoveStage>().size(), size_t(1));
        QCOMPARE(f.commands<MoveStage>().front().to, exits->stages().front());
    }

    void foldingIsRemembered()
    {
        BoardFixture f;
        f.add("contacted", QStringLiteral("Ann Lee"));
        f.open();
        f.page->view().fold(f.stage("contacted"), true);
        QVERIFY(f.page->view().column(f.stage("contacted")) == nullptr);
        QVERIFY(
            f.preferences.value(QStringLiteral("board.folded")).toStringList().contains(QStringLiteral("contacted")));
        f.page = std::make_unique<BoardPage>(f.book, f.store, f.ui, &f.window);
        QVERIFY(f.page->view().column(f.stage("contacted")) == nullptr);
        FoldedColumn* folded = nullptr;
        for (FoldedColumn* each : f.page->view().foldedColumns()) {
            if (each->stages() == QList<StageId>{f.stage("contacted")}) {
                folded = each;
            }
        }
        QVERIFY(folded != nullptr);
        QCOMPARE(folded->words().at(2), QStringLiteral("$100,000"));
        folded->click();
        QVERIFY(f.page->view().column(f.stage("contacted")) != nullptr);
    }

    void aFoldedColumnUnfoldsUnderADrag()
    {
        BoardFixture f;
        const LeadId lead = f.add("new", QStringLiteral("Ann Lee"));
        f.open();
        FoldedColumn* exits = f.page->view().foldedColumns().back();
        QMimeData mime;
        mime.setData(QString::fromLatin1(PipelineModel::leadMimeType), PipelineModel::encode({lead}));
        QDragEnterEvent enter(exits->rect().center(), Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(exits, &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(f.page->view().column(f.stage("lost")) == nullptr); // a mere crossing opens nothing
        QTRY_VERIFY(f.page->view().column(f.stage("lost")) != nullptr);
        QVERIFY(f.cards("lost").isVisible());
    }

    void aFilterHidesAndClearsAgain()
    {
        BoardFixture f;
        const LeadId ann = f.add("new", QStringLiteral("Ann Lee"));
        f.add("new", QStringLiteral("Bert Moss"));
        f.open();
        f.page->state().selectStage(f.stage("new"));
        auto* text = f.page->findChild<QLineEdit*>(QStringLiteral("filterText"));
        QTest::keyClicks(text, QStringLiteral("ann"));
        QTRY_COMPARE(f.cards("new").count(), 1);
        QCOMPARE(f.cards("new").leadAt(0), ann);
        QCOMPARE(f.page->state().selectionSize(), 1); // what cannot be seen is not selected
        text->setText(QStringLiteral("nobody is called this"));
        auto* clear = f.page->findChild<QAbstractButton*>(QStringLiteral("clearFilters"));
        QTRY_VERIFY(clear->isVisible());
        clear->click();
        QTRY_COMPARE(f.cards("new").count(), 2);
        QVERIFY(!clear->isVisible());
    }

    void aChipOffersItsChoicesAndClears()
    {
        BoardFixture f;
        f.addMany(80);
        f.open();
        f.page->filterBar().chooseView(QStringLiteral("team"));
        const qint64 all = f.page->model().allFigures().count;
        QCOMPARE(all, 80);
        auto* chip = f.page->findChild<QAbstractButton*>(QStringLiteral("filterTemperature"));
        QTest::mouseClick(chip, Qt::LeftButton);
        auto* choices = f.window.findChild<QListWidget*>(QStringLiteral("filterChoices"));
        QVERIFY(choices != nullptr && choices->isVisible());
        QTest::keyClick(choices, Qt::Key_Down);
        QTest::keyClick(choices, Qt::Key_Space);
        QCOMPARE(f.page->filterBar().own().temperatures.size(), size_t(1));
        QVERIFY(f.page->model().allFigures().count < all);
        const QRect second = choices->visualItemRect(choices->item(0));
        QTest::mouseClick(choices->viewport(), Qt::LeftButton, Qt::NoModifier, second.center());
        QCOMPARE(f.page->filterBar().own().temperatures.size(), size_t(2));
        f.picture(QStringLiteral("board-filter"));
        QTest::keyClick(choices, Qt::Key_Escape);
        QTRY_VERIFY(f.window.findChild<QListWidget*>(QStringLiteral("filterChoices")) == nullptr);
        QVERIFY(chip->accessibleName().contains(QStringLiteral("Hot")));
        QTest::keyClick(chip, Qt::Key_Delete);
        QVERIFY(f.page->filterBar().own().isEmpty());
        QCOMPARE(f.page->model().allFigures().count, all);
    }

    void theFilterSurvivesARestart()
    {
        BoardFixture f;
        f.add("new", QStringLiteral("Ann Lee"));
        f.open();
        LeadFilter filter;
        filter.temperatures = {Temperature::Hot};
        filter.minValueCents = 5'000'00;
        f.page->filterBar().setOwn(filter);
        f.page->setDensity(Density::Compact);
        f.page->setSort(BoardSort::HighestAmount);
        f.page = std::make_unique<BoardPage>(f.book, f.store, f.ui, &f.window);
        QCOMPARE(f.page->filterBar().own(), filter);
        QCOMPARE(f.page->state().density(), Density::Compact);
        QCOMPARE(f.page->model().sort(), BoardSort::HighestAmount);
    }

    void anEmptyBookOffersTheFirstStep()
    {
        BoardFixture f;
        f.open();
        auto* first = f.page->findChild<QAbstractButton*>(QStringLiteral("emptyNewLead"));
        QTRY_VERIFY(first->isVisible());
        QSignalSpy wanted(f.page.get(), &Page::newLeadRequested);
        first->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(f.page->status().front().text, QStringLiteral("No leads yet"));
        // As many columns as there is room for, the rest as one; nothing scrolls sideways.
        const auto stages = static_cast<qsizetype>(f.book.catalogue().stages.size());
        const auto shown = static_cast<qsizetype>(f.page->view().columns().size());
        QVERIFY(shown > 3 && shown < stages);
        QCOMPARE(f.page->view().horizontalScrollBar()->maximum(), 0);
        QCOMPARE(f.page->view().foldedColumns().size(), std::size_t(1));
        FoldedColumn* more = f.page->view().foldedColumns().front();
        QCOMPARE(more->stages().size(), stages - shown);
        QVERIFY(more->words().join(u' ').contains(QString::number(stages - shown)));
        auto* slot = f.page->findChild<QAbstractButton*>(QStringLiteral("firstLead"));
        QVERIFY(slot->isVisible());
        QTest::keyClick(slot, Qt::Key_Return);
        QCOMPARE(wanted.size(), 2);
        f.picture(QStringLiteral("board-empty"));
        f.book.add([&] {
            LeadCard card;
            card.id = test::leadId(900);
            card.stage = f.stage("new");
            card.name = QStringLiteral("First Lead");
            return card;
        }());
        f.book.changeElsewhere({test::leadId(900)}, [](LeadCard&) {});
        QTRY_VERIFY(!first->isVisible());
        QTRY_VERIFY(f.page->findChild<QAbstractButton*>(QStringLiteral("firstLead")) == nullptr);
        QVERIFY(static_cast<qsizetype>(f.page->view().columns().size()) > shown);
    }

    void theOtherStagesOfAnEmptyBoardUnfold()
    {
        BoardFixture f;
        f.open();
        const auto before = f.page->view().columns().size();
        QTest::mouseClick(f.page->view().foldedColumns().front(), Qt::LeftButton);
        QVERIFY(f.page->view().columns().size() > before);
        QVERIFY(f.page->view().horizontalScrollBar()->maximum() > 0);
        QVERIFY(f.page->findChild<QAbstractButton*>(QStringLiteral("emptyNewLead"))->isVisible());
    }

    void aDragAtTheEdgeScrollsTheColumn()
    {
        BoardFixture f;
        for (int i = 0; i < 40; ++i) {
            f.add("new", QStringLiteral("Lead %1").arg(i, 2, 10, QLatin1Char('0')));
        }
        const LeadId other = f.add("contacted", QStringLiteral("Wanderer"));
        f.open();
        ColumnView& cards = f.cards("new");
        QMimeData mime;
        mime.setData(QString::fromLatin1(PipelineModel::leadMimeType), PipelineModel::encode({other}));
        const QPoint low(cards.width() / 2, cards.height() - 6);
        QDragEnterEvent enter(low, Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&cards, &enter);
        QDragMoveEvent move(low, Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&cards, &move);
        QTRY_VERIFY(cards.offset() > f.page->state().step());
        QDragLeaveEvent leave;
        QApplication::sendEvent(&cards, &leave);
        const int stopped = cards.offset();
        QTest::qWait(100);
        QCOMPARE(cards.offset(), stopped);
    }

    void columnsComeToNewCardsOneAfterTheOther()
    {
        BoardFixture f;
        f.addMany(1200);
        f.open();
        QTRY_VERIFY(f.page->model().isSettled());
        std::vector<ColumnView*> shown;
        for (const StageColumn* column : f.page->view().columns()) {
            if (!column->visibleRegion().isEmpty() && column->cards().maximumOffset() > 1000) {
                shown.push_back(&column->cards());
            }
        }
        QVERIFY(shown.size() > 4);
        f.window.grab();
        qsizetype before = f.page->state().pictures();
        qsizetype most = 0;
        qsizetype all = 0;
        for (int offset = 24; offset < 900; offset += 24) {
            for (ColumnView* cards : shown) {
                cards->setOffset(offset);
            }
            f.window.grab();
            const qsizetype now = f.page->state().pictures();
            most = std::max(most, now - before);
            all += now - before;
            before = now;
        }
        QVERIFY(all >= 4 * std::ssize(shown)); // of six, some of which were painted before
        QVERIFY2(most <= std::ssize(shown) / 2, qPrintable(QString::number(most)));
    }

    // All leads are told anew when the rest of a book comes, and each minute; what is painted of most stays the same.
    void whatLooksTheSameIsNotPaintedAgain()
    {
        BoardFixture f;
        const LeadId ann = f.add("new", QStringLiteral("Ann Lee"));
        const LeadId bob = f.add("new", QStringLiteral("Bob Ray"));
        f.open();
        PipelineModel& model = f.page->model();
        BoardState state(f.store, model, f.theme); // of no window, which would paint when it likes to
        const auto picture = [&](LeadId lead) {
            return state.picture(model.indexOf(lead), lead, 200, Qt::white, 1).cacheKey();
        };
        const auto before = std::pair(picture(ann), picture(bob));
        QVERIFY(before.first != before.second);
        const QModelIndex stage = model.index(0, 0);
        Q_EMIT model.dataChanged(model.index(0, 0, stage), model.index(1, 0, stage));
        QVERIFY(std::pair(picture(ann), picture(bob)) == before);
        f.book.changeElsewhere({ann}, [](LeadCard& card) { card.name = QStringLiteral("Ann Lee-Ray"); });
        QTRY_VERIFY(picture(ann) != before.first);
        QCOMPARE(picture(bob), before.second);
        // Filtered away and changed meanwhile.
        LeadFilter filter;
        filter.text = QStringLiteral("ann");
        model.setFilter(filter);
        QTRY_VERIFY(!model.indexOf(bob).isValid());
        f.book.changeElsewhere({bob}, [](LeadCard& card) { card.valueCents = 12'345'600; });
        model.setFilter({});
        QTRY_VERIFY(model.indexOf(bob).isValid());
        QTRY_VERIFY(picture(bob) != before.second);
        const qint64 changed = picture(bob);
        model.setFilter(filter);
        QTRY_VERIFY(!model.indexOf(bob).isValid());
        model.setFilter({});
        QTRY_VERIFY(model.indexOf(bob).isValid());
        QCOMPARE(picture(bob), changed);
    }

    void coloursOfStagesReachTheBoard()
    {
        BoardFixture f;
        f.add("contacted", QStringLiteral("Ann Lee"));
        Catalogue catalogue = f.book.catalogue();
        const auto paintedDot = [&] {
            const StageColumn* column = f.page->view().column(f.stage("contacted"));
            return column->header().grab().toImage().pixelColor(16, 19);
        };
        f.open();
        for (const char* color : {"#A24BC0", "#279160"}) {
            for (Stage& stage : catalogue.stages) {
                if (stage.key == QLatin1String("contacted")) {
                    stage.color = QLatin1String(color);
                }
            }
            f.book.setCatalogue(catalogue);
            QTRY_COMPARE(paintedDot(), QColor(QLatin1String(color)));
        }
    }

    void selectionAndScrollSurviveChanges()
    {
        BoardFixture f;
        for (int i = 0; i < 60; ++i) {
            f.add("new", QStringLiteral("Lead %1").arg(i, 2, 10, QLatin1Char('0')));
        }
        f.open();
        f.page->setSort(BoardSort::Name);
        ColumnView& cards = f.cards("new");
        cards.setOffset(20 * f.page->state().step() + 10);
        const LeadId top = cards.leadAt(20);
        f.page->state().select(top, BoardState::Select::Only);
        const int y = cards.cardRect(20).top();
        f.book.removeElsewhere({cards.leadAt(3), cards.leadAt(4)});
        QTRY_COMPARE(cards.count(), 58);
        QCOMPARE(cards.rowOf(top), 18);
        QCOMPARE(cards.cardRect(18).top(), y);
        QVERIFY(f.page->state().isSelected(top));
    }

    void aLimitThatIsPassedIsSaid()
    {
        BoardFixture f;
        Catalogue catalogue = f.book.catalogue();
        for (Stage& stage : catalogue.stages) {
            if (stage.key == QLatin1String("processing")) {
                stage.wipLimit = 1;
            }
        }
        f.book.setCatalogue(catalogue);
        f.add("processing", QStringLiteral("Ann Lee"));
        const LeadId lead = f.add("new", QStringLiteral("Bert Moss"));
        f.open();
        QSignalSpy noticed(f.page.get(), &Page::noticed);
        f.page->moveLeads({lead}, f.stage("processing"), -1, QPoint());
        QCOMPARE(noticed.size(), 1);
        QVERIFY(noticed.at(0).at(0).toString().contains(QStringLiteral("limit is 1")));
    }

    void screenReadersSeeAListOfCards()
    {
        BoardFixture f;
        const LeadId lead = f.add("new", QStringLiteral("Ann Lee"));
        f.add("new", QStringLiteral("Bert Moss"));
        f.open();
        f.page->setSort(BoardSort::Name);
        ColumnView& cards = f.cards("new");
        f.page->state().select(lead, BoardState::Select::Only);
        cards.setFocus();
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&cards);
        QVERIFY(list != nullptr);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 2);
        QAccessibleInterface* card = list->child(0);
        QVERIFY(card->text(QAccessible::Name).contains(QStringLiteral("Ann Lee")));
        QVERIFY(card->text(QAccessible::Name).contains(QStringLiteral("$100,000")));
        QVERIFY(card->state().selected);
        QVERIFY(!list->child(1)->state().selected);
        QCOMPARE(list->indexOfChild(card), 0);
        QCOMPARE(list->focusChild(), card);
        QCOMPARE(card->rect().size(), cards.cardRect(0).size());
        QSignalSpy opened(f.page.get(), &Page::openLeadRequested);
        card->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(opened.size(), 1);
    }

    void manyLeadsNeedNoMoreWidgets()
    {
        BoardFixture f;
        f.addMany(100'000);
        f.open();
        f.page->filterBar().chooseView(QStringLiteral("team"));
        ColumnView& cards = f.cards("new");
        QTRY_VERIFY(cards.count() > 1000);
        const auto widgets = f.page->findChildren<QWidget*>().size();
        const int most = cards.maximumOffset();
        for (int i = 0; i <= 40; ++i) {
            cards.setOffset(int(qint64(most) * i / 40));
            cards.repaint();
        }
        QCOMPARE(cards.offset(), most);
        QVERIFY(cards.cardRect(cards.count() - 1).bottom() < cards.height());
        QCOMPARE(f.page->findChildren<QWidget*>().size(), widgets);
        f.picture(QStringLiteral("board-100000"));
    }

    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("compact");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << false << false << QSize(1368, 820);
        QTest::newRow("dark") << true << false << QSize(1368, 820);
        QTest::newRow("light-compact") << false << true << QSize(1368, 820);
        QTest::newRow("dark-compact-small") << true << true << QSize(1208, 640);
        QTest::newRow("narrow") << false << true << QSize(967, 820);
    }
    void looks()
    {
        QFETCH(bool, dark);
        QFETCH(bool, compact);
        QFETCH(QSize, size);
        BoardFixture f(dark ? Theme::Appearance::Dark : Theme::Appearance::Light);
        f.addMany(160);
        f.preferences.setValue(
            QStringLiteral("board.folded"),
            QStringList{QStringLiteral("new"), QStringLiteral("attempted"), QStringLiteral("house_hunting"),
                        QStringLiteral("application"), QStringLiteral("disclosures"), QStringLiteral("underwriting"),
                        QStringLiteral("docs_out"), QStringLiteral("conditional_approval"), QStringLiteral("funded"),
                        QStringLiteral("past_client"), QStringLiteral("exits")});
        Catalogue catalogue = f.book.catalogue();
        for (Stage& stage : catalogue.stages) {
            if (stage.key == QLatin1String("processing")) {
                stage.wipLimit = 3;
            }
        }
        f.book.setCatalogue(catalogue);
        f.open(size);
        f.page->filterBar().chooseView(QStringLiteral("team"));
        f.page->setDensity(compact ? Density::Compact : Density::Comfortable);
        if (f.cards("contacted").count() > 1) {
            f.page->state().select(f.cards("contacted").leadAt(1), BoardState::Select::Only);
        }
        QTest::qWait(1);
        const QPixmap shot = f.page->grab();
        QCOMPARE(shot.deviceIndependentSize().toSize(), size);
        f.picture(QStringLiteral("board-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    }
};

QTEST_MAIN(TestBoardPage)
#include "tst_board_page.moc"
