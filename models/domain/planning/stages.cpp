// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/board_order.h"
#include "models/domain/planning/groups.h"
#include "models/domain/value_lists.h"

#include <algorithm>

namespace keyturn {

namespace {

constexpr int reasonLength = 500;

Done checkReason(const Draft& draft, const Stage& to, const MoveStage& command)
{
    if (to.requiresReason && command.reasonCode.isEmpty()) {
        return refused(PlanTexts::tr("Moving a lead to %1 needs a reason.").arg(to.name));
    }
    const QStringList& known = draft.catalogue().exitReasons;
    if (!command.reasonCode.isEmpty() && !known.contains(command.reasonCode) &&
        !hasChoice(ValueList::ExitReason, command.reasonCode)) {
        return invalid(PlanTexts::tr("There is no exit reason “%1”.").arg(command.reasonCode));
    }
    if (command.reasonCode == QLatin1String("other") && command.reasonText.trimmed().isEmpty()) {
        return refused(PlanTexts::tr("The reason “other” needs a few words."));
    }
    if (command.reasonText.size() > reasonLength) {
        return invalid(PlanTexts::tr("A reason can have at most %n characters.", nullptr, reasonLength));
    }
    return {};
}

void moveLead(Draft& draft, const Record& lead, const Stage* from, const Stage& to, const MoveStage& command)
{
    const QString id = lead.text(QStringLiteral("id"));
    const bool exits = to.isExit();
    const QString reasonText = exits ? command.reasonText.simplified() : QString();
    const QVariant until =
        exits && command.nurtureUntil ? QVariant(command.nurtureUntil->toString(Qt::ISODate)) : QVariant();
    draft.update(QStringLiteral("leads"), lead, id,
                 {
                     {QStringLiteral("stage_id"), to.id.toString()},
                     {QStringLiteral("stage_entered_at"), draft.now().ms},
                     {QStringLiteral("exit_reason_code"), exits ? textOrNull(command.reasonCode) : QVariant()},
                     {QStringLiteral("exit_reason"), textOrNull(reasonText)},
                     {QStringLiteral("nurture_until"), until},
                 });
    const Instant entered{lead.integer(QStringLiteral("stage_entered_at"))};
    QJsonObject metadata{{QStringLiteral("days_in_stage"), (draft.now() - entered) / msPerDay}};
    if (exits && !command.reasonCode.isEmpty()) {
        metadata.insert(QStringLiteral("reason_code"), command.reasonCode);
    }
    if (until.isValid()) {
        metadata.insert(QStringLiteral("nurture_until"), until.toString());
    }
    LogEntry entry;
    entry.lead = id;
    entry.type = QStringLiteral("status_changed");
    entry.title = from != nullptr
                      ? QString(QStringLiteral("Moved from ") + from->name + QStringLiteral(" to ") + to.name)
                      : QString(QStringLiteral("Moved to ") + to.name);
    entry.description = reasonText;
    entry.metadata = metadata;
    entry.from = from;
    entry.to = &to;
    entry.highlight = to.kind == StageKind::Won && (from == nullptr || from->kind != StageKind::Won);
    draft.log(entry);
}

/// A step back goes at once, as every move; that it is one is said plainly.
bool isBackwards(const Catalogue& catalogue, const Record& lead, const Stage& to)
{
    const auto place = [&](const StageId& id) { return std::ranges::find(catalogue.stages, id, &Stage::id); };
    const auto from = place(StageId::fromString(lead.text(QStringLiteral("stage_id"))));
    return !to.isExit() && from != catalogue.stages.end() && place(to.id) < from;
}

} // namespace

Result<QString> planInto(Draft& draft, const MoveStage& command)
{
    const Stage* to = draft.catalogue().stage(command.to);
    if (to == nullptr) {
        return invalid(PlanTexts::tr("There is no such stage."));
    }
    std::vector<Record> moving;
    for (const LeadId id : command.leads) {
        KEYTURN_LET(Record lead, draft.lead(id));
        if (StageId::fromString(lead.text(QStringLiteral("stage_id"))) != to->id) {
            moving.push_back(std::move(lead));
        }
    }
    if (!moving.empty()) {
        KEYTURN_TRY(checkReason(draft, *to, command));
    }
    for (const Record& lead : moving) {
        moveLead(draft, lead, draft.catalogue().stage(StageId::fromString(lead.text(QStringLiteral("stage_id")))), *to,
                 command);
    }
    if (!command.arrangement.empty()) {
        KEYTURN_TRY(arrange(draft, to->id, command.arrangement));
    }
    if (moving.empty()) {
        return PlanTexts::tr("%1 rearranged").arg(to->name);
    }
    const auto count = static_cast<int>(moving.size());
    const bool back =
        std::ranges::all_of(moving, [&](const Record& lead) { return isBackwards(draft.catalogue(), lead, *to); });
    if (count == 1) {
        const QString name = moving.front().text(QStringLiteral("name"));
        return (back ? PlanTexts::tr("%1 moved back to %2") : PlanTexts::tr("%1 moved to %2")).arg(name, to->name);
    }
    return (back ? PlanTexts::tr("%Ln leads moved back to %1", nullptr, count)
                 : PlanTexts::tr("%Ln leads moved to %1", nullptr, count))
        .arg(to->name);
}

Result<QString> planInto(Draft& draft, const ArrangeCards& command)
{
    const Stage* stage = draft.catalogue().stage(command.stage);
    if (stage == nullptr) {
        return invalid(PlanTexts::tr("There is no such stage."));
    }
    KEYTURN_TRY(arrange(draft, stage->id, command.leads));
    return PlanTexts::tr("%1 rearranged").arg(stage->name);
}

} // namespace keyturn
