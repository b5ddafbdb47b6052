// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/import_flow.h"
#include "ui/import/row_models.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

#include <array>

namespace keyturn {

class FigureTile;
class Label;
class RowTable;
class SectionCard;
class TabBar;

/// What an import did, or a dry run would do: four numbers, and the rows with the reasons.
class ReportView : public QWidget
{
    Q_OBJECT

public:
    ReportView(const UiContext& context, QWidget* parent = nullptr);

    void show(const ImportReport& report, bool isTrial);
    void showLeft(const std::vector<RowOutcome>& left);

private:
    void followKinds();

    std::array<FigureTile*, 4> m_tiles{};
    QWidget* m_tileRow;
    SectionCard* m_card;
    TabBar* m_kinds;
    ReasonModel m_model;
    RowTable* m_table;
    Label* m_nothing;
    Label* m_more;
};

} // namespace keyturn
