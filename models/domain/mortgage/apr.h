// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace keyturn {

/// An amount that moves after `periods` whole unit periods and a `fraction` of one more.
struct CashFlow
{
    double amount = 0;
    int periods = 0;
    double fraction = 0;
};

/// The annual percentage rate in percent by Regulation Z, Appendix J, (b)(8): the rate at which the advances are worth
/// the payments; a fraction of a unit period bears simple interest. `unitPeriodsPerYear` is 12 for months. Nothing if
/// the payments do not repay the advances.
std::optional<double> aprPercent(const std::vector<CashFlow>& advances, const std::vector<CashFlow>& payments,
                                 double unitPeriodsPerYear);

/// `count` equal payments, a unit period apart, the first after `periods` and `fraction`.
std::vector<CashFlow> levelPayments(int count, double amount, int periods, double fraction);

} // namespace keyturn
