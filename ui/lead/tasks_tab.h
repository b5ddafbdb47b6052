// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_editor.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

namespace keyturn {

class Button;
class DueField;
class Label;
class LineEdit;
class SectionCard;
class TaskRow;

/// The tasks of a lead: a line that adds one, the open ones by due time, and what is done.
class TasksTab : public QWidget
{
    Q_OBJECT

public:
    TasksTab(Workspace& workspace, LeadEditor& editor, const UiContext& context, QWidget* parent = nullptr);

    [[nodiscard]] int openCount() const { return m_openCount; }

Q_SIGNALS:
    void countChanged();

private:
    void rebuild();
    void add();

    Workspace& m_workspace;
    LeadEditor& m_editor;
    const UiContext m_context;
    LineEdit* m_title;
    DueField* m_due;
    Label* m_problem;
    SectionCard* m_open;
    SectionCard* m_done;
    Label* m_none;
    std::vector<TaskRow*> m_rows;
    int m_openCount = 0;
};

} // namespace keyturn
