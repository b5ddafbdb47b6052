// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/money.h"

#include <vector>

namespace keyturn {

// Level payments. Rates are thousandths of a percentage point a year (6.875 % = 6875); money is rounded half up to
// cents at each payment, interest and fee.

struct Installment
{
    Money payment;
    Money interest;
    Money principal;
    Money balance; ///< after the payment

    friend bool operator==(const Installment&, const Installment&) = default;
};

/// Principal and interest a month before rounding; loan / months at no interest. Zero for a term that is no term.
double exactPayment(Money loan, qint64 ratePct3, int months);
Money monthlyPayment(Money loan, qint64 ratePct3, int months);
/// Every month of the loan; the last payment clears the balance, so it differs by some cents.
std::vector<Installment> amortization(Money loan, qint64 ratePct3, int months);
/// What is owed after `paid` payments of the schedule.
Money balanceAfter(Money loan, qint64 ratePct3, int months, int paid);

/// The largest loan whose monthly cost fits `budget`, mortgage insurance at `annualInsurancePct3` of the loan included.
Money loanForPayment(Money budget, qint64 ratePct3, int months, qint64 annualInsurancePct3 = 0);

/// One point is one percent of the loan.
Money pointsCost(Money loan, qint64 pointsPct3);

/// What a 2-1 buydown costs: the payments of the first year at two points less, of the second at one point less.
struct Buydown
{
    Money firstYearPayment;
    Money secondYearPayment;
    Money notePayment;
    Money subsidy;
};
Buydown twoOneBuydown(Money loan, qint64 ratePct3, int months);

/// The next rate of an adjustable loan.
struct ArmTerms
{
    qint64 startPct3 = 0;
    qint64 marginPct3 = 0;
    qint64 periodicCapPct3 = 0;
    qint64 lifetimeCapPct3 = 0;
    qint64 floorPct3 = 0;
};
qint64 adjustedRate(const ArmTerms& terms, qint64 indexPct3, qint64 priorPct3);

/// Months until savings of the payment pay for the costs, rounded up; 0 if they never do.
int breakEvenMonths(Money costs, Money oldPayment, Money newPayment);

/// Months after which private mortgage insurance ends by the Homeowners Protection Act (12 USC 4901 ff.): when the
/// scheduled balance first reaches 80 % (on request) and 78 % (by itself) of the original value. 0: never needed.
struct InsuranceEnd
{
    int onRequest = 0;
    int automatic = 0;
};
InsuranceEnd insuranceEnd(Money loan, Money originalValue, qint64 ratePct3, int months);

} // namespace keyturn
