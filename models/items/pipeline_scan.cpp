// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pipeline_impl.h"

#include <algorithm>
#include <utility>

// Filtering: the table is walked in slices, then the columns take over the difference, one after the other.

namespace keyturn {

namespace {

/// Up to so many differences in a column are told one by one; more of them as one block and a new order.
constexpr std::size_t fewDifferences = 32;

} // namespace

void PipelineModel::Impl::scan()
{
    m_scan.emplace(Scan());
    m_scan->matcher = std::make_unique<LeadMatcher>(store, q.m_filter);
    m_scan->shown.resize(columns.size());
    m_scan->allCount.resize(columns.size());
    m_scan->allCents.resize(columns.size());
    m_work.begin();
}

bool PipelineModel::Impl::work(const QDeadlineTimer& until)
{
    // Sorting goes first: what a filter brings is put in by the order.
    if (m_sorting && m_sorting->step(until)) {
        takeOrder();
    }
    if (m_scan && m_scan->matcher && !m_sorting) {
        walk(until);
    }
    while (m_scan && !m_scan->matcher && !m_sorting && !until.hasExpired()) {
        // Whoever hears of the new rows may ask for another filter: then this one is over.
        const std::size_t at = m_scan->applied++;
        if (at == columns.size()) {
            m_scan.reset();
        } else {
            apply(*columns[at], judged(*columns[at], std::move(m_scan->shown[at])));
        }
    }
    return isSettled();
}

void PipelineModel::Impl::walk(const QDeadlineTimer& until)
{
    const LeadTable& table = store.table();
    std::vector<int> positions(table.stageLimit(), -1);
    for (quint16 i = 0; i < table.stageLimit(); ++i) {
        if (const Column* column = columnOf(table.stageAt(i))) {
            positions[i] = column->position;
        }
    }
    Row row = m_scan->next;
    const Row limit = table.rowLimit();
    while (row < limit) {
        const Row portion = std::min(limit, row + SlicedWork::rowsBetweenLooks);
        for (; row < portion; ++row) {
            if (!table.isLive(row) || positions[table.stageIndex(row)] < 0) {
                continue;
            }
            const auto position = static_cast<std::size_t>(positions[table.stageIndex(row)]);
            ++m_scan->allCount[position];
            m_scan->allCents[position] += table.valueCents(row);
            if (m_scan->matcher->accepts(row)) {
                m_scan->shown[position].push_back(row);
            }
        }
        if (row < limit && until.hasExpired()) {
            m_scan->next = row;
            return;
        }
    }
    finishWalk();
}

/// From here on the new filter holds for whatever changes, and the figures of all leads are known.
void PipelineModel::Impl::finishWalk()
{
    matcher = std::move(m_scan->matcher);
    if (!m_scan->touched.empty()) {
        std::fill(m_scan->allCount.begin(), m_scan->allCount.end(), 0);
        std::fill(m_scan->allCents.begin(), m_scan->allCents.end(), 0);
        for (Row row = 0; row < store.table().rowLimit(); ++row) {
            if (const Column* column = columnOfRow(row)) {
                ++m_scan->allCount[static_cast<std::size_t>(column->position)];
                m_scan->allCents[static_cast<std::size_t>(column->position)] += store.table().valueCents(row);
            }
        }
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i]->allCount = m_scan->allCount[i];
        columns[i]->allCents = m_scan->allCents[i];
    }
}

/// `shown`, with the leads that changed since the walk began judged as they are now.
std::vector<LeadTable::Row> PipelineModel::Impl::judged(const Column& column, std::vector<Row> shown) const
{
    if (m_scan->touched.empty()) {
        return shown;
    }
    std::vector<quint8> isTouched(store.table().rowLimit(), 0);
    for (const Row row : m_scan->touched) {
        isTouched[row] = 1;
    }
    std::erase_if(shown, [&](Row row) { return isTouched[row] != 0; });
    for (const Row row : m_scan->touched) {
        if (std::exchange(isTouched[row], quint8(0)) != 0 && columnOfRow(row) == &column && matcher->accepts(row)) {
            shown.push_back(row);
        }
    }
    return shown;
}

void PipelineModel::Impl::apply(Column& column, std::vector<Row> shown)
{
    figuresDirty(&column);
    std::vector<quint8> mark(store.table().rowLimit(), 0);
    for (const Row row : shown) {
        mark[row] = 1;
    }
    removeRuns(column, mark);
    for (const Row row : column.rows) {
        mark[row] = 2;
    }
    std::erase_if(shown, [&](Row row) { return mark[row] == 2; });
    if (shown.size() <= fewDifferences && column.asked) {
        for (const Row row : shown) {
            insertSorted(column, row);
        }
    } else if (!shown.empty()) {
        const auto first = static_cast<int>(column.rows.size());
        q.beginInsertRows(stageIndex(column), first, first + static_cast<int>(shown.size()) - 1);
        column.rows.insert(column.rows.end(), shown.begin(), shown.end());
        column.tail = shown.size();
        q.endInsertRows();
        column.tail = 0;
        if (column.asked) {
            std::vector<Row> sorted = column.rows;
            order.sort(sorted);
            reorder(column, std::move(sorted));
        }
    }
    column.cents = 0;
    for (const Row row : column.rows) {
        column.cents += store.table().valueCents(row);
    }
}

} // namespace keyturn
