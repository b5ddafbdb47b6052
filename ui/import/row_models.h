// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/lead_importer.h"
#include "ui/kit/theme.h"

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace keyturn {

/// The first rows of a file as they will be read.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const TableLook& look);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    QStringList m_columns;
    std::vector<QStringList> m_rows;
};

/// Rows that were skipped or failed, and cells that no field could take, with the reasons; one kind of them at a time.
/// What happened to many rows for the same reason stands there once.
class ReasonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Line, Rows, What, Reason, columnTotal };
    enum class Kind { Failed, Skipped, KeptAside };

    ReasonModel(Theme& theme, QObject* parent = nullptr);

    void show(const ImportReport& report);
    void show(const std::vector<RowOutcome>& left);
    void setKind(Kind kind);
    /// Of rows or cells, however few entries tell of them.
    [[nodiscard]] qint64 count(Kind kind) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Entry
    {
        std::vector<qint64> lines; ///< the first of them
        qint64 total = 0;
        QString what;
        QString reason;
    };
    struct Entries
    {
        std::vector<Entry> list;
        QHash<std::pair<QString, QString>, size_t> places; ///< of what and reason
        qint64 total = 0;

        void add(qint64 line, const QString& what, const QString& reason);
    };
    void clear();
    [[nodiscard]] const Entries& of(Kind kind) const;

    Theme& m_theme;
    Kind m_kind = Kind::Failed;
    Entries m_failed;
    Entries m_skipped;
    Entries m_aside;
};

} // namespace keyturn
