// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/paint.h"

#include "ui/kit/icon.h"

#include <QFontMetrics>
#include <QPaintDevice>
#include <QPixmapCache>

#include <algorithm>
#include <cmath>

namespace keyturn::paint {

namespace {

// The coverage of a rounded box blurred by a box filter, wide enough to look soft and computed once per theme.
QImage blurredBox(int size, int radius, int reach, int alpha)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, alpha));
        painter.drawRoundedRect(QRectF(reach, reach, size - 2 * reach, size - 2 * reach), radius, radius);
    }
    const int half = std::max(1, reach / 3);
    for (int pass = 0; pass < 3; ++pass) {
        for (const bool across : {true, false}) {
            const QImage source = image.copy();
            for (int y = 0; y < size; ++y) {
                int sum = 0;
                const auto at = [&](int i) {
                    return i < 0 || i >= size ? 0 : qAlpha(across ? source.pixel(i, y) : source.pixel(y, i));
                };
                for (int i = -half; i <= half; ++i) {
                    sum += at(i);
                }
                for (int x = 0; x < size; ++x) {
                    const QRgb value = qRgba(0, 0, 0, sum / (2 * half + 1));
                    across ? image.setPixel(x, y, value) : image.setPixel(y, x, value);
                    sum += at(x + half + 1) - at(x - half);
                }
            }
        }
    }
    return image;
}

QPixmap shadowTile(bool dark, int radius)
{
    const QString key = QStringLiteral("keyturn-shadow/%1/%2").arg(dark ? 1 : 0).arg(radius);
    QPixmap tile;
    if (QPixmapCache::find(key, &tile)) {
        return tile;
    }
    const int size = 2 * shadowMargin + 2 * radius + 8;
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.drawImage(0, 0, blurredBox(size, radius, shadowMargin - 8, dark ? 128 : 46));
    painter.drawImage(0, 0, blurredBox(size, radius, shadowMargin, dark ? 40 : 20));
    painter.end();
    tile = QPixmap::fromImage(image);
    QPixmapCache::insert(key, tile);
    return tile;
}

} // namespace

void roundedRect(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border,
                 qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (border.isValid()) {
        const qreal half = width / 2;
        painter.setPen(QPen(border, width));
        const qreal inner = std::max<qreal>(0, radius - half);
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), inner, inner);
    } else {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(rect, radius, radius);
    }
    painter.restore();
}

void hairline(QPainter& painter, QPoint from, QPoint to, const QColor& color)
{
    const QRect line(QPoint(std::min(from.x(), to.x()), std::min(from.y(), to.y())),
                     QPoint(std::max(from.x(), to.x()), std::max(from.y(), to.y())));
    painter.fillRect(line, color);
}

int text(QPainter& painter, const Theme& theme, TextStyle style, const QRect& rect, const QString& text,
         const QColor& color, Qt::Alignment alignment)
{
    if (text.isEmpty() || rect.width() <= 0) {
        return 0;
    }
    const QFontMetrics& metrics = theme.metrics(style);
    QString shown = text;
    int width = metrics.horizontalAdvance(shown);
    if (width > rect.width()) {
        shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
        width = metrics.horizontalAdvance(shown);
    }
    int x = rect.left();
    if (alignment & Qt::AlignRight) {
        x = rect.right() + 1 - width;
    } else if (alignment & Qt::AlignHCenter) {
        x = rect.left() + (rect.width() - width) / 2;
    }
    const int baseline = rect.top() + (rect.height() - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
    painter.setFont(theme.font(style));
    painter.setPen(color);
    painter.drawText(QPoint(x, baseline), shown);
    return width;
}

int textWidth(const Theme& theme, TextStyle style, const QString& text)
{
    return theme.metrics(style).horizontalAdvance(text);
}

void icon(QPainter& painter, const QString& name, const QRect& rect, int size, const QColor& color)
{
    const QPixmap pixmap = iconPixmap(name, size, color, painter.device()->devicePixelRatioF());
    painter.drawPixmap(rect.left() + (rect.width() - size) / 2, rect.top() + (rect.height() - size) / 2, pixmap);
}

void shadow(QPainter& painter, const Theme& theme, const QRect& card, int radius)
{
    const QPixmap tile = shadowTile(theme.isDark(), radius);
    const int corner = (tile.width() - 2) / 2;
    // Lifted by 8: the light comes from above.
    const QRect outer = card.adjusted(-shadowMargin, -shadowMargin, shadowMargin, shadowMargin).translated(0, 6);
    const int right = outer.right() + 1 - corner;
    const int bottom = outer.bottom() + 1 - corner;
    const int far = tile.width() - corner;
    const int w = std::max(0, outer.width() - 2 * corner);
    const int h = std::max(0, outer.height() - 2 * corner);
    painter.drawPixmap(QRect(outer.left(), outer.top(), corner, corner), tile, QRect(0, 0, corner, corner));
    painter.drawPixmap(QRect(right, outer.top(), corner, corner), tile, QRect(far, 0, corner, corner));
    painter.drawPixmap(QRect(outer.left(), bottom, corner, corner), tile, QRect(0, far, corner, corner));
    painter.drawPixmap(QRect(right, bottom, corner, corner), tile, QRect(far, far, corner, corner));
    painter.drawPixmap(QRect(outer.left() + corner, outer.top(), w, corner), tile, QRect(corner, 0, 2, corner));
    painter.drawPixmap(QRect(outer.left() + corner, bottom, w, corner), tile, QRect(corner, far, 2, corner));
    painter.drawPixmap(QRect(outer.left(), outer.top() + corner, corner, h), tile, QRect(0, corner, corner, 2));
    painter.drawPixmap(QRect(right, outer.top() + corner, corner, h), tile, QRect(far, corner, corner, 2));
}

void focusRing(QPainter& painter, const QRectF& rect, qreal radius, qreal distance, qreal width, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, width));
    const qreal out = distance + width / 2;
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius + out, radius + out);
    painter.restore();
}

} // namespace keyturn::paint
