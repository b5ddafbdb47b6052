// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"

#include <QFuture>
#include <QString>

namespace keyturn {

/// A person's way in. The password is known here and nowhere else, and only now.
struct NewLogin
{
    UserId user;
    OrganizationId organization;
    QString login;
    QString password;
};

/// Who is to come, and who opens the door: roles of a server are made by a login that may make them by hand, which is
/// no member's. Its password is used once and kept nowhere.
struct Invitation
{
    QString name;
    QString email;
    QString role;
    QString timezone; ///< empty: this computer's
    QString administrator;
    QString password;
};

/// What a workspace with logins offers beyond Workspace. To be asked for with dynamic_cast: a file has none.
class Inviting
{
public:
    virtual ~Inviting() = default;
    /// Makes a colleague with a login, or the login of a colleague who has none. Errors as in ServerAdmin, and Refused
    /// for whoever does not manage people.
    virtual QFuture<Result<NewLogin>> invite(const Invitation& invitation) = 0;
    /// What the colleague types or pastes to come in: postgresql://login@host/database.
    [[nodiscard]] virtual QString addressFor(const QString& login) const = 0;
};

} // namespace keyturn
