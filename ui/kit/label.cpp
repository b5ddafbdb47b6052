// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/label.h"

#include "ui/kit/paint.h"

#include <algorithm>

namespace keyturn {

Label::Label(Theme& theme, TextStyle style, const QString& text, QWidget* parent)
    : Label(theme, style, &Colors::text, text, parent)
{}

Label::Label(Theme& theme, TextStyle style, QColor Colors::*color, const QString& text, QWidget* parent)
    : QLabel(text, parent)
    , m_theme(theme)
    , m_style(style)
    , m_color(color)
{
    setTextFormat(Qt::PlainText);
    follow();
    connect(&m_theme, &Theme::changed, this, &Label::follow);
}

void Label::setColor(QColor Colors::*color)
{
    m_color = color;
    follow();
}

void Label::setTextStyle(TextStyle style)
{
    m_style = style;
    follow();
    updateGeometry();
}

void Label::setElided(bool elided)
{
    m_elided = elided;
    setSizePolicy(elided ? QSizePolicy::Ignored : QSizePolicy::Preferred, QSizePolicy::Preferred);
    updateGeometry();
}

void Label::follow()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, m_theme.colors().*m_color);
    setPalette(colors);
    setFont(m_theme.font(m_style));
}

QSize Label::sizeHint() const
{
    QSize size = QLabel::sizeHint();
    if (!wordWrap()) {
        size.setHeight(std::max(size.height(), Theme::lineHeight(m_style)));
    }
    return size;
}

QSize Label::minimumSizeHint() const
{
    QSize size = QLabel::minimumSizeHint();
    if (m_elided) {
        size.setWidth(24);
    }
    return size;
}

void Label::paintEvent(QPaintEvent* event)
{
    if (!m_elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    paint::text(painter, m_theme, m_style, contentsRect(), text(), m_theme.colors().*m_color, alignment());
}

} // namespace keyturn
