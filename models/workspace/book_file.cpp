// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/book_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace keyturn {

namespace {
constexpr qint64 headerSize = 100;
constexpr QByteArrayView magic("SQLite format 3\0", 16);

bool isSameFile(const QString& one, const QString& other)
{
#ifdef Q_OS_UNIX
    // Hard links are the same file as well, which their names do not tell.
    struct stat first = {};
    struct stat second = {};
    return ::stat(QFile::encodeName(one).constData(), &first) == 0 &&
           ::stat(QFile::encodeName(other).constData(), &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
#else
    return QFileInfo(one) == QFileInfo(other);
#endif
}
} // namespace

QString BookFile::canonicalPath(const QString& path)
{
    const QFileInfo file(path);
    const QString real = file.canonicalFilePath();
    if (!real.isEmpty()) {
        return real;
    }
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? file.absoluteFilePath() : QDir(folder).filePath(file.fileName());
}

Done BookFile::checkExisting(const QString& path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists()) {
        return fail(Error::Kind::Invalid,
                    tr("There is no book at “%1”. It may have been moved, renamed or deleted.").arg(path), path);
    }
    if (!info.isFile()) {
        return fail(Error::Kind::Invalid, tr("“%1” is not a file, so it cannot be a book.").arg(name), path);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::Storage, tr("The book “%1” may not be read. Nothing was changed.").arg(name),
                    file.errorString());
    }
    const QByteArray header = file.read(headerSize);
    file.close();
    if (header.size() < headerSize || !header.startsWith(magic)) {
        return fail(Error::Kind::Corrupt,
                    tr("“%1” is not a Keyturn book, or it is damaged. Nothing was changed. If you have a backup, open "
                       "that instead.")
                        .arg(name),
                    path);
    }
    // An administrator may write to any file: the mode tells what was meant.
    const bool anybodyMayWrite =
        (info.permissions() & (QFileDevice::WriteOwner | QFileDevice::WriteGroup | QFileDevice::WriteOther)) != 0;
    if (!info.isWritable() || !anybodyMayWrite) {
        return fail(Error::Kind::Storage,
                    tr("The book “%1” is read-only. Nothing was changed. Allow writing to the file and open it again.")
                        .arg(name),
                    path);
    }
    return {};
}

bool BookFile::isPartOf(const QString& path, const QString& book)
{
    for (const char* ending : {"", "-wal", "-shm", "-journal", "-board"}) {
        if (isSameFile(path, book + QLatin1String(ending))) {
            return true;
        }
    }
    return false;
}

Done BookFile::prepareNew(const QString& path)
{
    const QFileInfo info(path);
    if (info.exists()) {
        return fail(Error::Kind::Invalid,
                    tr("There is a file at “%1” already. Choose another name; the file was left alone.").arg(path),
                    path);
    }
    if (!QDir().mkpath(info.absolutePath())) {
        return fail(Error::Kind::Storage, tr("The folder “%1” cannot be made.").arg(info.absolutePath()), path);
    }
    if (!QFileInfo(info.absolutePath()).isWritable()) {
        return fail(Error::Kind::Storage, tr("The folder “%1” does not allow writing.").arg(info.absolutePath()), path);
    }
    return {};
}

} // namespace keyturn
