// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/lead_importer.h"

namespace keyturn {

/// "skip", "fill", "update", "create": as command lines and stored requests say it.
QString duplicatesKey(Duplicates duplicates);
/// Skip for any other word.
Duplicates duplicatesFromKey(const QString& key);

/// Where the file was and how it was to be read, for ImportBatch::request.
QString requestOf(const ImportJob& job);
/// The job that goes on with a batch that stopped: the same file, read and understood the same way. Invalid if the
/// batch does not say where its file was.
Result<ImportJob> jobOf(const ImportBatch& batch);

} // namespace keyturn
