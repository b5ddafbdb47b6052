// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/rescue.h"

#include "models/archive/rescue_rows.h"
#include "models/archive/sqlite_pages.h"
#include "models/storage/connection.h"
#include "models/storage/interrupt.h"
#include "models/storage/local_setting.h"
#include "models/storage/migrator.h"
#include "models/storage/transaction.h"
#include "models/storage/verify.h"
#include "models/workspace/book_desk.h"
#include "models/workspace/book_file.h"
#include "models/workspace/book_swap.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonObject>
#include <QLocale>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Rescue)
};

QString counted(qint64 number)
{
    return QLocale().toString(number);
}

Done markRescued(Connection& book, const RescueReport& report, const Clock& clock)
{
    const Instant now = clock.now();
    KEYTURN_LET(Transaction transaction, Transaction::begin(book));
    KEYTURN_TRY(setLocalSetting(book, desk::rescuedKey(),
                                QJsonObject{{QStringLiteral("at"), now.ms},
                                            {QStringLiteral("lost_activities"), report.lostActivities},
                                            {QStringLiteral("lost_leads"), report.lostLeads}},
                                now));
    // The log of before may have gaps: what comes now begins a chain of its own.
    KEYTURN_TRY(book.run(QStringLiteral("DELETE FROM local_settings WHERE key = ?"), desk::deviceKey()));
    KEYTURN_TRY(acceptChainsAsTheyAre(book, now));
    return transaction.commit();
}

} // namespace

QStringList RescueReport::sentences() const
{
    QStringList all;
    all << Words::tr("Saved: %1 leads, %2 entries of the log, %3 notes, %4 tasks, %5 contacts and %6 documents.")
               .arg(counted(leads), counted(activities), counted(notes), counted(tasks), counted(contacts),
                    counted(documents));
    if (isWhole) {
        all << Words::tr("Nothing is known to be lost.");
    }
    if (lostPages > 0) {
        all << Words::tr("%1 of %2 pages of the file could not be read.").arg(counted(lostPages), counted(pages));
    }
    if (brokenRows > 0) {
        all << Words::tr("%1 rows were unreadable.").arg(counted(brokenRows));
    }
    if (lostLeads > 0) {
        all << Words::tr("Of %1 leads only the history was left; they are called “Lost lead”.").arg(counted(lostLeads));
    }
    if (lostActivities > 0) {
        all << Words::tr("%1 entries of the log are lost.").arg(counted(lostActivities));
    }
    all << (keptAside.isEmpty() ? Words::tr("The damaged file was left as it is.")
                                : Words::tr("The damaged file is kept as it is beside it, as “%1”.")
                                      .arg(QFileInfo(keptAside).fileName()));
    return all;
}

Result<RescueReport> rescueBook(const RescueOrder& order, const Clock& clock)
{
    const QString from = BookFile::canonicalPath(order.from);
    if (!QFileInfo(from).isFile()) {
        return fail(Error::Kind::Invalid, Words::tr("There is no file at “%1”.").arg(order.from), order.from);
    }
    const bool isInPlace = order.to.isEmpty();
    if (QFileInfo::exists(order.to)) {
        return fail(
            Error::Kind::Invalid,
            Words::tr("There is a file at “%1” already. Choose another name; the file was left alone.").arg(order.to),
            order.to);
    }
    std::unique_ptr<BookLock> lock;
    if (!isInPlace) {
        auto held = BookLock::take(from);
        if (!held && held.error().kind == Error::Kind::Busy) {
            return fail(held.error());
        }
        if (held) {
            lock = std::move(*held);
            BookSwap::settle(from);
        }
    }
    KEYTURN_LET(const std::unique_ptr<BookSwap> swap, BookSwap::begin(isInPlace ? from : order.to));
    RescueReport report;
    report.file = swap->place();
    {
        KEYTURN_LET(const std::unique_ptr<SqlitePages> pages, SqlitePages::open(from));
        SqliteOptions options;
        options.path = swap->draft();
        options.create = true;
        options.cacheKiB = 64 * 1024;
        KEYTURN_LET(const std::unique_ptr<Connection> book, Connection::openSqlite(options));
        KEYTURN_TRY(Migrator(Dialect::Sqlite).migrate(*book, clock));
        KEYTURN_LET(const RescueCount count, rescueRows(*pages, *book, clock, order.watch.get()));
        report.isWhole = count.isWhole();
        report.activities = count.saved(QStringLiteral("lead_activities"));
        report.notes = count.saved(QStringLiteral("lead_notes"));
        report.tasks = count.saved(QStringLiteral("tasks"));
        report.documents = count.saved(QStringLiteral("documents"));
        report.contacts = count.saved(QStringLiteral("contacts"));
        report.lostLeads = count.standIns(QStringLiteral("leads"));
        KEYTURN_LET(const qint64 live,
                    book->number(QStringLiteral("SELECT count(*) FROM leads WHERE deleted_at IS NULL")));
        report.leads = live - report.lostLeads;
        report.lostActivities = count.lostActivities;
        report.lostPages = count.lostPages;
        report.pages = count.pages;
        report.brokenRows = count.brokenRows;
        if (!report.isWhole) {
            KEYTURN_TRY(markRescued(*book, report, clock));
        }
        const auto isCancelled = [&order] { return order.watch && order.watch->cancelled; };
        const InterruptScope interrupt(*book, isCancelled);
        if (order.watch) {
            order.watch->isChecking = true;
        }
        KEYTURN_LET(const std::vector<BookCheck> checks, verifyBook(*book, isCancelled));
        for (const BookCheck& check : checks) {
            if (!check.ok) {
                report.checks << QString(check.name % QStringLiteral(": ") % check.detail);
            }
        }
        KEYTURN_TRY(book->script(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    }
    if (isInPlace) {
        report.keptAside = nameBeside(from, Words::tr("damaged"), clock.now(), QStringLiteral("yyyy-MM-dd"));
    }
    KEYTURN_TRY(swap->finish(report.keptAside));
    return report;
}

} // namespace keyturn
