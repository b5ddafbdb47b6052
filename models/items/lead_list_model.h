// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_filter.h"
#include "models/items/lead_roles.h"
#include "models/items/lead_store.h"

#include <QAbstractTableModel>

#include <memory>

namespace keyturn {

/// The leads as a table: all that pass the filter, sorted by one column and then by name. Every cell also answers the
/// roles of LeadRole for its lead.
class LeadListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Stage,
        Amount,
        Program,
        Purpose,
        Ltv,
        Fico,
        Temperature,
        Owner,
        Source,
        Phone,
        Email,
        Tags,
        NextTask,
        Due,
        LockExpires,
        Closing,
        DaysInStage,
        LastActivity,
        Created,
        Score,
        columnTotal
    };
    Q_ENUM(Column)

    explicit LeadListModel(LeadStore& store, QObject* parent = nullptr);
    ~LeadListModel() override;

    void setFilter(const LeadFilter& filter);
    [[nodiscard]] const LeadFilter& filter() const;
    [[nodiscard]] int sortColumn() const;
    [[nodiscard]] Qt::SortOrder sortOrder() const;
    /// False while a filter or an order that was asked for is being worked out: the rows are still those of before.
    [[nodiscard]] bool isSettled() const;

    [[nodiscard]] QModelIndex indexOf(LeadId lead, int column = Name) const;
    [[nodiscard]] LeadId leadAt(int row) const;
    [[nodiscard]] LeadId leadAt(const QModelIndex& index) const;
    /// Sum over the filtered leads.
    [[nodiscard]] qint64 totalCents() const;
    /// Stable name of a column, for settings: "name", "next_task" …
    [[nodiscard]] static QString columnKey(int column);
    /// -1 if there is none.
    [[nodiscard]] static int columnOf(const QString& key);
    [[nodiscard]] static bool isNumeric(int column);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    /// Number of rows or total changed; at most once a turn of the event loop.
    void figuresChanged();

private:
    class Impl;
    friend class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace keyturn
