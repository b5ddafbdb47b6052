// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leadkit/lettering.h"

#include <QPainter>

#include <cmath>

namespace keyturn {

Lettering::Lettering(const Theme& theme)
{
    for (size_t style = 0; style < m_faces.size(); ++style) {
        m_faces[style] = std::make_unique<Face>(theme.font(static_cast<TextStyle>(style)));
    }
}

const QStaticText& Lettering::line(const Face& face, const QString& text)
{
    if (const QStaticText* known = face.lines.object(text)) {
        return *known;
    }
    auto* made = new QStaticText(text);
    made->setTextFormat(Qt::PlainText);
    made->setPerformanceHint(QStaticText::AggressiveCaching);
    made->prepare(QTransform(), face.font);
    face.lines.insert(text, made);
    return *made;
}

qreal Lettering::width(const QString& text, TextStyle style) const
{
    return text.isEmpty() ? 0 : line(face(style), text).size().width();
}

qreal Lettering::draw(QPainter& painter, qreal x, qreal top, qreal height, const QString& text, TextStyle style) const
{
    if (text.isEmpty()) {
        return 0;
    }
    const Face& f = face(style);
    const QStaticText& laid = line(f, text);
    painter.setFont(f.font);
    // Whole pixels for the baseline keep small text sharp and on one line with its neighbours.
    const qreal ascent = f.metrics.ascent();
    const qreal baseline = std::round(top + (height - f.metrics.height()) / 2 + ascent);
    painter.drawStaticText(QPointF(x, baseline - ascent), laid);
    return laid.size().width();
}

qreal Lettering::drawRight(QPainter& painter, qreal right, qreal top, qreal height, const QString& text,
                           TextStyle style) const
{
    return draw(painter, right - width(text, style), top, height, text, style);
}

qreal Lettering::drawElided(QPainter& painter, qreal x, qreal top, qreal height, qreal room, const QString& text,
                            TextStyle style) const
{
    if (room <= 0) {
        return 0;
    }
    if (width(text, style) <= room) {
        return draw(painter, x, top, height, text, style);
    }
    return draw(painter, x, top, height, face(style).metrics.elidedText(text, Qt::ElideRight, room), style);
}

} // namespace keyturn
