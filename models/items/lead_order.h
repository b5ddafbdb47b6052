// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_filter.h"
#include "models/items/lead_store.h"

#include <limits>
#include <vector>

namespace keyturn {

/// What stands together within the columns of the board.
enum class BoardGrouping { None, Owner };

/// One strict order of all leads: by group if there are groups, by an integer made of the field, then by name, then by
/// id. A single lead finds its place by binary search; many are sorted by LeadSorting. Unknown values come last in both
/// directions, and so do leads that nobody owns.
class LeadOrder
{
public:
    using Row = LeadTable::Row;
    enum class Field {
        TaskDue,
        MyOrder,
        Created,
        StageEntered,
        Value,
        LockExpires,
        Name,
        Stage,
        Program,
        Purpose,
        Ltv,
        Fico,
        Temperature,
        Owner,
        Source,
        Phone,
        Email,
        Tags,
        Task,
        Closing,
        LastActivity,
        Score,
    };
    /// What stands in place of a value that is not known.
    static constexpr quint64 unknown = std::numeric_limits<quint64>::max();
    struct Key
    {
        quint64 field = 0;
        Row row = 0;
        quint32 group = 0;
    };

    LeadOrder(const LeadStore& store, Field field, Qt::SortOrder order);
    static LeadOrder ofBoard(const LeadStore& store, BoardSort sort, BoardGrouping grouping = BoardGrouping::None);

    [[nodiscard]] const LeadStore& store() const { return *m_store; }
    [[nodiscard]] Field field() const { return m_field; }
    [[nodiscard]] bool isDescending() const { return m_descending; }
    /// True if the key holds only the beginning of a text.
    [[nodiscard]] bool isText() const;
    [[nodiscard]] QByteArrayView fieldText(Row row) const;
    [[nodiscard]] quint64 fieldKey(Row row) const;
    [[nodiscard]] BoardGrouping grouping() const { return m_grouping; }
    /// Where the lead's group stands among all groups; always 0 without grouping. Rows that are not live come last.
    [[nodiscard]] quint32 group(Row row) const;
    /// So many groups there may be; group() stays below.
    [[nodiscard]] std::size_t groupLimit() const;
    /// Both keep the same groups in the same order.
    [[nodiscard]] bool groupsLike(const LeadOrder& other) const;
    [[nodiscard]] Key key(Row row) const { return {fieldKey(row), row, group(row)}; }
    [[nodiscard]] bool less(const Key& a, const Key& b) const;
    /// At once, however many there are.
    void sort(std::vector<Row>& rows) const;
    /// Where `row` belongs among `rows`, which are sorted and need not hold it.
    [[nodiscard]] std::size_t lowerBound(const std::vector<Row>& rows, Row row) const;
    /// The same within rows[from, to).
    [[nodiscard]] std::size_t lowerBound(const std::vector<Row>& rows, Row row, std::size_t from, std::size_t to) const;
    /// The row at `at` has new values: where it belongs among the others, counted without it; `at` if it may stay.
    [[nodiscard]] std::size_t newPlace(const std::vector<Row>& rows, std::size_t at) const;
    /// Where the rows of the group of rows[from] end. Rows beyond `from` that are out of order make the answer
    /// meaningless, yet it lies behind `from` and within `rows`.
    [[nodiscard]] std::size_t groupEnd(const std::vector<Row>& rows, std::size_t from) const;
    /// Where `row` is; rows.size() if it is not there.
    [[nodiscard]] std::size_t find(const std::vector<Row>& rows, Row row) const;

private:
    /// Places of the small numbers of a column when their texts are sorted; made again when there are more of them.
    [[nodiscard]] quint64 place(std::size_t index, std::size_t limit) const;
    [[nodiscard]] const std::vector<quint32>& groupPlaces() const;

    const LeadStore* m_store;
    Field m_field;
    bool m_descending;
    BoardGrouping m_grouping = BoardGrouping::None;
    mutable std::vector<quint32> m_places;
    mutable std::vector<quint32> m_groupPlaces; ///< by the table's number of the owner
};

} // namespace keyturn
