// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>

namespace keyturn {

/// Seen from two threads: how far long work is, and whether anybody still wants it. Shared by who does it and who
/// waits.
struct WorkWatch
{
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0; ///< 0: not known yet
    /// All of it is done, and what came of it is looked through, which is not counted.
    std::atomic_bool isChecking = false;
    std::atomic_bool cancelled = false;
};

} // namespace keyturn
