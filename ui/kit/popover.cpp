// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/popover.h"

#include "ui/kit/overlay.h"
#include "ui/kit/paint.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace keyturn {

Popover::Popover(Theme& theme, QWidget* owner)
    : QWidget(owner->window())
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(paint::shadowMargin, paint::shadowMargin, paint::shadowMargin, paint::shadowMargin);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    hide();
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Popover::setContent(QWidget* content, int margin)
{
    const int around = paint::shadowMargin + margin;
    layout()->setContentsMargins(around, around, around, around);
    layout()->addWidget(content);
}

void Popover::showAt(QWidget* anchor, Qt::Alignment alignment)
{
    showAt(anchor, anchor->rect(), alignment);
}

void Popover::showAt(QWidget* anchor, const QRect& rect, Qt::Alignment alignment)
{
    m_anchor = anchor;
    m_anchorRect = rect;
    m_alignment = alignment;
    appear();
}

void Popover::showCentered(int top)
{
    m_anchor = nullptr;
    m_top = top;
    appear();
}

void Popover::appear()
{
    if (!m_open) {
        m_before = QApplication::focusWidget();
        m_open = true;
        qApp->installEventFilter(this);
    }
    layout()->activate();
    adjustSize();
    place();
    show();
    raise();
    if (!isAncestorOf(QApplication::focusWidget())) {
        setFocus(Qt::PopupFocusReason);
        focusWithin(this, true);
    }
}

void Popover::place()
{
    const QRect bounds = parentWidget()->rect();
    const int margin = paint::shadowMargin;
    QPoint corner;
    if (m_anchor) {
        const QRect anchor(m_anchor->mapTo(parentWidget(), m_anchorRect.topLeft()), m_anchorRect.size());
        corner.setY(anchor.bottom() + 1 + 4 - margin);
        if (corner.y() + height() - margin > bounds.bottom()) {
            const int above = anchor.top() - 4 - height() + margin;
            corner.setY(above + margin > 0 ? above : bounds.bottom() - 8 - height() + margin);
        }
        corner.setX(anchor.left() - margin);
        if (m_alignment & Qt::AlignRight) {
            corner.setX(anchor.right() + 1 - width() + margin);
        } else if (m_alignment & Qt::AlignHCenter) {
            corner.setX(anchor.center().x() - width() / 2);
        }
    } else {
        corner = QPoint((bounds.width() - width()) / 2, m_top >= 0 ? m_top - margin : (bounds.height() - height()) / 2);
    }
    corner.setX(std::clamp(corner.x(), 8 - margin, std::max(8 - margin, bounds.right() - 8 - width() + margin)));
    corner.setY(std::max(corner.y(), 8 - margin));
    move(corner);
}

void Popover::dismiss()
{
    if (!m_open) {
        return;
    }
    m_open = false;
    qApp->removeEventFilter(this);
    const bool hadKeyboard = isAncestorOf(QApplication::focusWidget()) || QApplication::focusWidget() == this;
    hide();
    if (hadKeyboard && m_before && m_before->isVisible()) {
        m_before->setFocus(Qt::PopupFocusReason);
    }
    Q_EMIT dismissed();
    if (m_deleted) {
        deleteLater();
    }
}

void Popover::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    const int margin = paint::shadowMargin;
    const QRect card = rect().adjusted(margin, margin, -margin, -margin);
    QPainter painter(this);
    paint::shadow(painter, m_theme, card, 10);
    paint::roundedRect(painter, card, 10, c.base, c.line2);
}

void Popover::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
        return;
    }
    QWidget::keyPressEvent(event);
    event->accept(); // keys never leak to the page below
}

bool Popover::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest && m_open) {
        const bool done = QWidget::event(event);
        place();
        return done;
    }
    return QWidget::event(event);
}

// Tab stays inside.
bool Popover::focusNextPrevChild(bool next)
{
    return focusWithin(this, next);
}

bool Popover::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress && m_open) {
        auto* widget = qobject_cast<QWidget*>(watched);
        if (widget && widget->window() == window()) {
            const QPoint at = mapFromGlobal(static_cast<QMouseEvent*>(event)->globalPosition().toPoint());
            const int margin = paint::shadowMargin;
            const bool inside = rect().adjusted(margin, margin, -margin, -margin).contains(at);
            if (!inside && widget != this && !isAncestorOf(widget)) {
                dismiss();
            } else if (!inside && widget == this) {
                dismiss();
                return true;
            }
        }
    }
    if (event->type() == QEvent::Resize && watched == parentWidget() && m_open) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace keyturn
