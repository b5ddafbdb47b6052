// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/table_file.h"
#include "models/exchange/vcard.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace keyturn;

/// Address cards of every version, and those of real address books where they are at hand beside the project.
class TestVcard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void cells_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        const auto add = [](const char* name, const char* lines, const char* column, const char* text) {
            QTest::newRow(name) << QByteArray(lines) << QString::fromUtf8(column) << QString::fromUtf8(text);
        };
        add("name", "N:Lee;Ann;B.;Dr.;Jr.\n", "Middle name", "B.");
        add("escapes", "ORG:Lee\\, Day \\; Sons;West\\nCoast\n", "Company", "Lee, Day ; Sons");
        add("escaped line end", "NOTE:one\\ntwo\\Nthree\n", "Notes", "one\ntwo\nthree");
        add("folded", "NOTE:one\r\n  two\r\n\tthree\r\n", "Notes", "one twothree");
        add("quoted-printable", "NOTE;ENCODING=QUOTED-PRINTABLE:a=0D=0Ab=\nc=C3=A9\n", "Notes", "a\r\nbc\u00e9");
        add("quoted-printable, bare", "NOTE;QUOTED-PRINTABLE;CHARSET=windows-1252:caf=E9\n", "Notes", "caf\u00e9");
        add("phone, version 2.1", "TEL;WORK;VOICE:555-0100\n", "Work phone", "555-0100");
        add("phone, version 3", "TEL;TYPE=CELL,VOICE:555-0101\n", "Mobile phone", "555-0101");
        add("phone, version 4", "TEL;VALUE=uri;TYPE=\"home,voice\":tel:+1-503-555-0102\n", "Home phone",
            "+1-503-555-0102");
        add("second phone", "TEL;TYPE=CELL:1\nTEL;TYPE=CELL:2\n", "Mobile phone 2", "2");
        add("label", "item1.TEL:555-0103\nitem1.X-ABLabel:_$!<School>!$_\n", "Phone (School)", "555-0103");
        add("address", "ADR;TYPE=HOME:;Apt 4;12 Elm St;Reno;NV;89501;USA\n", "Home street", "Apt 4, 12 Elm St");
        add("address, city", "ADR:;;12 Elm St;Reno;NV;89501;USA\n", "City", "Reno");
        add("unknown", "X-ICQ:12345\n", "X-ICQ", "12345");
        add("colon in a parameter", "EMAIL;X-A=\"b:c;d\":ann@example.com\n", "Email", "ann@example.com");
        add("group", "item7.EMAIL;TYPE=INTERNET:ann@example.com\n", "Email", "ann@example.com");
    }

    void cells()
    {
        QFETCH(const QByteArray, lines);
        QFETCH(const QString, column);
        QFETCH(const QString, text);
        const auto look =
            table_file::look(written("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\n" + lines + "END:VCARD\r\n"));
        QVERIFY2(look, look ? "" : qPrintable(look.error().message));
        const auto index = look->shape.columns.indexOf(column);
        QVERIFY2(index >= 0, qPrintable(look->shape.columns.join(u'|')));
        QCOMPARE(look->firstRows.at(0).at(index), text);
    }

    void carelessFiles()
    {
        QCOMPARE(parseVcards("\n\n\nBEGIN:VCARD\r\r\nFN:A\r\r\nEND:VCARD\r\r\n").size(), size_t(1));
        QCOMPARE(parseVcards("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD").size(), size_t(2)); // END is missing
        QCOMPARE(parseVcards("begin:vcard\rfn:A\rend:vcard\r").size(), size_t(1));
        QCOMPARE(parseVcards("no card at all").size(), size_t(0));
        const auto nested = parseVcards("BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nTEL:1\nEND:VCARD\n");
        QCOMPARE(nested.size(), size_t(1));
        QCOMPARE(nested.at(0).first(QStringLiteral("FN"))->text(), QStringLiteral("A"));
        QCOMPARE(nested.at(0).first(QStringLiteral("TEL"))->text(), QStringLiteral("1"));
        const auto picture = parseVcards("BEGIN:VCARD\nFN:A\nPHOTO;ENCODING=b:AAAA\n BBBB\nTEL:1\nEND:VCARD\n");
        QCOMPARE(picture.at(0).first(QStringLiteral("PHOTO")), nullptr);
        QCOMPARE(picture.at(0).first(QStringLiteral("TEL"))->text(), QStringLiteral("1"));
    }

    void groupsAreNoPeople()
    {
        const auto look = table_file::look(
            written("BEGIN:VCARD\nKIND:group\nFN:Friends\nEND:VCARD\nBEGIN:VCARD\nFN:Ann\nEND:VCARD\n"));
        QVERIFY(look);
        QCOMPARE(look->firstRows.size(), size_t(1));
        const auto none = table_file::look(written("BEGIN:VCARD\nKIND:group\nFN:Friends\nEND:VCARD\n"));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, Error::Kind::Invalid);
    }

    void realFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("cards");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        const auto add = [](const char* name, int cards, const char* column, const char* text) {
            QTest::newRow(name) << QString::fromLatin1(name) << cards << QString::fromUtf8(column)
                                << QString::fromUtf8(text);
        };
        const char* const books = "contacts/ez-vcard/ezvcard/io/text/";
        add("leads/thunderbird_import/basic_vcard_addressbook.vcf", 2, "Email", "john.doe@genericemail.invalid");
        add("leads/thunderbird_import/emptylines_vcard_addressbook.vcf", 2, "Last name", "Doe");
        add("leads/thunderbird_import/dos_vcard_addressbook.vcf", 1, "First name", "Name");
        const auto book = [&add, books](const char* name, int cards, const char* column, const char* text) {
            add(QByteArray(QByteArray(books) + name).constData(), cards, column, text);
        };
        book("gmail-single.vcf", 1, "Phone (GRAND_CENTRAL)", "555 555 2222");
        book("gmail-list.vcf", 3, "Full name", "Arnold Smith");
        book("outlook-2003.vcf", 1, "Mobile phone", "MobilePhone");
        book("outlook-2007.vcf", 1, "Last name", "Angstadt");
        book("John_Doe_ANDROID.vcf", 6, "Full name", "");
        book("John_Doe_BLACK_BERRY.vcf", 1, "Last name", "Doe");
        book("John_Doe_EVOLUTION.vcf", 1, "Last name", "Doe");
        book("John_Doe_GMAIL.vcf", 1, "Last name", "Doe");
        book("John_Doe_IPHONE.vcf", 1, "Last name", "Doe");
        book("John_Doe_LOTUS_NOTES.vcf", 1, "Last name", "Doe");
        book("John_Doe_MAC_ADDRESS_BOOK.vcf", 1, "Last name", "Doe");
        book("John_Doe_MS_OUTLOOK.vcf", 1, "Last name", "Doe");
        book("rfc2426-example.vcf", 2, "Work city", "Raleigh");
        book("rfc6350-example.vcf", 1, "Last name", "Perreault");
        book("fullcontact.vcf", 1, "First name", "");
        book("thunderbird-MoreFunctionsForAddressBook-extension.vcf", 1, "Last name", "Doe");
    }

    void realFiles()
    {
        QFETCH(const QString, name);
        QFETCH(const int, cards);
        QFETCH(const QString, column);
        QFETCH(const QString, text);
        const QString path = QStringLiteral(KEYTURN_SOURCE_DIR "/../shared/data/") + name;
        if (!QFile::exists(path)) {
            QSKIP("the files of other programs are not here");
        }
        const auto look = table_file::look(path);
        QVERIFY2(look, look ? "" : qPrintable(look.error().message));
        QCOMPARE(look->firstRows.size(), static_cast<size_t>(cards));
        if (!text.isEmpty()) {
            const auto index = look->shape.columns.indexOf(column);
            QVERIFY2(index >= 0, qPrintable(look->shape.columns.join(u'|')));
            QCOMPARE(look->firstRows.at(0).at(index), text);
        }
    }

private:
    QString written(const QByteArray& bytes)
    {
        const QString path = m_folder.filePath(QStringLiteral("cards%1.vcf").arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("the test cannot write its file");
        }
        return path;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestVcard)
#include "tst_vcard.moc"
