// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_list_model.h"
#include "models/items/lead_matcher.h"
#include "models/items/lead_order.h"
#include "models/items/lead_presenter.h"
#include "models/items/lead_sorting.h"
#include "models/items/sliced_work.h"

#include <optional>

namespace keyturn {

/// The rows behind a LeadListModel. Filtering and sorting go on in slices of a few milliseconds; what is shown stays
/// as it was until a slice is the last, and a newer request takes the place of an older one.
class LeadListModel::Impl
{
public:
    using Row = LeadTable::Row;

    Impl(LeadListModel& model, LeadStore& leads);

    void scan();
    /// By `column` and `direction`.
    void resort();
    [[nodiscard]] bool isSettled() const { return !m_scan && !m_sorting; }
    void aboutToReplace();
    void replaced();
    void aboutToUpdate(Row row);
    void updated(Row row);
    void added(Row row);
    void aboutToRemove(Row row);
    void shownChanged(Row row);
    [[nodiscard]] QVariant cell(Row row, int column) const;
    [[nodiscard]] LeadOrder makeOrder() const;
    [[nodiscard]] int find(Row row) const;

    LeadListModel& q;
    LeadStore& store;
    LeadPresenter presenter;
    LeadFilter filter;
    int column = LeadListModel::Name;
    Qt::SortOrder direction = Qt::AscendingOrder;
    std::unique_ptr<LeadMatcher> matcher;
    LeadOrder order;
    std::vector<Row> rows;
    qint64 cents = 0;

private:
    struct Scan
    {
        std::unique_ptr<LeadMatcher> matcher;
        Row next = 0;
        std::vector<Row> shown;
        std::vector<Row> touched;
    };

    bool work(const QDeadlineTimer& until);
    void continueScan(const QDeadlineTimer& until);
    void continueSorting(const QDeadlineTimer& until);
    void apply(std::vector<Row> shown);
    void reorder(std::vector<Row> sorted);
    void shiftInAll(std::size_t from);
    void insertSorted(Row row);
    void removeAt(int at);
    void touch(Row row);

    std::vector<Row> m_all; ///< every live lead in the present order: filtering then needs no sorting
    bool m_hasAll = false;  ///< false between another table and its first order
    std::optional<Scan> m_scan;
    std::unique_ptr<LeadSorting> m_sorting;
    std::size_t m_allBefore = 0;
    int m_before = -1;
    qint64 m_centsBefore = 0;
    std::vector<LeadId> m_shownBefore;
    SlicedWork m_work;
    QTimer m_figures;
};

} // namespace keyturn
