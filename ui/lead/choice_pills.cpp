// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/choice_pills.h"

#include "ui/kit/button.h"
#include "ui/kit/menu_place.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace keyturn {

ChoicePills::ChoicePills(Theme& theme, const QString& name, std::vector<Choice> choices, int shown, QWidget* parent)
    : QWidget(parent)
    , m_choices(std::move(choices))
{
    setAccessibleName(name);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (const Choice& choice : m_choices) {
        if (static_cast<int>(m_buttons.size()) == shown) {
            break;
        }
        auto* button = new Button(theme, Button::Kind::Secondary, choice.label, this);
        button->setObjectName(QStringLiteral("pill_") + choice.key);
        button->setAccessibleName(tr("%1: %2").arg(name, choice.label));
        button->setCheckable(true);
        button->setSmall(true);
        button->installEventFilter(this);
        const QString key = choice.key;
        connect(button, &QAbstractButton::clicked, this, [this, key] { choose(key); });
        row->addWidget(button);
        m_buttons.push_back(button);
    }
    if (m_choices.size() > m_buttons.size()) {
        m_more = new Button(theme, Button::Kind::Secondary, tr("Other"), this);
        m_more->setObjectName(QStringLiteral("pill_other"));
        m_more->setAccessibleName(tr("%1: other").arg(name));
        m_more->setSmall(true);
        m_more->setMenuArrow(true);
        connect(m_more, &QAbstractButton::clicked, this, [this] {
            auto* menu = new QMenu(m_more);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            for (std::size_t i = m_buttons.size(); i < m_choices.size(); ++i) {
                const QString key = m_choices[i].key;
                QAction* action = menu->addAction(m_choices[i].label);
                connect(action, &QAction::triggered, this, [this, key] { choose(key); });
            }
            popUpBelow(*menu, *m_more);
        });
        row->addWidget(m_more);
    }
    row->addStretch(1);
    follow();
}

void ChoicePills::setValue(const QString& key)
{
    m_value = key;
    follow();
}

void ChoicePills::choose(const QString& key)
{
    setValue(key);
    Q_EMIT changed(key);
}

void ChoicePills::follow()
{
    bool among = false;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const bool on = m_choices[i].key == m_value;
        among = among || on;
        m_buttons[i]->setChecked(on);
        m_buttons[i]->setKind(on ? Button::Kind::Soft : Button::Kind::Secondary);
        m_buttons[i]->setFocusPolicy(on || (m_value.isEmpty() && i == 0) ? Qt::StrongFocus : Qt::ClickFocus);
    }
    if (m_more != nullptr) {
        const auto found =
            std::find_if(m_choices.begin(), m_choices.end(), [this](const Choice& c) { return c.key == m_value; });
        m_more->setText(!among && found != m_choices.end() ? found->label : tr("Other"));
        m_more->setKind(!among && !m_value.isEmpty() ? Button::Kind::Soft : Button::Kind::Secondary);
    }
}

bool ChoicePills::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Right || key->key() == Qt::Key_Down ? 1
                         : key->key() == Qt::Key_Left || key->key() == Qt::Key_Up  ? -1
                                                                                   : 0;
        if (step != 0) {
            const auto found = std::find(m_buttons.begin(), m_buttons.end(), watched);
            const auto count = static_cast<int>(m_buttons.size());
            const int next = (static_cast<int>(found - m_buttons.begin()) + step + count) % count;
            choose(m_choices[static_cast<std::size_t>(next)].key);
            m_buttons[static_cast<std::size_t>(next)]->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace keyturn
