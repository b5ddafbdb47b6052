// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/mortgage/ratios.h"

#include <algorithm>

namespace keyturn {

namespace {

constexpr qint64 wholePct3 = 100'000;

std::optional<qint64> share(qint64 cents, Money value)
{
    return value.cents > 0 ? std::optional<qint64>(cents * wholePct3 / value.cents) : std::nullopt;
}

std::optional<qint64> roundedShare(Money part, Money whole)
{
    return whole.cents > 0 ? std::optional<qint64>((part.cents * wholePct3 + whole.cents / 2) / whole.cents)
                           : std::nullopt;
}

} // namespace

std::optional<qint64> ltvPct3(const Liens& liens)
{
    return share(liens.first.cents, liens.value);
}

std::optional<qint64> cltvPct3(const Liens& liens)
{
    return share(liens.first.cents + liens.drawnSecond.cents, liens.value);
}

std::optional<qint64> hcltvPct3(const Liens& liens)
{
    return share(liens.first.cents + std::max(liens.drawnSecond.cents, liens.helocLine.cents), liens.value);
}

int fannieWholePercent(qint64 pct3)
{
    const qint64 hundredths = pct3 / 10;
    return static_cast<int>((hundredths + 99) / 100);
}

std::optional<qint64> frontRatioPct3(const Housing& housing, Money monthlyIncome)
{
    return roundedShare(housing.total(), monthlyIncome);
}

std::optional<qint64> backRatioPct3(const Housing& housing, Money monthlyDebts, Money monthlyIncome)
{
    return roundedShare(housing.total() + monthlyDebts, monthlyIncome);
}

Money roomForPayment(Money monthlyIncome, qint64 backLimitPct3, Money monthlyDebts, Money otherHousing)
{
    const qint64 limit = (monthlyIncome.cents * backLimitPct3 + wholePct3 / 2) / wholePct3;
    return Money{std::max<qint64>(0, limit - monthlyDebts.cents - otherHousing.cents)};
}

Money cashToClose(const Closing& closing)
{
    return closing.costs - closing.paidBefore - closing.financed + closing.downPayment - closing.deposit -
           closing.sellerCredits + closing.adjustments;
}

} // namespace keyturn
