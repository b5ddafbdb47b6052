// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/bulk_bar.h"

#include "models/domain/value_lists.h"
#include "ui/kit/button.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/label.h"
#include "ui/kit/line_edit.h"
#include "ui/kit/line_field.h"
#include "ui/kit/popover.h"

#include <QBoxLayout>
#include <QLocale>
#include <QMenu>

namespace keyturn {

namespace {

QMenu* menuAbove(QWidget* owner, const QString& name)
{
    auto* menu = new QMenu(owner);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(name);
    return menu;
}

void openAbove(QMenu* menu, const QWidget* anchor)
{
    menu->popup(anchor->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 2)));
}

} // namespace

BulkBar::BulkBar(Theme& theme, QWidget* parent)
    : Surface(theme, &Colors::soft, parent)
    , m_theme(theme)
    , m_words(new Label(theme, TextStyle::BodyStrong))
{
    setObjectName(QStringLiteral("bulkBar"));
    setAccessibleName(tr("Edit the selected leads"));
    setFixedHeight(fixedHeight);
    setLines(Qt::TopEdge, &Colors::line2);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 0, 12, 0);
    layout->setSpacing(8);
    m_words->setObjectName(QStringLiteral("bulkWords"));
    layout->addWidget(m_words);
    layout->addSpacing(8);
    m_stage = addButton(tr("Stage"), QStringLiteral("columns-3"), QStringLiteral("bulkStage"), &BulkBar::openStages);
    addButton(tr("Owner"), QStringLiteral("user"), QStringLiteral("bulkOwner"), &BulkBar::openOwners);
    m_tag = addButton(tr("Add tag"), QStringLiteral("tag"), QStringLiteral("bulkTag"), &BulkBar::openTags);
    addButton(tr("Remove tag"), QStringLiteral("tags"), QStringLiteral("bulkUntag"), &BulkBar::openTagsToRemove);
    addButton(tr("Temperature"), QStringLiteral("thermometer"), QStringLiteral("bulkTemperature"),
              &BulkBar::openTemperatures);
    m_merge = new Button(theme, Button::Kind::Secondary, tr("Merge"));
    m_merge->setObjectName(QStringLiteral("bulkMerge"));
    m_merge->setSmall(true);
    m_merge->setIconName(QStringLiteral("git-merge"));
    m_merge->hide();
    layout->addWidget(m_merge);
    m_tools.append(m_merge);
    m_icons.append({m_merge, QStringLiteral("git-merge")});
    connect(m_merge, &QAbstractButton::clicked, this, &BulkBar::mergeRequested);
    layout->addStretch(1);
    const auto addIcon = [&](const QString& iconName, const QString& text, const QString& name, const QString& keys) {
        auto* button = new IconButton(theme, iconName, text);
        button->setObjectName(name);
        button->setKeyHint(keys);
        layout->addWidget(button);
        m_tools.append(button);
        return button;
    };
    connect(addIcon(QStringLiteral("copy"), tr("Copy as text"), QStringLiteral("bulkCopy"), tr("Ctrl+C")),
            &QAbstractButton::clicked, this, &BulkBar::copyRequested);
    IconButton* remove =
        addIcon(QStringLiteral("trash-2"), tr("Remove the selected leads"), QStringLiteral("bulkDelete"), tr("Del"));
    remove->setColor(&Colors::red);
    connect(remove, &QAbstractButton::clicked, this, &BulkBar::deleteRequested);
    connect(addIcon(QStringLiteral("x"), tr("Clear the selection"), QStringLiteral("bulkClear"), tr("Esc")),
            &QAbstractButton::clicked, this, &BulkBar::clearRequested);
}

Button* BulkBar::addButton(const QString& text, const QString& iconName, const QString& name, void (BulkBar::*open)())
{
    auto* button = new Button(m_theme, Button::Kind::Secondary, text);
    button->setObjectName(name);
    button->setSmall(true);
    button->setIconName(iconName);
    button->setMenuArrow(true);
    connect(button, &QAbstractButton::clicked, this, open);
    layout()->addWidget(button);
    m_tools.append(button);
    m_icons.append({button, iconName});
    return button;
}

void BulkBar::setMergeOffered(bool offered)
{
    m_merge->setVisible(offered);
    fit();
}

void BulkBar::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    fit();
}

/// Beside an open lead the words are worth more than their icons.
void BulkBar::fit()
{
    const auto show = [this](bool withIcons) {
        for (const auto& [button, icon] : m_icons) {
            button->setIconName(withIcons ? icon : QString());
        }
    };
    show(true);
    layout()->invalidate();
    if (layout()->sizeHint().width() > width()) {
        show(false);
    }
}

void BulkBar::setCount(qsizetype count)
{
    m_words->setText(tr("%Ln selected", nullptr, static_cast<int>(count)));
    fit();
}

void BulkBar::setBusy(const QString& words)
{
    m_doing = words;
    if (!words.isEmpty()) {
        m_words->setText(words);
    }
    for (QWidget* tool : m_tools) {
        tool->setEnabled(words.isEmpty());
    }
}

void BulkBar::setShare(qint64 done, qint64 total)
{
    if (!m_doing.isEmpty() && done > 0 && total > 0) {
        m_words->setText(tr("%1 %2 %", "what is done, and how much of it").arg(m_doing).arg(100 * done / total));
    }
}

QWidget* BulkBar::stageButton() const
{
    return m_stage;
}

void BulkBar::openStages()
{
    QMenu* menu = menuAbove(this, QStringLiteral("bulkStageMenu"));
    bool exits = false;
    for (const Stage& stage : m_catalogue.stages) {
        if (stage.isExit() && !exits) {
            menu->addSeparator();
            exits = true;
        }
        connect(menu->addAction(stage.name), &QAction::triggered, this,
                [this, id = stage.id] { Q_EMIT stageChosen(id); });
    }
    openAbove(menu, m_stage);
}

void BulkBar::openOwners()
{
    QMenu* menu = menuAbove(this, QStringLiteral("bulkOwnerMenu"));
    for (const User& user : m_catalogue.users) {
        if (user.isActive) {
            connect(menu->addAction(user.name()), &QAction::triggered, this,
                    [this, id = user.id] { Q_EMIT ownerChosen(id); });
        }
    }
    connect(menu->addAction(tr("Nobody")), &QAction::triggered, this, [this] { Q_EMIT ownerChosen(UserId()); });
    openAbove(menu, findChild<QWidget*>(QStringLiteral("bulkOwner")));
}

void BulkBar::openTags()
{
    QMenu* menu = menuAbove(this, QStringLiteral("bulkTagMenu"));
    for (const Tag& tag : m_catalogue.tags) {
        connect(menu->addAction(tag.name), &QAction::triggered, this,
                [this, name = tag.name] { Q_EMIT tagAdded(name); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("New tag…")), &QAction::triggered, this, &BulkBar::askNewTag);
    openAbove(menu, m_tag);
}

void BulkBar::openTagsToRemove()
{
    QMenu* menu = menuAbove(this, QStringLiteral("bulkUntagMenu"));
    for (const Tag& tag : m_catalogue.tags) {
        connect(menu->addAction(tag.name), &QAction::triggered, this,
                [this, name = tag.name] { Q_EMIT tagRemoved(name); });
    }
    if (m_catalogue.tags.empty()) {
        menu->addAction(tr("There are no tags yet"))->setEnabled(false);
    }
    openAbove(menu, findChild<QWidget*>(QStringLiteral("bulkUntag")));
}

void BulkBar::openTemperatures()
{
    QMenu* menu = menuAbove(this, QStringLiteral("bulkTemperatureMenu"));
    for (const Choice& choice : choices(ValueList::Temperature)) {
        connect(menu->addAction(choice.label), &QAction::triggered, this,
                [this, key = choice.key] { Q_EMIT temperatureChosen(temperatureFromKey(key)); });
    }
    openAbove(menu, findChild<QWidget*>(QStringLiteral("bulkTemperature")));
}

void BulkBar::askNewTag()
{
    auto* popover = new Popover(m_theme, this);
    auto* field = new LineField(m_theme, tr("Name of the tag"));
    field->setObjectName(QStringLiteral("bulkNewTag"));
    field->setFixedWidth(220);
    popover->setContent(field);
    connect(&field->edit(), &QLineEdit::returnPressed, this, [this, popover, field] {
        const QString name = field->text().simplified();
        if (!name.isEmpty()) {
            Q_EMIT tagAdded(name);
            popover->dismiss();
        }
    });
    popover->showAt(m_tag);
    field->edit().setFocus(Qt::PopupFocusReason);
}

} // namespace keyturn
