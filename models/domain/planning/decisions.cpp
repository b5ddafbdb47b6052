// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planner.h"
#include "models/domain/planning/draft.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace keyturn {

namespace {

/// Metadata of leads as the decisions before have left it.
using Marked = QHash<QString, QString>;

void mark(Draft& draft, Marked& marked, const Record& lead, const QString& other, bool apart)
{
    const QString column = QStringLiteral("metadata");
    const QString key = QString::fromLatin1(apartMark);
    const QString id = lead.text(QStringLiteral("id"));
    QJsonObject metadata = QJsonDocument::fromJson(marked.value(id, lead.text(column)).toUtf8()).object();
    QJsonArray known = metadata.value(key).toArray();
    if (known.contains(other) == apart) {
        return;
    }
    if (apart) {
        known.append(other);
    } else {
        known.removeAt(std::distance(known.begin(), std::find(known.begin(), known.end(), QJsonValue(other))));
    }
    if (known.isEmpty()) {
        metadata.remove(key);
    } else {
        metadata.insert(key, known);
    }
    marked.insert(id, compact(metadata));
    draft.update(QStringLiteral("leads"), lead, id, {{column, marked.value(id)}});
}

} // namespace

Result<ChangeSet> planDecisions(const std::vector<DuplicateDecision>& decisions, Facts& facts,
                                const PlanContext& context)
{
    KEYTURN_LET(Draft draft, Draft::begin(facts, context));
    Marked marked;
    QString summary;
    for (const DuplicateDecision& decision : decisions) {
        const QString a = decision.first.toString();
        const QString b = decision.second.toString();
        const QString& low = std::min(a, b);
        const QString& high = std::max(a, b);
        KEYTURN_LET(const std::optional<Record> first, facts.row(QStringLiteral("leads"), low));
        KEYTURN_LET(const std::optional<Record> second, facts.row(QStringLiteral("leads"), high));
        const auto isThere = [](const std::optional<Record>& lead) {
            return lead && lead->isNull(QStringLiteral("deleted_at"));
        };
        if (!isThere(first) || !isThere(second)) {
            continue;
        }
        mark(draft, marked, *first, high, decision.apart);
        if (!decision.apart) {
            // Said of a lead that was merged into this one, it may stand on either side.
            mark(draft, marked, *second, low, false);
        }
        const QString names = decision.apart ? PlanTexts::tr("%1 and %2 are two people")
                                             : PlanTexts::tr("%1 and %2 may be the same person");
        summary = names.arg(first->text(QStringLiteral("name")), second->text(QStringLiteral("name")));
    }
    return draft.finish(QStringLiteral("decide_duplicates"), summary, ChangeSet::Origin::Local);
}

} // namespace keyturn
