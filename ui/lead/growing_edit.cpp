// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/growing_edit.h"

#include "ui/kit/key_cap.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QStringListModel>
#include <QTextBlock>

#include <algorithm>

namespace keyturn {

GrowingEdit::GrowingEdit(Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    QPalette clear = palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    viewport()->setPalette(clear);
    setViewportMargins(10, 0, 10, 0);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        offerPeople();
    });
    fitHeight();
}

void GrowingEdit::setLimits(int minimumHeight, int maximumHeight)
{
    m_minimum = minimumHeight;
    m_maximum = maximumHeight;
    fitHeight();
}

void GrowingEdit::setKeyHint(const QString& hint)
{
    m_hint = hint;
    update();
}

void GrowingEdit::setPeople(const std::vector<User>& people)
{
    m_people = people;
    QStringList names;
    for (const User& user : people) {
        if (user.isActive) {
            names.append(user.name());
        }
    }
    if (m_completer == nullptr) {
        m_completer = new QCompleter(this);
        m_completer->setWidget(this);
        m_completer->setCaseSensitivity(Qt::CaseInsensitive);
        m_completer->setCompletionMode(QCompleter::PopupCompletion);
        connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, [this](const QString& name) {
            QTextCursor cursor = textCursor();
            cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(mentionPrefix().size()));
            cursor.insertText(name + QStringLiteral(" "));
            setTextCursor(cursor);
        });
    }
    auto* model = new QStringListModel(names, m_completer);
    m_completer->setModel(model);
}

std::vector<UserId> GrowingEdit::mentions() const
{
    std::vector<UserId> found;
    const QString text = toPlainText();
    for (const User& user : m_people) {
        const QString mark = QStringLiteral("@") + user.name();
        const qsizetype at = text.indexOf(mark, 0, Qt::CaseInsensitive);
        const qsizetype end = at + mark.size();
        if (at >= 0 && !user.name().isEmpty() && (end >= text.size() || !text.at(end).isLetterOrNumber())) {
            found.push_back(user.id);
        }
    }
    return found;
}

QString GrowingEdit::mentionPrefix() const
{
    const QTextCursor cursor = textCursor();
    const QString line = cursor.block().text().left(cursor.positionInBlock());
    const qsizetype at = line.lastIndexOf(QLatin1Char('@'));
    if (at < 0 || (at > 0 && !line.at(at - 1).isSpace())) {
        return {};
    }
    return line.mid(at + 1);
}

void GrowingEdit::offerPeople()
{
    if (m_completer == nullptr || !hasFocus()) {
        return;
    }
    const QTextCursor cursor = textCursor();
    const QString line = cursor.block().text().left(cursor.positionInBlock());
    const qsizetype at = line.lastIndexOf(QLatin1Char('@'));
    const bool mentioning = at >= 0 && (at == 0 || line.at(at - 1).isSpace()) && line.size() - at <= 40;
    if (!mentioning) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(line.mid(at + 1));
    if (m_completer->completionCount() == 0 || m_completer->currentCompletion() == line.mid(at + 1).trimmed()) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = cursorRect().translated(viewport()->pos());
    place.setWidth(220);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    m_completer->complete(place);
}

void GrowingEdit::fitHeight()
{
    const int line = Theme::lineHeight(TextStyle::Body);
    const int vertical = m_minimum - line;
    // A plain text document counts its height in lines.
    const int lines = std::max(1, static_cast<int>(document()->size().height()));
    const int textHeight = std::max(line, static_cast<int>(lines * QFontMetricsF(font()).lineSpacing()));
    const int wanted = std::clamp(textHeight + vertical, m_minimum, m_maximum);
    setViewportMargins(10, vertical / 2, 10, vertical / 2);
    if (height() != wanted || minimumHeight() != wanted) {
        setFixedHeight(wanted);
        updateGeometry();
    }
}

QSize GrowingEdit::sizeHint() const
{
    return {240, std::max(m_minimum, minimumHeight())};
}

QSize GrowingEdit::minimumSizeHint() const
{
    return {80, m_minimum};
}

void GrowingEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void GrowingEdit::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    update();
    viewport()->update();
}

void GrowingEdit::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    update();
    viewport()->update();
}

void GrowingEdit::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_completer != nullptr && m_completer->popup()->isVisible() &&
        (enter || event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab)) {
        event->ignore(); // the popup answers these
        return;
    }
    const bool shift = (event->modifiers() & Qt::ShiftModifier) != 0;
    if (enter && ((event->modifiers() & Qt::ControlModifier) != 0 || (m_enterSubmits && !shift))) {
        Q_EMIT submitted();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
        event->ignore();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

bool GrowingEdit::event(QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        const Colors& c = m_theme.colors();
        QPainter painter(this);
        const bool focused = hasFocus();
        if (focused) {
            paint::roundedRect(painter, rect(), 7, c.soft2);
        }
        paint::roundedRect(painter, focused ? rect().adjusted(1, 1, -1, -1) : rect(), 6, isEnabled() ? c.base : c.alt,
                           focused ? c.accentLine : c.control);
        return true;
    }
    return QPlainTextEdit::event(event);
}

void GrowingEdit::paintEvent(QPaintEvent* event)
{
    if (document()->isEmpty() && !m_hint.isEmpty()) {
        QPainter painter(viewport());
        const QSize size = keyCapSize(m_theme, m_hint);
        paintKeyCap(painter, m_theme,
                    QRect(QPoint(viewport()->width() - size.width(), (viewport()->height() - size.height()) / 2), size),
                    m_hint);
    }
    QPlainTextEdit::paintEvent(event);
}

} // namespace keyturn
