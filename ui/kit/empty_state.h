// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

class QBoxLayout;

namespace keyturn {

/// What stands where nothing is yet: what belongs here, and the first step.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(Theme& theme, const QString& iconName, const QString& title, const QString& text,
               QWidget* parent = nullptr);

    /// Buttons stand below the text, side by side.
    void addAction(QWidget* button);

private:
    QBoxLayout* m_actions;
};

} // namespace keyturn
