// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <vector>

struct sqlite3;

namespace keyturn {

class Connection;

/// While `wanted` is true, whatever runs on this SQLite connection ends soon, as Cancelled: what had begun before, and
/// what begins later, which an interrupt in passing would miss. To be called on the connection's thread; `wanted` may
/// be set from any thread and must outlive the connection.
void interruptWhen(const Connection& connection, const std::atomic_bool& wanted);

/// Ends what runs on SQLite connections of other threads, and refuses what begins there later. Unlike a flag it also
/// ends the check of a file's structure, which asks nobody while it reads, and may read for minutes.
class Interrupter
{
public:
    /// From any thread. From now on everything on the connections tied to this ends soon, as Cancelled.
    void interrupt();
    [[nodiscard]] bool isInterrupted() const { return m_wanted; }

    /// Ties a connection to it for as long as this lives, which is shorter than both of them.
    class Tie
    {
    public:
        Tie(Interrupter& interrupter, const Connection& connection);
        ~Tie();
        Tie(const Tie&) = delete;
        Tie& operator=(const Tie&) = delete;

    private:
        Interrupter& m_interrupter;
        sqlite3* const m_handle;
    };

private:
    std::atomic_bool m_wanted = false;
    std::mutex m_mutex; ///< of the handles: one that is being closed must not be interrupted
    std::vector<sqlite3*> m_handles;
};

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

} // namespace keyturn
