// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/focus_ring.h"

#include "ui/kit/paint.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace keyturn {

namespace {

constexpr int reach = 4;

bool isField(const QWidget* widget)
{
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QPlainTextEdit*>(widget);
}

// The box around a frameless editor is what the ring belongs to.
QWidget* framed(QWidget* widget)
{
    if (qobject_cast<QPlainTextEdit*>(widget) && widget->parentWidget() &&
        widget->parentWidget()->focusProxy() == widget) {
        return widget->parentWidget();
    }
    return widget;
}

} // namespace

class FocusRing::Frame final : public QWidget
{
public:
    Frame(Theme& theme, bool soft, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_soft(soft)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
        setObjectName(QStringLiteral("focusRing"));
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        const QRectF inner = QRectF(rect()).adjusted(reach, reach, -reach, -reach);
        if (m_soft) {
            paint::focusRing(painter, inner, 6, 0, 2, m_theme.colors().soft2);
        } else {
            paint::focusRing(painter, inner, 6, 2, 2, m_theme.colors().accentLine);
        }
    }

private:
    Theme& m_theme;
    bool m_soft;
};

FocusRing::FocusRing(Theme& theme, QObject* parent)
    : QObject(parent)
    , m_theme(theme)
{
    qApp->installEventFilter(this);
    connect(&m_theme, &Theme::changed, this, [this] {
        if (m_frame) {
            m_frame->update();
        }
    });
}

FocusRing::~FocusRing()
{
    leave();
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        if (watched->isWidgetType()) {
            follow(static_cast<QWidget*>(watched), static_cast<QFocusEvent*>(event)->reason());
        }
        break;
    case QEvent::FocusOut:
        if (watched == m_target) {
            leave();
        }
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        if (m_frame && watched->isWidgetType() && m_watched.contains(static_cast<QWidget*>(watched))) {
            place();
        }
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::follow(QWidget* widget, Qt::FocusReason reason)
{
    leave();
    const bool field = isField(widget);
    const bool byKeyboard = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                            reason == Qt::ShortcutFocusReason || reason == Qt::PopupFocusReason;
    const bool view = qobject_cast<QAbstractScrollArea*>(widget) && !field;
    const bool frameless = qobject_cast<QLineEdit*>(widget) && !static_cast<QLineEdit*>(widget)->hasFrame();
    if (widget->isWindow() || view || frameless || (!field && !byKeyboard) || !widget->parentWidget() ||
        widget->property("noFocusRing").toBool()) {
        return;
    }
    if (!field && !qobject_cast<QAbstractButton*>(widget) && widget->focusPolicy() == Qt::StrongFocus) {
        return; // a page that takes keys itself
    }
    m_target = widget;
    QWidget* box = framed(widget);
    // The ring must not be cut off by a parent that fits tightly, nor leave the area that scrolls.
    QWidget* host = box->parentWidget();
    m_watched = {box};
    while (host->parentWidget() && !host->isWindow()) {
        m_watched.append(host);
        const QRect ring = QRect(box->mapTo(host, QPoint(0, 0)), box->size()).adjusted(-reach, -reach, reach, reach);
        const auto* area = qobject_cast<QAbstractScrollArea*>(host->parentWidget()->parentWidget());
        if (host->rect().contains(ring) || (area && area->viewport() == host->parentWidget())) {
            break;
        }
        host = host->parentWidget();
    }
    m_frame = new Frame(m_theme, field, host);
    place();
}

void FocusRing::place()
{
    if (!m_frame || !m_target) {
        return;
    }
    QWidget* box = framed(m_target);
    m_frame->setGeometry(
        QRect(box->mapTo(m_frame->parentWidget(), QPoint(0, 0)), box->size()).adjusted(-reach, -reach, reach, reach));
    m_frame->setVisible(box->isVisibleTo(m_frame->parentWidget()));
    m_frame->raise();
}

void FocusRing::leave()
{
    m_target = nullptr;
    m_watched.clear();
    if (m_frame) {
        m_frame->hide();
        m_frame->deleteLater();
        m_frame = nullptr;
    }
}

} // namespace keyturn
