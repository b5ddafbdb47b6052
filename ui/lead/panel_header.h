// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"
#include "ui/kit/surface.h"
#include "ui/lead/scenario_figures.h"

namespace keyturn {

class Button;
class ChipLabel;
class IconButton;
class Label;
class LeadActions;
class LeadEditor;
class RemovableChip;
class TridLine;

/// The head of the panel: who it is, how to reach them, what comes next, and the facts one needs on the telephone.
class PanelHeader : public Surface
{
    Q_OBJECT

public:
    PanelHeader(Theme& theme, Workspace& workspace, LeadActions& actions, LeadEditor& editor,
                QWidget* parent = nullptr);

    void follow();

Q_SIGNALS:
    void expandRequested();
    void closeRequested();

private:
    void followFigures();

    Theme& m_theme;
    Workspace& m_workspace;
    LeadActions& m_actions;
    LeadEditor& m_editor;
    Label* m_name;
    RemovableChip* m_temperature;
    Button* m_call;
    IconButton* m_mail;
    Button* m_stage;
    IconButton* m_more;
    Surface* m_next;
    IconButton* m_nextCheck;
    Label* m_nextTitle;
    Label* m_nextDue;
    Button* m_done;
    Label* m_loan;
    Label* m_ltv;
    Label* m_payment;
    Label* m_rate;
    ChipLabel* m_lock;
    Label* m_closing;
    Label* m_trid;
    Label* m_tridMissing;
    TridLine* m_tridBars;
};

} // namespace keyturn
