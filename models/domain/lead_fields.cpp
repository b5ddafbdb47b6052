// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lead_fields.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace keyturn {

namespace {

using Kind = LeadField::Kind;

enum Trait : unsigned { Plain = 0, Strict = 1, Required = 2, ReadOnly = 4 };

struct Entry
{
    const char* name;
    Kind kind;
    const char* label;
    ValueList list = ValueList::None;
    unsigned traits = Plain;
    int maxLength = 0;
    qint64 minimum = 0;
    qint64 maximum = 0;
};

constexpr qint64 maxMoney = 1'000'000'000'000;
constexpr qint64 maxRate = 30'000;

constexpr Entry entries[] = {
    {"name", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Name"), ValueList::None, Required, 255},
    {"first_name", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "First name"), ValueList::None, Plain, 100},
    {"last_name", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Last name"), ValueList::None, Plain, 100},
    {"email", Kind::Email, QT_TRANSLATE_NOOP("keyturn::LeadFields", "E-mail"), ValueList::None, Plain, 255},
    {"email_shared", Kind::YesNo, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Shared e-mail address"), ValueList::None,
     Required},
    {"mobile", Kind::Phone, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Mobile"), ValueList::None, Plain, 40},
    {"phone", Kind::Phone, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Phone"), ValueList::None, Plain, 40},
    {"birthday_md", Kind::MonthDay, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Birthday (month and day)"),
     ValueList::None, Plain, 5},
    {"stage", Kind::Stage, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Stage"), ValueList::None, Required | ReadOnly},
    {"stage_entered_at", Kind::Moment, QT_TRANSLATE_NOOP("keyturn::LeadFields", "In stage since"), ValueList::None,
     ReadOnly},
    {"exit_reason_code", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Exit reason"), ValueList::ExitReason,
     ReadOnly},
    {"exit_reason", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Exit reason in words"), ValueList::None,
     ReadOnly, 500},
    {"nurture_until", Kind::Date, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Pick up again on")},
    {"assigned_to", Kind::User, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Owner"), ValueList::None, ReadOnly},
    {"source", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Source"), ValueList::Source, Required},
    {"lead_source", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Source name"), ValueList::None, Plain, 120},
    {"source_detail", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Source detail")},
    {"external_lead_id", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Id at the source"), ValueList::None,
     ReadOnly, 200},
    {"lead_temperature", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Temperature"), ValueList::Temperature,
     Strict | Required},
    {"interest_level", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Interest"), ValueList::InterestLevel},
    {"purchase_readiness", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Readiness"),
     ValueList::PurchaseReadiness},
    {"estimated_value_cents", Kind::Money, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Estimated value"), ValueList::None,
     Plain, 0, 0, maxMoney},
    {"expected_close_date", Kind::Date, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Expected close")},
    {"do_not_contact", Kind::YesNo, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Do not contact"), ValueList::None,
     Required},
    {"score", Kind::Integer, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Score"), ValueList::None, ReadOnly},
    {"total_calls", Kind::Integer, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Calls"), ValueList::None, ReadOnly},
    {"first_contacted_at", Kind::Moment, QT_TRANSLATE_NOOP("keyturn::LeadFields", "First contact"), ValueList::None,
     ReadOnly},
    {"last_contacted_at", Kind::Moment, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Last contact"), ValueList::None,
     ReadOnly},
    {"last_activity_at", Kind::Moment, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Last activity"), ValueList::None,
     ReadOnly},
    {"created_at", Kind::Moment, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Created"), ValueList::None, ReadOnly},
    {"updated_at", Kind::Moment, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Last change"), ValueList::None, ReadOnly},

    {"loan.loan_purpose", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Purpose"), ValueList::LoanPurpose,
     Strict},
    {"loan.loan_program", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Program"), ValueList::LoanProgram},
    {"loan.occupancy", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Occupancy"), ValueList::Occupancy,
     Strict},
    {"loan.property_type", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Property type"),
     ValueList::PropertyType, Strict},
    {"loan.subject_state", Kind::State, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Property state"), ValueList::UsState},
    {"loan.subject_county", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Property county")},
    {"loan.subject_postal_code", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Property ZIP code"),
     ValueList::None, Plain, 20},
    {"loan.purchase_price_cents", Kind::Money, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Purchase price"),
     ValueList::None, Plain, 0, 0, maxMoney},
    {"loan.property_value_cents", Kind::Money, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Property value"),
     ValueList::None, Plain, 0, 0, maxMoney},
    {"loan.down_payment_cents", Kind::Money, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Down payment"), ValueList::None,
     Plain, 0, 0, maxMoney},
    {"loan.loan_amount_cents", Kind::Money, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Loan amount"), ValueList::None,
     Plain, 0, 0, maxMoney},
    {"loan.current_balance_cents", Kind::Money, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Current balance"),
     ValueList::None, Plain, 0, 0, maxMoney},
    {"loan.current_rate_pct3", Kind::Percent, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Current rate"), ValueList::None,
     Plain, 0, 0, maxRate},
    {"loan.subordinate_balance_cents", Kind::Money, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Second liens drawn"),
     ValueList::None, Plain, 0, 0, maxMoney},
    {"loan.heloc_line_cents", Kind::Money, QT_TRANSLATE_NOOP("keyturn::LeadFields", "HELOC line"), ValueList::None,
     Plain, 0, 0, maxMoney},
    {"loan.fico_score", Kind::Integer, QT_TRANSLATE_NOOP("keyturn::LeadFields", "FICO score"), ValueList::None, Plain,
     0, 300, 850},
    {"loan.fico_band", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "FICO band"), ValueList::FicoBand,
     Strict},
    {"loan.fico_source", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Source of the score"),
     ValueList::FicoSource, Strict},
    {"loan.annual_income_cents", Kind::Money, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Annual income"),
     ValueList::None, Plain, 0, 0, maxMoney},
    {"loan.monthly_debts_cents", Kind::Money, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Monthly debts"),
     ValueList::None, Plain, 0, 0, maxMoney},
    {"loan.income_type", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Income type"), ValueList::IncomeType},
    {"loan.interest_rate_pct3", Kind::Percent, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Rate"), ValueList::None, Plain,
     0, 0, maxRate},
    {"loan.term_months", Kind::Months, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Term"), ValueList::TermMonths, Plain,
     0, 1, 600},
    {"loan.amortization", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Amortization"),
     ValueList::Amortization, Strict},
    {"loan.rate_lock_date", Kind::Date, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Rate locked on")},
    {"loan.rate_lock_expires_on", Kind::Date, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Lock expires on")},
    {"loan.target_closing_date", Kind::Date, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Target closing")},
    {"loan.first_time_buyer", Kind::YesNo, QT_TRANSLATE_NOOP("keyturn::LeadFields", "First-time buyer")},
    {"loan.veteran", Kind::YesNo, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Veteran (for VA eligibility)")},

    {"profile.company", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Company"), ValueList::None, Plain, 255},
    {"profile.job_title", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Job title"), ValueList::None, Plain,
     255},
    {"profile.industry", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Industry"), ValueList::None, Plain, 255},
    {"profile.company_size", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Company size"),
     ValueList::CompanySize},
    {"profile.website", Kind::Url, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Website"), ValueList::None, Plain, 500},
    {"profile.linkedin_url", Kind::Url, QT_TRANSLATE_NOOP("keyturn::LeadFields", "LinkedIn"), ValueList::None, Plain,
     500},
    {"profile.location", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Area of interest")},
    {"profile.address_line1", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Address")},
    {"profile.address_line2", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Address, second line")},
    {"profile.city", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "City")},
    {"profile.state", Kind::State, QT_TRANSLATE_NOOP("keyturn::LeadFields", "State"), ValueList::UsState},
    {"profile.postal_code", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "ZIP code"), ValueList::None, Plain,
     20},
    {"profile.engagement_level", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Engagement"),
     ValueList::EngagementLevel},
    {"profile.budget_range", Kind::Text, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Budget in their words"),
     ValueList::None, Plain, 50},
    {"profile.min_budget_cents", Kind::Money, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Budget from"), ValueList::None,
     Plain, 0, 0, maxMoney},
    {"profile.max_budget_cents", Kind::Money, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Budget to"), ValueList::None,
     Plain, 0, 0, maxMoney},
    {"profile.timeline", Kind::Choice, QT_TRANSLATE_NOOP("keyturn::LeadFields", "Timeline"), ValueList::Timeline},
    {"profile.property_type_interest", Kind::Choice,
     QT_TRANSLATE_NOOP("keyturn::LeadFields", "Property type of interest"), ValueList::PropertyType},
};

constexpr std::array aliases{
    std::pair{"stage_id", "stage"},
    std::pair{"owner", "assigned_to"},
    std::pair{"temperature", "lead_temperature"},
};

constexpr std::array customTypes{
    std::pair{CustomField::Type::Text, "text"},     std::pair{CustomField::Type::Number, "number"},
    std::pair{CustomField::Type::Money, "money"},   std::pair{CustomField::Type::Date, "date"},
    std::pair{CustomField::Type::Choice, "choice"}, std::pair{CustomField::Type::YesNo, "yes_no"},
};

LeadField build(const Entry& entry)
{
    LeadField field;
    field.name = QString::fromLatin1(entry.name);
    field.table = QStringLiteral("leads");
    field.column = field.name;
    if (field.name.startsWith(QLatin1String("loan."))) {
        field.table = QStringLiteral("lead_loan_scenarios");
        field.column = field.name.mid(5);
    } else if (field.name.startsWith(QLatin1String("profile."))) {
        field.table = QStringLiteral("lead_profiles");
        field.column = field.name.mid(8);
    } else if (field.name == QLatin1String("stage")) {
        field.column = QStringLiteral("stage_id");
    }
    field.kind = entry.kind;
    field.label = QCoreApplication::translate("keyturn::LeadFields", entry.label);
    field.choices = choices(entry.list);
    field.strict = (entry.traits & Strict) != 0;
    field.required = (entry.traits & Required) != 0;
    field.readOnly = (entry.traits & ReadOnly) != 0;
    field.maxLength = entry.maxLength;
    field.minimum = entry.minimum;
    field.maximum = entry.maximum;
    return field;
}

LeadField build(const CustomField& custom)
{
    LeadField field;
    field.name = QStringLiteral("custom.") + custom.key;
    field.table = QStringLiteral("lead_profiles");
    field.column = custom.key;
    field.label = custom.label;
    switch (custom.type) {
    case CustomField::Type::Text:
        field.kind = Kind::Text;
        field.maxLength = 1000;
        break;
    case CustomField::Type::Number:
        field.kind = Kind::Number;
        break;
    case CustomField::Type::Money:
        field.kind = Kind::Money;
        field.minimum = -maxMoney;
        field.maximum = maxMoney;
        break;
    case CustomField::Type::Date:
        field.kind = Kind::Date;
        break;
    case CustomField::Type::Choice:
        field.kind = Kind::Choice;
        field.strict = true;
        for (const QString& choice : custom.choices) {
            field.choices.push_back({choice, choice});
        }
        break;
    case CustomField::Type::YesNo:
        field.kind = Kind::YesNo;
        break;
    }
    return field;
}

} // namespace

std::vector<LeadField> leadFields()
{
    std::vector<LeadField> fields;
    fields.reserve(std::size(entries));
    for (const Entry& entry : entries) {
        fields.push_back(build(entry));
    }
    return fields;
}

std::vector<LeadField> customLeadFields(const Catalogue& catalogue)
{
    std::vector<LeadField> fields;
    for (const CustomField& custom : catalogue.customFields) {
        fields.push_back(build(custom));
    }
    return fields;
}

std::optional<LeadField> leadField(const QString& name, const Catalogue& catalogue)
{
    QString wanted = name.trimmed();
    for (const auto& [alias, canonical] : aliases) {
        if (wanted == QLatin1String(alias)) {
            wanted = QString::fromLatin1(canonical);
        }
    }
    const QString cents = wanted + QStringLiteral("_cents");
    const QString rate = wanted + QStringLiteral("_pct3");
    for (const Entry& entry : entries) {
        const QLatin1String known(entry.name);
        if (wanted == known || cents == known || rate == known) {
            return build(entry);
        }
    }
    if (wanted.startsWith(QLatin1String("custom."))) {
        for (const CustomField& custom : catalogue.customFields) {
            if (wanted.mid(7) == custom.key) {
                return build(custom);
            }
        }
    }
    return std::nullopt;
}

QString ficoBandOf(qint64 score)
{
    struct Band
    {
        qint64 below;
        const char* key;
    };
    constexpr Band bands[] = {{580, "under_580"}, {620, "580_619"}, {660, "620_659"},
                              {700, "660_699"},   {740, "700_739"}, {780, "740_779"}};
    if (score <= 0) {
        return QStringLiteral("unknown");
    }
    for (const Band& band : bands) {
        if (score < band.below) {
            return QString::fromLatin1(band.key);
        }
    }
    return QStringLiteral("780_plus");
}

QString customFieldTypeKey(CustomField::Type type)
{
    for (const auto& [value, key] : customTypes) {
        if (value == type) {
            return QString::fromLatin1(key);
        }
    }
    return {};
}

std::optional<CustomField::Type> customFieldTypeFromKey(const QString& key)
{
    for (const auto& [value, text] : customTypes) {
        if (key == QLatin1String(text)) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace keyturn
