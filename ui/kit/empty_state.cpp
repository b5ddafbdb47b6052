// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/empty_state.h"

#include "ui/kit/label.h"
#include "ui/kit/paint.h"

#include <QBoxLayout>

namespace keyturn {

namespace {

class IconTile final : public QWidget
{
public:
    IconTile(Theme& theme, const QString& name)
        : m_theme(theme)
        , m_name(name)
    {
        setFixedSize(40, 40);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        paint::roundedRect(painter, rect(), 8, m_theme.colors().soft);
        paint::icon(painter, m_name, rect(), 20, m_theme.colors().accentText);
    }

private:
    Theme& m_theme;
    QString m_name;
};

} // namespace

EmptyState::EmptyState(Theme& theme, const QString& iconName, const QString& title, const QString& text,
                       QWidget* parent)
    : QWidget(parent)
    , m_actions(new QHBoxLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(new IconTile(theme, iconName), 0, Qt::AlignHCenter);
    layout->addSpacing(4);
    auto* head = new Label(theme, TextStyle::Title, title);
    head->setAlignment(Qt::AlignCenter);
    layout->addWidget(head);
    auto* words = new Label(theme, TextStyle::Body, &Colors::text2, text);
    words->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    words->setWordWrap(true);
    words->setMaximumWidth(420);
    words->setMinimumWidth(200);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(words, 100);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addSpacing(8);
    m_actions->setSpacing(8);
    m_actions->addStretch();
    m_actions->addStretch();
    layout->addLayout(m_actions);
    layout->addStretch(3);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

void EmptyState::addAction(QWidget* button)
{
    m_actions->insertWidget(m_actions->count() - 1, button);
}

} // namespace keyturn
