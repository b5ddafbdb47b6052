// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/lead/scenario_figures.h"

#include <QWidget>

namespace keyturn {

/// Which of the six items of an application are known, which is missing, and what follows from it.
class TridMeter : public QWidget
{
    Q_OBJECT

public:
    explicit TridMeter(Theme& theme, QWidget* parent = nullptr);

    void setItems(const TridItems& items);
    [[nodiscard]] QSize sizeHint() const override { return {400, 80}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 80}; }

    /// "5 of 6"
    static QString countText(const TridItems& items);
    /// "SSN missing"
    static QString missingText(const TridItems& items);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    Theme& m_theme;
    TridItems m_items;
};

/// The meter's bars alone, for a line of facts.
void paintTridBars(QPainter& painter, const Theme& theme, const QRect& rect, const TridItems& items, int gap);

} // namespace keyturn
