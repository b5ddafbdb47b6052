// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/domain/change_set.h"
#include "models/workspace/library.h"

#include <functional>

namespace keyturn {

/// The first rows of a book: the organization, its first user, the default pipeline of data-model.md section 4.
/// Errors: Invalid if a name or the address is missing.
Result<ChangeSet> newBookRows(const NewBook& book, Instant now, const std::function<QUuid()>& newId);

} // namespace keyturn
