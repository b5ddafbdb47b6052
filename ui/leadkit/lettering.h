// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QCache>
#include <QFontMetricsF>
#include <QStaticText>

#include <array>
#include <memory>

class QPainter;

namespace keyturn {

/// Draws single lines of text in the theme's styles without shaping the same words twice: layouts are kept by text and
/// style, fonts and metrics are made once. Build a new one when the theme changes. GUI thread only.
class Lettering
{
public:
    explicit Lettering(const Theme& theme);

    [[nodiscard]] qreal width(const QString& text, TextStyle style) const;
    /// Draws at `x`, centred in the line of `height` that begins at `top`. Answers the width.
    qreal draw(QPainter& painter, qreal x, qreal top, qreal height, const QString& text, TextStyle style) const;
    /// The same, ending at `right`.
    qreal drawRight(QPainter& painter, qreal right, qreal top, qreal height, const QString& text,
                    TextStyle style) const;
    /// Cuts what does not fit into `room` with an ellipsis.
    qreal drawElided(QPainter& painter, qreal x, qreal top, qreal height, qreal room, const QString& text,
                     TextStyle style) const;
    [[nodiscard]] const QFont& font(TextStyle style) const { return face(style).font; }
    [[nodiscard]] const QFontMetricsF& metrics(TextStyle style) const { return face(style).metrics; }

private:
    struct Face
    {
        explicit Face(const QFont& drawn)
            : font(drawn)
            , metrics(drawn)
            , lines(4000)
        {}

        QFont font;
        QFontMetricsF metrics;
        mutable QCache<QString, QStaticText> lines;
    };

    [[nodiscard]] const Face& face(TextStyle style) const { return *m_faces[static_cast<size_t>(style)]; }
    [[nodiscard]] static const QStaticText& line(const Face& face, const QString& text);

    std::array<std::unique_ptr<Face>, static_cast<size_t>(TextStyle::Count_)> m_faces;
};

} // namespace keyturn
