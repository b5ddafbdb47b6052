// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/choice_card.h"

#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/paint.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace keyturn {

namespace {

class Picture final : public QWidget
{
public:
    Picture(Theme& theme, const QString& name, int size, bool tile)
        : m_theme(theme)
        , m_name(name)
        , m_tile(tile)
    {
        setFixedSize(size, size);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        const Colors& c = m_theme.colors();
        QPainter painter(this);
        if (m_tile) {
            paint::roundedRect(painter, rect(), 6, c.soft);
        }
        paint::icon(painter, m_name, rect(), m_tile ? 20 : 16, m_tile ? c.accentText : c.text2);
    }

private:
    Theme& m_theme;
    QString m_name;
    bool m_tile;
};

} // namespace

ChoiceCard::ChoiceCard(Theme& theme, const QString& iconName, const QString& title, const QString& text,
                       const QStringList& promises, const QString& action, const QString& key, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_button(new Button(theme, Button::Kind::Secondary, action))
    , m_note(new Label(theme, TextStyle::Small, &Colors::text2))
    , m_progressWords(new Label(theme, TextStyle::Small, &Colors::text2))
    , m_promises(new QWidget)
    , m_progress(new QWidget)
    , m_bar(new QProgressBar)
    , m_layout(new QVBoxLayout(this))
{
    setAccessibleName(title);
    setAccessibleDescription(text);
    m_layout->setContentsMargins(26, 24, 26, 24);
    m_layout->setSpacing(0);
    m_layout->addWidget(new Picture(theme, iconName, 40, true));
    m_layout->addSpacing(18);
    auto* head = new Label(theme, TextStyle::Title, title);
    head->setWordWrap(true);
    m_layout->addWidget(head);
    m_layout->addSpacing(4);
    auto* words = new Label(theme, TextStyle::Body, &Colors::text2, text);
    words->setWordWrap(true);
    m_layout->addWidget(words);
    m_layout->addSpacing(18);
    auto* list = new QVBoxLayout(m_promises);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(10);
    for (const QString& promise : promises) {
        auto* row = new QHBoxLayout;
        row->setSpacing(6);
        row->addWidget(new Picture(theme, QStringLiteral("check"), 18, false));
        row->addWidget(new Label(theme, TextStyle::Body, promise), 1);
        list->addLayout(row);
    }
    m_note->setWordWrap(true);
    m_note->hide();
    list->addWidget(m_note);
    m_layout->addWidget(m_promises);
    m_layout->addStretch(1);
    m_layout->addSpacing(20);

    m_button->setKeyHint(key);
    m_button->setMinimumHeight(36);
    m_layout->addWidget(m_button);

    auto* progress = new QVBoxLayout(m_progress);
    progress->setContentsMargins(0, 0, 0, 0);
    progress->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->addWidget(m_progressWords, 1);
    auto* stop = new Button(theme, Button::Kind::Link, tr("Stop"));
    stop->setObjectName(QStringLiteral("stopSample"));
    row->addWidget(stop);
    progress->addLayout(row);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setAccessibleName(tr("Progress"));
    progress->addWidget(m_bar);
    m_progress->hide();
    m_layout->addWidget(m_progress);

    connect(m_button, &Button::clicked, this, &ChoiceCard::chosen);
    connect(stop, &Button::clicked, this, &ChoiceCard::stopRequested);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChoiceCard::setSuggested(bool suggested)
{
    m_suggested = suggested;
    m_button->setKind(suggested ? Button::Kind::Primary : Button::Kind::Secondary);
    update();
}

void ChoiceCard::setDetail(QWidget* detail)
{
    if (m_detail) {
        m_detail->hide();
        m_detail->deleteLater();
    }
    m_detail = detail;
    m_promises->setVisible(!detail);
    m_button->setVisible(!detail);
    if (detail) {
        m_layout->insertWidget(m_layout->indexOf(m_promises), detail);
    }
}

void ChoiceCard::setProgress(int percent, const QString& words)
{
    m_progress->setVisible(percent >= 0);
    m_button->setVisible(percent < 0);
    m_bar->setValue(percent);
    m_progressWords->setText(words);
}

void ChoiceCard::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void ChoiceCard::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    paint::roundedRect(painter, rect(), 8, c.base, m_suggested ? c.accentLine : c.line, m_suggested ? 2 : 1);
}

} // namespace keyturn
