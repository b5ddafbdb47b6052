// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_finder.h"

#include <algorithm>

namespace keyturn {

namespace {

constexpr LeadTable::Row rowsBetweenLooks = 4096;

} // namespace

LeadFinder::LeadFinder(const LeadTable& table, const QString& query, int limit)
    : m_table(table)
    , m_search(table, query)
    , m_limit(static_cast<std::size_t>(std::max(0, limit)))
{}

bool LeadFinder::isBetter(const Hit& a, const Hit& b) const
{
    if (a.rank != b.rank) {
        return a.rank > b.rank;
    }
    return a.lastActivity != b.lastActivity ? a.lastActivity > b.lastActivity
                                            : m_table.uuid(a.row) < m_table.uuid(b.row);
}

bool LeadFinder::step(const QDeadlineTimer& until)
{
    if (m_search.isEmpty() || m_limit == 0) {
        return true;
    }
    const auto better = [this](const Hit& a, const Hit& b) { return isBetter(a, b); };
    while (m_next < m_table.rowLimit()) {
        const Row portion = std::min(m_table.rowLimit(), m_next + rowsBetweenLooks);
        for (; m_next < portion; ++m_next) {
            if (!m_table.isLive(m_next) || !m_search.fits(m_next)) {
                continue;
            }
            ++m_count;
            const Hit hit{m_search.rank(m_next), m_table.lastActivityAt(m_next), m_next};
            if (m_best.size() == m_limit && !isBetter(hit, m_best.back())) {
                continue;
            }
            m_best.insert(std::upper_bound(m_best.begin(), m_best.end(), hit, better), hit);
            if (m_best.size() > m_limit) {
                m_best.pop_back();
            }
        }
        if (m_next < m_table.rowLimit() && until.hasExpired()) {
            return false;
        }
    }
    return true;
}

std::vector<LeadFinder::Row> LeadFinder::best() const
{
    std::vector<Row> rows;
    rows.reserve(m_best.size());
    for (const Hit& hit : m_best) {
        rows.push_back(hit.row);
    }
    return rows;
}

} // namespace keyturn
