// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/book_json.h"
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "app/cli/time_input.h"

#include <QJsonArray>

#include <algorithm>

namespace keyturn::cli {

namespace {

QString entriesText(const std::vector<TimelineEntry>& entries, const QTimeZone& zone)
{
    TextTable table;
    table.addColumn(Words::tr("When"));
    table.addColumn(Words::tr("Type"));
    table.addColumn(Words::tr("Who"));
    table.addColumn(Words::tr("What"));
    for (const TimelineEntry& entry : entries) {
        const QString what =
            entry.description.isEmpty() ? entry.title : QString(entry.title + QStringLiteral(": ") + entry.description);
        table.addRow({shownTime(entry.occurredAt, zone), entry.type, entry.actorName, what});
    }
    return table.toText();
}

QString tasksText(const std::vector<Task>& tasks)
{
    TextTable table;
    table.addColumn(Words::tr("Id"));
    table.addColumn(Words::tr("Due"));
    table.addColumn(Words::tr("Priority"));
    table.addColumn(Words::tr("Status"));
    table.addColumn(Words::tr("Task"));
    table.addColumn(Words::tr("Lead"));
    for (const Task& task : tasks) {
        const QString due =
            task.dueTime.isEmpty() ? task.dueDate : QString(task.dueDate + QLatin1Char(' ') + task.dueTime);
        table.addRow({task.id.toString(), due, task.priority, task.status, task.title, task.leadName});
    }
    return table.toText();
}

/// Answers with the log entry that a command wrote for the lead.
void answerWithEntry(const Job& job, LeadId lead, const Committed& done)
{
    for (const RowChange& row : done.changes.rows) {
        if (row.table != QLatin1String("lead_activities") || row.leadId != lead.toString()) {
            continue;
        }
        const Instant occurred{row.after(QStringLiteral("occurred_at")).toLongLong()};
        TimelineQuery query;
        query.lead = lead;
        query.before = {occurred + 1, QString()};
        job.when(job.workspace().timeline(query), [job, id = row.id](const TimelinePage& page) {
            for (const TimelineEntry& entry : page.entries) {
                if (entry.id.toString() == id) {
                    job.finish({entryToJson(entry, job.catalogue()), entriesText({entry}, job.zone()), exitDone});
                    return;
                }
            }
            job.finish({QJsonObject{{QStringLiteral("id"), id}}, id + QLatin1Char('\n'), exitDone});
        });
        return;
    }
    job.fail({Error::Kind::Corrupt, Words::tr("The activity was not logged."), {}, {}});
}

Result<Command> readLogCommand(const Job& job, LeadId lead)
{
    const QString kind = job.operand(1);
    const QString text = job.option("text");
    std::optional<QDateTime> at;
    if (job.has("at")) {
        KEYTURN_LET(at, readMoment(job.option("at"), job.zone()));
    }
    if (kind == QLatin1String("note")) {
        AddNote note;
        note.lead = lead;
        note.content = text;
        return Command(note);
    }
    if (kind == QLatin1String("follow_up")) {
        AddTask task;
        task.lead = lead;
        task.title = text.isEmpty() ? Words::tr("Follow up") : text;
        task.isFollowUp = true;
        const QDateTime due = at->toTimeZone(job.zone());
        task.dueDate = due.date();
        task.dueTime = due.time();
        return Command(task);
    }
    LogActivity activity;
    activity.lead = lead;
    activity.type = kind == QLatin1String("call")      ? LogActivity::Type::Call
                    : kind == QLatin1String("meeting") ? LogActivity::Type::Meeting
                                                       : LogActivity::Type::Sms;
    activity.text = text;
    activity.outcome = job.option("outcome");
    if (job.has("duration")) {
        activity.durationSeconds = job.option("duration").toInt();
    }
    if (at) {
        activity.at = Instant::fromDateTime(*at);
    }
    return Command(activity);
}

void answerFrom(const Job& job, const std::vector<Task>& tasks, const QString& id)
{
    const auto found = std::ranges::find(tasks, id, [](const Task& task) { return task.id.toString(); });
    if (found == tasks.end()) {
        job.fail({Error::Kind::Invalid, Words::tr("There is no task “%1”.").arg(id), {}, {}});
        return;
    }
    job.finish({taskToJson(*found, job.catalogue()), tasksText({*found}), exitDone});
}

/// The task that was just changed. A book has many tasks, a lead few.
void answerWithTask(const Job& job, const QString& id, const Committed& done)
{
    const auto row = std::ranges::find_if(done.changes.rows, [&id](const RowChange& change) {
        return change.table == QLatin1String("tasks") && change.id == id && !change.leadId.isEmpty();
    });
    if (row != done.changes.rows.end()) {
        job.when(job.workspace().lead(LeadId::fromString(row->leadId)),
                 [job, id](const LeadDetail& lead) { answerFrom(job, lead.tasks, id); });
    } else {
        job.when(job.workspace().tasks(std::nullopt, false),
                 [job, id](const std::vector<Task>& tasks) { answerFrom(job, tasks, id); });
    }
}

} // namespace

void logActivity(const Job& job)
{
    job.with(readId<LeadTag>(job.operand(0)), [&](LeadId lead) {
        job.with(readLogCommand(job, lead), [&](const Command& command) {
            job.when(job.workspace().submit(command),
                     [job, lead](const Committed& done) { answerWithEntry(job, lead, done); });
        });
    });
}

void showTimeline(const Job& job)
{
    TimelineQuery query;
    if (job.has("limit")) {
        query.limit = job.option("limit").toInt();
    }
    if (job.has("before")) {
        query.before = TimelineCursor::fromString(job.option("before"));
        if (query.before.isNull()) {
            job.fail({Error::Kind::Invalid, Words::tr("“%1” is not a cursor.").arg(job.option("before")), {}, {}});
            return;
        }
    }
    job.with(readId<LeadTag>(job.operand(0)), [&](LeadId lead) {
        query.lead = lead;
        // The lead first: a lead that is not there is told as such, not as one to which nothing happened.
        job.when(job.workspace().lead(lead), [job, query](const LeadDetail&) {
            job.when(job.workspace().timeline(query), [job](const TimelinePage& page) {
                QJsonArray activities;
                for (const TimelineEntry& entry : page.entries) {
                    activities.append(entryToJson(entry, job.catalogue()));
                }
                const QJsonValue next = page.next.isNull() ? QJsonValue() : QJsonValue(page.next.toString());
                QString text = entriesText(page.entries, job.zone());
                if (!page.next.isNull()) {
                    text += Words::tr("More: --before %1").arg(page.next.toString()) + QLatin1Char('\n');
                }
                job.finish({QJsonObject{{QStringLiteral("activities"), activities}, {QStringLiteral("next"), next}},
                            text, exitDone});
            });
        });
    });
}

void addTask(const Job& job)
{
    job.with(readId<LeadTag>(job.operand(0)), [&](LeadId lead) {
        AddTask command;
        command.lead = lead;
        command.title = job.option("title");
        if (job.has("priority")) {
            command.priority = job.option("priority");
        }
        if (job.has("due")) {
            const auto date = readDate(job.option("due"));
            if (!date) {
                job.fail(date.error());
                return;
            }
            command.dueDate = *date;
        }
        job.when(job.workspace().submit(command), [job](const Committed& done) {
            for (const RowChange& row : done.changes.rows) {
                if (row.table == QLatin1String("tasks")) {
                    answerWithTask(job, row.id, done);
                    return;
                }
            }
            job.fail({Error::Kind::Corrupt, Words::tr("The task was not added."), {}, {}});
        });
    });
}

void completeTask(const Job& job)
{
    job.with(readId<TaskTag>(job.operand(0)), [&](TaskId id) {
        job.when(job.workspace().submit(CompleteTask{id, true}),
                 [job, id](const Committed& done) { answerWithTask(job, id.toString(), done); });
    });
}

void listTasks(const Job& job)
{
    job.when(job.workspace().tasks(std::nullopt, true), [job](const std::vector<Task>& all) {
        const QString due = job.option("due");
        const QString today = job.workspace().clock().now().dateIn(job.zone()).toString(QStringLiteral("yyyy-MM-dd"));
        const std::size_t limit = job.has("limit") ? static_cast<std::size_t>(job.option("limit").toInt()) : all.size();
        std::vector<Task> tasks;
        for (const Task& task : all) {
            const bool isWanted = due.isEmpty() || (due == QLatin1String("today") && task.dueDate == today) ||
                                  (due == QLatin1String("overdue") && task.status == due);
            if (isWanted && tasks.size() < limit) {
                tasks.push_back(task);
            }
        }
        // There may be very many: they are written down once, the way that was asked for.
        if (!job.invocation().json) {
            job.finish({{}, tasksText(tasks), exitDone});
            return;
        }
        QJsonArray list;
        for (const Task& task : tasks) {
            list.append(taskToJson(task, job.catalogue()));
        }
        job.finish({list, {}, exitDone});
    });
}

} // namespace keyturn::cli
