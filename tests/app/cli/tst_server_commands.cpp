// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/server_address.h"
#include "tests/support/postgres_server.h"
#include "tests/support/program.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace keyturn;

/// A team's server from its first minute, by the real program alone.
class TestServerCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::PostgresServer::isInstalled()) {
            QSKIP("PostgreSQL is not installed.");
        }
        QString failure = m_server.start(test::PostgresServer::Tcp::Plain);
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        failure = m_server.administer(QStringLiteral("CREATE DATABASE team"));
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        const ServerAddress admin = m_server.options(QStringLiteral("team"));
        m_admin = admin.toString();
    }
    void init()
    {
        test::failOnAnyWarning();
        qunsetenv("PGPASSWORD");
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    }

    void aServerIsSetUpWithOneCommand()
    {
        auto ran = m_program.json({QStringLiteral("server"), QStringLiteral("status"), m_admin});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(ran.object().value(QLatin1String("schema_version")).toInt(), 0);
        ran = m_program.json({QStringLiteral("server"), QStringLiteral("upgrade"), m_admin});
        QCOMPARE(ran.exit, 1);
        ran = m_program.json({QStringLiteral("server"), QStringLiteral("init"), m_admin});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        const int version = ran.object().value(QLatin1String("version")).toInt();
        QVERIFY(version > 0);
        ran = m_program.json({QStringLiteral("server"), QStringLiteral("init"), m_admin});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.errorKind(), QStringLiteral("refused"));
        ran = m_program.json({QStringLiteral("server"), QStringLiteral("upgrade"), m_admin});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(ran.object().value(QLatin1String("version_before")).toInt(), version);
    }

    void peopleGetTheirLogins()
    {
        auto ran = m_program.json({QStringLiteral("server"), QStringLiteral("add-org"), m_admin,
                                   QStringLiteral("--name"), QStringLiteral("Example Home Loans")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        m_organization = ran.object().value(QLatin1String("organization_id")).toString();
        QCOMPARE(m_organization.size(), 36);
        ran = addUser(QStringLiteral("ann@example.com"), QStringLiteral("org_admin"));
        QVERIFY2(ran.exit == 0, ran.told().constData());
        m_ann = ran.object();
        QVERIFY(m_ann.value(QLatin1String("password")).toString().size() >= 20);
        QVERIFY(m_ann.value(QLatin1String("login")).toString().startsWith(QLatin1String("u_")));
        ran = addUser(QStringLiteral("ann@example.com"), QStringLiteral("manager"));
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.errorKind(), QStringLiteral("constraint"));
        // For people: once, and with the address to hand over.
        ran = m_program.run({QStringLiteral("server"), QStringLiteral("add-user"), m_admin, QStringLiteral("--org"),
                             m_organization, QStringLiteral("--email"), QStringLiteral("bob@example.com"),
                             QStringLiteral("--name"), QStringLiteral("Bob Example"), QStringLiteral("--role"),
                             QStringLiteral("loan_officer")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QVERIFY(ran.out.contains("postgresql://u_"));
        ran = m_program.json({QStringLiteral("server"), QStringLiteral("status"), m_admin});
        const auto organization = ran.object().value(QLatin1String("organizations")).toArray().first().toObject();
        QCOMPARE(organization.value(QLatin1String("people")).toInt(), 2);
        QCOMPARE(organization.value(QLatin1String("logins")).toInt(), 2);
    }

    void everyCommandWorksOnTheServer()
    {
        // As the administrator hands it over, but over the network.
        auto ran = as(m_ann, {QStringLiteral("lead"), QStringLiteral("add"), QStringLiteral("name=Robin Sample"),
                              QStringLiteral("email=robin@example.com"), QStringLiteral("estimated_value=350000")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        const QString lead = ran.object().value(QLatin1String("id")).toString();
        ran = as(m_ann, {QStringLiteral("lead"), QStringLiteral("move"), lead, QStringLiteral("contacted")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        ran = as(m_ann, {QStringLiteral("log"), lead, QStringLiteral("call"), QStringLiteral("--text"),
                         QStringLiteral("Said hello")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        ran = as(m_ann, {QStringLiteral("timeline"), lead});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QVERIFY(ran.object().value(QLatin1String("activities")).toArray().size() >= 3);
        ran = as(m_ann, {QStringLiteral("board")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(ran.object().value(QLatin1String("total_cents")).toInteger(), 35'000'000);
        ran = as(m_ann, {QStringLiteral("undo")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        ran = as(m_ann, {QStringLiteral("verify")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        ran = as(m_ann, {QStringLiteral("backup"), QStringLiteral("--to"), m_program.file(QStringLiteral("b"))});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.errorKind(), QStringLiteral("refused"));
    }

    void rolesAndPasswordsChange()
    {
        auto ran =
            m_program.json({QStringLiteral("server"), QStringLiteral("set-role"), m_admin, QStringLiteral("--email"),
                            QStringLiteral("ann@example.com"), QStringLiteral("--role"), QStringLiteral("viewer")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        ran = as(m_ann, {QStringLiteral("lead"), QStringLiteral("add"), QStringLiteral("name=No Way"),
                         QStringLiteral("email=noway@example.com")});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.errorKind(), QStringLiteral("refused"));
        ran = m_program.json({QStringLiteral("server"), QStringLiteral("rotate-password"), m_admin,
                              QStringLiteral("--email"), QStringLiteral("ann@example.com")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        const QJsonObject before = m_ann;
        m_ann = ran.object();
        QCOMPARE(as(before, {QStringLiteral("board")}).errorKind(), QStringLiteral("auth"));
        QCOMPARE(as(m_ann, {QStringLiteral("board")}).exit, 0);
        ran = m_program.json({QStringLiteral("server"), QStringLiteral("deactivate"), m_admin,
                              QStringLiteral("--email"), QStringLiteral("ann@example.com")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(as(m_ann, {QStringLiteral("board")}).errorKind(), QStringLiteral("auth"));
    }

    void whatCannotBeReachedIsStatusThree()
    {
        const auto ran = m_program.json({QStringLiteral("board"), QStringLiteral("--workspace"),
                                         QStringLiteral("postgresql://u_1@127.0.0.1:1/team")});
        QCOMPARE(ran.exit, 3);
        QCOMPARE(ran.errorKind(), QStringLiteral("offline"));
    }

    void aPasswordInTheAddressIsRefused()
    {
        const auto ran = m_program.json({QStringLiteral("server"), QStringLiteral("status"),
                                         QStringLiteral("postgresql://admin:secret@127.0.0.1/team")});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.errorKind(), QStringLiteral("invalid"));
        QVERIFY(!ran.out.contains("secret"));
    }

private:
    [[nodiscard]] test::Program::Ran addUser(const QString& email, const QString& role) const
    {
        return m_program.json({QStringLiteral("server"), QStringLiteral("add-user"), m_admin, QStringLiteral("--org"),
                               m_organization, QStringLiteral("--email"), email, QStringLiteral("--name"),
                               QStringLiteral("Ann Example"), QStringLiteral("--role"), role});
    }
    /// Over the network with the person's password.
    [[nodiscard]] test::Program::Ran as(const QJsonObject& login, const QStringList& words) const
    {
        ServerAddress address = m_server.options(QStringLiteral("team"));
        address.host = QStringLiteral("127.0.0.1");
        address.user = login.value(QLatin1String("login")).toString();
        qputenv("PGPASSWORD", login.value(QLatin1String("password")).toString().toLatin1());
        const auto ran = m_program.json(words + QStringList{QStringLiteral("--workspace"), address.toString()});
        qunsetenv("PGPASSWORD");
        return ran;
    }

    test::PostgresServer m_server;
    test::Program m_program;
    QString m_admin;
    QString m_organization;
    QJsonObject m_ann;
};

QTEST_GUILESS_MAIN(TestServerCommands)
#include "tst_server_commands.moc"
