// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace keyturn {

/// Frees a thread that waits for a server which does not answer any more: shuts the connection's socket down when a
/// call takes too long, so that the driver comes back with an error. Nothing else does: the server's own time limits do
/// not help when the server is frozen, nor do those of TCP when something in between still acknowledges. A thread of
/// its own, asleep most of the time.
class Watchdog
{
public:
    /// `socket` is watched only while a Guard lives; its owner must close it after that, and outlives nothing here.
    Watchdog(int socket, int limitMs);
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    /// Around one call. Does nothing without a dog.
    class Guard
    {
    public:
        explicit Guard(Watchdog* dog);
        ~Guard();
        Guard(const Guard&) = delete;
        Guard& operator=(const Guard&) = delete;

    private:
        Watchdog* m_dog;
    };

    /// For the calls to come. The thread of the connection.
    void setLimit(int ms);
    /// The call that is under way, if any, has no more than that left, and neither will any other. Any thread.
    void hurry(int ms);
    /// Does it now, whether a call is under way or not. Any thread.
    void bite();
    [[nodiscard]] bool hasBitten() const;

private:
    using Clock = std::chrono::steady_clock;

    void watch();
    void shutDown(); ///< with the mutex held

    const int m_socket;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::chrono::milliseconds m_limit;
    std::chrono::milliseconds m_longest = std::chrono::milliseconds::max();
    Clock::time_point m_deadline = Clock::time_point::max();
    bool m_bitten = false;
    bool m_ends = false;
    std::thread m_thread;
};

} // namespace keyturn
