// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

namespace keyturn::test {

class ProxyListener;

/// A wire to a server on the loopback that can be made bad: bytes come late, never, or only in part. On a thread of its
/// own, so that it works while the test waits. All functions are for the test's thread.
class TcpProxy
{
public:
    explicit TcpProxy(int serverPort);
    ~TcpProxy();
    Q_DISABLE_COPY_MOVE(TcpProxy)

    /// Where clients connect; 0 if it could not listen.
    [[nodiscard]] int port() const { return m_port; }

    /// Every byte that comes from now on takes that long, in each direction, and none overtakes another.
    void delay(int ms);
    /// Bytes are taken and never passed on, new connections included. Nobody is told.
    void swallow(bool on);
    /// Only answers vanish: what the client says still arrives.
    void swallowAnswers(bool on);
    /// How often clients have said something: once for each round trip, as long as it is not much.
    [[nodiscard]] int said() const;
    /// Ends every connection there is. False if the wire did not get to it within some seconds.
    bool cut();

private:
    QThread m_thread;
    ProxyListener* m_listener; ///< lives and dies on m_thread
    int m_port = 0;
};

} // namespace keyturn::test
