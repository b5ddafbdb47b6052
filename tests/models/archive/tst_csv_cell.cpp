// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/csv_cell.h"
#include "models/archive/csv_rows.h"
#include "tests/support/program.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace keyturn;

/// What spreadsheets take for a formula leaves with an apostrophe, and comes back without it.
class TestCsvCell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void formulasAreDefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("safe");
        const auto add = [](const char* name, const QByteArray& text, const QByteArray& safe) {
            QTest::newRow(name) << text << safe;
        };
        add("equals", "=1+1", "'=1+1");
        add("plus", "+13035550100", "'+13035550100");
        add("minus", "-2", "'-2");
        add("at", "@SUM(A1)", "'@SUM(A1)");
        add("tab", "\t=1", "'\t=1");
        add("return", "\r=1", "'\r'=1");
        add("line feed", "\n=1", "'\n'=1");
        add("behind blanks", "  =1", "'  =1");
        add("behind a no-break space", "\xc2\xa0=1", "'\xc2\xa0=1");
        add("wide equals",
            "\xef\xbc\x9d"
            "1",
            "'\xef\xbc\x9d"
            "1");
        add("on an inner line", "harmless\n=1", "harmless\n'=1");
        add("on an inner line of Windows", "harmless\r\n@x", "harmless\r\n'@x");
        add("an apostrophe of their own", "'tis", "''tis");
        add("an apostrophe within", "O'Hara", "O'Hara");
        add("empty inner lines", "a\n\nb", "a\n\nb");
        add("nothing", "", "");
        add("a name", "Ann Lee", "Ann Lee");
    }

    void formulasAreDefused()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, safe);
        QCOMPARE(csv_cell::defused(text), safe);
        QCOMPARE(csv_cell::restored(safe), text);
    }

    void everyTextComesBack()
    {
        QRandomGenerator random(11);
        const QByteArray letters("='+-@\t\r\n \"a,;\xc2\xa0\xef\xbc\x9d", 19);
        for (int round = 0; round < 50'000; ++round) {
            QByteArray text;
            for (int i = random.bounded(9); i > 0; --i) {
                text += letters[random.bounded(static_cast<int>(letters.size()))];
            }
            QCOMPARE(csv_cell::restored(csv_cell::defused(text)), text);
            checkInFile({text, QByteArray(), text});
        }
    }

    void naughtyStringsComeBack()
    {
        const QString folder = test::sharedData();
        if (folder.isEmpty()) {
            QSKIP("no data beside the sources");
        }
        QFile file(folder + QStringLiteral("/strings/blns/blns.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray all = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(all.size() > 300);
        for (const QJsonValue& one : all) {
            const QByteArray text = one.toString().toUtf8();
            QCOMPARE(csv_cell::restored(csv_cell::defused(text)), text);
            checkInFile({text, "x", text});
        }
    }

    void rowsAreReadInPieces()
    {
        CsvRows::Cells cells;
        const QByteArray file = "a,,\"\",\"q\"\"q\r\n,x\"\r\n\r\n1,2\r\n";
        for (qsizetype piece = 1; piece < file.size(); ++piece) {
            CsvRows rows;
            std::vector<CsvRows::Cells> found;
            for (qsizetype at = 0; at < file.size(); at += piece) {
                rows.feed(QByteArrayView(file).sliced(at, std::min(piece, file.size() - at)));
                while (rows.next(cells)) {
                    found.push_back(cells);
                }
            }
            QVERIFY(rows.isClean());
            QCOMPARE(found.size(), std::size_t(3));
            QCOMPARE(found[0], (CsvRows::Cells{"a", std::nullopt, QByteArray(""), "q\"q\r\n,x"}));
            QCOMPARE(found[1], (CsvRows::Cells{std::nullopt}));
            QCOMPARE(found[2], (CsvRows::Cells{"1", "2"}));
        }
        CsvRows torn;
        torn.feed("\"never closed\r\n");
        QVERIFY(!torn.next(cells));
        QVERIFY(!torn.isClean());
    }

private:
    static void checkInFile(const std::vector<QByteArray>& texts)
    {
        QByteArray line;
        for (const QByteArray& text : texts) {
            line += line.isEmpty() ? "" : ",";
            csv_cell::append(line, csv_cell::defused(text), true);
        }
        CsvRows rows;
        line += "\r\n";
        rows.feed(line);
        CsvRows::Cells cells;
        QVERIFY(rows.next(cells));
        QVERIFY(rows.isClean());
        QCOMPARE(cells.size(), texts.size());
        for (size_t i = 0; i < texts.size(); ++i) {
            QVERIFY(cells[i].has_value());
            QCOMPARE(csv_cell::restored(*cells[i]), texts[i]);
        }
    }
};

QTEST_GUILESS_MAIN(TestCsvCell)
#include "tst_csv_cell.moc"
