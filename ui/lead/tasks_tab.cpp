// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/tasks_tab.h"

#include "models/items/day_frame.h"
#include "models/workspace/when_ready.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/line_edit.h"
#include "ui/kit/section_card.h"
#include "ui/lead/due_field.h"
#include "ui/lead/task_row.h"

#include <QBoxLayout>

#include <algorithm>

namespace keyturn {

TasksTab::TasksTab(Workspace& workspace, LeadEditor& editor, const UiContext& context, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_editor(editor)
    , m_context(context)
    , m_title(new LineEdit(context.theme))
    , m_due(new DueField(context.theme, workspace.clock(), userZone(workspace.catalogue())))
    , m_problem(new Label(context.theme, TextStyle::Small, &Colors::red))
    , m_open(new SectionCard(context.theme, tr("Open tasks"), this))
    , m_done(new SectionCard(context.theme, tr("Done"), this))
    , m_none(new Label(context.theme, TextStyle::Body, &Colors::text2, tr("Nothing to do for this lead right now.")))
{
    setObjectName(QStringLiteral("tasksTab"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 20);
    column->setSpacing(12);
    m_open->setObjectName(QStringLiteral("openTasks"));
    m_done->setObjectName(QStringLiteral("doneTasks"));
    m_done->setCollapsible(true);
    column->addWidget(m_open);
    column->addWidget(m_done);
    column->addStretch(1);

    m_title->setObjectName(QStringLiteral("newTaskTitle"));
    m_title->setAccessibleName(tr("New task"));
    m_title->setPlaceholderText(tr("Add a task"));
    m_title->setKeyHint(tr("Enter"));
    m_title->setMaxLength(255);
    m_problem->setWordWrap(true);
    m_none->setWordWrap(true);
    m_problem->hide();
    m_open->body()->setSpacing(8);
    m_open->body()->addWidget(m_title);
    m_open->body()->addWidget(m_due);
    m_open->body()->addWidget(m_problem);
    m_open->body()->addWidget(m_none);
    m_done->body()->setSpacing(0);
    connect(m_title, &QLineEdit::returnPressed, this, &TasksTab::add);
    connect(&editor, &LeadEditor::loaded, this, &TasksTab::rebuild);
    connect(&editor, &LeadEditor::listsChanged, this, &TasksTab::rebuild);
    connect(&workspace, &Workspace::accessChanged, this, &TasksTab::rebuild);
    rebuild();
}

void TasksTab::rebuild()
{
    const bool mayWrite = m_workspace.access().mayWrite;
    m_title->setVisible(mayWrite);
    m_due->setVisible(mayWrite);
    std::vector<TaskRow*> rows;
    int open = 0;
    int done = 0;
    for (const Task& task : m_editor.detail().tasks) {
        if (task.status == QLatin1String("cancelled")) {
            continue;
        }
        const auto found =
            std::find_if(m_rows.begin(), m_rows.end(), [&](const TaskRow* row) { return row->id() == task.id; });
        TaskRow* row = nullptr;
        if (found != m_rows.end()) {
            row = *found;
            m_rows.erase(found);
            row->setTask(task);
        } else {
            row = new TaskRow(m_context.theme, m_workspace, task, this);
            connect(row, &TaskRow::problem, this, [this](const QString& sentence) {
                m_problem->setText(sentence);
                m_problem->setVisible(!sentence.isEmpty());
            });
        }
        const bool isDone = task.status == QLatin1String("completed");
        (isDone ? m_done : m_open)->body()->addWidget(row);
        row->setEnabled(mayWrite);
        row->show();
        ++(isDone ? done : open);
        rows.push_back(row);
    }
    for (TaskRow* gone : m_rows) {
        gone->hide();
        gone->deleteLater();
    }
    m_rows = rows;
    m_none->setVisible(open == 0);
    m_open->setCount(open);
    m_done->setCount(done);
    m_done->setVisible(done > 0);
    if (open != m_openCount) {
        m_openCount = open;
        Q_EMIT countChanged();
    }
}

void TasksTab::add()
{
    const QString title = m_title->text().trimmed();
    if (title.isEmpty()) {
        return;
    }
    AddTask task;
    task.lead = m_editor.lead();
    task.title = title;
    task.dueDate = m_due->date();
    task.dueTime = m_due->time();
    m_problem->hide();
    whenReady(m_workspace.submit(task), this, [this, title](const Result<Committed>& answer) {
        if (!answer) {
            m_problem->setText(answer.error().message);
            m_problem->show();
        } else if (m_title->text().trimmed() == title) {
            m_title->clear();
        }
    });
}

} // namespace keyturn
