// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/value_choice.h"

#include "ui/kit/paint.h"

#include <QEvent>

namespace keyturn {

namespace {
constexpr int textLeft = 36;
constexpr int markSize = 14;
} // namespace

ValueChoice::ValueChoice(Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ValueChoice::setValue(const QString& value)
{
    setText(value);
    setToolTip(value);
    update();
}

void ValueChoice::setDetail(const QString& detail)
{
    m_detail = detail;
    setAccessibleDescription(detail);
    updateGeometry();
    update();
}

QSize ValueChoice::sizeHint() const
{
    return {220, m_detail.isEmpty() ? 34 : 56};
}

QSize ValueChoice::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

bool ValueChoice::event(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    return QAbstractButton::event(event);
}

void ValueChoice::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hover = isEnabled() && underMouse();
    paint::roundedRect(painter, QRectF(rect()).adjusted(2, 2, -2, -2), 6,
                       isChecked() ? c.soft : (hover ? c.hover : c.base), isChecked() ? c.accentLine : c.line2);
    const int middle = m_detail.isEmpty() ? height() / 2 : 20;
    const QRectF mark(14, middle - markSize / 2.0, markSize, markSize);
    painter.setPen(QPen(isChecked() ? c.accentLine : c.control, 1.5));
    painter.setBrush(c.base);
    painter.drawEllipse(mark.adjusted(0.75, 0.75, -0.75, -0.75));
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accentLine);
        painter.drawEllipse(mark.adjusted(4, 4, -4, -4));
    }
    const QRect line(textLeft, middle - 10, width() - textLeft - 12, 20);
    const bool isEmpty = text().isEmpty();
    paint::text(painter, m_theme, m_detail.isEmpty() ? TextStyle::Body : TextStyle::BodyStrong, line,
                isEmpty ? tr("nothing here") : text(), isEmpty ? c.text3 : c.text);
    if (!m_detail.isEmpty()) {
        paint::text(painter, m_theme, TextStyle::Small, line.translated(0, 20), m_detail, c.text2);
    }
    if (hasFocus()) {
        paint::focusRing(painter, QRectF(rect()).adjusted(2, 2, -2, -2), 6, 0, 2, c.accentLine);
    }
}

} // namespace keyturn
