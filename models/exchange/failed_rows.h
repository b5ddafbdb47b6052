// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import.h"
#include "models/exchange/table_file.h"

namespace keyturn {

/// Writes the rows of `from` that failed into a file of their own: the reason first, then their columns as they were,
/// with the delimiter and quotes of the original (commas for workbooks and address cards), in UTF-8. Mended, the file
/// can be imported: the reason is not taken in. Answers how many rows were written. To be used on a worker; nothing is
/// left behind if it fails.
Result<qint64> writeFailedRows(const QString& from, const TableLook& look, const std::vector<RowOutcome>& failed,
                               const QString& to);

} // namespace keyturn
