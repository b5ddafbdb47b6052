// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/connection.h"

#include <QProcess>
#include <QTemporaryDir>

namespace keyturn::test {

/// A throwaway PostgreSQL of the distribution, reached by a local socket in a temporary folder. Dies with the test,
/// even when the test is killed. Runs as the user postgres when the test is root, because PostgreSQL refuses to be.
class PostgresServer
{
public:
    /// False only where PostgreSQL is not installed; that is the one reason to skip a test.
    static bool isInstalled();

    PostgresServer();
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    /// Makes the cluster and starts the server. On failure the reason, else an empty string.
    QString start();
    [[nodiscard]] PostgresOptions options(const QString& database) const;
    /// Runs a statement outside of any database of ours (CREATE DATABASE …). On failure the reason.
    QString administer(const QString& sql) const;

private:
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    QTemporaryDir m_folder;
    QProcess m_server;
};

} // namespace keyturn::test
