// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"
#include "ui/kit/section_card.h"

class QCompleter;
class QStringListModel;

namespace keyturn {

class Label;
class LeadEditor;
class LineEdit;

/// The tags of a lead: chips with a cross, and a box that takes known and new ones.
class TagsSection : public SectionCard
{
    Q_OBJECT

public:
    TagsSection(Theme& theme, Workspace& workspace, LeadEditor& editor, QWidget* parent = nullptr);

private:
    void rebuild();
    void add(const QString& name);
    void change(const QStringList& added, const QStringList& removed);

    Theme& m_theme;
    Workspace& m_workspace;
    LeadEditor& m_editor;
    QWidget* m_chips;
    LineEdit* m_box;
    Label* m_problem;
    QStringListModel* m_known;
    QStringList m_shown;
};

} // namespace keyturn
