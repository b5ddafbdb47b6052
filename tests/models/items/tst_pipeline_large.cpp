// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_order.h"
#include "models/items/pipeline_model.h"
#include "tests/models/items/pipeline_book.h"
#include "tests/support/test_main.h"

#include <QPersistentModelIndex>
#include <QSignalSpy>

using namespace keyturn;

namespace {

/// What stands wrong in the columns, by the order of the model; nothing if all is well.
QString disorder(const PipelineModel& model, const LeadStore& store)
{
    const LeadOrder order = LeadOrder::ofBoard(store, model.sort(), model.grouping());
    qsizetype shown = 0;
    for (int s = 0; s < model.rowCount(); ++s) {
        const QModelIndex stage = model.index(s, 0);
        const int rows = model.rowCount(stage);
        shown += rows;
        for (int row = 1; row < rows; ++row) {
            const auto left = store.table().rowOf(model.leadAt(model.index(row - 1, 0, stage)));
            const auto right = store.table().rowOf(model.leadAt(model.index(row, 0, stage)));
            if (!order.less(order.key(left), order.key(right))) {
                return QStringLiteral("stage %1, row %2").arg(s).arg(row);
            }
        }
    }
    return shown == store.table().count() ? QString() : QStringLiteral("%1 shown").arg(shown);
}

} // namespace

/// The board over so many leads that filtering and sorting go on in slices.
class TestPipelineLarge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void holdsAHundredThousand()
    {
        test::PipelineBook book(100'000, 5);
        PipelineModel model(book.store);
        book.open();
        QTRY_COMPARE(model.allFigures().count, qint64(100'000));
        LeadFilter filter;
        filter.text = QStringLiteral("ortega");
        filter.owners = {book.workspace.catalogue().me};
        model.setFilter(filter);
        qint64 expected = 0;
        qint64 cents = 0;
        for (const LeadCard& card : book.workspace.leads()) {
            if (card.owner == book.workspace.catalogue().me && card.name.contains(QStringLiteral("Ortega"))) {
                ++expected;
                cents += card.valueCents;
            }
        }
        QVERIFY(expected > 1000);
        QTRY_COMPARE(model.allFigures().count, expected);
        QCOMPARE(model.allFigures().cents, cents);
        model.setFilter({});
        QTRY_COMPARE(model.allFigures().count, qint64(100'000));
        const LeadId lead = model.leadAt(model.index(5, 0, model.index(0, 0)));
        book.store.move({{lead}, model.stageAt(model.index(8, 0)), {}, {}, {}, {}});
        QVERIFY(model.stageAt(model.indexOf(lead)) == model.stageAt(model.index(8, 0)));
        QTRY_VERIFY(!model.indexOf(lead).data(LeadRole::Pending).toBool());
    }

    void sortsWhileLeadsChange()
    {
        test::PipelineBook book(120'000, 6);
        PipelineModel model(book.store);
        book.open();
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(disorder(model, book.store), QString()); // and somebody has looked into every column
        const QPersistentModelIndex watched(model.index(7, 0, model.index(2, 0)));
        const LeadId lead = model.leadAt(watched);
        const QList<LeadId> all = book.workspace.leads().keys();
        int next = 0;
        const auto some = [&](int count) {
            std::vector<LeadId> leads;
            for (; count > 0; --count) {
                leads.push_back(all.at(next += 7));
            }
            return leads;
        };
        for (const BoardSort sort : {BoardSort::Newest, BoardSort::HighestAmount, BoardSort::Name, BoardSort::LockFirst,
                                     BoardSort::LongestInStage, BoardSort::DueFirst}) {
            model.setSort(sort);
            QVERIFY(sort == BoardSort::Name || !model.isSettled()); // the order by name is always there
            // While it goes on: other values, other stages, one that comes and one that goes, another filter.
            book.workspace.changeElsewhere(some(200), [&](LeadCard& card) {
                const LeadCard other =
                    test::randomCard(book.random, book.workspace.catalogue(), 0, book.workspace.time.now());
                card.valueCents = other.valueCents;
                card.name = other.name;
                card.stage = card.id == lead ? card.stage : other.stage;
            });
            book.workspace.removeElsewhere(some(3));
            const LeadCard fresh = test::randomCard(book.random, book.workspace.catalogue(),
                                                    200'000 + static_cast<quint32>(next), book.workspace.time.now());
            book.workspace.add(fresh);
            book.workspace.changeElsewhere({fresh.id}, [](LeadCard&) {});
            LeadFilter filter;
            filter.text = QStringLiteral("or");
            model.setFilter(filter);
            QCoreApplication::processEvents();
            model.setFilter({});
            QTRY_VERIFY(model.isSettled() && book.store.table().count() == book.workspace.leads().size());
            QTRY_VERIFY(model.isSettled());
            QCOMPARE(disorder(model, book.store), QString());
            QVERIFY(book.workspace.leads().contains(lead) == watched.isValid());
            if (watched.isValid()) {
                QCOMPARE(model.leadAt(watched), lead);
            }
        }
    }

    // The groups that are shown stay as they are until the others are there; then this is told, once.
    void groupsWhileLeadsChange()
    {
        test::PipelineBook book(120'000, 8);
        PipelineModel model(book.store);
        book.open();
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(disorder(model, book.store), QString());
        const QModelIndex stage = model.index(0, 0);
        const QList<LeadId> all = book.workspace.leads().keys();
        int next = 0;
        // On their way when this returns: they come between the first slices of what is begun then.
        const auto giveSome = [&](UserId owner) {
            std::vector<LeadId> leads;
            for (int count = 0; count < 50; ++count) {
                leads.push_back(all.at(next += 7));
            }
            book.workspace.changeElsewhere(leads, [&](LeadCard& card) { card.owner = owner; });
            return leads.back();
        };
        const auto settle = [&] { QTRY_VERIFY(model.isSettled()); };
        QSignalSpy changed(&model, &PipelineModel::groupingChanged);
        for (const BoardGrouping grouping : {BoardGrouping::Owner, BoardGrouping::None}) {
            const std::vector<PipelineModel::Group> before = model.groups(stage);
            changed.clear();
            model.setGrouping(grouping);
            QVERIFY(!model.isSettled());
            QVERIFY(model.groups(stage) == before);
            QCOMPARE(changed.count(), 0);
            settle();
            QCOMPARE(changed.count(), 1);
            QCOMPARE(model.groups(stage).empty(), grouping == BoardGrouping::None);
            QCOMPARE(disorder(model, book.store), QString());
        }
        // Leads change hands meanwhile, and somebody has one for the first time or is called otherwise.
        Catalogue people = book.workspace.catalogue();
        int cameMeanwhile = 0;
        connect(&book.store, &LeadStore::updated, this, [&] { cameMeanwhile += model.isSettled() ? 0 : 1; });
        for (int round = 0; round < 6; ++round) {
            const bool isGrouped = model.grouping() != BoardGrouping::None;
            const auto stranger = static_cast<quint32>(900 + round);
            const UserId owner = round == 0 ? people.users[0].id : UserId(test::uuid(3, stranger));
            const LeadId last = giveSome(owner);
            model.setGrouping(isGrouped ? BoardGrouping::None : BoardGrouping::Owner);
            if (round > 1) {
                people.users[0].firstName = round == 2 || round == 5 ? QStringLiteral("Zz") : QStringLiteral("Aa");
                book.workspace.setCatalogue(people);
            }
            const LeadTable& table = book.store.table();
            QTRY_VERIFY(table.ownerAt(table.ownerIndex(table.rowOf(last))) == owner);
            settle();
            QCOMPARE(disorder(model, book.store), QString());
        }
        QVERIFY(cameMeanwhile > 0);
    }

    // Where a lead would stand is said by the order that was asked for, not by the one that is still shown.
    void whoAsksForAPlaceGetsTheNewOrder()
    {
        test::PipelineBook book(120'000, 7);
        PipelineModel model(book.store);
        book.open();
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(disorder(model, book.store), QString());
        model.setSort(BoardSort::HighestAmount);
        QVERIFY(!model.isSettled());
        const LeadId lead = model.leadAt(model.index(0, 0, model.index(3, 0)));
        const int place = model.landingRow(model.stageAt(model.index(1, 0)), lead, 0);
        QCOMPARE(disorder(model, book.store), QString());
        const QModelIndex stage = model.index(1, 0);
        const auto centsOf = [&](const QModelIndex& index) {
            return book.store.table().valueCents(book.store.table().rowOf(model.leadAt(index)));
        };
        const auto cents = [&](int row) { return centsOf(model.index(row, 0, stage)); };
        const qint64 own = centsOf(model.indexOf(lead));
        QVERIFY(place == 0 || cents(place - 1) >= own);
        QVERIFY(place == model.rowCount(stage) || cents(place) <= own);
    }
};

QTEST_GUILESS_MAIN(TestPipelineLarge)
#include "tst_pipeline_large.moc"
