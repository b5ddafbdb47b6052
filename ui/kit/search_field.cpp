// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/search_field.h"

#include "ui/kit/icon_button.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace keyturn {

SearchField::SearchField(Theme& theme, const QString& placeholder, QWidget* parent)
    : LineEdit(theme, parent)
    , m_clear(new IconButton(theme, QStringLiteral("x"), tr("Clear"), this))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setIconName(QStringLiteral("search"));
    m_clear->setSize(24);
    m_clear->setFocusPolicy(Qt::NoFocus); // Esc does the same
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->hide();
    auto* inside = new QHBoxLayout(this);
    inside->setContentsMargins(0, 0, 4, 0);
    inside->addStretch();
    inside->addWidget(m_clear);
    connect(m_clear, &IconButton::clicked, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, m_clear, [this](const QString& text) {
        m_clear->setVisible(!text.isEmpty());
        const QMargins margins = textMargins();
        setTextMargins(margins.left(), 0, text.isEmpty() ? 0 : 22, 0);
    });
}

void SearchField::setHints(const QString& full, const QString& brief)
{
    m_fullHint = full;
    m_briefHint = brief;
    showHint();
}

void SearchField::showHint()
{
    if (m_fullHint.isEmpty()) {
        return;
    }
    constexpr int frame = 16;
    const int room = width() - textMargins().left() - frame;
    setPlaceholderText(fontMetrics().horizontalAdvance(m_fullHint) <= room ? m_fullHint : m_briefHint);
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    LineEdit::resizeEvent(event);
    showHint();
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (!text().isEmpty()) {
            clear();
            return;
        }
        event->ignore();
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT leftDownwards();
        return;
    default:
        LineEdit::keyPressEvent(event);
    }
}

} // namespace keyturn
