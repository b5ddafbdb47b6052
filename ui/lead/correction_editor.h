// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"

#include <QWidget>

namespace keyturn {

class Button;
class GrowingEdit;
class Label;
class Theme;

/// Corrects an entry of the log in its place. Nothing is overwritten: the correction is an entry of its own, and the
/// timeline shows the corrected text with a mark.
class CorrectionEditor : public QWidget
{
    Q_OBJECT

public:
    CorrectionEditor(Theme& theme, Workspace& workspace, const TimelineEntry& entry, QWidget* parent = nullptr);

    void focusText();

Q_SIGNALS:
    void finished();

private:
    void submit(bool withdraw);

    Workspace& m_workspace;
    ActivityId m_activity;
    GrowingEdit* m_text;
    Label* m_problem;
    Button* m_save;
};

} // namespace keyturn
