// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/connection.h"
#include "models/storage/scram.h"
#include "tests/support/postgres_server.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace keyturn;
using namespace keyturn::test;

/// Whom the program talks to over a network, and whom not.
class TestServerTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (PostgresServer* server : {&m_encrypted, &m_plain}) {
            if (!startOrSkip(*server, server == &m_encrypted ? PostgresServer::Tcp::Tls : PostgresServer::Tcp::Plain)) {
                return;
            }
            const QString verifier = QString::fromLatin1(scramVerifier(m_password, generatedSalt()));
            QCOMPARE(server->administer(QStringLiteral("CREATE ROLE caller LOGIN PASSWORD '%1'").arg(verifier)),
                     QString());
        }
    }
    void init() { failOnAnyWarning(); }

    void theRightServerIsSpokenTo()
    {
        const auto connection = Connection::openPostgres(caller(m_encrypted));
        QVERIFY2(connection, connection ? "" : qPrintable(connection.error().detail));
        QCOMPARE((*connection)
                     ->number(QStringLiteral("SELECT count(*) FROM pg_stat_ssl "
                                             "WHERE pid = pg_backend_pid() AND ssl")),
                 Result<qint64>(1));
        // The address is told without the password.
        QVERIFY(!(*connection)->location().contains(QString::fromLatin1(m_password)));
    }

    void everybodyElseIsNot_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("rightAuthority");
        QTest::addColumn<bool>("encrypts");
        QTest::addColumn<QString>("code");
        const QString named = QStringLiteral("localhost");
        QTest::newRow("signed by somebody else") << named << false << true << QStringLiteral("certificate");
        QTest::newRow("another name") << QStringLiteral("127.0.0.1") << true << true << QStringLiteral("host_name");
        QTest::newRow("not encrypted") << named << true << false << QStringLiteral("no_tls");
    }
    void everybodyElseIsNot()
    {
        QFETCH(QString, host);
        QFETCH(bool, rightAuthority);
        QFETCH(bool, encrypts);
        QFETCH(QString, code);
        PostgresOptions options = caller(encrypts ? m_encrypted : m_plain);
        options.host = host;
        options.caFile = rightAuthority ? m_encrypted.caFile() : m_encrypted.otherCaFile();
        const auto connection = Connection::openPostgres(options);
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, Error::Kind::Untrusted);
        QCOMPARE(connection.error().nativeCode, code);
        QVERIFY(!connection.error().message.isEmpty());
    }

    void aMissingAuthorityIsTold()
    {
        PostgresOptions options = caller(m_encrypted);
        options.caFile = QStringLiteral("/nowhere/ca.crt");
        const auto connection = Connection::openPostgres(options);
        QVERIFY(!connection);
        QCOMPARE(connection.error().nativeCode, QStringLiteral("ca_file"));
    }

    void aWrongPasswordIsNoTrouble()
    {
        PostgresOptions options = caller(m_encrypted);
        options.password = QStringLiteral("wrong");
        const auto connection = Connection::openPostgres(options);
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, Error::Kind::Auth);
    }

    void aClosedPortIsOffline()
    {
        PostgresOptions options = caller(m_plain);
        m_plain.kill();
        options.caFile.clear();
        const auto connection = Connection::openPostgres(options);
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, Error::Kind::Offline);
    }

private:
    [[nodiscard]] PostgresOptions caller(const PostgresServer& server) const
    {
        PostgresOptions options = server.options(QStringLiteral("postgres"));
        options.host = QStringLiteral("localhost");
        options.user = QStringLiteral("caller");
        options.password = QString::fromLatin1(m_password);
        options.caFile = m_encrypted.caFile();
        return options;
    }

    const QByteArray m_password = generatedPassword();
    PostgresServer m_encrypted;
    PostgresServer m_plain;
};

QTEST_GUILESS_MAIN(TestServerTls)
#include "tst_server_tls.moc"
