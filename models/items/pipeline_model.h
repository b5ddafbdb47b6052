// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_filter.h"
#include "models/items/lead_order.h"
#include "models/items/lead_roles.h"
#include "models/items/lead_store.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace keyturn {

/// The board: a tree of stages (in board order) and the leads in them. A column view sets a stage as its root. All
/// leads that pass the filter are rows; they are sorted when somebody first looks into their column, and a change moves
/// one row by binary search. A drop changes nothing here: it asks by `moveRequested`, the store moves the leads.
/// Nothing resets; persistent indexes follow their leads through every change.
class PipelineModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        IsStage = LeadRole::firstFree, ///< bool
        StageKey,
        StageColor,     ///< QColor as #RRGGBB text, as the organization set it
        StagePosition,  ///< int: position among open and won stages, for Theme::stageDot; -1 for an exit
        StageKindValue, ///< int of keyturn::StageKind
        StageIsExit,    ///< bool
        RequiresReason, ///< bool
        Count,          ///< qint64, exact: leads that pass the filter, loaded as cards or not
        TotalCents,     ///< qint64, exact
        TotalText,      ///< "$12,846,500"
        WeightedCents,  ///< qint64: total × win percent, rounded half up
        WeightedText,
        AllCount, ///< without the filter
        AllTotalCents,
        WipLimit,     ///< int, invalid if none
        IsOverLimit,  ///< bool: more leads (without the filter) than the limit
        Collapsed,    ///< bool, kept by this model, settable
        IsProvisional ///< bool: figures come from the book's own totals because not all leads are loaded yet
    };
    Q_ENUM(Role)

    static constexpr auto leadMimeType = "application/x-keyturn-leads";

    explicit PipelineModel(LeadStore& store, QObject* parent = nullptr);
    ~PipelineModel() override;

    void setFilter(const LeadFilter& filter);
    [[nodiscard]] const LeadFilter& filter() const { return m_filter; }
    void setSort(BoardSort sort);
    [[nodiscard]] BoardSort sort() const { return m_sort; }
    /// Within each column the leads of one owner stand together, owners by name, what nobody owns last; each group is
    /// sorted as the column would be.
    void setGrouping(BoardGrouping grouping);
    [[nodiscard]] BoardGrouping grouping() const { return m_grouping; }
    struct Group
    {
        UserId owner; ///< null: nobody
        QString name; ///< "Nobody" too
        int first = 0;
        int rows = 0;
        qint64 count = 0; ///< exact, where not all leads are loaded as cards yet too

        friend bool operator==(const Group&, const Group&) = default;
    };
    /// Of a column, from the top; they hold all its rows. Empty without grouping. Found by search, not by going through
    /// the leads.
    [[nodiscard]] std::vector<Group> groups(const QModelIndex& stage) const;
    /// False while a filter or an order that was asked for is being worked out: columns may still show what was before.
    [[nodiscard]] bool isSettled() const;

    [[nodiscard]] QModelIndex indexOf(LeadId lead) const;
    [[nodiscard]] QModelIndex stageIndex(StageId stage) const;
    /// A null id for a stage or an invalid index.
    [[nodiscard]] LeadId leadAt(const QModelIndex& index) const;
    /// The stage itself, or the stage that the lead stands in.
    [[nodiscard]] StageId stageAt(const QModelIndex& index) const;
    /// For "my order": the leads from the top of the column down to `row`, with `dropped` put in before `row`. `whole`:
    /// and all the others behind them. With groups, a lead keeps to its own: only those of the first one's group are
    /// put in, as near to `row` as the group reaches, and the leads of other groups stay where they are without
    /// grouping. Empty if nothing would change.
    [[nodiscard]] std::vector<LeadId> arrangement(StageId stage, const std::vector<LeadId>& dropped, int row,
                                                  bool whole = false) const;
    /// Where in the column of `stage` the lead stands, or would stand, by the board's order. In "my order", and within
    /// one column, it stands where it is put, `place`, as far as its group reaches.
    [[nodiscard]] int landingRow(StageId stage, LeadId lead, int place) const;

    struct Figures
    {
        qint64 count = 0;
        qint64 cents = 0;
        qint64 weightedCents = 0;
    };
    /// Over all stages that are neither won nor an exit, under the filter.
    [[nodiscard]] Figures openFigures() const;
    /// Over all stages, under the filter.
    [[nodiscard]] Figures allFigures() const;

    [[nodiscard]] static QByteArray encode(const std::vector<LeadId>& leads);
    [[nodiscard]] static std::vector<LeadId> decode(const QMimeData* data);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                       const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    /// Somebody dropped these leads on the stage, before `row` (-1: at the end). Queued.
    void moveRequested(const std::vector<keyturn::LeadId>& leads, keyturn::StageId to, int row);
    /// Counts and totals of some stage changed; at most once a turn of the event loop.
    void figuresChanged();
    void sortChanged();
    /// Other groups are shown, or the same ones by other names.
    void groupingChanged();
    void filterChanged();

private:
    class Impl;
    friend class Impl;
    LeadStore& m_store;
    LeadFilter m_filter;
    BoardSort m_sort = BoardSort::DueFirst;
    BoardGrouping m_grouping = BoardGrouping::None;
    std::unique_ptr<Impl> m_impl;
};

} // namespace keyturn
