// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/interrupt.h"

#include "models/storage/connection.h"

#include <sqlite3.h>

namespace keyturn {

namespace {

/// Steps of SQLite's machine between two questions: a fraction of a millisecond.
constexpr int stepsBetween = 10'000;

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

void Interrupter::interrupt()
{
    // The flag first: what begins between the two finds it.
    m_wanted = true;
    const std::lock_guard lock(m_mutex);
    for (sqlite3* const handle : m_handles) {
        sqlite3_interrupt(handle);
    }
}

Interrupter::Tie::Tie(Interrupter& interrupter, const Connection& connection)
    : m_interrupter(interrupter)
    , m_handle(connection.native())
{
    if (m_handle != nullptr) {
        interruptWhen(connection, m_interrupter.m_wanted);
        const std::lock_guard lock(m_interrupter.m_mutex);
        m_interrupter.m_handles.push_back(m_handle);
    }
}

Interrupter::Tie::~Tie()
{
    if (m_handle != nullptr) {
        const std::lock_guard lock(m_interrupter.m_mutex);
        std::erase(m_interrupter.m_handles, m_handle);
        sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
    }
}

} // namespace keyturn
