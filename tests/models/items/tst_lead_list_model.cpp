// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_list_model.h"
#include "models/items/lead_matcher.h"
#include "tests/support/fake_workspace.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>

using namespace keyturn;

namespace {

struct Book
{
    explicit Book(int leads, quint32 seed = 1)
        : workspace(test::catalogue())
        , store(workspace)
        , random(seed)
    {
        for (int n = 0; n < leads; ++n) {
            workspace.add(
                test::randomCard(random, workspace.catalogue(), static_cast<quint32>(n), workspace.time.now()));
        }
    }
    void open()
    {
        store.load(3);
        QTRY_VERIFY(store.isComplete());
    }

    test::FakeWorkspace workspace;
    LeadStore store;
    QRandomGenerator random;
};

} // namespace

class TestLeadListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void sortsByEveryColumn()
    {
        Book book(300);
        LeadListModel model(book.store);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        book.open();
        QTRY_COMPARE(model.rowCount(), 300);
        for (int column = 0; column < model.columnCount(); ++column) {
            QCOMPARE(LeadListModel::columnOf(LeadListModel::columnKey(column)), column);
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                const QPersistentModelIndex kept(model.index(17, 2));
                const LeadId lead = model.leadAt(kept);
                model.sort(column, order);
                QVERIFY(model.leadAt(kept) == lead);
                QCOMPARE(model.indexOf(lead, 2), QModelIndex(kept));
            }
        }
        model.sort(LeadListModel::Amount, Qt::DescendingOrder);
        const auto cents = [&](int row) { return model.index(row, 0).data(LeadRole::AmountCents).toLongLong(); };
        for (int row = 1; row < model.rowCount(); ++row) {
            QVERIFY(cents(row - 1) >= cents(row)); // unknown amounts are zero and come last
            if (cents(row - 1) == cents(row)) {
                const QString left = model.index(row - 1, 0).data().toString();
                const QString right = model.index(row, 0).data().toString();
                QVERIFY2(left.at(0).toLower() <= right.at(0).toLower() || left.at(0).unicode() > 127 ||
                             right.at(0).unicode() > 127,
                         qPrintable(left + right));
            }
        }
        model.sort(LeadListModel::Amount, Qt::AscendingOrder);
        QVERIFY(cents(0) > 0);
        QCOMPARE(cents(model.rowCount() - 1), qint64(0));
        model.sort(LeadListModel::DaysInStage, Qt::AscendingOrder);
        const auto days = [&](int row) { return model.index(row, 0).data(LeadRole::DaysInStage).toInt(); };
        for (int row = 1; row < model.rowCount(); ++row) {
            QVERIFY(days(row - 1) <= days(row));
        }
    }

    void staysTrueThroughRandomChanges()
    {
        Book book(400, 9);
        LeadListModel model(book.store);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        book.open();
        quint32 next = 400;
        QRandomGenerator& random = book.random;
        for (int step = 0; step < 250; ++step) {
            const QList<LeadId> all = book.workspace.leads().keys();
            const LeadId any = all.at(random.bounded(static_cast<int>(all.size())));
            switch (random.bounded(6)) {
            case 0: {
                LeadFilter filter;
                filter.text = random.bounded(2) == 0 ? QStringLiteral("a") : QString();
                if (random.bounded(2) == 0) {
                    filter.sources = {QStringLiteral("web_form")};
                }
                if (random.bounded(3) == 0) {
                    filter.minValueCents = 30'000'000;
                }
                model.setFilter(filter);
                break;
            }
            case 1:
                model.sort(random.bounded(int(LeadListModel::columnTotal)),
                           random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
                break;
            case 2:
                book.workspace.removeElsewhere({any});
                break;
            case 3: {
                const LeadCard card =
                    test::randomCard(random, book.workspace.catalogue(), next++, book.workspace.time.now());
                book.workspace.add(card);
                book.workspace.changeElsewhere({card.id}, [](LeadCard&) {});
                break;
            }
            default:
                book.workspace.changeElsewhere({any}, [&](LeadCard& card) {
                    const LeadId id = card.id;
                    card = test::randomCard(random, book.workspace.catalogue(), next, book.workspace.time.now());
                    card.id = id;
                });
                break;
            }
            if (random.bounded(2) == 0) {
                QCoreApplication::processEvents();
            }
        }
        QTRY_COMPARE(book.store.table().count(), book.workspace.leads().size());
        const auto expected = [&] {
            const LeadMatcher matcher(book.store, model.filter());
            std::pair<int, qint64> sums{0, 0};
            for (const LeadCard& card : book.workspace.leads()) {
                const auto row = book.store.table().rowOf(card.id);
                if (row != LeadTable::noRow && matcher.accepts(row)) {
                    ++sums.first;
                    sums.second += card.valueCents;
                }
            }
            return sums;
        };
        QTRY_COMPARE(std::pair(model.rowCount(), model.totalCents()), expected());
        QCOMPARE(reset.count(), 0);
    }

    void sortsLargeBooksInSlicesAndTheLastRequestWins()
    {
        Book book(5000, 4);
        LeadListModel model(book.store);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        book.open();
        QTRY_VERIFY(model.isSettled() && model.rowCount() == 5000);
        const QPersistentModelIndex kept(model.index(2000, 0));
        const LeadId lead = model.leadAt(kept);
        LeadFilter filter;
        filter.text = QStringLiteral("a");
        const auto shown = [](const LeadListModel& of) {
            std::vector<LeadId> leads;
            for (int row = 0; row < of.rowCount(); ++row) {
                leads.push_back(of.leadAt(row));
            }
            return leads;
        };
        for (const int column : {int(LeadListModel::Email), int(LeadListModel::NextTask)}) {
            model.sort(LeadListModel::Stage, Qt::AscendingOrder);
            model.sort(column, Qt::DescendingOrder);
            QVERIFY(model.leadAt(kept) == lead);
            // Leads come, go and change while the others are being sorted.
            for (quint32 n = 0; n < 40; ++n) {
                const LeadId any = test::leadId(n * 100 + quint32(column));
                if (any == lead) {
                    continue;
                }
                if (n % 8 == 0) {
                    book.workspace.removeElsewhere({any});
                } else {
                    book.workspace.changeElsewhere({any}, [&](LeadCard& card) {
                        card.email = QStringLiteral("%1@example.com").arg(book.random.bounded(1000));
                        card.valueCents += 100;
                    });
                }
                if (n % 5 == 0) {
                    QCoreApplication::processEvents();
                }
            }
            model.setFilter(model.filter() == filter ? LeadFilter() : filter);
            QTRY_VERIFY(model.isSettled() && book.store.table().count() == book.workspace.leads().size());
            QTest::qWait(20);
            QTRY_VERIFY(model.isSettled());
            LeadListModel fresh(book.store);
            fresh.setFilter(model.filter());
            fresh.sort(column, Qt::DescendingOrder);
            QTRY_VERIFY(fresh.isSettled());
            QVERIFY(shown(model) == shown(fresh));
            QVERIFY(!kept.isValid() || model.leadAt(kept) == lead);
        }
    }

    void tellsCellsAndLeads()
    {
        Book book(20);
        LeadListModel model(book.store);
        book.open();
        const QModelIndex index = model.index(3, LeadListModel::Stage);
        const LeadId lead = model.leadAt(index);
        const LeadCard card = book.workspace.leads().value(lead);
        QCOMPARE(index.data().toString(), book.workspace.catalogue().stage(card.stage)->name);
        QVERIFY(index.data(LeadRole::Id).value<LeadId>() == lead);
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Stage: ")));
        QVERIFY(LeadListModel::isNumeric(LeadListModel::Amount));
        QCOMPARE(LeadListModel::columnOf(QStringLiteral("nonsense")), -1);
        QVERIFY(model.leadAt(99).isNull());
    }
};

QTEST_GUILESS_MAIN(TestLeadListModel)
#include "tst_lead_list_model.moc"
