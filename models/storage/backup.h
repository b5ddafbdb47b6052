// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

#include <functional>

namespace keyturn {

class Connection;

/// Told how far the copy is, in percent; false stops it (Cancelled).
using BackupProgress = std::function<bool(int percent)>;

/// Copies a SQLite book as it is at this moment, while others go on reading and writing it. The copy gets its name only
/// when it is whole and on the disk, is readable by its owner alone, and never replaces a file. Answers its size in
/// bytes. `source` must not be in a transaction.
Result<qint64> backupBook(Connection& source, const QString& toFile, const BackupProgress& progress = {});

} // namespace keyturn
