// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/stories/story.h"

#include <QAbstractButton>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTextEdit>

#include <csignal>

using namespace keyturn;
using test::Story;

namespace {

/// A drop as the window system tells of it; the hand on the mouse is in tst_drag_story_x11.
void dropOn(ColumnView& target, LeadId lead)
{
    const std::unique_ptr<QMimeData> data(new QMimeData);
    data->setData(QLatin1String(PipelineModel::leadMimeType), PipelineModel::encode({lead}));
    const QPoint at(target.width() / 2, 60);
    QDragEnterEvent enter(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &enter);
    QDragMoveEvent move(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &move);
    QDropEvent drop(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &drop);
}

template<typename Widget>
Widget* visibleChild(QWidget& parent, const char* name)
{
    for (Widget* found : parent.findChildren<Widget*>(QLatin1String(name))) {
        if (found->isVisible()) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

/// A loan officer's day in the real window, and what is left of it after a restart and after a power cut.
class TestDayStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void aDay()
    {
        Story story;
        story.open();
        QSignalSpy changed(&story.workspace(), &Workspace::changed);
        const qint64 movesBefore = moves(story);

        // Twelve moves by keyboard: a card goes right, six times, and so does another.
        int done = 0;
        for (int card = 0; card < 2; ++card) {
            ColumnView& start = story.cards("contacted");
            QVERIFY(start.count() > 0);
            const LeadId lead = start.leadAt(0);
            story.page().state().select(lead, BoardState::Select::Only);
            for (int step = 0; step < 6; ++step) {
                QWidget* focus = &story.page()
                                      .view()
                                      .column(story.page().model().stageAt(story.page().model().indexOf(lead)))
                                      ->cards();
                focus->setFocus();
                QTest::keyClick(focus, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
                ++done;
                QTRY_COMPARE(changed.size(), done);
                QVERIFY(story.page().state().isSelected(lead)); // the selection goes with the card
            }
            QCOMPARE(story.stageInFile(lead), QByteArray("disclosures"));
        }
        // Eight by mouse.
        for (int drop = 0; drop < 8; ++drop) {
            const bool there = drop % 2 == 0;
            ColumnView& source = story.cards(there ? "new" : "attempted");
            ColumnView& target = story.cards(there ? "attempted" : "new");
            QVERIFY(source.count() > 0);
            const LeadId lead = source.leadAt(0);
            dropOn(target, lead);
            ++done;
            QTRY_COMPARE(changed.size(), done);
            QTRY_VERIFY(target.rowOf(lead) >= 0);
        }
        QCOMPARE(moves(story), movesBefore + 20);

        // Five calls and an edited field, on the lead's own page.
        const LeadId lead = story.cards("attempted").leadAt(0);
        story.program->workbench()->openLead(lead, LeadPlace::Page);
        QWidget& window = story.program->window();
        QTRY_VERIFY(visibleChild<QWidget>(window, "leadPage") != nullptr);
        for (int call = 0; call < 5; ++call) {
            auto* begin = visibleChild<QAbstractButton>(window, "compose_call");
            QVERIFY(begin != nullptr);
            begin->click();
            QTRY_VERIFY(visibleChild<QWidget>(window, "eventText") != nullptr);
            QTest::keyClicks(editOf(visibleChild<QWidget>(window, "eventText")), QStringLiteral("Call %1").arg(call));
            visibleChild<QAbstractButton>(window, "eventLog")->click();
            ++done;
            QTRY_COMPARE(changed.size(), done);
            QTRY_VERIFY(visibleChild<QWidget>(window, "eventText") == nullptr); // the composer heard of it too
        }
        QCOMPARE(calls(story, lead), qint64(5));
        auto* name = visibleChild<QLineEdit>(window, "field_first_name_edit");
        QVERIFY(name != nullptr);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Edited"));
        QTest::keyClick(name, Qt::Key_Tab);
        ++done;
        QTRY_COMPARE(changed.size(), done);
        QCOMPARE(story.inFile(QStringLiteral("select first_name from leads where id = '%1';").arg(lead.toString())),
                 QByteArray("Edited"));

        // The program ends and begins again; the day is there, and its last step can still be taken back.
        story.close();
        QCOMPARE(calls(story, lead), qint64(5));
        story.open();
        QVERIFY(!story.workspace().undoState().undoSummary.isEmpty());
        QSignalSpy after(&story.workspace(), &Workspace::changed);
        story.program->workbench()->undo();
        QTRY_COMPARE(after.size(), 1);
        QVERIFY(story.inFile(QStringLiteral("select first_name from leads where id = '%1';").arg(lead.toString())) !=
                QByteArray("Edited"));
        for (const Check& check : Story::answer(story.workspace().verify())) {
            QVERIFY2(check.ok, qPrintable(QString(check.name + QStringLiteral(": ") + check.detail)));
        }
    }

    void aPowerCut()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows has no such signal.");
#else
        test::Program program;
        const QString book = program.file(QStringLiteral("cut.keyturn"));
        QCOMPARE(program.run({QStringLiteral("demo"), book, QStringLiteral("--leads"), QStringLiteral("30")}).exit, 0);
        program.setBook(book);
        const QJsonArray leads =
            program.json({QStringLiteral("leads"), QStringLiteral("--stage"), QStringLiteral("contacted")}).array();
        QVERIFY(!leads.isEmpty());
        const QString id = leads.first().toObject().value(QStringLiteral("id")).toString();

        QProcess window;
        program.start(window, {}); // the window itself, on no screen
        QVERIFY(window.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(program.file(QString()))
                                      .entryList({QStringLiteral("keyturn-*")}, QDir::System | QDir::Files)
                                      .isEmpty(),
                                 60'000);
        // What the window acknowledges is there after the cut, to the last entry.
        QStringList acknowledged;
        for (int i = 0; i < 6; ++i) {
            const auto ran = program.json({QStringLiteral("log"), id, QStringLiteral("call"), QStringLiteral("--text"),
                                           QStringLiteral("Before the cut %1").arg(i)});
            QVERIFY2(ran.exit == 0, ran.told().constData());
            acknowledged.append(ran.object().value(QStringLiteral("id")).toString());
        }
        QProcess last; // on its way when the lights go out
        program.start(last, {QStringLiteral("log"), id, QStringLiteral("call"), QStringLiteral("--text"),
                             QStringLiteral("In the cut")});
        QVERIFY(last.waitForStarted());
        ::kill(static_cast<pid_t>(window.processId()), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(window.state(), QProcess::NotRunning, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(last.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(window.exitStatus(), QProcess::CrashExit);

        const auto timeline =
            program.json({QStringLiteral("timeline"), id, QStringLiteral("--limit"), QStringLiteral("500")});
        QVERIFY2(timeline.exit == 0, timeline.told().constData());
        for (const QString& entry : acknowledged) {
            QVERIFY(timeline.out.contains(entry.toUtf8()));
        }
        const auto verified = program.json({QStringLiteral("verify")});
        QVERIFY2(verified.exit == 0, verified.told().constData());
#endif
    }

private:
    static qint64 moves(const Story& story)
    {
        return story.numberInFile(
            QStringLiteral("select count(*) from lead_activities where activity_type = 'status_changed';"));
    }
    static qint64 calls(const Story& story, LeadId lead)
    {
        return story.numberInFile(QStringLiteral("select count(*) from lead_activities where activity_type = "
                                                 "'call_logged' and description like 'Call _' and lead_id = '%1';")
                                      .arg(lead.toString()));
    }
    /// Where the letters go: the box itself or what it wraps.
    static QWidget* editOf(QWidget* box)
    {
        return box->focusProxy() != nullptr ? box->focusProxy() : box;
    }
};

QTEST_MAIN(TestDayStory)
#include "tst_day_story_x11.moc"
