// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/target_words.h"

#include "models/domain/lead_fields.h"

#include <QCoreApplication>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::ImportPage)
};

bool isOffered(const LeadField& field)
{
    return !field.readOnly || field.name == QLatin1String("stage") || field.name == QLatin1String("assigned_to") ||
           field.name == QLatin1String("external_lead_id") || field.name == QLatin1String("exit_reason_code");
}

QString groupOf(const LeadField& field)
{
    if (field.isLoan()) {
        return Words::tr("Loan");
    }
    if (field.isCustom()) {
        return Words::tr("Fields of your own");
    }
    return field.name.startsWith(QLatin1String("profile.")) ? Words::tr("Profile") : Words::tr("Lead");
}

} // namespace

std::vector<TargetChoice> targetChoices(const Catalogue& catalogue)
{
    std::vector<TargetChoice> all;
    const QString general = Words::tr("Without a field");
    for (const ColumnTarget::Kind kind :
         {ColumnTarget::Kind::Keep, ColumnTarget::Kind::Leave, ColumnTarget::Kind::Tags, ColumnTarget::Kind::Note}) {
        const ColumnTarget target{kind, {}};
        all.push_back({target, targetLabel(target, catalogue), general});
    }
    const auto add = [&all](const LeadField& field) {
        if (isOffered(field)) {
            all.push_back({{ColumnTarget::Kind::Field, field.name}, field.label, groupOf(field)});
        }
    };
    for (const LeadField& field : leadFields()) {
        add(field);
    }
    for (const LeadField& field : customLeadFields(catalogue)) {
        add(field);
    }
    return all;
}

QString targetLabel(const ColumnTarget& target, const Catalogue& catalogue)
{
    switch (target.kind) {
    case ColumnTarget::Kind::Keep:
        return Words::tr("Keep with the lead");
    case ColumnTarget::Kind::Leave:
        return Words::tr("Leave out");
    case ColumnTarget::Kind::Tags:
        return Words::tr("Tags");
    case ColumnTarget::Kind::Note:
        return Words::tr("Note");
    case ColumnTarget::Kind::Field:
        break;
    }
    const auto field = leadField(target.field, catalogue);
    return field ? field->label : target.field;
}

QString targetRemark(const ColumnTarget& target)
{
    switch (target.kind) {
    case ColumnTarget::Kind::Keep:
        return Words::tr("No field: stays in the raw data");
    case ColumnTarget::Kind::Leave:
        return Words::tr("Does not come in");
    case ColumnTarget::Kind::Tags:
        return Words::tr("Divided at commas, semicolons and bars");
    case ColumnTarget::Kind::Note:
    case ColumnTarget::Kind::Field:
        break;
    }
    return {};
}

} // namespace keyturn
