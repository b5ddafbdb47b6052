// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tcp_proxy.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <atomic>
#include <deque>
#include <memory>

namespace keyturn::test {

namespace {

constexpr int patienceMs = 5'000;
constexpr qint64 nsPerMs = 1'000'000;

} // namespace

/// One direction of a connection: what came in goes out when it is due, in the order in which it came.
class ProxyLane : public QObject
{
public:
    ProxyLane(QTcpSocket* from, QTcpSocket* to, const std::atomic_int& delayMs, const std::atomic_bool& swallows,
              std::atomic_int& said)
        : QObject(to)
        , m_to(to)
        , m_delayMs(delayMs)
        , m_swallows(swallows)
        , m_said(said)
    {
        m_clock.start();
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &ProxyLane::passOn);
        connect(from, &QTcpSocket::readyRead, this, [this, from] { take(from->readAll()); });
        connect(from, &QTcpSocket::disconnected, this, [this] {
            m_ends = true;
            passOn();
        });
        connect(from, &QTcpSocket::disconnected, from, &QObject::deleteLater);
    }

private:
    struct Parcel
    {
        qint64 due; ///< on m_clock, nanoseconds
        QByteArray bytes;
    };

    void take(const QByteArray& bytes)
    {
        ++m_said;
        if (!m_swallows) {
            m_waiting.push_back({m_clock.nsecsElapsed() + m_delayMs * nsPerMs, bytes});
            passOn();
        }
    }

    void passOn()
    {
        const qint64 now = m_clock.nsecsElapsed();
        while (!m_waiting.empty() && m_waiting.front().due <= now) {
            if (m_to->isOpen()) {
                m_to->write(m_waiting.front().bytes);
            }
            m_waiting.pop_front();
        }
        if (!m_waiting.empty()) {
            m_timer.start(static_cast<int>((m_waiting.front().due - now + nsPerMs - 1) / nsPerMs));
        } else if (m_ends) {
            m_to->disconnectFromHost();
        }
    }

    QTcpSocket* const m_to;
    const std::atomic_int& m_delayMs;
    const std::atomic_bool& m_swallows;
    std::atomic_int& m_said;
    QElapsedTimer m_clock;
    QTimer m_timer{this};
    std::deque<Parcel> m_waiting;
    bool m_ends = false;
};

/// The clients and their lines to the server.
class ProxyListener : public QObject
{
public:
    explicit ProxyListener(int serverPort)
        : m_serverPort(serverPort)
        , m_server(new QTcpServer(this))
    {
        connect(m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* const client = m_server->nextPendingConnection()) {
                take(client);
            }
        });
    }

    int listen() { return m_server->listen(QHostAddress::LocalHost) ? m_server->serverPort() : 0; }

    void cut()
    {
        const auto sockets = m_server->findChildren<QTcpSocket*>();
        for (QTcpSocket* const socket : sockets) {
            socket->abort();
        }
    }

    std::atomic_int delayMs = 0;
    std::atomic_bool swallows = false;        ///< what clients say
    std::atomic_bool swallowsAnswers = false; ///< what the server says
    std::atomic_int said = 0;
    std::atomic_int answered = 0;

private:
    void take(QTcpSocket* client)
    {
        auto* server = new QTcpSocket(m_server);
        client->setParent(m_server);
        new ProxyLane(client, server, delayMs, swallows, said);
        new ProxyLane(server, client, delayMs, swallowsAnswers, answered);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(m_serverPort));
    }

    const int m_serverPort;
    QTcpServer* const m_server;
};

TcpProxy::TcpProxy(int serverPort)
    : m_listener(new ProxyListener(serverPort))
{
    // Before it moves: so the port is known without waiting for the other thread.
    m_port = m_listener->listen();
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
}

TcpProxy::~TcpProxy()
{
    m_thread.quit();
    m_thread.wait();
}

void TcpProxy::delay(int ms)
{
    m_listener->delayMs = ms;
}

void TcpProxy::swallow(bool on)
{
    m_listener->swallows = on;
    m_listener->swallowsAnswers = on;
}

int TcpProxy::said() const
{
    return m_listener->said;
}

void TcpProxy::swallowAnswers(bool on)
{
    m_listener->swallowsAnswers = on;
}

bool TcpProxy::cut()
{
    // Shared with the other thread, which may come to it after this one has given up.
    const auto done = std::make_shared<QSemaphore>();
    QMetaObject::invokeMethod(
        m_listener,
        [listener = m_listener, done] {
            listener->cut();
            done->release();
        },
        Qt::QueuedConnection);
    return done->tryAcquire(1, patienceMs);
}

} // namespace keyturn::test
