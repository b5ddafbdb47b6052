// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/family.h"

namespace keyturn {

bool isMergedAway(const Record& lead)
{
    return !lead.isNull(QStringLiteral("deleted_at")) && !lead.isNull(QStringLiteral("duplicate_of_id"));
}

Result<QString> homeOf(const Draft& draft, const QString& lead)
{
    KEYTURN_LET(const std::optional<Record> row, draft.facts().row(QStringLiteral("leads"), lead));
    return row && isMergedAway(*row) ? row->text(QStringLiteral("duplicate_of_id")) : lead;
}

Result<QStringList> familyOf(const Draft& draft, const QString& lead)
{
    QStringList family{lead};
    KEYTURN_LET(const std::vector<Record> rows,
                draft.facts().rowsAmong(
                    QStringLiteral("leads"), QStringLiteral("duplicate_of_id"), {lead},
                    {QStringLiteral("id"), QStringLiteral("deleted_at"), QStringLiteral("duplicate_of_id")}));
    for (const Record& row : rows) {
        if (isMergedAway(row)) {
            family.append(row.text(QStringLiteral("id")));
        }
    }
    return family;
}

} // namespace keyturn
