// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"

class QVBoxLayout;

namespace keyturn {

class ComboField;
class LineField;
class SectionCard;

/// Everybody who can own a lead in this book, and a way to add a colleague. On a team's server administrators invite
/// people, give roles and send people away; everybody else only reads who is there.
class ColleaguesSection : public SettingsSection
{
    Q_OBJECT

public:
    ColleaguesSection(const UiContext& context, Workspace& workspace, QWidget* parent = nullptr);
    void follow() override;

private:
    void makeForm();
    void add();
    [[nodiscard]] QWidget* makeRow(const User& user);
    [[nodiscard]] QWidget* makeRoleBox(const User& user);
    /// True on a server, where people have logins and roles mean something.
    [[nodiscard]] bool isTeam() const;
    [[nodiscard]] bool mayManage() const;

    SectionCard* m_card;
    QWidget* m_form = nullptr;
    QVBoxLayout* m_rows;
    // In a book without logins:
    LineField* m_first = nullptr;
    LineField* m_last = nullptr;
    LineField* m_email = nullptr;
    ComboField* m_role = nullptr;
};

} // namespace keyturn
