// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace keyturn {

class Connection;

/// While `wanted` is true, whatever runs on this SQLite connection ends soon, as Cancelled: what had begun before, and
/// what begins later, which an interrupt in passing would miss. To be called on the connection's thread; `wanted` may
/// be set from any thread and must outlive the connection.
void interruptWhen(const Connection& connection, const std::atomic_bool& wanted);

} // namespace keyturn
