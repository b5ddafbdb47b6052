// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/duplicate_decisions.h"

#include "models/storage/connection.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace keyturn {

Result<std::vector<DuplicateDecision>> DuplicateDecisions::all(Connection& connection)
{
    const QString key = QString::fromLatin1(apartMark);
    std::vector<DuplicateDecision> found;
    KEYTURN_TRY(connection.select(
        QString(u"SELECT id, metadata FROM leads WHERE metadata LIKE '%\"" % key % u"\"%'"), [&](const Statement& row) {
            const QJsonObject metadata = QJsonDocument::fromJson(row.text(1).toUtf8()).object();
            for (const QJsonValue& other : metadata.value(key).toArray()) {
                found.push_back({row.id<LeadId>(0), LeadId::fromString(other.toString()), true});
            }
        }));
    if (found.empty()) {
        return found;
    }
    QHash<LeadId, LeadId> homes;
    KEYTURN_TRY(
        connection.select(QStringLiteral("SELECT id, duplicate_of_id FROM leads WHERE duplicate_of_id IS NOT NULL AND "
                                         "deleted_at IS NOT NULL"),
                          [&homes](const Statement& row) { homes.insert(row.id<LeadId>(0), row.id<LeadId>(1)); }));
    for (DuplicateDecision& decision : found) {
        decision.first = homes.value(decision.first, decision.first);
        decision.second = homes.value(decision.second, decision.second);
    }
    return found;
}

} // namespace keyturn
