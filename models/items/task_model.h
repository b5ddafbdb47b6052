// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/domain/lead_detail.h"
#include "models/items/lead_view.h"
#include "models/workspace/workspace.h"

#include <QAbstractListModel>
#include <QSet>

#include <vector>

namespace keyturn {

/// Tasks of one lead (open by due time, then done), or the open tasks of one person. Ticking one off is
/// setData(Qt::CheckStateRole), which submits the command; the row follows when it is committed.
class TaskModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        Id = Qt::UserRole + 1, ///< keyturn::TaskId
        Lead,                  ///< keyturn::LeadId, null if not about a lead
        LeadName,
        Title,
        Description,
        Type, ///< task_type
        Icon,
        Priority,
        Status,        ///< pending, overdue, completed, cancelled
        DueText,       ///< "Today 3:00 PM", "2 days late"; empty without a date
        DueStateValue, ///< int of keyturn::DueState
        DueDate,       ///< QDate, invalid if none
        DueTime,       ///< QTime, invalid if none
        IsDone,
        Assignee, ///< name
        Pending,  ///< bool: a command on it is under way
    };
    Q_ENUM(Role)

    explicit TaskModel(Workspace& workspace, QObject* parent = nullptr);
    ~TaskModel() override;

    void showLead(LeadId lead);
    void showUser(UserId user);

    [[nodiscard]] const Task& taskAt(int row) const { return m_tasks[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(TaskId task) const; ///< -1 if it is not shown
    [[nodiscard]] int openCount() const;
    void setDone(int row, bool done);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
    void failed(const keyturn::Error& error);

private:
    void refresh();
    void receive(std::vector<Task> tasks);

    Workspace& m_workspace;
    LeadId m_lead;
    UserId m_user;
    std::vector<Task> m_tasks;
    QSet<TaskId> m_pending;
    quint64 m_generation = 0;
};

} // namespace keyturn
