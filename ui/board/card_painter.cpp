// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/card_painter.h"

#include "ui/kit/icon.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
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

QString days(int count)
{
    //: A number of days, as short as can be
    return CardPainter::tr("%1 d").arg(count);
}

// Within working hours the time alone is plain, and the card is narrow.
QString shortDue(const LeadView& lead)
{
    QString text = lead.taskDueText;
    for (const auto& dayHalf : {QLocale().amText(), QLocale().pmText()}) {
        if (!dayHalf.isEmpty() && text.endsWith(dayHalf, Qt::CaseInsensitive)) {
            text.chop(dayHalf.size());
        }
    }
    return text.trimmed();
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

void CardPainter::paint(QPainter& painter, const QRectF& rect, const LeadView& lead, Density density) const
{
    const std::array fills{m_colors.card, m_colors.rot1, m_colors.rot2};
    const std::array borders{m_colors.line, m_colors.rot1Border, m_colors.rot2Border};
    const auto rot = static_cast<size_t>(std::clamp(lead.rotLevel, 0, 2));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(borders[rot], 1));
    painter.setBrush(fills[rot]);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const QRectF inside = rect.adjusted(paddingX, 10, -paddingX, -10);
    if (density == Density::Compact) {
        paintCompact(painter, inside, lead);
    } else {
        paintComfortable(painter, inside, lead);
    }
    if (lead.pending) {
        // A card on its way to the store is a little paler until the store has it.
        painter.setPen(Qt::NoPen);
        painter.setBrush(withAlpha(fills[rot], 0.35F));
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    }
}

void CardPainter::paintComfortable(QPainter& painter, const QRectF& inside, const LeadView& lead) const
{
    const qreal left = inside.left();
    const qreal right = inside.right();
    const qreal top = inside.top();
    const qreal width = inside.width();

    const qreal discRoom = paintInitials(painter, right, top, lead);
    painter.setPen(m_colors.text);
    m_lettering.drawElided(painter, left, top, 20, width - discRoom, lead.name, TextStyle::BodyStrong);

    const qreal productWidth = m_lettering.width(lead.programText, TextStyle::Small);
    if (lead.amountText.isEmpty()) {
        painter.setPen(m_colors.text3);
        m_lettering.drawElided(painter, left, top + 22, 18, width - productWidth - 8, tr("No amount"), TextStyle::Body);
    } else {
        m_lettering.drawElided(painter, left, top + 22, 18, width, lead.amountText, TextStyle::BodyMedium);
    }
    painter.setPen(m_colors.text2);
    if (m_lettering.width(lead.amountText, TextStyle::BodyMedium) + 8 + productWidth <= width) {
        m_lettering.drawRight(painter, right, top + 22, 18, lead.programText, TextStyle::Small);
    }
    m_lettering.drawElided(painter, left, top + 40, 16, width, lead.scenarioText, TextStyle::Small);

    paintTask(painter, inside, top + 62, 4, lead);

    // Chips: days and lock keep their place at the right; at the left whatever fits whole.
    const qreal y = top + 90;
    const Chip days = daysChip(lead);
    qreal limit = right - chipWidth(days);
    paintChip(painter, limit, y, days);
    if (lead.lockDaysLeft.has_value()) {
        const Chip lock = lockChip(lead);
        limit -= chipGap + chipWidth(lock);
        paintChip(painter, limit, y, lock);
    }
    limit -= chipGap;
    qreal x = left;
    const qreal need = lead.doNotContact ? chipWidth(doNotContactChip()) + chipGap : 0;
    Chip temperature = temperatureChip(lead, !lead.doNotContact);
    if (x + chipWidth(temperature) + need > limit) {
        temperature = temperatureChip(lead, false);
    }
    if (x + chipWidth(temperature) + need <= limit) {
        paintChip(painter, x, y, temperature);
        x += chipWidth(temperature) + chipGap;
    }
    if (lead.doNotContact) {
        paintChip(painter, x, y, doNotContactChip());
        x += need;
    }
    for (const QString& tag : lead.tags) {
        const Chip chip{{}, tag, m_colors.text2, {}, m_colors.chip, {}};
        if (x + chipWidth(chip) <= limit) {
            paintChip(painter, x, y, chip);
            break;
        }
    }
}

void CardPainter::paintCompact(QPainter& painter, const QRectF& inside, const LeadView& lead) const
{
    const qreal left = inside.left();
    const qreal right = inside.right();
    const qreal top = inside.top();

    qreal limit = right - paintInitials(painter, right, top, lead);
    if (lead.doNotContact) {
        const Chip chip = doNotContactChip();
        limit -= chipWidth(chip) + chipGap - 2;
        paintChip(painter, limit + chipGap - 2, top + 1, chip);
    }
    const bool mark = lead.temperature != Temperature::Warm && !lead.doNotContact;
    const qreal markRoom = mark ? taskIconSize + 8 : 0;
    painter.setPen(m_colors.text);
    const qreal used =
        m_lettering.drawElided(painter, left, top, 20, limit - left - markRoom, lead.name, TextStyle::BodyStrong);
    if (mark) {
        const bool hot = lead.temperature == Temperature::Hot;
        drawIcon(painter, left + used + 7, top + 3, lead.temperatureIcon, taskIconSize,
                 hot ? m_colors.red : m_colors.accentText);
    }

    const qreal y = top + 22;
    limit = right;
    if (lead.rotLevel > 0) {
        const Chip days = daysChip(lead);
        limit -= chipWidth(days);
        paintChip(painter, limit, y, days);
        limit -= chipGap;
    }
    if (lead.lockDaysLeft.has_value() && *lead.lockDaysLeft <= 7) {
        const Chip lock = lockChip(lead);
        limit -= chipWidth(lock);
        paintChip(painter, limit, y, lock);
        limit -= chipGap;
    }
    painter.setPen(m_colors.text);
    qreal x = left;
    if (!lead.amountText.isEmpty()) {
        x += m_lettering.draw(painter, x, y, 18, lead.amountText, TextStyle::BodyMedium) + 7;
    }
    painter.setPen(m_colors.text2);
    const QString full = lead.programText.isEmpty() || lead.ltvText.isEmpty()
                             ? QString()
                             : QString(lead.programText + QStringLiteral(" · ") + lead.ltvText);
    if (!full.isEmpty() && x + m_lettering.width(full, TextStyle::Small) <= limit) {
        m_lettering.draw(painter, x, y, 18, full, TextStyle::Small);
    } else if (x + m_lettering.width(lead.programText, TextStyle::Small) <= limit) {
        m_lettering.draw(painter, x, y, 18, lead.programText, TextStyle::Small);
    }
    paintTask(painter, inside, top + 46, 6, lead);
}

void CardPainter::paintTask(QPainter& painter, const QRectF& inside, qreal y, qreal gap, const LeadView& lead) const
{
    if (lead.taskTitle.isEmpty()) {
        painter.setPen(m_colors.text3);
        m_lettering.drawElided(painter, inside.left(), y, 18, inside.width(), tr("No next step"), TextStyle::Small);
        return;
    }
    QColor ink = m_colors.text2;
    QColor iconInk = m_colors.text3;
    if (lead.due == DueState::Late) {
        ink = iconInk = m_colors.red;
    } else if (lead.due == DueState::Today) {
        ink = m_colors.text;
        iconInk = m_colors.accentText;
    }
    drawIcon(painter, inside.left(), y + 2, lead.taskIcon, taskIconSize, iconInk);
    const QString due = shortDue(lead);
    const TextStyle dueStyle = lead.due == DueState::Today ? TextStyle::SmallMedium : TextStyle::Small;
    const qreal dueWidth = m_lettering.width(due, dueStyle);
    painter.setPen(ink);
    // Medium would be one more lead; the colour tells today from later.
    m_lettering.drawRight(painter, inside.right(), y, 18, due, dueStyle);
    painter.setPen(m_colors.text);
    const qreal indent = taskIconSize + gap;
    m_lettering.drawElided(painter, inside.left() + indent, y, 18,
                           inside.width() - indent - (dueWidth > 0 ? dueWidth + 6 : 0), lead.taskTitle,
                           TextStyle::Small);
}

qreal CardPainter::paintInitials(QPainter& painter, qreal right, qreal y, const LeadView& lead) const
{
    if (lead.ownerInitials.isEmpty()) {
        return 0;
    }
    const QRectF circle(right - disc, y, disc, disc);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colors.avatar);
    painter.drawEllipse(circle);
    painter.setPen(m_colors.avatarText);
    const qreal width = m_lettering.width(lead.ownerInitials, TextStyle::Micro);
    m_lettering.draw(painter, circle.center().x() - width / 2, y, disc, lead.ownerInitials, TextStyle::Micro);
    return disc + 6;
}

CardPainter::Chip CardPainter::temperatureChip(const LeadView& lead, bool withWord) const
{
    Chip chip;
    chip.icon = lead.temperatureIcon;
    chip.word = withWord ? lead.temperatureText : QString();
    const bool hot = lead.temperature == Temperature::Hot;
    chip.ink = hot ? m_colors.red : m_colors.text2;
    chip.iconInk = hot ? m_colors.red : (lead.temperature == Temperature::Warm ? m_colors.amber : m_colors.accentText);
    chip.fill = hot ? m_colors.redSoft : m_colors.chip;
    return chip;
}

CardPainter::Chip CardPainter::doNotContactChip() const
{
    //: Do not contact, as short as can be
    return {QStringLiteral("phone-off"), tr("DNC"), m_colors.red, m_colors.red, m_colors.card, m_colors.redLine};
}

CardPainter::Chip CardPainter::lockChip(const LeadView& lead) const
{
    Chip chip{QStringLiteral("lock"), *lead.lockDaysLeft < 0 ? tr("over") : days(*lead.lockDaysLeft),
              m_colors.text2,         m_colors.text2,
              m_colors.chip,          {}};
    if (*lead.lockDaysLeft <= 3) {
        chip.ink = chip.iconInk = m_colors.red;
        chip.fill = m_colors.redSoft;
    } else if (*lead.lockDaysLeft <= 7) {
        chip.ink = chip.iconInk = m_colors.amber;
        chip.fill = m_colors.amberSoft;
    }
    return chip;
}

CardPainter::Chip CardPainter::daysChip(const LeadView& lead) const
{
    Chip chip{QStringLiteral("hourglass"), days(lead.daysInStage), m_colors.text2, m_colors.text2, {}, {}};
    if (lead.rotLevel == 1) {
        chip.ink = chip.iconInk = m_colors.amber;
        chip.fill = m_colors.rot1Border;
    } else if (lead.rotLevel > 1) {
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

QString CardPainter::toolTip(const LeadView& lead)
{
    QStringList lines{lead.name};
    const auto add = [&lines](const QStringList& parts) {
        QStringList known;
        std::copy_if(parts.begin(), parts.end(), std::back_inserter(known),
                     [](const QString& part) { return !part.isEmpty(); });
        if (!known.isEmpty()) {
            lines.append(known.join(QStringLiteral(" · ")));
        }
    };
    add({lead.amountText, lead.programText});
    add({lead.purposeText, lead.ltvText, lead.ficoText});
    add({lead.taskTitle, lead.taskDueText});
    add({lead.temperatureText, lead.sourceText});
    if (!lead.tags.isEmpty()) {
        lines.append(tr("Tags: %1").arg(lead.tags.join(QStringLiteral(", "))));
    }
    if (lead.doNotContact) {
        lines.append(tr("Do not contact"));
    }
    if (lead.lockDaysLeft.has_value()) {
        const int left = *lead.lockDaysLeft;
        lines.append(left < 0 ? tr("Rate lock expired %Ln day(s) ago", nullptr, -left)
                              : (left == 0 ? tr("Rate lock expires today")
                                           : tr("Rate lock expires in %Ln day(s)", nullptr, left)));
    }
    lines.append(tr("%Ln day(s) in this stage", nullptr, lead.daysInStage));
    if (lead.rotLevel > 0) {
        lines.append(tr("Nothing has happened for too long"));
    }
    add({lead.ownerName});
    return lines.join(QLatin1Char('\n'));
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

QPixmap CardPainter::dragPixmap(const LeadView& lead, Density density, int width, int cards, qreal dpr) const
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
    paint(painter, card, lead, density);
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
