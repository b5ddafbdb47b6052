// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"

class QLayout;
class QVBoxLayout;

namespace keyturn {

class Button;

/// Where the book is, what protects it, a copy of it, and whether it is whole.
class BookSection : public SettingsSection
{
    Q_OBJECT

public:
    BookSection(const UiContext& context, Workspace& workspace, QWidget* parent = nullptr);

    void backUp();
    void verify();

Q_SIGNALS:
    void noticed(const QString& text);
    void newBookRequested();
    void openBookRequested();
    void importRequested();
    void exportBookRequested();
    void exportActivitiesRequested();
    void restoreRequested();

private:
    /// What goes out of the book as a whole, and comes back.
    [[nodiscard]] QLayout* makeFiles();
    void showChecks(const std::vector<Check>& checks);
    void addCheck(bool good, const QString& text, const QString& detail);

    Button* m_backUp;
    Button* m_verify;
    QVBoxLayout* m_checks;
};

} // namespace keyturn
