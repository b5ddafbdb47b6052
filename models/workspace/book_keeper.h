// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/workspace/workspace.h"

#include <QCoreApplication>
#include <QString>

#include <atomic>
#include <memory>
#include <vector>

namespace keyturn {

class Connection;

/// Keeps house in a solo book, on a thread and a connection of its own: folds the write-ahead log into the file, checks
/// the book, copies it. Opened at the first job.
class BookKeeper
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::BookKeeper)

public:
    explicit BookKeeper(std::shared_ptr<const Clock> clock);
    ~BookKeeper();
    Q_DISABLE_COPY_MOVE(BookKeeper)

    void setSource(const QString& path);

    /// Moves what has been committed into the book as far as no reader stands in the way. Waits for nobody.
    void checkpoint();
    /// The structure of the file; seconds in a large book.
    Done quickCheck();
    Result<std::vector<Check>> verify();
    Result<qint64> backup(const QString& toFile);
    /// The tiniest durable write there is: tells whether the store works again.
    Done probe();
    /// From any thread, before the last job: what runs now, or is about to, ends soon, as Cancelled.
    void hurry();
    void close();

private:
    Done ensureOpen();

    const std::shared_ptr<const Clock> m_clock;
    QString m_path;
    std::atomic_bool m_hurries = false;
    std::unique_ptr<Connection> m_connection;
};

} // namespace keyturn
