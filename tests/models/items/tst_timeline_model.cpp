// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/timeline_model.h"
#include "tests/support/fake_workspace.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>

using namespace keyturn;

namespace {

const LeadId lead = test::leadId(1);

TimelineEntry entryAt(quint32 n, Instant at, const char* type = "call_logged")
{
    TimelineEntry entry;
    entry.id = ActivityId(test::uuid(30, n));
    entry.lead = lead;
    entry.type = QLatin1String(type);
    entry.title = QStringLiteral("Entry %1").arg(n);
    entry.actorType = QStringLiteral("user");
    entry.actorName = QStringLiteral("Hannah Brandt");
    entry.occurredAt = at;
    entry.createdAt = at;
    return entry;
}

} // namespace

class TestTimelineModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void readsPageByPage()
    {
        test::FakeWorkspace workspace(test::catalogue());
        fill(workspace, 170);
        TimelineModel model(workspace);
        model.setLead(lead);
        QVERIFY(model.isLoading());
        QTRY_COMPARE(model.rowCount(), 50);
        while (model.canFetchMore({})) {
            const int before = model.rowCount();
            model.fetchMore({});
            QTRY_VERIFY(!model.isLoading());
            QVERIFY(model.rowCount() > before);
        }
        QCOMPARE(model.rowCount(), 170);
        for (int row = 1; row < 170; ++row) {
            QVERIFY(model.entryAt(row - 1).occurredAt >= model.entryAt(row).occurredAt);
            const bool newDay =
                model.index(row).data(TimelineModel::Day) != model.index(row - 1).data(TimelineModel::Day);
            QCOMPARE(model.index(row).data(TimelineModel::IsFirstOfDay).toBool(), newDay);
        }
        QVERIFY(model.index(0).data(TimelineModel::IsFirstOfDay).toBool());
        QCOMPARE(workspace.asked.value(QStringLiteral("timeline")), 4);
        model.setLead({});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.canFetchMore({}));
    }

    void newEntriesComeInAtTheirPlace()
    {
        test::FakeWorkspace workspace(test::catalogue());
        fill(workspace, 120);
        TimelineModel model(workspace);
        model.setLead(lead);
        QTRY_COMPARE(model.rowCount(), 50);
        const QPersistentModelIndex kept(model.index(30));
        const ActivityId id = kept.data(TimelineModel::Id).value<ActivityId>();
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);

        LogActivity call;
        call.lead = lead;
        call.text = QStringLiteral("Reached her at work.");
        workspace.time.advance(msPerHour);
        workspace.submit(call);
        QTRY_COMPARE(model.rowCount(), 51);
        QCOMPARE(model.index(0).data(TimelineModel::Detail).toString(), call.text);
        QVERIFY(kept.data(TimelineModel::Id).value<ActivityId>() == id);

        // Backdated between two that are shown, and one older than everything shown.
        workspace.addEntry(entryAt(900, model.entryAt(10).occurredAt + -1));
        workspace.addEntry(entryAt(901, Instant{1'600'000'000'000}));
        workspace.tell(activityOn(lead));
        QTRY_COMPARE(model.rowCount(), 52);
        QVERIFY(model.entryAt(11).id == ActivityId(test::uuid(30, 900)));

        // A correction of something that is shown.
        for (TimelineEntry& entry : workspace.entries()) {
            if (entry.id == id) {
                entry.isCorrected = true;
            }
        }
        workspace.tell(activityOn(lead));
        QTRY_VERIFY(kept.data(TimelineModel::Corrected).toBool());
        QCOMPARE(reset.count(), 0);
        QCOMPARE(removed.count(), 0);

        const int asked = workspace.asked.value(QStringLiteral("timeline"));
        workspace.tell(activityOn(test::leadId(2)));
        QTest::qWait(0);
        QCOMPARE(workspace.asked.value(QStringLiteral("timeline")), asked);
    }

    void filtersStartAgain()
    {
        test::FakeWorkspace workspace(test::catalogue());
        fill(workspace, 60);
        workspace.addEntry(entryAt(500, Instant{1'790'000'000'000}, "note_added"));
        workspace.entries().back().isHighlight = true;
        workspace.entries().back().description = QStringLiteral("Prefers mornings");
        TimelineModel model(workspace);
        model.setLead(lead);
        model.setGroup(TimelineGroup::Notes);
        QTRY_COMPARE(model.rowCount(), 1);
        model.setGroup(TimelineGroup::All);
        QTRY_COMPARE(model.rowCount(), 50);
        model.setHighlightsOnly(true);
        QTRY_COMPARE(model.rowCount(), 1);
        model.setHighlightsOnly(false);
        model.setSearch(QStringLiteral("mornings"));
        QTRY_COMPARE(model.rowCount(), 1);
        model.setSearch(QStringLiteral("nothing like it"));
        QTRY_VERIFY(!model.isLoading());
        QVERIFY(model.isEmpty());
    }

    void showsWhatIsUnderWay()
    {
        test::FakeWorkspace workspace(test::catalogue());
        fill(workspace, 5);
        TimelineModel model(workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setLead(lead);
        QTRY_COMPARE(model.rowCount(), 5);
        model.addPending(entryAt(700, workspace.time.now()));
        QCOMPARE(model.rowCount(), 6);
        QVERIFY(model.index(0).data(TimelineModel::Pending).toBool());
        model.dropPending(ActivityId(test::uuid(30, 700)));
        QCOMPARE(model.rowCount(), 5);
        model.addPending(entryAt(701, workspace.time.now()));
        LogActivity call;
        call.lead = lead;
        workspace.submit(call);
        QTRY_VERIFY(!model.index(0).data(TimelineModel::Pending).toBool());
        QCOMPARE(model.rowCount(), 6);
    }

    /// The tester fetches every page by itself and checks each step.
    void satisfiesTheTester()
    {
        test::FakeWorkspace workspace(test::catalogue());
        fill(workspace, 170);
        TimelineModel model(workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setLead(lead);
        QTRY_COMPARE(model.rowCount(), 170);
        QRandomGenerator random(6);
        for (quint32 n = 0; n < 40; ++n) {
            const Instant at{1'790'000'000'000 - random.bounded(1000) * msPerHour};
            workspace.addEntry(entryAt(1000 + n, at, n % 3 == 0 ? "private_note" : "call_logged"));
            if (n % 4 == 3) {
                std::erase_if(workspace.entries(),
                              [](const TimelineEntry& entry) { return entry.type == QLatin1String("private_note"); });
            }
            workspace.tell(activityOn(lead));
            if (n % 5 == 0) {
                QCoreApplication::processEvents();
            }
        }
        QTRY_COMPARE(model.rowCount(), static_cast<int>(workspace.entries().size()));
        model.setGroup(TimelineGroup::Notes);
        QTRY_VERIFY(!model.isLoading());
        QVERIFY(model.isEmpty());
        model.setGroup(TimelineGroup::Calls);
        QTRY_COMPARE(model.rowCount(), static_cast<int>(workspace.entries().size()));
    }

    void tellsAFailure()
    {
        test::FakeWorkspace workspace(test::catalogue());
        workspace.failQueries(Error{Error::Kind::Storage, QStringLiteral("The disk is gone."), {}, {}});
        TimelineModel model(workspace);
        QSignalSpy failed(&model, &TimelineModel::failed);
        model.setLead(lead);
        QVERIFY(failed.wait());
        QVERIFY(!model.isLoading());
        QVERIFY(!model.canFetchMore({}));
        workspace.failQueries({});
        fill(workspace, 3);
        workspace.tell(activityOn(lead));
        QTRY_COMPARE(model.rowCount(), 3);
    }

private:
    static void fill(test::FakeWorkspace& workspace, quint32 count)
    {
        QRandomGenerator random(4);
        for (quint32 n = 0; n < count; ++n) {
            workspace.addEntry(entryAt(n, Instant{1'790'000'000'000 - qint64(n) * random.bounded(1, 9) * msPerHour}));
        }
    }
    static ChangeSet activityOn(LeadId about)
    {
        ChangeSet changes;
        RowChange row;
        row.kind = RowChange::Kind::Insert;
        row.table = QStringLiteral("lead_activities");
        row.leadId = about.toString();
        changes.rows.push_back(row);
        return changes;
    }
};

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timeline_model.moc"
