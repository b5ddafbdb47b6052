// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/column_layout.h"

#include <algorithm>
#include <utility>

namespace keyturn {

ColumnLayout::ColumnLayout(int rows, int step, int card, QList<int> firsts, int heading)
    : m_rows(rows)
    , m_step(step)
    , m_card(card)
    , m_firsts(std::move(firsts))
    , m_heading(heading)
{}

int ColumnLayout::groupOf(int row) const
{
    return std::max(0, static_cast<int>(std::ranges::upper_bound(m_firsts, row) - m_firsts.begin()) - 1) -
           (m_firsts.isEmpty() ? 1 : 0);
}

int ColumnLayout::headingTop(int group) const
{
    return topPad + m_firsts[group] * m_step + group * m_heading;
}

int ColumnLayout::groupAt(int y) const
{
    int low = 0;
    int high = groups();
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (headingTop(middle) <= y) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return m_firsts.isEmpty() ? -1 : std::max(0, low - 1);
}

int ColumnLayout::top(int row) const
{
    return topPad + row * m_step + (groupOf(row) + 1) * heading();
}

int ColumnLayout::below(int y, int& first, int& end) const
{
    const int group = groupAt(y);
    first = group < 0 ? 0 : m_firsts[group];
    end = group < 0 || group + 1 == groups() ? m_rows : m_firsts[group + 1];
    return y - (group < 0 ? topPad : headingTop(group) + m_heading);
}

int ColumnLayout::rowAt(int y) const
{
    int first = 0;
    int end = 0;
    const int within = below(y, first, end);
    if (within < 0 || within % m_step >= m_card) {
        return -1;
    }
    const int row = first + within / m_step;
    return row < end ? row : -1;
}

int ColumnLayout::rowNear(int y) const
{
    int first = 0;
    int end = 0;
    const int within = below(y, first, end);
    const int row = within < 0 ? first : std::min(end - 1, first + within / m_step);
    return std::clamp(row, 0, std::max(0, m_rows - 1));
}

int ColumnLayout::gapAt(int y) const
{
    int first = 0;
    int end = 0;
    const int within = below(y, first, end);
    return std::clamp(within < 0 ? first : first + (within + m_step / 2) / m_step, first, end);
}

int ColumnLayout::headingsUpTo(int entry) const
{
    int low = 0;
    int high = groups();
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (entryOfGroup(middle) <= entry) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

int ColumnLayout::groupOfEntry(int entry) const
{
    const int group = headingsUpTo(entry) - 1;
    return group >= 0 && entryOfGroup(group) == entry ? group : -1;
}

int ColumnLayout::rowOfEntry(int entry) const
{
    return groupOfEntry(entry) >= 0 ? -1 : entry - headingsUpTo(entry);
}

int ColumnLayout::height() const
{
    return topPad + m_rows * m_step + groups() * heading();
}

} // namespace keyturn
