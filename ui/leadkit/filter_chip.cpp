// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leadkit/filter_chip.h"

#include "ui/kit/paint.h"

#include <QKeyEvent>
#include <QPainter>

namespace keyturn {

namespace {
constexpr int fixedHeight = 28;
constexpr int widest = 220;
} // namespace

FilterChip::FilterChip(Theme& theme, const QString& name, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_name(name)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setChosen({});
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QString FilterChip::words() const
{
    return isSet() ? tr("%1: %2").arg(m_name, m_chosen) : m_name;
}

void FilterChip::setChosen(const QString& chosen)
{
    m_chosen = chosen;
    setAccessibleName(isSet() ? tr("Filter %1, Delete clears it").arg(words()) : tr("Filter by %1").arg(m_name));
    setToolTip(isSet() ? words() : QString());
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const
{
    const int text = paint::textWidth(m_theme, TextStyle::SmallMedium, words());
    return {std::min(widest, text + 10 + 6 + 12 + 8), fixedHeight};
}

QRect FilterChip::crossRect() const
{
    return {width() - 22, 0, 22, height()};
}

bool FilterChip::event(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    return QAbstractButton::event(event);
}

void FilterChip::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled()) {
        painter.setOpacity(0.6);
    }
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isSet()) {
        painter.setPen(QPen(colors.soft2, 1));
        painter.setBrush(underMouse() || isDown() ? colors.soft2 : colors.soft);
    } else {
        QPen pen(colors.control, 1);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.setBrush(underMouse() || isDown() ? colors.hover : QColor(Qt::transparent));
    }
    painter.drawRoundedRect(box, 6, 6);
    const QColor ink = isSet() ? colors.accentText : colors.text2;
    const QRect text(10, 0, width() - 10 - 24, height());
    const QString shown =
        QFontMetrics(m_theme.font(TextStyle::SmallMedium)).elidedText(words(), Qt::ElideRight, text.width() + 1);
    paint::text(painter, m_theme, TextStyle::SmallMedium, text, shown, ink, Qt::AlignLeft | Qt::AlignVCenter);
    paint::icon(painter, isSet() ? QStringLiteral("x") : QStringLiteral("chevron-down"),
                QRect(width() - 20, 0, 12, height()), 12, ink);
    if (hasFocus()) {
        painter.setPen(QPen(colors.accentLine, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

void FilterChip::mouseReleaseEvent(QMouseEvent* event)
{
    if (isSet() && event->button() == Qt::LeftButton && crossRect().contains(event->position().toPoint())) {
        setDown(false);
        Q_EMIT cleared();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void FilterChip::keyPressEvent(QKeyEvent* event)
{
    if (isSet() && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT cleared();
        return;
    }
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace keyturn
