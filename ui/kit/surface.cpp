// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/surface.h"

#include "ui/kit/paint.h"

namespace keyturn {

Surface::Surface(Theme& theme, QColor Colors::*fill, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_fill(fill)
{
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Surface::setFill(QColor Colors::*fill)
{
    m_fill = fill;
    update();
}

void Surface::setLines(Qt::Edges edges, QColor Colors::*color)
{
    m_edges = edges;
    m_line = color;
    update();
}

void Surface::setBox(QColor Colors::*border, int radius)
{
    m_border = border;
    m_radius = radius;
    update();
}

void Surface::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    if (m_radius > 0) {
        paint::roundedRect(painter, rect(), m_radius, c.*m_fill, m_border ? c.*m_border : QColor());
        return;
    }
    painter.fillRect(rect(), c.*m_fill);
    const QColor line = c.*m_line;
    if (m_edges & Qt::TopEdge) {
        painter.fillRect(0, 0, width(), 1, line);
    }
    if (m_edges & Qt::BottomEdge) {
        painter.fillRect(0, height() - 1, width(), 1, line);
    }
    if (m_edges & Qt::LeftEdge) {
        painter.fillRect(0, 0, 1, height(), line);
    }
    if (m_edges & Qt::RightEdge) {
        painter.fillRect(width() - 1, 0, 1, height(), line);
    }
}

} // namespace keyturn
