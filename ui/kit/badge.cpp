// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/badge.h"

#include "ui/kit/paint.h"

#include <algorithm>

namespace keyturn {

namespace {
constexpr int badgeHeight = 16;
}

QString badgeText(qint64 count)
{
    return count > 99 ? QStringLiteral("99+") : QString::number(count);
}

QSize badgeSize(const Theme& theme, const QString& text)
{
    return {std::max(badgeHeight, paint::textWidth(theme, TextStyle::Caption, text) + 8), badgeHeight};
}

void paintBadge(QPainter& painter, const Theme& theme, const QRect& rect, const QString& text, BadgeTone tone)
{
    const Colors& c = theme.colors();
    const bool amber = tone == BadgeTone::Amber;
    paint::roundedRect(painter, rect, rect.height() / 2.0, amber ? c.amberLine : c.accentFill);
    paint::text(painter, theme, TextStyle::Caption, rect, text, amber ? Colors::light().text : c.accentFillText,
                Qt::AlignHCenter);
}

} // namespace keyturn
