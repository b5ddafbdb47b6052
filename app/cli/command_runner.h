// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/answer.h"
#include "app/cli/invocation.h"

#include <functional>

class QObject;

namespace keyturn {
class Workspace;
}

namespace keyturn::cli {

using Finish = std::function<void(const Result<Answer>&)>;

/// Carries out a command on an open workspace, on the workspace's thread and without blocking it. `finish` is called
/// once, unless `context` dies first. Commands that make books are refused here: they need no workspace.
void runCommand(Workspace& workspace, const Invocation& invocation, QObject* context, const Finish& finish);

} // namespace keyturn::cli
