// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/mortgage/loan_figures.h"

#include "models/domain/mortgage/payment.h"
#include "models/domain/mortgage/ratios.h"

#include <algorithm>

namespace keyturn {

namespace {

std::optional<Money> money(const Record& loan, const char* column)
{
    const auto cents = loan.optionalInteger(QString::fromLatin1(column));
    return cents && *cents > 0 ? std::optional(Money{*cents}) : std::nullopt;
}

// The lesser of price and appraisal, or whichever there is.
std::optional<Money> basis(const std::optional<Money>& price, const std::optional<Money>& value)
{
    if (price && value) {
        return std::min(*price, *value);
    }
    return price ? price : value;
}

} // namespace

LoanFigures loanFigures(const Record& loan)
{
    LoanFigures figures;
    const auto amount = money(loan, "loan_amount_cents");
    const auto price = money(loan, "purchase_price_cents");
    const auto value = basis(price, money(loan, "property_value_cents"));
    if (price && amount && *amount <= *price) {
        figures.cashDown = *price - *amount;
        figures.downPaymentPct3 = figures.cashDown->cents * 100'000 / price->cents;
    }
    if (!amount) {
        return figures;
    }
    if (value) {
        const Liens liens{*amount, money(loan, "subordinate_balance_cents").value_or(Money{}),
                          money(loan, "heloc_line_cents").value_or(Money{}), *value};
        figures.ltvPct3 = ltvPct3(liens);
        figures.cltvPct3 = cltvPct3(liens);
        figures.hcltvPct3 = hcltvPct3(liens);
        figures.ltvWholePercent = fannieWholePercent(*figures.ltvPct3);
    }
    const auto rate = loan.optionalInteger(QStringLiteral("interest_rate_pct3"));
    const auto months = loan.optionalInteger(QStringLiteral("term_months"));
    if (!rate || !months || *months <= 0) {
        return figures;
    }
    figures.payment = monthlyPayment(*amount, *rate, static_cast<int>(*months));
    if (const auto income = money(loan, "annual_income_cents")) {
        const Money monthly = Money::fromCents(static_cast<double>(income->cents) / 12.0);
        Housing housing;
        housing.principalAndInterest = *figures.payment;
        figures.housingRatioPct3 = frontRatioPct3(housing, monthly);
        if (const auto debts = loan.optionalInteger(QStringLiteral("monthly_debts_cents"))) {
            figures.debtRatioPct3 = backRatioPct3(housing, Money{*debts}, monthly);
        }
    }
    return figures;
}

} // namespace keyturn
