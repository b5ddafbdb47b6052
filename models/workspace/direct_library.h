// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/server_address.h"
#include "models/workspace/direct_options.h"
#include "models/workspace/library.h"

namespace keyturn {

/// Workspaces that lie on a team's PostgreSQL server.
class DirectLibrary
{
public:
    explicit DirectLibrary(DirectOptions options = {});

    /// Logs in and opens. An empty password leaves it to PGPASSWORD and ~/.pgpass. Further errors than Library's:
    /// Offline, Auth (ask for the password), Untrusted, and Invalid or Refused where the server is not set up or too
    /// old.
    Library::Opened open(const ServerAddress& address, const QString& password);
    /// The file that stays on this machine; it is what a second program finds busy.
    [[nodiscard]] QString deskPath(const ServerAddress& address) const;

private:
    DirectOptions m_options;
};

} // namespace keyturn
