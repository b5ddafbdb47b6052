// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/report_model.h"
#include "models/items/report_text.h"
#include "tests/support/fake_workspace.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>

using namespace keyturn;

namespace {

using Kind = ReportColumn::Kind;

ReportTable sources()
{
    ReportTable table;
    table.columns = {{QStringLiteral("source"), Kind::Source},
                     {QStringLiteral("leads"), Kind::Count, true},
                     {QStringLiteral("conversion"), Kind::Percent},
                     {QStringLiteral("volume_cents"), Kind::Money}};
    const auto add = [&table](const char* source, qint64 leads, const QVariant& conversion, qint64 cents) {
        table.keys.push_back(QString::fromLatin1(source));
        table.rows.push_back({QString::fromLatin1(source), leads, conversion, cents});
    };
    add("website", 30, 10.0, 942'000'000);
    add("referral_realtor", 4, 25.0, 42'962'400);
    add("purchased", 0, {}, 0);
    table.sums = ReportTable::Row{{}, qint64(34), 12.5, qint64(984'962'400)};
    table.rowCount = 3;
    return table;
}

QStringList firstColumn(const ReportModel& model)
{
    QStringList words;
    for (int row = 0; row < model.rowCount(); ++row) {
        words.append(model.index(row, 0).data().toString());
    }
    return words;
}

} // namespace

class TestReportModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void figuresAreInWords()
    {
        test::FakeWorkspace book(test::catalogue());
        ReportModel model(book);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(), 0);
        book.reportTables.insert(QStringLiteral("conversion_by_source"), sources());
        QSignalSpy progressed(&model, &ReportModel::progressed);
        model.ask({QStringLiteral("conversion_by_source")});
        QVERIFY(model.isLoading());
        QVERIFY(!model.isLoaded());
        QTRY_VERIFY(model.isLoaded());
        QVERIFY(!model.isLoading());
        QCOMPARE(progressed.size(), 2);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.entryCount(), 3);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, 1), QStringLiteral("30"));
        QCOMPARE(text(0, 2), QStringLiteral("10.0%"));
        QCOMPARE(text(0, 3), QStringLiteral("$9.42M"));
        QCOMPARE(text(1, 3), QStringLiteral("$429,624"));
        QCOMPARE(text(2, 2), QStringLiteral("–"));
        QCOMPARE(model.index(0, 3).data(Qt::ToolTipRole).toString(), QStringLiteral("$9,420,000"));
        QVERIFY(!model.index(1, 3).data(Qt::ToolTipRole).isValid());
        QVERIFY(model.index(0, 1).data(ReportModel::Opens).toBool());
        QVERIFY(!model.index(2, 1).data(ReportModel::Opens).toBool()); // nobody is behind nought
        QVERIFY(!model.index(0, 2).data(ReportModel::Opens).toBool());
        QVERIFY(model.index(3, 1).data(ReportModel::IsSum).toBool());
        QCOMPARE(text(3, 1), QStringLiteral("34"));
        QVERIFY(!text(3, 0).isEmpty());
        QCOMPARE(model.index(3, 1).data(ReportModel::RowKey).toString(), QString());
        QCOMPARE(model.index(1, 1).data(ReportModel::RowKey).toString(), QStringLiteral("referral_realtor"));
        QCOMPARE(model.index(1, 1).data(ReportModel::ColumnKey).toString(), QStringLiteral("leads"));
        QVERIFY(!model.headerData(1, Qt::Horizontal).toString().isEmpty());
    }

    void sortsByWhatItHolds()
    {
        test::FakeWorkspace book(test::catalogue());
        ReportModel model(book);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setTable(sources());
        const QString realtor = model.index(1, 0).data().toString();
        const QPersistentModelIndex kept = model.index(1, 0);
        model.sort(1, Qt::AscendingOrder);
        QCOMPARE(model.value(0, QStringLiteral("leads")).toInt(), 0);
        QCOMPARE(model.value(2, QStringLiteral("leads")).toInt(), 30);
        QCOMPARE(kept.data().toString(), realtor);
        QVERIFY(model.index(3, 0).data(ReportModel::IsSum).toBool());
        // What is not known comes last, both ways.
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            model.sort(2, order);
            QVERIFY(!model.value(2, QStringLiteral("conversion")).isValid());
        }
        QCOMPARE(model.value(0, QStringLiteral("conversion")).toDouble(), 25.0);
        model.sort(0, Qt::AscendingOrder);
        QStringList words = firstColumn(model);
        words.removeLast();
        QStringList ordered = words;
        std::sort(ordered.begin(), ordered.end(),
                  [](const QString& a, const QString& b) { return QString::localeAwareCompare(a, b) < 0; });
        QCOMPARE(words, ordered);
        // And it stays sorted when newer figures come.
        model.sort(1, Qt::DescendingOrder);
        ReportTable newer = sources();
        newer.rows[2][1] = qint64(99);
        model.setTable(newer);
        QCOMPARE(model.value(0, QStringLiteral("leads")).toInt(), 99);
        QCOMPARE(kept.data().toString(), realtor);
    }

    void newerFiguresKeepTheRows()
    {
        test::FakeWorkspace book(test::catalogue());
        ReportModel model(book);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setTable(sources());
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex website = model.index(0, 0);
        const QPersistentModelIndex purchased = model.index(2, 0);
        const QPersistentModelIndex sum = model.index(3, 1);
        ReportTable newer = sources();
        newer.keys.erase(newer.keys.begin() + 2);
        newer.rows.erase(newer.rows.begin() + 2);
        newer.keys.insert(newer.keys.begin(), QStringLiteral("event"));
        newer.rows.insert(newer.rows.begin(), {QStringLiteral("event"), qint64(50), 1.0, qint64(0)});
        newer.sums->at(1) = qint64(84);
        model.setTable(newer);
        QCOMPARE(website.row(), 1);
        QVERIFY(!purchased.isValid());
        QCOMPARE(sum.data().toString(), QStringLiteral("84"));
        newer.sums.reset();
        model.setTable(newer);
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(!sum.isValid());
        model.setTable(sources());
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(website.row(), 0);
        newer.keys.clear();
        newer.rows.clear();
        model.setTable(newer);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(resets.size(), 0);
    }

    void columnsAreChosen()
    {
        test::FakeWorkspace book(test::catalogue());
        ReportModel model(book);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setShown({QStringLiteral("source"), QStringLiteral("bar"), QStringLiteral("volume_cents")});
        model.setTable(sources());
        QCOMPARE(model.columnCount(), 3);
        QVERIFY(!model.index(0, 1).data().isValid());
        QCOMPARE(model.index(0, 1).data(ReportModel::ColumnKey).toString(), QStringLiteral("bar"));
        QCOMPARE(model.index(0, 2).data().toString(), QStringLiteral("$9.42M"));
        QVERIFY(model.headerData(1, Qt::Horizontal).toString().isEmpty());
    }

    void someRowsAreLeftOut()
    {
        test::FakeWorkspace book(test::catalogue());
        ReportModel model(book);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setWanted([](const QString& key) { return key != QLatin1String("website"); });
        model.setTable(sources());
        QCOMPARE(model.entryCount(), 2);
        QCOMPARE(model.table().rowCount, qint64(2));
        QCOMPARE(model.index(0, 0).data(ReportModel::RowKey).toString(), QStringLiteral("referral_realtor"));
    }

    void onlyTheLastQuestionIsAnswered()
    {
        test::FakeWorkspace book(test::catalogue());
        ReportModel model(book);
        book.hold();
        book.reportTables.insert(QStringLiteral("a"), sources());
        ReportTable other = sources();
        other.rows[0][1] = qint64(77);
        book.reportTables.insert(QStringLiteral("b"), other);
        model.ask({QStringLiteral("a")});
        model.ask({QStringLiteral("b")});
        QCOMPARE(book.reports.size(), 2U);
        QVERIFY(*book.reports[0].outdated);
        QVERIFY(!*book.reports[1].outdated);
        book.release();
        QTRY_VERIFY(model.isLoaded());
        QCOMPARE(model.value(0, QStringLiteral("leads")).toInt(), 77);
        // One that is let go is not shown any more.
        book.hold();
        model.ask({QStringLiteral("a")});
        model.cancel();
        QVERIFY(!model.isLoading());
        book.release();
        QTest::qWait(20);
        QCOMPARE(model.value(0, QStringLiteral("leads")).toInt(), 77);
    }

    void troubleIsTold()
    {
        test::FakeWorkspace book(test::catalogue());
        ReportModel model(book);
        QSignalSpy failed(&model, &ReportModel::failed);
        book.failQueries(Error{Error::Kind::Storage, QStringLiteral("disk"), {}, {}});
        model.ask({QStringLiteral("a")});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!model.isLoading());
        QVERIFY(!model.isLoaded());
    }

    void everyKindHasWords_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, Kind kind, const QVariant& value, const char* text) {
            QTest::newRow(name) << int(kind) << value << QString::fromUtf8(text);
        };
        row("count", Kind::Count, qint64(12'345), "12,345");
        row("millions", Kind::Money, qint64(2'492'000'000), "$24.92M");
        row("minus", Kind::Money, qint64(-2'492'000'000), "−$24.92M");
        row("thousands", Kind::Money, qint64(99'999'900), "$999,999");
        row("per cent", Kind::Percent, 70.7, "70.7%");
        row("days", Kind::Days, 34.0, "34 d");
        row("few days", Kind::Days, 2.5, "2.5 d");
        row("minutes", Kind::Minutes, 4.0, "4 min");
        row("hours", Kind::Minutes, 300.0, "5 h");
        row("many hours", Kind::Minutes, 4320.0, "3 d");
        row("date", Kind::Date, QDate(2026, 11, 19), "Nov 19, 2026");
        row("stage", Kind::Stage, QStringLiteral("gone_stage"), "Gone stage");
        row("nobody", Kind::User, QVariant(), "Nobody");
        row("left", Kind::User, QStringLiteral("01900000-0000-7000-8000-000000000001"), "Somebody who left");
        row("type", Kind::ActivityType, QStringLiteral("status_changed"), "Stage moves");
        row("new type", Kind::ActivityType, QStringLiteral("rate_locked"), "Rate locked");
        row("missing", Kind::Money, QVariant(), "–");
        row("flag", Kind::Flag, qint64(1), "yes");
    }
    void everyKindHasWords()
    {
        QFETCH(int, kind);
        QFETCH(QVariant, value);
        QFETCH(QString, text);
        QCOMPARE(ReportText::cell(value, {QStringLiteral("x"), static_cast<Kind>(kind)}, test::catalogue(),
                                  QTimeZone("America/Denver")),
                 text);
    }

    void periodsReadAsDays()
    {
        QCOMPARE(ReportText::period(QDate(2026, 1, 1), QDate(2026, 11, 19)), QStringLiteral("Jan 1 to Nov 19, 2026"));
        QCOMPARE(ReportText::period(QDate(2025, 12, 1), QDate(2026, 1, 2)),
                 QStringLiteral("Dec 1, 2025 to Jan 2, 2026"));
        QCOMPARE(ReportText::period(QDate(2026, 1, 1), QDate(2026, 1, 1)), QStringLiteral("Jan 1, 2026"));
        QCOMPARE(ReportText::period({}, {}), QString());
    }
};

QTEST_GUILESS_MAIN(TestReportModel)
#include "tst_report_model.moc"
