// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tcp_proxy.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace keyturn::test {

/// One client and its line to the server.
class ProxyListener : public QObject
{
public:
    explicit ProxyListener(int serverPort)
        : m_serverPort(serverPort)
        , m_server(new QTcpServer(this))
    {}

    int listen()
    {
        connect(m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* const client = m_server->nextPendingConnection()) {
                take(client);
            }
        });
        return m_server->listen(QHostAddress::LocalHost) ? m_server->serverPort() : 0;
    }

    void cut()
    {
        const auto sockets = m_server->findChildren<QTcpSocket*>();
        for (QTcpSocket* const socket : sockets) {
            socket->abort();
        }
    }

    std::atomic_int delayMs = 0;
    std::atomic_bool swallows = false;
    std::atomic_bool swallowsAnswers = false;

private:
    void take(QTcpSocket* client)
    {
        auto* server = new QTcpSocket(m_server);
        client->setParent(m_server);
        pass(client, server, false);
        pass(server, client, true);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(m_serverPort));
    }

    void pass(QTcpSocket* from, QTcpSocket* to, bool isAnswer)
    {
        connect(from, &QTcpSocket::readyRead, to, [this, from, to, isAnswer] {
            const QByteArray bytes = from->readAll();
            if (swallows || (isAnswer && swallowsAnswers)) {
                return;
            }
            if (delayMs == 0) {
                to->write(bytes);
            } else {
                QTimer::singleShot(delayMs.load(), Qt::PreciseTimer, to, [to, bytes] { to->write(bytes); });
            }
        });
        connect(from, &QTcpSocket::disconnected, to, [to] { to->disconnectFromHost(); });
        connect(from, &QTcpSocket::disconnected, from, &QObject::deleteLater);
    }

    const int m_serverPort;
    QTcpServer* const m_server;
};

TcpProxy::TcpProxy(int serverPort)
    : m_listener(new ProxyListener(serverPort))
{
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_listener, [this] { m_port = m_listener->listen(); }, Qt::BlockingQueuedConnection);
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
}

void TcpProxy::swallowAnswers(bool on)
{
    m_listener->swallowsAnswers = on;
}

void TcpProxy::cut()
{
    QMetaObject::invokeMethod(
        m_listener, [this] { m_listener->cut(); }, Qt::BlockingQueuedConnection);
}

} // namespace keyturn::test
