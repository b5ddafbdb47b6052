// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_sorting.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace keyturn {

namespace {

constexpr std::size_t fewRows = 512; ///< not worth a walk over all leads
constexpr std::size_t rowsBetweenLooks = 4096;

} // namespace

LeadSorting::LeadSorting(const LeadOrder& order, std::vector<Row> rows)
    : m_order(order)
    , m_table(order.store().table())
    , m_rows(std::move(rows))
{}

void LeadSorting::byName()
{
    if (m_rows.size() == m_table.byName().size()) {
        m_rows = m_table.byName(); // all there are
        return;
    }
    std::vector<quint8> wanted(m_table.rowLimit(), 0);
    for (const Row row : m_rows) {
        wanted[row] = 1;
    }
    m_rows.clear();
    std::copy_if(m_table.byName().begin(), m_table.byName().end(), std::back_inserter(m_rows),
                 [&](Row row) { return wanted[row] != 0; });
}

bool LeadSorting::step(const QDeadlineTimer& until)
{
    if (m_phase == Phase::Finished) {
        return true;
    }
    if (m_phase == Phase::Names) {
        if (m_rows.size() <= fewRows) {
            std::vector<LeadOrder::Key> keys;
            keys.reserve(m_rows.size());
            for (const Row row : m_rows) {
                keys.push_back(m_order.key(row));
            }
            std::sort(keys.begin(), keys.end(),
                      [this](const LeadOrder::Key& a, const LeadOrder::Key& b) { return m_order.less(a, b); });
            std::transform(keys.begin(), keys.end(), m_rows.begin(), [](const LeadOrder::Key& key) { return key.row; });
            m_phase = Phase::Finished;
            return true;
        }
        byName();
        if (m_order.field() == LeadOrder::Field::Name) {
            if (m_order.isDescending()) {
                std::reverse(m_rows.begin(), m_rows.end());
            }
            byGroup();
            m_phase = Phase::Finished;
            return true;
        }
        m_phase = Phase::Keys;
    }
    if (m_phase == Phase::Keys && !readKeys(until)) {
        return false;
    }
    if (m_phase == Phase::Numbers) {
        if (!m_numbers.step(until)) {
            return false;
        }
        std::vector<Row> known;
        known.reserve(m_rows.size());
        for (const KeyedRow& key : m_numbers.take()) {
            known.push_back(key.row);
        }
        finish(known);
    } else if (m_phase == Phase::Texts) {
        if (!m_texts->step(until)) {
            return false;
        }
        finish(m_texts->take());
    }
    // Whoever takes them over has work of its own to do.
    return !until.hasExpired();
}

bool LeadSorting::readKeys(const QDeadlineTimer& until)
{
    while (m_next < m_rows.size()) {
        const std::size_t portion = std::min(m_rows.size(), m_next + rowsBetweenLooks);
        for (; m_next < portion; ++m_next) {
            const Row row = m_rows[m_next];
            const bool isLive = m_table.isLive(row); // it may have gone since the last portion
            if (m_order.isText()) {
                (isLive && !m_order.fieldText(row).isEmpty() ? m_withText : m_unknown).push_back(row);
                continue;
            }
            const quint64 key = isLive ? m_order.fieldKey(row) : LeadOrder::unknown;
            if (key == LeadOrder::unknown) {
                m_unknown.push_back(row);
            } else {
                m_known.push_back({key, row});
            }
        }
        if (until.hasExpired()) {
            return false;
        }
    }
    if (m_order.isText()) {
        m_texts.emplace(
            std::move(m_withText),
            [this](Row row) { return m_table.isLive(row) ? m_order.fieldText(row) : QByteArrayView(); },
            m_order.isDescending());
        m_phase = Phase::Texts;
        return true;
    }
    m_numbers = KeySorter(std::exchange(m_known, {}));
    m_phase = Phase::Numbers;
    return true;
}

void LeadSorting::finish(const std::vector<Row>& known)
{
    m_rows = known;
    m_rows.insert(m_rows.end(), m_unknown.begin(), m_unknown.end());
    byGroup();
    m_phase = Phase::Finished;
}

// Last, and keeping the order within: there are few groups, so that counting them does it.
void LeadSorting::byGroup()
{
    if (m_order.grouping() == BoardGrouping::None) {
        return;
    }
    std::vector<std::size_t> next(m_order.groupLimit() + 1, 0);
    for (const Row row : m_rows) {
        ++next[m_order.group(row) + 1];
    }
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<Row> grouped(m_rows.size());
    for (const Row row : m_rows) {
        grouped[next[m_order.group(row)]++] = row;
    }
    m_rows = std::move(grouped);
}

std::vector<LeadTable::Row> LeadSorting::take()
{
    if (!m_touched.empty()) {
        putRight();
    }
    return std::move(m_rows);
}

/// Takes the leads that changed meanwhile out, and puts them in where they belong now.
void LeadSorting::putRight()
{
    std::vector<quint8> isTouched(m_table.rowLimit(), 0);
    std::vector<Row> late;
    for (const Row row : std::exchange(m_touched, {})) {
        if (isTouched[row] == 0 && m_table.isLive(row)) {
            late.push_back(row);
        }
        isTouched[row] = 1;
    }
    std::erase_if(m_rows, [&](Row row) { return isTouched[row] != 0; });
    m_order.sort(late);
    std::vector<Row> merged;
    merged.reserve(m_rows.size() + late.size());
    std::size_t from = 0;
    for (const Row row : late) {
        const std::size_t to = m_order.lowerBound(m_rows, row, from, m_rows.size());
        merged.insert(merged.end(), m_rows.begin() + static_cast<std::ptrdiff_t>(from),
                      m_rows.begin() + static_cast<std::ptrdiff_t>(to));
        merged.push_back(row);
        from = to;
    }
    merged.insert(merged.end(), m_rows.begin() + static_cast<std::ptrdiff_t>(from), m_rows.end());
    m_rows = std::move(merged);
}

} // namespace keyturn
