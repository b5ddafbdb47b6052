// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/row_sort.h"

#include <algorithm>
#include <array>

namespace keyturn {

namespace {

constexpr std::size_t fewRows = 128; ///< not worth counting
constexpr unsigned digits = 8;

unsigned digit(quint64 key, unsigned place)
{
    return static_cast<unsigned>(key >> (8 * place)) & 0xffU;
}

} // namespace

bool KeySorter::step(const QDeadlineTimer& until)
{
    if (!m_hasBegun) {
        begin();
        if (until.hasExpired()) {
            return false;
        }
    }
    while (m_place < digits) {
        const unsigned place = m_place++;
        if (digit(m_differing, place) != 0) {
            sortByDigit(place);
            if (until.hasExpired() && m_place < digits) {
                return false;
            }
        }
    }
    return true;
}

void KeySorter::begin()
{
    m_hasBegun = true;
    if (m_rows.size() < fewRows) {
        std::stable_sort(m_rows.begin(), m_rows.end(),
                         [](const KeyedRow& a, const KeyedRow& b) { return a.key < b.key; });
        return;
    }
    for (const KeyedRow& row : m_rows) {
        m_differing |= row.key ^ m_rows.front().key;
    }
    m_other.resize(m_differing == 0 ? 0 : m_rows.size());
}

void KeySorter::sortByDigit(unsigned place)
{
    std::array<std::size_t, 256> begin{};
    for (const KeyedRow& row : m_rows) {
        ++begin[digit(row.key, place)];
    }
    std::size_t sum = 0;
    for (std::size_t& count : begin) {
        sum += std::exchange(count, sum);
    }
    for (const KeyedRow& row : m_rows) {
        m_other[begin[digit(row.key, place)]++] = row;
    }
    m_rows.swap(m_other);
}

void sortByKey(std::vector<KeyedRow>& rows)
{
    KeySorter sorter(std::move(rows));
    sorter.step();
    rows = sorter.take();
}

} // namespace keyturn
