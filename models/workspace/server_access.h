// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/server_address.h"
#include "models/storage/connection.h"

namespace keyturn {

/// What it takes to open a connection to a server, again and again.
struct ServerAccess
{
    ServerAddress address;
    QString password;
    int connectS = 5;

    /// `limitMs` is for each call. The server itself stops a little earlier, so that it is known that nothing happened.
    [[nodiscard]] Result<std::unique_ptr<Connection>> open(int limitMs) const
    {
        PostgresOptions options;
        static_cast<ServerAddress&>(options) = address;
        options.password = password;
        options.connectTimeoutS = connectS;
        options.callLimitMs = limitMs;
        options.statementTimeoutMs = limitMs * 3 / 4;
        options.lockTimeoutMs = limitMs / 2;
        return Connection::openPostgres(options);
    }
};

} // namespace keyturn
