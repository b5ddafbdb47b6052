// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"

#include <vector>

class QGridLayout;

namespace keyturn {

class LineField;

/// The columns of the pipeline: their names, colours, limits, and how long a lead may stay before it rots.
class StagesSection : public SettingsSection
{
    Q_OBJECT

public:
    StagesSection(const UiContext& context, Workspace& workspace, QWidget* parent = nullptr);
    void follow() override;

private:
    struct Row
    {
        StageId id;
        LineField* name;
        LineField* limit;
        LineField* rot;
        QWidget* dot;
    };

    void addRow(const Stage& stage, int index);
    void chooseColor(StageId stage, QWidget* anchor);
    [[nodiscard]] LineField* makeNumber(StageId stage, const QString& name, const QString& suffix, bool isLimit);

    QGridLayout* m_grid;
    std::vector<Row> m_rows;
};

} // namespace keyturn
