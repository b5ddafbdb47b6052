// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/chip.h"

#include "ui/kit/paint.h"

namespace keyturn {

namespace {

constexpr int chipPadding = 6;
constexpr int chipIcon = 12;

bool isPlain(ChipTone tone)
{
    return tone == ChipTone::Plain;
}

QColor fillColor(ChipTone tone, const Colors& c)
{
    switch (tone) {
    case ChipTone::Neutral:
        return c.chip;
    case ChipTone::Accent:
        return c.soft;
    case ChipTone::Red:
        return c.redSoft;
    case ChipTone::Amber:
        return c.amberSoft;
    case ChipTone::Green:
        return c.greenSoft;
    case ChipTone::Violet:
        return c.violetSoft;
    case ChipTone::RedOutline:
        return c.base;
    case ChipTone::Rot1:
        return c.rot1Border;
    case ChipTone::Rot2:
        return c.rot2Border;
    case ChipTone::Plain:
        break;
    }
    return {};
}

} // namespace

Chip Chip::hot()
{
    return {ChipTone::Red, QStringLiteral("flame"), tr("Hot")};
}

Chip Chip::warm()
{
    return {ChipTone::Neutral, QStringLiteral("thermometer"), tr("Warm")};
}

Chip Chip::cold()
{
    return {ChipTone::Neutral, QStringLiteral("snowflake"), tr("Cold")};
}

Chip Chip::doNotContact()
{
    return {ChipTone::RedOutline, QStringLiteral("phone-off"), tr("DNC", "do not contact, on a small chip")};
}

Chip Chip::tag(const QString& name)
{
    return {ChipTone::Neutral, {}, name};
}

Chip Chip::lock(int daysLeft)
{
    ChipTone tone = ChipTone::Neutral;
    if (daysLeft <= 3) {
        tone = ChipTone::Red;
    } else if (daysLeft <= 7) {
        tone = ChipTone::Amber;
    }
    const QString text = daysLeft < 0 ? tr("ended", "the rate lock") : tr("%1 d", "days, short").arg(daysLeft);
    return {tone, QStringLiteral("lock"), text};
}

Chip Chip::days(int days, int rot)
{
    const ChipTone tone = rot >= 2 ? ChipTone::Rot2 : (rot == 1 ? ChipTone::Rot1 : ChipTone::Plain);
    return {tone, QStringLiteral("hourglass"), tr("%1 d", "days, short").arg(days)};
}

QColor Chip::textColor(const Colors& c) const
{
    switch (tone) {
    case ChipTone::Accent:
        return c.accentText;
    case ChipTone::Red:
    case ChipTone::RedOutline:
    case ChipTone::Rot2:
        return c.red;
    case ChipTone::Amber:
    case ChipTone::Rot1:
        return c.amber;
    case ChipTone::Green:
        return c.green;
    case ChipTone::Violet:
        return c.violet;
    case ChipTone::Neutral:
    case ChipTone::Plain:
        break;
    }
    return c.text2;
}

QSize chipSize(const Theme& theme, const Chip& chip)
{
    int width = isPlain(chip.tone) ? 0 : 2 * chipPadding;
    if (!chip.icon.isEmpty()) {
        width += chipIcon + (chip.text.isEmpty() ? 0 : 4);
    }
    return {width + paint::textWidth(theme, TextStyle::Caption, chip.text), chipHeight};
}

void paintChip(QPainter& painter, const Theme& theme, const QRect& rect, const Chip& chip)
{
    const Colors& c = theme.colors();
    const QColor color = chip.textColor(c);
    const int padding = isPlain(chip.tone) ? 0 : chipPadding;
    if (!isPlain(chip.tone)) {
        paint::roundedRect(painter, rect, 4, fillColor(chip.tone, c),
                           chip.tone == ChipTone::RedOutline ? c.redLine : QColor());
    }
    QRect inner = rect.adjusted(padding, 0, -padding, 0);
    if (!chip.icon.isEmpty()) {
        paint::icon(painter, chip.icon, QRect(inner.left(), inner.top(), chipIcon, inner.height()), chipIcon, color);
        inner.setLeft(inner.left() + chipIcon + 4);
    }
    paint::text(painter, theme, TextStyle::Caption, inner, chip.text, color);
}

ChipLabel::ChipLabel(Theme& theme, const Chip& chip, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_chip(chip)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(chip.text);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChipLabel::setChip(const Chip& chip)
{
    if (chip == m_chip) {
        return;
    }
    m_chip = chip;
    setAccessibleName(chip.text);
    updateGeometry();
    update();
}

QSize ChipLabel::sizeHint() const
{
    return chipSize(m_theme, m_chip);
}

void ChipLabel::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paintChip(painter, m_theme, rect(), m_chip);
}

} // namespace keyturn
