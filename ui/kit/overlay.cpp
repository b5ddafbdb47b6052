// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/overlay.h"

#include "ui/kit/paint.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace keyturn {

bool focusWithin(QWidget* container, bool next)
{
    QWidget* from = QApplication::focusWidget();
    QWidget* candidate = from && (container->isAncestorOf(from) || from == container) ? from : container;
    QWidget* const start = candidate;
    do {
        candidate = next ? candidate->nextInFocusChain() : candidate->previousInFocusChain();
        if (container->isAncestorOf(candidate) && candidate->isEnabled() && candidate->isVisibleTo(container) &&
            (candidate->focusPolicy() & Qt::TabFocus) && !candidate->focusProxy()) {
            candidate->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (candidate != start);
    return true;
}

Overlay::Overlay(Theme& theme, QWidget* window, QSize cardSize, int top)
    : QWidget(window)
    , m_theme(theme)
    , m_card(new QWidget(this))
    , m_cardSize(cardSize)
    , m_top(top)
{
    hide();
    window->installEventFilter(this);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Overlay::open()
{
    if (!m_open) {
        m_before = QApplication::focusWidget();
    }
    m_open = true;
    place();
    show();
    raise();
    firstFocus()->setFocus(Qt::PopupFocusReason);
}

void Overlay::close()
{
    if (!m_open) {
        return;
    }
    m_open = false;
    hide();
    if (m_before && m_before->isVisible()) {
        m_before->setFocus(Qt::PopupFocusReason);
    }
    Q_EMIT closed();
}

void Overlay::setCardSize(QSize size)
{
    m_cardSize = size;
    place();
    update();
}

void Overlay::place()
{
    setGeometry(parentWidget()->rect());
    const QSize size = m_cardSize.boundedTo(this->size() - QSize(32, 32));
    const int y =
        m_top >= 0 ? std::min(m_top, std::max(16, height() - 16 - size.height())) : (height() - size.height()) / 2;
    m_card->setGeometry(QRect(QPoint((width() - size.width()) / 2, y), size));
}

void Overlay::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.fillRect(rect(), c.scrim);
    paint::shadow(painter, m_theme, m_card->geometry(), 10);
    paint::roundedRect(painter, m_card->geometry(), 10, c.base, c.line2);
}

void Overlay::mousePressEvent(QMouseEvent* event)
{
    if (!m_card->geometry().contains(event->position().toPoint())) {
        close();
    }
}

void Overlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    }
    event->accept(); // nothing leaks to what is below
}

bool Overlay::focusNextPrevChild(bool next)
{
    return focusWithin(m_card, next);
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && m_open) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace keyturn
