// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/duplicate_decisions.h"

#include "models/storage/connection.h"

#include <algorithm>

namespace keyturn {

Done DuplicateDecisions::keep(Connection& connection, const std::vector<DuplicateDecision>& decisions, Instant now)
{
    for (const DuplicateDecision& decision : decisions) {
        const QString a = decision.first.toString();
        const QString b = decision.second.toString();
        const QString& low = std::min(a, b);
        const QString& high = std::max(a, b);
        if (decision.apart) {
            KEYTURN_TRY(connection.run(
                QStringLiteral("INSERT INTO duplicate_decisions (first_id, second_id, decided_at) VALUES (?, ?, ?) "
                               "ON CONFLICT DO NOTHING"),
                low, high, now));
        } else {
            KEYTURN_TRY(connection.run(
                QStringLiteral("DELETE FROM duplicate_decisions WHERE first_id = ? AND second_id = ?"), low, high));
        }
    }
    return {};
}

Result<std::vector<DuplicateDecision>> DuplicateDecisions::all(Connection& connection)
{
    std::vector<DuplicateDecision> found;
    const QString home = QStringLiteral("coalesce((SELECT l.duplicate_of_id FROM leads l WHERE l.id = %1 "
                                        "AND l.deleted_at IS NOT NULL), %1)");
    KEYTURN_TRY(connection.select(QString(u"SELECT " % home.arg(QStringLiteral("d.first_id")) % u", " %
                                          home.arg(QStringLiteral("d.second_id")) % u" FROM duplicate_decisions d"),
                                  [&found](const Statement& row) {
                                      found.push_back({row.id<LeadId>(0), row.id<LeadId>(1), true});
                                  }));
    return found;
}

} // namespace keyturn
