// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/book_swap.h"

#include "models/archive/whole_file.h"
#include "models/storage/connection.h"
#include "models/workspace/book_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

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

} // namespace

QString nameBeside(const QString& book, const QString& word, Instant now)
{
    const QFileInfo file(book);
    const QString stem = QStringLiteral("%1/%2 %3 %4")
                             .arg(file.absolutePath(), file.completeBaseName(), word,
                                  now.toUtc().toLocalTime().toString(QStringLiteral("yyyy-MM-dd HHmmss")));
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
    , m_draft(place + QStringLiteral(".new.part"))
{}

BookSwap::~BookSwap()
{
    removeDraft();
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
    swap->removeDraft(); // of a program that was killed over it
    return swap;
}

void BookSwap::removeDraft() const
{
    if (m_lock) {
        QFile::remove(m_draft);
        for (const char* ending : beside) {
            QFile::remove(QString(m_draft + QLatin1String(ending)));
        }
    }
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
    const auto cannot = [this] {
        return fail(Error::Kind::Storage,
                    tr("The new book could not be put in the place of “%1”. Nothing was changed.")
                        .arg(QFileInfo(m_place).fileName()),
                    m_place);
    };
    if (!syncFile(m_draft)) {
        return cannot();
    }
    QString aside;
    if (QFileInfo::exists(m_place)) {
        KEYTURN_TRY(foldIn());
        aside = nameBeside(m_place, tr("replaced"), now);
        if (!linkOrCopy(m_place, aside)) {
            return cannot();
        }
    }
    for (const char* ending : beside) {
        const QString log = m_place + QLatin1String(ending);
        if (QFileInfo::exists(log) &&
            !(aside.isEmpty() ? QFile::remove(log) : QFile::rename(log, QString(aside + QLatin1String(ending))))) {
            return cannot();
        }
    }
    if (!replaceFile(m_draft, m_place)) {
        return cannot();
    }
    return aside;
}

} // namespace keyturn
