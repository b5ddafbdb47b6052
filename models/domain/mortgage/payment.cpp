// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/mortgage/payment.h"

#include <algorithm>
#include <cmath>

namespace keyturn {

namespace {

constexpr double monthlyDivisor = 1200.0 * 1000.0;

double monthlyRate(qint64 ratePct3)
{
    return static_cast<double>(ratePct3) / monthlyDivisor;
}

double annuity(qint64 ratePct3, int months)
{
    const double i = monthlyRate(ratePct3);
    return i <= 0 ? 1.0 / months : i / (1.0 - std::pow(1.0 + i, -months));
}

} // namespace

double exactPayment(Money loan, qint64 ratePct3, int months)
{
    if (months <= 0 || loan.cents <= 0) {
        return 0;
    }
    return static_cast<double>(loan.cents) / 100.0 * annuity(ratePct3, months);
}

Money monthlyPayment(Money loan, qint64 ratePct3, int months)
{
    return Money::fromCents(exactPayment(loan, ratePct3, months) * 100.0);
}

std::vector<Installment> amortization(Money loan, qint64 ratePct3, int months)
{
    std::vector<Installment> schedule;
    if (months <= 0 || loan.cents <= 0) {
        return schedule;
    }
    schedule.reserve(static_cast<size_t>(months));
    const Money payment = monthlyPayment(loan, ratePct3, months);
    Money balance = loan;
    for (int month = 1; month <= months && balance.cents > 0; ++month) {
        Installment line;
        line.interest = Money::fromCents(static_cast<double>(balance.cents) * monthlyRate(ratePct3));
        const bool last = month == months || balance + line.interest <= payment;
        line.payment = last ? balance + line.interest : payment;
        line.principal = line.payment - line.interest;
        balance = balance - line.principal;
        line.balance = balance;
        schedule.push_back(line);
    }
    return schedule;
}

Money balanceAfter(Money loan, qint64 ratePct3, int months, int paid)
{
    if (paid <= 0) {
        return loan;
    }
    const auto schedule = amortization(loan, ratePct3, months);
    return static_cast<size_t>(paid) > schedule.size() ? Money{} : schedule[static_cast<size_t>(paid) - 1].balance;
}

Money loanForPayment(Money budget, qint64 ratePct3, int months, qint64 annualInsurancePct3)
{
    if (months <= 0 || budget.cents <= 0) {
        return {};
    }
    const double cost = annuity(ratePct3, months) + monthlyRate(annualInsurancePct3);
    return Money::fromCents(static_cast<double>(budget.cents) / cost);
}

Money pointsCost(Money loan, qint64 pointsPct3)
{
    return Money::fromCents(static_cast<double>(loan.cents) * static_cast<double>(pointsPct3) / 100'000.0);
}

Buydown twoOneBuydown(Money loan, qint64 ratePct3, int months)
{
    Buydown result;
    result.notePayment = monthlyPayment(loan, ratePct3, months);
    result.firstYearPayment = monthlyPayment(loan, std::max<qint64>(0, ratePct3 - 2000), months);
    result.secondYearPayment = monthlyPayment(loan, std::max<qint64>(0, ratePct3 - 1000), months);
    const Money first = result.notePayment - result.firstYearPayment;
    const Money second = result.notePayment - result.secondYearPayment;
    result.subsidy = Money{12 * (first.cents + second.cents)};
    return result;
}

qint64 adjustedRate(const ArmTerms& terms, qint64 indexPct3, qint64 priorPct3)
{
    const qint64 wanted = std::max({indexPct3 + terms.marginPct3, priorPct3 - terms.periodicCapPct3, terms.floorPct3});
    return std::min({wanted, priorPct3 + terms.periodicCapPct3, terms.startPct3 + terms.lifetimeCapPct3});
}

int breakEvenMonths(Money costs, Money oldPayment, Money newPayment)
{
    const qint64 saving = (oldPayment - newPayment).cents;
    if (saving <= 0 || costs.cents <= 0) {
        return 0;
    }
    return static_cast<int>((costs.cents + saving - 1) / saving);
}

InsuranceEnd insuranceEnd(Money loan, Money originalValue, qint64 ratePct3, int months)
{
    InsuranceEnd end;
    if (loan.cents * 100 <= originalValue.cents * 80) {
        return end;
    }
    int month = 0;
    for (const Installment& line : amortization(loan, ratePct3, months)) {
        ++month;
        if (end.onRequest == 0 && line.balance.cents * 100 <= originalValue.cents * 80) {
            end.onRequest = month;
        }
        if (end.automatic == 0 && line.balance.cents * 100 <= originalValue.cents * 78) {
            end.automatic = month;
        }
    }
    return end;
}

} // namespace keyturn
