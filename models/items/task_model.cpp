// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/task_model.h"

#include "models/items/lead_text.h"
#include "models/items/list_diff.h"
#include "models/items/moment_text.h"
#include "models/items/role_names.h"
#include "models/workspace/when_ready.h"

#include <algorithm>

namespace keyturn {

namespace {

bool isDone(const Task& task)
{
    return task.status == QLatin1String("completed") || task.status == QLatin1String("cancelled");
}

} // namespace

TaskModel::TaskModel(Workspace& workspace, QObject* parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet& changes) {
        const bool concerns = std::any_of(changes.rows.begin(), changes.rows.end(), [this](const RowChange& row) {
            return row.table == QLatin1String("tasks") && (m_lead.isNull() || row.leadId == m_lead.toString());
        });
        if (concerns) {
            refresh();
        }
    });
}

TaskModel::~TaskModel() = default;

void TaskModel::showLead(LeadId lead)
{
    m_user = {};
    if (m_lead != lead) {
        m_lead = lead;
        ++m_generation;
        receive({});
    }
    refresh();
}

void TaskModel::showUser(UserId user)
{
    m_lead = {};
    if (m_user != user) {
        m_user = user;
        ++m_generation;
        receive({});
    }
    refresh();
}

void TaskModel::refresh()
{
    const quint64 generation = ++m_generation;
    if (!m_lead.isNull()) {
        whenReady(m_workspace.lead(m_lead), this, [this, generation](const Result<LeadDetail>& answer) {
            if (generation == m_generation) {
                receive(answer ? answer->tasks : std::vector<Task>());
            }
        });
    } else if (!m_user.isNull()) {
        whenReady(m_workspace.tasks(m_user, true), this, [this, generation](const Result<std::vector<Task>>& answer) {
            if (generation == m_generation && answer) {
                receive(*answer);
            }
        });
    }
}

void TaskModel::receive(std::vector<Task> tasks)
{
    applyDiff(*this, m_tasks, std::move(tasks), {}, [](const Task& task) { return task.id; });
    Q_EMIT countChanged();
}

int TaskModel::rowOf(TaskId task) const
{
    const auto it = std::find_if(m_tasks.begin(), m_tasks.end(), [&](const Task& t) { return t.id == task; });
    return it == m_tasks.end() ? -1 : static_cast<int>(it - m_tasks.begin());
}

int TaskModel::openCount() const
{
    return static_cast<int>(
        std::count_if(m_tasks.begin(), m_tasks.end(), [](const Task& task) { return !isDone(task); }));
}

void TaskModel::setDone(int row, bool done)
{
    const TaskId task = taskAt(row).id;
    m_pending.insert(task);
    Q_EMIT dataChanged(index(row), index(row), {Pending, Qt::CheckStateRole, IsDone});
    whenReady(m_workspace.submit(CompleteTask{task, done}), this, [this, task](const Result<Committed>& answer) {
        m_pending.remove(task);
        if (const int at = rowOf(task); at >= 0) {
            Q_EMIT dataChanged(index(at), index(at), {Pending, Qt::CheckStateRole, IsDone});
        }
        if (!answer) {
            Q_EMIT failed(answer.error());
        }
    });
}

int TaskModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

QVariant TaskModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Task& task = taskAt(index.row());
    const Instant now = m_workspace.clock().now();
    const auto frame = [&] { return DayFrame::around(now, userZone(m_workspace.catalogue())); };
    // A tick shows at once; the book catches up.
    const bool done = m_pending.contains(task.id) ? !isDone(task) : isDone(task);
    switch (role) {
    case Qt::DisplayRole:
    case Title:
        return task.title;
    case Qt::CheckStateRole:
        return done ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole: {
        QStringList parts{task.title, task.leadName, isDone(task) ? tr("done") : QString(),
                          MomentText::due(task.dueAt, !task.dueTime.isEmpty(), now, frame())};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case Id:
        return QVariant::fromValue(task.id);
    case Lead:
        return QVariant::fromValue(task.lead);
    case LeadName:
        return task.leadName;
    case Description:
        return task.description;
    case Type:
        return task.type;
    case Icon:
        return LeadText::taskIcon(task.type);
    case Priority:
        return task.priority;
    case Status:
        return task.status;
    case DueText:
        return MomentText::due(task.dueAt, !task.dueTime.isEmpty(), now, frame());
    case DueStateValue:
        return static_cast<int>(done ? DueState::None : MomentText::dueState(task.dueAt, now, frame()));
    case DueDate:
        return QDate::fromString(task.dueDate, Qt::ISODate);
    case DueTime:
        return QTime::fromString(task.dueTime, QStringLiteral("HH:mm"));
    case IsDone:
        return done;
    case Assignee: {
        const User* user = m_workspace.catalogue().user(task.assignedTo);
        return user == nullptr ? QString() : user->name();
    }
    case Pending:
        return m_pending.contains(task.id);
    default:
        return {};
    }
}

bool TaskModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid()) {
        return false;
    }
    const bool done = value.toInt() == Qt::Checked;
    if (done != isDone(taskAt(index.row())) && !m_pending.contains(taskAt(index.row()).id)) {
        setDone(index.row(), done);
    }
    return true;
}

Qt::ItemFlags TaskModel::flags(const QModelIndex& index) const
{
    return index.isValid()
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren
               : Qt::NoItemFlags;
}

QHash<int, QByteArray> TaskModel::roleNames() const
{
    return withRoleNames<Role>(QAbstractListModel::roleNames());
}

} // namespace keyturn
