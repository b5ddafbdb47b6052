// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/mortgage/apr.h"

#include <cmath>

namespace keyturn {

namespace {

double presentValue(const std::vector<CashFlow>& flows, double i)
{
    double sum = 0;
    for (const CashFlow& flow : flows) {
        sum += flow.amount / ((1 + flow.fraction * i) * std::pow(1 + i, flow.periods));
    }
    return sum;
}

} // namespace

std::optional<double> aprPercent(const std::vector<CashFlow>& advances, const std::vector<CashFlow>& payments,
                                 double unitPeriodsPerYear)
{
    const auto surplus = [&](double i) { return presentValue(payments, i) - presentValue(advances, i); };
    double low = 0;
    double high = 1;
    constexpr double tolerance = 1e-9;
    if (std::abs(surplus(low)) < tolerance) {
        return 0;
    }
    if (surplus(low) < 0 || surplus(high) > 0) {
        return std::nullopt;
    }
    constexpr int halvings = 80;
    for (int step = 0; step < halvings; ++step) {
        const double middle = (low + high) / 2;
        (surplus(middle) > 0 ? low : high) = middle;
    }
    return 100 * unitPeriodsPerYear * (low + high) / 2;
}

std::vector<CashFlow> levelPayments(int count, double amount, int periods, double fraction)
{
    std::vector<CashFlow> flows;
    for (int n = 0; n < count; ++n) {
        flows.push_back({amount, periods + n, fraction});
    }
    return flows;
}

} // namespace keyturn
