// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/lead_importer.h"
#include "ui/kit/theme.h"

#include <QAbstractTableModel>

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
class ReasonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Line, What, Reason, columnTotal };
    enum class Kind { Failed, Skipped, KeptAside };

    ReasonModel(Theme& theme, QObject* parent = nullptr);

    void show(const ImportReport& report);
    void show(const std::vector<RowOutcome>& left);
    void setKind(Kind kind);
    [[nodiscard]] int count(Kind kind) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Entry
    {
        qint64 line = 0;
        QString what;
        QString reason;
    };
    [[nodiscard]] const std::vector<Entry>& shown() const;

    Theme& m_theme;
    Kind m_kind = Kind::Failed;
    std::vector<Entry> m_failed;
    std::vector<Entry> m_skipped;
    std::vector<Entry> m_aside;
};

} // namespace keyturn
