// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/header_dictionary.h"
#include "models/exchange/imported_lead.h"
#include "models/exchange/table_file.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace keyturn;

/// From the names of columns and the texts in cells to a lead's fields.
class TestLeadImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void headersAreKnown_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("target");
        const auto add = [](const char* header, const char* target) {
            QTest::newRow(header) << QString::fromUtf8(header) << QString::fromLatin1(target);
        };
        add("First Name", "first_name");
        add("FIRSTNAME", "first_name");
        add("first_name", "first_name");
        add("E-mail Address", "email");
        add("E-mail 1 - Value", "email");
        add("Cell #", "mobile");
        add("Home Phone", "phone");
        add("Loan_Amount__c", "loan.loan_amount_cents");
        add("FICO Score", "loan.fico_score");
        add("ZIP Code", "profile.postal_code");
        add("Teléfono", "phone");
        add("Lead Source", "lead_source");
        add("Birthday", "leave");
        add("Shoe size", "");
        add("", "");
    }

    void headersAreKnown()
    {
        QFETCH(const QString, header);
        QFETCH(const QString, target);
        const auto meaning = headers::meaningOf(header);
        QCOMPARE(meaning ? meaning->target : QString(), target);
    }

    void everyMeaningIsAField()
    {
        const QStringList words{QStringLiteral("keep"), QStringLiteral("leave"), QStringLiteral("tags"),
                                QStringLiteral("note")};
        const QStringList targets = headers::targets();
        QVERIFY(targets.size() > 60);
        for (const QString& target : targets) {
            QVERIFY2(words.contains(target) || leadField(target), qPrintable(target));
        }
    }

    void programsAreRecognised_data()
    {
        QTest::addColumn<QString>("columns");
        QTest::addColumn<QString>("preset");
        QTest::newRow("Google") << QStringLiteral("Name|Given Name|Family Name|E-mail 1 - Value|Phone 1 - Value")
                                << QStringLiteral("google");
        QTest::newRow("Outlook") << QStringLiteral("First Name|Last Name|Business Phone|Business Fax|Business Street")
                                 << QStringLiteral("outlook");
        QTest::newRow("Salesforce") << QStringLiteral("ID|ISDELETED|NAME|OWNERID|SYSTEMMODSTAMP|CREATEDBYID")
                                    << QStringLiteral("salesforce");
        QTest::newRow("Pipedrive") << QStringLiteral("Deal - Title|Deal - Stage|Person - Name|Person - Email")
                                   << QStringLiteral("pipedrive");
        QTest::newRow("nobody") << QStringLiteral("name|email|phone") << QString();
    }

    void programsAreRecognised()
    {
        QFETCH(const QString, columns);
        QFETCH(const QString, preset);
        QCOMPARE(headers::presetOf(columns.split(u'|')), preset);
    }

    void oneColumnAField()
    {
        const LeadMapping mapping = suggested("Phone|Mobile|Home Phone|Email 2|Email|Work Email");
        QCOMPARE(targets(mapping), QStringLiteral("phone|mobile|keep|keep|email|keep"));
    }

    void contentsHelpWithoutHeaders()
    {
        const LeadMapping mapping = suggestMapping({QString(), QString(), QString(), QString()},
                                                   {{QStringLiteral("Ann Lee"), QStringLiteral("ann@example.com"),
                                                     QStringLiteral("(503) 555-0100"), QStringLiteral("97201")},
                                                    {QStringLiteral("Bo Day"), QStringLiteral("bo@example.com"),
                                                     QStringLiteral("5035550101"), QStringLiteral("97202-1234")}},
                                                   test::catalogue());
        QCOMPARE(targets(mapping), QStringLiteral("keep|email|phone|profile.postal_code"));
    }

    void whatALenderMustNotKeepIsLeftOut()
    {
        const QString columns = QStringLiteral("Name|Phone|Ethnicity|DOB|Marital Status|Birthday|SSN|Age|Shoes");
        const LeadMapping mapping = suggested(columns);
        QCOMPARE(targets(mapping), QStringLiteral("name|phone|leave|leave|leave|leave|leave|leave|keep"));
        LeadMapping careless = mapping;
        for (ColumnTarget& target : careless.columns) {
            target = target.kind == ColumnTarget::Kind::Leave ? ColumnTarget{} : target;
        }
        const ImportedLead lead = read(careless, columns, "Ann Lee|5035550100|x|1980-01-02|x|x|1|44|9");
        QVERIFY(!lead.raw.contains(QStringLiteral("Ethnicity")));
        QVERIFY(!lead.raw.contains(QStringLiteral("DOB")));
        QVERIFY(!lead.raw.contains(QStringLiteral("Marital Status")));
        QVERIFY(!lead.raw.contains(QStringLiteral("Birthday")));
        QVERIFY(!lead.raw.contains(QStringLiteral("SSN")));
        QVERIFY(!lead.raw.contains(QStringLiteral("Age")));
        QCOMPARE(lead.raw.value(QStringLiteral("Shoes")).toString(), QStringLiteral("9"));
    }

    void cellsBecomeValues_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto add = [](const char* column, const char* cell, const char* field, const char* value) {
            QTest::addRow("%s: %s", column, cell) << QString::fromUtf8(column) << QString::fromUtf8(cell)
                                                  << QString::fromLatin1(field) << QString::fromUtf8(value);
        };
        add("Mobile", "(503) 555-0142", "mobile", "+15035550142");
        add("Mobile", "503.555.0142 / ext 3", "mobile", "+15035550142;ext=3");
        add("Mobile", "call the office", "mobile", "");
        add("Loan amount", "$350,000", "loan.loan_amount_cents", "35000000");
        add("Loan amount", "350k", "loan.loan_amount_cents", "35000000");
        add("Loan amount", "USD 350000.50", "loan.loan_amount_cents", "35000050");
        add("Rate", "6.125%", "loan.interest_rate_pct3", "6125");
        add("Close date", "3/15/2026", "expected_close_date", "2026-03-15");
        add("Close date", "2026-03-15T00:00:00", "expected_close_date", "2026-03-15");
        add("Close date", "3/15/26 12:00 AM", "expected_close_date", "2026-03-15");
        add("Close date", "Mar 15, 2026", "expected_close_date", "2026-03-15");
        add("Close date", "15 March 2026", "expected_close_date", "2026-03-15");
        add("State", "Oregon", "profile.state", "OR");
        add("State", "or", "profile.state", "OR");
        add("DNC", "X", "do_not_contact", "1");
        add("Rating", "Hot", "lead_temperature", "hot");
        add("Term", "30 years", "loan.term_months", "360");
        add("Property value", "a lot", "loan.property_value_cents", "");
        add("Email", "ann@example.com; a2@example.com", "email", "ann@example.com");
    }

    void cellsBecomeValues()
    {
        QFETCH(const QString, column);
        QFETCH(const QString, cell);
        QFETCH(const QString, field);
        QFETCH(const QString, value);
        const QString columns = QStringLiteral("Full name|Home Phone|") + column;
        const ImportedLead lead = read(suggested(columns), columns, QStringLiteral("Ann Lee|5035550100|") + cell);
        QCOMPARE(lead.text(field), value);
        QCOMPARE(lead.problems.empty(), !value.isEmpty());
        if (value.isEmpty()) {
            QCOMPARE(lead.raw.value(column).toString(), cell);
        }
    }

    void nothingIsLost()
    {
        const QString columns = QStringLiteral("Name|Email|Phone|Score|Status");
        const ImportedLead lead =
            read(suggested(columns), columns, "Lee, Ann|a@example.com, b@example.com|nobody knows|high|Mystery|extra");
        QCOMPARE(lead.text(QStringLiteral("name")), QStringLiteral("Ann Lee"));
        QCOMPARE(lead.text(QStringLiteral("first_name")), QStringLiteral("Ann"));
        QCOMPARE(lead.text(QStringLiteral("last_name")), QStringLiteral("Lee"));
        QCOMPARE(lead.text(QStringLiteral("email")), QStringLiteral("a@example.com"));
        QCOMPARE(lead.raw.value(QStringLiteral("Email")).toString(), QStringLiteral("a@example.com, b@example.com"));
        QCOMPARE(lead.raw.value(QStringLiteral("Phone")).toString(), QStringLiteral("nobody knows"));
        QCOMPARE(lead.raw.value(QStringLiteral("Score")).toString(), QStringLiteral("high"));
        QCOMPARE(lead.raw.value(QStringLiteral("Status")).toString(), QStringLiteral("Mystery"));
        QCOMPARE(lead.raw.value(QStringLiteral("column_6")).toString(), QStringLiteral("extra"));
        QCOMPARE(lead.problems.size(), size_t(2)); // the telephone and the stage
    }

    void rowWithoutAnybodyHasItsPlaceForAnId()
    {
        const QString columns = QStringLiteral("Shoes|Email");
        const LeadReading reading(suggested(columns), columns.split(u'|'), test::catalogue(), QStringLiteral("f00d"));
        const ImportedLead lead = reading.read(rowOf(QStringLiteral("9|not an address")));
        QCOMPARE(lead.text(QStringLiteral("external_lead_id")), QStringLiteral("f00d:2"));
        QCOMPARE(lead.text(QStringLiteral("name")), QStringLiteral("Row 2"));
        QCOMPARE(reading.read(rowOf(QStringLiteral("9|ann@example.com"))).text(QStringLiteral("external_lead_id")),
                 QString());
    }

    void mappingSurvivesJson()
    {
        LeadMapping mapping = suggested("Name|Email|Tags|Notes|DOB|Shoes");
        mapping.stages.insert(QStringLiteral("Open"), QStringLiteral("new"));
        mapping.owners.insert(QStringLiteral("Pat"), QStringLiteral("pat@example.com"));
        mapping.dates = LeadMapping::DateOrder::DayFirst;
        const Result<LeadMapping> back = LeadMapping::fromJson(mapping.toJson());
        QVERIFY(back);
        QCOMPARE(*back, mapping);
        QVERIFY(!LeadMapping::fromJson({{QStringLiteral("columns"), QJsonArray{QStringLiteral("no_such_field")}}}));
    }

    void realExports_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("unreachable");
        QTest::newRow("marketing tool") << QStringLiteral(
                                               "mautic/app/bundles/LeadBundle/DataFixtures/ORM/fakeleaddata.csv")
                                        << 4;
        QTest::newRow("mail program") << QStringLiteral("thunderbird_import/basic_csv_addressbook.csv") << 0;
        QTest::newRow("accounts") << QStringLiteral(
                                         "salesforce_dataloader/src/main/resources/samples/data/accountData.csv")
                                  << -1;
    }

    /// Each filled cell is in a value, a tag, the note or the raw data, unless its column is left out.
    void realExports()
    {
        QFETCH(const QString, name);
        QFETCH(const int, unreachable);
        const QString path = QStringLiteral(KEYTURN_SOURCE_DIR "/../shared/data/leads/") + name;
        if (!QFile::exists(path)) {
            QSKIP("the files of other programs are not here");
        }
        const auto look = table_file::look(path);
        QVERIFY(look);
        const LeadMapping mapping = suggestMapping(look->shape.columns, look->firstRows, test::catalogue());
        const LeadReading reading(mapping, look->shape.columns, test::catalogue());
        const auto reader = table_file::open(path, *look);
        QVERIFY(reader);
        TableRow row;
        int without = 0;
        while ((*reader)->next(row).value()) {
            const ImportedLead lead = reading.read(row);
            const bool reachable = !lead.text(QStringLiteral("email")).isEmpty() ||
                                   !lead.text(QStringLiteral("phone")).isEmpty() ||
                                   !lead.text(QStringLiteral("mobile")).isEmpty();
            without += reachable ? 0 : 1;
            for (int i = 0; i < row.size(); ++i) {
                const ColumnTarget& target = mapping.columns[static_cast<size_t>(i)];
                if (row.trimmed(i).isEmpty() || target.kind == ColumnTarget::Kind::Leave) {
                    continue;
                }
                const bool kept =
                    lead.raw.contains(look->shape.columns.at(i)) ||
                    (target.kind == ColumnTarget::Kind::Field && lead.row.values.contains(target.field)) ||
                    target.kind == ColumnTarget::Kind::Tags || target.kind == ColumnTarget::Kind::Note;
                QVERIFY2(kept,
                         qPrintable(QStringLiteral("line %1: %2").arg(row.line()).arg(look->shape.columns.at(i))));
            }
        }
        if (unreachable >= 0) {
            QCOMPARE(without, unreachable);
        }
    }

private:
    static LeadMapping suggested(const QString& columns)
    {
        return suggestMapping(columns.split(u'|'), {}, test::catalogue());
    }
    static LeadMapping suggested(const char* columns) { return suggested(QString::fromLatin1(columns)); }

    static TableRow rowOf(const QString& cells)
    {
        TableRow row;
        row.begin(2);
        for (const QString& cell : cells.split(u'|')) {
            row.append(QStringView(cell));
            row.endCell();
        }
        return row;
    }

    static ImportedLead read(const LeadMapping& mapping, const QString& columns, const QString& cells)
    {
        return LeadReading(mapping, columns.split(u'|'), test::catalogue()).read(rowOf(cells));
    }
    static ImportedLead read(const LeadMapping& mapping, const QString& columns, const char* cells)
    {
        return read(mapping, columns, QString::fromLatin1(cells));
    }

    static QString targets(const LeadMapping& mapping)
    {
        QStringList words;
        for (const QJsonValue& word : mapping.toJson().value(QStringLiteral("columns")).toArray()) {
            words.append(word.toString());
        }
        return words.join(u'|');
    }
};

QTEST_GUILESS_MAIN(TestLeadImport)
#include "tst_lead_import.moc"
