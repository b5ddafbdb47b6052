// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/mapping_pane.h"

#include "ui/import/mapping_defaults.h"
#include "ui/import/mapping_row.h"
#include "ui/import/new_field_form.h"
#include "ui/kit/popover.h"
#include "ui/kit/scroll_area.h"
#include "ui/kit/section_card.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace keyturn {

namespace {
constexpr int asideWidth = 312;
}

MappingPane::MappingPane(const UiContext& context, ImportFlow& flow, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_flow(flow)
    , m_card(new SectionCard(context.theme, tr("Columns")))
    , m_host(nullptr)
    , m_column(nullptr)
    , m_defaults(new MappingDefaults(context, flow))
{
    setObjectName(QStringLiteral("mappingPane"));
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(20, 0, 20, 20);
    row->setSpacing(12);
    m_card->body()->setContentsMargins(1, 0, 1, 1);
    m_card->body()->setSpacing(0);
    row->addWidget(m_card, 1, Qt::AlignTop);
    m_defaults->setFixedWidth(asideWidth);
    row->addWidget(m_defaults, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new ScrollArea(content));
}

void MappingPane::makeRows()
{
    m_madeFor = m_flow.look()->shape.columns;
    m_rows.clear();
    delete m_host;
    m_host = new QWidget;
    m_column = new QVBoxLayout(m_host);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    for (int i = 0; i < m_madeFor.size(); ++i) {
        auto* row = new MappingRow(m_context.theme, m_flow, i);
        connect(row, &MappingRow::newFieldRequested, this, &MappingPane::openNewField);
        m_column->addWidget(row);
        m_rows.push_back(row);
    }
    m_card->body()->addWidget(m_host);
}

void MappingPane::follow()
{
    if (m_flow.look() == nullptr) {
        return;
    }
    if (m_madeFor != m_flow.look()->shape.columns || m_host == nullptr) {
        makeRows();
    }
    for (MappingRow* row : m_rows) {
        row->follow();
    }
    m_defaults->follow();
    m_card->setCount(m_madeFor.size());
    const auto fields =
        std::count_if(m_flow.mapping().columns.begin(), m_flow.mapping().columns.end(), [](const ColumnTarget& target) {
            return target.kind == ColumnTarget::Kind::Field || target.kind == ColumnTarget::Kind::Tags ||
                   target.kind == ColumnTarget::Kind::Note;
        });
    m_card->setNote(tr("%Ln become(s) a field", nullptr, static_cast<int>(fields)));
}

void MappingPane::openNewField(int column, QWidget* anchor)
{
    auto* popover = new Popover(m_context.theme, anchor);
    popover->setObjectName(QStringLiteral("newFieldPopover"));
    auto* form = new NewFieldForm(m_context.theme, m_flow.workspace(), m_madeFor.value(column));
    popover->setContent(form);
    connect(form, &NewFieldForm::made, this, [this, popover, column](const QString& field) {
        popover->dismiss();
        LeadMapping mapping = m_flow.mapping();
        const auto index = static_cast<size_t>(column);
        mapping.columns.resize(std::max(mapping.columns.size(), index + 1));
        mapping.columns[index] = {ColumnTarget::Kind::Field, field};
        m_flow.setMapping(mapping);
    });
    popover->showAt(anchor);
    form->setFocus(Qt::PopupFocusReason);
}

} // namespace keyturn
