// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/private_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace keyturn {

namespace {
constexpr qint64 abandonedAfterS = 3600;
}

bool makePrivateFile(const QString& path)
{
#ifdef Q_OS_UNIX
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    return file >= 0 && ::close(file) == 0;
#else
    QFile file(path);
    return file.open(QIODevice::ReadWrite | QIODevice::NewOnly) &&
           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
#endif
}

bool makePrivateFolder(const QString& path)
{
#ifdef Q_OS_UNIX
    return ::mkdir(QFile::encodeName(path).constData(), 0700) == 0;
#else
    return QDir().mkdir(path);
#endif
}

bool renameWithoutReplacing(const QString& from, const QString& to)
{
#ifdef Q_OS_UNIX
    // A hard link fails where the name is taken; a rename would replace it.
    if (::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0) {
        ::unlink(QFile::encodeName(from).constData());
    } else if (QFileInfo::exists(to) || !QFile::rename(from, to)) {
        return false;
    }
    const int folder = ::open(QFile::encodeName(QFileInfo(to).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return true;
#else
    return QFile::rename(from, to);
#endif
}

QString partName(const QString& wanted)
{
    return wanted + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8) + QStringLiteral(".part");
}

void clearAbandonedParts(const QString& wanted, const QDateTime& now)
{
    const QFileInfo file(wanted);
    const QDir folder = file.absoluteDir();
    const QRegularExpression ours(QStringLiteral("^(?:%1|.*\\.keyturn)\\.[0-9a-f]{8}\\.part(?:-journal|-wal|-shm)?$")
                                      .arg(QRegularExpression::escape(file.fileName())),
                                  QRegularExpression::DotMatchesEverythingOption);
    for (const QFileInfo& left : folder.entryInfoList({QStringLiteral("*.part*")}, QDir::Files | QDir::Hidden)) {
        if (ours.match(left.fileName()).hasMatch() && left.lastModified().secsTo(now) > abandonedAfterS) {
            QFile::remove(left.filePath());
        }
    }
}

} // namespace keyturn
