// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>

#include <limits>
#include <vector>

namespace keyturn {

/// Finds the row of an id. Holds row numbers only, the ids stay in the column that belongs to the caller and is passed
/// along: six bytes a row instead of the forty of a QHash.
class RowIndex
{
public:
    using Row = quint32;
    using Ids = std::vector<QUuid>;
    static constexpr Row noRow = std::numeric_limits<Row>::max();

    RowIndex();

    void reserve(std::size_t rows, const Ids& ids);
    /// noRow if it is not there.
    [[nodiscard]] Row find(const QUuid& id, const Ids& ids) const;
    /// The id of `row` must not be there yet.
    void insert(Row row, const Ids& ids);
    /// To be called while ids[row] is still what it was.
    void remove(Row row, const Ids& ids);
    [[nodiscard]] qsizetype bytes() const { return static_cast<qsizetype>(m_slots.capacity() * sizeof(Row)); }

private:
    friend class LeadTableImage;

    static constexpr Row emptySlot = noRow;
    static constexpr Row deadSlot = noRow - 1;

    [[nodiscard]] static std::size_t hashOf(const QUuid& id);
    [[nodiscard]] static std::size_t slotsFor(std::size_t rows);
    void place(Row row, const Ids& ids);
    void rebuild(std::size_t slots, const Ids& ids);

    std::vector<Row> m_slots; ///< open addressing; their number is a power of two
    std::size_t m_live = 0;
    std::size_t m_used = 0; ///< live and dead
};

} // namespace keyturn
