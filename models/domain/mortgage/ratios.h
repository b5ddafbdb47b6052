// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/money.h"

#include <optional>

namespace keyturn {

/// What a loan is measured against and with. Zero means that there is none.
struct Liens
{
    Money first;
    Money drawnSecond; ///< second liens and the drawn part of a HELOC
    Money helocLine;   ///< the full line
    Money value;       ///< the lesser of price and appraisal for a purchase
};

/// Loan to value in thousandths of a percentage point, cut off (not rounded). Nothing without a value.
std::optional<qint64> ltvPct3(const Liens& liens);
/// With what is drawn of second liens.
std::optional<qint64> cltvPct3(const Liens& liens);
/// With the full HELOC line.
std::optional<qint64> hcltvPct3(const Liens& liens);

/// The whole percent that Fannie Mae's tables are entered with: cut to two decimals, then up: 96.01 gives 97, 80.001
/// gives 80.
int fannieWholePercent(qint64 pct3);

/// The monthly housing payment by its parts.
struct Housing
{
    Money principalAndInterest;
    Money mortgageInsurance;
    Money taxesAndInsurance;
    Money association; ///< HOA; outside escrow, but in the debt ratios

    [[nodiscard]] Money piti() const { return principalAndInterest + mortgageInsurance + taxesAndInsurance; }
    [[nodiscard]] Money total() const { return piti() + association; }
};

/// Debt to income in thousandths of a percentage point, rounded half up. Nothing without an income.
std::optional<qint64> frontRatioPct3(const Housing& housing, Money monthlyIncome);
std::optional<qint64> backRatioPct3(const Housing& housing, Money monthlyDebts, Money monthlyIncome);

/// What is left for principal and interest under a back ratio limit; never negative.
Money roomForPayment(Money monthlyIncome, qint64 backLimitPct3, Money monthlyDebts, Money otherHousing);

/// Cash to close as the Closing Disclosure adds it up.
struct Closing
{
    Money costs;
    Money paidBefore;
    Money financed;
    Money downPayment;
    Money deposit;
    Money sellerCredits;
    Money adjustments; ///< negative where they help the borrower
};
Money cashToClose(const Closing& closing);

} // namespace keyturn
