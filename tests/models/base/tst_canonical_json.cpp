// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/canonical_json.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <bit>

using namespace keyturn;

/// The examples of RFC 8785.
class TestCanonicalJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void sampleOfSection322()
    {
        const QByteArray input = R"({
            "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
            "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
            "literals": [null, true, false]
        })";
        const QByteArray expected = "{\"literals\":[null,true,false],"
                                    "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                                    "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
        QCOMPARE(canonicalJson(QJsonDocument::fromJson(input).object()), expected);
    }

    void keysSortByUtf16()
    {
        const QByteArray input = R"({
            "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
            "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
            "\u00f6": "Latin Small Letter O With Diaeresis"
        })";
        const QByteArray sorted = canonicalJson(QJsonDocument::fromJson(input).object());
        qsizetype at = -1;
        for (const char* value : {"Carriage Return", "One", "Control", "Latin Small", "Euro Sign", "Emoji", "Hebrew"}) {
            const qsizetype found = sorted.indexOf(value);
            QVERIFY2(found > at, value);
            at = found;
        }
    }

    void numbers_data()
    {
        QTest::addColumn<quint64>("bits");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](quint64 bits, const char* text) { QTest::newRow(text) << bits << QByteArray(text); };
        row(0x0000000000000000, "0");
        QTest::newRow("minus zero") << quint64{0x8000000000000000} << QByteArray("0");
        row(0x0000000000000001, "5e-324");
        row(0x8000000000000001, "-5e-324");
        row(0x7fefffffffffffff, "1.7976931348623157e+308");
        row(0xffefffffffffffff, "-1.7976931348623157e+308");
        row(0x4340000000000000, "9007199254740992");
        row(0xc340000000000000, "-9007199254740992");
        row(0x4430000000000000, "295147905179352830000");
        row(0x44b52d02c7e14af5, "9.999999999999997e+22");
        row(0x44b52d02c7e14af6, "1e+23");
        row(0x44b52d02c7e14af7, "1.0000000000000001e+23");
        row(0x444b1ae4d6e2ef4e, "999999999999999700000");
        row(0x444b1ae4d6e2ef4f, "999999999999999900000");
        row(0x444b1ae4d6e2ef50, "1e+21");
        row(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7");
        row(0x3eb0c6f7a0b5ed8d, "0.000001");
        row(0x41b3de4355555553, "333333333.3333332");
        row(0x41b3de4355555554, "333333333.33333325");
        row(0x41b3de4355555555, "333333333.3333333");
        row(0x41b3de4355555556, "333333333.3333334");
        row(0x41b3de4355555557, "333333333.33333343");
        row(0xbecbf647612f3696, "-0.0000033333333333333333");
        row(0x43143ff3c1cb0959, "1424953923781206.2");
        QTest::newRow("not a number") << quint64{0x7fffffffffffffff} << QByteArray("null");
    }
    void numbers()
    {
        QFETCH(const quint64, bits);
        QFETCH(const QByteArray, text);
        QByteArray out;
        appendCanonicalNumber(out, std::bit_cast<double>(bits));
        QCOMPARE(out, text);
    }

    void integers()
    {
        QByteArray out;
        appendCanonicalNumber(out, qint64{1'770'000'000'000});
        out += ' ';
        appendCanonicalNumber(out, qint64{-7});
        out += ' ';
        appendCanonicalNumber(out, std::numeric_limits<qint64>::max());
        QCOMPARE(out, QByteArray("1770000000000 -7 9223372036854776000"));
    }
};

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "tst_canonical_json.moc"
