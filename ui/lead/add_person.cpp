// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/add_person.h"

#include "models/domain/phone.h"
#include "models/domain/value_lists.h"
#include "models/workspace/when_ready.h"
#include "ui/kit/button.h"
#include "ui/kit/line_field.h"
#include "ui/lead/typing_format.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>

#include <algorithm>

namespace keyturn {

AddPerson::AddPerson(Theme& theme, Workspace& workspace, LeadId lead, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_lead(lead)
    , m_name(new LineField(theme, tr("Name"), this))
    , m_email(new LineField(theme, tr("E-mail"), this))
    , m_phone(new LineField(theme, tr("Phone"), this))
    , m_role(new QComboBox(this))
    , m_found(new QListWidget(this))
{
    setObjectName(QStringLiteral("addPerson"));
    m_name->edit().setObjectName(QStringLiteral("personName"));
    m_name->edit().setPlaceholderText(tr("Type a name; known people appear below"));
    m_email->edit().setObjectName(QStringLiteral("personEmail"));
    m_phone->edit().setObjectName(QStringLiteral("personPhone"));
    TypingFormat::attach(m_phone->edit(), TypingFormat::Phone);
    m_role->setObjectName(QStringLiteral("personRole"));
    m_role->setAccessibleName(tr("Role"));
    for (const Choice& choice : choices(ValueList::ContactRole)) {
        m_role->addItem(choice.label, choice.key);
    }
    m_role->setCurrentIndex(std::max(0, m_role->findData(QStringLiteral("co_borrower"))));
    m_found->setObjectName(QStringLiteral("personFound"));
    m_found->setAccessibleName(tr("Known people"));
    m_found->setFixedHeight(0);
    m_found->hide();

    auto* add = new Button(theme, Button::Kind::Secondary, tr("Add person"), this);
    add->setObjectName(QStringLiteral("personAdd"));
    add->setAccessibleName(tr("Add person"));
    add->setSmall(true);
    auto* cancel = new Button(theme, Button::Kind::Quiet, tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("personCancel"));
    cancel->setAccessibleName(tr("Cancel adding a person"));
    cancel->setSmall(true);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    grid->addWidget(m_name, 0, 0, 1, 2);
    grid->addWidget(m_found, 1, 0, 1, 2);
    grid->addWidget(m_email, 2, 0);
    grid->addWidget(m_phone, 2, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(m_role);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(add);
    grid->addLayout(row, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    connect(m_name, &LineField::edited, this, &AddPerson::search);
    connect(&m_name->edit(), &QLineEdit::returnPressed, this, &AddPerson::add);
    connect(&m_email->edit(), &QLineEdit::returnPressed, this, &AddPerson::add);
    connect(&m_phone->edit(), &QLineEdit::returnPressed, this, &AddPerson::add);
    connect(m_found, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        LinkContact link;
        link.lead = m_lead;
        link.contact = item->data(Qt::UserRole).value<ContactId>();
        link.role = m_role->currentData().toString();
        Q_EMIT chosen(link);
    });
    connect(m_found, &QListWidget::itemClicked, m_found, &QListWidget::itemActivated);
    connect(add, &QAbstractButton::clicked, this, &AddPerson::add);
    connect(cancel, &QAbstractButton::clicked, this, &AddPerson::cancelled);
}

void AddPerson::focusFirst()
{
    m_name->edit().setFocus(Qt::OtherFocusReason);
}

void AddPerson::search()
{
    const QString text = m_name->text().trimmed();
    const quint64 generation = ++m_generation;
    m_name->setError({});
    if (text.size() < 2) {
        showFound({});
        return;
    }
    whenReady(m_workspace.findContacts(text, 5), this,
              [this, generation](const Result<std::vector<ContactLink>>& found) {
                  if (generation == m_generation && found) {
                      showFound(*found);
                  }
              });
}

void AddPerson::showFound(const std::vector<ContactLink>& found)
{
    m_found->clear();
    for (const ContactLink& person : found) {
        QStringList words{person.name};
        for (const QString& more : {person.company, person.email, formatPhone(person.phone)}) {
            if (!more.isEmpty()) {
                words.append(more);
            }
        }
        auto* item = new QListWidgetItem(words.join(QStringLiteral(" · ")), m_found);
        item->setData(Qt::UserRole, QVariant::fromValue(person.contact));
    }
    m_found->setVisible(!found.empty());
    m_found->setFixedHeight(static_cast<int>(found.size()) * 30 + 4);
}

void AddPerson::add()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_name->setError(tr("A person needs a name."));
        focusFirst();
        return;
    }
    LinkContact link;
    link.lead = m_lead;
    link.role = m_role->currentData().toString();
    link.person.set(QStringLiteral("name"), name);
    if (const QString email = m_email->text().trimmed(); !email.isEmpty()) {
        link.person.set(QStringLiteral("email"), email);
    }
    if (const QString phone = m_phone->text().trimmed(); !phone.isEmpty()) {
        const std::optional<QString> number = normalizePhone(phone);
        if (!number) {
            m_phone->setError(tr("This does not look like a telephone number."));
            m_phone->edit().setFocus();
            return;
        }
        link.person.set(QStringLiteral("phone"), *number);
    }
    Q_EMIT chosen(link);
}

void AddPerson::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
        return;
    }
    if (event->key() == Qt::Key_Down && m_name->edit().hasFocus() && m_found->count() > 0) {
        m_found->setFocus();
        m_found->setCurrentRow(0);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace keyturn
