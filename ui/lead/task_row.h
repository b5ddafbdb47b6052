// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"

#include <QWidget>

namespace keyturn {

class Button;
class DueField;
class IconButton;
class Label;
class LineEdit;
class Theme;

/// One task: a circle that ticks it off, its title, when it is due; title, day and priority are changed in place.
class TaskRow : public QWidget
{
    Q_OBJECT

public:
    TaskRow(Theme& theme, Workspace& workspace, const Task& task, QWidget* parent = nullptr);

    [[nodiscard]] TaskId id() const { return m_task.id; }
    void setTask(const Task& task);

Q_SIGNALS:
    void problem(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void editTitle();
    void endTitle(bool keep);
    void toggleDue();
    void showMenu();
    void submit(const Command& command);
    [[nodiscard]] bool isDone() const { return m_task.status == QLatin1String("completed"); }

    Theme& m_theme;
    Workspace& m_workspace;
    Task m_task;
    IconButton* m_check;
    Button* m_title;
    LineEdit* m_edit = nullptr;
    Label* m_priority;
    Button* m_due;
    IconButton* m_more;
    DueField* m_dueField = nullptr;
};

} // namespace keyturn
