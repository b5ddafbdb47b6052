// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/text_order.h"
#include "models/items/lead_order.h"

#include <optional>

namespace keyturn {

/// Brings many leads into an order, in portions. Begins with the order by name, which the table always has, so that
/// only one field is left to sort by and nothing is compared. The table may change between two portions, if this is
/// told of every lead that does.
class LeadSorting
{
public:
    using Row = LeadTable::Row;

    /// The rows must be live and be named once each.
    LeadSorting(const LeadOrder& order, std::vector<Row> rows);
    Q_DISABLE_COPY_MOVE(LeadSorting)

    [[nodiscard]] const LeadOrder& order() const { return m_order; }
    /// The lead of this row has changed, has come, or is about to go.
    void touch(Row row) { m_touched.push_back(row); }
    /// Goes on until it is done (true) or the time is up (false).
    bool step(const QDeadlineTimer& until = QDeadlineTimer(QDeadlineTimer::Forever));
    /// The rows in order; once, after step() said that it is done.
    [[nodiscard]] std::vector<Row> take();

private:
    void byName();
    bool readKeys(const QDeadlineTimer& until);
    void finish(const std::vector<Row>& known);
    void byGroup();
    void putRight();

    enum class Phase { Names, Keys, Numbers, Texts, Finished };

    LeadOrder m_order;
    const LeadTable& m_table;
    std::vector<Row> m_rows;
    Phase m_phase = Phase::Names;
    std::size_t m_next = 0;
    std::vector<KeyedRow> m_known;
    KeySorter m_numbers;
    std::vector<Row> m_withText;
    std::vector<Row> m_unknown;
    std::optional<TextSorter> m_texts;
    std::vector<Row> m_touched;
};

} // namespace keyturn
