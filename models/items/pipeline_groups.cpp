// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pipeline_impl.h"

#include <algorithm>
#include <functional>
#include <unordered_set>

// What stands together within a column, and where a lead comes to stand among the others.

namespace keyturn {

LeadOrder PipelineModel::Impl::makeOrder() const
{
    return LeadOrder::ofBoard(store, q.m_sort, q.m_grouping);
}

/// Somebody may be called otherwise now.
void PipelineModel::Impl::nameGroups()
{
    if (!order.groupsLike(makeOrder())) {
        resort();
    } else if (order.grouping() != BoardGrouping::None) {
        Q_EMIT q.groupingChanged();
    }
}

std::vector<PipelineModel::Group> PipelineModel::Impl::groups(const Column& column) const
{
    const LeadTable& table = store.table();
    const bool fromBook = countsFromBook();
    std::vector<Group> found;
    for (std::size_t at = 0; at < column.rows.size();) {
        const std::size_t end = order.groupEnd(column.rows, at);
        Group group;
        group.first = static_cast<int>(at);
        group.rows = static_cast<int>(end - at);
        group.count = group.rows;
        if (table.isLive(column.rows[at])) {
            group.owner = table.ownerAt(table.ownerIndex(column.rows[at]));
        }
        const User* user = store.catalogue().user(group.owner);
        group.name = user != nullptr ? user->name() : (group.owner.isNull() ? tr("Nobody") : tr("Unknown owner"));
        if (fromBook) {
            group.count = 0;
            for (const StageTotal& total : store.bookTotals()) {
                group.count += total.stage == column.stage && total.owner == group.owner ? total.count : 0;
            }
        }
        found.push_back(group);
        at = end;
    }
    return found;
}

/// The rows of the lead's group in the column, from and to; without grouping all of them.
std::pair<std::size_t, std::size_t> PipelineModel::Impl::groupOf(const Column& column, Row lead) const
{
    const quint32 group = order.group(lead);
    const auto begin = column.rows.begin();
    const auto from = std::partition_point(begin, column.rows.end(), [&](Row row) { return order.group(row) < group; });
    const auto to = std::partition_point(from, column.rows.end(), [&](Row row) { return order.group(row) <= group; });
    return {static_cast<std::size_t>(from - begin), static_cast<std::size_t>(to - begin)};
}

int PipelineModel::Impl::landingRow(Column& column, Row lead, int place) const
{
    ensureSorted(column);
    const auto [from, to] = groupOf(column, lead);
    if (q.m_sort == BoardSort::MyOrder || columnOfRow(lead) == &column) {
        return std::clamp(place, static_cast<int>(from), static_cast<int>(to));
    }
    if (q.m_sort == BoardSort::LongestInStage) {
        return static_cast<int>(to); // it has only just come
    }
    return static_cast<int>(order.lowerBound(column.rows, lead, from, to));
}

/// The rows of the column as they stand without groups.
std::vector<LeadTable::Row> PipelineModel::Impl::ungrouped(const Column& column) const
{
    std::vector<Row> rows = column.rows;
    if (q.m_grouping != BoardGrouping::None) {
        LeadOrder::ofBoard(store, q.m_sort).sort(rows);
    }
    return rows;
}

std::vector<LeadId> PipelineModel::Impl::arrangement(Column& column, const std::vector<LeadId>& dropped, int row,
                                                     bool whole) const
{
    ensureSorted(column);
    const LeadTable& table = store.table();
    std::vector<Row> put;
    for (const LeadId lead : dropped) {
        const Row at = table.rowOf(lead);
        if (at != LeadTable::noRow && (put.empty() || order.group(at) == order.group(put.front()))) {
            put.push_back(at);
        }
    }
    if (put.empty()) {
        return {};
    }
    const std::unordered_set<Row> moving(put.begin(), put.end());
    const auto isMoving = [&](Row at) { return moving.contains(at); };
    const auto [from, to] = groupOf(column, put.front());
    const auto place = row < 0 ? to : std::clamp(static_cast<std::size_t>(row), from, to);
    std::vector<Row> group(column.rows.begin() + static_cast<std::ptrdiff_t>(from),
                           column.rows.begin() + static_cast<std::ptrdiff_t>(to));
    const std::vector<Row> groupBefore = group;
    const auto above = static_cast<std::size_t>(
        std::count_if(group.begin(), group.begin() + static_cast<std::ptrdiff_t>(place - from), std::not_fn(isMoving)));
    std::erase_if(group, isMoving);
    if (group.empty() && q.m_grouping != BoardGrouping::None) {
        return {}; // alone in its group: there is nothing to stand before or behind
    }
    // Whoever of the group stands next there keeps its place among all: before it, or else behind the one above.
    const std::vector<Row> before = ungrouped(column);
    std::vector<Row> after = before;
    std::erase_if(after, isMoving);
    auto target = after.end();
    if (above < group.size()) {
        target = std::find(after.begin(), after.end(), group[above]);
    } else if (above > 0) {
        target = std::find(after.begin(), after.end(), group[above - 1]) + 1;
    }
    auto behind = static_cast<std::size_t>(target - after.begin()) + put.size();
    group.insert(group.begin() + static_cast<std::ptrdiff_t>(above), put.begin(), put.end());
    if (group == groupBefore) {
        after = before;
        behind = static_cast<std::size_t>(std::find(after.begin(), after.end(), put.back()) - after.begin()) + 1;
    } else {
        after.insert(target, put.begin(), put.end());
    }
    if (q.m_sort == BoardSort::MyOrder && after == before) {
        return {};
    }
    // Those arranged by hand further down keep their places behind what was put in.
    std::vector<LeadId> leads;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (!whole && i >= behind && table.rank(after[i]) == 0) {
            break;
        }
        leads.push_back(table.id(after[i]));
    }
    return leads;
}

} // namespace keyturn
