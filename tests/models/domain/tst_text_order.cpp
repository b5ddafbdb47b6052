// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/text_order.h"
#include "tests/support/test_main.h"

#include <QRandomGenerator>

#include <algorithm>
#include <numeric>

using namespace keyturn;

class TestTextOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void sortsNumbersLikeStableSort()
    {
        QRandomGenerator random(5);
        for (const int size : {0, 1, 100, 5000}) {
            for (const quint64 most : {quint64(3), quint64(1) << 20U, ~quint64(0)}) {
                std::vector<KeyedRow> rows;
                for (int i = 0; i < size; ++i) {
                    rows.push_back({random.generate64() % most, quint32(i)});
                }
                std::vector<KeyedRow> expected = rows;
                std::stable_sort(expected.begin(), expected.end(),
                                 [](const KeyedRow& a, const KeyedRow& b) { return a.key < b.key; });
                sortByKey(rows);
                QVERIFY(
                    std::equal(rows.begin(), rows.end(), expected.begin(), expected.end(),
                               [](const KeyedRow& a, const KeyedRow& b) { return a.key == b.key && a.row == b.row; }));
            }
        }
    }

    void sortsTextsLikeStableSort_data()
    {
        QTest::addColumn<bool>("descending");
        QTest::addColumn<bool>("inPortions");
        QTest::newRow("ascending") << false << false;
        QTest::newRow("descending") << true << false;
        QTest::newRow("ascending, in portions") << false << true;
        QTest::newRow("descending, in portions") << true << true;
    }
    void sortsTextsLikeStableSort()
    {
        QFETCH(bool, descending);
        QFETCH(bool, inPortions);
        // Few different beginnings, so that many texts are alike far beyond their first letters.
        const std::vector<QByteArray> pieces{"",        "Call about ", "call ABOUT ", "Émile",  "emil",
                                             "Straße ", "Łukasz ",     "appraisal",   "Ñuñez ", "rate lock"};
        QRandomGenerator random(6);
        std::vector<QByteArray> texts;
        for (int i = 0; i < 6000; ++i) {
            QByteArray text;
            for (int n = random.bounded(6); n > 0; --n) {
                text += pieces[std::size_t(random.bounded(int(pieces.size())))];
            }
            texts.push_back(text);
        }
        std::vector<quint32> rows(texts.size());
        std::iota(rows.begin(), rows.end(), 0U);
        std::vector<quint32> expected = rows;
        std::stable_sort(expected.begin(), expected.end(), [&](quint32 a, quint32 b) {
            const int order = compareTexts(texts[a], texts[b]);
            return descending ? order > 0 : order < 0;
        });
        TextSorter sorter(
            rows, [&](quint32 row) { return QByteArrayView(texts[row]); }, descending);
        int portions = 1;
        if (inPortions) {
            while (!sorter.step(QDeadlineTimer(0))) {
                ++portions;
            }
        } else {
            QVERIFY(sorter.step());
        }
        QVERIFY(inPortions == (portions > 1));
        QVERIFY(sorter.take() == expected);
    }

    void blocksSortLikeTheirTexts()
    {
        QVERIFY(sortBlock("Emily") < sortBlock("emma"));
        QCOMPARE(sortBlock("ÉMILE"), sortBlock("emile"));
        QCOMPARE(sortBlock("abcdefghIJ", 1), sortBlock("ij"));
        QCOMPARE(sortBlock("abcdefgh", 1), quint64(0));
        QCOMPARE(sortBlock("abc", 4), quint64(0));
        QVERIFY(sortBlock("") < sortBlock("a"));
    }
};

QTEST_APPLESS_MAIN(TestTextOrder)
#include "tst_text_order.moc"
