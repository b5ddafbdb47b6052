// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/icon_button.h"

#include "ui/kit/paint.h"

#include <QEvent>

namespace keyturn {

IconButton::IconButton(Theme& theme, const QString& iconName, const QString& name, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_iconName(iconName)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setName(name);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void IconButton::setIconName(const QString& name)
{
    m_iconName = name;
    update();
}

void IconButton::setBordered(bool bordered)
{
    m_bordered = bordered;
    update();
}

void IconButton::setSize(int size)
{
    m_size = size;
    updateGeometry();
}

void IconButton::setColor(QColor Colors::*color)
{
    m_color = color;
    update();
}

void IconButton::setKeyHint(const QString& keys)
{
    m_keyHint = keys;
    setName(accessibleName());
}

void IconButton::setName(const QString& name)
{
    setAccessibleName(name);
    setToolTip(m_keyHint.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, m_keyHint));
}

bool IconButton::event(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    return QAbstractButton::event(event);
}

void IconButton::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    QColor fill = m_bordered ? c.base : QColor();
    QColor color = c.*m_color;
    if (!isEnabled()) {
        color.setAlphaF(0.5F);
    } else if (isDown()) {
        fill = c.soft2;
    } else if (isCheckable() && isChecked()) {
        fill = c.soft;
        color = c.accentText;
    } else if (underMouse()) {
        fill = c.hover;
    }
    paint::roundedRect(painter, rect(), 6, fill, m_bordered ? c.line2 : QColor());
    paint::icon(painter, m_iconName, rect(), 16, color);
}

} // namespace keyturn
