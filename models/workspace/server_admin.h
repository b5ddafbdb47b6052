// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/id.h"
#include "models/base/result.h"
#include "models/base/server_address.h"
#include "models/base/uuid_v7.h"
#include "models/workspace/inviting.h"
#include "models/workspace/workspace.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <memory>
#include <vector>

namespace keyturn {

class Connection;

/// What the administrator of a server does, with the login of one who may: sets it up, brings it up to date, lets
/// people in and out. Every function blocks; all of them are for one worker's thread. Errors: Offline, Auth, Untrusted,
/// TooNew, Invalid, Constraint, and Refused where the login may not.
class ServerAdmin
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::ServerAdmin)

public:
    /// An empty password leaves it to PGPASSWORD and ~/.pgpass. `limitMs`: no call takes longer; 0: whatever it takes.
    static Result<std::unique_ptr<ServerAdmin>> connect(const ServerAddress& address, const QString& password,
                                                        int limitMs = 0);
    ~ServerAdmin();
    Q_DISABLE_COPY_MOVE(ServerAdmin)

    /// Makes what is missing: roles, schema, functions; again and again without harm. Answers the version before and
    /// after. `mustBeNew`: a server that is set up already is Refused.
    Result<std::pair<int, int>> migrate(bool mustBeNew);
    /// {"schema_version", "program_version", "organizations": …}
    Result<QJsonObject> status();
    /// Whether the login sees everything that the server holds.
    Result<bool> isAdministrator();
    /// Everything that the server promises, checked from outside; see verifyBook(). May take minutes.
    Result<std::vector<Check>> verify();
    /// With the default pipeline and nobody in it.
    Result<OrganizationId> addOrganization(const QString& name, const QString& timezone);
    /// Somebody of that address who is there without a login gets one, and the role.
    Result<NewLogin> addUser(const QString& organization, const QString& email, const QString& name,
                             const QString& role, const QString& timezone);
    /// `organization` may be empty where only one has a person of that address.
    Done setRole(const QString& organization, const QString& email, const QString& role);
    Done setActive(const QString& organization, const QString& email, bool active);
    Result<NewLogin> rotatePassword(const QString& organization, const QString& email);

private:
    struct Person
    {
        QString id;
        QString organization;
    };

    explicit ServerAdmin(std::unique_ptr<Connection> connection);
    Result<Person> find(const QString& organization, const QString& email);

    std::unique_ptr<Connection> m_connection;
    SystemClock m_clock;
    UuidV7 m_ids;
};

} // namespace keyturn
