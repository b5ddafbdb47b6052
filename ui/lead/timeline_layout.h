// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace keyturn {

/// Where each row of a long list of unequal rows stands, in logical pixels. Rows that nobody has looked at yet count
/// with an estimate, so that 100,000 of them cost nothing; finding a row and moving its height are O(log n).
class TimelineLayout
{
public:
    explicit TimelineLayout(int estimate);

    [[nodiscard]] int count() const { return static_cast<int>(m_heights.size()); }
    [[nodiscard]] bool isMeasured(int row) const { return m_heights[index(row)] > 0; }
    [[nodiscard]] int height(int row) const;
    /// Top of `row`; of count(): the bottom of all.
    [[nodiscard]] int top(int row) const;
    [[nodiscard]] int total() const { return top(count()); }
    /// The row that covers `y`, clamped to the first and last; -1 when there are none.
    [[nodiscard]] int rowAt(int y) const;

    /// Answers by how many pixels everything below has moved.
    int setHeight(int row, int height);
    /// Back to the estimate, because its content changed.
    void forget(int row);
    void forgetAll();
    void insert(int row, int count);
    void remove(int row, int count);
    void reset(int count);

private:
    static std::size_t index(int row) { return static_cast<std::size_t>(row); }
    void rebuild();
    void add(int row, int delta);

    int m_estimate;
    std::vector<int> m_heights; ///< 0: not measured
    std::vector<int> m_sums;    ///< Fenwick tree over height()
};

} // namespace keyturn
