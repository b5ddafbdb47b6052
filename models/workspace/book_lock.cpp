// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/book_lock.h"

#include <QFileInfo>

namespace keyturn {

BookLock::BookLock(const QString& lockPath)
    : m_file(lockPath)
{
    // A book may stay open for weeks: only a holder that is not running any more makes the lock stale.
    m_file.setStaleLockTime(0);
}

Result<std::unique_ptr<BookLock>> BookLock::take(const QString& bookPath)
{
    std::unique_ptr<BookLock> lock(new BookLock(bookPath + QStringLiteral(".lock")));
    if (lock->m_file.tryLock(0)) {
        return lock;
    }
    const QString name = QFileInfo(bookPath).fileName();
    if (lock->m_file.error() == QLockFile::PermissionError) {
        return fail(
            Error::Kind::Storage,
            tr("The book “%1” cannot be opened, because its folder does not allow writing. Nothing was changed.")
                .arg(name),
            bookPath);
    }
    if (lock->m_file.error() != QLockFile::LockFailedError) {
        return fail(Error::Kind::Storage,
                    tr("The book “%1” cannot be opened, because nothing can be written beside it. Nothing was changed.")
                        .arg(name),
                    bookPath);
    }
    qint64 pid = 0;
    QString host;
    QString program;
    if (!lock->m_file.getLockInfo(&pid, &host, &program) || pid <= 0) {
        return fail(Error::Kind::Busy,
                    tr("The book “%1” is being opened by another program. Try again in a moment.").arg(name), {});
    }
    if (pid == QCoreApplication::applicationPid()) {
        return fail(Error::Kind::Busy, tr("The book “%1” is already open in this program.").arg(name),
                    QString::number(pid));
    }
    return fail(Error::Kind::Busy,
                tr("The book “%1” is open in another program (%2, process %3). Close it there first.")
                    .arg(name, program.isEmpty() ? tr("unknown") : program, QString::number(pid)),
                QString::number(pid));
}

} // namespace keyturn
