// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_editor.h"
#include "tests/ui/lead/lead_fixture.h"
#include "ui/lead/composer.h"
#include "ui/lead/growing_edit.h"
#include "ui/lead/lead_panel.h"
#include "ui/lead/timeline_panel.h"
#include "ui/lead/timeline_view.h"
#include "ui/lead/when_field.h"

#include <QAbstractButton>
#include <QLabel>

using namespace keyturn;
using namespace keyturn::test;

class TestComposer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void logsACallWithTwoKeysAndEnter()
    {
        LeadFixture f;
        LeadPanel panel(f.book, f.store, f.context());
        const Window window(panel, {400, 900});
        panel.setLead(f.rosa);
        QTRY_VERIFY(panel.editor().isLoaded());
        TimelineView& list = panel.timeline().view();
        panel.timeline().view().show();
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_L);
        QTest::keyClick(&list, Qt::Key_C);
        QTRY_COMPARE(panel.timeline().composer().mode(), Composer::Mode::Call);
        QTRY_VERIFY(QApplication::focusWidget() != nullptr);
        auto* text = qobject_cast<GrowingEdit*>(QApplication::focusWidget());
        QVERIFY(text);
        QTest::keyClicks(text, QStringLiteral("Wants a quote"));
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(f.sent<LogActivity>().size(), std::size_t(1));
        const LogActivity call = f.sent<LogActivity>().front();
        QCOMPARE(call.lead, f.rosa);
        QCOMPARE(call.type, LogActivity::Type::Call);
        QCOMPARE(call.outcome, QStringLiteral("connected"));
        QCOMPARE(call.text, QStringLiteral("Wants a quote"));
        QVERIFY(!call.at);
        QTRY_COMPARE(panel.timeline().composer().mode(), Composer::Mode::Note);
        QVERIFY(f.preferences.value(QStringLiteral("lead/drafts")).toMap().isEmpty());
    }

    void keepsADraftForEachLead()
    {
        LeadFixture f;
        const LeadId other = f.add(2, QStringLiteral("Somebody Else"));
        {
            Composer composer(f.book, f.context(), false);
            const Window window(composer, {700, 300});
            composer.setLead(f.rosa);
            note(composer)->setPlainText(QStringLiteral("Half a thought"));
            composer.setLead(other);
            QVERIFY(note(composer)->toPlainText().isEmpty());
            note(composer)->setPlainText(QStringLiteral("Another one"));
            composer.setLead(f.rosa);
            QCOMPARE(note(composer)->toPlainText(), QStringLiteral("Half a thought"));
        }
        Composer later(f.book, f.context(), true);
        const Window window(later, {400, 300});
        later.setLead(other);
        QCOMPARE(note(later)->toPlainText(), QStringLiteral("Another one"));
    }

    void keepsTheTextOfARefusedCommand()
    {
        LeadFixture f;
        Composer composer(f.book, f.context(), false);
        const Window window(composer, {700, 300});
        composer.setLead(f.rosa);
        note(composer)->setPlainText(QStringLiteral("Important"));
        f.book.failNext(Error{Error::Kind::Storage, QStringLiteral("The disk is full."), {}, {}});
        composer.submit();
        auto* problem = composer.findChild<QLabel*>(QStringLiteral("composerProblem"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().startsWith(QStringLiteral("The disk is full.")));
        QCOMPARE(note(composer)->toPlainText(), QStringLiteral("Important"));
        composer.submit();
        QTRY_VERIFY(note(composer)->toPlainText().isEmpty());
        QCOMPARE(f.sent<AddNote>().size(), std::size_t(2));
    }

    void writesPrivateNotesWithoutMentions()
    {
        LeadFixture f;
        Composer composer(f.book, f.context(), false);
        const Window window(composer, {700, 300});
        composer.setLead(f.rosa);
        const QString name = f.book.catalogue().users.back().name();
        note(composer)->setPlainText(QStringLiteral("Ask @%1 about it").arg(name));
        composer.submit();
        QTRY_COMPARE(f.sent<AddNote>().size(), std::size_t(1));
        QCOMPARE(f.sent<AddNote>().front().mentions, std::vector<UserId>{f.book.catalogue().users.back().id});
        QTRY_VERIFY(note(composer)->toPlainText().isEmpty());
        note(composer)->setPlainText(QStringLiteral("Ask @%1 about it").arg(name));
        composer.findChild<QAbstractButton*>(QStringLiteral("notePrivate"))->click();
        composer.submit();
        QTRY_COMPARE(f.sent<AddNote>().size(), std::size_t(2));
        QVERIFY(f.sent<AddNote>().back().isPrivate);
        QVERIFY(f.sent<AddNote>().back().mentions.empty());
    }

    void refusesTheFutureInASentence()
    {
        LeadFixture f;
        Composer composer(f.book, f.context(), false);
        const Window window(composer, {700, 300});
        composer.setLead(f.rosa);
        composer.start(Composer::Mode::Call);
        auto* mode = composer.findChild<QWidget*>(QStringLiteral("callMode"));
        mode->findChild<WhenField*>()->setMoment(QDateTime(QDate(2026, 11, 20), QTime(9, 0)));
        composer.submit();
        auto* problem = composer.findChild<QLabel*>(QStringLiteral("composerProblem"));
        QVERIFY(problem->isVisible());
        QVERIFY(f.book.submitted.empty());
        mode->findChild<WhenField*>()->setMoment(QDateTime(QDate(2026, 11, 18), QTime(9, 0)));
        composer.submit();
        QTRY_COMPARE(f.sent<LogActivity>().size(), std::size_t(1));
        // 9 AM in New York.
        QCOMPARE(f.sent<LogActivity>().front().at->toUtc().time(), QTime(14, 0));
    }

    void plansAFollowUp()
    {
        LeadFixture f;
        Composer composer(f.book, f.context(), false);
        const Window window(composer, {700, 300});
        composer.setLead(f.rosa);
        composer.start(Composer::Mode::FollowUp);
        auto* title = composer.findChild<QLineEdit*>(QStringLiteral("followUpTitle"));
        QTest::keyClicks(title, QStringLiteral("Send the letter"));
        composer.findChild<QAbstractButton*>(QStringLiteral("dueMonday"))->click();
        QTest::keyClick(title, Qt::Key_Return);
        QTRY_COMPARE(f.sent<AddTask>().size(), std::size_t(1));
        const AddTask task = f.sent<AddTask>().front();
        QVERIFY(task.isFollowUp);
        QCOMPARE(task.title, QStringLiteral("Send the letter"));
        QCOMPARE(*task.dueDate, QDate(2026, 11, 23));
    }

private:
    static GrowingEdit* note(QWidget& composer) { return composer.findChild<GrowingEdit*>(QStringLiteral("noteText")); }
};

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
