// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/groups.h"
#include "models/domain/planning/task_time.h"
#include "models/domain/value_lists.h"

namespace keyturn {

namespace {

constexpr int titleLength = 255;

const QString& tasksTable()
{
    static const QString name = QStringLiteral("tasks");
    return name;
}

QVariant dateValue(const std::optional<QDate>& date)
{
    return date && date->isValid() ? QVariant(date->toString(Qt::ISODate)) : QVariant();
}

QVariant timeValue(const std::optional<QTime>& time)
{
    return time && time->isValid() ? QVariant(time->toString(QStringLiteral("HH:mm"))) : QVariant();
}

QVariant dueValue(const Draft& draft, const std::optional<QDate>& date, const std::optional<QTime>& time,
                  UserId assignee)
{
    const auto due = dueMoment(date, time, zoneOf(draft.catalogue(), assignee));
    return due ? QVariant(due->ms) : QVariant();
}

Result<QString> checkedTitle(const QString& text)
{
    const QString title = text.simplified();
    if (title.isEmpty()) {
        return invalid(PlanTexts::tr("A task needs a title."));
    }
    if (title.size() > titleLength) {
        return invalid(PlanTexts::tr("A title can have at most %n characters.", nullptr, titleLength));
    }
    return title;
}

Done checkPriority(const QString& priority)
{
    return hasChoice(ValueList::TaskPriority, priority)
               ? Done()
               : Done(invalid(PlanTexts::tr("There is no priority “%1”.").arg(priority)));
}

Done checkAssignee(const Draft& draft, UserId id)
{
    const User* user = draft.catalogue().user(id);
    if (!id.isNull() && (user == nullptr || !user->isActive)) {
        return refused(PlanTexts::tr("A task can only be given to somebody who works here."));
    }
    return {};
}

Result<Record> task(const Draft& draft, TaskId id)
{
    return draft.live(tasksTable(), id.toString(), PlanTexts::tr("task"));
}

QString quoted(const QString& title)
{
    return PlanTexts::tr("“%1”").arg(oneLine(title, 40));
}

} // namespace

Result<QString> planInto(Draft& draft, const AddTask& command)
{
    KEYTURN_LET(const QString title, checkedTitle(command.title));
    KEYTURN_TRY(checkPriority(command.priority));
    if (command.dueTime && !command.dueDate) {
        return invalid(PlanTexts::tr("A time of day needs a date."));
    }
    if (command.isFollowUp && !command.lead) {
        return invalid(PlanTexts::tr("A follow-up belongs to a lead."));
    }
    if (command.lead) {
        KEYTURN_TRY(draft.lead(*command.lead));
    }
    const UserId assignee = command.assignedTo.value_or(draft.actor());
    KEYTURN_TRY(checkAssignee(draft, assignee));
    const QString lead = command.lead ? command.lead->toString() : QString();
    const QString id = draft.idOr(command.id);
    const QVariant due = dueValue(draft, command.dueDate, command.dueTime, assignee);
    draft.insert(tasksTable(), id, lead,
                 {
                     {QStringLiteral("lead_id"), textOrNull(lead)},
                     {QStringLiteral("title"), title},
                     {QStringLiteral("description"), textOrNull(command.description.trimmed())},
                     {QStringLiteral("task_type"), command.type.isEmpty() ? QStringLiteral("other") : command.type},
                     {QStringLiteral("due_date"), dateValue(command.dueDate)},
                     {QStringLiteral("due_time"), timeValue(command.dueTime)},
                     {QStringLiteral("due_at"), due},
                     {QStringLiteral("priority"), command.priority},
                     {QStringLiteral("status"), QStringLiteral("pending")},
                     {QStringLiteral("assigned_to"), idOrNull(assignee)},
                     {QStringLiteral("created_by"), idOrNull(draft.actor())},
                 });
    if (command.isFollowUp) {
        LogEntry entry;
        entry.lead = lead;
        entry.type = QStringLiteral("follow_up_scheduled");
        entry.title = QStringLiteral("Follow-up: ") + title;
        entry.metadata = {{QStringLiteral("task_id"), id}, {QStringLiteral("title"), title}};
        if (due.isValid()) {
            entry.metadata.insert(QStringLiteral("scheduled_for"),
                                  Instant{due.toLongLong()}.toUtc().toString(Qt::ISODateWithMs));
        }
        draft.log(entry);
    }
    return command.isFollowUp ? PlanTexts::tr("Follow-up %1 scheduled").arg(quoted(title))
                              : PlanTexts::tr("Task %1 added").arg(quoted(title));
}

Result<QString> planInto(Draft& draft, const EditTask& command)
{
    KEYTURN_LET(const Record row, task(draft, command.id));
    Draft::Values values;
    if (command.title) {
        KEYTURN_LET(const QString title, checkedTitle(*command.title));
        values.emplace_back(QStringLiteral("title"), title);
    }
    if (command.description) {
        values.emplace_back(QStringLiteral("description"), textOrNull(command.description->trimmed()));
    }
    if (command.type) {
        values.emplace_back(QStringLiteral("task_type"), *command.type);
    }
    if (command.priority) {
        KEYTURN_TRY(checkPriority(*command.priority));
        values.emplace_back(QStringLiteral("priority"), *command.priority);
    }
    UserId assignee = UserId::fromString(row.text(QStringLiteral("assigned_to")));
    if (command.assignedTo) {
        KEYTURN_TRY(checkAssignee(draft, *command.assignedTo));
        assignee = *command.assignedTo;
        values.emplace_back(QStringLiteral("assigned_to"), idOrNull(assignee));
    }
    std::optional<QDate> date;
    std::optional<QTime> time;
    if (!row.isNull(QStringLiteral("due_date"))) {
        date = QDate::fromString(row.text(QStringLiteral("due_date")), Qt::ISODate);
    }
    if (!row.isNull(QStringLiteral("due_time"))) {
        time = QTime::fromString(row.text(QStringLiteral("due_time")).left(5), QStringLiteral("HH:mm"));
    }
    if (command.dueDate) {
        date = *command.dueDate;
        if (!date) {
            time = std::nullopt;
        }
    }
    if (command.dueTime) {
        time = *command.dueTime;
    }
    if (time && !date) {
        return invalid(PlanTexts::tr("A time of day needs a date."));
    }
    if (command.dueDate || command.dueTime || command.assignedTo) {
        values.emplace_back(QStringLiteral("due_date"), dateValue(date));
        values.emplace_back(QStringLiteral("due_time"), timeValue(time));
        values.emplace_back(QStringLiteral("due_at"), dueValue(draft, date, time, assignee));
    }
    draft.update(tasksTable(), row, row.text(QStringLiteral("lead_id")), values);
    return PlanTexts::tr("Task %1 changed").arg(quoted(command.title.value_or(row.text(QStringLiteral("title")))));
}

Result<QString> planInto(Draft& draft, const CompleteTask& command)
{
    KEYTURN_LET(const Record row, task(draft, command.id));
    const QString lead = row.text(QStringLiteral("lead_id"));
    const QString title = row.text(QStringLiteral("title"));
    const bool wasDone = row.text(QStringLiteral("status")) == QLatin1String("completed");
    const QString summary = command.done ? PlanTexts::tr("Task %1 done").arg(quoted(title))
                                         : PlanTexts::tr("Task %1 opened again").arg(quoted(title));
    if (wasDone == command.done) {
        return summary;
    }
    draft.update(tasksTable(), row, lead,
                 {{QStringLiteral("status"), command.done ? QStringLiteral("completed") : QStringLiteral("pending")},
                  {QStringLiteral("completed_at"), command.done ? QVariant(draft.now().ms) : QVariant()},
                  {QStringLiteral("completed_by"), command.done ? idOrNull(draft.actor()) : QVariant()}});
    if (command.done && !lead.isEmpty()) {
        LogEntry entry;
        entry.lead = lead;
        entry.type = QStringLiteral("task_completed");
        entry.title = QStringLiteral("Task done: ") + title;
        entry.metadata = {{QStringLiteral("task_id"), command.id.toString()}, {QStringLiteral("title"), title}};
        draft.log(entry);
    }
    return summary;
}

Result<QString> planInto(Draft& draft, const DeleteTask& command)
{
    KEYTURN_LET(const Record row, task(draft, command.id));
    draft.update(tasksTable(), row, row.text(QStringLiteral("lead_id")),
                 {{QStringLiteral("deleted_at"), draft.now().ms}});
    return PlanTexts::tr("Task %1 removed").arg(quoted(row.text(QStringLiteral("title"))));
}

} // namespace keyturn
