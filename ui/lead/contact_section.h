// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"
#include "ui/kit/section_card.h"
#include "ui/kit/ui_context.h"

#include <QDateTime>

namespace keyturn {

class Button;
class FieldBinder;
class Label;
class LeadEditor;

/// How the borrower is reached, with a word about the hour where they live.
class ContactSection : public SectionCard
{
    Q_OBJECT

public:
    ContactSection(const UiContext& context, Workspace& workspace, LeadEditor& editor, FieldBinder& binder, int columns,
                   QWidget* parent = nullptr);

Q_SIGNALS:
    /// In the user's zone.
    void reminderRequested(const QDateTime& at);

private:
    void follow();

    Workspace& m_workspace;
    LeadEditor& m_editor;
    QWidget* m_bar;
    Label* m_barText;
    Button* m_remind;
    QDateTime m_opens;
    Label* m_stop;
};

} // namespace keyturn
