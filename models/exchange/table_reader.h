// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/table_row.h"

namespace keyturn {

/// Reads a table row by row, from top to bottom, once. Used on one thread, never on the GUI's: it reads a file.
class TableReader
{
public:
    TableReader() = default;
    virtual ~TableReader() = default;
    Q_DISABLE_COPY_MOVE(TableReader)

    /// Fills `row` with the next one; false at the end. An error (Invalid, Corrupt, Storage) names the place in the
    /// file and ends the reading; rows that were read before stay good.
    virtual Result<bool> next(TableRow& row) = 0;
    /// How much has been read, 0 to 1.
    [[nodiscard]] virtual double progress() const = 0;
};

} // namespace keyturn
