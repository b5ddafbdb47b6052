// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/row_values.h"

#include "models/domain/schema.h"

#include <QCoreApplication>

#include <cmath>

namespace keyturn {

namespace {

using Kind = Error::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};

/// The default of the column as a canonical value.
QVariant defaultOf(const ColumnSpec& column)
{
    if (column.defaultValue.isNull()) {
        return {};
    }
    if (column.type == ColumnType::Bool) {
        return qint64{column.defaultValue == QLatin1String("true") ? 1 : 0};
    }
    if (column.isInteger()) {
        return column.defaultValue.toLongLong();
    }
    if (column.isReal()) {
        return column.defaultValue.toDouble();
    }
    return column.defaultValue;
}

} // namespace

tl::unexpected<Error> unknownPlace(const QString& name)
{
    return fail(Kind::Invalid, Words::tr("The book has no place for this. Nothing was saved."), name);
}

Result<QVariant> canonicalValue(const ColumnSpec& column, const QVariant& value)
{
    if (!value.isValid()) {
        return QVariant();
    }
    if (column.isInteger()) {
        return QVariant(value.toLongLong());
    }
    if (column.isReal()) {
        // Two decimals in both databases.
        return QVariant(std::round(value.toDouble() * 100) / 100);
    }
    if (column.type == ColumnType::Blob) {
        return QVariant(value.toByteArray());
    }
    const QString text = value.toString();
    if (text.contains(QChar(u'\0'))) {
        return fail(Kind::Invalid, Words::tr("The text contains a character that cannot be stored. Nothing was saved."),
                    column.name);
    }
    return QVariant(text);
}

Result<std::vector<QVariant>> completeRow(const TableSpec& table, const RowChange& row, const RowFilling& filling)
{
    std::vector<QVariant> values(table.columns.size());
    for (size_t i = 0; i < values.size(); ++i) {
        const QString& name = table.columns[i].name;
        if (name == QLatin1String("organization_id")) {
            values[i] = filling.organization;
        } else if (name == QLatin1String("created_at") || name == QLatin1String("updated_at")) {
            values[i] = filling.at.ms;
        } else {
            values[i] = defaultOf(table.columns[i]);
        }
    }
    const auto place = [&](const QString& name) { return static_cast<size_t>(table.columnIndex.value(name)); };
    for (const FieldChange& field : row.fields) {
        const ColumnSpec* column = table.column(field.column);
        if (column == nullptr) {
            return unknownPlace(table.name + u'.' + field.column);
        }
        KEYTURN_LET(QVariant value, canonicalValue(*column, field.after));
        values[place(field.column)] = value;
    }
    const ColumnSpec& key = *table.column(table.key);
    KEYTURN_LET(values[place(table.key)], canonicalValue(key, row.id));
    if (table.bundle == TableSpec::Bundle::Log) {
        values[place(QStringLiteral("updated_at"))] = values[place(QStringLiteral("created_at"))];
    }
    if (table.hasVersion()) {
        values[place(QStringLiteral("version"))] = qint64{1};
    }
    return values;
}

} // namespace keyturn
