// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

namespace keyturn {

/// A thin bar that is filled from 0 to 1. The numbers stand beside it as text.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(Theme& theme, double share, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    double m_share;
};

} // namespace keyturn
