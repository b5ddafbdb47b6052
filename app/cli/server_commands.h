// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/answer.h"
#include "app/cli/invocation.h"

namespace keyturn {
class ServerAddress;
}

namespace keyturn::cli {

/// The address that a `server …` command names. Error: Invalid.
Result<ServerAddress> administeredServer(const Invocation& invocation);

/// Carries a `server …` command out. Blocks, for as long as the server takes; on any one thread.
Result<Answer> administer(const Invocation& invocation, const ServerAddress& address, const QString& password);

/// Checks everything that a server holds. Refused, with this nativeCode, for a login that may not see everything: such
/// a person checks what they see.
Result<Answer> verifyServer(const ServerAddress& address, const QString& password);
QString wholeIsNotYours();
/// Logins that `server add-user` makes.
bool isPersonsLogin(const QString& login);

} // namespace keyturn::cli
