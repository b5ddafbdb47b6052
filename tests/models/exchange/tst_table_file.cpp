// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/table_file.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace keyturn;

/// Files as people bring them. Those of other programs are read where they are at hand beside the project.
class TestTableFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<TextEncoding>("encoding");
        QTest::addColumn<QString>("cell");
        const QString text = QStringLiteral("name,city\nJos\u00e9,Nu\u00f1oa\n");
        QTest::newRow("UTF-8") << text.toUtf8() << TextEncoding::Utf8 << QStringLiteral("Jos\u00e9");
        QTest::newRow("UTF-8 with mark") << QByteArray("\xef\xbb\xbf" + text.toUtf8()) << TextEncoding::Utf8
                                         << QStringLiteral("Jos\u00e9");
        QTest::newRow("windows-1252") << QByteArray("name,city\nJos\xe9,Nu\xf1oa \x96 \x80\n")
                                      << TextEncoding::Windows1252 << QStringLiteral("Jos\u00e9");
        for (const auto& [name, converter, encoding] :
             {std::tuple("UTF-16LE", QStringConverter::Utf16LE, TextEncoding::Utf16Le),
              std::tuple("UTF-16BE", QStringConverter::Utf16BE, TextEncoding::Utf16Be),
              std::tuple("UTF-32LE", QStringConverter::Utf32LE, TextEncoding::Utf32Le),
              std::tuple("UTF-32BE", QStringConverter::Utf32BE, TextEncoding::Utf32Be)}) {
            QStringEncoder marked(converter, QStringConverter::Flag::WriteBom);
            QTest::addRow("%s with mark", name) << QByteArray(marked(text)) << encoding << QStringLiteral("Jos\u00e9");
        }
        QStringEncoder bare(QStringConverter::Utf16LE);
        QTest::newRow("UTF-16LE without mark")
            << QByteArray(bare(text)) << TextEncoding::Utf16Le << QStringLiteral("Jos\u00e9");
        QTest::newRow("Shift_JIS") << QByteArray("name,city\n\x96\xbc\x96\xb3\x82\xb5,\x93\x8c\x8b\x9e\n")
                                   << TextEncoding::ShiftJis << QStringLiteral("\u540d\u7121\u3057");
        QTest::newRow("ASCII") << QByteArray("name,city\nLee,Reno\n") << TextEncoding::Utf8 << QStringLiteral("Lee");
    }

    void encodings()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const TextEncoding, encoding);
        QFETCH(const QString, cell);
        const Result<TableLook> look = table_file::look(written(bytes));
        QVERIFY2(look, look ? "" : qPrintable(look.error().message));
        QCOMPARE(look->encoding, encoding);
        QVERIFY(look->shape.hasHeader);
        QCOMPARE(look->shape.columns, (QStringList{QStringLiteral("name"), QStringLiteral("city")}));
        QCOMPARE(look->firstRows.at(0).at(0), cell);
    }

    void shapes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("skipped");
        QTest::addColumn<bool>("header");
        QTest::addColumn<QStringList>("columns");
        QTest::newRow("titles above") << QByteArray(
                                             "Leads of May\n\nPrinted by the old system,,\nname,phone,email\n"
                                             "Ann Lee,5035550100,a@example.com\nBo Day,5035550101,b@example.com\n")
                                      << 2 << true << names("name|phone|email");
        QTest::newRow("no header") << QByteArray("Ann Lee,a@example.com\nBo Day,b@example.com\n") << 0 << false
                                   << names("|");
        QTest::newRow("same name twice") << QByteArray("name,phone,Phone\nAnn,1234567,7654321\n") << 0 << true
                                         << names("name|phone|Phone (2)");
        QTest::newRow("more cells than names")
            << QByteArray("name,phone\nAnn,1234567,extra\n") << 0 << true << names("name|phone|");
        QTest::newRow("header only") << QByteArray("name,phone\n") << 0 << true << names("name|phone");
    }

    void shapes()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, skipped);
        QFETCH(const bool, header);
        QFETCH(const QStringList, columns);
        const Result<TableLook> look = table_file::look(written(text));
        QVERIFY2(look, look ? "" : qPrintable(look.error().message));
        QCOMPARE(look->shape.skippedRows, skipped);
        QCOMPARE(look->shape.hasHeader, header);
        QCOMPARE(look->shape.columns, columns);
    }

    void wishesWin()
    {
        const QString path = written("a;b,c\n1;2,3\n");
        TableWishes wishes;
        wishes.delimiter = u',';
        wishes.hasHeader = false;
        wishes.skippedRows = 1;
        const Result<TableLook> look = table_file::look(path, wishes);
        QVERIFY(look);
        QCOMPARE(look->firstRows, (std::vector<QStringList>{{QStringLiteral("1;2"), QStringLiteral("3")}}));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("is empty");
        QTest::newRow("blanks") << QByteArray(" \n\n") << QStringLiteral("is empty");
        QTest::newRow("PDF") << QByteArray("%PDF-1.7 ...") << QStringLiteral("PDF");
        QTest::newRow("old Excel") << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") << QStringLiteral("xls");
        QTest::newRow("archive") << QByteArray("PK\x03\x04rubbish") << QStringLiteral("archive");
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << QStringLiteral("is no text");
        QTest::newRow("calendar") << QByteArray("BEGIN:VCALENDAR\r\n") << QStringLiteral("calendar");
    }

    void refusals()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, word);
        const Result<TableLook> look = table_file::look(written(bytes));
        QVERIFY(!look);
        QCOMPARE(look.error().kind, Error::Kind::Invalid);
        QVERIFY2(look.error().message.contains(word), qPrintable(look.error().message));
    }

    void missingFileIsNamed()
    {
        const Result<TableLook> look = table_file::look(m_folder.filePath(QStringLiteral("nobody.csv")));
        QVERIFY(!look);
        QCOMPARE(look.error().kind, Error::Kind::Storage);
        QVERIFY(look.error().message.contains(QStringLiteral("nobody.csv")));
    }

    void realFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<TextEncoding>("encoding");
        QTest::addColumn<bool>("header");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows"); ///< below the header
        const auto add = [](const char* name, TextEncoding encoding, bool header, int columns, int rows) {
            QTest::newRow(name) << QString::fromLatin1(name) << encoding << header << columns << rows;
        };
        using E = TextEncoding;
        add("uci_bank_full_45211_semicolon.csv", E::Utf8, true, 17, 45211);
        add("salesforce_dataloader/src/main/resources/samples/data/accountData.csv", E::Windows1252, true, 38, 423);
        add("salesforce_dataloader/src/main/resources/samples/data/opportunityData.csv", E::Utf8, true, 31, 38);
        add("messytables/sparse_with_column_errors.csv", E::Windows1252, true, 4, 2237);
        add("messytables/example.tsv", E::Utf8, true, 17, 140);
        add("messytables/complex.csv", E::Utf8, true, 4, 3);
        add("messytables/characters.csv", E::Big5, true, 18, 382);
        add("messytables/spanish_chars.csv", E::Windows1252, true, 8, 116);
        add("messytables/long.csv", E::Utf8, false, 1, 4000);
        add("messytables/utf-16le_encoded.csv", E::Utf16Le, true, 19, 327);
        add("messytables/simple.xlsx", E::Utf8, true, 3, 6);
        add("thunderbird_import/basic_csv_addressbook.csv", E::Utf8, true, 38, 2);
        add("thunderbird_import/utf16_addressbook.csv", E::Utf16Le, true, 38, 1);
        add("thunderbird_import/shiftjis_addressbook.csv", E::ShiftJis, true, 38, 1);
        add("thunderbird_import/csv_semicolon.csv", E::Utf8, true, 4, 2);
        add("thunderbird_import/csv_no_header.csv", E::Utf8, false, 4, 2);
        add("thunderbird_import/quote.csv", E::Utf8, true, 37, 1);
        add("clevercsv/example/airedale.csv", E::Utf8, true, 8, 54);
        add("clevercsv/example/milk.csv", E::Utf8, true, 23, 380);
        add("clevercsv/example/imdb.csv", E::Utf8, true, 44, 100);
        add("mautic/app/bundles/LeadBundle/DataFixtures/ORM/fakeleaddata.csv", E::Utf8, true, 16, 54);
        add("mautic/app/bundles/FormBundle/DataFixtures/ORM/fakeresultdata.csv", E::Utf8, true, 7, 50);
        add("mautic/app/bundles/EmailBundle/DataFixtures/ORM/fakeemaildata.csv", E::Utf8, true, 17, 2);
        for (const char* variant :
             {"csvtext.csv", "csvtext_BOM_UTF8.csv", "csvtext_BOM_UTF16LE.csv", "csvtext_BOM_UTF16BE.csv"}) {
            const QString path =
                QStringLiteral("salesforce_dataloader/src/test/resources/testfiles/data/") + QLatin1String(variant);
            const QString name = QLatin1String(variant);
            QTest::newRow(variant) << path
                                   << (name.contains(QLatin1String("16LE"))   ? E::Utf16Le
                                       : name.contains(QLatin1String("16BE")) ? E::Utf16Be
                                                                              : E::Utf8)
                                   << true << 3 << 2;
        }
    }

    void realFiles()
    {
        QFETCH(const QString, name);
        QFETCH(const TextEncoding, encoding);
        QFETCH(const bool, header);
        QFETCH(const int, columns);
        QFETCH(const int, rows);
        const QString path = QStringLiteral(KEYTURN_SOURCE_DIR "/../shared/data/leads/") + name;
        if (!QFile::exists(path)) {
            QSKIP("the files of other programs are not here");
        }
        const Result<TableLook> look = table_file::look(path);
        QVERIFY2(look, look ? "" : qPrintable(look.error().message));
        QCOMPARE(encodingName(look->encoding), encodingName(encoding));
        QCOMPARE(look->shape.hasHeader, header);
        QCOMPARE(look->shape.columns.size(), columns);
        const Result<std::unique_ptr<TableReader>> reader = table_file::open(path, *look);
        QVERIFY(reader);
        TableRow row;
        int read = 0;
        while (true) {
            const Result<bool> more = (*reader)->next(row);
            QVERIFY2(more, more ? "" : qPrintable(more.error().message));
            if (!*more) {
                break;
            }
            ++read;
        }
        QCOMPARE(read, rows);
        QCOMPARE((*reader)->progress(), 1.0);
    }

private:
    static QStringList names(const char* joined) { return QString::fromLatin1(joined).split(u'|'); }

    QString written(const QByteArray& bytes)
    {
        const QString path = m_folder.filePath(QStringLiteral("table%1.csv").arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("the test cannot write its file");
        }
        return path;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestTableFile)
#include "tst_table_file.moc"
