// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_matcher.h"
#include "models/items/lead_order.h"
#include "models/items/lead_view.h"
#include "models/items/pipeline_model.h"
#include "tests/models/items/pipeline_book.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QPersistentModelIndex>
#include <QSignalSpy>

using namespace keyturn;
using Fatal = QAbstractItemModelTester;

namespace {

using Book = test::PipelineBook;

/// The model says what the book says: each lead that passes stands in its stage once, in order, and the sums agree.
void compare(const PipelineModel& model, const LeadStore& store, const QHash<LeadId, LeadCard>& leads)
{
    const LeadMatcher matcher(store, model.filter());
    const LeadOrder order = LeadOrder::ofBoard(store, model.sort(), model.grouping());
    qint64 shown = 0;
    for (int s = 0; s < model.rowCount(); ++s) {
        const QModelIndex stage = model.index(s, 0);
        const StageId id = stage.data(LeadRole::Stage).value<StageId>();
        qint64 count = 0;
        qint64 cents = 0;
        qint64 allCount = 0;
        qint64 allCents = 0;
        for (const LeadCard& card : leads) {
            if (card.stage != id) {
                continue;
            }
            ++allCount;
            allCents += card.valueCents;
            const QModelIndex index = model.indexOf(card.id);
            if (matcher.accepts(store.table().rowOf(card.id))) {
                ++count;
                cents += card.valueCents;
                QVERIFY(index.isValid());
                QCOMPARE(index.parent(), stage);
                QCOMPARE(model.leadAt(index), card.id);
            } else {
                QVERIFY(!index.isValid());
            }
        }
        QCOMPARE(qint64(model.rowCount(stage)), count);
        QCOMPARE(stage.data(PipelineModel::Count).toLongLong(), count);
        QCOMPARE(stage.data(PipelineModel::TotalCents).toLongLong(), cents);
        QCOMPARE(stage.data(PipelineModel::AllCount).toLongLong(), allCount);
        QCOMPARE(stage.data(PipelineModel::AllTotalCents).toLongLong(), allCents);
        const int percent = store.catalogue().stage(id)->winPercent;
        QCOMPARE(stage.data(PipelineModel::WeightedCents).toLongLong(), (cents * percent + 50) / 100);
        shown += count;
        for (int row = 1; row < model.rowCount(stage); ++row) {
            const auto left = store.table().rowOf(model.leadAt(model.index(row - 1, 0, stage)));
            const auto right = store.table().rowOf(model.leadAt(model.index(row, 0, stage)));
            QVERIFY(order.less(order.key(left), order.key(right)));
        }
        // Each owner has one group, and the groups hold every row.
        QSet<UserId> owners;
        int next = 0;
        for (const PipelineModel::Group& group : model.groups(stage)) {
            QVERIFY(!owners.contains(group.owner));
            owners.insert(group.owner);
            QCOMPARE(group.first, next);
            QVERIFY(group.rows > 0);
            QCOMPARE(group.count, qint64(group.rows));
            next += group.rows;
            for (const int row : {group.first, next - 1}) {
                QCOMPARE(leads.value(model.leadAt(model.index(row, 0, stage))).owner, group.owner);
            }
        }
        QCOMPARE(next, model.grouping() == BoardGrouping::None ? 0 : model.rowCount(stage));
    }
    QCOMPARE(model.allFigures().count, shown);
}

} // namespace

class TestPipelineModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void showsTheFirstCardsWithExactTotalsBeforeTheRest()
    {
        Book book(400);
        PipelineModel model(book.store);
        const QAbstractItemModelTester tester(&model, Fatal::FailureReportingMode::Fatal);
        QSignalSpy firstLoaded(&book.store, &LeadStore::firstLoaded);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        book.store.load(3);
        QVERIFY(firstLoaded.wait());
        QVERIFY(!book.store.isComplete());
        qint64 count = 0;
        qint64 cents = 0;
        for (int s = 0; s < model.rowCount(); ++s) {
            QVERIFY(model.rowCount(model.index(s, 0)) <= 3);
            count += model.index(s, 0).data(PipelineModel::Count).toLongLong();
            cents += model.index(s, 0).data(PipelineModel::TotalCents).toLongLong();
        }
        qint64 expected = 0;
        for (const LeadCard& card : book.workspace.leads()) {
            expected += card.valueCents;
        }
        QCOMPARE(count, qint64(400));
        QCOMPARE(cents, expected);
        const QPersistentModelIndex kept(model.index(1, 0, model.index(2, 0)));
        const LeadId lead = model.leadAt(kept);
        QVERIFY(!lead.isNull());
        QTRY_VERIFY(book.store.isComplete());
        QVERIFY(kept.isValid());
        QCOMPARE(model.leadAt(kept), lead);
        QCOMPARE(reset.count(), 0);
        compare(model, book.store, book.workspace.leads());
    }

    void staysTrueThroughRandomChanges_data()
    {
        QTest::addColumn<int>("leads");
        QTest::addColumn<int>("steps");
        QTest::newRow("few") << 30 << 300;
        QTest::newRow("many") << 1500 << 150;
        QTest::newRow("filtered in slices") << 4500 << 30;
    }
    void staysTrueThroughRandomChanges()
    {
        QFETCH(int, leads);
        QFETCH(int, steps);
        Book book(leads, 42);
        PipelineModel model(book.store);
        const QAbstractItemModelTester tester(&model, Fatal::FailureReportingMode::Fatal);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        book.open();
        QHash<LeadId, QPersistentModelIndex> watched;
        auto next = static_cast<quint32>(leads);
        QRandomGenerator& random = book.random;
        const auto anyLeads = [&](int most) {
            std::vector<LeadId> some;
            const QList<LeadId> all = book.workspace.leads().keys();
            for (int i = random.bounded(most) + 1; i > 0 && !all.isEmpty(); --i) {
                some.push_back(all.at(random.bounded(static_cast<int>(all.size()))));
            }
            return some;
        };
        for (int step = 0; step < steps; ++step) {
            switch (random.bounded(9)) {
            case 6:
                model.setGrouping(random.bounded(2) == 0 ? BoardGrouping::Owner : BoardGrouping::None);
                break;
            case 0: {
                LeadFilter filter;
                if (random.bounded(2) == 0) {
                    filter.owners = {book.workspace.catalogue().users[0].id, UserId()};
                }
                if (random.bounded(2) == 0) {
                    filter.temperatures = {Temperature::Hot, Temperature::Warm};
                }
                if (random.bounded(3) == 0) {
                    filter.text = QStringLiteral("or");
                }
                if (random.bounded(3) == 0) {
                    filter.minDaysInStage = 10;
                }
                if (random.bounded(4) == 0) {
                    filter.tags = {QStringLiteral("Veteran")};
                }
                model.setFilter(filter);
                break;
            }
            case 1:
                model.setSort(static_cast<BoardSort>(random.bounded(7)));
                break;
            case 2:
                book.workspace.removeElsewhere(anyLeads(3));
                break;
            case 3: {
                const LeadCard card =
                    test::randomCard(random, book.workspace.catalogue(), next++, book.workspace.time.now());
                book.workspace.add(card);
                book.workspace.changeElsewhere({card.id}, [](LeadCard&) {});
                break;
            }
            case 4: {
                MoveStage move;
                move.leads = anyLeads(5);
                move.to = book.workspace.catalogue().stages[static_cast<std::size_t>(random.bounded(9))].id;
                if (random.bounded(3) == 0) {
                    book.workspace.failNext({Error::Kind::Refused, QStringLiteral("No."), {}, {}});
                }
                book.store.move(move);
                break;
            }
            case 5: {
                const int stage = random.bounded(model.rowCount());
                const int rows = model.rowCount(model.index(stage, 0));
                if (rows > 0) {
                    const QModelIndex index = model.index(random.bounded(rows), 0, model.index(stage, 0));
                    watched.insert(model.leadAt(index), index);
                }
                break;
            }
            default:
                book.workspace.changeElsewhere(anyLeads(8), [&](LeadCard& card) {
                    const LeadCard other =
                        test::randomCard(random, book.workspace.catalogue(), 0, book.workspace.time.now());
                    card.taskDueAt = other.taskDueAt;
                    card.taskTitle = other.taskTitle;
                    card.valueCents = other.valueCents;
                    card.temperature = other.temperature;
                    card.name = other.name;
                    card.rank = random.bounded(5);
                    if (random.bounded(2) == 0) {
                        card.stage = other.stage;
                    }
                });
                break;
            }
            if (random.bounded(3) == 0) {
                QCoreApplication::processEvents();
            }
            for (auto it = watched.begin(); it != watched.end();) {
                if (it.value().isValid()) {
                    QCOMPARE(model.leadAt(it.value()), it.key());
                    ++it;
                } else {
                    it = watched.erase(it); // filtered out or removed
                }
            }
        }
        QSignalSpy settled(&book.store, &LeadStore::settled);
        book.workspace.changeElsewhere(anyLeads(1), [](LeadCard& card) { card.score = 7; });
        QTRY_VERIFY(settled.count() > 0);
        QTRY_COMPARE(book.store.table().count(), book.workspace.leads().size());
        const auto stageOf = [&](LeadId lead) { return model.stageAt(model.indexOf(lead)); };
        model.setFilter({});
        QTRY_VERIFY(model.isSettled());
        for (const LeadCard& card : book.workspace.leads()) {
            QTRY_COMPARE(stageOf(card.id), card.stage);
        }
        compare(model, book.store, book.workspace.leads());
        QCOMPARE(reset.count(), 0);
    }

    void aDropAsksAndChangesNothing()
    {
        Book book(60);
        PipelineModel model(book.store);
        const QAbstractItemModelTester tester(&model, Fatal::FailureReportingMode::Fatal);
        book.open();
        const QModelIndex from = model.index(0, 0);
        const QModelIndex to = model.index(3, 0);
        QVERIFY(model.rowCount(from) > 1);
        const LeadId first = model.leadAt(model.index(0, 0, from));
        const LeadId second = model.leadAt(model.index(1, 0, from));
        const std::unique_ptr<QMimeData> data(model.mimeData({model.index(0, 0, from), model.index(1, 0, from)}));
        QVERIFY(data != nullptr);
        QVERIFY(PipelineModel::decode(data.get()) == (std::vector<LeadId>{first, second}));
        QVERIFY(model.canDropMimeData(data.get(), Qt::MoveAction, 1, 0, to));
        QVERIFY(!model.canDropMimeData(data.get(), Qt::CopyAction, 1, 0, to));
        QVERIFY(!model.canDropMimeData(data.get(), Qt::MoveAction, 0, 0, QModelIndex()));
        QSignalSpy asked(&model, &PipelineModel::moveRequested);
        const int before = model.rowCount(from);
        QVERIFY(!model.dropMimeData(data.get(), Qt::MoveAction, 1, 0, to));
        QCOMPARE(asked.count(), 0);
        QVERIFY(asked.wait());
        QVERIFY(asked.first().at(0).value<std::vector<LeadId>>() == (std::vector<LeadId>{first, second}));
        QVERIFY(asked.first().at(1).value<StageId>() == model.stageAt(to));
        QCOMPARE(asked.first().at(2).toInt(), 1);
        QCOMPARE(model.rowCount(from), before);
        QMimeData foreign;
        foreign.setText(QStringLiteral("hello"));
        QVERIFY(!model.canDropMimeData(&foreign, Qt::MoveAction, 0, 0, to));
        QMimeData cut;
        cut.setData(QLatin1String(PipelineModel::leadMimeType), QByteArray("\0\0\0\5x", 5));
        QVERIFY(PipelineModel::decode(&cut).empty());
    }

    void movesAtOnceAndComesBackWithTheReason()
    {
        Book book(60);
        PipelineModel model(book.store);
        const QAbstractItemModelTester tester(&model, Fatal::FailureReportingMode::Fatal);
        book.open();
        const QModelIndex from = model.index(1, 0);
        const LeadId lead = model.leadAt(model.index(0, 0, from));
        const QPersistentModelIndex kept(model.indexOf(lead));
        const StageId target = model.stageAt(model.index(4, 0));
        MoveStage move{{lead}, target, {}, {}, {}, {}};
        QSignalSpy rows(&model, &QAbstractItemModel::rowsMoved);

        book.workspace.hold();
        book.store.move(move);
        QCOMPARE(rows.count(), 1);
        QVERIFY(model.stageAt(kept) == target);
        QVERIFY(kept.data(LeadRole::Pending).toBool());
        QVERIFY(kept.data(LeadRole::View).value<LeadView>().pending);
        book.workspace.release();
        QTRY_VERIFY(!kept.data(LeadRole::Pending).toBool());
        QVERIFY(model.stageAt(kept) == target);

        QSignalSpy refused(&book.store, &LeadStore::moveRefused);
        book.workspace.failNext({Error::Kind::Storage, QStringLiteral("The disk is full."), {}, {}});
        move.to = model.stageAt(model.index(5, 0));
        book.store.move(move);
        QVERIFY(model.stageAt(kept) == move.to);
        QVERIFY(refused.wait());
        QCOMPARE(refused.first().at(1).value<Error>().message, QStringLiteral("The disk is full."));
        QVERIFY(model.stageAt(kept) == target);
        QVERIFY(!kept.data(LeadRole::Pending).toBool());
        compare(model, book.store, book.workspace.leads());
    }

    void keepsThePendingStageWhileOtherNewsArrives()
    {
        Book book(40);
        PipelineModel model(book.store);
        book.open();
        const LeadId lead = model.leadAt(model.index(0, 0, model.index(2, 0)));
        const StageId target = model.stageAt(model.index(6, 0));
        const quint64 token = book.store.applyPending({lead}, target);
        book.workspace.changeElsewhere({lead}, [](LeadCard& card) { card.name = QStringLiteral("Renamed"); });
        QTRY_COMPARE(model.indexOf(lead).data().toString(), QStringLiteral("Renamed"));
        QVERIFY(model.stageAt(model.indexOf(lead)) == target);
        book.store.revert(token, {Error::Kind::Refused, QStringLiteral("No."), {}, {}});
        QVERIFY(model.stageAt(model.indexOf(lead)) == model.stageAt(model.index(2, 0)));
    }

    void arrangesFromTheTopToTheDrop()
    {
        Book book(0);
        for (quint32 n = 0; n < 5; ++n) {
            LeadCard card;
            card.id = test::leadId(n);
            card.stage = book.workspace.catalogue().stages[0].id;
            card.name = QString(QChar(static_cast<char16_t>(u'a' + n)));
            card.rank = n < 2 ? n + 1 : 0;
            book.workspace.add(card);
        }
        LeadCard other;
        other.id = test::leadId(9);
        other.stage = book.workspace.catalogue().stages[1].id;
        book.workspace.add(other);
        PipelineModel model(book.store);
        model.setSort(BoardSort::MyOrder);
        book.open();
        const StageId stage = model.stageAt(model.index(0, 0));
        const auto id = [](quint32 n) { return test::leadId(n); };
        using Leads = std::vector<LeadId>;
        QVERIFY(model.arrangement(stage, {id(4)}, 0) == (Leads{id(4), id(0), id(1)}));
        QVERIFY(model.arrangement(stage, {id(0)}, 2) == (Leads{id(1), id(0)}));
        QVERIFY(model.arrangement(stage, {id(9)}, 3) == (Leads{id(0), id(1), id(2), id(9)}));
        QVERIFY(model.arrangement(stage, {id(9)}, -1) == (Leads{id(0), id(1), id(2), id(3), id(4), id(9)}));
    }

    void groupsStandByTheNamesOfOwners()
    {
        Book book(0);
        Catalogue people = book.workspace.catalogue();
        people.users.resize(3);
        const char* names[]{"zoe", "Anna", "Anna"};
        for (std::size_t n = 0; n < 3; ++n) {
            people.users[n].firstName = QLatin1String(names[n]);
            people.users[n].lastName = QStringLiteral("Example");
        }
        book.workspace.setCatalogue(people);
        const StageId stage = people.stages[0].id;
        const auto add = [&](quint32 n, UserId owner) {
            LeadCard card;
            card.id = test::leadId(n);
            card.stage = stage;
            card.owner = owner;
            card.name = QString(QChar(static_cast<char16_t>(u'a' + n)));
            book.workspace.add(card);
        };
        for (quint32 n = 0; n < 8; ++n) {
            add(n, n % 4 == 3 ? UserId() : people.users[n % 4].id);
        }
        add(8, UserId(test::uuid(3, 999))); // somebody who is not in the catalogue
        PipelineModel model(book.store);
        model.setSort(BoardSort::Name);
        model.setGrouping(BoardGrouping::Owner);
        book.open();
        const QModelIndex column = model.stageIndex(stage);
        const auto groups = model.groups(column);
        QCOMPARE(groups.size(), std::size_t(5));
        // Two of one name do not mix, and what nobody owns is last.
        QCOMPARE(groups[0].name, QStringLiteral("Anna Example"));
        QCOMPARE(groups[1].name, QStringLiteral("Anna Example"));
        QVERIFY(groups[0].owner != groups[1].owner);
        QCOMPARE(groups[2].name, QStringLiteral("zoe Example"));
        QCOMPARE(groups[3].name, QStringLiteral("Unknown owner"));
        QCOMPARE(groups[4].name, QStringLiteral("Nobody"));
        QCOMPARE(groups[4].rows, 2);
        compare(model, book.store, book.workspace.leads());

        // Who is called otherwise stands elsewhere.
        QSignalSpy changed(&model, &PipelineModel::groupingChanged);
        people.users[0].firstName = QStringLiteral("Ada");
        book.workspace.setCatalogue(people);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.groups(column).front().name, QStringLiteral("Ada Example"));
        QCOMPARE(model.leadAt(model.index(0, 0, column)), test::leadId(0));
        // And who gets a lead for the first time.
        book.workspace.changeElsewhere({test::leadId(3)}, [&](LeadCard& card) { card.owner = people.users[0].id; });
        QTRY_COMPARE(model.groups(column).front().rows, 3);
        compare(model, book.store, book.workspace.leads());
        model.setGrouping(BoardGrouping::None);
        QVERIFY(model.groups(column).empty());
        compare(model, book.store, book.workspace.leads());
    }

    void groupsAreCountedBeforeAllLeadsAreThere()
    {
        Book book(400);
        PipelineModel model(book.store);
        model.setGrouping(BoardGrouping::Owner);
        QSignalSpy firstLoaded(&book.store, &LeadStore::firstLoaded);
        book.store.load(3);
        QVERIFY(firstLoaded.wait());
        QVERIFY(!book.store.isComplete());
        for (int s = 0; s < model.rowCount(); ++s) {
            const QModelIndex stage = model.index(s, 0);
            for (const PipelineModel::Group& group : model.groups(stage)) {
                qint64 expected = 0;
                for (const LeadCard& card : book.workspace.leads()) {
                    expected += card.stage == model.stageAt(stage) && card.owner == group.owner ? 1 : 0;
                }
                QCOMPARE(group.count, expected);
            }
        }
    }

    void arrangingKeepsToTheGroup()
    {
        Book book(0);
        const Catalogue& people = book.workspace.catalogue();
        const UserId one = people.users[0].id;
        const UserId two = people.users[1].id;
        // One after the other without groups: a b c d e f.
        for (quint32 n = 0; n < 7; ++n) {
            LeadCard card;
            card.id = test::leadId(n);
            card.stage = people.stages[n < 6 ? 0 : 1].id;
            card.owner = n % 2 == 0 ? one : two;
            card.name = QString(QChar(static_cast<char16_t>(u'a' + n)));
            card.rank = n < 6 ? qint64(n + 1) * 1000 : 0;
            book.workspace.add(card);
        }
        PipelineModel model(book.store);
        model.setSort(BoardSort::MyOrder);
        model.setGrouping(BoardGrouping::Owner);
        book.open();
        const StageId stage = people.stages[0].id;
        const QModelIndex column = model.stageIndex(stage);
        const auto id = [](quint32 n) { return test::leadId(n); };
        using Leads = std::vector<LeadId>;
        const auto groups = model.groups(column);
        QCOMPARE(groups.size(), std::size_t(2));
        const int first = groups[0].owner == one ? groups[0].first : groups[1].first; // a c e
        // e to the top of its group: the others stay between one another as they were.
        QVERIFY(model.arrangement(stage, {id(4)}, first) == (Leads{id(4), id(0), id(1), id(2), id(3), id(5)}));
        QVERIFY(model.arrangement(stage, {id(0)}, first + 3) == (Leads{id(1), id(2), id(3), id(4), id(0), id(5)}));
        // Put among those of somebody else it goes as near as its own group reaches.
        const int other = first == 0 ? 6 : 0;
        const Leads near = other == 0 ? Leads{id(4), id(0), id(1), id(2), id(3), id(5)} : Leads();
        QVERIFY(model.arrangement(stage, {id(4)}, other) == near);
        QCOMPARE(model.landingRow(stage, id(4), other), 3);
        // Of several only those of the first one's group are put there.
        QVERIFY(model.arrangement(stage, {id(4), id(1)}, first) == (Leads{id(4), id(0), id(1), id(2), id(3), id(5)}));
        // From another stage: between c and e.
        QVERIFY(model.arrangement(stage, {id(6)}, first + 2) ==
                (Leads{id(0), id(1), id(2), id(3), id(6), id(4), id(5)}));
        // Nothing to do.
        QVERIFY(model.arrangement(stage, {id(0)}, first).empty());
        QVERIFY(model.arrangement(people.stages[1].id, {id(0)}, 0) == Leads{id(0)});
    }

    void followsTheStages()
    {
        Book book(80);
        PipelineModel model(book.store);
        const QAbstractItemModelTester tester(&model, Fatal::FailureReportingMode::Fatal);
        book.open();
        QVERIFY(model.setData(model.index(3, 0), true, PipelineModel::Collapsed));
        Catalogue catalogue = book.workspace.catalogue();
        const StageId moved = catalogue.stages[3].id;
        std::swap(catalogue.stages[3], catalogue.stages[1]);
        catalogue.stages[0].name = QStringLiteral("Fresh");
        catalogue.stages.pop_back();
        Stage extra = catalogue.stages[2];
        extra.id = StageId(test::uuid(2, 77));
        extra.name = QStringLiteral("Extra");
        catalogue.stages.insert(catalogue.stages.begin() + 2, extra);
        book.workspace.setCatalogue(catalogue);
        QCOMPARE(model.rowCount(), static_cast<int>(catalogue.stages.size()));
        for (int s = 0; s < model.rowCount(); ++s) {
            QVERIFY(model.stageAt(model.index(s, 0)) == catalogue.stages[static_cast<std::size_t>(s)].id);
        }
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Fresh"));
        QCOMPARE(model.stageIndex(moved).row(), 1);
        QVERIFY(model.stageIndex(moved).data(PipelineModel::Collapsed).toBool());
        QHash<LeadId, LeadCard> onBoard = book.workspace.leads();
        onBoard.removeIf([&](const auto& it) { return catalogue.stage(it.value().stage) == nullptr; });
        compare(model, book.store, onBoard);
    }

    void judgesCards()
    {
        Book book(0);
        const Instant now = book.workspace.time.now();
        LeadCard card;
        card.id = test::leadId(1);
        card.stage = book.workspace.catalogue().stageByKey(QStringLiteral("processing"))->id;
        card.owner = book.workspace.catalogue().me;
        card.name = QStringLiteral("Yusuf Demir");
        card.valueCents = 54'900'000;
        card.program = QStringLiteral("conventional");
        card.termMonths = 360;
        card.purpose = QStringLiteral("purchase");
        card.ltvPct3 = 96'500;
        card.ficoBand = QStringLiteral("780_plus");
        card.temperature = Temperature::Hot;
        card.stageEnteredAt = now + -13 * msPerDay;
        card.lastActivityAt = now + -8 * msPerDay;
        card.taskTitle = QStringLiteral("Extend lock");
        card.taskDueAt = now + -2 * msPerDay;
        card.doNotContact = true;
        PipelineModel model(book.store);
        card.lockExpiresDay = book.store.frame().day + 2;
        book.workspace.add(card);
        book.open();
        const QModelIndex index = model.indexOf(card.id);
        const auto view = index.data(LeadRole::View).value<LeadView>();
        QCOMPARE(view.amountText, QStringLiteral("$549,000"));
        QCOMPARE(view.programText, QStringLiteral("Conv 30"));
        QCOMPARE(view.scenarioText, QString::fromUtf8("Purchase · 96.5% · 780+"));
        QCOMPARE(view.ownerInitials, QStringLiteral("HB"));
        QCOMPARE(view.due, DueState::Late);
        QCOMPARE(view.lockDaysLeft.value_or(99), 2);
        QCOMPARE(view.daysInStage, 13);
        QCOMPARE(view.rotLevel, 1);
        QVERIFY(view.doNotContact);
        for (const char* part : {"Yusuf Demir", "Processing", "$549,000", "do not contact", "Extend lock"}) {
            QVERIFY2(index.data(Qt::AccessibleTextRole).toString().contains(QLatin1String(part)), part);
        }
        QCOMPARE(index.data(LeadRole::TemperatureText).toString(), QStringLiteral("Hot"));
        QVERIFY(!model.roleNames().value(LeadRole::ScenarioText).isEmpty());
        QVERIFY(!model.roleNames().value(PipelineModel::WeightedText).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPipelineModel)
#include "tst_pipeline_model.moc"
