// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/money.h"

#include <QVariant>

#include <functional>
#include <optional>

namespace keyturn {

/// The figures of a loan scenario that the form shows, also while it is being typed. Absent: something they need is
/// missing. Percentages are in thousandths of a percentage point.
struct ScenarioFigures
{
    std::optional<qint64> ltvPct3;
    std::optional<qint64> cltvPct3;
    std::optional<qint64> downPct3;
    std::optional<Money> principalAndInterest;
    std::optional<qint64> frontDtiPct3; ///< principal and interest over income
    std::optional<qint64> backDtiPct3;  ///< and debts
    qint64 dtiLimitPct3 = 45'000;
    int termMonths = 0;
    bool isRefinance = false;

    /// `value` answers the fields of the scenario by script name ("loan.loan_amount_cents"), invalid if unknown.
    static ScenarioFigures of(const std::function<QVariant(const QString&)>& value);

    friend bool operator==(const ScenarioFigures&, const ScenarioFigures&) = default;
};

/// The six items that make an application under TRID, as far as this book knows them. The SSN is asked for in the
/// application and never stored here.
struct TridItems
{
    bool name = false;
    bool income = false;
    bool property = false;
    bool value = false;
    bool loanAmount = false;

    [[nodiscard]] int known() const { return int(name) + int(income) + int(property) + int(value) + int(loanAmount); }
    static TridItems of(const std::function<QVariant(const QString&)>& value);

    friend bool operator==(const TridItems&, const TridItems&) = default;
};

/// "80.00%"
QString percentText(qint64 pct3, int decimals = 2);

} // namespace keyturn
