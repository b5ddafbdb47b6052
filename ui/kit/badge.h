// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QSize>
#include <QString>

class QPainter;
class QRect;

namespace keyturn {

enum class BadgeTone { Accent, Amber };

/// A count in a small pill: what waits on a page of the rail, how many cards are being dragged.
QString badgeText(qint64 count); ///< "99+" above 99
QSize badgeSize(const Theme& theme, const QString& text);
void paintBadge(QPainter& painter, const Theme& theme, const QRect& rect, const QString& text,
                BadgeTone tone = BadgeTone::Accent);

} // namespace keyturn
