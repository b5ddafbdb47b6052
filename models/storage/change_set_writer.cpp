// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/change_set_writer.h"

#include "models/domain/schema.h"
#include "models/storage/connection.h"
#include "models/storage/row_values.h"
#include "models/storage/search_index.h"

#include <QCoreApplication>
#include <QHash>

namespace keyturn {

namespace {

using Kind = Error::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};

QString upsertTail(Dialect dialect, const TableSpec& table, const QStringList& columns)
{
    if (table.bundle == TableSpec::Bundle::Content) {
        return QStringLiteral(" ON CONFLICT DO NOTHING");
    }
    if (table.bundle != TableSpec::Bundle::Local) {
        return {};
    }
    QStringList sets;
    for (const QString& column : columns) {
        if (column != table.key) {
            sets << QString(column + QStringLiteral(" = excluded.") + column);
        }
    }
    // On a server a row of a desk belongs to its user too.
    const QString target = dialect == Dialect::Sqlite
                               ? QString(u'(' + table.key + u')')
                               : QString(QStringLiteral("ON CONSTRAINT ") + table.name + QStringLiteral("_pkey"));
    return QStringLiteral(" ON CONFLICT ") + target + QStringLiteral(" DO UPDATE SET ") +
           sets.join(QStringLiteral(", "));
}

QString insertSql(Dialect dialect, const TableSpec& table)
{
    QStringList names;
    QStringList places;
    for (const ColumnSpec& column : table.columns) {
        if (!column.derived) {
            names << column.name;
            places << placeholder(dialect, column);
        }
    }
    return QStringLiteral("INSERT INTO ") + writableName(dialect, table) + QStringLiteral(" (") +
           names.join(QStringLiteral(", ")) + QStringLiteral(") VALUES (") + places.join(QStringLiteral(", ")) +
           QStringLiteral(")") + upsertTail(dialect, table, names);
}

QHash<QString, QString> insertSqls(Dialect dialect)
{
    QHash<QString, QString> all;
    for (const TableSpec& table : tableSpecs()) {
        all.insert(table.name, insertSql(dialect, table));
    }
    return all;
}

Done insertRow(Connection& connection, const TableSpec& table, const std::vector<QVariant>& values)
{
    // Put together once: a bulk command inserts thousands of rows.
    static const QHash<QString, QString> forSqlite = insertSqls(Dialect::Sqlite);
    static const QHash<QString, QString> forPostgres = insertSqls(Dialect::Postgres);
    const QString sql = (connection.isSqlite() ? forSqlite : forPostgres).value(table.name);
    KEYTURN_LET(Statement statement, connection.prepare(sql));
    for (size_t i = 0; i < values.size(); ++i) {
        if (!table.columns[i].derived) {
            statement.bindValue(values[i]);
        }
    }
    KEYTURN_TRY(statement.run());
    return {};
}

/// The new row with what was filled in, so that whoever hears of it need not ask the book.
RowChange written(const TableSpec& table, const RowChange& row, const std::vector<QVariant>& values)
{
    RowChange result = row;
    std::vector<bool> isThere(values.size());
    for (FieldChange& field : result.fields) {
        const auto place = static_cast<size_t>(table.columnIndex.value(field.column));
        isThere[place] = true;
        if (field.column != table.key && !table.columns[place].derived && values[place].isValid()) {
            field.after = values[place];
        }
    }
    for (size_t i = 0; i < values.size(); ++i) {
        const ColumnSpec& column = table.columns[i];
        if (column.name == table.key || column.derived || !values[i].isValid()) {
            continue;
        }
        if (!isThere[i] && (column.defaultValue.isNull() || column.name == QLatin1String("version"))) {
            result.fields.push_back(FieldChange{column.name, {}, values[i]});
        }
    }
    return result;
}

/// Tables of this desk have no version: a row that is not there yet is made, and one whose required column becomes null
/// goes away.
Done updateLocalRow(Connection& connection, const TableSpec& table, const RowChange& row)
{
    const Dialect dialect = connection.dialect();
    const QString where =
        QStringLiteral(" WHERE ") + table.key + QStringLiteral(" = ") + placeholder(dialect, *table.column(table.key));
    QStringList sets;
    std::vector<QVariant> values;
    for (const FieldChange& field : row.fields) {
        const ColumnSpec* column = table.column(field.column);
        if (column == nullptr) {
            return unknownPlace(table.name + u'.' + field.column);
        }
        if (!column->nullable && !field.after.isValid()) {
            const QString sql = QStringLiteral("DELETE FROM ") + writableName(dialect, table) + where;
            KEYTURN_TRY(connection.run(sql, row.id));
            return {};
        }
        if (column->name != table.key) {
            KEYTURN_LET(QVariant value, canonicalValue(*column, field.after));
            sets << QString(column->name + QStringLiteral(" = ") + placeholder(dialect, *column));
            values.push_back(value);
        }
    }
    if (sets.isEmpty()) {
        return {};
    }
    const QString sql = QStringLiteral("UPDATE ") + writableName(dialect, table) + QStringLiteral(" SET ") +
                        sets.join(QStringLiteral(", ")) + where;
    KEYTURN_LET(Statement statement, connection.prepare(sql));
    for (const QVariant& value : values) {
        statement.bindValue(value);
    }
    statement.bind(row.id);
    KEYTURN_LET(const qint64 changed, statement.run());
    if (changed > 0) {
        return {};
    }
    KEYTURN_LET(const std::vector<QVariant> complete, completeRow(table, row, {}));
    return insertRow(connection, table, complete);
}

Done updateRow(Connection& connection, const TableSpec& table, const RowChange& row, Instant at)
{
    if (table.isAppendOnly()) {
        return fail(Kind::Refused, Words::tr("The log cannot be changed. Nothing was saved."), table.name);
    }
    QStringList sets;
    std::vector<QVariant> values;
    for (const FieldChange& field : row.fields) {
        const ColumnSpec* column = table.column(field.column);
        if (column == nullptr) {
            return unknownPlace(table.name + u'.' + field.column);
        }
        if (column->derived || column->name == table.key || column->name == QLatin1String("version") ||
            column->name == QLatin1String("updated_at")) {
            continue;
        }
        KEYTURN_LET(QVariant value, canonicalValue(*column, field.after));
        sets << QString(column->name + QStringLiteral(" = ") + placeholder(connection.dialect(), *column));
        values.push_back(value);
    }
    if (sets.isEmpty()) {
        return {};
    }
    const ColumnSpec& key = *table.column(table.key);
    const ColumnSpec& updatedAt = *table.column(QStringLiteral("updated_at"));
    const QString sql = QStringLiteral("UPDATE ") + writableName(connection.dialect(), table) +
                        QStringLiteral(" SET ") + sets.join(QStringLiteral(", ")) + QStringLiteral(", updated_at = ") +
                        placeholder(connection.dialect(), updatedAt) +
                        QStringLiteral(", version = version + 1 WHERE ") + table.key + QStringLiteral(" = ") +
                        placeholder(connection.dialect(), key) + QStringLiteral(" AND version = ?");
    KEYTURN_LET(Statement statement, connection.prepare(sql));
    for (const QVariant& value : values) {
        statement.bindValue(value);
    }
    statement.bindAll(at, row.id, row.version);
    KEYTURN_LET(const qint64 changed, statement.run());
    if (changed == 0) {
        return fail(Kind::Conflict,
                    Words::tr("This was changed elsewhere in the meantime. Nothing was saved. Look at it "
                              "again before you repeat your change."),
                    QString(table.name + u' ' + row.id));
    }
    return {};
}

} // namespace

Result<QString> ChangeSetWriter::organization(Connection& connection)
{
    KEYTURN_LET(const std::optional<Record> row,
                connection.first(QStringLiteral("SELECT id FROM organizations ORDER BY created_at, id LIMIT 1")));
    return row ? row->text(QStringLiteral("id")) : QString();
}

Result<ChangeSet> ChangeSetWriter::apply(Connection& connection, const ChangeSet& changes, DeviceChain& chain,
                                         const Told& told)
{
    constexpr std::size_t toldEvery = 256;
    ChangeSet result = changes;
    RowFilling filling{{}, changes.at};
    bool isChained = false;
    std::size_t rows = 0;
    for (RowChange& row : result.rows) {
        if (told && rows % toldEvery == 0) {
            told(rows);
        }
        ++rows;
        const TableSpec* table = tableSpec(row.table);
        if (table == nullptr) {
            return unknownPlace(row.table);
        }
        if (row.kind == RowChange::Kind::Update) {
            KEYTURN_TRY(table->bundle == TableSpec::Bundle::Local ? updateLocalRow(connection, *table, row)
                                                                  : updateRow(connection, *table, row, changes.at));
            continue;
        }
        if (filling.organization.isEmpty() && table->hasColumn(QStringLiteral("organization_id"))) {
            KEYTURN_LET(filling.organization, organization(connection));
        }
        KEYTURN_LET(std::vector<QVariant> values, completeRow(*table, row, filling));
        if (table->name == QLatin1String("lead_activities")) {
            if (!isChained) {
                KEYTURN_TRY(chain.load(connection));
                isChained = true;
            }
            chain.append(values);
        }
        KEYTURN_TRY(insertRow(connection, *table, values));
        row = written(*table, row, values);
    }
    if (isChained) {
        KEYTURN_TRY(chain.store(connection, changes.at));
    }
    KEYTURN_TRY(SearchIndex::catchUp(connection));
    return result;
}

Result<ChangeSet> ChangeSetWriter::complete(const ChangeSet& changes, const QString& organization, DeviceChain& chain)
{
    ChangeSet result = changes;
    const RowFilling filling{organization, changes.at};
    for (RowChange& row : result.rows) {
        const TableSpec* table = tableSpec(row.table);
        if (table == nullptr) {
            return unknownPlace(row.table);
        }
        if (row.kind == RowChange::Kind::Update) {
            continue;
        }
        KEYTURN_LET(std::vector<QVariant> values, completeRow(*table, row, filling));
        if (table->name == QLatin1String("lead_activities")) {
            chain.append(values);
        }
        row = written(*table, row, values);
    }
    return result;
}

} // namespace keyturn
