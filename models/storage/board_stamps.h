// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/storage/connection.h"

#include <optional>
#include <vector>

namespace keyturn {

/// Which file beside a SQLite book holds its leads, and which of them have changed since (0004_board.sql).
///
/// The order makes that nothing is lost, whoever writes meanwhile and wherever it breaks off:
/// 1. begin() commits a stamp. From now on every commit, by whatever program, notes which leads it changed.
/// 2. All leads are read in a transaction that began after that. What was committed in between is both in what was read
///    and among the changes, and is merely read once more. What is committed later is among the changes.
/// 3. The file is written with the stamp in it, synced and given its name.
/// 4. confirm() commits that it is. Before that the stamp does not count: a copy of the book made between 1 and 4
///    lacks changes that the file has, and does not believe it.
/// Between 3 and 4 no file counts, since the new one took the place of the one before; then the leads are read from the
/// book, as they are without a file.
class BoardStamps
{
public:
    /// The stamp of the file that counts.
    static Result<std::optional<qint64>> written(Connection& book);
    /// The leads that may have changed since, in no order, removed ones as well. At most `most` and one more.
    static Result<std::vector<LeadId>> changes(Connection& book, qint64 stamp, qint64 most);

    /// A transaction of its own. Changes are noted for the stamp that counts as well, until confirm().
    static Result<qint64> begin(Connection& book);
    /// A transaction of its own. False: the stamp has gone meanwhile, and the file is of no use.
    static Result<bool> confirm(Connection& book, qint64 stamp);
    /// A transaction of its own: that file will not come.
    static Done drop(Connection& book, qint64 stamp);
    /// Within a transaction of the caller: no file counts, and nothing is noted.
    static Done forget(Connection& book);
};

} // namespace keyturn
