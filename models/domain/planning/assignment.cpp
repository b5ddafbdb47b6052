// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/groups.h"

namespace keyturn {

namespace {

QString nameOf(const Draft& draft, UserId id)
{
    const User* user = draft.catalogue().user(id);
    return user != nullptr ? user->name() : QString();
}

QJsonValue jsonId(UserId id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.toString());
}

} // namespace

void assignLead(Draft& draft, const QString& lead, UserId from, UserId to, const QString& reason)
{
    draft.insert(QStringLiteral("lead_assignments"), draft.newId(), lead,
                 {
                     {QStringLiteral("lead_id"), lead},
                     {QStringLiteral("assigned_from"), idOrNull(from)},
                     {QStringLiteral("assigned_to"), idOrNull(to)},
                     {QStringLiteral("assigned_by"), idOrNull(draft.actor())},
                     {QStringLiteral("reason"), textOrNull(reason)},
                     {QStringLiteral("assigned_at"), draft.now().ms},
                 });
    LogEntry entry;
    entry.lead = lead;
    entry.description = reason;
    if (from.isNull()) {
        entry.type = QStringLiteral("assigned");
        entry.title = QStringLiteral("Assigned to ") + nameOf(draft, to);
        entry.metadata = {{QStringLiteral("assigned_to_id"), jsonId(to)},
                          {QStringLiteral("assigned_to_name"), nameOf(draft, to)}};
    } else {
        entry.type = QStringLiteral("reassigned");
        entry.title = to.isNull() ? QString(QStringLiteral("Unassigned from ") + nameOf(draft, from))
                                  : QString(QStringLiteral("Reassigned to ") + nameOf(draft, to));
        entry.metadata = {{QStringLiteral("from_user"), jsonId(from)},
                          {QStringLiteral("to_user"), jsonId(to)},
                          {QStringLiteral("from_user_name"), nameOf(draft, from)},
                          {QStringLiteral("to_user_name"), nameOf(draft, to)}};
    }
    draft.log(entry);
}

Result<QString> planInto(Draft& draft, const AssignLeads& command)
{
    const User* owner = draft.catalogue().user(command.owner);
    if (!command.owner.isNull() && owner == nullptr) {
        return invalid(PlanTexts::tr("There is no such person."));
    }
    if (owner != nullptr && !owner->isActive) {
        return refused(PlanTexts::tr("%1 no longer works here and cannot own leads.").arg(owner->name()));
    }
    int changed = 0;
    QString name;
    for (const LeadId id : command.leads) {
        KEYTURN_LET(const Record lead, draft.lead(id));
        const UserId before = UserId::fromString(lead.text(QStringLiteral("assigned_to")));
        if (draft.update(QStringLiteral("leads"), lead, id.toString(),
                         {{QStringLiteral("assigned_to"), idOrNull(command.owner)}})) {
            assignLead(draft, id.toString(), before, command.owner, command.reason.simplified());
            name = lead.text(QStringLiteral("name"));
            ++changed;
        }
    }
    const QString to = owner != nullptr ? owner->name() : PlanTexts::tr("nobody");
    return changed == 1 ? PlanTexts::tr("%1 assigned to %2").arg(name, to)
                        : PlanTexts::tr("%Ln leads assigned to %1", nullptr, changed).arg(to);
}

} // namespace keyturn
