// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/dialect.h"

namespace keyturn {

QString writableName(Dialect dialect, const TableSpec& table)
{
    return writableName(dialect, table.name);
}

QString writableName(Dialect dialect, const QString& table)
{
    return dialect == Dialect::Sqlite ? table : QString(QStringLiteral("keyturn.") + table);
}

QString placeholder(Dialect dialect, const ColumnSpec& column)
{
    if (dialect == Dialect::Sqlite) {
        return QStringLiteral("?");
    }
    switch (column.type) {
    case ColumnType::Uuid:
        return QStringLiteral("?::uuid");
    case ColumnType::Text:
    case ColumnType::Enum:
    case ColumnType::Vocab:
    case ColumnType::Hash:
        return QStringLiteral("?::text");
    case ColumnType::Int:
    case ColumnType::Pct3:
        return QStringLiteral("?::integer");
    case ColumnType::Big:
    case ColumnType::Money:
        return QStringLiteral("?::bigint");
    case ColumnType::Bool:
        return QStringLiteral("(?::integer)::boolean");
    case ColumnType::Score01:
    case ColumnType::Real:
        return QStringLiteral("?::numeric");
    case ColumnType::Date:
        return QStringLiteral("?::date");
    case ColumnType::Time:
        return QStringLiteral("?::time");
    case ColumnType::Ts:
        return QStringLiteral("to_timestamp(?::bigint / 1000.0)");
    case ColumnType::Json:
        return QStringLiteral("?::jsonb");
    case ColumnType::Blob:
        return QStringLiteral("?::bytea");
    }
    return QStringLiteral("?");
}

QString canonicalColumn(Dialect dialect, const ColumnSpec& column)
{
    if (dialect == Dialect::Sqlite) {
        return column.name;
    }
    switch (column.type) {
    case ColumnType::Uuid:
    case ColumnType::Json:
        return column.name + QStringLiteral("::text");
    case ColumnType::Bool:
        return column.name + QStringLiteral("::integer");
    case ColumnType::Score01:
    case ColumnType::Real:
        return column.name + QStringLiteral("::float8");
    case ColumnType::Date:
        return QStringLiteral("to_char(") + column.name + QStringLiteral(", 'YYYY-MM-DD')");
    case ColumnType::Time:
        return QStringLiteral("to_char(") + column.name + QStringLiteral(", 'HH24:MI')");
    case ColumnType::Ts:
        return QStringLiteral("(extract(epoch FROM ") + column.name + QStringLiteral(") * 1000)::bigint");
    default:
        return column.name;
    }
}

} // namespace keyturn
