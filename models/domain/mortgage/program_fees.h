// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/money.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace keyturn {

// Rates of government programs. They change by law or by letter, so each table carries its source and the dates between
// which it holds, and the functions take the table. The shipped tables are the only place where such rates stand.

struct Validity
{
    QString source;
    QDate from;
    QDate to; ///< invalid: still in force

    [[nodiscard]] bool covers(const QDate& day) const { return day >= from && (!to.isValid() || day <= to); }
};

struct VaFeeRow
{
    qint64 downFromPct3 = 0; ///< down payment of at least so much
    qint64 firstUsePct3 = 0;
    qint64 subsequentPct3 = 0;
};
struct VaFeeTable
{
    Validity validity;
    std::vector<VaFeeRow> purchase; ///< ascending
    VaFeeRow cashOut;
    qint64 irrrlPct3 = 0;
    qint64 assumptionPct3 = 0;
};
enum class VaUse { Purchase, CashOut, Irrrl, Assumption };
/// Nothing is owed by veterans who are exempt for a service-connected disability.
Money vaFundingFee(const VaFeeTable& table, VaUse use, Money loan, Money price, bool firstUse, bool exempt);

struct FhaMipRow
{
    bool longTerm = true; ///< over 15 years
    bool highBalance = false;
    qint64 ltvUpToPct3 = 0; ///< 0: any above the row before
    int annualBps = 0;
};
struct FhaMipTable
{
    Validity validity;
    qint64 upfrontPct3 = 0;
    Money highBalanceAbove;
    std::vector<FhaMipRow> rows;
    qint64 elevenYearsUpToPct3 = 0; ///< the premium ends after 11 years up to this LTV, else it lasts
};
std::optional<int> fhaAnnualBps(const FhaMipTable& table, Money baseLoan, qint64 ltvPct3, int months);
/// HUD's method: average of the first twelve scheduled balances, without the financed upfront premium, each step
/// rounded.
Money fhaMonthlyPremium(Money loan, qint64 ratePct3, int months, int annualBps, qint64 financedUpfrontPct3);

/// The whole loan when an upfront guarantee fee (USDA: 1 %) of the loan itself is financed.
Money withFinancedFee(Money base, qint64 feePct3);

/// The table in force on `day`, if one is shipped.
std::optional<VaFeeTable> vaFeeTable(const QDate& day);
std::optional<FhaMipTable> fhaMipTable(const QDate& day);

} // namespace keyturn
