// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/worker.h"
#include "models/workspace/rescue.h"
#include "models/workspace/restore.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace keyturn {

/// Work on the files of books that are not open: bringing one back, saving what a damaged one holds. On a thread of its
/// own, one at a time.
class BookCare : public QObject
{
    Q_OBJECT

public:
    explicit BookCare(std::shared_ptr<const Clock> clock, QObject* parent = nullptr);
    /// Stops what is under way, which changes nothing then, and waits for it.
    ~BookCare() override;

    void restore(const QString& from, const QString& to);
    /// In its place.
    void rescue(const QString& damaged);
    /// Answers by backupFound, with an empty file if there is none.
    void lookForBackup(const QString& book);
    void cancel();

Q_SIGNALS:
    void progressed(int percent);
    /// All is read; what came of it is looked through now, which cannot be counted. Now and then while it goes on.
    void checking();
    void restored(const keyturn::RestoreOutcome& outcome);
    void rescued(const keyturn::RescueReport& report);
    void failed(const keyturn::Error& error);
    void backupFound(const QString& book, const QString& file, keyturn::Instant at);

private:
    void watchProgress();

    const std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<WorkWatch> m_watch;
    QTimer m_progress;
    Worker m_worker;
};

} // namespace keyturn
