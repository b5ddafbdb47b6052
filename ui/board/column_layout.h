// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace keyturn {

/// Where the cards of a column stand, and the headings above its groups: all cards are of one height, so that every
/// position is arithmetic, however many there are. Lengths are logical pixels from the top of the scrolled content.
class ColumnLayout
{
public:
    /// `step`: from the top of one card to the top of the next; `card`: its height. `firsts`: the rows that headings of
    /// the height `heading` stand above, ascending and beginning with 0; none: no headings.
    ColumnLayout(int rows, int step, int card, QList<int> firsts = {}, int heading = 0);

    static constexpr int topPad = 3; ///< the ring around a selected first card stays visible

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int groups() const { return static_cast<int>(m_firsts.size()); }
    [[nodiscard]] int heading() const { return m_firsts.isEmpty() ? 0 : m_heading; }
    [[nodiscard]] int first(int group) const { return m_firsts[group]; }
    /// -1 without groups.
    [[nodiscard]] int groupOf(int row) const;
    /// The group that owns the pixel line; -1 without groups.
    [[nodiscard]] int groupAt(int y) const;
    [[nodiscard]] int headingTop(int group) const;
    /// Rows outside of the column stand where they would if there were more of them.
    [[nodiscard]] int top(int row) const;
    /// The card that `y` lies on; -1 between cards, on a heading and outside.
    [[nodiscard]] int rowAt(int y) const;
    /// The card at `y` or, between two of them, above it, for painting: within the column unless it is empty.
    [[nodiscard]] int rowNear(int y) const;
    /// The place between cards that is nearest to `y`: 0 is above the first card, rows() below the last.
    [[nodiscard]] int gapAt(int y) const;
    [[nodiscard]] int height() const;

    /// Headings and cards as one list, from the top, as a screen reader counts them.
    [[nodiscard]] int entries() const { return m_rows + groups(); }
    [[nodiscard]] int entryOfRow(int row) const { return row + groupOf(row) + 1; }
    [[nodiscard]] int entryOfGroup(int group) const { return m_firsts[group] + group; }
    /// -1 if the entry is a card.
    [[nodiscard]] int groupOfEntry(int entry) const;
    /// -1 if the entry is a heading.
    [[nodiscard]] int rowOfEntry(int entry) const;

private:
    [[nodiscard]] int headingsUpTo(int entry) const;
    /// The first row of the group at `y` and what lies between it and `y`.
    [[nodiscard]] int below(int y, int& first, int& end) const;

    int m_rows;
    int m_step;
    int m_card;
    QList<int> m_firsts;
    int m_heading;
};

} // namespace keyturn
