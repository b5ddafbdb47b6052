// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lead_detail.h"
#include "models/domain/lead_fields.h"
#include "models/domain/phone.h"
#include "models/domain/schema.h"
#include "models/domain/value_lists.h"
#include "tests/support/fake_facts.h"
#include "tests/support/test_main.h"

#include <QSet>

using namespace keyturn;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestLeadFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void everyFieldIsAColumn()
    {
        QSet<QString> names;
        for (const LeadField& field : leadFields()) {
            QVERIFY2(!names.contains(field.name), qPrintable(field.name));
            names.insert(field.name);
            const TableSpec* table = tableSpec(field.table);
            QVERIFY2(table != nullptr && table->hasColumn(field.column), qPrintable(field.name));
            const ColumnSpec& column = *table->column(field.column);
            QVERIFY2(!field.label.isEmpty(), qPrintable(field.name));
            QCOMPARE(field.maxLength == 0 ? column.maxLength == 0 : true, true);
            if (column.maxLength > 0) {
                QVERIFY2(field.maxLength == column.maxLength, qPrintable(field.name));
            }
            if (!column.values.isEmpty()) { // closed lists agree with the database
                QStringList keys;
                for (const Choice& choice : field.choices) {
                    keys.append(choice.key);
                }
                keys.sort();
                QStringList values = column.values;
                values.sort();
                QVERIFY2(field.strict, qPrintable(field.name));
                QCOMPARE(keys, values);
            }
            if (!field.readOnly && !column.nullable) {
                QVERIFY2(field.required, qPrintable(field.name));
            }
        }
    }

    void names()
    {
        QCOMPARE(leadField(s("loan.loan_amount"))->name, s("loan.loan_amount_cents"));
        QCOMPARE(leadField(s("loan.interest_rate"))->name, s("loan.interest_rate_pct3"));
        QCOMPARE(leadField(s("stage_id"))->name, s("stage"));
        QCOMPARE(leadField(s("temperature"))->name, s("lead_temperature"));
        QVERIFY(!leadField(s("shoe_size")).has_value());
        QVERIFY(!leadField(s("custom.pets")).has_value());
        test::FakeFacts book;
        QCOMPARE(leadField(s("custom.pets"), *book.catalogue())->label, s("Pets"));
    }

    void parse_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QVariant>("value"); // invalid: refused
        const auto row = [](const char* field, const char* text, const QVariant& value) {
            QTest::addRow("%s=%s", field, text) << s(field) << s(text) << value;
        };
        row("first_name", "  Ann   Lee ", s("Ann Lee"));
        row("email", "ann@example.com", s("ann@example.com"));
        row("email", "ann@example", {});
        row("email", "ann example.com", {});
        row("email", "a@@example.com", {});
        row("email", "a@exa..mple.com", {});
        row("phone", "303-555-0142", s("+13035550142"));
        row("phone", "1 (303) 555-0142 x12", s("+13035550142;ext=12"));
        row("phone", "+44 20 7946 0958", s("+442079460958"));
        row("phone", "555-0142", {});
        row("phone", "911-555-0142", {});
        row("phone", "call me", {});
        row("loan.loan_amount", "350k", qint64(35'000'000));
        row("loan.loan_amount", "$350,000.50", qint64(35'000'050));
        row("loan.loan_amount", "-5", {});
        row("loan.loan_amount", "much", {});
        row("loan.interest_rate", "6.125", qint64(6125));
        row("loan.interest_rate", "6 7/8", {});
        row("loan.interest_rate", "6.1255", {});
        row("loan.interest_rate", "6.5 %", qint64(6500));
        row("loan.interest_rate", ".875", qint64(875));
        row("loan.interest_rate", "45", {});
        row("loan.term_months", "360", qint64(360));
        row("loan.term_months", "30", qint64(360));
        row("loan.term_months", "15 years", qint64(180));
        row("loan.term_months", "0", {});
        row("loan.fico_score", "745", qint64(745));
        row("loan.fico_score", "900", {});
        row("expected_close_date", "2026-03-15", s("2026-03-15"));
        row("expected_close_date", "3/15/2026", s("2026-03-15"));
        row("expected_close_date", "3/15/26", s("2026-03-15"));
        row("expected_close_date", "2/30/2026", {});
        row("birthday_md", "3/15", s("03-15"));
        row("birthday_md", "1980-03-15", {});
        row("do_not_contact", "YES", qint64(1));
        row("do_not_contact", "maybe", {});
        row("loan.loan_program", "FHA", s("fha"));
        row("loan.loan_program", "bond_loan", s("bond_loan"));
        row("loan.occupancy", "Second home", s("second_home"));
        row("loan.occupancy", "igloo", {});
        row("lead_temperature", "HOT", s("hot"));
        row("profile.state", "colorado", s("CO"));
        row("profile.state", "Narnia", {});
        row("profile.website", "example.com", s("https://example.com"));
    }
    void parse()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QVariant, value);
        const auto parsed = parseField(*leadField(field), text);
        QCOMPARE(parsed.has_value(), value.isValid());
        if (parsed) {
            QCOMPARE(*parsed, value);
            QCOMPARE(parsed->typeId(), value.typeId());
            // What is shown for editing reads back as the same.
            const auto again = parseField(*leadField(field), editText(*leadField(field), *parsed));
            QVERIFY(again.has_value());
            QCOMPARE(*again, *parsed);
        } else {
            QCOMPARE(parsed.error().kind, Error::Kind::Invalid);
            QVERIFY(parsed.error().message.endsWith(u'.'));
        }
    }

    void emptyTextIsNull()
    {
        const auto nothing = parseField(*leadField(s("email")), s("  "));
        QVERIFY(nothing.has_value() && !nothing->isValid());
        QVERIFY(!parseField(*leadField(s("name")), QString()).has_value());
    }

    void stagesAndPeople()
    {
        test::FakeFacts book;
        const Catalogue catalogue = *book.catalogue();
        QCOMPARE(*parseField(*leadField(s("stage")), s("processing"), catalogue),
                 QVariant(book.stage(s("processing")).toString()));
        QCOMPARE(*parseField(*leadField(s("assigned_to")), s("LEE@example.com"), catalogue),
                 QVariant(book.colleague.toString()));
        QVERIFY(!parseField(*leadField(s("assigned_to")), s("nobody@example.com"), catalogue).has_value());
        QCOMPARE(formatField(*leadField(s("assigned_to")), book.me.toString(), catalogue), s("Dana Cole"));
    }

    void commandLine()
    {
        QCOMPARE(parseAssignment(s("loan.loan_amount"), s("350000"))->value, QVariant(qint64(35'000'000)));
        QCOMPARE(parseAssignment(s("loan.loan_amount_cents"), s("350000"))->value, QVariant(qint64(350'000)));
        QCOMPARE(parseAssignment(s("loan.interest_rate_pct3"), s("6125"))->value, QVariant(qint64(6125)));
        QCOMPARE(parseAssignment(s("temperature"), s("hot"))->field, s("lead_temperature"));
        QVERIFY(!parseAssignment(s("loan.loan_amount_cents"), s("$5")).has_value());
        QVERIFY(!parseAssignment(s("nonsense"), s("5")).has_value());
        QVERIFY(!parseAssignment(s("phone"), QString())->value.isValid());
    }

    void display()
    {
        QCOMPARE(formatField(*leadField(s("phone")), s("+13035550142")), s("(303) 555-0142"));
        QCOMPARE(formatField(*leadField(s("phone")), s("+13035550142;ext=12")), s("(303) 555-0142 ext. 12"));
        QCOMPARE(formatField(*leadField(s("loan.loan_amount")), qint64(35'000'000)), s("$350,000"));
        QCOMPARE(formatField(*leadField(s("loan.interest_rate")), qint64(6500)), s("6.5%"));
        QCOMPARE(formatField(*leadField(s("loan.interest_rate")), qint64(7000)), s("7%"));
        QCOMPARE(formatField(*leadField(s("loan.interest_rate")), qint64(6875)), s("6.875%"));
        QCOMPARE(formatField(*leadField(s("loan.loan_program")), s("fha")), s("FHA"));
        QCOMPARE(formatField(*leadField(s("loan.loan_program")), s("bond_loan")), s("Bond loan"));
        QCOMPARE(formatField(*leadField(s("email")), QVariant()), QString());
    }

    void bands()
    {
        QCOMPARE(ficoBandOf(579), s("under_580"));
        QCOMPARE(ficoBandOf(580), s("580_619"));
        QCOMPARE(ficoBandOf(779), s("740_779"));
        QCOMPARE(ficoBandOf(780), s("780_plus"));
    }

    void detailReadsByName()
    {
        LeadDetail detail;
        detail.lead.set(s("email"), s("ann@example.com"));
        detail.lead.set(s("stage_id"), s("id"));
        detail.loan.set(s("term_months"), qint64(360));
        detail.profile.set(s("custom_fields"), s(R"({"pets":"dog","rooms":3,"share":0.5})"));
        QCOMPARE(detail.value(s("email")).toString(), s("ann@example.com"));
        QCOMPARE(detail.value(s("stage_id")).toString(), s("id"));
        QCOMPARE(detail.value(s("stage")).toString(), s("id"));
        QCOMPARE(detail.value(s("loan.term_months")).toLongLong(), qint64(360));
        QCOMPARE(detail.value(s("custom.pets")).toString(), s("dog"));
        QCOMPARE(detail.value(s("custom.rooms")), QVariant(qint64(3)));
        QVERIFY(!detail.value(s("profile.city")).isValid());
    }

    void listsHaveLabels()
    {
        for (int list = int(ValueList::Source); list <= int(ValueList::UsState); ++list) {
            QSet<QString> keys;
            for (const Choice& choice : choices(static_cast<ValueList>(list))) {
                QVERIFY(!choice.key.isEmpty() && !choice.label.isEmpty());
                QVERIFY2(!keys.contains(choice.key), qPrintable(choice.key));
                keys.insert(choice.key);
            }
            QVERIFY2(!keys.isEmpty(), qPrintable(QString::number(list)));
        }
        QCOMPARE(choiceKey(ValueList::TaskPriority, s("high")), s("high"));
        QCOMPARE(choiceLabel(ValueList::FicoBand, s("740_779")), s("740–779"));
    }
};

QTEST_GUILESS_MAIN(TestLeadFields)
#include "tst_lead_fields.moc"
