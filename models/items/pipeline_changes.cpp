// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pipeline_impl.h"

#include <algorithm>

namespace keyturn {

PipelineModel::Impl::Place PipelineModel::Impl::placeOf(Row row) const
{
    Place place;
    place.stage = columnOfRow(row);
    place.cents = store.table().valueCents(row);
    if (place.stage != nullptr) {
        ensureSorted(*place.stage);
        place.at = order.find(place.stage->rows, row);
        place.column = place.at < place.stage->rows.size() ? place.stage : nullptr;
    }
    return place;
}

void PipelineModel::Impl::leave(const Place& place, Row row)
{
    if (place.stage != nullptr) {
        --place.stage->allCount;
        place.stage->allCents -= place.cents;
        figuresDirty(place.stage);
    }
    if (place.column != nullptr) {
        place.column->cents -= place.cents;
    }
    touch(row);
}

void PipelineModel::Impl::touch(Row row)
{
    if (m_scan) {
        m_scan->touched.push_back(row);
    }
    if (m_sorting) {
        m_sorting->touch(row);
    }
}

void PipelineModel::Impl::aboutToUpdate(Row row)
{
    m_before = placeOf(row);
}

void PipelineModel::Impl::updated(Row row)
{
    const Place before = m_before;
    leave(before, row);
    const qint64 cents = store.table().valueCents(row);
    Column* stage = columnOfRow(row);
    if (stage != nullptr) {
        ++stage->allCount;
        stage->allCents += cents;
        figuresDirty(stage);
    }
    Column* target = stage != nullptr && matcher->accepts(row) ? stage : nullptr;
    if (target != nullptr) {
        target->cents += cents;
        ensureSorted(*target);
    }
    const auto offset = static_cast<std::ptrdiff_t>(before.at);
    if (before.column == nullptr) {
        if (target != nullptr) {
            insertSorted(*target, row);
        }
        return;
    }
    std::vector<Row>& from = before.column->rows;
    const int at = static_cast<int>(before.at);
    if (target == nullptr) {
        q.beginRemoveRows(stageIndex(*before.column), at, at);
        from.erase(from.begin() + offset);
        q.endRemoveRows();
        return;
    }
    if (target != before.column) {
        const std::size_t to = order.lowerBound(target->rows, row);
        q.beginMoveRows(stageIndex(*before.column), at, at, stageIndex(*target), static_cast<int>(to));
        from.erase(from.begin() + offset);
        target->rows.insert(target->rows.begin() + static_cast<std::ptrdiff_t>(to), row);
        q.endMoveRows();
    } else {
        const std::size_t to = order.newPlace(from, before.at);
        if (to != before.at) {
            const int destination = static_cast<int>(to) + (to > before.at ? 1 : 0);
            q.beginMoveRows(stageIndex(*target), at, at, stageIndex(*target), destination);
            const auto place = from.begin() + static_cast<std::ptrdiff_t>(to);
            if (to > before.at) {
                std::rotate(from.begin() + offset, from.begin() + offset + 1, place + 1);
            } else {
                std::rotate(place, from.begin() + offset, from.begin() + offset + 1);
            }
            q.endMoveRows();
        }
    }
    shownChanged(row);
}

void PipelineModel::Impl::shownChanged(Row row)
{
    const Place place = placeOf(row);
    if (place.column != nullptr) {
        const QModelIndex index = q.createIndex(static_cast<int>(place.at), 0, place.column);
        Q_EMIT q.dataChanged(index, index);
    }
}

void PipelineModel::Impl::added(Row row)
{
    touch(row);
    Column* stage = columnOfRow(row);
    if (stage == nullptr) {
        return;
    }
    const qint64 cents = store.table().valueCents(row);
    ++stage->allCount;
    stage->allCents += cents;
    figuresDirty(stage);
    if (matcher->accepts(row)) {
        stage->cents += cents;
        insertSorted(*stage, row);
    }
}

void PipelineModel::Impl::aboutToRemove(Row row)
{
    const Place place = placeOf(row);
    leave(place, row);
    if (place.column != nullptr) {
        const int at = static_cast<int>(place.at);
        q.beginRemoveRows(stageIndex(*place.column), at, at);
        place.column->rows.erase(place.column->rows.begin() + at);
        q.endRemoveRows();
    }
}

} // namespace keyturn
