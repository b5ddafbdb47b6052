// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/book_swap.h"

#include "models/archive/whole_file.h"
#include "models/storage/connection.h"
#include "models/workspace/board_file.h"
#include "models/workspace/book_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

#include <array>
#include <filesystem>

namespace keyturn {

namespace {

constexpr std::array beside{"-wal", "-shm", "-journal"};

// A second name for the same file: one step, and it costs nothing. Where the file system knows no such thing, a copy.
bool linkOrCopy(const QString& from, const QString& to)
{
    std::error_code error;
    std::filesystem::create_hard_link(std::filesystem::path(QFile::encodeName(from).toStdString()),
                                      std::filesystem::path(QFile::encodeName(to).toStdString()), error);
    return !error || (QFile::copy(from, to) && syncFile(to));
}

QString draftOf(const QString& place)
{
    return place + QStringLiteral(".new.part");
}

void removeWithLogs(const QString& book)
{
    QFile::remove(book);
    for (const char* ending : beside) {
        QFile::remove(QString(book + QLatin1String(ending)));
    }
}

// The name beside it by which the same file was put aside.
QString secondName([[maybe_unused]] const QString& place)
{
#ifdef Q_OS_UNIX
    struct stat here = {};
    if (::stat(QFile::encodeName(place).constData(), &here) != 0 || here.st_nlink < 2) {
        return {};
    }
    const QFileInfo file(place);
    static const QRegularExpression dated(QStringLiteral("^ .+ \\d{4}-\\d\\d-\\d\\d(?: \\d{6})?(?: \\d+)?$"));
    for (const QFileInfo& other : file.absoluteDir().entryInfoList({QStringLiteral("*.keyturn")}, QDir::Files)) {
        const QString name = other.completeBaseName();
        struct stat there = {};
        if (name.startsWith(file.completeBaseName()) &&
            dated.match(name.mid(file.completeBaseName().size())).hasMatch() &&
            ::lstat(QFile::encodeName(other.filePath()).constData(), &there) == 0 && there.st_ino == here.st_ino &&
            there.st_dev == here.st_dev) {
            return other.filePath();
        }
    }
#endif
    return {};
}

} // namespace

QString nameBeside(const QString& book, const QString& word, Instant now, const QString& format)
{
    const QFileInfo file(book);
    const QString stem =
        QStringLiteral("%1/%2 %3 %4")
            .arg(file.absolutePath(), file.completeBaseName(), word, now.toUtc().toLocalTime().toString(format));
    for (int number = 1;; ++number) {
        const QString name =
            QStringLiteral("%1%2.keyturn").arg(stem, number == 1 ? QString() : QStringLiteral(" %1").arg(number));
        if (!QFileInfo::exists(name)) {
            return name;
        }
    }
}

BookSwap::BookSwap(const QString& place)
    : m_place(place)
    , m_draft(draftOf(place))
{}

BookSwap::~BookSwap()
{
    if (m_lock) {
        removeWithLogs(m_draft);
    }
}

Result<std::unique_ptr<BookSwap>> BookSwap::begin(const QString& place)
{
    const QString path = BookFile::canonicalPath(place);
    const QFileInfo there(path);
    if (!there.exists()) {
        KEYTURN_TRY(BookFile::prepareNew(path));
    } else if (!there.isFile()) {
        return fail(Error::Kind::Invalid, tr("“%1” is not a file, so no book can come in its place.").arg(path), path);
    }
    std::unique_ptr<BookSwap> swap(new BookSwap(path));
    KEYTURN_LET(swap->m_lock, BookLock::take(path));
    settle(path);
    return swap;
}

bool BookSwap::isTaken() const
{
    return QFileInfo::exists(m_place);
}

void BookSwap::settle(const QString& place)
{
    removeWithLogs(draftOf(place));
    // Killed between putting the old book aside and bringing the new one: it has two names, and its logs may go by the
    // other one already.
    const QString aside = secondName(place);
    if (aside.isEmpty()) {
        return;
    }
    for (const char* ending : beside) {
        const QString log = aside + QLatin1String(ending);
        if (QFileInfo::exists(log) && !QFile::rename(log, QString(place + QLatin1String(ending)))) {
            QFile::remove(log); // it has its own name still
        }
    }
    QFile::remove(aside);
}

// What its log still holds belongs into the book before it gets another name. A book that cannot be opened keeps its
// log and takes it along.
Done BookSwap::foldIn() const
{
    {
        SqliteOptions options;
        options.path = m_place;
        options.busyTimeoutMs = 0;
        const auto old = Connection::openSqlite(options);
        if (!old) {
            return {};
        }
        static_cast<void>((*old)->script(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    }
    // The last one who closes a book removes the log.
    if (QFileInfo(m_place + QStringLiteral("-wal")).size() > 0) {
        return fail(Error::Kind::Busy,
                    tr("Another program has “%1” open. Close it there first. Nothing was changed.")
                        .arg(QFileInfo(m_place).fileName()),
                    m_place);
    }
    return {};
}

Result<QString> BookSwap::finish(Instant now)
{
    QString aside;
    if (isTaken()) {
        KEYTURN_TRY(foldIn());
        aside = nameBeside(m_place, tr("replaced"), now);
    }
    KEYTURN_TRY(finish(aside));
    return aside;
}

Done BookSwap::finish(const QString& aside)
{
    const auto cannot = [&] {
        settle(m_place);
        return fail(Error::Kind::Storage,
                    tr("The new book could not be put in the place of “%1”. Nothing was changed.")
                        .arg(QFileInfo(m_place).fileName()),
                    m_place);
    };
    if (!syncFile(m_draft)) {
        return cannot();
    }
    const bool wasTaken = isTaken();
    if (wasTaken && !linkOrCopy(m_place, aside)) {
        return cannot();
    }
    for (const char* ending : beside) {
        const QString log = m_place + QLatin1String(ending);
        if (wasTaken && QFileInfo::exists(log) && !linkOrCopy(log, QString(aside + QLatin1String(ending)))) {
            return cannot();
        }
    }
    // Beside the new book they would count as its own.
    for (const char* ending : beside) {
        const QString log = m_place + QLatin1String(ending);
        if (QFileInfo::exists(log) && !QFile::remove(log)) {
            return cannot();
        }
    }
    if (!replaceFile(m_draft, m_place)) {
        return cannot();
    }
    BoardFile::remove(m_place);
    return {};
}

} // namespace keyturn
