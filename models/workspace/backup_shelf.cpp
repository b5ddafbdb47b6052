// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/backup_shelf.h"

#include "models/storage/connection.h"
#include "models/storage/migrator.h"
#include "models/storage/private_file.h"
#include "models/storage/verify.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace keyturn {

namespace {

QString stampFormat()
{
    return QStringLiteral("yyyy-MM-dd HHmmss");
}

} // namespace

QString BackupShelf::folder() const
{
    const QFileInfo book(m_book);
    return QStringLiteral("%1/%2 backups").arg(book.absolutePath(), book.completeBaseName());
}

std::vector<BackupShelf::Backup> BackupShelf::backups() const
{
    const QString stem = QFileInfo(m_book).completeBaseName() + u' ';
    std::vector<Backup> found;
    for (const QFileInfo& file : QDir(folder()).entryInfoList({QStringLiteral("*.keyturn")}, QDir::Files)) {
        const QString name = file.completeBaseName();
        const QDateTime at = QDateTime::fromString(name.mid(stem.size()), stampFormat());
        if (name.startsWith(stem) && at.isValid()) {
            found.push_back({file.filePath(), Instant::fromDateTime(at)});
        }
    }
    std::ranges::sort(found, [](const Backup& a, const Backup& b) { return a.at > b.at; });
    return found;
}

bool BackupShelf::isDue(Instant now) const
{
    const std::vector<Backup> all = backups();
    // One from the future was made under a wrong clock and says nothing.
    return std::ranges::none_of(all, [now](const Backup& one) { return one.at <= now && now - one.at < msPerDay; });
}

Result<QString> BackupShelf::place(Instant now) const
{
    if (!QFileInfo(folder()).isDir() && !makePrivateFolder(folder())) {
        return fail(Error::Kind::Storage,
                    tr("The daily backup could not be made: the folder %1 cannot be made. Your book is not concerned.")
                        .arg(folder()),
                    folder());
    }
    return QStringLiteral("%1/%2 %3.keyturn")
        .arg(folder(), QFileInfo(m_book).completeBaseName(), now.toUtc().toLocalTime().toString(stampFormat()));
}

void BackupShelf::hurry() const
{
    *m_hurries = true;
}

Done BackupShelf::admit(const QString& backup) const
{
    const auto look = [&]() -> Done {
        SqliteOptions options;
        options.path = backup;
        KEYTURN_LET(const std::unique_ptr<Connection> copy, Connection::openSqlite(options));
        KEYTURN_LET(const int version, Migrator(Dialect::Sqlite).version(*copy));
        KEYTURN_LET(const QString fault, structureFault(*copy, [this] { return m_hurries->load(); }));
        return version > 0 && fault.isEmpty() ? Done()
                                              : fail(Error::Kind::Corrupt, tr("The backup is no book."), fault);
    };
    if (const Done sound = look(); !sound) {
        if (*m_hurries) {
            return fail(Error::Kind::Cancelled, sound.error().message);
        }
        QFile::remove(backup);
        return fail(Error::Kind::Corrupt,
                    tr("The daily backup was damaged on the way and was thrown away; the older ones are kept. Check "
                       "the book, and the disk."),
                    sound.error().detail.isEmpty() ? sound.error().message : sound.error().detail);
    }
    std::vector<Backup> all = backups();
    const auto isNew = [&](const Backup& one) { return QFileInfo(one.file) == QFileInfo(backup); };
    // The new one stays, whatever the clock said when the others were made.
    std::stable_partition(all.begin(), all.end(), isNew);
    bool isClean = true;
    for (size_t i = kept; i < all.size(); ++i) {
        isClean = QFile::remove(all[i].file) && isClean;
    }
    return isClean ? Done()
                   : fail(Error::Kind::Storage,
                          tr("Old backups in %1 could not be removed; there are more than three now.").arg(folder()),
                          folder());
}

} // namespace keyturn
