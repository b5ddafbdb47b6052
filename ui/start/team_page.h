// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/base/server_address.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

class QBoxLayout;

namespace keyturn {

class Button;
class Label;
class LineField;
class Switch;

/// What it takes to open a team's server.
struct TeamAnswers
{
    ServerAddress address;
    QString password;
    bool remember = true; ///< keep the password in the computer's keychain
};

/// "Open my team's server": where it is, who knocks, and the password. One page, nothing else; a whole address pasted
/// into the first box fills the others. There is no way past a certificate that is wrong.
class TeamPage : public QWidget
{
    Q_OBJECT

public:
    /// `recent` are the addresses of servers that were open before, newest first.
    TeamPage(const UiContext& context, const QStringList& recent, QWidget* parent = nullptr);

    /// Fills the boxes; the keyboard goes to the password.
    void setAddress(const ServerAddress& address);
    void setBusy(bool busy);
    void showError(const Error& error);

Q_SIGNALS:
    void openRequested(const keyturn::TeamAnswers& answers);
    void backRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeForm();
    void addRecent(QBoxLayout& column, const QStringList& recent);
    /// Takes a whole address in the first box apart. False if it is a bad one.
    bool takeAddress();
    void showTrust();
    void chooseAuthority();
    void submit();
    [[nodiscard]] Result<ServerAddress> typed() const;

    UiContext m_context;
    LineField* m_host;
    LineField* m_port;
    LineField* m_database;
    LineField* m_login;
    LineField* m_password;
    LineField* m_authority;
    Switch* m_remember;
    Label* m_trust;
    Label* m_problem;
    Button* m_open;
    Button* m_choose;
    bool m_alwaysVerify = false;
    qsizetype m_hostLength = 0;
};

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::TeamAnswers)
