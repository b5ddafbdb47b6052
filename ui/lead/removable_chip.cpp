// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/removable_chip.h"

#include "ui/kit/paint.h"

#include <QFocusEvent>
#include <QPainter>

namespace keyturn {

namespace {

constexpr int markRoom = 16;

} // namespace

RemovableChip::RemovableChip(Theme& theme, const Chip& chip, const QString& action, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_chip(chip)
{
    setObjectName(QStringLiteral("chip_") + chip.text);
    setAccessibleName(action);
    setToolTip(action);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RemovableChip::setChip(const Chip& chip)
{
    m_chip = chip;
    updateGeometry();
    update();
}

void RemovableChip::setMark(Mark mark)
{
    m_mark = mark;
    update();
}

QSize RemovableChip::sizeHint() const
{
    const QSize chip = chipSize(m_theme, m_chip);
    return {chip.width() + markRoom, chip.height() + 4};
}

void RemovableChip::focusInEvent(QFocusEvent* event)
{
    m_byKeyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    QAbstractButton::focusInEvent(event);
}

void RemovableChip::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    const QRect whole = rect().adjusted(0, 2, 0, -2);
    // The chip's own fill, stretched under the mark.
    Chip wide = m_chip;
    painter.save();
    const QSize own = chipSize(m_theme, m_chip);
    painter.setClipRect(whole);
    paintChip(painter, m_theme, QRect(whole.left() + markRoom, whole.top(), own.width(), own.height()),
              Chip{wide.tone, {}, {}});
    paintChip(painter, m_theme, QRect(whole.topLeft(), own), wide);
    painter.restore();
    const QRect mark(whole.right() - markRoom, whole.top(), markRoom, whole.height());
    paint::icon(painter, m_mark == Mark::Cross ? QStringLiteral("x") : QStringLiteral("chevron-down"), mark, 12,
                underMouse() ? c.text : m_chip.textColor(c));
    if (hasFocus() && m_byKeyboard) {
        paint::roundedRect(painter, QRectF(whole).adjusted(-1, -1, 1, 1), 5, {}, c.accentLine, 2);
    }
}

} // namespace keyturn
