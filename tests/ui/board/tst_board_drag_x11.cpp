// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/ui/board/board_fixture.h"

#include <QCursor>
#include <QDrag>
#include <QTimer>
#include <QWindow>

using namespace keyturn;
using test::BoardFixture;

/// A drag as a hand does it, through the window system: needs a real X server.
class TestBoardDrag : public QObject
{
    Q_OBJECT

private:
    // Presses at `from`, then walks to `to` step by step while the drag turns its own event loop, and lets go or
    // presses Esc there.
    static void drag(BoardFixture& f, ColumnView& source, QPoint from, QPoint to, bool cancel,
                     const std::function<void()>& underWay = {})
    {
        QWindow* window = f.window.windowHandle();
        QTimer walk;
        int step = 0;
        constexpr int steps = 12;
        QObject::connect(&walk, &QTimer::timeout, window, [&] {
            ++step;
            const QPoint at = from + (to - from) * std::min(step, steps) / steps;
            QCursor::setPos(at);
            QTest::mouseMove(window, window->mapFromGlobal(at));
            if (step == steps + 2 && underWay) {
                underWay();
            }
            if (step == steps + 4) {
                walk.stop();
                if (cancel) {
                    QTest::keyClick(window, Qt::Key_Escape);
                } else {
                    QTest::mouseRelease(window, Qt::LeftButton, Qt::NoModifier, window->mapFromGlobal(at));
                }
            }
        });
        QTimer guard;
        guard.setSingleShot(true);
        QObject::connect(&guard, &QTimer::timeout, window, [] { QDrag::cancel(); });
        guard.start(15'000);
        walk.start(30);
        QCursor::setPos(from);
        QTest::mousePress(&source, Qt::LeftButton, Qt::NoModifier, source.mapFromGlobal(from));
        QTest::mouseMove(&source, source.mapFromGlobal(from + QPoint(6, 6)));
        QTest::mouseMove(&source, source.mapFromGlobal(from + QPoint(16, 16)));
        QVERIFY2(guard.isActive(), "the drag hung");
    }

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void aCardIsDraggedToAnotherStage()
    {
        BoardFixture f;
        const LeadId lead = f.add("new", QStringLiteral("Ann Lee"));
        f.add("new", QStringLiteral("Bert Moss"));
        f.add("contacted", QStringLiteral("Cora Diaz"));
        f.open(QSize(1200, 700));
        f.page->setSort(BoardSort::Name);
        ColumnView& source = f.cards("new");
        ColumnView& target = f.cards("contacted");
        bool slotSeen = false;
        bool markSeen = false;
        drag(f, source, source.mapToGlobal(source.cardRect(0).center()), target.mapToGlobal(QPoint(80, 60)), false,
             [&] {
                 slotSeen = f.page->state().isDragged(lead);
                 markSeen = target.isDropTarget();
                 f.picture(QStringLiteral("board-dragging"));
             });
        QVERIFY(slotSeen);
        QVERIFY(markSeen);
        QTRY_COMPARE(f.book.leads().value(lead).stage, f.stage("contacted"));
        QCOMPARE(f.commands<MoveStage>().size(), size_t(1));
        QCOMPARE(target.rowOf(lead), 0);
        QVERIFY(!f.page->state().isDragged(lead));
        QVERIFY(!target.isDropTarget());
    }

    void escapeCallsTheDragOff()
    {
        BoardFixture f;
        const LeadId lead = f.add("new", QStringLiteral("Ann Lee"));
        f.open(QSize(1200, 700));
        ColumnView& source = f.cards("new");
        ColumnView& target = f.cards("contacted");
        drag(f, source, source.mapToGlobal(source.cardRect(0).center()), target.mapToGlobal(QPoint(80, 60)), true);
        QTRY_VERIFY(!f.page->state().isDragged(lead));
        QCOMPARE(f.stageOf(lead), f.stage("new"));
        QVERIFY(f.book.submitted.empty());
        QTRY_VERIFY(!target.isDropTarget());
    }

    void theSelectionIsDraggedTogether()
    {
        BoardFixture f;
        std::vector<LeadId> leads;
        for (const char* name : {"Ann", "Bert", "Cora"}) {
            leads.push_back(f.add("new", QString::fromLatin1(name)));
        }
        f.open(QSize(1200, 700));
        f.page->state().selectStage(f.stage("new"));
        ColumnView& source = f.cards("new");
        ColumnView& target = f.cards("contacted");
        drag(f, source, source.mapToGlobal(source.cardRect(1).center()), target.mapToGlobal(QPoint(80, 60)), false);
        for (const LeadId lead : leads) {
            QTRY_COMPARE(f.book.leads().value(lead).stage, f.stage("contacted"));
        }
        QCOMPARE(f.commands<MoveStage>().size(), size_t(1));
    }
};

QTEST_MAIN(TestBoardDrag)
#include "tst_board_drag_x11.moc"
