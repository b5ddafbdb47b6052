// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/backup.h"

#include "models/storage/connection.h"
#include "models/storage/error_mapping.h"
#include "models/storage/private_file.h"
#include "models/storage/transaction.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <sqlite3.h>

namespace keyturn {

namespace {

using Kind = Error::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};

constexpr int pagesAtATime = 2048;

struct CloseSqlite
{
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
};
using OpenFile = std::unique_ptr<sqlite3, CloseSqlite>;

Error handleError(sqlite3* handle)
{
    return sqliteError(sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle)));
}

Done copyPages(sqlite3* target, sqlite3* source, const BackupProgress& progress)
{
    sqlite3_backup* backup = sqlite3_backup_init(target, "main", source, "main");
    if (backup == nullptr) {
        return fail(handleError(target));
    }
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
        code = sqlite3_backup_step(backup, pagesAtATime);
        const int total = sqlite3_backup_pagecount(backup);
        const int left = sqlite3_backup_remaining(backup);
        if (progress && code == SQLITE_OK && total > 0 && !progress((total - left) * 100 / total)) {
            sqlite3_backup_finish(backup);
            return fail(Kind::Cancelled, Words::tr("The backup was stopped. No file was left behind."));
        }
    }
    if (sqlite3_backup_finish(backup) != SQLITE_OK || code != SQLITE_DONE) {
        const int reason = code == SQLITE_DONE ? sqlite3_extended_errcode(target) : code;
        return fail(sqliteError(reason, QString::fromUtf8(sqlite3_errmsg(target))));
    }
    return {};
}

Result<OpenFile> openTarget(const QString& path)
{
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &handle, SQLITE_OPEN_READWRITE, nullptr);
    OpenFile target(handle);
    if (code != SQLITE_OK) {
        return fail(sqliteError(code, QString::fromUtf8(sqlite3_errmsg(handle))));
    }
    return target;
}

} // namespace

Result<qint64> backupBook(Connection& source, const QString& toFile, const BackupProgress& progress)
{
    if (source.native() == nullptr) {
        return fail(Kind::Refused, Words::tr("Only a book on this computer can be backed up this way."));
    }
    const QFileInfo wanted(toFile);
    if (wanted.exists()) {
        return fail(Kind::Refused, Words::tr("There is already a file at %1. Choose another name.").arg(toFile));
    }
    if (!QFileInfo(wanted.absolutePath()).isDir()) {
        return fail(Kind::Storage, Words::tr("The folder %1 does not exist.").arg(wanted.absolutePath()));
    }
    const QString unfinished = partName(toFile);
    if (!makePrivateFile(unfinished)) {
        return fail(Kind::Storage,
                    Words::tr("The backup cannot be written to %1. Choose a folder where you may write.").arg(toFile));
    }
    clearAbandonedParts(toFile, QFileInfo(unfinished).lastModified());
    const auto cleanUp = qScopeGuard([&] {
        QFile::remove(unfinished);
        QFile::remove(unfinished + QStringLiteral("-journal"));
    });
    {
        // Holding one read transaction, all steps copy the same state, whoever writes in between.
        KEYTURN_LET(const Transaction reading, Transaction::begin(source, Transaction::Kind::Read));
        KEYTURN_TRY(source.number(QStringLiteral("SELECT count(*) FROM sqlite_master")));
        KEYTURN_LET(const OpenFile target, openTarget(unfinished));
        KEYTURN_TRY(copyPages(target.get(), source.native(), progress));
    }
    const qint64 size = QFileInfo(unfinished).size();
    if (!renameWithoutReplacing(unfinished, toFile)) {
        return fail(Kind::Storage, Words::tr("The backup cannot be given the name %1.").arg(toFile));
    }
    return size;
}

} // namespace keyturn
