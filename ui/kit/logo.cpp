// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/logo.h"

#include "ui/kit/paint.h"

namespace keyturn {

namespace {

void paintMark(QPainter& painter, const QColor& fill, const QColor& key, const QRectF& rect)
{
    const qreal unit = rect.width() / 28.0;
    painter.save();
    painter.translate(rect.topLeft());
    painter.scale(unit, unit);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(0, 0, 28, 28), 7, 7);
    QPen pen(key, 2.6);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(10.4, 14), 3.9, 3.9);
    painter.drawLine(QPointF(14.4, 13), QPointF(22.4, 13));
    painter.drawLine(QPointF(22.4, 13), QPointF(22.4, 17));
    painter.drawLine(QPointF(18.6, 13), QPointF(18.6, 16));
    painter.restore();
}

} // namespace

void paintLogo(QPainter& painter, const Theme& theme, const QRectF& rect)
{
    paintMark(painter, theme.colors().accentFill, theme.colors().accentFillText, rect);
}

Logo::Logo(Theme& theme, int size, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(size, size);
    setAccessibleName(QStringLiteral("Keyturn"));
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Logo::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paintLogo(painter, m_theme, rect());
}

QIcon logoIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintMark(painter, Colors::light().accentFill, Colors::light().accentFillText, QRectF(0, 0, size, size));
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace keyturn
