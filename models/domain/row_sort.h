// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>

#include <utility>
#include <vector>

namespace keyturn {

/// A row number and what it is sorted by.
struct KeyedRow
{
    quint64 key = 0;
    quint32 row = 0;
};

/// Sorts by `key`, ascending; rows with the same key keep their order. Counts digits instead of comparing: a hundred
/// thousand rows take a millisecond or two, less if their keys are alike in some bytes. In portions, so that whoever
/// has a window to keep alive can stop in between.
class KeySorter
{
public:
    KeySorter() = default;
    explicit KeySorter(std::vector<KeyedRow> rows)
        : m_rows(std::move(rows))
    {}

    /// Goes on until it is done (true) or the time is up (false); one portion at least, some milliseconds for a
    /// million.
    bool step(const QDeadlineTimer& until = QDeadlineTimer(QDeadlineTimer::Forever));
    /// The rows in order; once, after step() said that it is done.
    [[nodiscard]] std::vector<KeyedRow> take() { return std::move(m_rows); }

private:
    void begin();
    void sortByDigit(unsigned place);

    std::vector<KeyedRow> m_rows;
    std::vector<KeyedRow> m_other;
    quint64 m_differing = 0; ///< the bits in which not all keys are alike
    unsigned m_place = 0;    ///< of the next digit
    bool m_hasBegun = false;
};

/// The same at once.
void sortByKey(std::vector<KeyedRow>& rows);

} // namespace keyturn
