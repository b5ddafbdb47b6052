// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pipeline_impl.h"

#include <algorithm>
#include <utility>

namespace keyturn {

PipelineModel::Impl::Impl(PipelineModel& model)
    : q(model)
    , store(model.m_store)
    , presenter(model.m_store)
    , matcher(std::make_unique<LeadMatcher>(model.m_store, model.m_filter))
    , order(LeadOrder::ofBoard(model.m_store, model.m_sort))
    , m_work(model.m_store, [this](const QDeadlineTimer& until) { return work(until); })
{
    m_figures.setSingleShot(true);
    m_figures.setInterval(0);
    QObject::connect(&m_figures, &QTimer::timeout, &q, [this] { flushFigures(); });
}

PipelineColumn* PipelineModel::Impl::columnOf(StageId stage) const
{
    const auto it =
        std::find_if(columns.begin(), columns.end(), [&](const auto& column) { return column->stage == stage; });
    return it == columns.end() ? nullptr : it->get();
}

PipelineColumn* PipelineModel::Impl::columnOfRow(Row row) const
{
    return store.table().isLive(row) ? columnOf(store.table().stageAt(store.table().stageIndex(row))) : nullptr;
}

QModelIndex PipelineModel::Impl::stageIndex(const Column& column) const
{
    return q.createIndex(column.position, 0, nullptr);
}

void PipelineModel::Impl::rebuildStages()
{
    const std::vector<Stage>& stages = store.catalogue().stages;
    const auto known = [&](const Column& column) {
        return std::any_of(stages.begin(), stages.end(), [&](const Stage& stage) { return stage.id == column.stage; });
    };
    const auto renumber = [this] {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i]->position = static_cast<int>(i);
        }
    };
    bool changed = false;
    for (int at = static_cast<int>(columns.size()) - 1; at >= 0; --at) {
        if (!known(*columns[static_cast<std::size_t>(at)])) {
            q.beginRemoveRows({}, at, at);
            columns.erase(columns.begin() + at);
            renumber();
            q.endRemoveRows();
            changed = true;
        }
    }
    for (std::size_t at = 0; at < stages.size(); ++at) {
        const auto present = std::find_if(columns.begin(), columns.end(),
                                          [&](const auto& column) { return column->stage == stages[at].id; });
        const auto found = present - columns.begin();
        const auto wanted = static_cast<std::ptrdiff_t>(at);
        if (present == columns.end()) {
            q.beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
            auto column = std::make_unique<Column>();
            column->stage = stages[at].id;
            columns.insert(columns.begin() + wanted, std::move(column));
            renumber();
            q.endInsertRows();
            changed = true;
        } else if (found != wanted) {
            q.beginMoveRows({}, static_cast<int>(found), static_cast<int>(found), {}, static_cast<int>(at));
            std::rotate(columns.begin() + wanted, columns.begin() + found, columns.begin() + found + 1);
            renumber();
            q.endMoveRows();
            changed = true;
        }
    }
    if (!columns.empty()) {
        Q_EMIT q.dataChanged(q.index(0, 0), q.index(static_cast<int>(columns.size()) - 1, 0));
    }
    if (changed && store.hasFirst()) {
        scan();
    }
}

void PipelineModel::Impl::aboutToReplace()
{
    m_scan.reset();
    m_sorting.reset();
    m_shownBefore.assign(columns.size(), {});
    for (const auto& column : columns) {
        auto& leads = m_shownBefore[static_cast<std::size_t>(column->position)];
        for (const Row row : column->rows) {
            leads.push_back(store.table().id(row));
        }
    }
}

void PipelineModel::Impl::replaced()
{
    const LeadTable& table = store.table();
    const BoardGrouping groupingBefore = std::exchange(order, makeOrder()).grouping();
    matcher = std::make_unique<LeadMatcher>(store, q.m_filter);
    for (const auto& column : columns) {
        const auto& leads = m_shownBefore[static_cast<std::size_t>(column->position)];
        for (std::size_t i = 0; i < leads.size(); ++i) {
            const Row row = table.rowOf(leads[i]);
            column->rows[i] = columnOfRow(row) == column.get() ? row : LeadTable::noRow;
        }
    }
    std::vector<quint8> stays(table.rowLimit(), 1);
    for (const auto& column : columns) {
        removeRuns(*column, stays);
        if (column->asked) {
            std::vector<Row> sorted = column->rows;
            order.sort(sorted);
            reorder(*column, std::move(sorted));
            if (!column->rows.empty()) {
                Q_EMIT q.dataChanged(q.createIndex(0, 0, column.get()),
                                     q.createIndex(static_cast<int>(column->rows.size()) - 1, 0, column.get()));
            }
        }
    }
    m_shownBefore.clear();
    if (order.grouping() != groupingBefore) {
        Q_EMIT q.groupingChanged();
    }
    scan();
}

} // namespace keyturn
