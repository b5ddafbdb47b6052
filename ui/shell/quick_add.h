// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"
#include "ui/kit/theme.h"

#include <QWidget>

namespace keyturn {

class Button;
class ComboField;
class Label;
class LineField;

/// The few fields that make a lead: name, phone, e-mail, source, amount. Enter saves; what is wrong is said at its
/// field; when the address belongs to a lead already, that one can be opened instead.
class QuickAdd : public QWidget
{
    Q_OBJECT

public:
    QuickAdd(Theme& theme, Workspace& workspace, QWidget* parent = nullptr);

    /// Where the new lead begins, if not in the first stage.
    void setStage(StageId stage) { m_stage = stage; }

Q_SIGNALS:
    void saved(keyturn::LeadId lead, const QString& name);
    void openExistingRequested(keyturn::LeadId lead);
    void cancelled();
    void failed(const keyturn::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void save();
    void refuse(const Error& error);
    [[nodiscard]] bool collect(CreateLead& command);
    bool take(CreateLead& command, LineField& box, const QString& field);

    Theme& m_theme;
    Workspace& m_workspace;
    LineField* m_name;
    LineField* m_phone;
    LineField* m_email;
    ComboField* m_source;
    LineField* m_amount;
    QWidget* m_duplicate;
    Label* m_duplicateText;
    LeadId m_existing;
    StageId m_stage;
    Label* m_problem;
    Button* m_save;
    bool m_saving = false;
};

} // namespace keyturn
