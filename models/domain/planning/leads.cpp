// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/family.h"
#include "models/domain/planning/groups.h"
#include "models/domain/planning/lead_edit.h"

#include <algorithm>

namespace keyturn {

namespace {

QString nameOrCount(const QStringList& names, const char* one, const char* many)
{
    return names.size() == 1 ? PlanTexts::tr(one).arg(names.front())
                             : PlanTexts::tr(many, nullptr, static_cast<int>(names.size()));
}

Result<const Stage*> firstStage(const Draft& draft, const std::optional<StageId>& wanted)
{
    const Stage* stage = wanted ? draft.catalogue().stage(*wanted) : draft.catalogue().initialStage();
    if (stage == nullptr) {
        return invalid(PlanTexts::tr("There is no such stage."));
    }
    if (stage->requiresReason) {
        return refused(PlanTexts::tr("A new lead cannot begin in %1.").arg(stage->name));
    }
    return stage;
}

} // namespace

Result<QString> planInto(Draft& draft, const CreateLead& command)
{
    KEYTURN_LET(const Stage* stage, firstStage(draft, command.stage));
    const UserId owner = command.owner.value_or(draft.actor());
    const User* user = draft.catalogue().user(owner);
    if (!owner.isNull() && (user == nullptr || !user->isActive)) {
        return refused(PlanTexts::tr("The lead's owner does not work here."));
    }
    const QString id = draft.idOr(command.id);
    KEYTURN_LET(const std::optional<Record> taken, draft.facts().row(QStringLiteral("leads"), id));
    if (taken) {
        return refused(PlanTexts::tr("This lead exists already."), id);
    }
    LeadEdit edit(draft);
    std::vector<FieldEdit> fields = command.fields;
    const bool hasSource = std::any_of(fields.begin(), fields.end(), [](const FieldEdit& field) {
        return field.field == QLatin1String("source") && !field.value.toString().isEmpty();
    });
    std::erase_if(fields, [](const FieldEdit& field) {
        return field.field == QLatin1String("source") && field.value.toString().isEmpty();
    });
    if (!hasSource) {
        fields.push_back({QStringLiteral("source"), QStringLiteral("website"), std::nullopt});
    }
    KEYTURN_TRY(edit.apply(fields));
    KEYTURN_TRY(edit.check(id));
    edit.create(id, {
                        {QStringLiteral("stage_id"), stage->id.toString()},
                        {QStringLiteral("stage_entered_at"), draft.now().ms},
                        {QStringLiteral("assigned_to"), idOrNull(owner)},
                        {QStringLiteral("created_by"), idOrNull(draft.actor())},
                    });
    LogEntry entry;
    entry.lead = id;
    entry.type = QStringLiteral("created");
    entry.title = QStringLiteral("Lead created");
    entry.metadata = {{QStringLiteral("source"), edit.text(QStringLiteral("source"))}};
    entry.to = stage;
    draft.log(entry);
    if (!owner.isNull()) {
        assignLead(draft, id, UserId(), owner, QString());
    }
    QHash<QString, QString> madeTags;
    KEYTURN_TRY(addTags(draft, id, command.tags, {}, madeTags));
    return PlanTexts::tr("%1 added").arg(edit.text(QStringLiteral("name")));
}

Result<QString> planInto(Draft& draft, const UpdateLeads& command)
{
    QStringList names;
    QStringList labels;
    const bool sharesOneAddress =
        command.leads.size() > 1 && std::any_of(command.fields.begin(), command.fields.end(), [](const FieldEdit& e) {
            return e.field == QLatin1String("email") && !e.value.toString().isEmpty();
        });
    if (sharesOneAddress) {
        return refused(PlanTexts::tr("Several leads cannot be given one e-mail address."));
    }
    for (const LeadId id : command.leads) {
        KEYTURN_LET(const Record lead, draft.lead(id));
        KEYTURN_LET(LeadEdit edit, LeadEdit::of(draft, lead));
        KEYTURN_TRY(edit.apply(command.fields));
        KEYTURN_TRY(edit.check(id.toString()));
        if (edit.write(id.toString())) {
            names.append(edit.text(QStringLiteral("name")));
            labels = edit.changedLabels();
        }
    }
    if (names.size() == 1 && labels.size() == 1) {
        return PlanTexts::tr("%1 of %2 changed").arg(labels.front(), names.front());
    }
    return nameOrCount(names, QT_TRANSLATE_NOOP("keyturn::Planner", "%1 changed"),
                       QT_TRANSLATE_N_NOOP("keyturn::Planner", "%n leads changed"));
}

Result<QString> planInto(Draft& draft, const DeleteLeads& command)
{
    QStringList names;
    for (const LeadId id : command.leads) {
        KEYTURN_LET(const Record lead, draft.lead(id));
        draft.update(QStringLiteral("leads"), lead, id.toString(), {{QStringLiteral("deleted_at"), draft.now().ms}});
        LogEntry entry;
        entry.lead = id.toString();
        entry.type = QStringLiteral("lead_deleted");
        entry.title = QStringLiteral("Lead removed");
        draft.log(entry);
        names.append(lead.text(QStringLiteral("name")));
    }
    return nameOrCount(names, QT_TRANSLATE_NOOP("keyturn::Planner", "%1 removed"),
                       QT_TRANSLATE_N_NOOP("keyturn::Planner", "%n leads removed"));
}

Result<QString> planInto(Draft& draft, const RestoreLeads& command)
{
    QStringList names;
    for (const LeadId id : command.leads) {
        KEYTURN_LET(const std::optional<Record> lead, draft.facts().row(QStringLiteral("leads"), id.toString()));
        if (!lead) {
            return refused(PlanTexts::tr("There is no such %1.").arg(PlanTexts::tr("lead")), id.toString());
        }
        if (lead->isNull(QStringLiteral("deleted_at"))) {
            continue;
        }
        if (isMergedAway(*lead)) {
            const QString kept = lead->text(QStringLiteral("duplicate_of_id"));
            KEYTURN_LET(const std::optional<Record> home, draft.facts().row(QStringLiteral("leads"), kept));
            return refused(
                PlanTexts::tr("%1 was merged into %2, with everything that belonged to it.")
                    .arg(lead->text(QStringLiteral("name")), home ? home->text(QStringLiteral("name")) : kept),
                compact({{QStringLiteral("lead_id"), kept}}));
        }
        const QString email = lead->text(QStringLiteral("email"));
        if (!email.isEmpty() && !lead->flag(QStringLiteral("email_shared")) &&
            lead->isNull(QStringLiteral("duplicate_of_id"))) {
            KEYTURN_LET(const std::optional<LeadId> other, draft.facts().leadByEmail(email));
            if (other) {
                return refused(PlanTexts::tr("Another lead has the e-mail address %1 by now.").arg(email),
                               compact({{QStringLiteral("lead_id"), other->toString()}}));
            }
        }
        draft.update(QStringLiteral("leads"), *lead, id.toString(), {{QStringLiteral("deleted_at"), QVariant()}});
        LogEntry entry;
        entry.lead = id.toString();
        entry.type = QStringLiteral("lead_restored");
        entry.title = QStringLiteral("Lead restored");
        draft.log(entry);
        names.append(lead->text(QStringLiteral("name")));
    }
    return nameOrCount(names, QT_TRANSLATE_NOOP("keyturn::Planner", "%1 restored"),
                       QT_TRANSLATE_N_NOOP("keyturn::Planner", "%n leads restored"));
}

} // namespace keyturn
