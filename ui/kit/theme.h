// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QFontMetrics>
#include <QObject>
#include <QPalette>

#include <array>
#include <vector>

namespace keyturn {

/// The colours of one appearance. Text pairs have a contrast of at least 4.5:1.
struct Colors
{
    bool dark = false;
    QColor window, base, alt, rail, column, card;
    QColor line, line2, control;
    QColor text, text2, text3;
    QColor accentLine, accentFill, accentFillText, accentHover, accentText;
    QColor soft, soft2, dropTarget, hover, chip;
    QColor red, redSoft, redLine, amber, amberSoft, amberLine, green, greenSoft, violet, violetSoft;
    QColor rot1, rot1Border, rot2, rot2Border;
    QColor toast, toastText, toastLink, scrim, avatar, avatarText;
    std::array<QColor, 8> stageDots;

    static const Colors& light();
    static const Colors& darkened();
};

/// Text styles. All metrics are logical pixels; fonts carry tabular figures.
enum class TextStyle {
    Caption,
    Small,
    SmallMedium,
    SmallStrong,
    Body,
    BodyMedium,
    BodyStrong,
    Title,
    Headline,
    Figure,
    FigureLarge,
    Micro, ///< initials in a disc
    Count_ ///< how many there are
};

/// The look of the running program: colours, fonts, palette and style, and the place that tells everybody when
/// they change. One object, made by the composition root before the first widget and handed to whoever paints.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Appearance { FollowSystem, Light, Dark };

    explicit Theme(QObject* parent = nullptr);

    void setAppearance(Appearance appearance);
    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    [[nodiscard]] const Colors& colors() const { return *m_colors; }
    [[nodiscard]] bool isDark() const { return m_colors->dark; }
    /// Fonts and their metrics are made once: delegates ask for them for every cell.
    [[nodiscard]] const QFont& font(TextStyle style) const { return m_fonts[static_cast<size_t>(style)]; }
    [[nodiscard]] const QFontMetrics& metrics(TextStyle style) const { return m_metrics[static_cast<size_t>(style)]; }
    /// Line height of the style in logical pixels.
    static int lineHeight(TextStyle style);
    /// The dot of a stage whose colour is kept as #RRGGBB. One of our own light colours has its partner in the dark;
    /// another is lightened or darkened until it stands out from a card (3:1).
    [[nodiscard]] QColor stageDot(const QString& color) const;
    /// Durations in ms are multiplied by this: 0 when the system asks for less motion.
    [[nodiscard]] int motion(int ms) const { return m_reducedMotion ? 0 : ms; }
    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }

    /// Gives the application its style, palette and font.
    void apply();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] bool systemIsDark() const;
    void makeFonts();

    Appearance m_appearance = Appearance::FollowSystem;
    const Colors* m_colors;
    bool m_reducedMotion = false;
    bool m_systemDark = false;
    std::vector<QFont> m_fonts;
    std::vector<QFontMetrics> m_metrics;
};

} // namespace keyturn
