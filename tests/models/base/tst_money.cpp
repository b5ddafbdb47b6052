// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/money.h"
#include "tests/support/test_main.h"

using namespace keyturn;

class TestMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<qint64>("cents");
        QTest::newRow("plain") << "350000" << true << qint64(35000000);
        QTest::newRow("dollars and commas") << "$350,000.50" << true << qint64(35000050);
        QTest::newRow("thousands") << "350k" << true << qint64(35000000);
        QTest::newRow("millions") << "1.25M" << true << qint64(125000000);
        QTest::newRow("one decimal") << "12.5" << true << qint64(1250);
        QTest::newRow("negative") << "-12.34" << true << qint64(-1234);
        QTest::newRow("three decimals") << "12.345" << false << qint64(0);
        QTest::newRow("words") << "a lot" << false << qint64(0);
        QTest::newRow("empty") << "" << false << qint64(0);
        QTest::newRow("only a dollar sign") << "$" << false << qint64(0);
        QTest::newRow("after the suffix") << "3k5" << false << qint64(0);
        QTest::newRow("two points") << "1.2.3" << false << qint64(0);
        QTest::newRow("beyond any loan") << "99999999999999" << false << qint64(0);
        QTest::newRow("beyond any loan in millions") << "3552444444435m" << false << qint64(0);
        QTest::newRow("beyond any loan in thousands") << "99999999999k" << false << qint64(0);
        QTest::newRow("as much as there is") << "9999999.99999999m" << true << qint64(999'999'999'999'999);
    }
    void parse()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QFETCH(qint64, cents);
        const auto money = Money::parse(text);
        QCOMPARE(money.has_value(), valid);
        if (valid) {
            QCOMPARE(money->cents, cents);
        }
    }

    void display()
    {
        QCOMPARE(Money::fromDollars(1234567).toDisplay(), QStringLiteral("$1,234,567"));
        QCOMPARE(Money{371858}.toDisplay(), QStringLiteral("$3,718.58"));
        QCOMPARE(Money{-1205}.toDisplay(), QStringLiteral("\u2212$12.05"));
        QCOMPARE(Money{-1205}.toPlainString(), QStringLiteral("-12.05"));
        QCOMPARE(Money{5}.toPlainString(), QStringLiteral("0.05"));
        QCOMPARE(Money{12593250}.toDisplayRounded(), QStringLiteral("$125,933"));
    }

    void roundsHalfAwayFromZero()
    {
        QCOMPARE(Money::fromCents(0.5).cents, qint64(1));
        QCOMPARE(Money::fromCents(-0.5).cents, qint64(-1));
        QCOMPARE(Money::fromCents(2.4999).cents, qint64(2));
    }
};

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"
