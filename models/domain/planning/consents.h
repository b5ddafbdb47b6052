// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/draft.h"

namespace keyturn {

/// Somebody asked on the phone or by text message not to be contacted again: an entry in the ledger of consents, which
/// is the company's own do-not-call list (47 CFR 64.1200(d)), the mark on the lead, and an entry in the log. `number`
/// is what they were reached at; without one there is nothing to list, and the mark alone stops everybody.
void listDoNotCall(Draft& draft, const Record& lead, const QString& number, const QString& channel, Instant at);

/// Two leads become one person: where one of them said no and the other's newer yes would count from now on, the no is
/// said again for the kept one. What only one of them said stays as it is, being about an address and not a lead.
Done joinConsents(Draft& draft, const QString& keep, const QString& other);

/// The ledger is append-only: what is taken back gets a row that says the opposite, unless the word before it was the
/// same, which then counts again.
Done counterConsent(Draft& draft, const RowChange& consent);

} // namespace keyturn
