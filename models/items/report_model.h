// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"
#include "models/workspace/workspace.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>

namespace keyturn {

/// A report as a table: asked for, kept while a newer one is on its way, sorted, in words. Of two questions only the
/// later one is answered. Below the rows stands their sum, if the report has one, whatever they are sorted by.
class ReportModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        RawValue = Qt::UserRole + 1, ///< as in ReportTable
        RowKey,                      ///< QString; empty for the sum
        ColumnKey,
        ColumnKind, ///< int of ReportColumn::Kind
        IsSum,
        Opens,     ///< there are leads behind this figure
        ExactText, ///< nothing rounded or shortened
        Lead,      ///< keyturn::LeadId that the row is about; null: none
    };
    Q_ENUM(Role)

    explicit ReportModel(Workspace& workspace, QObject* parent = nullptr);
    ~ReportModel() override;

    /// Which columns are shown, in this order. A key that the report has not ("bar") is an empty column. Empty: all.
    void setShown(const QStringList& columns);
    [[nodiscard]] const QStringList& shown() const { return m_shown; }

    /// Only rows whose key pleases `isWanted` are shown; to be set before anything is asked.
    void setWanted(const std::function<bool(const QString& key)>& isWanted) { m_isWanted = isWanted; }

    void ask(const ReportRequest& request);
    /// Lets go of the question under way.
    void cancel();
    /// Shows this table, keeping what is the same.
    void setTable(const ReportTable& all);
    [[nodiscard]] const ReportTable& table() const { return m_table; }
    [[nodiscard]] bool isLoading() const { return m_outdated != nullptr; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// Rows without the sum.
    [[nodiscard]] int entryCount() const { return static_cast<int>(m_order.size()); }
    /// The value in a row as it is sorted now.
    [[nodiscard]] QVariant value(int row, const QString& column) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    /// A question was asked, answered or let go.
    void progressed();
    void failed(const keyturn::Error& error);

private:
    [[nodiscard]] ReportTable wanted(const ReportTable& table) const;
    void take(const ReportTable& table);
    void arrange();
    [[nodiscard]] std::vector<std::size_t> sorted(const ReportTable& table) const;
    [[nodiscard]] bool isLess(const QVariant& a, const QVariant& b) const;
    [[nodiscard]] const ReportTable::Row& rowAt(int row) const;
    [[nodiscard]] QString textOf(const QVariant& value, const ReportColumn& column, bool exact) const;

    Workspace& m_workspace;
    std::function<bool(const QString& key)> m_isWanted;
    QStringList m_shown;
    std::vector<int> m_columns; ///< of the shown ones: place in the table, or -1
    ReportTable m_table;
    std::vector<std::size_t> m_order; ///< row as shown → row of the table
    QString m_sortedBy;               ///< key of a column; empty: as the report has them
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::shared_ptr<std::atomic_bool> m_outdated; ///< of the question under way
    bool m_loaded = false;
};

} // namespace keyturn
