// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/team.h"

namespace keyturn::test {

namespace {

QString reason(const Error& error)
{
    return QString(error.message + QStringLiteral(" | ") + error.detail);
}

} // namespace

QString Team::start(PostgresServer::Tcp tcp)
{
    return m_server.start(tcp);
}

QString Team::makeOrganization()
{
    m_database = QStringLiteral("team_%1").arg(++m_made);
    const QString failure = m_server.administer(QStringLiteral("CREATE DATABASE %1").arg(m_database));
    if (!failure.isEmpty()) {
        return failure;
    }
    auto admin = ServerAdmin::connect(adminAddress(), {});
    if (!admin) {
        return reason(admin.error());
    }
    m_admin = std::move(*admin);
    if (const auto versions = m_admin->migrate(true); !versions) {
        return reason(versions.error());
    }
    const auto organization =
        m_admin->addOrganization(QStringLiteral("Example Home Loans"), QStringLiteral("America/Denver"));
    if (!organization) {
        return reason(organization.error());
    }
    m_organization = *organization;
    return {};
}

Team::Member Team::add(const QString& name, const QString& role)
{
    Member member;
    // The server may have been pulled down and started again since.
    if (auto admin = ServerAdmin::connect(adminAddress(), {})) {
        m_admin = std::move(*admin);
    }
    member.email = name.toLower() + QStringLiteral("@example.com");
    const auto login = m_admin->addUser(organization(), member.email, name + QStringLiteral(" Example"), role,
                                        QStringLiteral("America/Denver"));
    if (!login) {
        QTest::qFail(qPrintable(reason(login.error())), __FILE__, __LINE__);
        return member;
    }
    member.login = *login;
    return member;
}

ServerAddress Team::address(const Member& member, int port) const
{
    ServerAddress address;
    address.host = QStringLiteral("127.0.0.1");
    address.port = port == 0 ? m_server.port() : port;
    address.database = m_database;
    address.user = member.login.login;
    return address;
}

DirectOptions Team::options() const
{
    DirectOptions options;
    options.dataFolder = m_data.path();
    options.lookEveryMs = 200;
    options.firstRetryMs = 100;
    options.slowestRetryMs = 400;
    options.silenceMs = 1'000;
    options.connectS = 2;
    options.commandMs = 2'500;
    options.lookMs = 1'500;
    options.queryMs = 10'000;
    return options;
}

std::shared_ptr<Workspace> Team::open(const Member& member, const DirectOptions& options, int port)
{
    const auto opened = await(DirectLibrary(options).open(address(member, port), member.login.password));
    if (!opened) {
        QTest::qFail(qPrintable(reason(opened.error())), __FILE__, __LINE__);
        return nullptr;
    }
    return *opened;
}

QString Team::ask(const QString& sql) const
{
    const auto connection = Connection::openPostgres(m_server.options(m_database));
    if (!connection) {
        return reason(connection.error());
    }
    QString found;
    const Done done = (*connection)->select(sql, [&found](const Statement& row) { found = row.text(0); });
    return done ? found : reason(done.error());
}

} // namespace keyturn::test
