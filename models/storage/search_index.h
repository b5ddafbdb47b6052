// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/storage/verify.h"

#include <optional>

namespace keyturn {

class Connection;

/// The search index of a SQLite book (0003_search.sql). Triggers note which rows changed their text; catchUp() carries
/// that into the index, inside the transaction that wrote the rows. On a server, whose indexes follow by themselves,
/// all of this does nothing and is whole.
class SearchIndex
{
public:
    /// To be called before every commit that may have changed rows. Costs one look at an empty table if none did.
    static Done catchUp(Connection& connection);

    /// Takes some thousands of the rows in that are not in yet, in a transaction of its own. False: none is left.
    static Result<bool> buildSlice(Connection& connection);
    /// Takes all of them in, inside the caller's transaction.
    static Done buildAll(Connection& connection);
    /// Empties the index, so that it is built anew. Inside the caller's transaction.
    static Done forget(Connection& connection);

    /// How many rows are still to be looked at, at most; 0: the index is whole.
    static Result<qint64> rowsToGo(Connection& connection);
    /// 0 … 99 while it is being built, 100 when it is whole.
    static Result<int> percentBuilt(Connection& connection);

    /// The text of every row against what the index has taken in. Reads only.
    static Result<BookCheck> verify(Connection& connection);
};

} // namespace keyturn
