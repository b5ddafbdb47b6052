// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/task_queries.h"

#include "models/storage/queries/rows.h"

namespace keyturn::queries {

namespace {

Task taskOf(const Row& row, SharedWords& words, Instant now)
{
    Task task;
    task.id = row.id<TaskId>(0);
    task.lead = row.id<LeadId>(1);
    task.leadName = row.text(2);
    task.title = row.text(3);
    task.description = row.text(4);
    task.type = words.text(row, 5);
    task.priority = words.text(row, 6);
    task.status = words.text(row, 7);
    task.dueAt = row.instant(8);
    task.dueDate = row.text(9);
    task.dueTime = words.text(row, 10);
    task.assignedTo = row.id<UserId>(11);
    task.completedAt = row.instant(12);
    task.createdAt = row.instant(13);
    task.version = row.integer(14);
    if (task.status == QLatin1String("pending") && !task.dueAt.isNull() && task.dueAt < now) {
        task.status = QStringLiteral("overdue");
    }
    return task;
}

/// Tasks of a removed lead rest with it.
void select(Together& asked, const QString& condition, const QString& order, const std::vector<QVariant>& values,
            Instant now, std::vector<Task>& found)
{
    asked.ask(QString(u"SELECT t.id, t.lead_id, l.name, t.title, t.description, t.task_type, t.priority, "
                      u"t.status, t.due_at, t.due_date, t.due_time, t.assigned_to, t.completed_at, "
                      u"t.created_at, t.version FROM tasks t LEFT JOIN leads l ON l.id = t.lead_id "
                      u"WHERE t.deleted_at IS NULL AND (t.lead_id IS NULL OR l.deleted_at IS NULL)" %
                      condition % u" ORDER BY " % order),
              values, [&found, words = SharedWords(), now](const Row& row) mutable {
                  found.push_back(taskOf(row, words, now));
              });
}

QString openFirst()
{
    return QStringLiteral("CASE t.status WHEN 'pending' THEN 0 ELSE 1 END, "
                          "CASE WHEN t.status = 'pending' AND t.due_at IS NULL THEN 1 ELSE 0 END, "
                          "CASE t.status WHEN 'pending' THEN t.due_at END, "
                          "coalesce(t.completed_at, t.updated_at) DESC, t.id");
}

} // namespace

Result<std::vector<Task>> tasks(Connection& book, const std::optional<UserId>& assignee, bool openOnly, Instant now)
{
    QString condition;
    std::vector<QVariant> values;
    if (assignee && assignee->isNull()) {
        condition += QStringLiteral(" AND t.assigned_to IS NULL");
    } else if (assignee) {
        condition += QStringLiteral(" AND t.assigned_to = ?");
        values.emplace_back(assignee->toString());
    }
    if (openOnly) {
        condition += QStringLiteral(" AND t.status = 'pending'");
    }
    std::vector<Task> found;
    Together asked(book);
    select(asked, condition, openFirst(), values, now, found);
    KEYTURN_TRY(asked.answer());
    return found;
}

void tasksOf(Together& asked, LeadId lead, Instant now, std::vector<Task>& found)
{
    // The lead's own page shows them even when the lead has been removed.
    asked.ask(QString(u"SELECT t.id, t.lead_id, l.name, t.title, t.description, t.task_type, t.priority, "
                      u"t.status, t.due_at, t.due_date, t.due_time, t.assigned_to, t.completed_at, "
                      u"t.created_at, t.version FROM tasks t JOIN leads l ON l.id = t.lead_id "
                      u"WHERE t.lead_id = ? AND t.deleted_at IS NULL ORDER BY " %
                      openFirst()),
              {lead.toString()}, [&found, words = SharedWords(), now](const Row& row) mutable {
                  found.push_back(taskOf(row, words, now));
              });
}

void tasksDue(Together& asked, UserId assignee, Instant until, int limit, Instant now, std::vector<Task>& found)
{
    select(asked, QStringLiteral(" AND t.status = 'pending' AND t.assigned_to = ? AND t.due_at <= ?"),
           QStringLiteral("t.due_at, t.id LIMIT ?"), {assignee.toString(), until.ms, qint64(limit)}, now, found);
}

} // namespace keyturn::queries
