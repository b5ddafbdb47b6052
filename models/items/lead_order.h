// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_filter.h"
#include "models/items/lead_store.h"

#include <vector>

namespace keyturn {

/// One strict order of all leads: by an integer made of the field, then by name, then by id. Sorting compares integers
/// nearly always; a single lead finds its place by binary search. Unknown values come last in both directions.
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
    struct Key
    {
        quint64 field = 0;
        quint64 name = 0;
        Row row = 0;
    };

    LeadOrder(const LeadStore& store, Field field, Qt::SortOrder order);
    static LeadOrder ofBoard(const LeadStore& store, BoardSort sort);

    [[nodiscard]] Key key(Row row) const;
    [[nodiscard]] bool less(const Key& a, const Key& b) const;
    void sort(std::vector<Row>& rows) const;
    /// Where `row` belongs among `rows`, which are sorted and need not hold it.
    [[nodiscard]] std::size_t lowerBound(const std::vector<Row>& rows, Row row) const;
    /// The same within rows[from, to).
    [[nodiscard]] std::size_t lowerBound(const std::vector<Row>& rows, Row row, std::size_t from, std::size_t to) const;
    /// The row at `at` has new values: where it belongs among the others, counted without it; `at` if it may stay.
    [[nodiscard]] std::size_t newPlace(const std::vector<Row>& rows, std::size_t at) const;
    /// Where `row` is; rows.size() if it is not there.
    [[nodiscard]] std::size_t find(const std::vector<Row>& rows, Row row) const;

private:
    [[nodiscard]] quint64 fieldKey(Row row) const;
    [[nodiscard]] QByteArrayView fieldText(Row row) const;
    [[nodiscard]] bool isText() const;
    /// Places of the small numbers of a column when their texts are sorted; made again when there are more of them.
    [[nodiscard]] quint64 place(std::size_t index, std::size_t limit) const;

    const LeadStore* m_store;
    Field m_field;
    bool m_descending;
    mutable std::vector<quint32> m_places;
};

} // namespace keyturn
