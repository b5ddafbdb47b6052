// SPDX-License-Identifier: GPL-3.0-or-later
// How leads are moved and arranged on the board; what the page is made of is in board_page.cpp.
#include "ui/board/board_page.h"
#include "ui/board/board_view.h"
#include "ui/leadkit/lead_mover.h"

#include <QLocale>

#include <algorithm>

namespace keyturn {

namespace {
constexpr int wholeColumn = 1000; // longer columns are seeded down to the place of the drop only
} // namespace

void BoardPage::moveLeads(const std::vector<LeadId>& leads, StageId stage, int row, QPoint globalPos)
{
    if (!m_workspace.access().mayWrite) {
        Q_EMIT noticed(tr("Your role is for looking only."));
        return;
    }
    const bool within = std::ranges::all_of(
        leads, [this, stage](LeadId lead) { return m_model->stageAt(m_model->indexOf(lead)) == stage; });
    if (within) {
        if (row >= 0) {
            arrange(stage, leads, row);
        }
        return;
    }
    std::vector<LeadId> arrangement;
    if (m_model->sort() == BoardSort::MyOrder && row >= 0) {
        arrangement = m_model->arrangement(stage, leads, row);
    }
    const qint64 before = m_model->stageIndex(stage).data(PipelineModel::AllCount).toLongLong();
    m_state->setLanding(leads);
    m_mover->move(leads, {stage}, QRect(mapFromGlobal(globalPos), QSize(1, 1)), arrangement);
    m_state->setLanding({});
    warnOverLimit(stage, before);
}

void BoardPage::moveToExits(const std::vector<LeadId>& leads, QPoint globalPos)
{
    std::vector<StageId> exits;
    for (const Stage& stage : m_store.catalogue().stages) {
        if (stage.isExit()) {
            exits.push_back(stage.id);
        }
    }
    m_mover->move(leads, exits, QRect(mapFromGlobal(globalPos), QSize(1, 1)));
}

void BoardPage::warnOverLimit(StageId stage, qint64 before)
{
    const QModelIndex index = m_model->stageIndex(stage);
    const QVariant limit = index.data(PipelineModel::WipLimit);
    const qint64 now = index.data(PipelineModel::AllCount).toLongLong();
    if (limit.isValid() && now > limit.toLongLong() && now > before) {
        Q_EMIT noticed(tr("%1 now holds %2 leads, its limit is %3")
                           .arg(index.data(Qt::DisplayRole).toString(), QLocale().toString(now), limit.toString()));
    }
}

void BoardPage::arrange(StageId stage, const std::vector<LeadId>& leads, int row)
{
    // The column as it is shown, with the leads taken out and put in again.
    const bool switching = m_model->sort() != BoardSort::MyOrder;
    const bool whole = switching && m_model->rowCount(m_model->stageIndex(stage)) <= wholeColumn;
    const std::vector<LeadId> order = m_model->arrangement(stage, leads, row, whole);
    if (order.empty()) {
        return;
    }
    submit(ArrangeCards{stage, order}, [this, switching] {
        if (switching) {
            setSort(BoardSort::MyOrder);
            Q_EMIT noticed(tr("The board keeps your own order now"));
        }
    });
}

std::vector<LeadId> BoardPage::chosenLeads() const
{
    std::vector<LeadId> leads = m_state->selected();
    const LeadId current = m_state->current();
    if (!current.isNull() && !m_state->isSelected(current)) {
        leads = {current};
    }
    return leads;
}

QRect BoardPage::placeOf(LeadId lead) const
{
    const QModelIndex index = m_model->indexOf(lead);
    const StageColumn* column = m_view->column(m_model->stageAt(index));
    if (column == nullptr) {
        return {rect().center(), QSize(1, 1)};
    }
    const ColumnView& cards = column->cards();
    const QRect card = cards.cardRect(index.row()).intersected(cards.rect());
    return {cards.mapTo(this, card.topLeft()), card.size()};
}

void BoardPage::moveSelection(int step)
{
    const std::vector<LeadId> leads = chosenLeads();
    const LeadId current = m_state->current().isNull() && !leads.empty() ? leads.front() : m_state->current();
    const QModelIndex index = m_model->indexOf(current);
    if (leads.empty() || !index.isValid()) {
        return;
    }
    const int target = index.parent().row() + step;
    if (target < 0 || target >= m_model->rowCount()) {
        return;
    }
    const StageId to = m_model->stageAt(m_model->index(target, 0));
    const QRect place = placeOf(current);
    m_view->fold(to, false);
    moveLeads(leads, to, -1, mapToGlobal(place.bottomLeft()));
    m_view->showColumn(to);
    if (StageColumn* column = m_view->column(m_model->stageAt(m_model->indexOf(current)));
        column && !m_mover->isAsking()) {
        m_state->setCurrentStage(column->stage());
        m_state->select(current, BoardState::Select::Keep);
        column->cards().setFocus(Qt::ShortcutFocusReason);
        column->cards().ensureVisible(m_model->indexOf(current).row());
    }
}

void BoardPage::arrangeSelection(int step)
{
    const LeadId current = m_state->current();
    const QModelIndex index = m_model->indexOf(current);
    if (!index.isValid()) {
        return;
    }
    const StageId stage = m_model->stageAt(index);
    std::vector<LeadId> leads;
    int first = index.row();
    int last = index.row();
    for (const LeadId lead : chosenLeads()) {
        const QModelIndex at = m_model->indexOf(lead);
        if (at.parent() == index.parent()) {
            leads.push_back(lead);
            first = std::min(first, at.row());
            last = std::max(last, at.row());
        }
    }
    const int row = step < 0 ? first - 1 : last + 2;
    if (row >= 0 && row <= m_model->rowCount(index.parent())) {
        arrange(stage, leads, row);
    }
}

} // namespace keyturn
