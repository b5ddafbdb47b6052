// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/text_field.h"

#include "ui/kit/key_cap.h"
#include "ui/kit/paint.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace keyturn {

namespace {

// The frame around the text; the edit itself has none.
class Box final : public QWidget
{
public:
    explicit Box(Theme& theme)
        : m_theme(theme)
    {}
    void setEdit(QPlainTextEdit* edit)
    {
        m_edit = edit;
        setFocusProxy(edit);
    }
    void setKeys(const QString& keys)
    {
        m_keys = keys;
        update();
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        const Colors& c = m_theme.colors();
        QPainter painter(this);
        paint::roundedRect(painter, rect(), 6, c.base, m_edit->hasFocus() ? c.accentLine : c.control);
        if (!m_keys.isEmpty()) {
            const QSize size = keyCapSize(m_theme, m_keys);
            paintKeyCap(painter, m_theme, QRect(QPoint(width() - 9 - size.width(), height() - 9 - size.height()), size),
                        m_keys);
        }
    }

private:
    Theme& m_theme;
    QPlainTextEdit* m_edit = nullptr;
    QString m_keys;
};

} // namespace

TextField::TextField(Theme& theme, const QString& label, QWidget* parent)
    : Field(theme, label, parent)
    , m_edit(new QPlainTextEdit)
{
    auto* box = new Box(theme);
    m_box = box;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(6, 3, 6, 3);
    layout->addWidget(m_edit);
    box->setEdit(m_edit);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->setTabChangesFocus(true);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->installEventFilter(this);
    setBox(box, m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        grow();
        Q_EMIT edited();
    });
    grow();
}

QString TextField::text() const
{
    return m_edit->toPlainText();
}

void TextField::setText(const QString& text)
{
    m_settled = text;
    if (m_edit->toPlainText() != text) {
        m_edit->setPlainText(text);
    }
}

void TextField::setPlaceholder(const QString& text)
{
    m_edit->setPlaceholderText(text);
}

void TextField::setKeyHint(const QString& keys)
{
    static_cast<Box*>(m_box)->setKeys(keys);
    const QSize size = keys.isEmpty() ? QSize() : keyCapSize(theme(), keys);
    m_box->layout()->setContentsMargins(6, 3, keys.isEmpty() ? 6 : size.width() + 14, 3);
}

void TextField::setLineRange(int minimumLines, int maximumLines)
{
    m_minimumLines = minimumLines;
    m_maximumLines = maximumLines;
    grow();
}

void TextField::grow()
{
    const int line = m_edit->fontMetrics().lineSpacing();
    int lines = 0;
    for (QTextBlock block = m_edit->document()->begin(); block.isValid(); block = block.next()) {
        lines += std::max(1, block.lineCount());
    }
    const int shown = std::clamp(lines, m_minimumLines, m_maximumLines);
    m_edit->setVerticalScrollBarPolicy(lines > m_maximumLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int inner = shown * line + 2 * static_cast<int>(std::ceil(m_edit->document()->documentMargin()));
    m_box->setFixedHeight(std::max(32, inner + 6));
}

void TextField::resizeEvent(QResizeEvent* event)
{
    Field::resizeEvent(event);
    grow();
}

bool TextField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit) {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
            m_box->update();
            if (event->type() == QEvent::FocusOut && text() != m_settled) {
                m_settled = text();
                Q_EMIT committed(m_settled);
            }
        } else if (event->type() == QEvent::KeyPress) {
            const auto* key = static_cast<QKeyEvent*>(event);
            const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
            if (enter && key->modifiers() & Qt::ControlModifier) {
                Q_EMIT submitted();
                return true;
            }
        }
    }
    return Field::eventFilter(watched, event);
}

} // namespace keyturn
