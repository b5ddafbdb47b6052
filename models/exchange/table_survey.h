// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/table_file.h"

#include <atomic>

namespace keyturn {

/// What one column of a file holds.
struct ColumnFacts
{
    qint64 filled = 0;   ///< rows in which it is not empty
    QStringList samples; ///< the first three different texts
    /// Every text and how often it occurs, the most frequent first; empty if there are more than `mostValues`.
    std::vector<std::pair<QString, qint64>> values;
};

struct TableSurvey
{
    static constexpr int mostValues = 40;

    qint64 rows = 0;
    std::vector<ColumnFacts> columns;
};

/// Reads the whole file once. To be used on a worker; ends with Cancelled when `cancel` becomes true.
Result<TableSurvey> surveyTable(const QString& path, const TableLook& look, const std::atomic_bool& cancel);

} // namespace keyturn
