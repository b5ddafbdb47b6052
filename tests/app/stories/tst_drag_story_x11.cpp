// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/stories/story.h"

#include <QCursor>
#include <QDrag>
#include <QSignalSpy>
#include <QTimer>
#include <QWindow>

using namespace keyturn;
using test::Story;

namespace {

/// Count and cents of a stage, as the store keeps them.
std::pair<qint64, qint64> totalOf(const Story& story, const char* key)
{
    std::pair<qint64, qint64> sum;
    for (const StageTotal& total : Story::answer(story.workspace().totals())) {
        if (total.stage == story.stage(key)) {
            sum.first += total.count;
            sum.second += total.valueCents;
        }
    }
    return sum;
}

} // namespace

/// A card is dragged by a real drag of the window system, and everything that should know of it does.
class TestDragStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void everythingKnowsOfTheDrag()
    {
        Story story;
        story.open();
        ColumnView& source = story.cards("contacted");
        ColumnView& target = story.cards("prequalified");
        QVERIFY(source.count() > 0);
        const LeadId lead = source.leadAt(0);
        const qint64 cents =
            story.page().model().index(0, 0, story.page().model().stageIndex(story.stage("contacted"))).isValid()
                ? story.numberInFile(QStringLiteral("select coalesce(estimated_value_cents, 0) from "
                                                    "leads where id = '%1';")
                                         .arg(lead.toString()))
                : 0;
        const auto fromBefore = totalOf(story, "contacted");
        const auto toBefore = totalOf(story, "prequalified");
        const qint64 logBefore = story.numberInFile(QStringLiteral("select count(*) from lead_activities;"));
        QSignalSpy changed(&story.workspace(), &Workspace::changed);

        drag(story, source, source.mapToGlobal(source.cardRect(0).center()),
             target.mapToGlobal(QPoint(target.width() / 2, 60)));

        QTRY_COMPARE(changed.size(), 1);
        // The board
        QTRY_COMPARE(target.rowOf(lead) >= 0, true);
        QCOMPARE(source.rowOf(lead), -1);
        QCOMPARE(changed.front().front().value<ChangeSet>().command, QStringLiteral("move_stage"));
        // The database, asked by somebody else
        QTRY_COMPARE(story.stageInFile(lead), QByteArray("prequalified"));
        QCOMPARE(story.numberInFile(QStringLiteral("select count(*) from lead_activities;")), logBefore + 1);
        // The totals
        QCOMPARE(totalOf(story, "contacted"), std::pair(fromBefore.first - 1, fromBefore.second - cents));
        QCOMPARE(totalOf(story, "prequalified"), std::pair(toBefore.first + 1, toBefore.second + cents));
        const QModelIndex column = story.page().model().stageIndex(story.stage("prequalified"));
        QTRY_COMPARE(column.data(PipelineModel::AllCount).toLongLong(), toBefore.first + 1);
        QCOMPARE(column.data(PipelineModel::AllTotalCents).toLongLong(), toBefore.second + cents);
        // The timeline
        TimelineQuery query;
        query.lead = lead;
        query.limit = 1;
        const TimelinePage page = Story::answer(story.workspace().timeline(query));
        QCOMPARE(page.entries.front().type, QStringLiteral("status_changed"));
        QCOMPARE(page.entries.front().fromStage, QStringLiteral("contacted"));
        QCOMPARE(page.entries.front().toStage, QStringLiteral("prequalified"));
        // The audit chain
        for (const Check& check : Story::answer(story.workspace().verify())) {
            QVERIFY2(check.ok, qPrintable(QString(check.name + QStringLiteral(": ") + check.detail)));
        }
        // And back again, by one key
        story.program->workbench()->undo();
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(story.stageInFile(lead), QByteArray("contacted"));
        QCOMPARE(totalOf(story, "contacted"), fromBefore);
    }

private:
    /// Presses at `from`, walks to `to` while the drag turns its own event loop, and lets go there.
    static void drag(const Story& story, ColumnView& source, QPoint from, QPoint to)
    {
        QWindow* window = story.program->window().windowHandle();
        constexpr int steps = 12;
        int step = 0;
        QTimer walk;
        QObject::connect(&walk, &QTimer::timeout, window, [&] {
            ++step;
            const QPoint at = from + (to - from) * std::min(step, steps) / steps;
            QCursor::setPos(at);
            QTest::mouseMove(window, window->mapFromGlobal(at));
            if (step == steps + 4) {
                walk.stop();
                QTest::mouseRelease(window, Qt::LeftButton, Qt::NoModifier, window->mapFromGlobal(at));
            }
        });
        QTimer guard;
        guard.setSingleShot(true);
        QObject::connect(&guard, &QTimer::timeout, window, [] { QDrag::cancel(); });
        guard.start(20'000);
        walk.start(40);
        QCursor::setPos(from);
        QTest::mousePress(&source, Qt::LeftButton, Qt::NoModifier, source.mapFromGlobal(from));
        QTest::mouseMove(&source, source.mapFromGlobal(from + QPoint(6, 6)));
        QTest::mouseMove(&source, source.mapFromGlobal(from + QPoint(16, 16)));
        QVERIFY2(guard.isActive(), "the drag hung");
    }
};

QTEST_MAIN(TestDragStory)
#include "tst_drag_story_x11.moc"
