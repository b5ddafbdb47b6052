// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"
#include "ui/kit/section_card.h"

namespace keyturn {

class Label;
class LeadEditor;

/// The people around the loan: who they are, their part in it, who is the primary one. Known people are found by
/// typing, new ones are added in place.
class PeopleSection : public SectionCard
{
    Q_OBJECT

public:
    PeopleSection(Theme& theme, Workspace& workspace, LeadEditor& editor, QWidget* parent = nullptr);

private:
    void rebuild();
    QWidget* row(const ContactLink& link);
    void submit(const Command& command);
    void showAdd(bool shown);

    Theme& m_theme;
    Workspace& m_workspace;
    LeadEditor& m_editor;
    QWidget* m_rows;
    QWidget* m_add = nullptr;
    Label* m_problem;
    std::vector<ContactLink> m_shown;
    bool m_built = false;
};

} // namespace keyturn
