// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/change_set.h"

#include <optional>

namespace keyturn {

class Connection;

/// The commands that can be taken back, in the book itself, so that they outlive the program. Every function runs in
/// the caller's transaction: the one that carries out, undoes or redoes the command.
class UndoStore
{
public:
    /// How many commands are kept.
    static constexpr int depth = 500;

    struct Entry
    {
        qint64 seq = 0;
        /// What planUndo() is asked to take back: for an undo the command as it was written, for a redo its inverse as
        /// it was written.
        ChangeSet changes;
    };
    struct Summaries
    {
        QString undo; ///< of the newest command that can be undone; empty if none
        QString redo;
    };

    /// A new command was carried out. What had been undone cannot be redone any more.
    static Done push(Connection& connection, const ChangeSet& written);
    static Result<std::optional<Entry>> topUndo(Connection& connection);
    static Result<std::optional<Entry>> topRedo(Connection& connection);
    static Done markUndone(Connection& connection, qint64 seq, const ChangeSet& inverseAsWritten);
    static Done markDone(Connection& connection, qint64 seq, const ChangeSet& redoneAsWritten);
    static Result<Summaries> summaries(Connection& connection);
};

} // namespace keyturn
