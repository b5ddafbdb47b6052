// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/toast.h"

#include "ui/kit/button.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/key_cap.h"
#include "ui/kit/label.h"
#include "ui/kit/paint.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QTimerEvent>
#include <QVariantAnimation>

#include <algorithm>

namespace keyturn {

namespace {

constexpr int shownMs = 8000;

// The action stands on the dark toast: its colours are the toast's own.
class ToastLink final : public Button
{
public:
    explicit ToastLink(Theme& theme)
        : Button(theme, Button::Kind::Link, {})
        , m_theme(theme)
    {}
    [[nodiscard]] QSize sizeHint() const override
    {
        return {paint::textWidth(m_theme, TextStyle::BodyStrong, text()) + 8, 28};
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        paint::text(painter, m_theme, TextStyle::BodyStrong, rect(), text(), m_theme.colors().toastLink,
                    Qt::AlignHCenter);
    }

private:
    Theme& m_theme;
};

class ToastClose final : public QAbstractButton
{
public:
    explicit ToastClose(Theme& theme)
        : m_theme(theme)
    {
        setFixedSize(24, 24);
        setFocusPolicy(Qt::TabFocus);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        paint::icon(painter, QStringLiteral("x"), rect(), 16, m_theme.colors().toastText);
    }

private:
    Theme& m_theme;
};

class ToastIcon final : public QWidget
{
public:
    explicit ToastIcon(Theme& theme)
        : m_theme(theme)
    {
        setFixedSize(16, 16);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        paint::icon(painter, QStringLiteral("check"), rect(), 16, m_theme.colors().toastText);
    }

private:
    Theme& m_theme;
};

} // namespace

Toast::Toast(Theme& theme, QWidget* window)
    : QWidget(window)
    , m_theme(theme)
    , m_text(new Label(theme, TextStyle::Body, &Colors::toastText))
    , m_action(new ToastLink(theme))
    , m_keys(new KeyCap(theme, {}))
    , m_motion(new QVariantAnimation(this))
{
    setObjectName(QStringLiteral("toast"));
    auto* layout = new QHBoxLayout(this);
    const int margin = paint::shadowMargin;
    layout->setContentsMargins(margin + 14, margin + 8, margin + 10, margin + 8);
    layout->setSpacing(10);
    layout->addWidget(new ToastIcon(theme));
    layout->addWidget(m_text);
    layout->addSpacing(4);
    layout->addWidget(m_action);
    layout->addWidget(m_keys);
    auto* close = new ToastClose(theme);
    close->setAccessibleName(tr("Dismiss"));
    close->setObjectName(QStringLiteral("toastClose"));
    layout->addWidget(close);
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    m_keys->setTone(KeyCapTone::OnToast);
    m_action->setObjectName(QStringLiteral("toastAction"));
    hide();
    window->installEventFilter(this);
    m_motion->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_motion, &QVariantAnimation::valueChanged, this, [this] { place(); });
    connect(close, &QAbstractButton::clicked, this, &Toast::dismiss);
    connect(m_action, &Button::clicked, this, [this] {
        const auto act = m_act;
        dismiss();
        if (act) {
            act();
        }
    });
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QString Toast::message() const
{
    return isVisible() ? m_text->text() : QString();
}

void Toast::showMessage(const QString& text, const QString& action, const QString& keys, std::function<void()> act)
{
    m_text->setText(text);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    m_keys->setKeys(keys);
    m_keys->setVisible(!action.isEmpty() && !keys.isEmpty());
    m_act = std::move(act);
    setAccessibleName(text);
    const bool wasHidden = !isVisible();
    show();
    raise();
    m_motion->stop();
    m_motion->setDuration(wasHidden ? m_theme.motion(120) : 0);
    m_motion->setStartValue(wasHidden ? 12.0 : 0.0);
    m_motion->setEndValue(0.0);
    m_motion->start();
    place();
    if (m_timer != 0) {
        killTimer(m_timer);
    }
    m_timer = startTimer(shownMs);
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void Toast::dismiss()
{
    if (m_timer != 0) {
        killTimer(m_timer);
        m_timer = 0;
    }
    hide();
}

void Toast::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer && !underMouse()) {
        dismiss();
    }
}

void Toast::setFoot(int height)
{
    if (height != m_foot) {
        m_foot = height;
        place();
    }
}

void Toast::place()
{
    layout()->activate();
    const QRect bounds = parentWidget()->rect();
    const int margin = paint::shadowMargin;
    const int most = std::max(240, bounds.width() - 48) + 2 * margin;
    resize(std::min(sizeHint().width(), most), 44 + 2 * margin);
    const int rise = static_cast<int>(m_motion->currentValue().toDouble());
    move((bounds.width() - width()) / 2, bounds.height() - m_foot - 28 - 16 - 44 - margin + rise);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const int margin = paint::shadowMargin;
    const QRect card = rect().adjusted(margin, margin, -margin, -margin);
    QPainter painter(this);
    paint::shadow(painter, m_theme, card, 8);
    paint::roundedRect(painter, card, 8, m_theme.colors().toast);
}

} // namespace keyturn
