// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/row_sort.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDeadlineTimer>

#include <functional>
#include <optional>
#include <vector>

namespace keyturn {

/// How people's texts are sorted: without case and accents, so that Émile stands beside Emily.
/// Eight letters of the text, from letter 8 × `block` on, as a number that sorts like them; 0 beyond its end.
quint64 sortBlock(QByteArrayView utf8, int block = 0);
/// < 0, 0 or > 0.
int compareTexts(QByteArrayView a, QByteArrayView b);

/// Sorts row numbers by the texts they stand for, in portions, so that whoever has a window to keep alive can stop in
/// between. Equal texts keep the order in which their rows were given. The texts must not change meanwhile, or the
/// places of their rows are anywhere.
class TextSorter
{
public:
    using Row = quint32;
    using TextOf = std::function<QByteArrayView(Row)>;

    TextSorter(std::vector<Row> rows, TextOf textOf, bool descending = false);

    /// Goes on until it is done (true) or the time is up (false).
    bool step(const QDeadlineTimer& until = QDeadlineTimer(QDeadlineTimer::Forever));
    /// The rows in order; once, after step() said that it is done.
    [[nodiscard]] std::vector<Row> take() { return std::move(m_rows); }

private:
    /// rows[begin, end) are alike in all letters before `block`.
    struct Group
    {
        std::size_t begin;
        std::size_t end;
        int block;
    };

    void part(const Group& group);
    void spread(const Group& group, const std::vector<KeyedRow>& keys);

    std::vector<Row> m_rows;
    TextOf m_textOf;
    bool m_descending;
    std::vector<KeyedRow> m_keys; ///< of the first block, being made
    bool m_hasBegun = false;
    std::optional<KeySorter> m_first;
    std::vector<Group> m_groups; ///< still to be parted
};

} // namespace keyturn
