// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"
#include "ui/kit/surface.h"

namespace keyturn {

class Avatar;
class Button;
class ChipLabel;
class IconButton;
class Label;
class LeadActions;
class RemovableChip;

/// The head of a lead's page: who it is and what comes next, and below it the line of facts.
class LeadHeader : public Surface
{
    Q_OBJECT

public:
    LeadHeader(Theme& theme, Workspace& workspace, LeadActions& actions, QWidget* parent = nullptr);

    void follow();

Q_SIGNALS:
    void backRequested();

private:
    void buildFacts();

    Theme& m_theme;
    Workspace& m_workspace;
    LeadActions& m_actions;
    Label* m_name;
    RemovableChip* m_temperature;
    ChipLabel* m_source;
    ChipLabel* m_stop;
    Button* m_phone;
    Button* m_mail;
    Button* m_next;
    IconButton* m_more;
    QWidget* m_facts;
    Button* m_stage;
    Label* m_inStage;
    Label* m_amount;
    Label* m_rate;
    ChipLabel* m_lock;
    Label* m_closing;
    Avatar* m_avatar;
    Button* m_owner;
    Label* m_origin;
    Label* m_score;
    QWidget* m_scoreFact;
};

/// Chip of a temperature key.
struct Chip temperatureChip(const QString& key);

} // namespace keyturn
