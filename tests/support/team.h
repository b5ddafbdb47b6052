// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/direct_library.h"
#include "models/workspace/server_admin.h"
#include "tests/support/book_workspace.h"
#include "tests/support/postgres_server.h"
#include "tests/support/tcp_proxy.h"

#include <QTemporaryDir>

#include <memory>

namespace keyturn::test {

/// A team's server as its administrator sets it up with the program, on a port of the loopback, with an organization
/// and people who log in with real passwords. Functions that may fail answer why, or an empty string.
class Team
{
public:
    struct Member
    {
        QString email;
        NewLogin login;
    };

    QString start(PostgresServer::Tcp tcp = PostgresServer::Tcp::Plain);
    /// A database of its own with one organization.
    QString makeOrganization();
    /// Somebody who works there; the failure is the test's.
    Member add(const QString& name, const QString& role);

    [[nodiscard]] PostgresServer& server() { return m_server; }
    [[nodiscard]] ServerAdmin& admin() { return *m_admin; }
    [[nodiscard]] QString organization() const { return m_organization.toString(); }
    [[nodiscard]] QString database() const { return m_database; }
    [[nodiscard]] PostgresOptions adminOptions() const { return m_server.options(m_database); }
    [[nodiscard]] ServerAddress adminAddress() const { return m_server.options(m_database); }
    /// How a member reaches the server: directly, or by the proxy's port.
    [[nodiscard]] ServerAddress address(const Member& member, int port = 0) const;
    /// Quick enough for tests to wait for what people wait for.
    [[nodiscard]] DirectOptions options() const;
    /// The member's workspace. Nothing if that failed (and the test too).
    std::shared_ptr<Workspace> open(const Member& member, int port = 0) { return open(member, options(), port); }
    std::shared_ptr<Workspace> open(const Member& member, const DirectOptions& options, int port = 0);
    /// The first column of the first row, as the superuser sees it.
    [[nodiscard]] QString ask(const QString& sql) const;

private:
    PostgresServer m_server;
    QTemporaryDir m_data;
    std::unique_ptr<ServerAdmin> m_admin;
    QString m_database;
    OrganizationId m_organization;
    int m_made = 0;
};

} // namespace keyturn::test
