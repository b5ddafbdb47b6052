// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_matcher.h"
#include "models/items/lead_order.h"
#include "models/items/lead_presenter.h"
#include "models/items/lead_sorting.h"
#include "models/items/pipeline_column.h"
#include "models/items/pipeline_model.h"
#include "models/items/sliced_work.h"

#include <memory>
#include <optional>
#include <vector>

namespace keyturn {

/// The columns behind a PipelineModel: who stands where, in which order, and how a change is told. The model itself
/// only translates between indexes and these.
class PipelineModel::Impl
{
public:
    using Row = LeadTable::Row;
    using Column = PipelineColumn;

    explicit Impl(PipelineModel& model);

    void rebuildStages();
    void scan();
    /// By the model's sort and grouping. In a large book in slices; the columns stand as they did until the last one is
    /// done.
    void resort();
    /// Whoever is about to say where something shall stand must see the order that was asked for.
    void finishSorting();
    void nameGroups();
    [[nodiscard]] std::vector<Group> groups(const Column& column) const;
    [[nodiscard]] int landingRow(Column& column, Row lead, int place) const;
    [[nodiscard]] std::vector<LeadId> arrangement(Column& column, const std::vector<LeadId>& dropped, int row,
                                                  bool whole) const;
    [[nodiscard]] bool isSettled() const { return !m_scan && !m_sorting; }

    [[nodiscard]] Column* columnOf(StageId stage) const;
    [[nodiscard]] Column* columnOfRow(Row row) const;
    void ensureSorted(Column& column) const;
    [[nodiscard]] QModelIndex stageIndex(const Column& column) const;

    void aboutToReplace();
    void replaced();
    void aboutToUpdate(Row row);
    void updated(Row row);
    void added(Row row);
    void aboutToRemove(Row row);
    void shownChanged(Row row);
    void figuresDirty(Column* column);

    [[nodiscard]] Figures figures(const Column& column) const;
    [[nodiscard]] bool countsFromBook() const;
    [[nodiscard]] QVariant stageData(const Column& column, int role) const;

    PipelineModel& q;
    LeadStore& store;
    LeadPresenter presenter;
    std::unique_ptr<LeadMatcher> matcher;
    LeadOrder order;
    std::vector<std::unique_ptr<Column>> columns;

private:
    struct Place
    {
        Column* column = nullptr; ///< null: not shown
        Column* stage = nullptr;  ///< where it counts
        std::size_t at = 0;
        qint64 cents = 0;
    };
    /// A filter on its way: first all leads are looked at, then the columns are brought up to date.
    struct Scan
    {
        std::unique_ptr<LeadMatcher> matcher; ///< null once all leads have been looked at
        Row next = 0;
        std::vector<std::vector<Row>> shown; ///< by the column's position, as all below
        std::vector<qint64> allCount, allCents;
        std::vector<Row> touched; ///< changed since this began
        std::size_t applied = 0;  ///< so many columns
    };

    bool work(const QDeadlineTimer& until);
    void takeOrder();
    void touch(Row row);
    void walk(const QDeadlineTimer& until);
    void finishWalk();
    [[nodiscard]] std::vector<Row> judged(const Column& column, std::vector<Row> shown) const;
    void apply(Column& column, std::vector<Row> shown);
    void removeRuns(Column& column, const std::vector<quint8>& stays);
    void insertSorted(Column& column, Row row);
    void reorder(Column& column, std::vector<Row> rows);
    [[nodiscard]] Place placeOf(Row row) const;
    void leave(const Place& place, Row row);
    void flushFigures();
    [[nodiscard]] LeadOrder makeOrder() const;
    [[nodiscard]] std::pair<std::size_t, std::size_t> groupOf(const Column& column, Row lead) const;
    [[nodiscard]] std::vector<Row> ungrouped(const Column& column) const;

    Place m_before;
    std::vector<std::vector<LeadId>> m_shownBefore;
    std::optional<Scan> m_scan;
    std::unique_ptr<LeadSorting> m_sorting; ///< on its way; `order` is the one before
    SlicedWork m_work;
    QTimer m_figures;
    std::vector<StageId> m_dirty;
};

} // namespace keyturn
