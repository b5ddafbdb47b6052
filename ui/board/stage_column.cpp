// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/stage_column.h"

namespace keyturn {

StageColumn::StageColumn(BoardState& state, StageId stage, QWidget* parent)
    : QWidget(parent)
    , m_stage(stage)
    , m_header(new StageHeader(state, stage, this))
    , m_cards(new ColumnView(state, stage, this))
{
    setObjectName(
        QStringLiteral("column_%1").arg(state.model().stageIndex(stage).data(PipelineModel::StageKey).toString()));
    setAccessibleName(state.model().stageIndex(stage).data(Qt::DisplayRole).toString());
    connect(m_cards, &ColumnView::dropTargetChanged, m_header, &StageHeader::setDropTarget);
    connect(m_header, &StageHeader::dragEntered, m_header, &StageHeader::setDropTarget);
    connect(m_header, &StageHeader::clicked, m_cards, [this] { m_cards->setFocus(Qt::MouseFocusReason); });
    // Above the first card is the top of the column.
    connect(m_header, &StageHeader::dropped, m_cards,
            [this](const std::vector<LeadId>& leads, QPoint where) { Q_EMIT m_cards->dropped(leads, 0, where); });
}

void StageColumn::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_header->setGeometry(0, 0, width(), StageHeader::fixedHeight);
    m_cards->setGeometry(0, StageHeader::fixedHeight, width(), std::max(0, height() - StageHeader::fixedHeight));
}

} // namespace keyturn
