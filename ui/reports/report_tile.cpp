// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_tile.h"

#include "ui/kit/focus_ring.h"
#include "ui/kit/paint.h"

#include <QPainter>

namespace keyturn {

ReportTile::ReportTile(Theme& theme, const QString& name, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(name);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void ReportTile::setFigure(const QString& figure, const QString& exact)
{
    m_figure = figure;
    setToolTip(exact == figure ? QString() : exact);
    setEnabled(!figure.isEmpty());
    describe();
}

void ReportTile::setComparison(const QString& words, Trend trend, bool isMore)
{
    m_words = words;
    m_trend = trend;
    m_isMore = isMore;
    describe();
}

void ReportTile::describe()
{
    setAccessibleName(m_figure.isEmpty() ? text() : QStringLiteral("%1: %2").arg(text(), m_figure));
    setAccessibleDescription(m_words);
    update();
}

void ReportTile::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    const bool isHovered = underMouse() && isEnabled();
    paint::roundedRect(painter, rect(), 8, isDown() ? c.soft2 : c.base, isHovered ? c.line2 : c.line);
    if (hasFocus()) {
        paint::roundedRect(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 7, {}, c.accentLine, 2);
    }
    const QRect inside = rect().adjusted(16, 10, -16, -10);
    paint::text(painter, m_theme, TextStyle::Small, QRect(inside.left(), inside.top(), inside.width(), 16), text(),
                c.text2);
    paint::text(painter, m_theme, TextStyle::FigureLarge, QRect(inside.left(), inside.top() + 17, inside.width(), 28),
                m_figure.isEmpty() ? QStringLiteral("–") : m_figure,
                m_figure.isEmpty() ? c.text3
                : isHovered        ? c.accentText
                                   : c.text);
    QRect line(inside.left(), inside.bottom() - 15, inside.width(), 16);
    const QColor ink = m_trend == Trend::Better ? c.green : m_trend == Trend::Worse ? c.red : c.text2;
    if (m_trend != Trend::None) {
        paint::icon(painter, m_isMore ? QStringLiteral("arrow-up") : QStringLiteral("arrow-down"),
                    QRect(line.left(), line.top(), 14, line.height()), 12, ink);
        line.adjust(16, 0, 0, 0);
    }
    paint::text(painter, m_theme, TextStyle::Small, line, m_words, ink);
}

} // namespace keyturn
