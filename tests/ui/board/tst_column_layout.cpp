// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "ui/board/column_layout.h"

using namespace keyturn;

class TestColumnLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void cardsStandOneBelowTheOther()
    {
        const ColumnLayout layout(10, 100, 90);
        QCOMPARE(layout.top(0), 3);
        QCOMPARE(layout.top(9), 903);
        QCOMPARE(layout.rowAt(2), -1);
        QCOMPARE(layout.rowAt(3), 0);
        QCOMPARE(layout.rowAt(92), 0);
        QCOMPARE(layout.rowAt(93), -1); // between two
        QCOMPARE(layout.rowAt(1003), -1);
        QCOMPARE(layout.rowNear(-50), 0);
        QCOMPARE(layout.rowNear(95), 0);
        QCOMPARE(layout.rowNear(5000), 9);
        QCOMPARE(layout.gapAt(0), 0);
        QCOMPARE(layout.gapAt(60), 1);
        QCOMPARE(layout.gapAt(5000), 10);
        QCOMPARE(layout.height(), 1003);
        QCOMPARE(layout.groupOf(4), -1);
        QCOMPARE(layout.groupAt(4), -1);
        QCOMPARE(layout.entries(), 10);
        QCOMPARE(layout.entryOfRow(4), 4);
        QCOMPARE(layout.rowOfEntry(4), 4);
        QCOMPARE(layout.groupOfEntry(0), -1);
        QCOMPARE(layout.heading(), 0);
    }

    void anEmptyColumnHasAPlaceForTheFirst()
    {
        const ColumnLayout layout(0, 100, 90);
        QCOMPARE(layout.top(0), 3);
        QCOMPARE(layout.rowAt(10), -1);
        QCOMPARE(layout.rowNear(10), 0);
        QCOMPARE(layout.gapAt(500), 0);
    }

    // Every line of pixels against the list as one would draw it by hand.
    void headingsStandAboveTheirGroups()
    {
        const int step = 10;
        const int card = 7;
        const int head = 5;
        const QList<int> firsts{0, 3, 4, 8};
        const ColumnLayout layout(9, step, card, firsts, head);
        int y = ColumnLayout::topPad;
        int group = -1;
        int entry = 0;
        for (int row = 0; row < 9; ++row) {
            if (firsts.contains(row)) {
                ++group;
                QCOMPARE(layout.first(group), row);
                QCOMPARE(layout.headingTop(group), y);
                QCOMPARE(layout.groupOfEntry(entry), group);
                QCOMPARE(layout.rowOfEntry(entry), -1);
                QCOMPARE(layout.entryOfGroup(group), entry);
                ++entry;
                for (int line = y; line < y + head; ++line) {
                    QCOMPARE(layout.rowAt(line), -1);
                    QCOMPARE(layout.groupAt(line), group);
                    QCOMPARE(layout.rowNear(line), row);
                    QCOMPARE(layout.gapAt(line), row);
                }
                y += head;
            }
            QCOMPARE(layout.groupOf(row), group);
            QCOMPARE(layout.top(row), y);
            QCOMPARE(layout.entryOfRow(row), entry);
            QCOMPARE(layout.rowOfEntry(entry), row);
            QCOMPARE(layout.groupOfEntry(entry), -1);
            ++entry;
            for (int line = y; line < y + step; ++line) {
                QCOMPARE(layout.rowAt(line), line < y + card ? row : -1);
                QCOMPARE(layout.rowNear(line), row);
                QCOMPARE(layout.groupAt(line), group);
                QCOMPARE(layout.gapAt(line), line < y + step / 2 ? row : row + 1);
            }
            y += step;
        }
        QCOMPARE(layout.height(), y);
        QCOMPARE(layout.entries(), entry);
    }
};

QTEST_GUILESS_MAIN(TestColumnLayout)
#include "tst_column_layout.moc"
