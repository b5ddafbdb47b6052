// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/table_file.h"
#include "tests/support/small_workbook.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace keyturn;

/// Workbooks, whole and broken.
class TestXlsxReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void cellsOfEveryKind()
    {
        const auto look = table_file::look(written(test::workbookWith(-1, {})));
        QVERIFY2(look, look ? "" : qPrintable(look.error().message));
        QCOMPARE(look->sheets, QStringList({QStringLiteral("People"), QStringLiteral("More")}));
        QCOMPARE(look->shape.columns.mid(0, 3),
                 QStringList({QStringLiteral("Name"), QStringLiteral("Since"), QStringLiteral("Amount")}));
        QCOMPARE(look->firstRows.size(), std::size_t(1));
        const QStringList& row = look->firstRows.front();
        QCOMPARE(row.mid(0, 3), QStringList({QStringLiteral("Ann Lee"), QStringLiteral("2023-03-15T12:00:00"),
                                             QStringLiteral("2.5")}));
        QCOMPARE(row.mid(26), QStringList({QStringLiteral("TRUE"), QStringLiteral("#REF!")}));
    }

    void aChosenSheet()
    {
        const QByteArray rows =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
            "<c t=\"inlineStr\"><is><t>Email</t></is></c></row><row r=\"2\"><c t=\"inlineStr\"><is><t>bo@example.com"
            "</t></is></c></row></sheetData></worksheet>";
        TableWishes wishes;
        wishes.sheet = QStringLiteral("More");
        const auto look = table_file::look(written(test::workbookWith(partOf("sheet2"), rows)), wishes);
        QVERIFY2(look, look ? "" : qPrintable(look.error().message));
        QCOMPARE(look->shape.columns, QStringList(QStringLiteral("Email")));
        wishes.sheet = QStringLiteral("Nobody");
        const auto none = table_file::look(written(test::workbookWith(-1, {})), wishes);
        QVERIFY(!none);
        QVERIFY2(none.error().message.contains(QStringLiteral("Nobody")), qPrintable(none.error().message));
    }

    // Reading on where nothing can be read would never end.
    void aBrokenSheetIsRefused()
    {
        TableWishes wishes;
        wishes.sheet = QStringLiteral("More");
        const auto look = table_file::look(written(test::brokenWorkbook()), wishes);
        QVERIFY(!look);
        QCOMPARE(look.error().kind, Error::Kind::Corrupt);
        QVERIFY2(look.error().message.contains(QStringLiteral("damaged")), qPrintable(look.error().message));
    }

    void aPartThatIsCutOffIsRefused_data()
    {
        QTest::addColumn<int>("part");
        for (std::size_t i = 1; i < test::workbookParts.size() - 1; ++i) { // the first says nothing, the last is empty
            QTest::newRow(test::workbookParts[i].path) << static_cast<int>(i);
        }
    }

    void aPartThatIsCutOffIsRefused()
    {
        QFETCH(const int, part);
        const QByteArray whole(test::workbookParts[static_cast<std::size_t>(part)].text);
        const auto look = table_file::look(written(test::workbookWith(part, whole.chopped(whole.size() / 2))));
        QVERIFY(!look);
        QCOMPARE(look.error().kind, Error::Kind::Corrupt);
        QVERIFY2(look.error().message.contains(QStringLiteral("workbook")), qPrintable(look.error().message));
    }

    // As a download that broke off leaves it: its table of contents stands at the end.
    void aFileThatIsCutOffIsRefused()
    {
        const QByteArray whole = test::workbookWith(-1, {});
        const auto look = table_file::look(written(whole.chopped(whole.size() / 3)));
        QVERIFY(!look);
        QCOMPARE(look.error().kind, Error::Kind::Corrupt);
        QVERIFY2(look.error().message.contains(QStringLiteral("workbook is damaged")),
                 qPrintable(look.error().message));
    }

private:
    static int partOf(const char* name)
    {
        for (std::size_t i = 0; i < test::workbookParts.size(); ++i) {
            if (QByteArray(test::workbookParts[i].path).contains(name)) {
                return static_cast<int>(i);
            }
        }
        return -1;
    }

    QString written(const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("list%1.xlsx").arg(++m_count)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    QTemporaryDir m_folder;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestXlsxReader)
#include "tst_xlsx_reader.moc"
