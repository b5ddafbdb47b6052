// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/people_section.h"

#include "models/domain/phone.h"
#include "models/domain/value_lists.h"
#include "models/items/lead_editor.h"
#include "models/workspace/when_ready.h"
#include "ui/kit/button.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/label.h"
#include "ui/lead/add_person.h"

#include <QBoxLayout>
#include <QComboBox>

namespace keyturn {

PeopleSection::PeopleSection(Theme& theme, Workspace& workspace, LeadEditor& editor, QWidget* parent)
    : SectionCard(theme, tr("Co-borrowers and partners"), parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_editor(editor)
    , m_rows(new QWidget)
    , m_problem(new Label(theme, TextStyle::Small, &Colors::red))
{
    setObjectName(QStringLiteral("peopleSection"));
    setCollapsible(true);
    auto* add = new Button(theme, Button::Kind::Quiet, tr("Add"), this);
    add->setObjectName(QStringLiteral("addPersonButton"));
    add->setAccessibleName(tr("Add a person"));
    add->setIconName(QStringLiteral("plus"));
    add->setSmall(true);
    addHeaderWidget(add);
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    m_problem->setWordWrap(true);
    m_problem->hide();
    body()->setSpacing(12);
    body()->addWidget(m_rows);
    body()->addWidget(m_problem);
    connect(add, &QAbstractButton::clicked, this, [this] {
        setCollapsed(false);
        showAdd(m_add == nullptr);
    });
    connect(&editor, &LeadEditor::loaded, this, &PeopleSection::rebuild);
    connect(&editor, &LeadEditor::listsChanged, this, &PeopleSection::rebuild);
    rebuild();
}

void PeopleSection::showAdd(bool shown)
{
    if (m_add != nullptr) {
        m_add->hide();
        m_add->deleteLater();
        m_add = nullptr;
    }
    if (!shown) {
        return;
    }
    auto* form = new AddPerson(m_theme, m_workspace, m_editor.lead(), this);
    m_add = form;
    body()->addWidget(form);
    connect(form, &AddPerson::cancelled, this, [this] { showAdd(false); });
    connect(form, &AddPerson::chosen, this, [this](const LinkContact& command) { submit(command); });
    form->show();
    form->focusFirst();
}

void PeopleSection::submit(const Command& command)
{
    m_problem->hide();
    const bool adds = std::holds_alternative<LinkContact>(command);
    whenReady(m_workspace.submit(command), this, [this, adds](const Result<Committed>& answer) {
        if (!answer) {
            m_problem->setText(answer.error().message);
            m_problem->show();
        } else if (adds) {
            showAdd(false);
        }
    });
}

void PeopleSection::rebuild()
{
    const std::vector<ContactLink>& people = m_editor.detail().contacts;
    if (m_built && people == m_shown) {
        return;
    }
    m_built = true;
    m_shown = people;
    QLayout* rows = m_rows->layout();
    while (QLayoutItem* item = rows->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const ContactLink& person : people) {
        rows->addWidget(row(person));
    }
    if (people.empty()) {
        auto* nobody = new Label(m_theme, TextStyle::Body, &Colors::text2,
                                 tr("Nobody yet. Co-borrowers, agents and attorneys belong here."), m_rows);
        nobody->setWordWrap(true);
        rows->addWidget(nobody);
    }
    setCount(people.empty() ? -1 : static_cast<qint64>(people.size()));
}

QWidget* PeopleSection::row(const ContactLink& link)
{
    auto* line = new QWidget(m_rows);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* star = new IconButton(m_theme, QStringLiteral("star"),
                                link.isPrimary ? tr("%1 is the primary contact").arg(link.name)
                                               : tr("Make %1 the primary contact").arg(link.name),
                                line);
    star->setObjectName(QStringLiteral("personPrimary"));
    star->setSize(28);
    star->setColor(link.isPrimary ? &Colors::amber : &Colors::text3);
    row->addWidget(star);

    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* name =
        new Label(m_theme, TextStyle::BodyMedium, link.isPrimary ? tr("%1, primary").arg(link.name) : link.name, line);
    name->setElided(true);
    words->addWidget(name);
    QStringList more;
    for (const QString& word : {link.company, link.email, formatPhone(link.phone)}) {
        if (!word.isEmpty()) {
            more.append(word);
        }
    }
    if (!more.isEmpty()) {
        auto* small = new Label(m_theme, TextStyle::Small, &Colors::text2, more.join(QStringLiteral(" · ")), line);
        small->setElided(true);
        words->addWidget(small);
    }
    row->addLayout(words, 1);

    auto* role = new QComboBox(line);
    role->setObjectName(QStringLiteral("personRoleOf"));
    role->setAccessibleName(tr("Role of %1").arg(link.name));
    role->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    role->setMinimumContentsLength(11);
    for (const Choice& choice : choices(ValueList::ContactRole)) {
        role->addItem(choice.label, choice.key);
    }
    if (role->findData(link.role) < 0) {
        role->addItem(choiceLabel(ValueList::ContactRole, link.role), link.role);
    }
    role->setCurrentIndex(role->findData(link.role));
    row->addWidget(role);
    auto* remove = new IconButton(m_theme, QStringLiteral("x"), tr("Remove %1 from this lead").arg(link.name), line);
    remove->setObjectName(QStringLiteral("personRemove"));
    remove->setSize(28);
    row->addWidget(remove);

    const LeadContactId id = link.id;
    if (!link.isPrimary) {
        connect(star, &QAbstractButton::clicked, this, [this, id] {
            EditContactLink edit;
            edit.id = id;
            edit.isPrimary = true;
            submit(edit);
        });
    }
    connect(role, &QComboBox::activated, this, [this, id, role] {
        EditContactLink edit;
        edit.id = id;
        edit.role = role->currentData().toString();
        submit(edit);
    });
    connect(remove, &QAbstractButton::clicked, this, [this, id] {
        EditContactLink edit;
        edit.id = id;
        edit.remove = true;
        submit(edit);
    });
    return line;
}

} // namespace keyturn
