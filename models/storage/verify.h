// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"

#include <QString>

#include <functional>
#include <vector>

namespace keyturn {

class Connection;

struct BookCheck
{
    QString name; ///< stable word for scripts: "integrity", "foreign_keys", "schema", "totals", "derived", "chain",
                  ///< "search", of a server also "guards", "ledger", "moves", "rows"
    bool ok = false;
    QString detail; ///< a sentence
};

/// Looks at everything that a book promises: the file itself, its keys, its tables and triggers, totals and counters
/// against a recount, and the chain of every device, hash by hash. Reads one state of the book; may take seconds. An
/// Error means that the book could not be looked at; what was found wrong is in the answer. `unwanted`, asked on
/// another thread, ends the check of the file, as Cancelled; the others are ended by an InterruptScope.
Result<std::vector<BookCheck>> verifyBook(Connection& connection, const std::function<bool()>& unwanted = {});

/// The structure of the file alone, without its indexes: what is wrong first, in SQLite's words, or nothing. Reads the
/// whole file, which `unwanted`, asked on another thread, ends sooner, as Cancelled.
Result<QString> structureFault(Connection& connection, const std::function<bool()>& unwanted);

/// The chains alone. Where they are known to be broken since a rescue and nothing has changed since, that is a note.
Result<BookCheck> verifyChains(Connection& connection);

/// Keeps in the book where its chains are broken now, and a print of each chain as a whole: of these no device writes
/// on. For a book that was saved from a damaged file; in the caller's transaction.
Done acceptChainsAsTheyAre(Connection& connection, Instant now);

} // namespace keyturn
