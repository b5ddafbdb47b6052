// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/book_builder.h"
#include "tests/support/database_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace keyturn;
using namespace keyturn::test;

class TestChangeSetWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_databases.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void insertFillsWhatIsMissing_data() { m_databases.addRows(); }
    void insertFillsWhatIsMissing()
    {
        const auto db = m_databases.open();
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        const LeadId lead(book.newId());
        QCOMPARE(book.apply({book.lead(lead, QStringLiteral("Ann Lee"), book.firstStage, 35'000'000)}), QString());

        const RowChange& written = book.written().rows.at(0);
        QCOMPARE(written.after(QStringLiteral("version")).toLongLong(), 1);
        QCOMPARE(written.after(QStringLiteral("organization_id")).toString(), book.organization.toString());
        QCOMPARE(written.after(QStringLiteral("created_at")).toLongLong(), book.now().ms);

        const auto row = db->first(QStringLiteral("SELECT * FROM leads WHERE id = ?"), lead);
        QVERIFY(row && *row);
        QCOMPARE((*row)->text(QStringLiteral("name")), QStringLiteral("Ann Lee"));
        QCOMPARE((*row)->integer(QStringLiteral("created_at")), book.now().ms);
        QCOMPARE((*row)->integer(QStringLiteral("version")), 1);
        QCOMPARE((*row)->text(QStringLiteral("lead_temperature")), QStringLiteral("cold"));
        QCOMPARE((*row)->integer(QStringLiteral("estimated_value_cents")), 35'000'000);
        QVERIFY((*row)->isNull(QStringLiteral("assigned_to")));
    }

    void updateRaisesTheVersionOrConflicts_data() { m_databases.addRows(); }
    void updateRaisesTheVersionOrConflicts()
    {
        const auto db = m_databases.open();
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        const LeadId lead(book.newId());
        QCOMPARE(book.apply({book.lead(lead, QStringLiteral("Ann Lee"), book.firstStage)}), QString());
        const QString leads = QStringLiteral("leads");
        QCOMPARE(book.apply({updating(leads, lead.toString(), 1, {{"name", QStringLiteral("Ann Li")}}, lead)}),
                 QString());

        QVERIFY(!book.apply({updating(leads, lead.toString(), 1, {{"name", QStringLiteral("Late")}}, lead)}).isEmpty());
        QCOMPARE(book.error().kind, Error::Kind::Conflict);

        const auto row = db->first(QStringLiteral("SELECT name, version FROM leads WHERE id = ?"), lead);
        QCOMPARE((*row)->text(QStringLiteral("name")), QStringLiteral("Ann Li"));
        QCOMPARE((*row)->integer(QStringLiteral("version")), 2);
    }

    void unknownNamesAreRefused_data() { m_databases.addRows(); }
    void unknownNamesAreRefused()
    {
        const auto db = m_databases.open();
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        const QString id = book.newId().toString(QUuid::WithoutBraces);
        QVERIFY(!book.apply({insertion(QStringLiteral("leads; DROP TABLE leads"), id, {})}).isEmpty());
        QCOMPARE(book.error().kind, Error::Kind::Invalid);
        QVERIFY(!book.apply({insertion(QStringLiteral("tags"), id, {{"name) --", QStringLiteral("x")}})}).isEmpty());
        QCOMPARE(book.error().kind, Error::Kind::Invalid);
        QVERIFY(!book.apply({insertion(QStringLiteral("tags"), id, {{"name", QString(u'\0')}})}).isEmpty());
        QCOMPARE(book.error().kind, Error::Kind::Invalid);
    }

    void foreignKeysAreCheckedAtCommit_data() { m_databases.addRows(); }
    void foreignKeysAreCheckedAtCommit()
    {
        const auto db = m_databases.open();
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        const LeadId lead(book.newId());
        QVERIFY(!book.apply({book.lead(lead, QStringLiteral("Nowhere"), StageId(book.newId()))}).isEmpty());
        QCOMPARE(book.error().kind, Error::Kind::Constraint);
        QCOMPARE(db->number(QStringLiteral("SELECT count(*) FROM leads")), Result<qint64>(0));
    }

    void boardPositionsAreWrittenByKey_data() { m_databases.addRows(); }
    void boardPositionsAreWrittenByKey()
    {
        const auto db = m_databases.open();
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        const LeadId lead(book.newId());
        const QString table = QStringLiteral("board_positions");
        const QString ranks = QStringLiteral("SELECT coalesce(sum(rank), -1) FROM board_positions");
        const Values first{{"stage_id", book.firstStage.toString()}, {"rank", 1024}};
        QCOMPARE(book.apply({updating(table, lead.toString(), 0, first, lead)}), QString());
        QCOMPARE(db->number(ranks), Result<qint64>(1024));
        QCOMPARE(book.apply({updating(table, lead.toString(), 0, {{"rank", 7}}, lead)}), QString());
        QCOMPARE(db->number(ranks), Result<qint64>(7));
        QCOMPARE(book.apply({insertion(table, lead.toString(), first, lead)}), QString());
        QCOMPARE(db->number(ranks), Result<qint64>(1024));
        QCOMPARE(book.apply({updating(table, lead.toString(), 0, {{"rank", QVariant()}}, lead)}), QString());
        QCOMPARE(db->number(ranks), Result<qint64>(-1));
    }

    void activitiesAreChained_data() { m_databases.addRows(); }
    void activitiesAreChained()
    {
        const auto db = m_databases.open();
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        const LeadId lead(book.newId());
        QCOMPARE(book.apply({book.lead(lead, QStringLiteral("Ann"), book.firstStage),
                             book.activity(lead, QStringLiteral("created"), QStringLiteral("One"), book.now()),
                             book.activity(lead, QStringLiteral("custom"), QStringLiteral("Two"), book.now())}),
                 QString());
        const RowChange one = book.written().rows.at(1);
        const RowChange two = book.written().rows.at(2);
        QCOMPARE(one.after(QStringLiteral("device_seq")).toLongLong(), 1);
        QCOMPARE(one.after(QStringLiteral("prev_hash")).toString(), QString(64, u'0'));
        QCOMPARE(two.after(QStringLiteral("prev_hash")), one.after(QStringLiteral("hash")));
        QCOMPARE(book.apply({book.activity(lead, QStringLiteral("custom"), QStringLiteral("Three"), book.now())}),
                 QString());
        QCOMPARE(book.written().rows.at(0).after(QStringLiteral("prev_hash")), two.after(QStringLiteral("hash")));

        // What was rolled back leaves no gap.
        QVERIFY(!book.apply({book.activity(LeadId(book.newId()), QStringLiteral("custom"), QStringLiteral("No"),
                                           book.now())})
                     .isEmpty());
        QCOMPARE(book.apply({book.activity(lead, QStringLiteral("custom"), QStringLiteral("Four"), book.now())}),
                 QString());
        QCOMPARE(book.written().rows.at(0).after(QStringLiteral("device_seq")).toLongLong(), 4);

        // Read back, a row has the hash that it carries.
        QStringList columns;
        for (const ColumnSpec& column : tableSpec(QStringLiteral("lead_activities"))->columns) {
            columns << column.name;
        }
        ActivityHasher hasher;
        const int hashColumn = tableSpec(QStringLiteral("lead_activities"))->columnIndex.value(QStringLiteral("hash"));
        int rows = 0;
        const Done done = db->select(QStringLiteral("SELECT %1 FROM lead_activities").arg(columns.join(u',')),
                                     [&](const Statement& row) {
                                         ++rows;
                                         QCOMPARE(QString::fromLatin1(hasher.hash(row)), row.text(hashColumn));
                                     });
        QVERIFY(done);
        QCOMPARE(rows, 4);
    }

    void logsRefuseChanges_data() { m_databases.addRows(); }
    void logsRefuseChanges()
    {
        const auto db = m_databases.open();
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        const LeadId lead(book.newId());
        QCOMPARE(book.apply({book.lead(lead, QStringLiteral("Ann"), book.firstStage),
                             book.activity(lead, QStringLiteral("created"), QStringLiteral("One"), book.now())}),
                 QString());
        const QString table = writableName(db->dialect(), QStringLiteral("lead_activities"));
        for (const QString& sql : {QString(QStringLiteral("UPDATE ") + table + QStringLiteral(" SET title = 'x'")),
                                   QString(QStringLiteral("DELETE FROM ") + table)}) {
            const auto done = db->run(sql);
            QVERIFY(!done);
            QCOMPARE(done.error().kind, Error::Kind::Constraint);
        }
        if (!db->isSqlite()) {
            QVERIFY(!db->run(QStringLiteral("TRUNCATE keyturn.lead_activities")));
        }
        const QString id = book.written().rows.at(1).id;
        QVERIFY(!book.apply({updating(QStringLiteral("lead_activities"), id, 1, {{"title", QStringLiteral("x")}})})
                     .isEmpty());
        QCOMPARE(book.error().kind, Error::Kind::Refused);
    }

    void derivedColumnsFollow_data() { m_databases.addRows(); }
    void derivedColumnsFollow()
    {
        const auto db = m_databases.open();
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        const LeadId lead(book.newId());
        const Instant day{1'769'000'000'000};
        QCOMPARE(book.apply({book.lead(lead, QStringLiteral("Ann"), book.firstStage)}), QString());
        QCOMPARE(book.apply({book.activity(lead, QStringLiteral("custom"), QStringLiteral("a"), day + 5),
                             book.activity(lead, QStringLiteral("form_submitted"), QStringLiteral("b"), day + 2),
                             book.call(lead, QStringLiteral("outbound"), day + 3),
                             book.call(lead, QStringLiteral("inbound"), day + 4),
                             book.call(lead, QStringLiteral("outbound"), day + 1)}),
                 QString());
        const QString sql = QStringLiteral("SELECT last_activity_at, last_engagement_at, first_contacted_at, "
                                           "last_contacted_at, total_calls, version FROM leads WHERE id = ?");
        const auto read = [&] {
            QList<qint64> found;
            const Done done = db->select(
                sql,
                [&](const Statement& row) {
                    for (int i = 0; i < row.columnCount(); ++i) {
                        found << (row.integer(i) > day.ms ? row.integer(i) - day.ms : row.integer(i));
                    }
                },
                lead);
            return done ? found : QList<qint64>();
        };
        QCOMPARE(read(), (QList<qint64>{5, 4, 1, 4, 3, 1}));
        // Taking back the inbound call lowers them again.
        const QString inbound = book.written().rows.at(3).id;
        QCOMPARE(book.apply({updating(QStringLiteral("communications"), inbound, 1, {{"deleted_at", day.ms}}, lead)}),
                 QString());
        QCOMPARE(read(), (QList<qint64>{5, 2, 1, 3, 2, 1}));
    }

    void totalsFollow_data() { m_databases.addRows(); }
    void totalsFollow()
    {
        const auto db = m_databases.open();
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        const LeadId a(book.newId());
        const LeadId b(book.newId());
        QCOMPARE(book.apply({book.lead(a, QStringLiteral("A"), book.firstStage, 100),
                             book.lead(b, QStringLiteral("B"), book.firstStage, 50, book.user)}),
                 QString());
        const auto totals = [&] {
            QStringList found;
            const Done done = db->select(
                QStringLiteral("SELECT s.key, t.owner_key, t.lead_count, t.value_cents FROM lead_totals t "
                               "JOIN pipeline_stages s ON s.id = t.stage_id ORDER BY 1, 2"),
                [&](const Statement& row) {
                    found << QStringLiteral("%1/%2/%3/%4")
                                 .arg(row.text(0), row.text(1).isEmpty() ? QStringLiteral("-") : QStringLiteral("u"))
                                 .arg(row.integer(2))
                                 .arg(row.integer(3));
                });
            return done ? found : QStringList{done.error().detail};
        };
        QCOMPARE(totals(), (QStringList{QStringLiteral("new/-/1/100"), QStringLiteral("new/u/1/50")}));
        const QString leads = QStringLiteral("leads");
        QCOMPARE(book.apply({updating(leads, a.toString(), 1,
                                      {{"stage_id", book.secondStage.toString()},
                                       {"assigned_to", book.user.toString()},
                                       {"estimated_value_cents", 70}},
                                      a)}),
                 QString());
        QCOMPARE(totals(), (QStringList{QStringLiteral("contacted/u/1/70"), QStringLiteral("new/u/1/50")}));
        QCOMPARE(book.apply({updating(leads, b.toString(), 1, {{"deleted_at", book.now().ms}}, b)}), QString());
        QCOMPARE(totals(), (QStringList{QStringLiteral("contacted/u/1/70")}));
        QCOMPARE(book.apply({updating(leads, b.toString(), 2, {{"deleted_at", QVariant()}}, b)}), QString());
        QCOMPARE(totals(), (QStringList{QStringLiteral("contacted/u/1/70"), QStringLiteral("new/u/1/50")}));
    }

private:
    DatabaseFixture m_databases;
};

QTEST_GUILESS_MAIN(TestChangeSetWriter)
#include "tst_change_set_writer.moc"
