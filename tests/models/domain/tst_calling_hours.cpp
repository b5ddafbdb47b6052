// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/calling_hours.h"
#include "tests/support/test_main.h"

using namespace keyturn;

class TestCallingHours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void opensAtEightWhereTheyAre()
    {
        // 6:42 AM in California.
        const Instant now = at(2026, 11, 19, 14, 42);
        const auto hours = callingHours(QStringLiteral("CA"), QStringLiteral("+19165550142"), now);
        QVERIFY(hours);
        QCOMPARE(hours->localTime.time(), QTime(6, 42));
        QVERIFY(!hours->isOpen);
        QCOMPARE(hours->opensAt, at(2026, 11, 19, 16, 0));
    }

    void takesTheStricterOfAddressAndAreaCode()
    {
        // 8:30 AM in New York, 5:30 AM in California.
        const auto hours = callingHours(QStringLiteral("NY"), QStringLiteral("+14155550142"), at(2026, 11, 19, 13, 30));
        QVERIFY(hours);
        QCOMPARE(hours->state, QStringLiteral("NY"));
        QVERIFY(!hours->isOpen);
        QCOMPARE(hours->opensAt, at(2026, 11, 19, 16, 0));
    }

    void endsEarlierInSomeStates()
    {
        const Instant evening = at(2026, 11, 20, 1, 30); // 8:30 PM in the East
        QVERIFY(callingHours(QStringLiteral("GA"), {}, evening)->isOpen);
        QVERIFY(!callingHours(QStringLiteral("FL"), {}, evening)->isOpen);
    }

    void knowsAreaCodesOffTheirStatesClock()
    {
        QCOMPARE(stateOfAreaCode(915), QStringLiteral("TX"));
        const auto hours = callingHours({}, QStringLiteral("+19155550142"), at(2026, 11, 19, 14, 30));
        QCOMPARE(hours->localTime.time(), QTime(7, 30));
        QVERIFY(!hours->isOpen);
    }

    void saysNothingWithoutAPlace()
    {
        QVERIFY(!callingHours({}, QStringLiteral("+442071838750"), at(2026, 1, 1, 1, 1)));
    }

private:
    static Instant at(int year, int month, int day, int hour, int minute)
    {
        return Instant::fromDateTime(QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC));
    }
};

QTEST_GUILESS_MAIN(TestCallingHours)
#include "tst_calling_hours.moc"
