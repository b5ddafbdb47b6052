// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/server_address.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace keyturn;

class TestServerAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void goodAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<bool>("local");
        QTest::addColumn<bool>("verifies");
        QTest::newRow("plain") << "postgresql://u_1@db.example.com/team"
                               << "db.example.com" << 5432 << false << true;
        QTest::newRow("short scheme, port") << "postgres://u_1@db.example.com:6000/team"
                                            << "db.example.com" << 6000 << false << true;
        QTest::newRow("loopback") << "postgresql://u_1@127.0.0.1/team"
                                  << "127.0.0.1" << 5432 << true << false;
        QTest::newRow("six") << "postgresql://u_1@[::1]:6000/team"
                             << "::1" << 6000 << true << false;
        QTest::newRow("socket") << "postgresql://u_1@localhost/team?host=/run/postgresql"
                                << "/run/postgresql" << 5432 << true << false;
        QTest::newRow("loopback, checked") << "postgresql://u_1@localhost/team?sslmode=verify-full"
                                           << "localhost" << 5432 << true << true;
        QTest::newRow("own authority") << "postgresql://u_1@localhost/team?sslrootcert=/etc/our%20ca.crt"
                                       << "localhost" << 5432 << true << true;
        QTest::newRow("a name that only looks like one") << "postgresql://u_1@127.0.0.1.example.com/team"
                                                         << "127.0.0.1.example.com" << 5432 << false << true;
    }
    void goodAddresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, host);
        QFETCH(int, port);
        QFETCH(bool, local);
        QFETCH(bool, verifies);
        const auto address = ServerAddress::parse(text);
        QVERIFY2(address, address ? "" : qPrintable(address.error().message));
        QCOMPARE(address->host, host);
        QCOMPARE(address->port, port);
        QCOMPARE(address->user, QStringLiteral("u_1"));
        QCOMPARE(address->database, QStringLiteral("team"));
        QCOMPARE(address->isLocal(), local);
        QCOMPARE(address->verifies(), verifies);
        QCOMPARE(ServerAddress::parse(address->toString()), Result<ServerAddress>(*address));
    }

    void aParameterDoesNotGetAroundTheCheck()
    {
        const auto address =
            ServerAddress::parse(QStringLiteral("postgresql://u_1@localhost/team?sslmode=disable&host=db.example.com"));
        QVERIFY(!address || address->verifies());
    }

    void badAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("password") << "postgresql://u_1:secret@db.example.com/team"
                                  << "password";
        QTest::newRow("password parameter") << "postgresql://u_1@db.example.com/team?password=secret"
                                            << "password";
        QTest::newRow("less than checked") << "postgresql://u_1@db.example.com/team?sslmode=require"
                                           << "certificate";
        QTest::newRow("no database") << "postgresql://u_1@db.example.com"
                                     << "database";
        QTest::newRow("no login") << "postgresql://db.example.com/team"
                                  << "login";
        QTest::newRow("no host") << "postgresql://u_1@/team"
                                 << "";
        QTest::newRow("unknown wish") << "postgresql://u_1@db.example.com/team?options=-cfoo"
                                      << "options";
        QTest::newRow("another scheme") << "https://db.example.com/team"
                                        << "postgresql";
    }
    void badAddresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto address = ServerAddress::parse(text);
        QVERIFY(!address);
        QCOMPARE(address.error().kind, Error::Kind::Invalid);
        QVERIFY2(address.error().message.contains(says), qPrintable(address.error().message));
        QVERIFY(!address.error().message.contains(QLatin1String("secret")));
    }
};

QTEST_GUILESS_MAIN(TestServerAddress)
#include "tst_server_address.moc"
