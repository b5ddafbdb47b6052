// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/book_care.h"

#include "models/workspace/backup_shelf.h"
#include "models/workspace/when_ready.h"

namespace keyturn {

namespace {
constexpr int progressEveryMs = 200;
}

BookCare::BookCare(std::shared_ptr<const Clock> clock, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_worker(QStringLiteral("book care"))
{
    m_progress.setInterval(progressEveryMs);
    connect(&m_progress, &QTimer::timeout, this, [this] {
        if (m_watch && m_watch->isChecking) {
            Q_EMIT checking();
        } else if (m_watch && m_watch->total > 0) {
            Q_EMIT progressed(static_cast<int>(100 * m_watch->done / m_watch->total));
        }
    });
}

BookCare::~BookCare()
{
    cancel();
    m_worker.stop(Worker::Rest::Cancel);
}

void BookCare::cancel()
{
    if (m_watch) {
        m_watch->cancelled = true;
    }
}

void BookCare::watchProgress()
{
    m_watch = std::make_shared<WorkWatch>();
    m_progress.start();
}

void BookCare::restore(const QString& from, const QString& to)
{
    watchProgress();
    const RestoreOrder order{from, to, m_watch, nullptr};
    whenReady(m_worker.post([order, clock = m_clock] { return restoreBook(order, *clock); }), this,
              [this](const Result<RestoreOutcome>& done) {
                  m_progress.stop();
                  if (done) {
                      Q_EMIT restored(*done);
                  } else {
                      Q_EMIT failed(done.error());
                  }
              });
}

void BookCare::rescue(const QString& damaged)
{
    watchProgress();
    RescueOrder order;
    order.from = damaged;
    order.watch = m_watch;
    whenReady(m_worker.post([order, clock = m_clock] { return rescueBook(order, *clock); }), this,
              [this](const Result<RescueReport>& done) {
                  m_progress.stop();
                  if (done) {
                      Q_EMIT rescued(*done);
                  } else {
                      Q_EMIT failed(done.error());
                  }
              });
}

void BookCare::lookForBackup(const QString& book)
{
    const auto job = [book]() -> Result<BackupShelf::Backup> {
        const std::vector<BackupShelf::Backup> all = BackupShelf(book).backups();
        return all.empty() ? BackupShelf::Backup{} : all.front();
    };
    whenReady(m_worker.post(job), this, [this, book](const Result<BackupShelf::Backup>& found) {
        if (found) {
            Q_EMIT backupFound(book, found->file, found->at);
        }
    });
}

} // namespace keyturn
