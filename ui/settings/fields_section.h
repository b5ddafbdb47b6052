// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"

class QVBoxLayout;

namespace keyturn {

class ComboField;
class LineField;
class SectionCard;

/// The fields that the company adds to its leads. What fair lending rules forbid is refused, with the reason.
class FieldsSection : public SettingsSection
{
    Q_OBJECT

public:
    FieldsSection(const UiContext& context, Workspace& workspace, QWidget* parent = nullptr);
    void follow() override;

    /// "Pets in the house?" gives "pets_in_the_house".
    static QString keyFromLabel(const QString& label);

private:
    void add();
    void remove(const QString& key);
    [[nodiscard]] QWidget* makeRow(const CustomField& field);

    SectionCard* m_card;
    QVBoxLayout* m_rows;
    QWidget* m_none;
    LineField* m_label;
    ComboField* m_type;
    LineField* m_choices;
};

} // namespace keyturn
