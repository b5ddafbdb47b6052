// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/row_index.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace keyturn {

namespace {

// Four fifths full: a search looks at three slots on average, which mostly share a line of the cache.
constexpr std::size_t fullOf = 4;
constexpr std::size_t fullIn = 5;

} // namespace

RowIndex::RowIndex()
    : m_slots(64, emptySlot)
{}

std::size_t RowIndex::hashOf(const QUuid& id)
{
    quint64 halves[2];
    static_assert(sizeof(QUuid) == sizeof halves);
    std::memcpy(halves, &id, sizeof halves);
    quint64 mixed = halves[0] * 0x9E3779B97F4A7C15ULL ^ halves[1];
    mixed ^= mixed >> 32U;
    mixed *= 0xD6E8FEB86659FD93ULL;
    return static_cast<std::size_t>(mixed ^ (mixed >> 29U));
}

std::size_t RowIndex::slotsFor(std::size_t rows)
{
    std::size_t slots = 64;
    while (slots * fullOf < rows * fullIn) {
        slots *= 2;
    }
    return slots;
}

void RowIndex::reserve(std::size_t rows, const Ids& ids)
{
    const std::size_t slots = slotsFor(rows);
    if (slots > m_slots.size()) {
        rebuild(slots, ids);
    }
}

RowIndex::Row RowIndex::find(const QUuid& id, const Ids& ids) const
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = hashOf(id) & mask;; slot = (slot + 1) & mask) {
        const Row row = m_slots[slot];
        if (row == emptySlot) {
            return noRow;
        }
        if (row != deadSlot && ids[row] == id) {
            return row;
        }
    }
}

void RowIndex::insert(Row row, const Ids& ids)
{
    if ((m_used + 1) * fullIn > m_slots.size() * fullOf) {
        rebuild(slotsFor(m_live + 1 + m_live / 8), ids);
    }
    place(row, ids);
    ++m_live;
    ++m_used;
}

void RowIndex::place(Row row, const Ids& ids)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hashOf(ids[row]) & mask;
    while (m_slots[slot] != emptySlot) {
        slot = (slot + 1) & mask;
    }
    m_slots[slot] = row;
}

void RowIndex::remove(Row row, const Ids& ids)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hashOf(ids[row]) & mask;
    while (m_slots[slot] != row) {
        slot = (slot + 1) & mask;
    }
    m_slots[slot] = deadSlot;
    --m_live;
}

void RowIndex::rebuild(std::size_t slots, const Ids& ids)
{
    const std::vector<Row> before = std::exchange(m_slots, std::vector<Row>(slots, emptySlot));
    m_used = m_live;
    for (const Row row : before) {
        if (row != emptySlot && row != deadSlot) {
            place(row, ids);
        }
    }
}

} // namespace keyturn
