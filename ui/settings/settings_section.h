// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

#include <functional>

class QBoxLayout;

namespace keyturn {

class Field;

/// What all parts of Settings have in common: the look, the book, and a way to give it a command.
class SettingsSection : public QWidget
{
    Q_OBJECT

public:
    SettingsSection(const UiContext& context, Workspace& workspace, QWidget* parent = nullptr);

    /// Shows what the book holds now; called when the catalogue changed.
    virtual void follow() {}

Q_SIGNALS:
    void failed(const keyturn::Error& error);

protected:
    [[nodiscard]] Theme& theme() const { return m_context.theme; }
    [[nodiscard]] const UiContext& context() const { return m_context; }
    [[nodiscard]] Workspace& workspace() const { return m_workspace; }
    [[nodiscard]] QBoxLayout* column() const { return m_column; }
    /// Ticks `field` when it is done and shows at it what was refused; `done` only follows success.
    void submit(const Command& command, Field* field, std::function<void()> done = {});

private:
    UiContext m_context;
    Workspace& m_workspace;
    QBoxLayout* m_column;
};

} // namespace keyturn
