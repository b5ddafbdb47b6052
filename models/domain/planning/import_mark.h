// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/domain/change_set.h"

namespace keyturn {

/// A rule was broken, not the store: the row fails alone.
bool isOfTheRow(const Error& error);

/// Writes the id of the import into the metadata of a row of the log; leaves other rows alone.
void markAsOf(RowChange& row, ImportBatchId batch);
/// Whether the metadata of an entry name this import.
bool isMarkedAsOf(const QString& metadata, ImportBatchId batch);

} // namespace keyturn
