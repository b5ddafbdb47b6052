// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/restore.h"

#include "models/archive/archive_reader.h"
#include "models/archive/lead_pages.h"
#include "models/storage/board_stamps.h"
#include "models/storage/connection.h"
#include "models/storage/derived_columns.h"
#include "models/storage/interrupt.h"
#include "models/storage/migrator.h"
#include "models/storage/private_file.h"
#include "models/storage/search_index.h"
#include "models/storage/transaction.h"
#include "models/storage/verify.h"
#include "models/workspace/book_file.h"
#include "models/workspace/book_swap.h"

#include <QFileInfo>

#include <algorithm>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Restore)
};

constexpr qint64 pieceBytes = 4 * 1024 * 1024;

Done copyFile(const QString& from, const QString& to, WorkWatch* watch)
{
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::Storage, Words::tr("“%1” may not be read. Nothing was changed.").arg(from),
                    source.errorString());
    }
    const auto cannotWrite = [&] {
        return fail(Error::Kind::Storage,
                    Words::tr("There is no room beside the book to restore it; the disk may be full. Nothing was "
                              "changed."),
                    target.errorString());
    };
    if (!makePrivateFile(to) || !target.open(QIODevice::WriteOnly)) {
        return cannotWrite();
    }
    for (;;) {
        if (watch != nullptr && watch->cancelled) {
            return fail(stopped());
        }
        const QByteArray piece = source.read(pieceBytes);
        if (piece.isEmpty()) {
            break;
        }
        if (target.write(piece) != piece.size()) {
            return cannotWrite();
        }
        if (watch != nullptr) {
            watch->done += piece.size();
        }
    }
    if (source.error() != QFileDevice::NoError) {
        return fail(Error::Kind::Storage,
                    Words::tr("“%1” could not be read to its end. Nothing was changed.").arg(from),
                    source.errorString());
    }
    return target.flush() ? Done() : cannotWrite();
}

Done copyBook(const RestoreOrder& order, const QString& from, const QString& draft)
{
    // Where nothing can be written beside the source, like on a disc, nobody can have it open either.
    const auto lock = BookLock::take(from);
    if (!lock && lock.error().kind == Error::Kind::Busy) {
        return fail(lock.error());
    }
    if (order.watch) {
        order.watch->total = QFileInfo(from).size();
    }
    KEYTURN_TRY(copyFile(from, draft, order.watch.get()));
    const QString log = from + QStringLiteral("-wal");
    return QFileInfo(log).size() > 0 ? copyFile(log, draft + QStringLiteral("-wal"), order.watch.get()) : Done();
}

Done checkBook(Connection& book, const QString& name, const std::function<bool()>& unwanted)
{
    KEYTURN_LET(std::vector<BookCheck> checks, verifyBook(book, unwanted));
    const auto isFine = [&](const char* check) {
        return std::ranges::all_of(
            checks, [check](const BookCheck& one) { return one.ok || one.name != QLatin1String(check); });
    };
    // What is computed is computed again.
    if (isFine("integrity") && (!isFine("totals") || !isFine("derived") || !isFine("search"))) {
        KEYTURN_LET(Transaction transaction, Transaction::begin(book));
        KEYTURN_TRY(recomputeDerived(book));
        KEYTURN_TRY(SearchIndex::forget(book));
        KEYTURN_TRY(SearchIndex::buildAll(book));
        KEYTURN_TRY(transaction.commit());
        KEYTURN_LET(checks, verifyBook(book, unwanted));
    }
    QStringList wrong;
    for (const BookCheck& check : checks) {
        if (!check.ok) {
            wrong << check.detail;
        }
    }
    if (!wrong.isEmpty()) {
        return fail(
            Error::Kind::Corrupt,
            Words::tr("“%1” is damaged, so nothing was replaced. “keyturn rescue” may save what is in it.").arg(name),
            wrong.join(u' '));
    }
    return {};
}

Result<std::unique_ptr<Connection>> openDraft(const QString& draft, bool create)
{
    SqliteOptions options;
    options.path = draft;
    options.create = create;
    options.cacheKiB = 64 * 1024;
    return Connection::openSqlite(options);
}

Result<std::unique_ptr<Connection>> fillDraft(const RestoreOrder& order, const QString& from, const QString& draft,
                                              const Clock& clock)
{
    if (ArchiveReader::isArchive(from)) {
        KEYTURN_LET(const std::unique_ptr<ArchiveReader> archive, ArchiveReader::open(from));
        KEYTURN_LET(std::unique_ptr<Connection> book, openDraft(draft, true));
        book->setFaultInjector(order.faults);
        KEYTURN_TRY(archive->load(*book, clock, order.watch.get()));
        return book;
    }
    KEYTURN_TRY(BookFile::checkExisting(from));
    KEYTURN_TRY(copyBook(order, from, draft));
    KEYTURN_LET(std::unique_ptr<Connection> book, openDraft(draft, false));
    book->setFaultInjector(order.faults);
    const Migrator migrator(Dialect::Sqlite);
    KEYTURN_LET(const int version, migrator.version(*book));
    if (version == 0) {
        return fail(Error::Kind::Invalid, Words::tr("“%1” is not a Keyturn book. Nothing was changed.").arg(order.from),
                    order.from);
    }
    KEYTURN_TRY(migrator.migrate(*book, clock));
    // The file of all leads stays where the backup was taken, if there is one.
    KEYTURN_LET(Transaction transaction, Transaction::begin(*book));
    KEYTURN_TRY(BoardStamps::forget(*book));
    KEYTURN_TRY(transaction.commit());
    return book;
}

} // namespace

Result<RestoreOutcome> restoreBook(const RestoreOrder& order, const Clock& clock)
{
    const QString from = BookFile::canonicalPath(order.from);
    const QString name = QFileInfo(from).fileName();
    if (!QFileInfo(from).isFile()) {
        return fail(Error::Kind::Invalid, Words::tr("There is no file at “%1”.").arg(order.from), order.from);
    }
    if (BookFile::isPartOf(from, BookFile::canonicalPath(order.to))) {
        return fail(Error::Kind::Refused, Words::tr("“%1” cannot be restored from itself.").arg(name), from);
    }
    KEYTURN_LET(const std::unique_ptr<BookSwap> swap, BookSwap::begin(order.to));
    RestoreOutcome outcome;
    outcome.file = swap->place();
    const auto isCancelled = [&order] { return order.watch && order.watch->cancelled; };
    {
        KEYTURN_LET(const std::unique_ptr<Connection> book, fillDraft(order, from, swap->draft(), clock));
        const InterruptScope interrupt(*book, isCancelled);
        if (order.watch) {
            order.watch->isChecking = true;
        }
        if (const Done sound = checkBook(*book, name, isCancelled); !sound) {
            return fail(isCancelled() ? stopped() : sound.error());
        }
        KEYTURN_LET(const std::optional<Record> owner, book->first(QStringLiteral("SELECT name FROM organizations")));
        outcome.organization = owner ? owner->text(QStringLiteral("name")) : QString();
        KEYTURN_LET(outcome.leads, book->number(QStringLiteral("SELECT count(*) FROM leads WHERE deleted_at IS NULL")));
        KEYTURN_LET(outcome.activities, book->number(QStringLiteral("SELECT count(*) FROM lead_activities")));
        KEYTURN_LET(outcome.documents,
                    book->number(QStringLiteral("SELECT count(*) FROM documents WHERE deleted_at IS NULL")));
        KEYTURN_TRY(book->script(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        book->setFaultInjector(nullptr);
    }
    if (isCancelled()) {
        return fail(stopped());
    }
    outcome.bytes = QFileInfo(swap->draft()).size();
    KEYTURN_LET(outcome.keptAside, swap->finish(clock.now()));
    return outcome;
}

} // namespace keyturn
