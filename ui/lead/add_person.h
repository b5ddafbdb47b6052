// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"

#include <QWidget>

class QComboBox;
class QListWidget;

namespace keyturn {

class LineField;
class Theme;

/// Links a person with a lead: finds known ones while one types a name, or takes a new one with address and number.
class AddPerson : public QWidget
{
    Q_OBJECT

public:
    AddPerson(Theme& theme, Workspace& workspace, LeadId lead, QWidget* parent = nullptr);

    void focusFirst();

Q_SIGNALS:
    void chosen(const keyturn::LinkContact& command);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void search();
    void showFound(const std::vector<ContactLink>& found);
    void add();

    Workspace& m_workspace;
    LeadId m_lead;
    LineField* m_name;
    LineField* m_email;
    LineField* m_phone;
    QComboBox* m_role;
    QListWidget* m_found;
    quint64 m_generation = 0;
};

} // namespace keyturn
