// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/answer.h"
#include "models/workspace/workspace.h"

#include <vector>

namespace keyturn::cli {

/// What `verify` says: failed unless everything is right.
Answer toAnswer(const std::vector<Check>& checks);

} // namespace keyturn::cli
