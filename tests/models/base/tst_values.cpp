// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/clock.h"
#include "models/base/id.h"
#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/base/uuid_v7.h"
#include "tests/support/test_main.h"

using namespace keyturn;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0) {
        return fail(Error::Kind::Invalid, QStringLiteral("odd"));
    }
    return number / 2;
}

Result<int> quarter(int number)
{
    KEYTURN_LET(const int once, half(number));
    KEYTURN_TRY(half(once));
    return half(once);
}

} // namespace

/// The small values that everything else is made of.
class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void idsAsText()
    {
        const QString text = QStringLiteral("01900000-0000-7000-8000-0000000000ab");
        QCOMPARE(LeadId::fromString(text).toString(), text);
        QVERIFY(LeadId::fromString(QStringLiteral("nonsense")).isNull());
        QCOMPARE(LeadId().toString(), QString());
    }

    void newIdsSortByTheirMaking()
    {
        UuidV7 ids;
        QString last;
        for (int i = 0; i < 5000; ++i) {
            // The clock stands still, then jumps back.
            const QString id =
                ids.next(Instant{i < 4500 ? 1'772'470'800'000 : 1'772'470'700'000}).toString(QUuid::WithoutBraces);
            QCOMPARE(id.at(14), u'7');
            QVERIFY(QStringLiteral("89ab").contains(id.at(19)));
            QVERIFY(id > last);
            last = id;
        }
    }

    void seededIdsRepeat()
    {
        const auto make = [] {
            quint64 state = 42;
            UuidV7 ids([state]() mutable { return state = state * 6364136223846793005U + 1442695040888963407U; });
            return QStringList{ids.next(Instant{1000}).toString(), ids.next(Instant{1000}).toString()};
        };
        QCOMPARE(make(), make());
    }

    void instants()
    {
        QVERIFY(Instant().isNull());
        const Instant noon = Instant::fromDateTime(QDateTime(QDate(2026, 3, 8), QTime(12, 0), Qt::UTC));
        QCOMPARE(noon.dateIn(QTimeZone("Pacific/Auckland")), QDate(2026, 3, 9));
        QCOMPARE((noon + msPerDay) - noon, msPerDay);
    }

    void clocksThatAreTold()
    {
        ManualClock clock(Instant{5});
        clock.advance(10);
        QCOMPARE(clock.now(), Instant{15});
        clock.set(Instant{3});
        QCOMPARE(clock.now(), Instant{3});
    }

    void errorsTravel()
    {
        QCOMPARE(*quarter(12), 3);
        QCOMPARE(quarter(6).error().message, QStringLiteral("odd"));
        QVERIFY(!quarter(7).has_value());
        for (int kind = 0; kind <= int(Error::Kind::Storage); ++kind) {
            const auto value = static_cast<Error::Kind>(kind);
            QVERIFY(!Error::kindName(value).isEmpty());
            QCOMPARE(Error::kindFromName(Error::kindName(value)), value);
        }
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
