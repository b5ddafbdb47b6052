// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_row_widget.h"

#include "models/domain/lead_card.h"
#include "models/items/today_model.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/paint.h"

#include <QMouseEvent>
#include <QPainter>

#include <optional>

namespace keyturn {

namespace {

constexpr int margin = 16;
constexpr int disc = 28;
constexpr int textLeft = margin + disc + 12;
constexpr int actionWidth = 132;
constexpr int timeWidth = 186;
constexpr int amountWidth = 128;
constexpr int snoozeSize = 28;

struct Tones
{
    QColor fill;
    QColor icon;
};

Tones tonesOf(const Colors& colors, int tone)
{
    switch (tone) {
    case 1:
        return {colors.soft, colors.accentText};
    case 2:
        return {colors.amberSoft, colors.amber};
    case 3:
        return {colors.redSoft, colors.red};
    default:
        return {colors.chip, colors.text2};
    }
}

} // namespace

TodayRowWidget::TodayRowWidget(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_action(new Button(theme, Button::Kind::Secondary, {}, this))
    , m_snooze(new IconButton(theme, QStringLiteral("alarm-clock"), tr("Snooze until tomorrow"), this))
{
    setObjectName(QStringLiteral("todayRow"));
    setFixedHeight(height);
    setFocusPolicy(Qt::ClickFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    m_action->setSmall(true);
    m_action->setObjectName(QStringLiteral("todayAction"));
    m_action->setFocusPolicy(Qt::NoFocus);
    m_snooze->setObjectName(QStringLiteral("todaySnooze"));
    m_snooze->setFocusPolicy(Qt::NoFocus);
    m_snooze->hide();
    connect(m_action, &QAbstractButton::clicked, this, [this] {
        Q_EMIT selected(m_index);
        Q_EMIT acted(m_index);
    });
    connect(m_snooze, &QAbstractButton::clicked, this, [this] { Q_EMIT snoozed(m_index); });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TodayRowWidget::showRow(const QModelIndex& index, bool isLast)
{
    m_index = index;
    m_isLast = isLast;
    m_action->setText(index.data(TodayModel::ActionText).toString());
    m_action->setEnabled(!index.data(TodayModel::Pending).toBool());
    m_action->setAccessibleName(
        tr("%1: %2", "action and lead").arg(m_action->text(), index.data(TodayModel::Name).toString()));
    setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    setToolTip(index.data(TodayModel::Reason).toString());
    place();
    update();
}

void TodayRowWidget::setSelected(bool selected)
{
    m_selected = selected;
    m_action->setKind(selected ? Button::Kind::Primary : Button::Kind::Secondary);
    m_action->setKeyHint(selected && m_action->text().size() < 8 ? tr("Enter", "key") : QString());
    m_snooze->setVisible(selected || underMouse());
    // One row at a time is reached by Tab; J, K and the arrows move within the list.
    setFocusPolicy(selected ? Qt::StrongFocus : Qt::ClickFocus);
    update();
}

void TodayRowWidget::place()
{
    const int top = (height - m_action->sizeHint().height()) / 2;
    m_action->setGeometry(width() - margin - actionWidth, top, actionWidth, m_action->sizeHint().height());
    m_snooze->setGeometry(m_action->x() - snoozeSize - 4, (height - snoozeSize) / 2, snoozeSize, snoozeSize);
}

void TodayRowWidget::resizeEvent(QResizeEvent*)
{
    place();
}

void TodayRowWidget::mousePressEvent(QMouseEvent* event)
{
    Q_EMIT selected(m_index);
    event->accept();
}

void TodayRowWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    Q_EMIT opened(m_index);
    event->accept();
}

// The selected row is seen as it is; only whoever came by Tab must be told where the keyboard is.
void TodayRowWidget::focusInEvent(QFocusEvent* event)
{
    m_ringed = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QWidget::focusInEvent(event);
}

void TodayRowWidget::enterEvent(QEnterEvent*)
{
    m_snooze->show();
    update();
}

void TodayRowWidget::leaveEvent(QEvent*)
{
    m_snooze->setVisible(m_selected);
    update();
}

void TodayRowWidget::paintEvent(QPaintEvent*)
{
    if (!m_index.isValid()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& colors = m_theme.colors();
    if (m_selected) {
        painter.fillRect(rect(), colors.soft);
        painter.fillRect(QRect(0, 0, 3, height), colors.accentLine);
    } else if (underMouse()) {
        painter.fillRect(rect(), colors.hover);
    }
    if (!m_isLast) {
        paint::hairline(painter, {0, height - 1}, {width(), height - 1}, colors.line);
    }
    const Tones tones = tonesOf(colors, m_index.data(TodayModel::Tone).toInt());
    const QRect circle(margin, (height - disc) / 2, disc, disc);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_selected && m_index.data(TodayModel::Tone).toInt() == 1 ? colors.soft2 : tones.fill);
    painter.drawEllipse(circle);
    paint::icon(painter, m_index.data(TodayModel::Icon).toString(), circle, 14, tones.icon);

    const int right = m_snooze->isVisible() ? m_snooze->x() : m_action->x() - 12;
    const bool hasTime = !m_index.data(TodayModel::LocalTimeText).toString().isEmpty();
    const int timeLeft = m_action->x() - 12 - timeWidth;
    // The amounts stand in one line below each other on all rows, whether or not there is a local time.
    const int amountLeft = timeLeft - 12 - amountWidth;
    paintName(painter, QRect(textLeft, 7, amountLeft - 16 - textLeft, 38));
    const int amountRight = hasTime ? timeLeft - 12 : right;
    const QRect amount(amountLeft, 7, std::max(0, amountRight - amountLeft), 19);
    paint::text(painter, m_theme, TextStyle::BodyMedium, amount, m_index.data(TodayModel::AmountText).toString(),
                colors.text);
    paint::text(painter, m_theme, TextStyle::Small, amount.translated(0, 19),
                m_index.data(TodayModel::ProgramText).toString(), colors.text2);
    if (hasTime) {
        paintLocalTime(painter, QRect(timeLeft, 7, right - timeLeft, 38));
    }
    if (hasFocus() && m_ringed) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.accentLine, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(6, 3, -3, -4), 6, 6);
    }
}

void TodayRowWidget::paintName(QPainter& painter, const QRect& rect)
{
    const Colors& colors = m_theme.colors();
    std::optional<Chip> chip;
    const QVariant lock = m_index.data(TodayModel::LockDaysLeft);
    if (lock.isValid()) {
        chip = Chip::lock(lock.toInt());
    } else if (m_index.data(TodayModel::TemperatureValue).toInt() == static_cast<int>(Temperature::Hot)) {
        chip = Chip::hot();
    }
    const int chipRoom = chip ? chipSize(m_theme, *chip).width() + 8 : 0;
    const QRect line(rect.x(), rect.y(), rect.width() - chipRoom, 19);
    const int used = paint::text(painter, m_theme, TextStyle::BodyStrong, line,
                                 m_index.data(TodayModel::Name).toString(), colors.text);
    if (chip) {
        const QSize size = chipSize(m_theme, *chip);
        paintChip(painter, m_theme, QRect(QPoint(rect.x() + used + 8, rect.y() - 1), size), *chip);
    }
    const bool late = m_index.data(TodayModel::ReasonIsLate).toBool();
    paint::text(painter, m_theme, TextStyle::Small, QRect(rect.x(), rect.y() + 19, rect.width(), 19),
                m_index.data(TodayModel::Reason).toString(), late ? colors.red : colors.text2);
}

void TodayRowWidget::paintLocalTime(QPainter& painter, const QRect& rect)
{
    const Colors& colors = m_theme.colors();
    const bool closed = m_index.data(TodayModel::OutsideHours).toBool();
    const QColor color = closed ? colors.amber : colors.text2;
    const int top = closed ? rect.y() : rect.y() + 10;
    paint::icon(painter, closed ? QStringLiteral("moon") : QStringLiteral("sun"), QRect(rect.x(), top + 2, 14, 14), 13,
                color);
    paint::text(painter, m_theme, closed ? TextStyle::SmallStrong : TextStyle::Small,
                QRect(rect.x() + 19, top, rect.width() - 19, 19), m_index.data(TodayModel::LocalTimeText).toString(),
                color);
    if (closed) {
        paint::text(painter, m_theme, TextStyle::Caption, QRect(rect.x(), rect.y() + 19, rect.width(), 19),
                    m_index.data(TodayModel::OpensText).toString(), colors.text2);
    }
}

} // namespace keyturn
