// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCoreApplication>
#include <QString>

namespace keyturn {

/// Where a team's server is and who knocks: what a `postgresql://user@host:port/database?sslrootcert=…` address says.
/// Never holds a password.
class ServerAddress
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::ServerAddress)

public:
    static constexpr int defaultPort = 5432;

    QString host; ///< name, IP address, or the folder of a local socket
    int port = defaultPort;
    QString database;
    QString user;
    QString caFile; ///< certificates that the server's is checked against; empty: the system's
    /// The certificate is checked on this machine too, where nobody can listen in.
    bool alwaysVerify = false;

    /// True for words that begin like an address, whether it is a good one or not.
    static bool isAddress(const QString& text);
    /// Error: Invalid, with a sentence that says which part. An address with a password in it is not accepted: it would
    /// end up in histories and process lists. Neither is one that asks for less than a checked certificate.
    static Result<ServerAddress> parse(const QString& text);

    /// A socket or the loopback: nothing leaves the machine.
    [[nodiscard]] bool isLocal() const;
    /// Whether the connection must be encrypted and the certificate checked, name included.
    [[nodiscard]] bool verifies() const { return !isLocal() || alwaysVerify || !caFile.isEmpty(); }
    /// The address again, in one spelling. Parses to an equal one.
    [[nodiscard]] QString toString() const;
    /// What a person calls it: "db.example.com/team", with the port only if it is an unusual one.
    [[nodiscard]] QString displayName() const;

    friend bool operator==(const ServerAddress&, const ServerAddress&) = default;

private:
    Done takeParameter(const QString& name, const QString& value);
};

} // namespace keyturn
