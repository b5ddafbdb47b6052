// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/exchange/lead_mapping.h"

#include <QString>

#include <vector>

namespace keyturn {

/// A place where a column of a file can go, as the page offers it.
struct TargetChoice
{
    ColumnTarget target;
    QString label; ///< "Loan amount"
    QString group; ///< "Loan"
};

/// Every place, the most used first in each group.
std::vector<TargetChoice> targetChoices(const Catalogue& catalogue);
/// "Loan amount", "Kept with the lead".
QString targetLabel(const ColumnTarget& target, const Catalogue& catalogue);
/// What becomes of it, in a few words: "Not a field: stays readable in the lead's raw data".
QString targetRemark(const ColumnTarget& target);

} // namespace keyturn
