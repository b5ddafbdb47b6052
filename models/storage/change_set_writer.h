// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/change_set.h"
#include "models/storage/device_chain.h"

#include <functional>

namespace keyturn {

class Connection;

/// Writes change sets: the only way into the tables but for the bulk loader.
class ChangeSetWriter
{
public:
    /// Writes all rows, in order, inside the caller's transaction. Answers the change set as written: inserts carry the
    /// columns that were filled in (organization, times, version 1, the chain of an activity). The version of an update
    /// stays the one it expected; the row has the next one now.
    ///
    /// A row that is not there any more, or has another version than expected, is a Conflict. Rows of tables of this
    /// desk (board_positions) are written by key, whether they are there or not; an update that sets a required column
    /// to null takes the row away.
    ///
    /// `told`, if given, hears now and then how many of the rows are written.
    using Told = std::function<void(std::size_t rows)>;
    static Result<ChangeSet> apply(Connection& connection, const ChangeSet& changes, DeviceChain& chain,
                                   const Told& told = {});

    /// The change set as apply() would have written it, for a store that writes it itself: no statement is run, and the
    /// activities continue `chain`, which must be loaded.
    static Result<ChangeSet> complete(const ChangeSet& changes, const QString& organization, DeviceChain& chain);

    /// The only organization of the book.
    static Result<QString> organization(Connection& connection);
};

} // namespace keyturn
