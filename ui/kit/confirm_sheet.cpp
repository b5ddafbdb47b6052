// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/confirm_sheet.h"

#include "ui/kit/button.h"
#include "ui/kit/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace keyturn {

namespace {
constexpr int cardWidth = 440;
} // namespace

ConfirmSheet::ConfirmSheet(Theme& theme, QWidget* window, const QString& question, const QString& explanation,
                           const QString& action, std::function<void(bool)> answer)
    : Overlay(theme, window, {cardWidth, 0}, -1)
    , m_go(new Button(theme, Button::Kind::Primary, action))
    , m_answer(std::move(answer))
{
    setObjectName(QStringLiteral("confirmSheet"));
    setAccessibleName(question);
    setAccessibleDescription(explanation);
    auto* layout = new QVBoxLayout(card());
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(0);
    auto* head = new Label(theme, TextStyle::Title, question);
    head->setWordWrap(true);
    layout->addWidget(head);
    layout->addSpacing(6);
    auto* words = new Label(theme, TextStyle::Body, &Colors::text2, explanation);
    words->setWordWrap(true);
    layout->addWidget(words);
    layout->addSpacing(20);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    auto* cancel = new Button(theme, Button::Kind::Secondary, tr("Cancel"));
    cancel->setObjectName(QStringLiteral("confirmCancel"));
    cancel->setKeyHint(tr("Esc", "key"));
    m_go->setObjectName(QStringLiteral("confirmGo"));
    row->addWidget(cancel);
    row->addWidget(m_go);
    layout->addLayout(row);
    setCardSize({cardWidth, layout->heightForWidth(cardWidth)});
    connect(cancel, &QAbstractButton::clicked, this, &Overlay::close);
    connect(m_go, &QAbstractButton::clicked, this, [this] {
        m_yes = true;
        close();
    });
    connect(this, &Overlay::closed, this, [this] {
        deleteLater();
        m_answer(m_yes);
    });
}

QWidget* ConfirmSheet::firstFocus()
{
    return m_go;
}

void ConfirmSheet::keyPressEvent(QKeyEvent* event)
{
    auto* focused = qobject_cast<QAbstractButton*>(focusWidget());
    if (focused != nullptr && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        focused->click();
        event->accept();
        return;
    }
    Overlay::keyPressEvent(event);
}

} // namespace keyturn
