// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_runner.h"

#include <atomic>

namespace keyturn::cli {

/// `new`: makes a book and closes it again. Needs an event loop; `finish` is called once.
void makeBook(const Invocation& invocation, QObject* context, const Finish& finish);

/// `demo`: makes a book of sample data on the calling thread, which waits. `progress` gets 0 to 100. When `cancel`
/// becomes true nothing is left behind.
Result<Answer> makeDemo(const Invocation& invocation, const std::function<void(int)>& progress,
                        const std::atomic_bool& cancel);

} // namespace keyturn::cli
