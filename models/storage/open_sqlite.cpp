// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/connection.h"
#include "models/storage/connection_name.h"
#include "models/storage/error_mapping.h"
#include "models/storage/private_file.h"
#include "models/storage/sqlite_functions.h"
#include "models/storage/sqlite_raw.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>

#include <sqlite3.h>

namespace keyturn {

namespace {

using Kind = Error::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};

constexpr int oldestSqlite = 3038000;

/// SQLite's locks are not to be trusted over a network.
bool isNetworkDrive(const QString& folder)
{
    const QByteArray type = QStorageInfo(folder).fileSystemType();
    return type.startsWith("nfs") || type == "cifs" || type.startsWith("smb") || type == "fuse.sshfs" || type == "afs";
}

Done prepareFolder(const QFileInfo& file, bool create)
{
    QDir folder = file.absoluteDir();
    if (folder.exists()) {
        return {};
    }
    QDir parent(QFileInfo(folder.absolutePath()).absolutePath());
    if (!create || !parent.exists()) {
        return fail(Kind::Storage, Words::tr("The folder %1 does not exist.").arg(folder.absolutePath()));
    }
    if (!makePrivateFolder(folder.absolutePath())) {
        return fail(
            Kind::Storage,
            Words::tr("The folder %1 cannot be made. Choose a place where you may write.").arg(folder.absolutePath()));
    }
    return {};
}

// Never opens the file by itself: on POSIX, closing any descriptor of a file drops every lock that this process holds
// on it, SQLite's own included, and the next program that looks at the book would take its log away.
Done checkFile(const SqliteOptions& options)
{
    const QFileInfo file(options.path);
    const bool writes = options.mode == SqliteOptions::Mode::ReadWrite;
    if (file.isDir()) {
        return fail(Kind::Invalid, Words::tr("%1 is a folder, not a book.").arg(options.path));
    }
    KEYTURN_TRY(prepareFolder(file, options.create));
    if (isNetworkDrive(file.absolutePath())) {
        return fail(Kind::Refused,
                    Words::tr("The book %1 is on a network drive, where it could be damaged. Keep it on a "
                              "disk of this computer.")
                        .arg(options.path));
    }
    if (!file.exists()) {
        if (!options.create || !writes) {
            return fail(Kind::Storage, Words::tr("There is no book at %1.").arg(options.path));
        }
        if (!makePrivateFile(options.path)) {
            return fail(
                Kind::Storage,
                Words::tr("The book %1 cannot be made. Choose a folder where you may write.").arg(options.path));
        }
        return {};
    }
    if (file.size() == 0 && !options.create) {
        return fail(Kind::Corrupt, Words::tr("The file %1 is empty. It is not a Keyturn book.").arg(options.path));
    }
    if (writes && !file.isWritable()) {
        return fail(Kind::Storage,
                    Words::tr("The book %1 is read-only. Allow writing to it, or open a copy.").arg(options.path));
    }
    if (writes && !QFileInfo(file.absolutePath()).isWritable()) {
        return fail(Kind::Storage,
                    Words::tr("The folder of the book %1 is read-only. Allow writing to it, or open a copy "
                              "elsewhere.")
                        .arg(options.path));
    }
    return {};
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::openSqlite(const SqliteOptions& options)
{
    if (sqlite3_libversion_number() < oldestSqlite) {
        return fail(Kind::Storage, Words::tr("This system's SQLite is too old. Version 3.38 or later is needed."));
    }
    if (options.path != QLatin1String(":memory:")) {
        KEYTURN_TRY(checkFile(options));
    }
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), uniqueConnectionName());
    database.setDatabaseName(options.path);
    QString connectOptions = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyTimeoutMs);
    if (options.mode == SqliteOptions::Mode::ReadOnly) {
        connectOptions += QStringLiteral(";QSQLITE_OPEN_READONLY");
    }
    database.setConnectOptions(connectOptions);
    const bool isOpen = database.open();
    const Error error = isOpen ? Error{} : sqliteError(database.lastError());
    std::unique_ptr<Connection> connection(new Connection(database, Dialect::Sqlite, options.path));
    database = QSqlDatabase(); // the connection must hold the only copy when it goes
    if (!isOpen) {
        return fail(error);
    }
    KEYTURN_TRY(connection->setUpSqlite(options));
    return connection;
}

Done Connection::setUpSqlite(const SqliteOptions& options)
{
    m_native = nativeSqlite(m_database);
    if (m_native != nullptr) {
        sqlite3_extended_result_codes(m_native, 1);
    }
    m_readOnly = options.mode == SqliteOptions::Mode::ReadOnly;
    QString pragmas = QStringLiteral("PRAGMA busy_timeout = %1;\n"
                                     "PRAGMA foreign_keys = ON;\n"
                                     "PRAGMA temp_store = MEMORY;\n"
                                     "PRAGMA cache_size = -%2;\n")
                          .arg(options.busyTimeoutMs)
                          .arg(options.cacheKiB);
    if (m_native != nullptr && registerJsonValid(m_native)) {
        pragmas += QStringLiteral("PRAGMA trusted_schema = OFF;\n");
    }
    if (!m_readOnly) {
        pragmas += QStringLiteral("PRAGMA journal_mode = WAL;\n"
                                  "PRAGMA synchronous = FULL;\n"
                                  "PRAGMA secure_delete = ON;\n");
        if (!options.autoCheckpoint) {
            pragmas += QStringLiteral("PRAGMA wal_autocheckpoint = 0;\n");
        }
    }
    KEYTURN_TRY(script(pragmas));
    // The first real read: what is not a database shows itself here.
    KEYTURN_TRY(number(QStringLiteral("SELECT count(*) FROM sqlite_master")));
    return {};
}

} // namespace keyturn
