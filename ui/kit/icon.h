// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace keyturn {

/// A line icon by its file name in resources/icons without ".svg" ("flame", "phone"), drawn in `color` at `size`
/// logical pixels for `devicePixelRatio`. Cached; a name that does not exist gives an empty pixmap and a warning.
QPixmap iconPixmap(const QString& name, int size, const QColor& color, qreal devicePixelRatio);

/// The same as a QIcon that renders itself for whatever size and scale a widget asks for. Pass the colour of the text
/// beside it; make a new one when the theme changes.
QIcon icon(const QString& name, const QColor& color);

} // namespace keyturn
