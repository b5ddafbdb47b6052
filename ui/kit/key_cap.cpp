// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/key_cap.h"

#include "ui/kit/paint.h"

#include <algorithm>

namespace keyturn {

namespace {
constexpr int capHeight = 18;
constexpr int capPadding = 5;
} // namespace

QSize keyCapSize(const Theme& theme, const QString& keys)
{
    return {std::max(capHeight, paint::textWidth(theme, TextStyle::Caption, keys) + 2 * capPadding), capHeight};
}

void paintKeyCap(QPainter& painter, const Theme& theme, const QRect& rect, const QString& keys, KeyCapTone tone)
{
    const Colors& c = theme.colors();
    QColor fill = c.hover;
    QColor border = c.line2;
    QColor text = c.text2;
    if (tone == KeyCapTone::OnAccent) {
        fill = c.accentFillText;
        fill.setAlphaF(0.16F);
        border = c.accentFillText;
        border.setAlphaF(0.5F);
        text = c.accentFillText;
    } else if (tone == KeyCapTone::OnToast) {
        fill = QColor(Qt::transparent);
        border = c.toastText;
        border.setAlphaF(0.5F);
        text = c.toastText;
    }
    paint::roundedRect(painter, rect, 4, fill, border);
    paint::text(painter, theme, TextStyle::Caption, rect, keys, text, Qt::AlignHCenter);
}

KeyCap::KeyCap(Theme& theme, const QString& keys, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_keys(keys)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(keys);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void KeyCap::setKeys(const QString& keys)
{
    m_keys = keys;
    setAccessibleName(keys);
    updateGeometry();
    update();
}

void KeyCap::setTone(KeyCapTone tone)
{
    m_tone = tone;
    update();
}

QSize KeyCap::sizeHint() const
{
    return keyCapSize(m_theme, m_keys);
}

void KeyCap::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paintKeyCap(painter, m_theme, rect(), m_keys, m_tone);
}

} // namespace keyturn
