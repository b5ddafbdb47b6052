// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/task_row.h"

#include "models/domain/value_lists.h"
#include "models/items/day_frame.h"
#include "models/items/lead_text.h"
#include "models/items/moment_text.h"
#include "models/workspace/when_ready.h"
#include "ui/kit/button.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/label.h"
#include "ui/kit/line_edit.h"
#include "ui/kit/menu_place.h"
#include "ui/kit/paint.h"
#include "ui/lead/due_field.h"

#include <QBoxLayout>
#include <QMenu>

namespace keyturn {

TaskRow::TaskRow(Theme& theme, Workspace& workspace, const Task& task, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_task(task)
    , m_check(new IconButton(theme, QStringLiteral("circle"), {}, this))
    , m_title(new Button(theme, Button::Kind::Quiet, {}, this))
    , m_priority(new Label(theme, TextStyle::Small, &Colors::amber, {}, this))
    , m_due(new Button(theme, Button::Kind::Quiet, {}, this))
    , m_more(new IconButton(theme, QStringLiteral("ellipsis"), tr("More for this task"), this))
{
    setObjectName(QStringLiteral("taskRow"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    m_check->setObjectName(QStringLiteral("taskCheck"));
    m_check->setSize(28);
    m_title->setObjectName(QStringLiteral("taskTitle"));
    m_title->setSmall(true);
    m_title->setTextAlignment(Qt::AlignLeft);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_title->setMinimumWidth(0);
    m_due->setObjectName(QStringLiteral("taskDue"));
    m_due->setSmall(true);
    m_more->setObjectName(QStringLiteral("taskMore"));
    m_more->setSize(28);
    row->addWidget(m_check);
    row->addWidget(m_title, 1);
    row->addWidget(m_priority);
    row->addWidget(m_due);
    row->addWidget(m_more);
    column->addLayout(row);
    connect(m_check, &QAbstractButton::clicked, this, [this] { submit(CompleteTask{m_task.id, !isDone()}); });
    connect(m_title, &QAbstractButton::clicked, this, &TaskRow::editTitle);
    connect(m_due, &QAbstractButton::clicked, this, &TaskRow::toggleDue);
    connect(m_more, &QAbstractButton::clicked, this, &TaskRow::showMenu);
    build();
}

void TaskRow::setTask(const Task& task)
{
    if (task != m_task) {
        m_task = task;
        build();
    }
}

void TaskRow::build()
{
    const DayFrame frame = DayFrame::around(m_workspace.clock().now(), userZone(m_workspace.catalogue()));
    const Instant now = m_workspace.clock().now();
    m_check->setIconName(isDone() ? QStringLiteral("circle-check") : QStringLiteral("circle"));
    m_check->setColor(isDone() ? &Colors::green : &Colors::text2);
    m_check->setName(isDone() ? tr("Open %1 again").arg(m_task.title) : tr("Complete %1").arg(m_task.title));
    m_title->setIconName(LeadText::taskIcon(m_task.type));
    m_title->setText(m_task.title);
    m_title->setAccessibleName(tr("Change the title of %1").arg(m_task.title));
    m_priority->setText(!isDone() && m_task.priority == QLatin1String("high") ? tr("High") : QString());
    m_priority->setVisible(!m_priority->text().isEmpty());
    if (isDone()) {
        m_due->setText(tr("Done %1").arg(MomentText::shortDate(m_task.completedAt.dateIn(frame.zone), frame.today)));
    } else if (m_task.dueDate.isEmpty()) {
        m_due->setText(tr("No date"));
    } else {
        m_due->setText(MomentText::due(m_task.dueAt, !m_task.dueTime.isEmpty(), now, frame));
    }
    m_due->setAccessibleName(tr("Due: %1").arg(m_due->text()));
    m_due->setEnabled(!isDone());
    update();
}

void TaskRow::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paint::hairline(painter, rect().bottomLeft(), rect().bottomRight(), m_theme.colors().line);
    const bool late = !isDone() && !m_task.dueAt.isNull() && m_task.dueAt < m_workspace.clock().now();
    if (late) {
        paint::roundedRect(painter, m_due->geometry(), 6, m_theme.colors().redSoft);
    }
}

void TaskRow::editTitle()
{
    if (m_edit != nullptr || isDone()) {
        return;
    }
    m_edit = new LineEdit(m_theme, this);
    m_edit->setObjectName(QStringLiteral("taskTitleEdit"));
    m_edit->setAccessibleName(tr("Title of the task"));
    m_edit->setMaxLength(255);
    m_edit->setText(m_task.title);
    m_edit->setBaseText(m_task.title);
    auto* row = qobject_cast<QHBoxLayout*>(layout()->itemAt(0)->layout());
    row->insertWidget(1, m_edit, 1);
    m_title->hide();
    m_edit->selectAll();
    m_edit->setFocus();
    connect(m_edit, &QLineEdit::editingFinished, this, [this] { endTitle(true); });
}

void TaskRow::endTitle(bool keep)
{
    if (m_edit == nullptr) {
        return;
    }
    const QString title = m_edit->text().trimmed();
    LineEdit* edit = m_edit;
    m_edit = nullptr;
    edit->hide();
    edit->deleteLater();
    m_title->show();
    if (keep && !title.isEmpty() && title != m_task.title) {
        EditTask change;
        change.id = m_task.id;
        change.title = title;
        submit(change);
    }
}

void TaskRow::toggleDue()
{
    if (m_dueField != nullptr) {
        m_dueField->hide();
        m_dueField->deleteLater();
        m_dueField = nullptr;
        return;
    }
    m_dueField = new DueField(m_theme, m_workspace.clock(), userZone(m_workspace.catalogue()), this);
    const QDate date = QDate::fromString(m_task.dueDate, Qt::ISODate);
    const QTime time = QTime::fromString(m_task.dueTime, QStringLiteral("HH:mm"));
    m_dueField->setDue(date.isValid() ? std::optional(date) : std::nullopt,
                       time.isValid() ? std::optional(time) : std::nullopt);
    layout()->addWidget(m_dueField);
    connect(m_dueField, &DueField::edited, this, [this] {
        EditTask change;
        change.id = m_task.id;
        change.dueDate = m_dueField->date();
        change.dueTime = m_dueField->time();
        submit(change);
    });
}

void TaskRow::showMenu()
{
    auto* menu = new QMenu(m_more);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Choice& choice : choices(ValueList::TaskPriority)) {
        QAction* action = menu->addAction(tr("Priority: %1").arg(choice.label));
        action->setCheckable(true);
        action->setChecked(choice.key == m_task.priority);
        connect(action, &QAction::triggered, this, [this, key = choice.key] {
            EditTask change;
            change.id = m_task.id;
            change.priority = key;
            submit(change);
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Delete the task")), &QAction::triggered, this,
            [this] { submit(DeleteTask{m_task.id}); });
    popUpBelow(*menu, *m_more);
}

void TaskRow::submit(const Command& command)
{
    Q_EMIT problem({});
    whenReady(m_workspace.submit(command), this, [this](const Result<Committed>& answer) {
        if (!answer) {
            Q_EMIT problem(answer.error().message);
        }
    });
}

} // namespace keyturn
