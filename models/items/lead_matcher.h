// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_filter.h"
#include "models/domain/lead_search.h"
#include "models/items/lead_store.h"

#include <functional>

namespace keyturn {

/// A LeadFilter made ready for asking it 100,000 times: lists become look-ups by number, days become moments. Holds for
/// the table of the store and for the minute in which it was made.
class LeadMatcher
{
public:
    LeadMatcher(const LeadStore& store, const LeadFilter& filter);

    [[nodiscard]] bool accepts(LeadTable::Row row) const;
    /// True if the passing of time alone can change the answer.
    [[nodiscard]] bool dependsOnTime() const;

private:
    /// Answers for the small numbers of a column, asked for once each.
    class Flags
    {
    public:
        [[nodiscard]] bool at(std::size_t index, const std::function<bool(std::size_t)>& decide) const;

    private:
        mutable std::vector<qint8> m_known;
    };

    const LeadStore& m_store;
    const LeadTable& m_table;
    LeadFilter m_filter;
    LeadSearch m_search;
    unsigned m_temperatures = 0;
    Instant m_enteredBefore;
    Instant m_silentSince;
    int m_today = 0;
    Flags m_stages, m_owners, m_open, m_sources, m_programs, m_tags;
};

} // namespace keyturn
