// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/watchdog.h"

#include <QtGlobal>

#include <algorithm>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace keyturn {

Watchdog::Watchdog(int socket, int limitMs)
    : m_socket(socket)
    , m_limit(limitMs)
    , m_thread([this] { watch(); })
{}

Watchdog::~Watchdog()
{
    {
        const std::scoped_lock locker(m_mutex);
        m_ends = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

Watchdog::Guard::Guard(Watchdog* dog)
    : m_dog(dog)
{
    if (m_dog != nullptr) {
        const std::scoped_lock locker(m_dog->m_mutex);
        m_dog->m_deadline = Clock::now() + m_dog->m_limit;
        m_dog->m_wake.notify_all();
    }
}

Watchdog::Guard::~Guard()
{
    if (m_dog != nullptr) {
        // The thread may sleep on: it looks again before it bites.
        const std::scoped_lock locker(m_dog->m_mutex);
        m_dog->m_deadline = Clock::time_point::max();
    }
}

void Watchdog::setLimit(int ms)
{
    const std::scoped_lock locker(m_mutex);
    m_limit = std::min(std::chrono::milliseconds(ms), m_longest);
}

void Watchdog::hurry(int ms)
{
    const std::scoped_lock locker(m_mutex);
    m_longest = std::chrono::milliseconds(ms);
    m_limit = std::min(m_limit, m_longest);
    if (m_deadline != Clock::time_point::max()) {
        m_deadline = std::min(m_deadline, Clock::now() + m_limit);
        m_wake.notify_all();
    }
}

void Watchdog::bite()
{
    const std::scoped_lock locker(m_mutex);
    shutDown();
}

bool Watchdog::hasBitten() const
{
    const std::scoped_lock locker(m_mutex);
    return m_bitten;
}

void Watchdog::watch()
{
    std::unique_lock locker(m_mutex);
    while (!m_ends) {
        if (m_bitten || m_deadline == Clock::time_point::max()) {
            m_wake.wait(locker);
        } else if (Clock::now() >= m_deadline) {
            shutDown();
        } else {
            m_wake.wait_until(locker, m_deadline);
        }
    }
}

void Watchdog::shutDown()
{
    if (!m_bitten) {
        m_bitten = true;
#ifdef Q_OS_WIN
        ::shutdown(SOCKET(m_socket), SD_BOTH);
#else
        ::shutdown(m_socket, SHUT_RDWR);
#endif
    }
}

} // namespace keyturn
