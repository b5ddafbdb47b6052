// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fair_lending.h"
#include "models/domain/lead_fields.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace keyturn;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestFairLending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void keys_data()
    {
        QTest::addColumn<bool>("forbidden");
        for (const char* key : {"race",
                                "borrowerRace",
                                "skin_color",
                                "religion",
                                "nationalOrigin",
                                "national_origin",
                                "preferred_language",
                                "sex",
                                "gender",
                                "Borrower Gender",
                                "maritalStatus",
                                "marital_status",
                                "maritalstatus",
                                "number_of_children",
                                "family_plans",
                                "familySize",
                                "pregnant",
                                "birthDate",
                                "date_of_birth",
                                "DOB",
                                "birthday",
                                "age",
                                "borrowerAge",
                                "AGE",
                                "ssn",
                                "borrowerSSN",
                                "SSNLast4",
                                "social_security_number",
                                "census_tract",
                                "edad",
                                "estado_civil",
                                "género",
                                "ETHNICITY",
                                "dateofbirth"}) {
            QTest::newRow(key) << true;
        }
        for (const char* key :
             {"usage",        "mortgage",     "package_size", "garage",      "trace",   "terrace",     "single_family",
              "essex_county", "coloradoCity", "agent",        "agency",      "average", "birthday_md", "message",
              "image",        "pets",         "roof",         "loan_amount", "veteran", "session",     "carriage"}) {
            QTest::newRow(key) << false;
        }
    }
    void keys()
    {
        QFETCH(bool, forbidden);
        const QString key = s(QTest::currentDataTag());
        QCOMPARE(isForbiddenKey(key), forbidden);
    }

    void labels()
    {
        for (const char* label : {"Hispanic", "female buyer", "Muslim", "Age", "Marital status", "Católico"}) {
            QVERIFY2(isForbiddenLabel(s(label)), label);
        }
        for (const char* label : {"First home", "VIP", "Relocation", "Past client", "Emailed", "Humane Society"}) {
            QVERIFY2(!isForbiddenLabel(s(label)), label);
        }
    }

    void noFieldOfALeadIsForbidden()
    {
        for (const LeadField& field : leadFields()) {
            QVERIFY2(!isForbiddenKey(field.column), qPrintable(field.name));
        }
    }

    void payloads()
    {
        const QString kept = withoutForbiddenKeys(
            s(R"({"FirstName":"Ann","Age":40,"home":{"roof":"tile","race":"x"},"list":[{"ssn":"1","ok":2}]})"));
        QCOMPARE(QJsonDocument::fromJson(kept.toUtf8()),
                 QJsonDocument::fromJson(R"({"FirstName":"Ann","home":{"roof":"tile"},"list":[{"ok":2}]})"));
        QCOMPARE(withoutForbiddenKeys(s("{\"a\": 1}")), s("{\"a\": 1}"));
        QCOMPARE(withoutForbiddenKeys(s("not json")), s("not json"));
    }
};

QTEST_GUILESS_MAIN(TestFairLending)
#include "tst_fair_lending.moc"
