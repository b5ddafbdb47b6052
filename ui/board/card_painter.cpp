// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/card_painter.h"

#include "ui/kit/icon.h"
#include "ui/leadkit/lead_words.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

namespace keyturn {

namespace {

constexpr qreal radius = 8;
constexpr qreal paddingX = 12;
constexpr qreal chipHeight = 18;
constexpr qreal chipGap = 4;
constexpr int chipIcon = 12;
constexpr int taskIconSize = 14;
constexpr int disc = 20;

void drawIcon(QPainter& painter, qreal x, qreal y, const QString& name, int size, const QColor& color)
{
    painter.drawPixmap(QPointF(x, y), iconPixmap(name, size, color, painter.device()->devicePixelRatioF()));
}

QColor withAlpha(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

} // namespace

struct CardPainter::Chip
{
    QString icon;
    QString word;
    QColor ink;
    QColor iconInk;
    QColor fill;   ///< invalid: no fill and no padding
    QColor border; ///< invalid: none
};

CardPainter::CardPainter(const Theme& theme)
    : m_theme(theme)
    , m_colors(theme.colors())
    , m_lettering(theme)
{}

void CardPainter::paint(QPainter& painter, const QRectF& rect, const CardFace& face, Density density) const
{
    const std::array fills{m_colors.card, m_colors.rot1, m_colors.rot2};
    const std::array borders{m_colors.line, m_colors.rot1Border, m_colors.rot2Border};
    const auto rot = static_cast<size_t>(face.rot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(borders[rot], 1));
    painter.setBrush(fills[rot]);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const QRectF inside = rect.adjusted(paddingX, 10, -paddingX, -10);
    if (density == Density::Compact) {
        paintCompact(painter, inside, face);
    } else {
        paintComfortable(painter, inside, face);
    }
    if (face.pending) {
        // A card on its way to the store is a little paler until the store has it.
        painter.setPen(Qt::NoPen);
        painter.setBrush(withAlpha(fills[rot], 0.35F));
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    }
}

void CardPainter::paintComfortable(QPainter& painter, const QRectF& inside, const CardFace& face) const
{
    const qreal left = inside.left();
    const qreal right = inside.right();
    const qreal top = inside.top();
    const qreal width = inside.width();

    const qreal discRoom = paintInitials(painter, right, top, face);
    painter.setPen(m_colors.text);
    m_lettering.drawElided(painter, left, top, 20, width - discRoom, face.name, TextStyle::BodyStrong);

    const qreal productWidth = m_lettering.width(face.product, TextStyle::Small);
    if (face.amount.isEmpty()) {
        painter.setPen(m_colors.text3);
        m_lettering.drawElided(painter, left, top + 22, 18, width - productWidth - 8, CardFace::tr("No amount"),
                               TextStyle::Body);
    } else {
        m_lettering.drawElided(painter, left, top + 22, 18, width, face.amount, TextStyle::BodyMedium);
    }
    painter.setPen(m_colors.text2);
    if (m_lettering.width(face.amount, TextStyle::BodyMedium) + 8 + productWidth <= width) {
        m_lettering.drawRight(painter, right, top + 22, 18, face.product, TextStyle::Small);
    }
    m_lettering.drawElided(painter, left, top + 40, 16, width, face.meta, TextStyle::Small);

    paintTask(painter, inside, top + 62, 4, face);

    // Chips: days and lock keep their place at the right; at the left whatever fits whole.
    const qreal y = top + 90;
    const Chip days = daysChip(face);
    qreal limit = right - chipWidth(days);
    paintChip(painter, limit, y, days);
    if (face.hasLock) {
        const Chip lock = lockChip(face);
        limit -= chipGap + chipWidth(lock);
        paintChip(painter, limit, y, lock);
    }
    limit -= chipGap;
    qreal x = left;
    const qreal need = face.doNotContact ? chipWidth(doNotContactChip()) + chipGap : 0;
    Chip temperature = temperatureChip(face, !face.doNotContact);
    if (x + chipWidth(temperature) + need > limit) {
        temperature = temperatureChip(face, false);
    }
    if (x + chipWidth(temperature) + need <= limit) {
        paintChip(painter, x, y, temperature);
        x += chipWidth(temperature) + chipGap;
    }
    if (face.doNotContact) {
        paintChip(painter, x, y, doNotContactChip());
        x += need;
    }
    for (const QString& tag : face.tags) {
        const Chip chip{{}, tag, m_colors.text2, {}, m_colors.chip, {}};
        if (x + chipWidth(chip) <= limit) {
            paintChip(painter, x, y, chip);
            break;
        }
    }
}

void CardPainter::paintCompact(QPainter& painter, const QRectF& inside, const CardFace& face) const
{
    const qreal left = inside.left();
    const qreal right = inside.right();
    const qreal top = inside.top();

    qreal limit = right - paintInitials(painter, right, top, face);
    if (face.doNotContact) {
        const Chip chip = doNotContactChip();
        limit -= chipWidth(chip) + chipGap - 2;
        paintChip(painter, limit + chipGap - 2, top + 1, chip);
    }
    const bool mark = face.temperature != Temperature::Warm && !face.doNotContact;
    const qreal markRoom = mark ? taskIconSize + 8 : 0;
    painter.setPen(m_colors.text);
    const qreal used =
        m_lettering.drawElided(painter, left, top, 20, limit - left - markRoom, face.name, TextStyle::BodyStrong);
    if (mark) {
        const bool hot = face.temperature == Temperature::Hot;
        drawIcon(painter, left + used + 7, top + 3, LeadWords::temperatureIcon(face.temperature), taskIconSize,
                 hot ? m_colors.red : m_colors.accentText);
    }

    const qreal y = top + 22;
    limit = right;
    if (face.rot != Rot::Fresh) {
        const Chip days = daysChip(face);
        limit -= chipWidth(days);
        paintChip(painter, limit, y, days);
        limit -= chipGap;
    }
    if (face.hasLock && face.lockDays <= 7) {
        const Chip lock = lockChip(face);
        limit -= chipWidth(lock);
        paintChip(painter, limit, y, lock);
        limit -= chipGap;
    }
    painter.setPen(m_colors.text);
    qreal x = left;
    if (!face.amount.isEmpty()) {
        x += m_lettering.draw(painter, x, y, 18, face.amount, TextStyle::BodyMedium) + 7;
    }
    painter.setPen(m_colors.text2);
    const QString full = face.product.isEmpty() || face.ltv.isEmpty()
                             ? QString()
                             : QString(face.product + QStringLiteral(" · ") + face.ltv);
    if (!full.isEmpty() && x + m_lettering.width(full, TextStyle::Small) <= limit) {
        m_lettering.draw(painter, x, y, 18, full, TextStyle::Small);
    } else if (x + m_lettering.width(face.product, TextStyle::Small) <= limit) {
        m_lettering.draw(painter, x, y, 18, face.product, TextStyle::Small);
    }
    paintTask(painter, inside, top + 46, 6, face);
}

void CardPainter::paintTask(QPainter& painter, const QRectF& inside, qreal y, qreal gap, const CardFace& face) const
{
    if (face.task.isEmpty()) {
        painter.setPen(m_colors.text3);
        m_lettering.drawElided(painter, inside.left(), y, 18, inside.width(), CardFace::tr("No next step"),
                               TextStyle::Small);
        return;
    }
    QColor ink = m_colors.text2;
    QColor iconInk = m_colors.text3;
    if (face.dueState == DueState::Late) {
        ink = iconInk = m_colors.red;
    } else if (face.dueState == DueState::Today) {
        ink = m_colors.text;
        iconInk = m_colors.accentText;
    }
    drawIcon(painter, inside.left(), y + 2, face.taskIcon, taskIconSize, iconInk);
    const qreal dueWidth = m_lettering.width(face.due, TextStyle::Small);
    painter.setPen(ink);
    // Medium would be one more face; the colour tells today from later.
    m_lettering.drawRight(painter, inside.right(), y, 18, face.due, TextStyle::Small);
    painter.setPen(m_colors.text);
    const qreal indent = taskIconSize + gap;
    m_lettering.drawElided(painter, inside.left() + indent, y, 18,
                           inside.width() - indent - (dueWidth > 0 ? dueWidth + 6 : 0), face.task, TextStyle::Small);
}

qreal CardPainter::paintInitials(QPainter& painter, qreal right, qreal y, const CardFace& face) const
{
    if (face.initials.isEmpty()) {
        return 0;
    }
    const QRectF circle(right - disc, y, disc, disc);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colors.avatar);
    painter.drawEllipse(circle);
    painter.setPen(m_colors.avatarText);
    const qreal width = m_lettering.width(face.initials, TextStyle::Micro);
    m_lettering.draw(painter, circle.center().x() - width / 2, y, disc, face.initials, TextStyle::Micro);
    return disc + 6;
}

CardPainter::Chip CardPainter::temperatureChip(const CardFace& face, bool withWord) const
{
    Chip chip;
    chip.icon = LeadWords::temperatureIcon(face.temperature);
    chip.word = withWord ? LeadWords::temperature(face.temperature) : QString();
    const bool hot = face.temperature == Temperature::Hot;
    chip.ink = hot ? m_colors.red : m_colors.text2;
    chip.iconInk = hot ? m_colors.red : (face.temperature == Temperature::Warm ? m_colors.amber : m_colors.accentText);
    chip.fill = hot ? m_colors.redSoft : m_colors.chip;
    return chip;
}

CardPainter::Chip CardPainter::doNotContactChip() const
{
    //: Do not contact, as short as can be
    return {
        QStringLiteral("phone-off"), CardFace::tr("DNC"), m_colors.red, m_colors.red, m_colors.card, m_colors.redLine};
}

CardPainter::Chip CardPainter::lockChip(const CardFace& face) const
{
    Chip chip{
        QStringLiteral("lock"), LeadWords::days(face.lockDays), m_colors.text2, m_colors.text2, m_colors.chip, {}};
    if (face.lockDays <= 3) {
        chip.ink = chip.iconInk = m_colors.red;
        chip.fill = m_colors.redSoft;
    } else if (face.lockDays <= 7) {
        chip.ink = chip.iconInk = m_colors.amber;
        chip.fill = m_colors.amberSoft;
    }
    return chip;
}

CardPainter::Chip CardPainter::daysChip(const CardFace& face) const
{
    Chip chip{QStringLiteral("hourglass"), LeadWords::days(face.stageDays), m_colors.text2, m_colors.text2, {}, {}};
    if (face.rot == Rot::Stale) {
        chip.ink = chip.iconInk = m_colors.amber;
        chip.fill = m_colors.rot1Border;
    } else if (face.rot == Rot::Rotten) {
        chip.ink = chip.iconInk = m_colors.red;
        chip.fill = m_colors.rot2Border;
    }
    return chip;
}

qreal CardPainter::chipWidth(const Chip& chip) const
{
    qreal width = m_lettering.width(chip.word, TextStyle::Caption);
    if (!chip.icon.isEmpty()) {
        width += chipIcon + (chip.word.isEmpty() ? 0 : 3);
    }
    return width + (chip.fill.isValid() ? 12 : 0);
}

void CardPainter::paintChip(QPainter& painter, qreal x, qreal y, const Chip& chip) const
{
    if (chip.fill.isValid()) {
        const QRectF box(x, y, chipWidth(chip), chipHeight);
        painter.setBrush(chip.fill);
        if (chip.border.isValid()) {
            painter.setPen(QPen(chip.border, 1));
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        } else {
            painter.setPen(Qt::NoPen);
            painter.drawRoundedRect(box, 4, 4);
        }
        x += 6;
    }
    if (!chip.icon.isEmpty()) {
        drawIcon(painter, x, y + 3, chip.icon, chipIcon, chip.iconInk);
        x += chipIcon + 3;
    }
    painter.setPen(chip.ink);
    m_lettering.draw(painter, x, y, chipHeight, chip.word, TextStyle::Caption);
}

void CardPainter::paintHover(QPainter& painter, const QRectF& rect) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_colors.line2, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void CardPainter::paintSelected(QPainter& painter, const QRectF& rect) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_colors.accentLine, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius + 1, radius + 1);
}

void CardPainter::paintFocus(QPainter& painter, const QRectF& rect, bool selected) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (selected) {
        // The ring of the selection stands outside; the one of the keyboard goes inside so that both can be seen.
        painter.setPen(QPen(m_colors.accentLine, 1, Qt::DotLine));
        painter.drawRoundedRect(rect.adjusted(3.5, 3.5, -3.5, -3.5), radius - 3, radius - 3);
        return;
    }
    painter.setPen(QPen(m_colors.accentLine, 2));
    painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), radius - 3, radius - 3);
}

void CardPainter::paintSlot(QPainter& painter, const QRectF& rect) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_colors.control, 1, Qt::CustomDashLine));
    QPen pen(m_colors.control, 1);
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

QRectF CardPainter::moreRect(const QRectF& card)
{
    return {card.right() - paddingX - disc - 2, card.top() + 8, disc + 4, disc + 4};
}

void CardPainter::paintMore(QPainter& painter, const QRectF& card, bool hovered) const
{
    const QRectF box = moreRect(card);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_colors.line2, 1));
    painter.setBrush(hovered ? m_colors.soft2 : m_colors.base);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    drawIcon(painter, box.center().x() - 8, box.center().y() - 8, QStringLiteral("ellipsis"), 16, m_colors.text2);
}

QPixmap CardPainter::dragPixmap(const CardFace& face, Density density, int width, int cards, qreal dpr) const
{
    const QSize size(width + 2 * dragMargin, height(density) + 2 * dragMargin);
    QPixmap pixmap(size * dpr);
    pixmap.setDevicePixelRatio(dpr);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card(dragMargin, dragMargin, width, height(density));
    painter.setPen(Qt::NoPen);
    // Layered outlines stand in for a blur: far and faint below, near and dense around.
    const float strength = m_colors.dark ? 2.6F : 1.0F;
    for (int spread = 20; spread >= 1; --spread) {
        painter.setBrush(withAlpha(Qt::black, 0.0095F * strength));
        painter.drawRoundedRect(card.adjusted(-spread, 8 - spread, spread, 6 + spread), radius + spread,
                                radius + spread);
    }
    for (int spread = 4; spread >= 1; --spread) {
        painter.setBrush(withAlpha(Qt::black, 0.03F * strength));
        painter.drawRoundedRect(card.adjusted(-spread, 2 - spread, spread, 1 + spread), radius + spread,
                                radius + spread);
    }
    if (cards > 1) {
        painter.setPen(QPen(m_colors.accentLine, 1));
        painter.setBrush(m_colors.card);
        painter.drawRoundedRect(card.adjusted(4.5, 4.5, 3.5, 3.5), radius, radius);
    }
    paint(painter, card, face, density);
    painter.setPen(QPen(m_colors.accentLine, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (cards > 1) {
        const QString count = QString::number(cards);
        const qreal badge = std::max<qreal>(22, m_lettering.width(count, TextStyle::SmallStrong) + 12);
        const QRectF pill(card.right() - badge + 8, card.top() - 9, badge, 22);
        painter.setPen(QPen(m_colors.card, 2));
        painter.setBrush(m_colors.accentFill);
        painter.drawRoundedRect(pill, 11, 11);
        painter.setPen(m_colors.accentFillText);
        m_lettering.draw(painter, pill.center().x() - m_lettering.width(count, TextStyle::SmallStrong) / 2, pill.top(),
                         pill.height(), count, TextStyle::SmallStrong);
    }
    return pixmap;
}

} // namespace keyturn
