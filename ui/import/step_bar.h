// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QStringList>
#include <QWidget>

namespace keyturn {

/// Where one is on a way of a few steps: numbers in discs, the present one filled, those behind ticked.
class StepBar : public QWidget
{
    Q_OBJECT

public:
    StepBar(Theme& theme, const QStringList& steps, QWidget* parent = nullptr);

    void setCurrent(int step);
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QStringList m_steps;
    int m_current = -1;
};

} // namespace keyturn
