// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keyturn {

class Connection;

/// Stops the statement that runs on a SQLite connection at this moment, which then ends as Cancelled. May be called
/// from any thread while the connection lives.
void interrupt(const Connection& connection);

} // namespace keyturn
