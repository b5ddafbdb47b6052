// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/line_edit.h"

#include "ui/kit/key_cap.h"
#include "ui/kit/paint.h"

#include <QKeyEvent>

namespace keyturn {

LineEdit::LineEdit(Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LineEdit::setIconName(const QString& name)
{
    m_icon = name;
    arrange();
}

void LineEdit::setPrefix(const QString& prefix)
{
    m_prefix = prefix;
    arrange();
}

void LineEdit::setSuffix(const QString& suffix)
{
    m_suffix = suffix;
    arrange();
}

void LineEdit::setKeyHint(const QString& keys)
{
    m_keys = keys;
    update();
}

void LineEdit::setInvalid(bool invalid)
{
    m_invalid = invalid;
    update();
}

void LineEdit::setBaseText(const QString& text)
{
    m_base = text;
}

void LineEdit::arrange()
{
    int left = m_icon.isEmpty() ? 0 : 22;
    if (!m_prefix.isEmpty()) {
        left += paint::textWidth(m_theme, TextStyle::Body, m_prefix) + 2;
    }
    const int right = m_suffix.isEmpty() ? 0 : paint::textWidth(m_theme, TextStyle::Small, m_suffix) + 6;
    setTextMargins(left, 0, right, 0);
    update();
}

void LineEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    QRect inner = rect().adjusted(10, 0, -10, 0);
    if (!m_icon.isEmpty()) {
        paint::icon(painter, m_icon, QRect(inner.left(), 0, 16, height()), 16, c.text2);
        inner.setLeft(inner.left() + 22);
    }
    if (!m_prefix.isEmpty()) {
        paint::text(painter, m_theme, TextStyle::Body, inner, m_prefix, text().isEmpty() ? c.text3 : c.text);
    }
    if (!m_suffix.isEmpty()) {
        paint::text(painter, m_theme, TextStyle::Small, inner, m_suffix, c.text2, Qt::AlignRight);
    } else if (!m_keys.isEmpty() && text().isEmpty()) {
        const QSize size = keyCapSize(m_theme, m_keys);
        paintKeyCap(painter, m_theme, QRect(QPoint(width() - 7 - size.width(), (height() - size.height()) / 2), size),
                    m_keys);
    }
    if (m_invalid) {
        paint::roundedRect(painter, rect(), 6, {}, c.redLine);
    }
}

// With nothing to take back in the box, Ctrl+Z takes back what was done in the book.
bool LineEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->matches(QKeySequence::Undo) && !isUndoAvailable()) ||
            (key->matches(QKeySequence::Redo) && !isRedoAvailable())) {
            event->ignore();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void LineEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && text() != m_base) {
        setText(m_base);
        Q_EMIT textEdited(m_base);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void LineEdit::focusInEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) {
        m_base = text();
    }
    QLineEdit::focusInEvent(event);
}

} // namespace keyturn
