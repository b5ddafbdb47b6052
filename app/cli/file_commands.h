// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/answer.h"
#include "app/cli/invocation.h"
#include "models/domain/work_watch.h"

#include <memory>

namespace keyturn::cli {

/// `restore` and `rescue`: from file to file, without opening a workspace. Blocks.
Result<Answer> workOnFiles(const Invocation& invocation, const std::shared_ptr<WorkWatch>& watch);

} // namespace keyturn::cli
