// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/progress_line.h"

#include "ui/kit/paint.h"

#include <QPainter>

#include <algorithm>

namespace keyturn {

ProgressLine::ProgressLine(Theme& theme, double share, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_share(std::clamp(share, 0.0, 1.0))
{
    setFixedHeight(6);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ProgressLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint::roundedRect(painter, rect(), 3, m_theme.colors().chip);
    if (m_share > 0) {
        QRectF filled = rect();
        filled.setWidth(std::max(6.0, filled.width() * m_share));
        paint::roundedRect(painter, filled, 3, m_theme.colors().accentLine);
    }
}

} // namespace keyturn
