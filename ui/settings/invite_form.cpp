// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/invite_form.h"

#include "models/domain/value_lists.h"
#include "models/workspace/when_ready.h"
#include "ui/kit/button.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/label.h"
#include "ui/kit/line_field.h"
#include "ui/kit/section_card.h"

#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QVBoxLayout>

namespace keyturn {

InviteForm::InviteForm(const UiContext& context, Inviting* inviting, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_inviting(inviting)
    , m_first(new LineField(context.theme, tr("First name")))
    , m_last(new LineField(context.theme, tr("Last name")))
    , m_email(new LineField(context.theme, tr("E-mail")))
    , m_role(new ComboField(context.theme, tr("Role")))
    , m_administrator(new LineField(context.theme, tr("Login of the server's administrator")))
    , m_password(new LineField(context.theme, tr("Its password")))
    , m_invite(new Button(context.theme, Button::Kind::Primary, tr("Invite")))
    , m_newAddress(new LineField(context.theme, tr("Address")))
    , m_newPassword(new LineField(context.theme, tr("Password")))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* card = new SectionCard(context.theme, tr("Invite a colleague"));
    card->body()->addWidget(makeForm());
    m_result = makeResult();
    card->body()->addWidget(m_result);
    layout->addWidget(card);
    forget();
}

QWidget* InviteForm::makeForm()
{
    auto* form = new QWidget;
    auto* grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    m_first->edit().setObjectName(QStringLiteral("inviteFirst"));
    m_last->edit().setObjectName(QStringLiteral("inviteLast"));
    m_email->edit().setObjectName(QStringLiteral("inviteEmail"));
    m_role->box().setObjectName(QStringLiteral("inviteRole"));
    m_administrator->edit().setObjectName(QStringLiteral("inviteAdministrator"));
    m_password->edit().setObjectName(QStringLiteral("inviteAdministratorPassword"));
    m_password->edit().setEchoMode(QLineEdit::Password);
    m_invite->setObjectName(QStringLiteral("invite"));
    for (const Choice& choice : choices(ValueList::UserRole)) {
        m_role->addItem(choice.label, choice.key);
    }
    m_role->setValue(QStringLiteral("loan_officer"));
    grid->addWidget(m_first, 0, 0, Qt::AlignTop);
    grid->addWidget(m_last, 0, 1, Qt::AlignTop);
    grid->addWidget(m_email, 0, 2, Qt::AlignTop);
    grid->addWidget(m_role, 0, 3, Qt::AlignTop);
    grid->addWidget(m_administrator, 1, 0, 1, 2, Qt::AlignTop);
    grid->addWidget(m_password, 1, 2, 1, 2, Qt::AlignTop);
    for (int i = 0; i < 4; ++i) {
        grid->setColumnStretch(i, 1);
    }
    auto* words = new Label(m_context.theme, TextStyle::Small, &Colors::text2,
                            tr("Logins are made by whoever runs the server, with a login that is nobody's here. It is "
                               "used this once and kept nowhere."));
    words->setWordWrap(true);
    grid->addWidget(words, 2, 0, 1, 3);
    grid->addWidget(m_invite, 2, 3, Qt::AlignRight | Qt::AlignBottom);
    connect(m_invite, &Button::clicked, this, &InviteForm::invite);
    for (LineField* field : {m_first, m_last, m_email, m_administrator, m_password}) {
        connect(field, &LineField::edited, this, [field] { field->setError({}); });
        connect(&field->edit(), &QLineEdit::returnPressed, this, &InviteForm::invite);
    }
    return form;
}

QWidget* InviteForm::makeResult()
{
    auto* result = new QWidget;
    result->setObjectName(QStringLiteral("inviteResult"));
    auto* column = new QVBoxLayout(result);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(10);
    m_newAddress->edit().setObjectName(QStringLiteral("inviteNewAddress"));
    m_newPassword->edit().setObjectName(QStringLiteral("inviteNewPassword"));
    column->addWidget(withCopy(m_newAddress, tr("Copy the address")));
    column->addWidget(withCopy(m_newPassword, tr("Copy the password")));
    auto* row = new QHBoxLayout;
    auto* words = new Label(m_context.theme, TextStyle::Small, &Colors::text2,
                            tr("The password is shown this once; hand it over safely."));
    words->setWordWrap(true);
    auto* done = new Button(m_context.theme, Button::Kind::Secondary, tr("Done"));
    done->setObjectName(QStringLiteral("inviteDone"));
    row->addWidget(words, 1);
    row->addWidget(done);
    column->addLayout(row);
    connect(done, &Button::clicked, this, [this] {
        forget();
        m_first->setFocus();
    });
    return result;
}

QWidget* InviteForm::withCopy(LineField* field, const QString& name)
{
    field->edit().setReadOnly(true);
    auto* copy = new Button(m_context.theme, Button::Kind::Secondary, tr("Copy"));
    copy->setObjectName(field->edit().objectName() + QStringLiteral("Copy"));
    copy->setIconName(QStringLiteral("copy"));
    copy->setAccessibleName(name);
    connect(copy, &Button::clicked, this, [field] { QGuiApplication::clipboard()->setText(field->edit().text()); });
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(field, 1);
    row->addWidget(copy, 0, Qt::AlignBottom);
    return line;
}

void InviteForm::invite()
{
    if (m_inviting == nullptr || !m_invite->isEnabled()) {
        return;
    }
    Invitation invitation;
    invitation.name = QString(m_first->text() + u' ' + m_last->text()).simplified();
    invitation.email = m_email->text().trimmed();
    invitation.role = m_role->value().toString();
    invitation.administrator = m_administrator->text().trimmed();
    invitation.password = m_password->edit().text();
    bool isWhole = true;
    for (const auto& [field, text] : {std::pair(m_first, m_first->text().trimmed()),
                                      {m_email, invitation.email},
                                      {m_administrator, invitation.administrator}}) {
        field->setError(text.isEmpty() ? tr("Please fill this in.") : QString());
        isWhole = isWhole && !text.isEmpty();
    }
    if (!isWhole) {
        return;
    }
    forget();
    m_password->setError({});
    m_invite->setEnabled(false);
    whenReady(m_inviting->invite(invitation), this, [this](const Result<NewLogin>& invited) {
        m_invite->setEnabled(true);
        if (invited) {
            show(invited);
        } else {
            refuse(invited.error());
        }
    });
}

void InviteForm::show(const Result<NewLogin>& invited)
{
    for (LineField* field : {m_first, m_last, m_email, m_password}) {
        field->setText({});
    }
    m_newAddress->setText(m_inviting->addressFor(invited->login));
    m_newPassword->setText(invited->password);
    m_result->show();
}

void InviteForm::refuse(const Error& error)
{
    switch (error.kind) {
    case Error::Kind::Auth:
    case Error::Kind::Refused:
        m_password->setError(error.message);
        break;
    case Error::Kind::Invalid:
    case Error::Kind::Constraint:
        m_email->setError(error.message);
        break;
    default:
        Q_EMIT failed(error);
    }
}

void InviteForm::forget()
{
    m_newAddress->setText({});
    m_newPassword->setText({});
    m_result->hide();
}

void InviteForm::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous()) {
        m_password->setText({});
    }
    QWidget::hideEvent(event);
}

} // namespace keyturn
