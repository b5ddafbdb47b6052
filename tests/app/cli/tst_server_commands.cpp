// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/server_address.h"
#include "tests/support/postgres_server.h"
#include "tests/support/program.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTest>

#include <algorithm>

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

using namespace keyturn;

namespace {

/// A terminal with nobody at it but the test.
class Terminal
{
public:
    Terminal()
        : m_screen(::posix_openpt(O_RDWR | O_NOCTTY))
    {
        if (m_screen >= 0 && ::grantpt(m_screen) == 0 && ::unlockpt(m_screen) == 0) {
            m_name = QString::fromLocal8Bit(::ptsname(m_screen));
            // Held open, so that the terminal outlives the program at it.
            m_line = ::open(m_name.toLocal8Bit().constData(), O_RDWR | O_NOCTTY);
            ::fcntl(m_screen, F_SETFL, O_NONBLOCK);
        }
    }
    ~Terminal()
    {
        ::close(m_line);
        ::close(m_screen);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    [[nodiscard]] bool isOpen() const { return m_line >= 0; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] bool isEchoing() const
    {
        termios state{};
        return ::tcgetattr(m_line, &state) == 0 && (state.c_lflag & ECHO) != 0;
    }
    void type(const QByteArray& text) const
    {
        QCOMPARE(::write(m_screen, text.constData(), static_cast<size_t>(text.size())), text.size());
    }
    /// What stands on it.
    [[nodiscard]] QByteArray seen() const
    {
        QByteArray bytes(4096, '\0');
        return bytes.left(std::max<qsizetype>(0, ::read(m_screen, bytes.data(), static_cast<size_t>(bytes.size()))));
    }

private:
    int m_screen = -1;
    int m_line = -1;
    QString m_name;
};

} // namespace

/// A team's server from its first minute, by the real program alone.
class TestServerCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::startOrSkip(m_server, test::PostgresServer::Tcp::Plain)) {
            return;
        }
        QCOMPARE(m_server.administer(QStringLiteral("CREATE DATABASE team")), QString());
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

    void duplicatesAreMergedAndListsGivenOut()
    {
        const auto add = [this](const char* name, const char* email) {
            const auto ran =
                as(m_ann,
                   {QStringLiteral("lead"), QStringLiteral("add"), QStringLiteral("name=%1").arg(QLatin1String(name)),
                    QStringLiteral("email=%1").arg(QLatin1String(email)), QStringLiteral("phone=303-555-0177")});
            return ran.object().value(QLatin1String("id")).toString();
        };
        const QString keep = add("Kim Pair", "kim@example.com");
        const QString other = add("Kimberly Pair", "kimberly@example.com");
        auto ran = as(m_ann, {QStringLiteral("duplicates")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(ran.object().value(QLatin1String("total")).toInt(), 1);
        ran = as(m_ann, {QStringLiteral("merge"), keep, other, QStringLiteral("--from-other"), QStringLiteral("name")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(ran.object().value(QLatin1String("name")).toString(), QStringLiteral("Kimberly Pair"));
        ran = as(m_ann, {QStringLiteral("duplicates")});
        QCOMPARE(ran.object().value(QLatin1String("total")).toInt(), 0);
        const QString list = m_program.file(QStringLiteral("leads.csv"));
        ran = as(m_ann, {QStringLiteral("export"), QStringLiteral("leads"), QStringLiteral("--to"), list});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QVERIFY(ran.object().value(QLatin1String("rows")).toInt() >= 1);
        QFile file(list);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("Kimberly Pair") && !text.contains("Kim Pair"));
        ran = as(m_ann, {QStringLiteral("undo")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        ran = as(m_ann, {QStringLiteral("duplicates")});
        QCOMPARE(ran.object().value(QLatin1String("total")).toInt(), 1);
        ran = as(m_ann, {QStringLiteral("export"), QStringLiteral("book"), QStringLiteral("--to"),
                         m_program.file(QStringLiteral("book.zip"))});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.errorKind(), QStringLiteral("refused"));
    }

    void anAdministratorChecksEverything()
    {
        auto ran = m_program.json({QStringLiteral("verify"), m_admin});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        const QStringList all = checked(ran);
        for (const char* name : {"totals", "derived", "guards", "ledger", "chain", "moves", "rows"}) {
            QVERIFY2(all.contains(QLatin1String(name)), name);
        }
        // The same, written like any other workspace; once is enough.
        QCOMPARE(checked(m_program.json({QStringLiteral("verify"), QStringLiteral("--workspace"), m_admin})), all);
        QCOMPARE(m_program.json({QStringLiteral("verify"), m_admin, QStringLiteral("--workspace"), m_admin}).exit, 2);
        // A person checks what they see.
        ran = as(m_ann, {QStringLiteral("verify")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QVERIFY(!checked(ran).contains(QStringLiteral("ledger")));

        // Past all triggers, as only a superuser can.
        forge(QStringLiteral("UPDATE keyturn.leads SET name = name || ' II'"));
        ran = m_program.json({QStringLiteral("verify"), m_admin});
        QCOMPARE(ran.exit, 1);
        QVERIFY(!ran.object().value(QLatin1String("ok")).toBool(true));
        ran = m_program.run({QStringLiteral("verify"), m_admin});
        QCOMPARE(ran.exit, 1);
        QVERIFY2(ran.out.contains("FAILED"), ran.told().constData());
        forge(QStringLiteral("UPDATE keyturn.leads SET name = left(name, -3)"));
        ran = m_program.json({QStringLiteral("verify"), m_admin});
        QVERIFY2(ran.exit == 0, ran.told().constData());
    }

    void whatCannotBeCheckedIsTold()
    {
        QCOMPARE(m_server.administer(QStringLiteral("CREATE DATABASE nothing")), QString());
        auto ran = m_program.json(
            {QStringLiteral("verify"), ServerAddress(m_server.options(QStringLiteral("nothing"))).toString()});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.errorKind(), QStringLiteral("invalid"));
        ran = m_program.json({QStringLiteral("verify"), QStringLiteral("postgresql://crm_admin@127.0.0.1:1/team")});
        QCOMPARE(ran.exit, 3);
        QCOMPARE(ran.errorKind(), QStringLiteral("offline"));
    }

    void aPasswordIsAskedOnATerminalAndNeverShown()
    {
        const QByteArray password = m_ann.value(QLatin1String("password")).toString().toLatin1();
        Terminal terminal;
        QVERIFY(terminal.isOpen());
        QProcess process;
        process.setStandardInputFile(terminal.name());
        m_program.start(process, {QStringLiteral("board"), QStringLiteral("--json"), QStringLiteral("--workspace"),
                                  addressOf(m_ann)});
        QByteArray told;
        QTRY_VERIFY_WITH_TIMEOUT((told += process.readAllStandardError()).contains("Password of u_"), 30'000);
        QVERIFY(!terminal.isEchoing());
        terminal.type(password + '\n');
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
        told += process.readAllStandardError();
        const QByteArray out = process.readAllStandardOutput();
        QVERIFY2(process.exitCode() == 0, QByteArray(told + out).constData());
        QVERIFY(out.contains("\"stages\""));
        QVERIFY(!told.contains(password));
        QVERIFY(!terminal.seen().contains(password));
        QVERIFY(terminal.isEchoing());
    }

    void aWrongPasswordIsAskedForOnce()
    {
        Terminal terminal;
        QProcess process;
        process.setStandardInputFile(terminal.name());
        m_program.start(process, {QStringLiteral("board"), QStringLiteral("--json"), QStringLiteral("--workspace"),
                                  addressOf(m_ann)});
        QByteArray told;
        QTRY_VERIFY_WITH_TIMEOUT((told += process.readAllStandardError()).contains("Password of u_"), 30'000);
        terminal.type("no, not this\n");
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardOutput().contains("\"auth\""));
    }

    void aQuestionCanBeBrokenOff()
    {
        Terminal terminal;
        QProcess process;
        process.setStandardInputFile(terminal.name());
        m_program.start(process, {QStringLiteral("board"), QStringLiteral("--json"), QStringLiteral("--workspace"),
                                  addressOf(m_ann)});
        QByteArray told;
        QTRY_VERIFY_WITH_TIMEOUT((told += process.readAllStandardError()).contains("Password of u_"), 30'000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(terminal.isEchoing());
    }

    void nobodyIsAskedWithoutATerminal()
    {
        const auto ran = m_program.run(
            {QStringLiteral("board"), QStringLiteral("--json"), QStringLiteral("--workspace"), addressOf(m_ann)},
            m_ann.value(QLatin1String("password")).toString().toLatin1() + '\n');
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.errorKind(), QStringLiteral("auth"));
        QVERIFY(!ran.err.contains("Password of"));
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
        // Back again: the same login, the same password, the same role.
        ran = m_program.json({QStringLiteral("server"), QStringLiteral("activate"), m_admin, QStringLiteral("--email"),
                              QStringLiteral("ann@example.com")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QVERIFY(ran.object().value(QLatin1String("active")).toBool());
        ran = as(m_ann, {QStringLiteral("board")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(
            as(m_ann, {QStringLiteral("lead"), QStringLiteral("add"), QStringLiteral("name=Still No")}).errorKind(),
            QStringLiteral("refused"));
        ran = m_program.run({QStringLiteral("server"), QStringLiteral("activate"), m_admin, QStringLiteral("--email"),
                             QStringLiteral("nobody@example.com")});
        QCOMPARE(ran.exit, 1);
        ran = m_program.json({QStringLiteral("verify"), m_admin});
        QVERIFY2(ran.exit == 0, ran.told().constData());
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
    /// Over the network, where a password is asked for.
    [[nodiscard]] QString addressOf(const QJsonObject& login) const
    {
        ServerAddress address = m_server.options(QStringLiteral("team"));
        address.host = QStringLiteral("127.0.0.1");
        address.user = login.value(QLatin1String("login")).toString();
        return address.toString();
    }
    [[nodiscard]] test::Program::Ran as(const QJsonObject& login, const QStringList& words) const
    {
        qputenv("PGPASSWORD", login.value(QLatin1String("password")).toString().toLatin1());
        const auto ran = m_program.json(words + QStringList{QStringLiteral("--workspace"), addressOf(login)});
        qunsetenv("PGPASSWORD");
        return ran;
    }

    static QStringList checked(const test::Program::Ran& ran)
    {
        QStringList names;
        const QJsonArray checks = ran.object().value(QLatin1String("checks")).toArray();
        for (const QJsonValue& check : checks) {
            names << check.toObject().value(QLatin1String("name")).toString();
        }
        return names;
    }
    /// What no trigger sees.
    void forge(const QString& sql) const
    {
        const auto superuser = Connection::openPostgres(m_server.options(QStringLiteral("team")));
        QVERIFY(superuser);
        QVERIFY((*superuser)->script(QStringLiteral("SET session_replication_role = replica; ") + sql));
    }

    test::PostgresServer m_server;
    test::Program m_program;
    QString m_admin;
    QString m_organization;
    QJsonObject m_ann;
};

QTEST_GUILESS_MAIN(TestServerCommands)
#include "tst_server_commands.moc"
