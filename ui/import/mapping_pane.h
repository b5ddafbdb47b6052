// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/import_flow.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

class QBoxLayout;

namespace keyturn {

class MappingDefaults;
class MappingRow;
class SectionCard;

/// Where each column goes, beside what holds for every row.
class MappingPane : public QWidget
{
    Q_OBJECT

public:
    MappingPane(const UiContext& context, ImportFlow& flow, QWidget* parent = nullptr);

    void follow();

private:
    void makeRows();
    void openNewField(int column, QWidget* anchor);

    UiContext m_context;
    ImportFlow& m_flow;
    SectionCard* m_card;
    QWidget* m_host;
    QBoxLayout* m_column;
    MappingDefaults* m_defaults;
    std::vector<MappingRow*> m_rows;
    QStringList m_madeFor;
};

} // namespace keyturn
