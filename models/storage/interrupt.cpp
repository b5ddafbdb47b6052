// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/interrupt.h"

#include "models/storage/connection.h"

#include <sqlite3.h>

#include <chrono>

namespace keyturn {

namespace {

/// Steps of SQLite's machine between two questions: a fraction of a millisecond.
constexpr int stepsBetween = 10'000;
constexpr std::chrono::milliseconds betweenLooks(20);

int asks(void* wanted)
{
    return static_cast<const std::atomic_bool*>(wanted)->load() ? 1 : 0;
}

int asksScope(void* scope)
{
    return (*static_cast<const std::function<bool()>*>(scope))() ? 1 : 0;
}

} // namespace

InterruptScope::InterruptScope(const Connection& connection, std::function<bool()> wanted)
    : m_connection(connection)
    , m_wanted(std::move(wanted))
{
    if (sqlite3* const handle = m_connection.native()) {
        sqlite3_progress_handler(handle, stepsBetween, asksScope, &m_wanted);
    }
}

InterruptScope::~InterruptScope()
{
    if (sqlite3* const handle = m_connection.native()) {
        sqlite3_progress_handler(handle, 0, nullptr, nullptr);
    }
}

void interruptWhen(const Connection& connection, const std::atomic_bool& wanted)
{
    if (sqlite3* const handle = connection.native()) {
        // SQLite hands the pointer back as it was; nothing is written through it.
        sqlite3_progress_handler(handle, stepsBetween, asks, const_cast<std::atomic_bool*>(&wanted));
    }
}

InterruptThread::InterruptThread(const Connection& connection, std::function<bool()> unwanted)
{
    if (sqlite3* const handle = connection.native(); handle != nullptr && unwanted) {
        m_thread = std::thread([this, handle, unwanted = std::move(unwanted)] { look(handle, unwanted); });
    }
}

InterruptThread::~InterruptThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void InterruptThread::look(sqlite3* handle, const std::function<bool()>& unwanted)
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, betweenLooks, [this] { return m_isOver; })) {
        // Again and again: a statement that has not begun yet does not hear of it.
        if (unwanted()) {
            sqlite3_interrupt(handle);
        }
    }
}

} // namespace keyturn
