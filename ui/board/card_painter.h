// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_view.h"
#include "ui/leadkit/lettering.h"

#include <QCoreApplication>
#include <QRectF>

class QPainter;

namespace keyturn {

enum class Density : quint8 { Comfortable, Compact };

/// Paints one card of the board: a function of what the card says, the colours and the fonts, nothing else. All lengths
/// are logical pixels. Make a new one when the theme changes.
class CardPainter
{
    Q_DECLARE_TR_FUNCTIONS(CardPainter)

public:
    explicit CardPainter(const Theme& theme);

    static constexpr int height(Density density) { return density == Density::Compact ? 84 : 128; }

    /// The card itself, without the marks of selection, focus and hovering. Fills all of `rect` but its round corners.
    void paint(QPainter& painter, const QRectF& rect, const LeadView& lead, Density density) const;
    /// What the card has no room for, in lines.
    [[nodiscard]] static QString toolTip(const LeadView& lead);
    void paintHover(QPainter& painter, const QRectF& rect) const;
    /// A ring of 2 px around the card.
    void paintSelected(QPainter& painter, const QRectF& rect) const;
    /// A ring at 2 px distance, for the keyboard.
    void paintFocus(QPainter& painter, const QRectF& rect, bool selected) const;
    /// The dashed place a dragged card leaves behind.
    void paintSlot(QPainter& painter, const QRectF& rect) const;
    /// The round "more" button that a hovered card shows.
    void paintMore(QPainter& painter, const QRectF& card, bool hovered) const;
    static QRectF moreRect(const QRectF& card);
    /// What follows the pointer: the card with an accent border and a shadow, and a badge when there are several.
    [[nodiscard]] QPixmap dragPixmap(const LeadView& lead, Density density, int width, int cards, qreal dpr) const;
    /// Where the card's corner lies within dragPixmap().
    static constexpr int dragMargin = 28;

    [[nodiscard]] const Lettering& lettering() const { return m_lettering; }

private:
    struct Chip;
    [[nodiscard]] qreal chipWidth(const Chip& chip) const;
    void paintChip(QPainter& painter, qreal x, qreal y, const Chip& chip) const;
    void paintComfortable(QPainter& painter, const QRectF& inside, const LeadView& lead) const;
    void paintCompact(QPainter& painter, const QRectF& inside, const LeadView& lead) const;
    void paintTask(QPainter& painter, const QRectF& inside, qreal y, qreal gap, const LeadView& lead) const;
    /// Answers how much room it took.
    qreal paintInitials(QPainter& painter, qreal right, qreal y, const LeadView& lead) const;
    [[nodiscard]] Chip temperatureChip(const LeadView& lead, bool withWord) const;
    [[nodiscard]] Chip doNotContactChip() const;
    [[nodiscard]] Chip lockChip(const LeadView& lead) const;
    [[nodiscard]] Chip daysChip(const LeadView& lead) const;

    const Theme& m_theme;
    const Colors& m_colors;
    Lettering m_lettering;
};

} // namespace keyturn
