// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_editor.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

namespace keyturn {

class ContactSection;
class FieldBinder;
class FileWork;
class FormGrid;
class Label;
class SectionCard;
class TridMeter;

/// The form of a lead in its sections: four columns on the page, two in the panel.
class LeadForm : public QWidget
{
    Q_OBJECT

public:
    LeadForm(Workspace& workspace, LeadEditor& editor, FileWork& files, const UiContext& context, int columns,
             QWidget* parent = nullptr);

    [[nodiscard]] FieldBinder& binder() { return *m_binder; }

Q_SIGNALS:
    void settingsRequested();
    void writeNoteRequested();
    void reminderRequested(const QDateTime& at);

private:
    SectionCard* addGridSection(const QString& objectName, const QString& title,
                                const std::vector<std::pair<const char*, int>>& fields);
    void rebuildCustomFields();

    Workspace& m_workspace;
    LeadEditor& m_editor;
    const UiContext m_context;
    int m_columns;
    FieldBinder* m_binder;
    TridMeter* m_trid;
    SectionCard* m_custom;
    FormGrid* m_customGrid;
    QWidget* m_customEmpty;
    std::vector<CustomField> m_customShown;
};

} // namespace keyturn
