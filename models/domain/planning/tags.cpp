// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fair_lending.h"
#include "models/domain/planning/groups.h"

#include <algorithm>
#include <array>

namespace keyturn {

namespace {

constexpr int tagLength = 60;
// Calm colours that read on light and dark; a tag keeps the one that its name leads to.
constexpr std::array tagColors{"#5B7FA6", "#4E8C7A", "#A67C52", "#8A6FA8", "#A65B6E", "#6E8B3D", "#4F86A8", "#9A7B3F"};

QString colorFor(const QString& name)
{
    uint sum = 0;
    for (const QChar c : name.toLower()) {
        sum = sum * 31 + c.unicode();
    }
    return QString::fromLatin1(tagColors[sum % tagColors.size()]);
}

Result<QString> checkedName(const QString& text)
{
    const QString name = text.simplified();
    if (name.isEmpty() || name.size() > tagLength) {
        return invalid(PlanTexts::tr("A tag has between 1 and %n characters.", nullptr, tagLength));
    }
    if (isForbiddenLabel(name)) {
        return refused(
            PlanTexts::tr("“%1” cannot be a tag: fair lending rules do not allow it in a lead's record.").arg(name));
    }
    return name;
}

void logTag(Draft& draft, const QString& lead, bool added, const QString& name)
{
    LogEntry entry;
    entry.lead = lead;
    entry.type = added ? QStringLiteral("tag_added") : QStringLiteral("tag_removed");
    entry.title = (added ? QStringLiteral("Tag added: ") : QStringLiteral("Tag removed: ")) + name;
    entry.metadata = {{QStringLiteral("tag"), name}};
    draft.log(entry);
}

} // namespace

Result<bool> addTags(Draft& draft, const QString& lead, const QStringList& names,
                     const std::vector<Record>& existingLinks, QHash<QString, QString>& madeTags)
{
    bool any = false;
    QStringList done;
    for (const QString& text : names) {
        KEYTURN_LET(const QString name, checkedName(text));
        const Tag* known = draft.catalogue().tagByName(name);
        QString tag = known != nullptr ? known->id.toString() : madeTags.value(name.toLower());
        if (tag.isEmpty()) {
            tag = draft.newId();
            draft.insert(QStringLiteral("tags"), tag, QString(),
                         {{QStringLiteral("name"), name}, {QStringLiteral("color"), colorFor(name)}});
            madeTags.insert(name.toLower(), tag);
        }
        const bool has = done.contains(tag) ||
                         std::any_of(existingLinks.begin(), existingLinks.end(),
                                     [&](const Record& link) { return link.text(QStringLiteral("tag_id")) == tag; });
        if (has) {
            continue;
        }
        done.append(tag);
        draft.insert(QStringLiteral("lead_tags"), draft.newId(), lead,
                     {{QStringLiteral("lead_id"), lead}, {QStringLiteral("tag_id"), tag}});
        logTag(draft, lead, true, known != nullptr ? known->name : name);
        any = true;
    }
    return any;
}

Result<QString> planInto(Draft& draft, const TagLeads& command)
{
    QHash<QString, QString> madeTags;
    int changed = 0;
    QString name;
    for (const LeadId id : command.leads) {
        KEYTURN_LET(const Record lead, draft.lead(id));
        KEYTURN_LET(const std::vector<Record> links,
                    draft.facts().rowsWhere(QStringLiteral("lead_tags"), QStringLiteral("lead_id"), id.toString()));
        KEYTURN_LET(bool touched, addTags(draft, id.toString(), command.add, links, madeTags));
        for (const QString& text : command.remove) {
            const Tag* tag = draft.catalogue().tagByName(text);
            if (tag == nullptr) {
                continue;
            }
            for (const Record& link : links) {
                if (link.text(QStringLiteral("tag_id")) == tag->id.toString() &&
                    draft.update(QStringLiteral("lead_tags"), link, id.toString(),
                                 {{QStringLiteral("deleted_at"), draft.now().ms}})) {
                    logTag(draft, id.toString(), false, tag->name);
                    touched = true;
                }
            }
        }
        if (touched) {
            name = lead.text(QStringLiteral("name"));
            ++changed;
        }
    }
    return changed == 1 ? PlanTexts::tr("Tags of %1 changed").arg(name)
                        : PlanTexts::tr("Tags of %Ln leads changed", nullptr, changed);
}

} // namespace keyturn
