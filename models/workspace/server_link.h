// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/server_access.h"

#include <QMutex>

#include <memory>

namespace keyturn {

/// A connection to a server that comes back: opened when it is needed, opened again when it was lost. Used on one
/// thread, but for hurry() and abort().
class ServerLink
{
public:
    ServerLink(ServerAccess access, int limitMs)
        : m_access(std::move(access))
        , m_limitMs(limitMs)
    {}
    ~ServerLink() { close(); }
    Q_DISABLE_COPY_MOVE(ServerLink)

    [[nodiscard]] bool isOpen() const { return m_connection && m_connection->isAlive(); }
    /// Opens it if it is not open or has been lost; `fresh` is set if it did.
    Result<Connection*> connection(bool* fresh = nullptr)
    {
        if (isOpen()) {
            return m_connection.get();
        }
        close();
        KEYTURN_LET(std::unique_ptr<Connection> opened, m_access.open(m_limitMs));
        if (fresh != nullptr) {
            *fresh = true;
        }
        const QMutexLocker locker(&m_mutex);
        m_connection = std::move(opened);
        return m_connection.get();
    }

    void close()
    {
        std::unique_ptr<Connection> gone;
        const QMutexLocker locker(&m_mutex);
        gone.swap(m_connection);
    }

    /// Any thread: the call that is under way ends, and the connection with it.
    void abort()
    {
        const QMutexLocker locker(&m_mutex);
        if (m_connection) {
            m_connection->abort();
        }
    }
    /// Any thread: no call takes longer than that any more.
    void hurry(int ms)
    {
        const QMutexLocker locker(&m_mutex);
        if (m_connection) {
            m_connection->hurry(ms);
        }
    }

private:
    const ServerAccess m_access;
    const int m_limitMs;
    QMutex m_mutex; ///< around the pointer; what it points at is used on one thread
    std::unique_ptr<Connection> m_connection;
};

} // namespace keyturn
