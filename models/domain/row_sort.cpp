// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/row_sort.h"

#include <algorithm>
#include <array>
#include <utility>

namespace keyturn {

namespace {

constexpr std::size_t fewRows = 128; ///< not worth counting

unsigned digit(quint64 key, unsigned place)
{
    return static_cast<unsigned>(key >> (8 * place)) & 0xffU;
}

} // namespace

void sortByKey(std::vector<KeyedRow>& rows)
{
    if (rows.size() < fewRows) {
        std::stable_sort(rows.begin(), rows.end(), [](const KeyedRow& a, const KeyedRow& b) { return a.key < b.key; });
        return;
    }
    quint64 differing = 0;
    for (const KeyedRow& row : rows) {
        differing |= row.key ^ rows.front().key;
    }
    std::vector<KeyedRow> other(differing == 0 ? 0 : rows.size());
    for (unsigned place = 0; place < 8; ++place) {
        if (digit(differing, place) == 0) {
            continue;
        }
        std::array<std::size_t, 256> begin{};
        for (const KeyedRow& row : rows) {
            ++begin[digit(row.key, place)];
        }
        std::size_t sum = 0;
        for (std::size_t& count : begin) {
            sum += std::exchange(count, sum);
        }
        for (const KeyedRow& row : rows) {
            other[begin[digit(row.key, place)]++] = row;
        }
        rows.swap(other);
    }
}

} // namespace keyturn
