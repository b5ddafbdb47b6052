// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/verify.h"

#include <vector>

namespace keyturn {

/// What a server promises on top of a book: its guards ("guards"), the chain of its ledger ("ledger"), the chains of
/// all devices ("chain"), an entry for every move and assignment that it took ("moves"), and rows that are what the
/// ledger says ("rows"). Finds what a superuser changed past the triggers. Reads as the owner or a superuser; inside
/// the transaction of the caller.
Result<std::vector<BookCheck>> verifyServer(Connection& connection);

/// The chains of devices, with the gaps that refused operations leave.
Result<BookCheck> verifyServerChains(Connection& connection);

} // namespace keyturn
