// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/book_lock.h"

#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <thread>
#endif

namespace keyturn {

namespace {

#ifdef Q_OS_UNIX

constexpr std::chrono::milliseconds writtenAfter{1500}; ///< who has made a lock file has long told by then who it is

class LockFile
{
public:
    /// Held open from here on: what may come under this name later is another file.
    explicit LockFile(const QString& path)
        : m_path(QFile::encodeName(path))
        , m_file(::open(m_path.constData(), O_WRONLY | O_CLOEXEC))
    {}
    ~LockFile()
    {
        if (m_file >= 0) {
            ::close(m_file);
        }
    }
    Q_DISABLE_COPY_MOVE(LockFile)

    /// Removes it if its holder, if there ever was one, is gone: the system lets go of what a process has locked when
    /// that ends. Whoever takes a lock makes the file, locks it, and writes into it who it is: of an empty one nobody
    /// can tell whether it is just being made, unless it stays so.
    bool removeIfAbandoned()
    {
        constexpr std::chrono::milliseconds look{25};
        for (auto waited = look; m_file >= 0 && status().st_size == 0 && waited <= writtenAfter; waited += look) {
            std::this_thread::sleep_for(look);
        }
        struct stat there = {};
        // Locked by us, the name cannot come to mean another file between the look and the deed.
        return m_file >= 0 && ::flock(m_file, LOCK_EX | LOCK_NB) == 0 && ::stat(m_path.constData(), &there) == 0 &&
               status().st_ino == there.st_ino && ::unlink(m_path.constData()) == 0;
    }

private:
    [[nodiscard]] struct stat status() const
    {
        struct stat opened = {};
        ::fstat(m_file, &opened);
        return opened;
    }

    const QByteArray m_path;
    const int m_file;
};

#endif

/// A program that is killed while it takes the lock leaves an empty file, and one that is killed while it clears away
/// another's leaves a second lock: QLockFile would wait for such holders for ever.
void clearAbandoned([[maybe_unused]] const QString& lockPath)
{
#ifdef Q_OS_UNIX
    LockFile lock(lockPath);
    LockFile(lockPath + QStringLiteral(".rmlock")).removeIfAbandoned();
    lock.removeIfAbandoned();
#endif
}

} // namespace

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
    if (lock->m_file.error() == QLockFile::LockFailedError) {
        clearAbandoned(bookPath + QStringLiteral(".lock"));
        if (lock->m_file.tryLock(0)) {
            return lock;
        }
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
