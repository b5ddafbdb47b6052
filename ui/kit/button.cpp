// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/button.h"

#include "ui/kit/key_cap.h"
#include "ui/kit/paint.h"

#include <QKeyEvent>

#include <algorithm>

namespace keyturn {

namespace {
constexpr int gap = 6;
constexpr int glyphSize = 16;
} // namespace

Button::Button(Theme& theme, Kind kind, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_kind(kind)
{
    setText(text);
    setAccessibleName(shownText());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    updateGeometry();
    update();
}

void Button::setIconName(const QString& name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Button::setNote(const QString& note, QColor Colors::*color)
{
    m_note = note;
    m_noteColor = color;
    updateGeometry();
    update();
}

void Button::setNoteIcon(const QString& name)
{
    m_noteIcon = name;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QString& keys)
{
    m_keyHint = keys;
    updateGeometry();
    update();
}

void Button::setSmall(bool small)
{
    m_small = small;
    updateGeometry();
    update();
}

void Button::setMenuArrow(bool arrow)
{
    m_menuArrow = arrow;
    updateGeometry();
    update();
}

void Button::setDot(const QColor& color)
{
    m_dot = color;
    updateGeometry();
    update();
}

void Button::setTextAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void Button::setDashed(bool dashed)
{
    m_dashed = dashed;
    update();
}

void Button::setValue(bool value)
{
    m_value = value;
    update();
}

TextStyle Button::textStyle() const
{
    if (m_kind == Kind::Link) {
        return TextStyle::SmallMedium;
    }
    return TextStyle::BodyMedium;
}

// No command has a letter underlined, and leads are called "Ann & Bo Lee".
QString Button::shownText() const
{
    QString shown = text();
    shown.replace(QStringLiteral("&&"), QStringLiteral("&"));
    return shown;
}

int Button::contentWidth() const
{
    int width = 0;
    const auto add = [&width](int part) { width += part + (width > 0 ? gap : 0); };
    if (!m_iconName.isEmpty()) {
        add(glyphSize);
    }
    if (m_dot.isValid()) {
        add(8);
    }
    if (!text().isEmpty()) {
        add(paint::textWidth(m_theme, textStyle(), shownText()));
    }
    if (!m_noteIcon.isEmpty()) {
        add(12);
    }
    if (!m_note.isEmpty()) {
        add(paint::textWidth(m_theme, TextStyle::Small, m_note));
    }
    if (!m_keyHint.isEmpty()) {
        add(keyCapSize(m_theme, m_keyHint).width());
    }
    if (m_menuArrow) {
        add(glyphSize);
    }
    return width;
}

QSize Button::sizeHint() const
{
    if (m_kind == Kind::Link) {
        return {contentWidth() + 4, 20};
    }
    const int height = m_small ? 28 : 32;
    return {std::max(contentWidth() + (m_small ? 20 : 24), height), height};
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

bool Button::event(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    // Qt leaves Enter to the default button of a dialog; here the button that has the keyboard is meant.
    if (event->type() == QEvent::KeyPress) {
        const auto* press = static_cast<QKeyEvent*>(event);
        const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
        if (isEnter && (press->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && !press->isAutoRepeat()) {
            event->accept();
            click();
            return true;
        }
    }
    return QAbstractButton::event(event);
}

void Button::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    const bool enabled = isEnabled();
    const bool hover = enabled && underMouse();
    const bool down = enabled && (isDown() || (isCheckable() && isChecked()));
    QColor fill;
    QColor border;
    QColor color = c.text;
    QColor second = c.text2;
    switch (m_kind) {
    case Kind::Primary:
        fill = hover || down ? c.accentHover : c.accentFill;
        color = second = c.accentFillText;
        break;
    case Kind::Secondary:
    case Kind::Danger:
        fill = down ? c.soft2 : (hover ? c.hover : c.base);
        border = c.line2;
        color = m_kind == Kind::Danger ? c.red : c.text;
        break;
    case Kind::Quiet:
        fill = down ? c.soft2 : (hover ? c.hover : QColor());
        color = m_value ? c.text : c.text2;
        break;
    case Kind::Soft:
        fill = down || hover ? c.soft2 : c.soft;
        border = c.soft2;
        color = c.accentText;
        break;
    case Kind::Link:
        color = hover ? c.accentLine : c.accentText;
        break;
    }
    if (!enabled) {
        color = c.text3;
        color.setAlphaF(0.6F);
        second = color;
        if (m_kind == Kind::Primary) {
            fill = c.chip;
        }
    }
    if (m_kind != Kind::Link) {
        if (m_dashed) {
            paint::roundedRect(painter, rect(), 6, fill);
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            QPen pen(c.control, 1);
            pen.setDashPattern({3, 3});
            painter.setPen(pen);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5);
            painter.restore();
        } else {
            paint::roundedRect(painter, rect(), 6, fill, border);
        }
    }
    const int content = contentWidth();
    const int padding = m_kind == Kind::Link ? 2 : (m_small ? 10 : 12);
    int x = padding;
    if (m_alignment & Qt::AlignHCenter) {
        x = std::max(padding, (width() - content) / 2);
    }
    int room = width() - x - padding;
    const auto cell = [&](int w) {
        const QRect r(x, 0, w, height());
        x += w + gap;
        room -= w + gap;
        return r;
    };
    if (!m_iconName.isEmpty()) {
        paint::icon(painter, m_iconName, cell(glyphSize), glyphSize, color);
    }
    if (m_dot.isValid()) {
        const QRect place = cell(8);
        paint::roundedRect(painter, QRectF(place.left(), height() / 2.0 - 4, 8, 8), 4, m_dot);
    }
    int after = 0;
    if (!m_noteIcon.isEmpty()) {
        after += 12 + gap;
    }
    if (!m_note.isEmpty()) {
        after += paint::textWidth(m_theme, TextStyle::Small, m_note) + gap;
    }
    if (!m_keyHint.isEmpty()) {
        after += keyCapSize(m_theme, m_keyHint).width() + gap;
    }
    if (m_menuArrow) {
        after += glyphSize + gap;
    }
    if (!text().isEmpty()) {
        const int wanted = paint::textWidth(m_theme, textStyle(), shownText());
        paint::text(painter, m_theme, textStyle(), cell(std::max(0, std::min(wanted, room - after))), shownText(),
                    color);
    }
    const QColor noteColor = m_noteColor && enabled ? c.*m_noteColor : second;
    if (!m_noteIcon.isEmpty()) {
        paint::icon(painter, m_noteIcon, cell(12), 12, noteColor);
    }
    if (!m_note.isEmpty()) {
        paint::text(painter, m_theme, TextStyle::Small, cell(paint::textWidth(m_theme, TextStyle::Small, m_note)),
                    m_note, noteColor);
    }
    if (!m_keyHint.isEmpty()) {
        const QSize size = keyCapSize(m_theme, m_keyHint);
        const QRect place = cell(size.width());
        paintKeyCap(painter, m_theme, QRect(QPoint(place.left(), (height() - size.height()) / 2), size), m_keyHint,
                    m_kind == Kind::Primary && enabled ? KeyCapTone::OnAccent : KeyCapTone::Normal);
    }
    if (m_menuArrow) {
        x = std::max(x, m_alignment & Qt::AlignHCenter ? x : width() - padding - glyphSize);
        paint::icon(painter, QStringLiteral("chevron-down"), cell(glyphSize), glyphSize, second);
    }
}

} // namespace keyturn
