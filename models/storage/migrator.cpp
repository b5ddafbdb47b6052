// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/migrator.h"

#include "models/storage/transaction.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

namespace keyturn {

namespace {

using Kind = Error::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};

// "KTRN" in the header of the file, so that `file` and other programs can tell a book.
constexpr int applicationId = 0x4b54524e;

Result<bool> hasMigrationsTable(Connection& connection)
{
    const QString sql =
        connection.isSqlite()
            ? QStringLiteral("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'")
            : QStringLiteral("SELECT CASE WHEN to_regclass('keyturn.schema_migrations') IS NULL THEN 0 ELSE 1 END");
    KEYTURN_LET(const qint64 found, connection.number(sql));
    return found > 0;
}

Result<int> versionWithoutMigrations(Connection& connection)
{
    if (connection.isSqlite()) {
        KEYTURN_LET(const qint64 objects, connection.number(QStringLiteral("SELECT count(*) FROM sqlite_master")));
        if (objects > 0) {
            return fail(Kind::Invalid, Words::tr("The file %1 belongs to another program. It is not a Keyturn book.")
                                           .arg(connection.location()));
        }
    }
    return 0;
}

} // namespace

Migrator::Migrator(Dialect dialect)
    : m_migrations(shipped(dialect))
{}

Migrator::Migrator(std::vector<Migration> migrations)
    : m_migrations(std::move(migrations))
{}

std::vector<Migration> Migrator::shipped(Dialect dialect)
{
    const QDir folder(dialect == Dialect::Sqlite ? QStringLiteral(":/sql/sqlite") : QStringLiteral(":/sql/postgresql"));
    std::vector<Migration> found;
    const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        const bool isOpen = file.open(QIODevice::ReadOnly);
        Q_ASSERT(isOpen);
        const QByteArray text = file.readAll();
        Migration migration;
        migration.version = name.section(u'_', 0, 0).toInt();
        migration.name = name.chopped(4);
        migration.sql = QString::fromUtf8(text);
        migration.checksum = QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
        found.push_back(migration);
    }
    return found;
}

int Migrator::newest() const
{
    return m_migrations.empty() ? 0 : m_migrations.back().version;
}

Result<int> Migrator::version(Connection& connection) const
{
    KEYTURN_LET(const bool isMigrated, hasMigrationsTable(connection));
    if (!isMigrated) {
        return versionWithoutMigrations(connection);
    }
    int current = 0;
    bool isForeign = false;
    const QString sql = QStringLiteral("SELECT version, checksum FROM ") +
                        writableName(connection.dialect(), QStringLiteral("schema_migrations")) +
                        QStringLiteral(" ORDER BY version");
    KEYTURN_TRY(connection.select(sql, [&](const Statement& row) {
        current = row.smallInteger(0);
        for (const Migration& migration : m_migrations) {
            isForeign = isForeign || (migration.version == current && migration.checksum != row.text(1));
        }
    }));
    if (current > newest()) {
        return fail(
            Kind::TooNew,
            Words::tr("The book %1 was written by a newer version of Keyturn. Nothing was changed. Update Keyturn "
                      "to open it.")
                .arg(connection.location()),
            QStringLiteral("%1 > %2").arg(current).arg(newest()));
    }
    if (isForeign) {
        return fail(
            Kind::Corrupt,
            Words::tr("The book %1 was not set up by this version of Keyturn as it should be. Nothing was changed.")
                .arg(connection.location()),
            QStringLiteral("checksum"));
    }
    return current;
}

Result<int> Migrator::migrate(Connection& connection, const Clock& clock) const
{
    KEYTURN_LET(const int before, version(connection));
    int current = before;
    for (const Migration& migration : m_migrations) {
        if (migration.version > current) {
            KEYTURN_TRY(apply(connection, migration, clock));
            current = migration.version;
        }
    }
    return current;
}

Done Migrator::apply(Connection& connection, const Migration& migration, const Clock& clock) const
{
    QElapsedTimer timer;
    timer.start();
    KEYTURN_LET(Transaction transaction, Transaction::begin(connection));
    // Another program may have been quicker while we waited for the lock.
    KEYTURN_LET(const int current, version(connection));
    if (current >= migration.version) {
        return {};
    }
    if (current == 0 && connection.isSqlite()) {
        KEYTURN_TRY(connection.script(QStringLiteral("PRAGMA application_id = %1").arg(applicationId)));
    }
    KEYTURN_TRY(connection.script(migration.sql));
    const QString moment =
        connection.isSqlite() ? QStringLiteral("?") : QStringLiteral("to_timestamp(?::bigint / 1000.0)");
    const QString sql = QStringLiteral("INSERT INTO ") +
                        writableName(connection.dialect(), QStringLiteral("schema_migrations")) +
                        QStringLiteral(" (version, name, checksum, applied_at, duration_ms) VALUES (?, ?, ?, ") +
                        moment + QStringLiteral(", ?)");
    KEYTURN_TRY(
        connection.run(sql, migration.version, migration.name, migration.checksum, clock.now(), timer.elapsed()));
    KEYTURN_TRY(transaction.commit());
    connection.clearStatements();
    return {};
}

} // namespace keyturn
