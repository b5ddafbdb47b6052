// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"

#include <QEventLoop>
#include <QFutureWatcher>

#include <cstdio>
#include <cstdlib>

struct sqlite3;
struct sqlite3_stmt;

namespace keyturn::bench {

/// A benchmark that cannot be set up says so and ends: a number of nothing is worse than none.
[[noreturn]] inline void giveUp(const QString& why)
{
    std::fprintf(stderr, "keyturn_bench: %s\n", qPrintable(why));
    std::exit(1);
}

/// Waits for an answer with the event loop running, as the window does.
template<typename T>
T awaited(const QFuture<Result<T>>& future)
{
    QFutureWatcher<Result<T>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!watcher.isFinished()) {
        loop.exec();
    }
    Result<T> result = future.result();
    if (!result) {
        giveUp(result.error().message + QLatin1Char(' ') + result.error().detail);
    }
    return std::move(*result);
}

std::shared_ptr<Workspace> openBook(const QString& path);

/// The yardstick for queries: sqlite3 and nothing else, statements prepared once, every column read.
class RawBook
{
public:
    explicit RawBook(const QString& path);
    ~RawBook();
    RawBook(const RawBook&) = delete;
    RawBook& operator=(const RawBook&) = delete;

    [[nodiscard]] sqlite3_stmt* prepare(const QByteArray& sql);
    /// Steps to the end; answers a sum over everything read, so that nothing is optimized away.
    static qint64 readAll(sqlite3_stmt* statement);

private:
    sqlite3* m_handle = nullptr;
    std::vector<sqlite3_stmt*> m_statements;
};

/// Resident memory of this process in bytes, after giving back what is free.
qint64 residentBytes();

} // namespace keyturn::bench
