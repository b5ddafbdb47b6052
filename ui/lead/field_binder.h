// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_fields.h"
#include "models/items/lead_editor.h"
#include "ui/kit/field.h"
#include "ui/kit/ui_context.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace keyturn {

class ComboField;
class DateField;
class LineField;

/// Makes the boxes of a lead's form from the field registry and keeps each at one with the editor: what is typed goes
/// in, and the state comes out as a tick, an error, or the question which of two values shall stand.
class FieldBinder : public QObject
{
    Q_OBJECT

public:
    FieldBinder(LeadEditor& editor, Workspace& workspace, const UiContext& context, QObject* parent = nullptr);

    /// The box of a field by its script name. `label` replaces the registry's.
    Field* make(const QString& name, QWidget* parent, const QString& label = {});
    /// The box again, null if this binder did not make it.
    [[nodiscard]] Field* box(const QString& name) const { return m_boxes.value(name); }
    [[nodiscard]] LineField* line(const QString& name) const;
    /// Something is typed that could not be saved.
    [[nodiscard]] bool hasUnsavable() const;
    void forget(const QString& name) { m_boxes.remove(name); }

private:
    Field* makeLine(const LeadField& field, const QString& label, QWidget* parent);
    Field* makeCombo(const LeadField& field, const QString& label, QWidget* parent);
    Field* makeDate(const LeadField& field, const QString& label, QWidget* parent);
    [[nodiscard]] QString shownText(const QString& name) const;
    void refresh(const QString& name);
    void refreshAll();

    LeadEditor& m_editor;
    Workspace& m_workspace;
    const UiContext m_context;
    QHash<QString, QPointer<Field>> m_boxes;
    QHash<QString, LeadField::Kind> m_kinds;
    QHash<QString, LeadEditor::State> m_shown;
};

} // namespace keyturn
