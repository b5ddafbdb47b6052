// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/schema.h"
#include "models/storage/migrator.h"
#include "tests/support/database_fixture.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace keyturn;
using namespace keyturn::test;

namespace {

/// What each database calls the type of a column.
QString nativeType(Dialect dialect, ColumnType type)
{
    const bool lite = dialect == Dialect::Sqlite;
    switch (type) {
    case ColumnType::Uuid:
        return lite ? QStringLiteral("TEXT") : QStringLiteral("uuid");
    case ColumnType::Int:
    case ColumnType::Pct3:
        return lite ? QStringLiteral("INTEGER") : QStringLiteral("integer");
    case ColumnType::Big:
    case ColumnType::Money:
        return lite ? QStringLiteral("INTEGER") : QStringLiteral("bigint");
    case ColumnType::Bool:
        return lite ? QStringLiteral("INTEGER") : QStringLiteral("boolean");
    case ColumnType::Score01:
    case ColumnType::Real:
        return lite ? QStringLiteral("REAL") : QStringLiteral("numeric");
    case ColumnType::Date:
        return lite ? QStringLiteral("TEXT") : QStringLiteral("date");
    case ColumnType::Time:
        return lite ? QStringLiteral("TEXT") : QStringLiteral("time without time zone");
    case ColumnType::Ts:
        return lite ? QStringLiteral("INTEGER") : QStringLiteral("timestamp with time zone");
    case ColumnType::Json:
        return lite ? QStringLiteral("TEXT") : QStringLiteral("jsonb");
    case ColumnType::Blob:
        return lite ? QStringLiteral("BLOB") : QStringLiteral("bytea");
    default:
        return lite ? QStringLiteral("TEXT") : QStringLiteral("text");
    }
}

/// Columns that only a server has. No change set names them.
QStringList serverColumns(const QString& table)
{
    if (table == QLatin1String("board_positions")) {
        return {QStringLiteral("user_id"), QStringLiteral("organization_id")};
    }
    return {QStringLiteral("rev"), QStringLiteral("about"), QStringLiteral("private_to")};
}

QStringList realColumns(Connection& db, const QString& table)
{
    const QString sql =
        db.isSqlite()
            ? QStringLiteral("SELECT name, type, \"notnull\" FROM pragma_table_info(?) ORDER BY cid")
            : QStringLiteral("SELECT column_name::text, data_type::text, CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END "
                             "FROM information_schema.columns WHERE table_schema = 'keyturn' AND table_name = ?::text "
                             "ORDER BY ordinal_position");
    QStringList found;
    const Done done = db.select(
        sql,
        [&](const Statement& row) {
            if (db.isSqlite() || !serverColumns(table).contains(row.text(0))) {
                found << QStringLiteral("%1 %2 %3")
                             .arg(row.text(0), row.text(1), row.flag(2) ? QStringLiteral("required") : QString());
            }
        },
        table);
    return done ? found : QStringList{done.error().detail};
}

/// Words in single quotes.
QStringList quoted(const QString& text)
{
    static const QRegularExpression word(QStringLiteral("'([^']*)'"));
    QStringList words;
    for (auto found = word.globalMatch(text); found.hasNext();) {
        words << found.next().captured(1);
    }
    return words;
}

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_databases.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void descriptorsAreTheRealTables_data() { m_databases.addRows(); }
    void descriptorsAreTheRealTables()
    {
        QFETCH(const Dialect, dialect);
        const auto db = m_databases.open();
        for (const TableSpec& table : tableSpecs()) {
            QStringList expected;
            for (const ColumnSpec& column : table.columns) {
                const bool isSqliteRowId =
                    dialect == Dialect::Sqlite && table.name == QLatin1String("undo_stack") && column.name == table.key;
                expected << QStringLiteral("%1 %2 %3")
                                .arg(column.name, nativeType(dialect, column.type),
                                     column.nullable || isSqliteRowId ? QString() : QStringLiteral("required"));
            }
            QCOMPARE(realColumns(*db, table.name), expected);
        }
    }

    void closedListsAreTheChecks_data() { m_databases.addRows(); }
    void closedListsAreTheChecks()
    {
        const auto db = m_databases.open();
        int lists = 0;
        for (const TableSpec& table : tableSpecs()) {
            for (const ColumnSpec& column : table.columns) {
                if (column.type != ColumnType::Enum) {
                    continue;
                }
                ++lists;
                QString check;
                const QString name = QStringLiteral("ck_%1_%2").arg(table.name, column.name);
                if (db->isSqlite()) {
                    const auto row =
                        db->first(QStringLiteral("SELECT sql FROM sqlite_master WHERE name = ?"), table.name);
                    QVERIFY(row && *row);
                    const QString sql = (*row)->text(QStringLiteral("sql"));
                    const auto from = sql.indexOf(name + u' ');
                    QVERIFY2(from >= 0, qPrintable(name));
                    check = sql.mid(from, sql.indexOf(QStringLiteral("))"), from) - from);
                } else {
                    const auto row = db->first(
                        QStringLiteral(
                            "SELECT pg_get_constraintdef(oid) AS def FROM pg_constraint WHERE conname = ?::name"),
                        name);
                    QVERIFY2(row && *row, qPrintable(name));
                    check = (*row)->text(QStringLiteral("def"));
                }
                QCOMPARE(quoted(check), column.values);
                QVERIFY(column.defaultValue.isNull() || column.values.contains(column.defaultValue));
            }
        }
        QVERIFY(lists > 15);
    }

    void foreignKeysPointWhereTheDescriptorsSay_data() { m_databases.addRows(); }
    void foreignKeysPointWhereTheDescriptorsSay()
    {
        const auto db = m_databases.open();
        for (const TableSpec& table : tableSpecs()) {
            QStringList expected;
            for (const ColumnSpec& column : table.columns) {
                if (!column.references.isEmpty()) {
                    QVERIFY(tableSpec(column.references) != nullptr);
                    expected << QString(column.name + u' ' + column.references);
                }
            }
            expected.sort();
            QStringList found;
            const QString sql =
                db->isSqlite()
                    ? QStringLiteral("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)")
                    : QStringLiteral(
                          "SELECT a.attname::text, t.relname::text FROM pg_constraint c "
                          // The organization leads every key but the one to it.
                          "JOIN pg_attribute a ON a.attrelid = c.conrelid "
                          "AND a.attnum = c.conkey[array_length(c.conkey, 1)] "
                          "AND a.attname <> 'private_to' "
                          "JOIN pg_class t ON t.oid = c.confrelid "
                          "WHERE c.contype = 'f' AND c.condeferred AND c.conrelid = ('keyturn.' || ?)::regclass");
            QVERIFY(db->select(
                sql, [&](const Statement& row) { found << QString(row.text(0) + u' ' + row.text(1)); }, table.name));
            found.sort();
            QCOMPARE(found, expected);
        }
    }

    void everyForeignKeyHasAnIndex()
    {
        const auto db = m_databases.open(Dialect::Sqlite);
        for (const TableSpec& table : tableSpecs()) {
            for (const ColumnSpec& column : table.columns) {
                if (column.references.isEmpty()) {
                    continue;
                }
                // The planner itself says whether looking up children of a parent is a search.
                QStringList plan;
                QVERIFY(db->select(
                    QStringLiteral("EXPLAIN QUERY PLAN SELECT 1 FROM %1 WHERE %2 = 'x'").arg(table.name, column.name),
                    [&](const Statement& row) { plan << row.text(3); }));
                const QString what = table.name + u'.' + column.name + QStringLiteral(": ") + plan.join(u';');
                QVERIFY2(plan.join(u';').startsWith(QLatin1String("SEARCH")), qPrintable(what));
            }
        }
    }

    void readViewsHaveEveryColumn()
    {
        if (!m_databases.hasPostgres()) {
            QSKIP("PostgreSQL is not installed.");
        }
        const auto db = m_databases.open(Dialect::Postgres);
        for (const TableSpec& table : tableSpecs()) {
            QStringList expected;
            for (const ColumnSpec& column : table.columns) {
                expected << column.name;
            }
            QStringList found;
            QVERIFY(db->select(
                QStringLiteral(
                    "SELECT column_name::text FROM information_schema.columns "
                    "WHERE table_schema = 'keyturn_read' AND table_name = ?::text ORDER BY ordinal_position"),
                [&](const Statement& row) { found << row.text(0); }, table.name));
            QCOMPARE(found, expected);
        }
        QCOMPARE(
            db->number(QStringLiteral(
                "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'v' "
                "AND n.nspname = 'keyturn_read' AND NOT coalesce(c.reloptions::text LIKE '%security_invoker=true%', "
                "false)")),
            Result<qint64>(0));
    }

    // Migrator

    void migratingTwiceChangesNothing_data() { m_databases.addRows(); }
    void migratingTwiceChangesNothing()
    {
        QFETCH(const Dialect, dialect);
        const auto db = m_databases.open();
        const Migrator migrator(dialect);
        QVERIFY(migrator.newest() >= 1);
        QCOMPARE(migrator.version(*db), Result<int>(migrator.newest()));
        QCOMPARE(migrator.migrate(*db, m_databases.clock), Result<int>(migrator.newest()));
        QCOMPARE(db->number(QStringLiteral("SELECT count(*) FROM schema_migrations")),
                 Result<qint64>(migrator.newest()));
    }

    void aNewerBookIsRefused_data() { m_databases.addRows(); }
    void aNewerBookIsRefused()
    {
        QFETCH(const Dialect, dialect);
        const auto db = m_databases.open();
        const QString applied = dialect == Dialect::Sqlite ? QStringLiteral("1") : QStringLiteral("now()");
        QVERIFY(
            db->run(QStringLiteral("INSERT INTO %1 VALUES (999, 'later', '%2', %3, 1)")
                        .arg(writableName(dialect, QStringLiteral("schema_migrations")), QString(64, u'a'), applied)));
        const auto version = Migrator(dialect).migrate(*db, m_databases.clock);
        QVERIFY(!version);
        QCOMPARE(version.error().kind, Error::Kind::TooNew);
        QVERIFY(version.error().message.contains(QStringLiteral("newer version")));
    }

    void aChangedScriptIsRefused_data() { m_databases.addRows(); }
    void aChangedScriptIsRefused()
    {
        QFETCH(const Dialect, dialect);
        const auto db = m_databases.open();
        QVERIFY(db->run(QStringLiteral("UPDATE %1 SET checksum = '%2'")
                            .arg(writableName(dialect, QStringLiteral("schema_migrations")), QString(64, u'a'))));
        const auto version = Migrator(dialect).version(*db);
        QVERIFY(!version);
        QCOMPARE(version.error().kind, Error::Kind::Corrupt);
    }

    void laterScriptsAreAppliedOnce_data() { m_databases.addRows(); }
    void laterScriptsAreAppliedOnce()
    {
        QFETCH(const Dialect, dialect);
        const auto db = m_databases.open();
        std::vector<Migration> migrations = Migrator::shipped(dialect);
        const int next = migrations.back().version + 1;
        const QString table = writableName(dialect, QStringLiteral("later"));
        migrations.push_back({next, QStringLiteral("later"),
                              QStringLiteral("CREATE TABLE %1 (a integer); SELECT 1;").arg(table), QString(64, u'b')});
        QCOMPARE(Migrator(migrations).migrate(*db, m_databases.clock), Result<int>(next));
        QCOMPARE(Migrator(migrations).migrate(*db, m_databases.clock), Result<int>(next));
        QVERIFY(db->run(QStringLiteral("INSERT INTO %1 VALUES (1)").arg(table)));

        // One that fails half way leaves no trace.
        migrations.push_back({next + 1, QStringLiteral("broken"),
                              QStringLiteral("CREATE TABLE %1_2 (a integer); SELECT nonsense;").arg(table),
                              QString(64, u'c')});
        QVERIFY(!Migrator(migrations).migrate(*db, m_databases.clock));
        QVERIFY(!db->run(QStringLiteral("INSERT INTO %1_2 VALUES (1)").arg(table)));
        QCOMPARE(Migrator(migrations).version(*db), Result<int>(next));
    }

    void anotherProgramsFileIsRefused()
    {
        SqliteOptions options;
        options.path = m_databases.folder() + QStringLiteral("/other.db");
        options.create = true;
        const auto db = Connection::openSqlite(options);
        QVERIFY(db);
        QVERIFY((*db)->run(QStringLiteral("CREATE TABLE recipes (name text)")));
        const auto version = Migrator(Dialect::Sqlite).migrate(**db, m_databases.clock);
        QVERIFY(!version);
        QCOMPARE(version.error().kind, Error::Kind::Invalid);
        QVERIFY(version.error().message.contains(QStringLiteral("another program")));
    }

private:
    DatabaseFixture m_databases;
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
