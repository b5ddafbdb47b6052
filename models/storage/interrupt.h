// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

struct sqlite3;

namespace keyturn {

class Connection;

/// While `wanted` is true, whatever runs on this SQLite connection ends soon, as Cancelled: what had begun before, and
/// what begins later, which an interrupt in passing would miss. To be called on the connection's thread; `wanted` may
/// be set from any thread and must outlive the connection.
void interruptWhen(const Connection& connection, const std::atomic_bool& wanted);

/// As interruptWhen(), for as long as this lives. `wanted` is asked on the connection's thread, often: it must be
/// quick.
class InterruptScope
{
public:
    InterruptScope(const Connection& connection, std::function<bool()> wanted);
    ~InterruptScope();
    InterruptScope(const InterruptScope&) = delete;
    InterruptScope& operator=(const InterruptScope&) = delete;

private:
    const Connection& m_connection;
    std::function<bool()> m_wanted;
};

/// The same from a thread of its own, which looks now and then whether what runs on the connection is `unwanted`, and
/// then ends it. For the check of a file's structure, which asks nobody while it reads, and may read for minutes.
/// `unwanted` is asked on that thread; if it is empty nothing is ended.
class InterruptThread
{
public:
    InterruptThread(const Connection& connection, std::function<bool()> unwanted);
    ~InterruptThread();
    InterruptThread(const InterruptThread&) = delete;
    InterruptThread& operator=(const InterruptThread&) = delete;

private:
    void look(sqlite3* handle, const std::function<bool()>& unwanted);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isOver = false;
    std::thread m_thread;
};

} // namespace keyturn
