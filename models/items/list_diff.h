// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

#include <algorithm>
#include <vector>

namespace keyturn {

/// What a model may do to its rows while a list is brought up to date; models hand out access by deriving from this.
class RowAccess : public QAbstractItemModel
{
public:
    using QAbstractItemModel::beginInsertRows;
    using QAbstractItemModel::beginMoveRows;
    using QAbstractItemModel::beginRemoveRows;
    using QAbstractItemModel::endInsertRows;
    using QAbstractItemModel::endMoveRows;
    using QAbstractItemModel::endRemoveRows;
};

/// Turns `rows`, shown under `parent` of `model`, into `wanted` with the fewest surprises: rows are removed, moved,
/// inserted and changed one by one, so that selection and scroll stay. For lists of some hundreds. `identity` tells
/// which row is which, == tells whether it changed.
template<typename Row, typename Identity>
void applyDiff(QAbstractItemModel& owner, std::vector<Row>& rows, std::vector<Row> wanted, const QModelIndex& parent,
               Identity&& identity)
{
    // The begin… and end… functions are protected; naming them through a derived class only changes their access.
    auto begin = [&](auto function, auto... arguments) { return (owner.*function)(arguments...); };
    const auto same = [&](const Row& a, const Row& b) { return identity(a) == identity(b); };
    const auto find = [&](const std::vector<Row>& list, const Row& row, std::size_t from) {
        return static_cast<std::size_t>(std::find_if(list.begin() + static_cast<std::ptrdiff_t>(from), list.end(),
                                                     [&](const Row& other) { return same(row, other); }) -
                                        list.begin());
    };
    for (std::size_t i = rows.size(); i > 0; --i) {
        if (find(wanted, rows[i - 1], 0) == wanted.size()) {
            const int at = static_cast<int>(i) - 1;
            begin(&RowAccess::beginRemoveRows, parent, at, at);
            rows.erase(rows.begin() + at);
            begin(&RowAccess::endRemoveRows);
        }
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const int at = static_cast<int>(i);
        const std::size_t present = find(rows, wanted[i], i);
        if (present == rows.size()) {
            begin(&RowAccess::beginInsertRows, parent, at, at);
            rows.insert(rows.begin() + at, wanted[i]);
            begin(&RowAccess::endInsertRows);
            continue;
        }
        if (present != i) {
            const int from = static_cast<int>(present);
            begin(&RowAccess::beginMoveRows, parent, from, from, parent, at);
            std::rotate(rows.begin() + at, rows.begin() + from, rows.begin() + from + 1);
            begin(&RowAccess::endMoveRows);
        }
        if (!(rows[i] == wanted[i])) {
            rows[i] = wanted[i];
            const QModelIndex index = owner.index(at, 0, parent);
            Q_EMIT owner.dataChanged(index, owner.index(at, owner.columnCount(parent) - 1, parent));
        }
    }
}

} // namespace keyturn
