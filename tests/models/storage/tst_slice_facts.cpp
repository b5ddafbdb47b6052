// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/slice_facts.h"

#include "models/storage/queries/catalogue_queries.h"
#include "models/storage/store_facts.h"
#include "tests/support/database_fixture.h"
#include "tests/support/small_book.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace keyturn;
using namespace keyturn::test;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// Counts what the store is asked.
class Counting final : public Facts
{
public:
    explicit Counting(Facts& inner)
        : m_inner(inner)
    {}
    int asked = 0;

    Result<Catalogue> catalogue() override { return m_inner.catalogue(); }
    Result<std::optional<Record>> row(const QString& table, const QString& id) override
    {
        note();
        return m_inner.row(table, id);
    }
    Result<std::vector<Record>> rowsWhere(const QString& table, const QString& column, const QVariant& value) override
    {
        note();
        return m_inner.rowsWhere(table, column, value);
    }
    Result<std::vector<Record>> rowsAmong(const QString& table, const QString& column, const QStringList& values,
                                          const QStringList& columns) override
    {
        note();
        return m_inner.rowsAmong(table, column, values, columns);
    }
    Result<std::optional<LeadId>> leadByEmail(const QString& email) override
    {
        note();
        return m_inner.leadByEmail(email);
    }
    Result<std::vector<Record>> mergedAway() override
    {
        note();
        return m_inner.mergedAway();
    }

private:
    void note() { ++asked; }
    Facts& m_inner;
};

} // namespace

/// What is asked beforehand is what the store would have answered.
class TestSliceFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_databases.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void answersAreTheStoresOwn_data() { addRows(); }
    void answersAreTheStoresOwn()
    {
        OPEN_BOOK(f);
        const auto change = [&f](LeadId lead, const Values& values) {
            return f.book.apply({updating(s("leads"), lead.toString(), 1, values)});
        };
        QCOMPARE(change(f.ann, {{"email", s("ann@example.com")}, {"phone", s("+13035550101")}}), QString());
        QCOMPARE(change(f.bob, {{"mobile", s("+13035550101")}, {"external_lead_id", s("X-1")}}), QString());
        QCOMPARE(change(f.eve, {{"email", s("eve@example.com")}, {"deleted_at", qint64(1'770'000'000'000)}}),
                 QString());
        QCOMPARE(f.add("lead_profiles", {{"lead_id", f.bob.toString()}, {"city", s("Reno")}}, f.bob), QString());

        const auto catalogue = queries::catalogue(*f.db);
        QVERIFY(catalogue);
        StoreFacts store(*f.db, *catalogue);
        Counting counted(store);
        SliceFacts ahead(*f.db, counted);
        ImportOrder order;
        order.duplicates = Duplicates::Update;
        const auto row = [&order](const QMap<QString, QVariant>& values) {
            order.rows.push_back({qint64(order.rows.size()) + 2, values, {}, {}, {}});
        };
        row({{s("name"), s("Ann Lee")}, {s("email"), s("ANN@Example.com")}, {s("mobile"), s("+13035550101")}});
        row({{s("name"), s("Eve Özil")}, {s("email"), s("eve@example.com")}, {s("external_lead_id"), s("X-1")}});
        row({{s("name"), s("Nobody")}, {s("email"), s("nobody@example.com")}, {s("phone"), s("+13035550199")}});
        const Done looked = ahead.lookFor(order);
        QVERIFY2(looked, looked ? "" : qPrintable(looked.error().detail));
        QCOMPARE(counted.asked, 4); // what belongs to those who were found, and nothing else

        const std::vector<std::pair<const char*, QString>> questions{
            {"name", s("Ann Lee")},         {"name", s("Eve Özil")},       {"name", s("Nobody")},
            {"phone", s("+13035550101")},   {"mobile", s("+13035550101")}, {"phone", s("+13035550199")},
            {"external_lead_id", s("X-1")},
        };
        counted.asked = 0;
        for (const auto& [column, value] : questions) {
            const auto expected = store.rowsWhere(s("leads"), s(column), value);
            const auto found = ahead.rowsWhere(s("leads"), s(column), value);
            QVERIFY(expected && found);
            QCOMPARE(*found, *expected);
        }
        for (const QString& email : {s("ANN@example.com"), s("eve@example.com"), s("nobody@example.com")}) {
            QCOMPARE(ahead.leadByEmail(email), store.leadByEmail(email));
        }
        QCOMPARE(*ahead.leadByEmail(s("ann@example.com")), std::optional<LeadId>(f.ann));
        QCOMPARE(ahead.row(s("leads"), f.ann.toString()), store.row(s("leads"), f.ann.toString()));
        QCOMPARE(ahead.rowsWhere(s("lead_profiles"), s("lead_id"), f.bob.toString()),
                 store.rowsWhere(s("lead_profiles"), s("lead_id"), f.bob.toString()));
        QCOMPARE(ahead.rowsWhere(s("lead_notes"), s("lead_id"), f.ann.toString())->size(), 0U);
        QCOMPARE(counted.asked, 0);
        // What nobody foresaw is asked of the store.
        QCOMPARE(ahead.rowsWhere(s("leads"), s("name"), s("Bob Ray"))->size(), 1U);
        QCOMPARE(counted.asked, 1);
    }

    void whatAChangeSetTouchedIsThereWithWhatWasRemoved_data() { addRows(); }
    void whatAChangeSetTouchedIsThereWithWhatWasRemoved()
    {
        OPEN_BOOK(f);
        QCOMPARE(f.book.apply({updating(s("leads"), f.bob.toString(), 1, {{"deleted_at", qint64(1'770'000'000'000)}})}),
                 QString());
        const auto catalogue = queries::catalogue(*f.db);
        StoreFacts store(*f.db, *catalogue);
        Counting counted(store);
        SliceFacts ahead(*f.db, counted);
        ChangeSet done;
        for (const LeadId lead : {f.ann, f.bob}) {
            RowChange row;
            row.table = s("leads");
            row.id = lead.toString();
            row.leadId = row.id;
            done.rows.push_back(row);
        }
        QVERIFY(ahead.lookAt(done));
        QCOMPARE(counted.asked, 1);
        for (const LeadId lead : {f.ann, f.bob}) {
            QCOMPARE(ahead.row(s("leads"), lead.toString()), store.row(s("leads"), lead.toString()));
        }
        const auto states =
            ahead.rowsAmong(s("leads"), s("id"), {f.ann.toString(), f.bob.toString()}, {s("id"), s("deleted_at")});
        QCOMPARE(states->size(), 2U);
        QCOMPARE(counted.asked, 1);
    }

private:
    /// On a server it is a person who asks, never its administrator.
    void addRows() const
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("sqlite") << Dialect::Sqlite;
        if (m_databases.hasPostgres()) {
            QTest::newRow("member") << Dialect::Postgres;
        }
    }

    DatabaseFixture m_databases;
};

QTEST_GUILESS_MAIN(TestSliceFacts)
#include "tst_slice_facts.moc"
