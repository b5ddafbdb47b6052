// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/timeline_layout.h"

#include <algorithm>

namespace keyturn {

TimelineLayout::TimelineLayout(int estimate)
    : m_estimate(estimate)
{}

int TimelineLayout::height(int row) const
{
    const int measured = m_heights[index(row)];
    return measured > 0 ? measured : m_estimate;
}

int TimelineLayout::top(int row) const
{
    int sum = 0;
    for (int i = row; i > 0; i -= i & -i) {
        sum += m_sums[index(i)];
    }
    return sum;
}

int TimelineLayout::rowAt(int y) const
{
    if (m_heights.empty()) {
        return -1;
    }
    int step = 1;
    while (step * 2 <= count()) {
        step *= 2;
    }
    int row = 0;
    int left = std::max(y, 0);
    for (; step > 0; step /= 2) {
        const int next = row + step;
        if (next <= count() && m_sums[index(next)] <= left) {
            row = next;
            left -= m_sums[index(next)];
        }
    }
    return std::min(row, count() - 1);
}

int TimelineLayout::setHeight(int row, int height)
{
    const int delta = height - this->height(row);
    m_heights[index(row)] = height;
    if (delta != 0) {
        add(row, delta);
    }
    return delta;
}

void TimelineLayout::forget(int row)
{
    add(row, m_estimate - height(row));
    m_heights[index(row)] = 0;
}

void TimelineLayout::forgetAll()
{
    std::fill(m_heights.begin(), m_heights.end(), 0);
    rebuild();
}

void TimelineLayout::insert(int row, int count)
{
    m_heights.insert(m_heights.begin() + row, index(count), 0);
    rebuild();
}

void TimelineLayout::remove(int row, int count)
{
    m_heights.erase(m_heights.begin() + row, m_heights.begin() + row + count);
    rebuild();
}

void TimelineLayout::reset(int count)
{
    m_heights.assign(index(count), 0);
    rebuild();
}

void TimelineLayout::rebuild()
{
    const int n = count();
    m_sums.assign(index(n) + 1, 0);
    for (int i = 1; i <= n; ++i) {
        m_sums[index(i)] += height(i - 1);
        const int parent = i + (i & -i);
        if (parent <= n) {
            m_sums[index(parent)] += m_sums[index(i)];
        }
    }
}

void TimelineLayout::add(int row, int delta)
{
    for (int i = row + 1; i <= count(); i += i & -i) {
        m_sums[index(i)] += delta;
    }
}

} // namespace keyturn
