// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/connection.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace keyturn::test {

/// A throwaway PostgreSQL of the distribution, reached by a local socket in a temporary folder. Dies with the test,
/// even when the test is killed. Runs as the user postgres when the test is root, because PostgreSQL refuses to be.
class PostgresServer
{
public:
    /// How it is reached besides by its socket, with SCRAM passwords: not at all, on a free port of the loopback in
    /// plain text, or over TLS only.
    enum class Tcp { None, Plain, Tls };

    /// False only where PostgreSQL is not installed; that is the one reason to skip a test.
    static bool isInstalled();

    PostgresServer();
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    /// Makes the cluster and starts the server. On failure the reason, else an empty string.
    QString start(Tcp tcp = Tcp::None);
    /// As somebody who pulls the plug would; the data stays.
    void kill();
    /// After kill(), on the same port.
    QString startAgain();
    /// The whole server stands still, or goes on; connections stay.
    void freeze();
    void thaw();
    [[nodiscard]] int port() const { return m_port; }
    /// The certificate authority that signed the server's certificate, which is for the name "localhost" alone.
    [[nodiscard]] QString caFile() const { return m_tlsFolder.filePath(QStringLiteral("ca.crt")); }
    /// An authority that signed nothing.
    [[nodiscard]] QString otherCaFile() const { return m_tlsFolder.filePath(QStringLiteral("other.crt")); }

    [[nodiscard]] PostgresOptions options(const QString& database) const;
    /// Runs a statement outside of any database of ours (CREATE DATABASE …). On failure the reason.
    QString administer(const QString& sql) const;

private:
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString data() const { return folder() + QStringLiteral("/data"); }
    QString configure(Tcp tcp);
    QString makeCertificates();
    QString run();
    void signalAll(int signal);

    QTemporaryDir m_folder;
    QTemporaryDir m_tlsFolder;
    int m_port = 0;
    QProcess m_server;
};

/// For initTestCase(): starts a throwaway server, or what stands on one. False where the tests are skipped, because
/// PostgreSQL is not installed, or have failed, because it does not start.
template<typename Server, typename... How>
bool startOrSkip(Server& server, How... how)
{
    if (!PostgresServer::isInstalled()) {
        QTest::qSkip("PostgreSQL is not installed.", __FILE__, __LINE__);
        return false;
    }
    const QString failure = server.start(how...);
    return QTest::qVerify(failure.isEmpty(), "the server starts", qPrintable(failure), __FILE__, __LINE__);
}

} // namespace keyturn::test
