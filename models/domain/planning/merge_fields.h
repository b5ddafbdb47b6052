// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/lead_edit.h"

namespace keyturn {

/// One lead's row with its two side rows, as they stand in the book.
struct WholeLead
{
    Record lead;
    Record loan;
    Record profile;

    static Result<WholeLead> of(const Draft& draft, const Record& lead);

    /// By script name: "email", "loan.term_months", "profile.city", "custom.pets".
    [[nodiscard]] QVariant value(const QString& field) const;
};

/// Takes over into `edit`, the kept lead's, what was asked for by name, and what only the other lead knows.
///
/// What belongs together (an address, a score with its source) is filled in only where nothing in it contradicts:
/// half of one address and half of another would be nobody's. A stage or an owner is not for this.
Done takeFields(LeadEdit& edit, const Draft& draft, const WholeLead& other, const QStringList& fromOther);

} // namespace keyturn
