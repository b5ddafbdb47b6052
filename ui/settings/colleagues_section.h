// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"

class QVBoxLayout;

namespace keyturn {

class ComboField;
class LineField;
class SectionCard;

/// Everybody who can own a lead in this book, and a way to add a colleague.
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

    SectionCard* m_card;
    QVBoxLayout* m_rows;
    LineField* m_first;
    LineField* m_last;
    LineField* m_email;
    ComboField* m_role;
};

} // namespace keyturn
