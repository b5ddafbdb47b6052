// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

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
/// Error means that the book could not be looked at; what was found wrong is in the answer.
Result<std::vector<BookCheck>> verifyBook(Connection& connection);

/// The chains alone.
Result<BookCheck> verifyChains(Connection& connection);

} // namespace keyturn
