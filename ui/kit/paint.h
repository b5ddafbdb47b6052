// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QPainter>
#include <QRect>
#include <QString>

/// Small helpers that every widget and delegate paints with, so that lines, corners and baselines agree everywhere. All
/// lengths are logical pixels.
namespace keyturn::paint {

/// A filled rectangle with a border of `width` drawn inside `rect`. An invalid colour leaves fill or border out.
void roundedRect(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border = {},
                 qreal width = 1.0);

/// A straight line one pixel thick between two corners of the pixel grid.
void hairline(QPainter& painter, QPoint from, QPoint to, const QColor& color);

/// One line of text, elided at the right, its baseline where the type scale puts it in a line box centred in `rect`.
/// Answers the width that was painted.
int text(QPainter& painter, const Theme& theme, TextStyle style, const QRect& rect, const QString& text,
         const QColor& color, Qt::Alignment alignment = Qt::AlignLeft);
int textWidth(const Theme& theme, TextStyle style, const QString& text);

/// The icon centred in `rect`.
void icon(QPainter& painter, const QString& name, const QRect& rect, int size, const QColor& color);

/// The shadow of a floating card, painted around `card`, from a cached pixmap. It reaches `shadowMargin` pixels out.
inline constexpr int shadowMargin = 32;
void shadow(QPainter& painter, const Theme& theme, const QRect& card, int radius);

/// The ring around what has the keyboard, drawn outside of `rect`.
void focusRing(QPainter& painter, const QRectF& rect, qreal radius, qreal distance, qreal width, const QColor& color);

} // namespace keyturn::paint
