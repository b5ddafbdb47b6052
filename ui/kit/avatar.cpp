// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/avatar.h"

#include "ui/kit/paint.h"

namespace keyturn {

void paintAvatar(QPainter& painter, const Theme& theme, const QRect& rect, const QString& initials)
{
    const Colors& c = theme.colors();
    paint::roundedRect(painter, rect, rect.width() / 2.0, c.avatar);
    QFont font = theme.font(TextStyle::Caption);
    font.setPixelSize(rect.width() <= 20 ? 9 : rect.width() * 42 / 100);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(c.avatarText);
    painter.drawText(rect, Qt::AlignCenter, initials);
}

Avatar::Avatar(Theme& theme, const QString& initials, const QString& name, int size, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(size, size);
    setPerson(initials, name);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Avatar::setPerson(const QString& initials, const QString& name)
{
    m_initials = initials;
    setAccessibleName(name);
    setToolTip(name);
    update();
}

void Avatar::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paintAvatar(painter, m_theme, rect(), m_initials);
}

} // namespace keyturn
