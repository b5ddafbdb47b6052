// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/bulk_loader.h"
#include "models/storage/verify.h"
#include "tests/support/book_builder.h"
#include "tests/support/database_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace keyturn;
using namespace keyturn::test;

namespace {

/// All rows of a table as text, to compare whole states.
QStringList dump(Connection& db, const QString& table)
{
    QStringList rows;
    const Done done = db.select(QStringLiteral("SELECT * FROM %1 ORDER BY 1, 2").arg(table), [&](const Statement& row) {
        QStringList cells;
        for (int i = 0; i < row.columnCount(); ++i) {
            cells << (row.isNull(i) ? QStringLiteral("∅") : row.text(i));
        }
        rows << cells.join(u'|');
    });
    return done ? rows : QStringList{done.error().detail};
}

RowBatch asBatch(const std::vector<RowChange>& rows)
{
    RowBatch batch;
    batch.table = rows.front().table;
    batch.columns << QStringLiteral("id") << QStringLiteral("created_at");
    for (const FieldChange& field : rows.front().fields) {
        batch.columns << field.column;
    }
    for (const RowChange& row : rows) {
        std::vector<QVariant> values{row.id, qint64{1'770'000'000'003}};
        for (const FieldChange& field : row.fields) {
            values.push_back(field.after);
        }
        batch.rows.push_back(values);
    }
    return batch;
}

QStringList schema(Connection& db)
{
    QStringList found;
    const Done done =
        db.select(QStringLiteral("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' "
                                 "ORDER BY type, name"),
                  [&](const Statement& row) { found << row.text(0); });
    return done ? found : QStringList();
}

} // namespace

class TestBulkLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_databases.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void equalsRowByRow_data() { m_databases.addRows(); }
    void equalsRowByRow()
    {
        const auto slow = m_databases.open();
        const auto fast = m_databases.open();
        BookBuilder oneByOne(*slow);
        BookBuilder inBulk(*fast);
        QCOMPARE(oneByOne.begin(), QString());
        QCOMPARE(inBulk.begin(), QString());

        std::vector<RowChange> leads;
        std::vector<RowChange> calls;
        std::vector<RowChange> activities;
        const Instant day{1'769'000'000'000};
        for (int i = 0; i < 20; ++i) {
            const LeadId lead(oneByOne.newId());
            leads.push_back(oneByOne.lead(lead, QStringLiteral("Lead %1").arg(i),
                                          i % 3 == 0 ? oneByOne.firstStage : oneByOne.secondStage, 1000 * i,
                                          i % 2 == 0 ? oneByOne.user : UserId()));
            calls.push_back(
                oneByOne.call(lead, i % 4 == 0 ? QStringLiteral("inbound") : QStringLiteral("outbound"), day + i));
            activities.push_back(
                oneByOne.activity(lead, i % 5 == 0 ? QStringLiteral("form_submitted") : QStringLiteral("custom"),
                                  QStringLiteral("Näïve \"quoted\" \\ 🙂 %1").arg(i), day + 2 * i));
        }
        std::vector<RowChange> all = leads;
        for (std::vector<RowChange>* more : {&calls, &activities}) {
            for (RowChange& row : *more) {
                row.fields.push_back(
                    FieldChange{QStringLiteral("metadata"), {}, QStringLiteral("{\"b\":1.50,\"a\":[]}")});
                all.push_back(row);
            }
        }
        for (RowChange& row : all) {
            row.fields.push_back(FieldChange{QStringLiteral("created_at"), {}, qint64{1'770'000'000'003}});
            row.fields.push_back(FieldChange{QStringLiteral("updated_at"), {}, qint64{1'770'000'000'003}});
        }
        QCOMPARE(oneByOne.apply(all), QString());

        auto loader = BulkLoader::begin(*fast, inBulk.device, inBulk.now());
        QVERIFY(loader);
        for (const auto& rows : {leads, calls, activities}) {
            const Done done = (*loader)->add(asBatch(rows));
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        }
        const Done finished = (*loader)->finish();
        QVERIFY2(finished, finished ? "" : qPrintable(finished.error().detail));

        for (const QString& table : {QStringLiteral("leads"), QStringLiteral("communications"),
                                     QStringLiteral("lead_activities"), QStringLiteral("lead_totals")}) {
            QCOMPARE(dump(*fast, table), dump(*slow, table));
        }
        if (fast->isSqlite()) {
            QCOMPARE(schema(*fast), schema(*slow));
        }
        const auto checks = verifyBook(*fast);
        QVERIFY(checks);
        for (const BookCheck& check : *checks) {
            QVERIFY2(check.ok, qPrintable(QString(check.name + QStringLiteral(": ") + check.detail)));
        }

        // The chain goes on where the bulk ended.
        QCOMPARE(inBulk.apply({inBulk.activity(LeadId::fromString(leads.front().id), QStringLiteral("custom"),
                                               QStringLiteral("After"), day)}),
                 QString());
        QCOMPARE(inBulk.written().rows.front().after(QStringLiteral("device_seq")).toLongLong(), 21);
        const auto chain = verifyChains(*fast);
        QVERIFY(chain && chain->ok);
    }

    void brokenOffLeavesNothing_data() { m_databases.addRows(); }
    void brokenOffLeavesNothing()
    {
        const auto db = m_databases.open();
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        const QStringList before = db->isSqlite() ? schema(*db) : QStringList();
        {
            auto loader = BulkLoader::begin(*db, book.device, book.now());
            QVERIFY(loader);
            QVERIFY((*loader)->add(asBatch({book.lead(LeadId(book.newId()), QStringLiteral("A"), book.firstStage)})));
        }
        QCOMPARE(db->number(QStringLiteral("SELECT count(*) FROM leads")), Result<qint64>(0));
        if (db->isSqlite()) {
            QCOMPARE(schema(*db), before);
        }
    }

    void unknownColumnsAreRefused()
    {
        const auto db = m_databases.open(Dialect::Sqlite);
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        auto loader = BulkLoader::begin(*db, book.device, book.now());
        QVERIFY(loader);
        const Done done = (*loader)->add(RowBatch{QStringLiteral("leads"), {QStringLiteral("name) --")}, {}});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Invalid);
    }

private:
    DatabaseFixture m_databases;
};

QTEST_GUILESS_MAIN(TestBulkLoader)
#include "tst_bulk_loader.moc"
