// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/tab_bar.h"

#include "ui/kit/paint.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

namespace keyturn {

TabBar::TabBar(Theme& theme, Look look, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_look(look)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

int TabBar::addTab(const QString& text, const QString& iconName)
{
    m_tabs.push_back({text, iconName, -1});
    if (m_current < 0) {
        m_current = 0;
    }
    describe();
    updateGeometry();
    update();
    return count() - 1;
}

void TabBar::clear()
{
    m_tabs.clear();
    m_current = -1;
    updateGeometry();
    update();
}

void TabBar::setText(int index, const QString& text)
{
    m_tabs.at(static_cast<size_t>(index)).text = text;
    describe();
    updateGeometry();
    update();
}

void TabBar::setCount(int index, qint64 count)
{
    Tab& tab = m_tabs.at(static_cast<size_t>(index));
    if (tab.count != count) {
        tab.count = count;
        updateGeometry();
        update();
    }
}

void TabBar::setCurrentIndex(int index)
{
    if (index == m_current || index < 0 || index >= count()) {
        return;
    }
    m_current = index;
    describe();
    update();
    Q_EMIT currentChanged(index);
}

// Screen readers hear the chosen tab and its place among the others.
void TabBar::describe()
{
    if (m_current >= 0) {
        setAccessibleDescription(
            tr("%1, %2 of %3").arg(m_tabs[static_cast<size_t>(m_current)].text).arg(m_current + 1).arg(count()));
    }
}

int TabBar::gap() const
{
    return m_look == Look::Underlined ? 20 : 4;
}

int TabBar::tabWidth(const Tab& tab) const
{
    int width = paint::textWidth(m_theme, TextStyle::BodyStrong, tab.text);
    if (!tab.icon.isEmpty()) {
        width += 16 + 6;
    }
    if (tab.count >= 0) {
        width += 8 + paint::textWidth(m_theme, TextStyle::Body, QLocale().toString(tab.count));
    }
    return width + (m_look == Look::Underlined ? 0 : 20);
}

QRect TabBar::tabRect(int index) const
{
    int x = 0;
    for (int i = 0; i < index; ++i) {
        x += tabWidth(m_tabs[static_cast<size_t>(i)]) + gap();
    }
    const int wide = tabWidth(m_tabs[static_cast<size_t>(index)]);
    return isRightToLeft() ? QRect(width() - x - wide, 0, wide, height()) : QRect(x, 0, wide, height());
}

int TabBar::indexAt(QPoint position) const
{
    for (int i = 0; i < count(); ++i) {
        if (tabRect(i).contains(position)) {
            return i;
        }
    }
    return -1;
}

QSize TabBar::sizeHint() const
{
    int width = 0;
    for (const Tab& tab : m_tabs) {
        width += tabWidth(tab) + (width > 0 ? gap() : 0);
    }
    return {width, m_look == Look::Underlined ? 40 : (m_look == Look::Segments ? 32 : 28)};
}

QSize TabBar::minimumSizeHint() const
{
    return {40, sizeHint().height()};
}

void TabBar::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    for (int i = 0; i < count(); ++i) {
        const Tab& tab = m_tabs[static_cast<size_t>(i)];
        const QRect r = tabRect(i);
        const bool current = i == m_current;
        QColor color = current ? c.text : c.text2;
        int x = r.left();
        if (m_look == Look::Underlined) {
            if (current) {
                painter.fillRect(QRect(r.left(), r.bottom() - 1, r.width(), 2), c.accentLine);
            } else if (i == m_hovered) {
                color = c.text;
            }
        } else {
            x += 10;
            if (current && m_look == Look::Segments) {
                paint::roundedRect(painter, r, 6, c.soft);
                color = c.accentText;
            } else if (current) {
                paint::roundedRect(painter, r, 6, c.base, c.line2);
            } else if (i == m_hovered) {
                paint::roundedRect(painter, r, 6, c.hover);
            }
        }
        if (!tab.icon.isEmpty()) {
            paint::icon(painter, tab.icon, QRect(x, r.top(), 16, r.height()), 16, color);
            x += 22;
        }
        const TextStyle style = current && m_look == Look::Underlined ? TextStyle::BodyStrong : TextStyle::BodyMedium;
        paint::text(painter, m_theme, style, QRect(x, r.top(), r.width(), r.height()), tab.text, color);
        if (tab.count >= 0) {
            x += paint::textWidth(m_theme, TextStyle::BodyStrong, tab.text) + 8;
            paint::text(painter, m_theme, TextStyle::Body, QRect(x, r.top(), r.width(), r.height()),
                        QLocale().toString(tab.count), c.text3);
        }
    }
}

void TabBar::mousePressEvent(QMouseEvent* event)
{
    const int index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index >= 0) {
        setCurrentIndex(index);
    }
}

void TabBar::mouseMoveEvent(QMouseEvent* event)
{
    const int index = indexAt(event->position().toPoint());
    if (index != m_hovered) {
        m_hovered = index;
        update();
    }
}

void TabBar::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void TabBar::keyPressEvent(QKeyEvent* event)
{
    const int step = isRightToLeft() ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrentIndex(m_current - step);
        return;
    case Qt::Key_Right:
        setCurrentIndex(m_current + step);
        return;
    case Qt::Key_Home:
        setCurrentIndex(0);
        return;
    case Qt::Key_End:
        setCurrentIndex(count() - 1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace keyturn
