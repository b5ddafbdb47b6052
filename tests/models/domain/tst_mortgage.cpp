// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/mortgage/apr.h"
#include "models/domain/mortgage/loan_figures.h"
#include "models/domain/mortgage/payment.h"
#include "models/domain/mortgage/program_fees.h"
#include "models/domain/mortgage/ratios.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace keyturn;

namespace {

Money dollars(double amount)
{
    return Money::fromCents(amount * 100);
}

QString two(double value)
{
    return QString::number(value, 'f', 2);
}

} // namespace

/// The published and recomputed reference values of the trade.
class TestMortgage : public QObject
{
    Q_OBJECT

    static void addApr(const char* name, double advance, const std::vector<CashFlow>& payments, double unit,
                       const char* apr)
    {
        QTest::newRow(name) << advance << payments << unit << QString::fromLatin1(apr);
    }
    static std::vector<CashFlow> join(std::vector<std::vector<CashFlow>> parts)
    {
        std::vector<CashFlow> all;
        for (const auto& part : parts) {
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void payment_data()
    {
        QTest::addColumn<double>("loan");
        QTest::addColumn<int>("rate");
        QTest::addColumn<int>("months");
        QTest::addColumn<double>("payment");
        QTest::newRow("CFPB sample") << 162000.0 << 3875 << 360 << 761.78;
        QTest::newRow("DU sample") << 300000.0 << 4250 << 360 << 1475.82;
        QTest::newRow("six percent") << 200000.0 << 6000 << 360 << 1199.10;
        QTest::newRow("fifteen years") << 350000.0 << 7000 << 180 << 3145.90;
        QTest::newRow("no interest") << 36000.0 << 0 << 360 << 100.0;
        QTest::newRow("no term") << 36000.0 << 6000 << 0 << 0.0;
    }
    void payment()
    {
        QFETCH(double, loan);
        QFETCH(int, rate);
        QFETCH(int, months);
        QFETCH(double, payment);
        QCOMPARE(monthlyPayment(dollars(loan), rate, months), dollars(payment));
    }

    void schedule()
    {
        const auto lines = amortization(dollars(200000), 6000, 360);
        QCOMPARE(lines.size(), size_t(360));
        QCOMPARE(lines.front().interest, dollars(1000));
        QCOMPARE(lines.front().principal, dollars(199.10));
        QCOMPARE(lines.back().payment, dollars(1200.14));
        QCOMPARE(lines.back().balance, Money{});
        QCOMPARE(dollars(162000) - balanceAfter(dollars(162000), 3875, 360, 60), dollars(15772.58));
        QCOMPARE(balanceAfter(dollars(162000), 3875, 360, 80), dollars(140254.51));
    }

    void closingDisclosureSample()
    {
        const Housing housing{monthlyPayment(dollars(162000), 3875, 360), dollars(82.35), dollars(206.13),
                              dollars(150)};
        QCOMPARE(housing.piti(), dollars(1050.26));
        QCOMPARE(housing.taxesAndInsurance + housing.association, dollars(356.13));
        QCOMPARE(housing.piti() - housing.mortgageInsurance, dollars(967.91));
        QCOMPARE(insuranceEnd(dollars(162000), dollars(180000), 3875, 360).automatic, 80);
        const double exact = exactPayment(dollars(162000), 3875, 360);
        const double charge = exact * 360 + 80 * 82.35 - 162000;
        QCOMPARE(two(charge), QStringLiteral("118830.27"));
        QCOMPARE(two(162000 + charge + 279.04 + 4694.05), QStringLiteral("285803.36"));
        QCOMPARE(two((exact * 360 - 162000 + 279.04) / 162000 * 100), QStringLiteral("69.46"));
        auto payments = levelPayments(360, exact, 1, 0);
        for (size_t n = 0; n < 80; ++n) {
            payments[n].amount += 82.35;
        }
        const auto apr = aprPercent({{162000, 0, 0}}, payments, 12);
        QVERIFY(apr.has_value());
        QCOMPARE(QString::number(*apr, 'f', 3), QStringLiteral("4.174"));
        const Closing closing{dollars(9712.10), dollars(29.80),   {}, dollars(18000), dollars(10000),
                              dollars(2500),    dollars(-1035.04)};
        QCOMPARE(cashToClose(closing), dollars(14147.26));
    }

    void appendixJ_data()
    {
        QTest::addColumn<double>("advance");
        QTest::addColumn<std::vector<CashFlow>>("payments");
        QTest::addColumn<double>("unit");
        QTest::addColumn<QString>("apr");
        addApr("c1i", 5000, levelPayments(24, 230, 1, 0), 12, "9.69");
        addApr("c1ii", 6000, levelPayments(36, 200, 1, 19.0 / 30), 12, "11.82");
        addApr("c1iii", 5000, levelPayments(24, 219.17, 0, 6.0 / 15), 24, "10.34");
        addApr("c1iv", 10000, levelPayments(40, 385, 1, 39.0 / 90), 4, "8.97");
        addApr("c1v", 500, levelPayments(30, 17.60, 4, 4.0 / 7), 52, "14.96");
        addApr("c2i", 5000, join({levelPayments(1, 250, 1, 0), levelPayments(23, 230, 2, 0)}), 12, "10.08");
        addApr("c2ii", 400, join({levelPayments(1, 39.50, 1, 5.0 / 28), levelPayments(11, 38.31, 2, 5.0 / 28)}), 13,
               "28.50");
        addApr("c3i", 5000, join({levelPayments(23, 230, 1, 0), levelPayments(1, 280, 24, 0)}), 12, "10.50");
        addApr("c3ii", 200, join({levelPayments(19, 9.50, 0, 8.0 / 14), levelPayments(1, 30, 19, 8.0 / 14)}), 26,
               "12.22");
        addApr("c4i", 5000,
               join({levelPayments(1, 250, 1, 0), levelPayments(22, 230, 2, 0), levelPayments(1, 280, 24, 0)}), 12,
               "10.90");
        addApr("c4ii", 8000,
               join({levelPayments(1, 449.36, 0, 52.0 / 60), levelPayments(18, 465, 1, 52.0 / 60),
                     levelPayments(1, 200, 19, 52.0 / 60)}),
               6, "7.30");
        addApr("c5i", 1000, levelPayments(1, 1080, 1, 0), 365.0 / 255, "11.45");
        addApr("c5ii", 1000, levelPayments(1, 1044, 1, 0), 2, "8.80");
        addApr("c5iii", 1000, levelPayments(1, 1135.19, 1, 6.0 / 12), 1, "8.76");
        addApr("c5iv", 1000, levelPayments(1, 1240, 2, 0), 1, "11.36");
        addApr("c6i", 2135,
               join({levelPayments(9, 100, 0, 26.0 / 28), levelPayments(6, 100, 10, 12.0 / 28),
                     levelPayments(6, 100, 16, 26.0 / 28), levelPayments(3, 100, 23, 12.0 / 28)}),
               13, "12.00");
        addApr("c6ii", 7350,
               join({levelPayments(3, 1000, 6, 12.0 / 30), levelPayments(1, 2000, 12, 12.0 / 30),
                     levelPayments(3, 750, 18, 12.0 / 30), levelPayments(1, 1000, 22, 29.0 / 30)}),
               12, "10.22");
    }
    void appendixJ()
    {
        QFETCH(double, advance);
        QFETCH(std::vector<CashFlow>, payments);
        QFETCH(double, unit);
        QFETCH(QString, apr);
        const auto found = aprPercent({{advance, 0, 0}}, payments, unit);
        QVERIFY(found.has_value());
        QCOMPARE(two(*found), apr);
    }
    void paymentsThatDoNotRepay() { QVERIFY(!aprPercent({{1000, 0, 0}}, levelPayments(3, 100, 1, 0), 12).has_value()); }

    void loanToValue()
    {
        const Liens liens{dollars(320000), dollars(20000), dollars(50000), dollars(400000)};
        QCOMPARE(*ltvPct3(liens), qint64(80000));
        QCOMPARE(*cltvPct3(liens), qint64(85000));
        QCOMPARE(*hcltvPct3(liens), qint64(92500));
        QCOMPARE(fannieWholePercent(92500), 93);
        QCOMPARE(fannieWholePercent(96010), 97);
        QCOMPARE(fannieWholePercent(80001), 80);
        QCOMPARE(fannieWholePercent(80000), 80);
        QVERIFY(!ltvPct3(Liens{dollars(1), {}, {}, {}}).has_value());
    }

    void debtRatiosAndLargestLoan()
    {
        const Money room = roomForPayment(dollars(8000), 43000, dollars(600), dollars(550));
        QCOMPARE(room, dollars(2290));
        QCOMPARE(loanForPayment(room, 6500, 360), dollars(362302.78));
        const Money insured = loanForPayment(room, 6500, 360, 500);
        const Money insurance = Money::fromCents(double(insured.cents) * 0.005 / 12);
        QVERIFY(std::llabs((monthlyPayment(insured, 6500, 360) + insurance - room).cents) <= 1);
        const Housing housing{dollars(2290), {}, dollars(550), {}};
        QCOMPARE(*frontRatioPct3(housing, dollars(8000)), qint64(35500));
        QCOMPARE(*backRatioPct3(housing, dollars(600), dollars(8000)), qint64(43000));
        QVERIFY(!backRatioPct3(housing, dollars(600), {}).has_value());
        QCOMPARE(roomForPayment(dollars(1000), 43000, dollars(600), {}), Money{});
    }

    void insuranceEnds()
    {
        const auto sample = insuranceEnd(dollars(162000), dollars(180000), 3875, 360);
        QCOMPARE(sample.onRequest, 68);
        QCOMPARE(sample.automatic, 80);
        const auto other = insuranceEnd(dollars(285000), dollars(300000), 6500, 360);
        QCOMPARE(other.onRequest, 124);
        QCOMPARE(other.automatic, 135);
        QCOMPARE(insuranceEnd(dollars(160000), dollars(200000), 6500, 360).automatic, 0);
    }

    void pointsAndBuydown()
    {
        QCOMPARE(pointsCost(dollars(300000), 1125), dollars(3375));
        const Buydown buydown = twoOneBuydown(dollars(300000), 6500, 360);
        QCOMPARE(buydown.notePayment, dollars(1896.20));
        QCOMPARE(buydown.firstYearPayment, dollars(1520.06));
        QCOMPARE(buydown.secondYearPayment, dollars(1703.37));
        QCOMPARE(buydown.subsidy, dollars(6827.64));
        QCOMPARE(breakEvenMonths(dollars(6000), dollars(1896.20), dollars(1703.37)), 32);
        QCOMPARE(breakEvenMonths(dollars(6000), dollars(1700), dollars(1703.37)), 0);
    }

    void adjustableRate()
    {
        const ArmTerms terms{12410, 0, 2000, 5000, 0};
        qint64 rate = terms.startPct3;
        Money balance = dollars(10000);
        QStringList payments;
        for (int year = 0; year < 4; ++year) {
            const int months = 360 - 12 * year;
            payments.append(monthlyPayment(balance, rate, months).toPlainString());
            balance = balanceAfter(balance, rate, months, 12);
            rate = adjustedRate(terms, 99000, rate);
        }
        QCOMPARE(payments, QStringList({QStringLiteral("106.03"), QStringLiteral("121.59"), QStringLiteral("137.39"),
                                        QStringLiteral("145.34")}));
        QCOMPARE(adjustedRate({5000, 2000, 1000, 5000, 4500}, 1000, 5000), qint64(4500));
        QCOMPARE(adjustedRate({5000, 2000, 1000, 5000, 0}, 3250, 5000), qint64(5250));
    }

    void governmentPrograms()
    {
        const auto va = vaFeeTable(QDate(2026, 3, 2));
        QVERIFY(va.has_value());
        QCOMPARE(vaFundingFee(*va, VaUse::Purchase, dollars(190000), dollars(200000), true, false), dollars(2850));
        QCOMPARE(vaFundingFee(*va, VaUse::Purchase, dollars(200000), dollars(200000), false, false), dollars(6600));
        QCOMPARE(vaFundingFee(*va, VaUse::Purchase, dollars(180000), dollars(200000), true, false), dollars(2250));
        QCOMPARE(vaFundingFee(*va, VaUse::CashOut, dollars(100000), {}, true, false), dollars(2150));
        QCOMPARE(vaFundingFee(*va, VaUse::Irrrl, dollars(100000), {}, false, false), dollars(500));
        QCOMPARE(vaFundingFee(*va, VaUse::Purchase, dollars(190000), dollars(200000), true, true), Money{});
        QVERIFY(!vaFeeTable(QDate(2032, 1, 1)).has_value());
        const auto fha = fhaMipTable(QDate(2026, 3, 2));
        QVERIFY(fha.has_value());
        QCOMPARE(*fhaAnnualBps(*fha, dollars(300000), 96500, 360), 55);
        QCOMPARE(*fhaAnnualBps(*fha, dollars(300000), 95000, 360), 50);
        QCOMPARE(*fhaAnnualBps(*fha, dollars(800000), 96500, 360), 75);
        QCOMPARE(*fhaAnnualBps(*fha, dollars(300000), 90000, 180), 15);
        QCOMPARE(*fhaAnnualBps(*fha, dollars(800000), 91000, 180), 65);
        QCOMPARE(monthlyPayment(dollars(106605), 7500, 360), dollars(745.40));
        QCOMPARE(fhaMonthlyPremium(dollars(106605), 7500, 360, 50, 2250), dollars(43.26));
        QCOMPARE(fhaMonthlyPremium(dollars(294566), 6500, 360, 55, 1750), dollars(132.02));
        QCOMPARE(withFinancedFee(dollars(200000), 1000), dollars(202020.20));
    }

    void figuresOfAForm()
    {
        Record loan;
        QCOMPARE(loanFigures(loan), LoanFigures());
        loan.set(QStringLiteral("purchase_price_cents"), qint64(40'000'000));
        loan.set(QStringLiteral("loan_amount_cents"), qint64(32'000'000));
        QCOMPARE(*loanFigures(loan).ltvPct3, qint64(80000));
        QCOMPARE(*loanFigures(loan).cashDown, dollars(80000));
        QVERIFY(!loanFigures(loan).payment.has_value());
        loan.set(QStringLiteral("property_value_cents"), qint64(38'000'000)); // appraised below the price
        QCOMPARE(*loanFigures(loan).ltvWholePercent, 85);
        loan.set(QStringLiteral("interest_rate_pct3"), qint64(6000));
        loan.set(QStringLiteral("term_months"), qint64(360));
        QCOMPARE(*loanFigures(loan).payment, dollars(1918.56));
        loan.set(QStringLiteral("annual_income_cents"), qint64(9'600'000));
        QCOMPARE(*loanFigures(loan).housingRatioPct3, qint64(23982));
        QVERIFY(!loanFigures(loan).debtRatioPct3.has_value());
        loan.set(QStringLiteral("monthly_debts_cents"), qint64(60'000));
        QCOMPARE(*loanFigures(loan).debtRatioPct3, qint64(31482));
    }
};

QTEST_GUILESS_MAIN(TestMortgage)
#include "tst_mortgage.moc"
