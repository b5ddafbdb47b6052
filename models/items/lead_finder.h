// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_search.h"

#include <QDeadlineTimer>

namespace keyturn {

/// The few leads that fit a query best: the name begins with it, a word of the name does, it stands anywhere; among
/// equals the lead that was last spoken with. Goes through the table in portions; what it has found so far is of use at
/// any time.
class LeadFinder
{
public:
    using Row = LeadTable::Row;

    LeadFinder(const LeadTable& table, const QString& query, int limit);

    /// Goes on until it is done (true) or the time is up (false).
    bool step(const QDeadlineTimer& until = QDeadlineTimer(QDeadlineTimer::Forever));
    /// Best first. Rows may have lost their leads since.
    [[nodiscard]] std::vector<Row> best() const;
    /// Leads that fit, as far as it has come.
    [[nodiscard]] qsizetype count() const { return m_count; }

private:
    struct Hit
    {
        LeadSearch::Rank rank;
        Instant lastActivity;
        Row row;
    };

    [[nodiscard]] bool isBetter(const Hit& a, const Hit& b) const;

    const LeadTable& m_table;
    LeadSearch m_search;
    std::size_t m_limit;
    Row m_next = 0;
    qsizetype m_count = 0;
    std::vector<Hit> m_best;
};

} // namespace keyturn
