// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/catalogue.h"
#include "models/domain/commands.h"
#include "models/domain/value_lists.h"

#include <QString>
#include <QVariant>

#include <optional>
#include <vector>

namespace keyturn {

/// What the program knows about one field of a lead: where it is stored, how it is called, what may stand in it.
struct LeadField
{
    enum class Kind {
        Text,
        LongText,
        Email,
        Phone,
        Money,    ///< qint64 cents
        Percent,  ///< qint64 thousandths of a percentage point
        Integer,  ///< qint64
        Months,   ///< qint64
        Number,   ///< double; custom fields only
        Date,     ///< YYYY-MM-DD
        MonthDay, ///< MM-DD
        YesNo,    ///< qint64 0 or 1
        Choice,   ///< key of `choices`
        Url,
        State, ///< two letters
        Stage, ///< StageId as text
        User,  ///< UserId as text
        Moment ///< qint64 epoch milliseconds
    };

    QString name;   ///< canonical script name: "email", "loan.loan_amount_cents", "profile.company", "custom.pets"
    QString table;  ///< leads, lead_loan_scenarios or lead_profiles
    QString column; ///< column of the table; for a custom field the key inside custom_fields
    Kind kind = Kind::Text;
    QString label; ///< in the user's language
    std::vector<Choice> choices;
    bool strict = false;   ///< only the listed choices are allowed
    bool required = false; ///< may not be empty
    bool readOnly = false; ///< shown, but not set by editing it
    int maxLength = 0;     ///< 0: no limit
    qint64 minimum = 0;
    qint64 maximum = 0; ///< no range if it equals minimum

    [[nodiscard]] bool isCustom() const { return name.startsWith(QLatin1String("custom.")); }
    [[nodiscard]] bool isLoan() const { return name.startsWith(QLatin1String("loan.")); }

    friend bool operator==(const LeadField&, const LeadField&) = default;
};

/// Every field but the custom ones, in the order in which a form or a list shows them.
std::vector<LeadField> leadFields();
/// The declared custom fields as fields.
std::vector<LeadField> customLeadFields(const Catalogue& catalogue);
/// By canonical name, by alias ("loan.loan_amount", "loan.interest_rate", "estimated_value", "stage_id", "temperature",
/// "owner") or, with a catalogue, "custom.<key>". Nothing if there is no such field.
std::optional<LeadField> leadField(const QString& name, const Catalogue& catalogue = {});

/// The value that `text`, as a person types it, means for the field, in the canonical type of Record: "350k" for money
/// (dollars), "6.125" for a rate, "3/15/2026" for a date. Empty text gives an invalid variant (null). Errors are
/// Invalid with a whole sentence. Stages and people are found in `catalogue` by key, name or e-mail address.
Result<QVariant> parseField(const LeadField& field, const QString& text, const Catalogue& catalogue = {});

/// The same for command lines: a name that ends in _cents or _pct3 takes the bare integer, its alias without the ending
/// takes dollars or percent. The answer carries the canonical name.
Result<FieldEdit> parseAssignment(const QString& name, const QString& text, const Catalogue& catalogue = {});

/// Checks a value that is already in its canonical type, e.g. from an import: range, length, list, date.
Done checkField(const LeadField& field, const QVariant& value, const Catalogue& catalogue = {});

/// For reading: "$350,000", "6.125%", "(303) 555-0142", "Conventional", "Mar 15, 2026". Empty for null.
QString formatField(const LeadField& field, const QVariant& value, const Catalogue& catalogue = {});
/// For editing: what parseField reads back as the same value.
QString editText(const LeadField& field, const QVariant& value, const Catalogue& catalogue = {});

/// fico_band of a score ("740_779").
QString ficoBandOf(qint64 score);

/// type of a custom field as the settings store it: "text", "number", "money", "date", "choice", "yes_no"
QString customFieldTypeKey(CustomField::Type type);
std::optional<CustomField::Type> customFieldTypeFromKey(const QString& key);

} // namespace keyturn
