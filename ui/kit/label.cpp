// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/label.h"

#include "ui/kit/paint.h"

#include <QTextLayout>

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

bool Label::isParagraph() const
{
    return wordWrap() && !m_elided && (textInteractionFlags() & Qt::TextSelectableByMouse) == 0;
}

int Label::breakLines(QTextLayout& layout, int width) const
{
    QTextOption option(alignment() & Qt::AlignHorizontal_Mask);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(layoutDirection());
    layout.setTextOption(option);
    int lines = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, lines * Theme::lineHeight(m_style)));
        ++lines;
    }
    layout.endLayout();
    return lines;
}

int Label::heightForWidth(int width) const
{
    if (!isParagraph()) {
        return QLabel::heightForWidth(width);
    }
    const QMargins margins = contentsMargins();
    QTextLayout layout(text(), font());
    const int lines = breakLines(layout, std::max(1, width - margins.left() - margins.right()));
    return std::max(1, lines) * Theme::lineHeight(m_style) + margins.top() + margins.bottom();
}

QSize Label::sizeHint() const
{
    QSize size = QLabel::sizeHint();
    if (isParagraph()) {
        size.setHeight(heightForWidth(size.width()));
    } else if (!wordWrap()) {
        size.setHeight(std::max(size.height(), Theme::lineHeight(m_style)));
    }
    return size;
}

QSize Label::minimumSizeHint() const
{
    QSize size = QLabel::minimumSizeHint();
    if (m_elided) {
        size.setWidth(24);
    } else if (isParagraph()) {
        size.setHeight(Theme::lineHeight(m_style));
    }
    return size;
}

void Label::paintEvent(QPaintEvent* event)
{
    if (isParagraph()) {
        const QRect place = contentsRect();
        QTextLayout layout(text(), font());
        const int height = breakLines(layout, place.width()) * Theme::lineHeight(m_style);
        int top = place.top() + std::max(0, place.height() - height) / 2;
        if (alignment().testFlag(Qt::AlignTop)) {
            top = place.top();
        }
        QPainter painter(this);
        painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
        const double lead = (Theme::lineHeight(m_style) - QFontMetricsF(font()).height()) / 2;
        layout.draw(&painter, QPointF(place.left(), top + lead));
        return;
    }
    if (!m_elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    paint::text(painter, m_theme, m_style, contentsRect(), text(), m_theme.colors().*m_color, alignment());
}

} // namespace keyturn
