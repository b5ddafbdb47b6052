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
    std::atomic_bool cancelled = false;
};

} // namespace keyturn
