// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lead_detail.h"

#include "models/domain/custom_values.h"
#include "models/domain/lead_fields.h"

namespace keyturn {

QVariant LeadDetail::value(const QString& field) const
{
    if (field.startsWith(QLatin1String("custom."))) {
        return customValue(profile.text(QStringLiteral("custom_fields")), field.mid(7));
    }
    if (const auto known = leadField(field)) {
        const Record& row = known->isLoan() ? loan : (known->table == QLatin1String("lead_profiles") ? profile : lead);
        return row.value(known->column);
    }
    if (field.startsWith(QLatin1String("loan."))) {
        return loan.value(field.mid(5));
    }
    if (field.startsWith(QLatin1String("profile."))) {
        return profile.value(field.mid(8));
    }
    return lead.value(field);
}

} // namespace keyturn
