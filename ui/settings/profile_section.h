// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"

#include <QString>

#include <optional>
#include <vector>

namespace keyturn {

class ComboField;
class LineField;

/// Who works with this book, and for which company.
class ProfileSection : public SettingsSection
{
    Q_OBJECT

public:
    ProfileSection(const UiContext& context, Workspace& workspace, QWidget* parent = nullptr);
    void follow() override;

private:
    using UserText = std::optional<QString> EditUser::*;
    struct Box
    {
        LineField* field;
        UserText change;
        QString User::*value;
    };

    ComboField* makeZone(const QString& label);

    std::vector<Box> m_boxes;
    ComboField* m_zone;
    LineField* m_company;
    ComboField* m_companyZone;
};

} // namespace keyturn
