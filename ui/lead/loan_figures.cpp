// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/loan_figures.h"

#include <algorithm>
#include <cmath>

namespace keyturn {

namespace {

std::optional<qint64> number(const QVariant& value)
{
    return value.isValid() && !value.isNull() ? std::optional(value.toLongLong()) : std::nullopt;
}

std::optional<qint64> share(qint64 part, qint64 whole)
{
    if (whole <= 0) {
        return std::nullopt;
    }
    return std::llround(static_cast<double>(part) * 100'000.0 / static_cast<double>(whole));
}

Money monthlyPayment(Money loan, qint64 ratePct3, int months)
{
    const double principal = static_cast<double>(loan.cents);
    if (ratePct3 == 0) {
        return Money::fromCents(principal / months);
    }
    const double monthly = static_cast<double>(ratePct3) / 1'200'000.0;
    return Money::fromCents(principal * monthly / (1.0 - std::pow(1.0 + monthly, -months)));
}

qint64 dtiLimit(const QString& program)
{
    if (program == QLatin1String("fha")) {
        return 43'000;
    }
    if (program == QLatin1String("va") || program == QLatin1String("usda")) {
        return 41'000;
    }
    return 45'000;
}

} // namespace

LoanFigures LoanFigures::of(const std::function<QVariant(const QString&)>& value)
{
    const auto get = [&value](const char* name) {
        return number(value(QStringLiteral("loan.") + QLatin1String(name)));
    };
    const QString purpose = value(QStringLiteral("loan.loan_purpose")).toString();
    LoanFigures figures;
    figures.isRefinance = purpose.startsWith(QLatin1String("refinance")) || purpose == QLatin1String("home_equity");
    figures.dtiLimitPct3 = dtiLimit(value(QStringLiteral("loan.loan_program")).toString());

    const std::optional<qint64> loan = get("loan_amount_cents");
    const std::optional<qint64> price = get("purchase_price_cents");
    const std::optional<qint64> appraised = get("property_value_cents");
    std::optional<qint64> base = appraised;
    if (!figures.isRefinance && price) {
        base = appraised ? std::min(*price, *appraised) : *price;
    }
    if (loan && base) {
        figures.ltvPct3 = share(*loan, *base);
        figures.cltvPct3 = share(*loan + get("subordinate_balance_cents").value_or(0), *base);
    }
    if (const auto down = get("down_payment_cents"); down && price) {
        figures.downPct3 = share(*down, *price);
    }
    const std::optional<qint64> rate = get("interest_rate_pct3");
    const std::optional<qint64> months = get("term_months");
    if (loan && rate && months && *months > 0) {
        figures.termMonths = static_cast<int>(*months);
        figures.principalAndInterest = monthlyPayment(Money{*loan}, *rate, figures.termMonths);
        if (const auto income = get("annual_income_cents"); income && *income > 0) {
            const double monthly = static_cast<double>(*income) / 12.0;
            const auto ratio = [monthly](qint64 cents) {
                return static_cast<qint64>(std::llround(static_cast<double>(cents) * 100'000.0 / monthly));
            };
            figures.frontDtiPct3 = ratio(figures.principalAndInterest->cents);
            figures.backDtiPct3 = ratio(figures.principalAndInterest->cents + get("monthly_debts_cents").value_or(0));
        }
    }
    return figures;
}

TridItems TridItems::of(const std::function<QVariant(const QString&)>& value)
{
    const auto known = [&value](const char* name) {
        const QVariant found = value(QLatin1String(name));
        return found.isValid() && !found.toString().trimmed().isEmpty();
    };
    const auto positive = [&value](const char* name) { return value(QLatin1String(name)).toLongLong() > 0; };
    TridItems items;
    items.name = known("name");
    items.income = positive("loan.annual_income_cents");
    items.property = known("loan.subject_postal_code");
    items.value = positive("loan.property_value_cents") || positive("loan.purchase_price_cents");
    items.loanAmount = positive("loan.loan_amount_cents");
    return items;
}

QString percentText(qint64 pct3, int decimals)
{
    return QString::number(static_cast<double>(pct3) / 1000.0, 'f', decimals) + QStringLiteral("%");
}

} // namespace keyturn
