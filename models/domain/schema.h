// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace keyturn {

/// The type words of the data model. They decide how a value is stored in each database and how it reads in a Record.
enum class ColumnType {
    Uuid,
    Text,
    Enum,
    Vocab,
    Int,
    Big,
    Bool,
    Money,
    Pct3,
    Score01,
    Real,
    Date,
    Time,
    Ts,
    Json,
    Blob,
    Hash,
};

struct ColumnSpec
{
    QString name;
    ColumnType type = ColumnType::Text;
    int maxLength = 0; ///< characters; 0: no limit
    bool nullable = false;
    bool derived = false; ///< a cache that the store computes itself: never written by a change set
    QString defaultValue; ///< as text ("0", "true", "{}", "cold"); null if there is none
    QStringList values;   ///< Enum: the closed list
    QString references;   ///< table that it points at; empty if it is no foreign key

    /// True for values that travel as qint64.
    [[nodiscard]] bool isInteger() const;
    /// True for values that travel as double.
    [[nodiscard]] bool isReal() const { return type == ColumnType::Score01 || type == ColumnType::Real; }
};

/// What a table is made of. The one whitelist for table and column names in generated SQL, and the one place where the
/// closed lists stand.
struct TableSpec
{
    enum class Bundle {
        Std,     ///< id, organization_id, created_at, updated_at, version
        StdDel,  ///< Std and deleted_at
        Log,     ///< append-only; version is always 1
        Content, ///< append-only bytes by their SHA-256
        Local,   ///< of this desk only: never synced, no version; written by key
    };

    QString name;
    QString key; ///< column that RowChange::id names
    Bundle bundle = Bundle::Std;
    std::vector<ColumnSpec> columns; ///< in the order of the table

    [[nodiscard]] const ColumnSpec* column(const QString& wanted) const;
    [[nodiscard]] bool hasColumn(const QString& wanted) const { return column(wanted) != nullptr; }
    [[nodiscard]] bool hasVersion() const { return bundle != Bundle::Local && bundle != Bundle::Content; }
    [[nodiscard]] bool hasDeletedAt() const { return bundle == Bundle::StdDel; }
    [[nodiscard]] bool isAppendOnly() const { return bundle == Bundle::Log || bundle == Bundle::Content; }

    QHash<QString, int> columnIndex; ///< name to position in `columns`
};

/// All tables, parents before children.
const std::vector<TableSpec>& tableSpecs();

/// Nothing if there is no such table.
const TableSpec* tableSpec(const QString& name);

} // namespace keyturn
