// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/colleagues_section.h"

#include "models/domain/value_lists.h"
#include "ui/kit/avatar.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/label.h"
#include "ui/kit/line_field.h"
#include "ui/kit/section_card.h"
#include "ui/settings/invite_form.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace keyturn {

ColleaguesSection::ColleaguesSection(const UiContext& context, Workspace& workspace, QWidget* parent)
    : SettingsSection(context, workspace, parent)
    , m_card(new SectionCard(context.theme, tr("People")))
    , m_rows(new QVBoxLayout)
{
    m_rows->setSpacing(8);
    m_card->body()->addLayout(m_rows);
    column()->addWidget(m_card);
    if (isTeam()) {
        auto* form = new InviteForm(context, dynamic_cast<Inviting*>(&workspace));
        m_form = form;
        column()->addWidget(form);
        connect(form, &InviteForm::failed, this, &SettingsSection::failed);
    } else {
        makeForm();
    }
    column()->addStretch();
    follow();
    connect(&workspace, &Workspace::accessChanged, this, &ColleaguesSection::follow);
}

bool ColleaguesSection::isTeam() const
{
    return workspace().link().kind != LinkState::Kind::Local;
}

bool ColleaguesSection::mayManage() const
{
    return !isTeam() || workspace().access().managesPeople;
}

void ColleaguesSection::makeForm()
{
    auto* card = new SectionCard(theme(), tr("Add a colleague"));
    m_form = card;
    m_first = new LineField(theme(), tr("First name"));
    m_last = new LineField(theme(), tr("Last name"));
    m_email = new LineField(theme(), tr("E-mail"));
    m_role = new ComboField(theme(), tr("Role"));
    auto* grid = new QGridLayout;
    grid->setSpacing(12);
    m_first->edit().setObjectName(QStringLiteral("colleagueFirst"));
    m_last->edit().setObjectName(QStringLiteral("colleagueLast"));
    m_email->edit().setObjectName(QStringLiteral("colleagueEmail"));
    for (const Choice& choice : choices(ValueList::UserRole)) {
        m_role->addItem(choice.label, choice.key);
    }
    m_role->box().setCurrentIndex(0);
    grid->addWidget(m_first, 0, 0, Qt::AlignTop);
    grid->addWidget(m_last, 0, 1, Qt::AlignTop);
    grid->addWidget(m_email, 0, 2, Qt::AlignTop);
    grid->addWidget(m_role, 0, 3, Qt::AlignTop);
    for (int i = 0; i < 4; ++i) {
        grid->setColumnStretch(i, 1);
    }
    card->body()->addLayout(grid);
    auto* row = new QHBoxLayout;
    auto* words =
        new Label(theme(), TextStyle::Small, &Colors::text2,
                  tr("A colleague in this book can own leads and tasks. They do not get a login of their own."));
    words->setWordWrap(true);
    row->addWidget(words, 1);
    auto* button = new Button(theme(), Button::Kind::Primary, tr("Add colleague"));
    button->setObjectName(QStringLiteral("addColleague"));
    row->addWidget(button);
    card->body()->addLayout(row);
    column()->addWidget(card);
    connect(button, &Button::clicked, this, &ColleaguesSection::add);
    connect(m_email, &LineField::edited, this, [this] { m_email->setError({}); });
    connect(&m_email->edit(), &QLineEdit::returnPressed, this, &ColleaguesSection::add);
}

void ColleaguesSection::add()
{
    EditUser command;
    command.firstName = m_first->text();
    command.lastName = m_last->text();
    command.email = m_email->text().trimmed();
    command.role = m_role->value().toString();
    submit(command, m_email, [this] {
        for (LineField* field : {m_first, m_last, m_email}) {
            field->setText({});
        }
        m_first->setFocus();
    });
}

QWidget* ColleaguesSection::makeRow(const User& user)
{
    auto* row = new QWidget;
    row->setMinimumHeight(36);
    row->setAccessibleName(user.name());
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(new Avatar(theme(), user.initials(), user.name(), 28));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Label(theme(), TextStyle::BodyStrong, user.name()));
    words->addWidget(new Label(theme(), TextStyle::Small, &Colors::text2, user.email));
    layout->addLayout(words);
    const bool isMe = user.id == workspace().catalogue().me;
    if (isMe) {
        layout->addWidget(new ChipLabel(theme(), {ChipTone::Accent, {}, tr("You")}));
    }
    if (!user.isActive) {
        layout->addWidget(new ChipLabel(theme(), {ChipTone::Neutral, {}, tr("No longer here")}));
    }
    layout->addStretch();
    if (isTeam() && mayManage() && !isMe) {
        layout->addWidget(makeRoleBox(user));
    } else {
        layout->addWidget(
            new Label(theme(), TextStyle::Small, &Colors::text2, choiceLabel(ValueList::UserRole, user.role)));
    }
    if (!isMe && mayManage()) {
        auto* toggle = new Button(theme(), Button::Kind::Link, user.isActive ? tr("Deactivate") : tr("Activate"));
        toggle->setObjectName(QStringLiteral("personActive"));
        toggle->setAccessibleName(QStringLiteral("%1, %2").arg(toggle->text(), user.name()));
        connect(toggle, &Button::clicked, this, [this, id = user.id, active = user.isActive] {
            EditUser command;
            command.id = id;
            command.isActive = !active;
            submit(command, nullptr);
        });
        layout->addWidget(toggle);
    }
    return row;
}

QWidget* ColleaguesSection::makeRoleBox(const User& user)
{
    auto* box = new QComboBox;
    box->setObjectName(QStringLiteral("personRole"));
    box->setAccessibleName(tr("Role of %1").arg(user.name()));
    box->setFocusPolicy(Qt::StrongFocus);
    for (const Choice& choice : choices(ValueList::UserRole)) {
        box->addItem(choice.label, choice.key);
    }
    box->setCurrentIndex(box->findData(user.role));
    connect(box, &QComboBox::activated, this, [this, box, id = user.id] {
        EditUser command;
        command.id = id;
        command.role = box->currentData().toString();
        submit(command, nullptr);
    });
    return box;
}

void ColleaguesSection::follow()
{
    m_form->setVisible(mayManage());
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    const auto& users = workspace().catalogue().users;
    for (const User& user : users) {
        m_rows->addWidget(makeRow(user));
    }
    m_card->setCount(static_cast<qint64>(users.size()));
}

} // namespace keyturn
