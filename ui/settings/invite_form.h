// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/inviting.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

namespace keyturn {

class Button;
class ComboField;
class Field;
class Label;
class LineField;

/// How an administrator of a team lets a colleague in: who it is, and the login of whoever runs the server, which makes
/// the colleague's own. Shows the new password until that is done with, and never
/// again.
class InviteForm : public QWidget
{
    Q_OBJECT

public:
    /// `inviting` is null where there are no logins: then nobody can be invited.
    InviteForm(const UiContext& context, Inviting* inviting, QWidget* parent = nullptr);

Q_SIGNALS:
    void failed(const keyturn::Error& error);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeForm();
    QWidget* makeResult();
    QWidget* withCopy(LineField* field, const QString& name);
    void invite();
    void show(const Result<NewLogin>& invited);
    void refuse(const Error& error);
    void forget();

    UiContext m_context;
    Inviting* m_inviting;
    LineField* m_first;
    LineField* m_last;
    LineField* m_email;
    ComboField* m_role;
    LineField* m_administrator;
    LineField* m_password;
    Button* m_invite;
    QWidget* m_result;
    LineField* m_newAddress;
    LineField* m_newPassword;
};

} // namespace keyturn
