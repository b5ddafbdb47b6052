// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pipeline_impl.h"

#include <algorithm>
#include <utility>

namespace keyturn {

namespace {

/// Up to so many rows of a column go one by one; more of them as one block after a new order.
constexpr std::size_t fewDifferences = 32;

} // namespace

void PipelineModel::Impl::ensureSorted(Column& column) const
{
    if (column.asked) {
        return;
    }
    column.asked = true;
    // Rows whose lead has just gone from the table stand in the tail and cannot be compared any more.
    std::vector<Row> body(column.rows.begin(), column.rows.end() - static_cast<std::ptrdiff_t>(column.tail));
    order.sort(body);
    std::copy(body.begin(), body.end(), column.rows.begin());
}

void PipelineModel::Impl::reorder(Column& column, std::vector<Row> rows)
{
    if (!column.asked || rows == column.rows) {
        column.rows = std::move(rows);
        return;
    }
    const QList<QPersistentModelIndex> parents{stageIndex(column)};
    Q_EMIT q.layoutAboutToBeChanged(parents, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList persistent = q.persistentIndexList();
    QModelIndexList from;
    std::vector<Row> leads;
    for (const QModelIndex& index : persistent) {
        if (index.internalPointer() == &column) {
            from.append(index);
            leads.push_back(column.rows[static_cast<std::size_t>(index.row())]);
        }
    }
    column.rows = std::move(rows);
    if (!leads.empty()) {
        std::vector<int> place(store.table().rowLimit(), -1);
        for (std::size_t i = 0; i < column.rows.size(); ++i) {
            if (column.rows[i] < place.size()) {
                place[column.rows[i]] = static_cast<int>(i);
            }
        }
        QModelIndexList to;
        for (const Row row : leads) {
            const int at = row < place.size() ? place[row] : -1;
            to.append(at < 0 ? QModelIndex() : q.createIndex(at, 0, &column));
        }
        q.changePersistentIndexList(from, to);
    }
    Q_EMIT q.layoutChanged(parents, QAbstractItemModel::VerticalSortHint);
}

void PipelineModel::Impl::resort()
{
    std::size_t many = 0;
    for (const auto& column : columns) {
        many += column->asked ? column->rows.size() : 0;
    }
    const bool isLarge = many > static_cast<std::size_t>(SlicedWork::fewLeads);
    std::vector<Row> all;
    if (isLarge) {
        all = store.table().byName(); // whoever comes to be shown meanwhile is among them
    } else {
        for (const auto& column : columns) {
            if (column->asked) {
                all.insert(all.end(), column->rows.begin(), column->rows.end());
            }
        }
    }
    // All columns at once: the walk over the names is the same for one and for twenty.
    m_sorting = std::make_unique<LeadSorting>(makeOrder(), std::move(all));
    if (isLarge) {
        m_work.begin();
    } else {
        finishSorting();
    }
}

void PipelineModel::Impl::finishSorting()
{
    if (m_sorting) {
        m_sorting->step();
        takeOrder();
    }
}

void PipelineModel::Impl::takeOrder()
{
    const LeadOrder before = std::exchange(order, m_sorting->order());
    const std::vector<Row> all = m_sorting->take();
    m_sorting.reset();
    constexpr quint16 nowhere = 0xffff;
    std::vector<quint16> positions(store.table().rowLimit(), nowhere);
    std::vector<std::vector<Row>> sorted(columns.size());
    for (const auto& column : columns) {
        if (column->asked) {
            sorted[static_cast<std::size_t>(column->position)].reserve(column->rows.size());
            for (const Row row : column->rows) {
                positions[row] = static_cast<quint16>(column->position);
            }
        }
    }
    for (const Row row : all) {
        if (positions[row] != nowhere) {
            sorted[positions[row]].push_back(row);
        }
    }
    for (const auto& column : columns) {
        if (column->asked) {
            std::vector<Row>& rows = sorted[static_cast<std::size_t>(column->position)];
            Q_ASSERT(rows.size() == column->rows.size());
            reorder(*column, std::move(rows));
        }
    }
    if (!before.groupsLike(order)) {
        Q_EMIT q.groupingChanged();
    }
}

void PipelineModel::Impl::insertSorted(Column& column, Row row)
{
    ensureSorted(column);
    const std::size_t at = order.lowerBound(column.rows, row);
    q.beginInsertRows(stageIndex(column), static_cast<int>(at), static_cast<int>(at));
    column.rows.insert(column.rows.begin() + static_cast<std::ptrdiff_t>(at), row);
    q.endInsertRows();
}

void PipelineModel::Impl::removeRuns(Column& column, const std::vector<quint8>& stays)
{
    const auto goes = [&](Row row) { return row >= stays.size() || stays[row] == 0; };
    const auto leaving = static_cast<std::size_t>(std::count_if(column.rows.begin(), column.rows.end(), goes));
    if (leaving == 0) {
        return;
    }
    if (leaving > fewDifferences || !column.asked) {
        std::vector<Row> parted = column.rows;
        std::stable_partition(parted.begin(), parted.end(), [&](Row row) { return !goes(row); });
        reorder(column, std::move(parted));
        const std::size_t keep = column.rows.size() - leaving;
        column.tail = leaving;
        q.beginRemoveRows(stageIndex(column), static_cast<int>(keep), static_cast<int>(column.rows.size()) - 1);
        column.rows.resize(keep);
        column.tail = 0;
        q.endRemoveRows();
        return;
    }
    for (std::size_t end = column.rows.size(); end > 0; --end) {
        if (goes(column.rows[end - 1])) {
            const int at = static_cast<int>(end) - 1;
            q.beginRemoveRows(stageIndex(column), at, at);
            column.rows.erase(column.rows.begin() + at);
            q.endRemoveRows();
        }
    }
}

} // namespace keyturn
