// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>

namespace keyturn {

class Connection;

/// While `wanted` is true, whatever runs on this SQLite connection ends soon, as Cancelled: what had begun before, and
/// what begins later, which an interrupt in passing would miss. To be called on the connection's thread; `wanted` may
/// be set from any thread and must outlive the connection.
void interruptWhen(const Connection& connection, const std::atomic_bool& wanted);

/// The same for as long as this lives. `wanted` is asked on the connection's thread, often: it must be quick.
class InterruptScope
{
public:
    InterruptScope(const Connection& connection, std::function<bool()> wanted);
    ~InterruptScope();
    InterruptScope(const InterruptScope&) = delete;
    InterruptScope& operator=(const InterruptScope&) = delete;

private:
    const Connection& m_connection;
    std::function<bool()> m_wanted;
};

} // namespace keyturn
