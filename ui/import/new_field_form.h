// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"
#include "ui/kit/theme.h"

#include <QWidget>

namespace keyturn {

class ComboField;
class LineField;

/// Declares a field of one's own in place: its name and what it holds.
class NewFieldForm : public QWidget
{
    Q_OBJECT

public:
    NewFieldForm(Theme& theme, Workspace& workspace, const QString& name, QWidget* parent = nullptr);

Q_SIGNALS:
    /// It is declared; its canonical name is "custom.<key>".
    void made(const QString& field);

private:
    void submit();

    Workspace& m_workspace;
    LineField* m_name;
    ComboField* m_type;
};

} // namespace keyturn
