// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QCoreApplication>
#include <QWidget>

class QPainter;

namespace keyturn {

enum class ChipTone {
    Neutral, ///< grey fill
    Plain,   ///< no fill: a mere icon and word
    Accent,
    Red,
    Amber,
    Green,
    Violet,
    RedOutline, ///< do not contact
    Rot1,       ///< on a card tinted by rot
    Rot2,
};

/// A small label with an icon or a word, never a colour alone.
struct Chip
{
    Q_DECLARE_TR_FUNCTIONS(Chip)
public:
    ChipTone tone = ChipTone::Neutral;
    QString icon; ///< name of a line icon, or empty
    QString text;

    static Chip hot();
    static Chip warm();
    static Chip cold();
    static Chip doNotContact();
    static Chip tag(const QString& name);
    /// Days until the rate lock ends: red up to 3, amber up to 7. Negative: it ended.
    static Chip lock(int daysLeft);
    /// Days in the stage, tinted by how far it has rotted (0, 1 or 2).
    static Chip days(int days, int rot);

    /// Text colour on this chip.
    [[nodiscard]] QColor textColor(const Colors& colors) const;

    friend bool operator==(const Chip&, const Chip&) = default;
};

inline constexpr int chipHeight = 20;

QSize chipSize(const Theme& theme, const Chip& chip);
/// Paints the chip into `rect`, which should have its size; longer text is elided.
void paintChip(QPainter& painter, const Theme& theme, const QRect& rect, const Chip& chip);

class ChipLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ChipLabel(Theme& theme, const Chip& chip = {}, QWidget* parent = nullptr);
    void setChip(const Chip& chip);
    [[nodiscard]] const Chip& chip() const { return m_chip; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    Chip m_chip;
};

} // namespace keyturn
