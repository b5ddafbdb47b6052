// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/money.h"
#include "models/domain/record.h"

#include <optional>

namespace keyturn {

/// What follows from the figures of a loan scenario, as the form shows it beside them. Whatever cannot be worked out
/// yet is absent. Nothing here is a commitment or an underwriting decision.
struct LoanFigures
{
    std::optional<qint64> ltvPct3; ///< thousandths of a percentage point
    std::optional<qint64> cltvPct3;
    std::optional<qint64> hcltvPct3;
    std::optional<int> ltvWholePercent; ///< as lenders' tables are entered
    std::optional<Money> payment;       ///< principal and interest a month
    std::optional<qint64>
        housingRatioPct3;                ///< principal and interest to income: taxes and insurance are not known here
    std::optional<qint64> debtRatioPct3; ///< with the monthly debts
    std::optional<qint64> downPaymentPct3;
    std::optional<Money> cashDown; ///< price less loan, before closing costs

    friend bool operator==(const LoanFigures&, const LoanFigures&) = default;
};

/// `loan` is a row of lead_loan_scenarios, or as much of one as there is.
LoanFigures loanFigures(const Record& loan);

} // namespace keyturn
