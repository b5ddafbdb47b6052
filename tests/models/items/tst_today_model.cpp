// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/task_model.h"
#include "models/items/today_model.h"
#include "tests/support/fake_workspace.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace keyturn;

namespace {

// Thursday, November 19, 2026, 9:41 AM in Denver.
const Instant now = Instant::fromDateTime(QDateTime(QDate(2026, 11, 19), QTime(16, 41), Qt::UTC));

Task makeTask(quint32 n, quint32 lead, const char* type, const QString& date, const QString& time, Instant dueAt)
{
    Task task;
    task.id = TaskId(test::uuid(40, n));
    task.lead = test::leadId(lead);
    task.title = QStringLiteral("Task %1").arg(n);
    task.type = QLatin1String(type);
    task.priority = QStringLiteral("medium");
    task.status = QStringLiteral("pending");
    task.dueDate = date;
    task.dueTime = time;
    task.dueAt = dueAt;
    task.assignedTo = test::catalogue().me;
    return task;
}

/// Answers today() from its tasks, as a book does.
class Book : public test::FakeWorkspace
{
public:
    Book()
        : FakeWorkspace(test::catalogue(), now)
    {
        for (quint32 n = 1; n <= 9; ++n) {
            LeadCard card;
            card.id = test::leadId(n);
            card.stage = catalogue().stages[n <= 2 ? 0 : 7].id;
            card.name = QStringLiteral("Lead %1").arg(n);
            card.phone = n == 2 ? QStringLiteral("+17755550123") : QString();
            card.state = n == 2 ? QStringLiteral("NV") : QString();
            card.source = QStringLiteral("web_form");
            card.createdAt = now + -3 * msPerMinute;
            card.stageEnteredAt = now + -13 * msPerDay;
            card.valueCents = 41'000'000;
            card.program = QStringLiteral("conventional");
            card.termMonths = 360;
            card.purpose = QStringLiteral("purchase");
            add(card);
        }
        addTask(makeTask(1, 5, "document", QStringLiteral("2026-11-16"), {}, now + -3 * msPerDay));
        addTask(makeTask(2, 6, "call", QStringLiteral("2026-11-19"), QStringLiteral("14:00"),
                         now + 4 * msPerHour + 19 * msPerMinute));
        todayLists.newLeads = {test::leadId(1), test::leadId(2)};
        todayLists.newLeadCount = 2;
        todayLists.locks = {{test::leadId(3), QStringLiteral("2026-11-21"), QStringLiteral("2026-12-03")},
                            {test::leadId(4), QString(), QStringLiteral("2026-11-20")}};
        todayLists.silent = {{test::leadId(7), {}}, {test::leadId(8), now + -9 * msPerDay}};
        todayLists.silentCount = 11;
    }
    QFuture<Result<TodayLists>> today(const TodayQuery& query) override
    {
        todayLists.tasks.clear();
        for (const Task& task : taskList()) {
            if (task.status == QLatin1String("pending") && task.dueAt < now + 14 * msPerHour) {
                todayLists.tasks.push_back(task);
            }
        }
        todayLists.taskCount = std::ssize(todayLists.tasks);
        return FakeWorkspace::today(query);
    }
};

} // namespace

class TestTodayModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void listsTheDay()
    {
        Book book;
        LeadStore store(book);
        TodayModel model(store);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        store.load();
        QTRY_VERIFY(store.isComplete());
        model.refresh();
        QTRY_VERIFY(model.isLoaded());
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.badge(), 6);
        QCOMPARE(model.lateCount(), 1);
        const auto at = [&](int section, int row, int role) {
            return model.index(row, 0, model.index(section, 0)).data(role);
        };
        QCOMPARE(model.index(0, 0).data(TodayModel::SectionTitle).toString(), QStringLiteral("New leads"));
        QCOMPARE(at(0, 0, TodayModel::Reason).toString(), QStringLiteral("Web form, 3 minute(s) ago"));
        QCOMPARE(at(0, 0, TodayModel::ProgramText).toString(), QStringLiteral("Conv 30, purchase"));
        QCOMPARE(at(0, 0, TodayModel::ActionText).toString(), QStringLiteral("Call"));
        // 8:41 AM in Reno is within hours; three hours earlier it was not.
        QVERIFY(!at(0, 1, TodayModel::OutsideHours).toBool());
        QCOMPARE(at(0, 1, TodayModel::LocalTimeText).toString(), QStringLiteral("8:41 AM in Nevada"));
        book.time.advance(-3 * msPerHour);
        QVERIFY(at(0, 1, TodayModel::OutsideHours).toBool());
        QCOMPARE(at(0, 1, TodayModel::OpensText).toString(), QStringLiteral("opens 9:00 AM"));
        QCOMPARE(at(0, 1, TodayModel::ActionText).toString(), QStringLiteral("Call at 9:00 AM"));
        book.time.advance(3 * msPerHour);
        QCOMPARE(at(1, 0, TodayModel::Reason).toString(), QStringLiteral("Lock ends on Saturday, closes on Dec 3"));
        QCOMPARE(at(1, 0, TodayModel::LockDaysLeft).toInt(), 2);
        QCOMPARE(at(1, 0, TodayModel::Tone).toInt(), 3);
        QCOMPARE(at(1, 1, TodayModel::Reason).toString(), QStringLiteral("Closes tomorrow"));
        QCOMPARE(at(2, 0, TodayModel::Reason).toString(), QStringLiteral("Task 1, 3 day(s) late"));
        QVERIFY(at(2, 0, TodayModel::ReasonIsLate).toBool());
        QCOMPARE(at(2, 0, TodayModel::ActionValue).toInt(), static_cast<int>(TodayModel::Action::Complete));
        QCOMPARE(at(2, 1, TodayModel::Reason).toString(), QStringLiteral("Task 2 by 2:00 PM"));
        QCOMPARE(at(2, 1, TodayModel::ActionValue).toInt(), static_cast<int>(TodayModel::Action::Call));
        QCOMPARE(model.index(3, 0).data(TodayModel::SectionCount).toLongLong(), qint64(11));
        QCOMPARE(at(3, 0, TodayModel::DaysSilent).toInt(), -1);
        QCOMPARE(at(3, 1, TodayModel::DaysSilent).toInt(), 9);

        // J and K walk through all rows and stop at the ends.
        QModelIndex index = model.first();
        for (int i = 0; i < 7; ++i) {
            index = model.next(index);
        }
        QVERIFY(index.data(TodayModel::Lead).value<LeadId>() == test::leadId(8));
        QCOMPARE(model.next(index), index);
        for (int i = 0; i < 20; ++i) {
            index = model.previous(index);
        }
        QCOMPARE(index, model.first());
    }

    void doneAndSnoozedRowsGo()
    {
        Book book;
        LeadStore store(book);
        TodayModel model(store);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        store.load();
        model.refresh();
        QTRY_VERIFY(model.isLoaded() && store.isComplete());
        model.act(model.index(0, 0, model.index(2, 0)));
        QTRY_COMPARE(model.rowCount(model.index(2, 0)), 1);
        QCOMPARE(model.badge(), 5);
        QVERIFY(std::get<CompleteTask>(book.submitted.back()).id == TaskId(test::uuid(40, 1)));

        // The last row of a section takes the section with it.
        model.snooze(model.index(0, 0, model.index(2, 0)));
        QTRY_COMPARE(model.rowCount(), 3);
        const auto edit = std::get<EditTask>(book.submitted.back());
        QVERIFY(edit.dueDate.has_value() && *edit.dueDate == QDate(2026, 11, 20));
        QVERIFY(!edit.dueTime.has_value());

        model.snooze(model.index(0, 0, model.index(0, 0)));
        QTRY_COMPARE(model.rowCount(model.index(0, 0)), 1);
        const auto added = std::get<AddTask>(book.submitted.back());
        QVERIFY(added.lead == test::leadId(1) && added.isFollowUp && added.dueDate == QDate(2026, 11, 20));
        QCOMPARE(model.snoozedToday(), 2);
        // The follow-up keeps it away, also for a model that knows nothing of the snooze.
        QTRY_VERIFY(store.table().taskDueAt(store.table().rowOf(test::leadId(1))) > now);
        TodayModel other(store);
        other.refresh();
        QTRY_VERIFY(other.isLoaded());
        QCOMPARE(other.rowCount(other.index(0, 0)), 1);
    }

    void aRefusedSnoozeComesBack()
    {
        Book book;
        LeadStore store(book);
        TodayModel model(store);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        store.load();
        model.refresh();
        QTRY_VERIFY(model.isLoaded() && store.isComplete());
        QSignalSpy failed(&model, &TodayModel::failed);
        book.failNext({Error::Kind::Storage, QStringLiteral("The disk is full."), {}, {}});
        model.snooze(model.index(0, 0, model.index(0, 0)));
        QCOMPARE(model.rowCount(model.index(0, 0)), 1);
        QVERIFY(failed.wait());
        QTRY_COMPARE(model.rowCount(model.index(0, 0)), 2);
        QCOMPARE(model.snoozedToday(), 0);
    }

    void tasksOfALead()
    {
        Book book;
        book.addTask(makeTask(9, 5, "email", QStringLiteral("2026-11-25"), {}, now + 6 * msPerDay));
        TaskModel model(book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.showLead(test::leadId(5));
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.openCount(), 2);
        QCOMPARE(model.index(0).data(TaskModel::DueText).toString(), QStringLiteral("3 day(s) late"));
        QCOMPARE(model.index(1).data(TaskModel::DueText).toString(), QStringLiteral("Nov 25"));
        QVERIFY(model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(model.index(0).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked)); // at once
        QTRY_COMPARE(model.openCount(), 1);
        QTRY_VERIFY(!model.index(0).data(TaskModel::Pending).toBool());
        QSignalSpy failed(&model, &TaskModel::failed);
        book.failNext({Error::Kind::Refused, QStringLiteral("No."), {}, {}});
        const int open = model.rowOf(TaskId(test::uuid(40, 9)));
        model.setDone(open, true);
        QVERIFY(failed.wait());
        QCOMPARE(model.index(open).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
        model.showUser(test::catalogue().me);
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data(TaskModel::Lead).value<LeadId>() == test::leadId(6), true);
    }
};

QTEST_GUILESS_MAIN(TestTodayModel)
#include "tst_today_model.moc"
