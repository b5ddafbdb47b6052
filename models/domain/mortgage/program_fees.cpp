// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/mortgage/program_fees.h"

#include "models/domain/mortgage/payment.h"

#include <numeric>

namespace keyturn {

namespace {

constexpr double wholePct3 = 100'000.0;
constexpr int shortTermMonths = 180;

Money part(Money amount, qint64 pct3)
{
    return Money::fromCents(static_cast<double>(amount.cents) * static_cast<double>(pct3) / wholePct3);
}

} // namespace

Money vaFundingFee(const VaFeeTable& table, VaUse use, Money loan, Money price, bool firstUse, bool exempt)
{
    if (exempt) {
        return {};
    }
    switch (use) {
    case VaUse::Irrrl:
        return part(loan, table.irrrlPct3);
    case VaUse::Assumption:
        return part(loan, table.assumptionPct3);
    case VaUse::CashOut:
        return part(loan, firstUse ? table.cashOut.firstUsePct3 : table.cashOut.subsequentPct3);
    case VaUse::Purchase:
        break;
    }
    const qint64 down = price.cents > 0 ? (price.cents - loan.cents) * qint64(wholePct3) / price.cents : 0;
    qint64 fee = 0;
    for (const VaFeeRow& row : table.purchase) {
        if (down >= row.downFromPct3) {
            fee = firstUse ? row.firstUsePct3 : row.subsequentPct3;
        }
    }
    return part(loan, fee);
}

std::optional<int> fhaAnnualBps(const FhaMipTable& table, Money baseLoan, qint64 ltvPct3, int months)
{
    const bool longTerm = months > shortTermMonths;
    const bool high = baseLoan > table.highBalanceAbove;
    for (const FhaMipRow& row : table.rows) {
        if (row.longTerm == longTerm && row.highBalance == high &&
            (row.ltvUpToPct3 == 0 || ltvPct3 <= row.ltvUpToPct3)) {
            return row.annualBps;
        }
    }
    return std::nullopt;
}

Money fhaMonthlyPremium(Money loan, qint64 ratePct3, int months, int annualBps, qint64 financedUpfrontPct3)
{
    constexpr int year = 12;
    double sum = static_cast<double>(loan.cents);
    const auto schedule = amortization(loan, ratePct3, months);
    for (size_t n = 0; n + 1 < year && n < schedule.size(); ++n) {
        sum += static_cast<double>(schedule[n].balance.cents);
    }
    const Money annual = Money::fromCents(sum / year * annualBps / 10'000.0);
    const Money base = Money::fromCents(static_cast<double>(annual.cents) /
                                        (1.0 + static_cast<double>(financedUpfrontPct3) / wholePct3));
    return Money::fromCents(static_cast<double>(base.cents) / year);
}

Money withFinancedFee(Money base, qint64 feePct3)
{
    return Money::fromCents(static_cast<double>(base.cents) / (1.0 - static_cast<double>(feePct3) / wholePct3));
}

std::optional<VaFeeTable> vaFeeTable(const QDate& day)
{
    VaFeeTable table;
    table.validity = {QStringLiteral("38 USC 3729; VA loan funding fee and closing costs"), QDate(2023, 4, 7),
                      QDate(2031, 11, 14)};
    table.purchase = {{0, 2150, 3300}, {5000, 1500, 1500}, {10'000, 1250, 1250}};
    table.cashOut = {0, 2150, 3300};
    table.irrrlPct3 = 500;
    table.assumptionPct3 = 500;
    return table.validity.covers(day) ? std::optional(table) : std::nullopt;
}

std::optional<FhaMipTable> fhaMipTable(const QDate& day)
{
    FhaMipTable table;
    table.validity = {QStringLiteral("HUD Mortgagee Letter 2023-05"), QDate(2023, 3, 20), QDate()};
    table.upfrontPct3 = 1750;
    table.highBalanceAbove = Money::fromDollars(726'200);
    table.elevenYearsUpToPct3 = 90'000;
    table.rows = {{true, false, 95'000, 50}, {true, false, 0, 55},       {true, true, 95'000, 70},
                  {true, true, 0, 75},       {false, false, 90'000, 15}, {false, false, 0, 40},
                  {false, true, 78'000, 15}, {false, true, 90'000, 40},  {false, true, 0, 65}};
    return table.validity.covers(day) ? std::optional(table) : std::nullopt;
}

} // namespace keyturn
