// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/csv_reader.h"
#include "tests/support/test_main.h"

#include <QBuffer>
#include <QTest>

using namespace keyturn;

using Rows = QList<QStringList>;

/// Every text is read whole and also byte by byte, since a file comes in pieces that end anywhere.
class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Rows>("expected");
        QTest::newRow("nothing") << QString() << Rows{};
        QTest::newRow("one cell") << QStringLiteral("a") << Rows{{QStringLiteral("a")}};
        QTest::newRow("LF") << QStringLiteral("a,b\nc,d\n") << rows({"a|b", "c|d"});
        QTest::newRow("CR LF, no last end") << QStringLiteral("a,b\r\nc,d") << rows({"a|b", "c|d"});
        QTest::newRow("CR only") << QStringLiteral("a,b\rc,d\r") << rows({"a|b", "c|d"});
        QTest::newRow("empty lines left out") << QStringLiteral("\n\r\na,b\n\n\nc,d\r\r\n") << rows({"a|b", "c|d"});
        QTest::newRow("empty cells") << QStringLiteral(",\n,,\n") << rows({"|", "||"});
        QTest::newRow("quoted") << QStringLiteral("\"a,b\",\"c\nd\",\"e\r\nf\"\n") << rows({"a,b|c\nd|e\r\nf"});
        QTest::newRow("doubled quotes") << QStringLiteral("\"say \"\"hi\"\"\",x") << rows({"say \"hi\"|x"});
        QTest::newRow("empty quotes") << QStringLiteral("\"\",\"\"\n") << rows({"|"});
        QTest::newRow("blanks before a quote") << QStringLiteral("a, \"b,c\",d") << rows({"a|b,c|d"});
        QTest::newRow("quote within a cell") << QStringLiteral("5\" pipe,x\n") << rows({"5\" pipe|x"});
        QTest::newRow("text behind a quote") << QStringLiteral("\"a\"b,c\n") << rows({"ab|c"});
        QTest::newRow("ragged") << QStringLiteral("a\nb,c,d\ne,f\n") << rows({"a", "b|c|d", "e|f"});
        QTest::newRow("blanks are kept") << QStringLiteral(" a , b\n") << rows({" a | b"});
        QTest::newRow("last cell empty") << QStringLiteral("a,") << rows({"a|"});
    }

    void reads()
    {
        QFETCH(const QString, text);
        QFETCH(const Rows, expected);
        QCOMPARE(all(text, {}), expected);
        QCOMPARE(allInPieces(text, {}), expected);
    }

    void escapesWhereTheDialectHasThem()
    {
        CsvDialect dialect;
        dialect.escape = u'\\';
        QCOMPARE(all(QStringLiteral("a\\,b,\"c\\\"d\"\n"), dialect), rows({"a,b|c\"d"}));
        QCOMPARE(all(QStringLiteral("end\\"), dialect), rows({"end\\"}));
        QCOMPARE(all(QStringLiteral("C:\\new,x"), {}), rows({"C:\\new|x"}));
    }

    void rowsKnowTheirLine()
    {
        CsvReader reader(QStringLiteral("a\n\n\"b\nc\",d\r\ne\n"), {});
        TableRow row;
        QList<qint64> lines;
        while (reader.next(row).value()) {
            lines.append(row.line());
        }
        QCOMPARE(lines, (QList<qint64>{1, 3, 5}));
    }

    void openQuoteIsNamedByItsLine()
    {
        CsvReader reader(QStringLiteral("a,b\nc,\"d\ne\nf\n"), {});
        TableRow row;
        QVERIFY(reader.next(row).value());
        const Result<bool> broken = reader.next(row);
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, Error::Kind::Invalid);
        QVERIFY2(broken.error().message.contains(QStringLiteral("line 2")), qPrintable(broken.error().message));
    }

    void dialectIsFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QChar>("delimiter");
        QTest::addColumn<bool>("escapes");
        QTest::newRow("comma") << QStringLiteral("a,b,c\n1,2,3\n") << QChar(u',') << false;
        QTest::newRow("semicolon, decimal commas") << QStringLiteral("a;b\n1,5;2,5\n3,1;4,2\n") << QChar(u';') << false;
        QTest::newRow("tab") << QStringLiteral("a\tb, c\n1\t2\n") << QChar(u'\t') << false;
        QTest::newRow("bar") << QStringLiteral("a|b|c\n1|2|3\n") << QChar(u'|') << false;
        QTest::newRow("one column") << QStringLiteral("name\nLee\nDoe\n") << QChar(u',') << false;
        QTest::newRow("prose in quotes") << QStringLiteral("a;b\n\"x, y, z\";1\n\"p, q\";2\n") << QChar(u';') << false;
        QTest::newRow("escaped") << QStringLiteral("a,b\nx\\,y,1\np\\,q\\,r,2\ns,3\n") << QChar(u',') << true;
        QTest::newRow("paths") << QStringLiteral("a,b\nC:\\new,1\nD:\\old,2\n") << QChar(u',') << false;
    }

    void dialectIsFound()
    {
        QFETCH(const QString, text);
        QFETCH(const QChar, delimiter);
        QFETCH(const bool, escapes);
        const CsvDialect dialect = guessDialect(text, true);
        QCOMPARE(dialect.delimiter, delimiter);
        QCOMPARE(dialect.escape.has_value(), escapes);
    }

    void cutSampleIsNoReasonToDoubt()
    {
        const QString text = QStringLiteral("a;b;c\n1;2;3\n4;\"5, 6, 7, 8");
        QCOMPARE(guessDialect(text, false).delimiter, QChar(u';'));
    }

private:
    static Rows rows(std::initializer_list<const char*> lines)
    {
        Rows made;
        for (const char* line : lines) {
            made.append(QString::fromUtf8(line).split(u'|'));
        }
        return made;
    }

    static Rows readAll(CsvReader& reader)
    {
        Rows found;
        TableRow row;
        while (true) {
            const Result<bool> more = reader.next(row);
            if (!more || !*more) {
                return found;
            }
            found.append(row.cells());
        }
    }

    static Rows all(const QString& text, const CsvDialect& dialect)
    {
        CsvReader reader(text, dialect);
        return readAll(reader);
    }

    /// Hands out one byte at a time.
    class Drip : public QBuffer
    {
    public:
        using QBuffer::QBuffer;

    protected:
        qint64 readData(char* data, qint64 most) override { return QBuffer::readData(data, std::min<qint64>(most, 1)); }
    };

    static Rows allInPieces(const QString& text, const CsvDialect& dialect)
    {
        QByteArray bytes = text.toUtf8();
        Drip device(&bytes);
        device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        CsvReader reader(device, TextEncoding::Utf8, dialect);
        return readAll(reader);
    }
};

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csv_reader.moc"
