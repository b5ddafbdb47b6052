// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/switch.h"

#include "ui/kit/paint.h"

namespace keyturn {

Switch::Switch(Theme& theme, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setCheckable(true);
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize Switch::sizeHint() const
{
    const int words = text().isEmpty() ? 0 : 8 + paint::textWidth(m_theme, TextStyle::Body, text());
    return {32 + words, 24};
}

void Switch::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    const QRectF track(0, (height() - 18) / 2.0, 32, 18);
    const bool on = isChecked();
    const qreal strength = isEnabled() ? 1.0 : 0.6;
    painter.setOpacity(strength);
    paint::roundedRect(painter, track, 9, on ? c.accentFill : c.base, on ? QColor() : c.control);
    const qreal x = on ? track.right() - 15 : track.left() + 3;
    paint::roundedRect(painter, QRectF(x, track.top() + 3, 12, 12), 6, on ? c.accentFillText : c.control);
    paint::text(painter, m_theme, TextStyle::Body, QRect(40, 0, width() - 40, height()), text(), c.text);
}

} // namespace keyturn
