// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/schema.h"

#include "models/domain/schema_tables.h"

#include <QLatin1String>

namespace keyturn {

namespace {

using Bundle = TableSpec::Bundle;

ColumnType typeFromWord(QStringView word)
{
    static const QHash<QString, ColumnType> words{
        {QStringLiteral("uuid"), ColumnType::Uuid}, {QStringLiteral("text"), ColumnType::Text},
        {QStringLiteral("enum"), ColumnType::Enum}, {QStringLiteral("vocab"), ColumnType::Vocab},
        {QStringLiteral("int"), ColumnType::Int},   {QStringLiteral("big"), ColumnType::Big},
        {QStringLiteral("bool"), ColumnType::Bool}, {QStringLiteral("money"), ColumnType::Money},
        {QStringLiteral("pct3"), ColumnType::Pct3}, {QStringLiteral("score01"), ColumnType::Score01},
        {QStringLiteral("real"), ColumnType::Real}, {QStringLiteral("date"), ColumnType::Date},
        {QStringLiteral("time"), ColumnType::Time}, {QStringLiteral("ts"), ColumnType::Ts},
        {QStringLiteral("json"), ColumnType::Json}, {QStringLiteral("blob"), ColumnType::Blob},
        {QStringLiteral("hash"), ColumnType::Hash},
    };
    Q_ASSERT(words.contains(word.toString()));
    return words.value(word.toString());
}

ColumnSpec readColumn(const QString& line)
{
    const QStringList parts = line.split(u' ');
    ColumnSpec spec;
    spec.name = parts.at(0);
    QString word = parts.at(1);
    if (word.endsWith(u'?')) {
        spec.nullable = true;
        word.chop(1);
    }
    if (const auto open = word.indexOf(u'('); open >= 0) {
        const QString inside = word.mid(open + 1, word.size() - open - 2);
        word.truncate(open);
        if (word == QLatin1String("enum")) {
            spec.values = inside.split(u'|');
        } else {
            spec.maxLength = inside.toInt();
        }
    }
    spec.type = typeFromWord(word);
    for (qsizetype i = 2; i < parts.size(); ++i) {
        if (parts.at(i) == QLatin1String("derived")) {
            spec.derived = true;
        } else if (parts.at(i) == QLatin1String("=")) {
            spec.defaultValue = parts.at(++i);
        } else if (parts.at(i) == QLatin1String("->")) {
            spec.references = parts.at(++i);
        }
    }
    return spec;
}

void add(TableSpec& table, const ColumnSpec& column)
{
    table.columnIndex.insert(column.name, static_cast<int>(table.columns.size()));
    table.columns.push_back(column);
}

void add(TableSpec& table, const char* line)
{
    add(table, readColumn(QString::fromLatin1(line)));
}

TableSpec beginTable(const QStringList& head)
{
    TableSpec table;
    table.name = head.at(1);
    const QString& bundle = head.at(2);
    table.key = QStringLiteral("id");
    if (bundle == QLatin1String("local")) {
        table.bundle = Bundle::Local;
        table.key = head.at(3);
    } else if (bundle == QLatin1String("content")) {
        table.bundle = Bundle::Content;
        table.key = QStringLiteral("sha256");
        add(table, "sha256 hash");
        add(table, "organization_id uuid -> organizations");
    } else {
        table.bundle = bundle == QLatin1String("std+del") ? Bundle::StdDel
                       : bundle == QLatin1String("log")   ? Bundle::Log
                                                          : Bundle::Std;
        add(table, "id uuid");
        if (bundle != QLatin1String("org")) {
            add(table, "organization_id uuid -> organizations");
        }
    }
    return table;
}

void endTable(TableSpec& table)
{
    if (table.bundle == Bundle::Local) {
        return;
    }
    add(table, "created_at ts");
    if (table.bundle == Bundle::Content) {
        return;
    }
    add(table, "updated_at ts");
    add(table, "version int = 1");
    if (table.bundle == Bundle::StdDel) {
        add(table, "deleted_at ts?");
    }
}

std::vector<TableSpec> readTables()
{
    std::vector<TableSpec> tables;
    const QStringList lines = QString::fromLatin1(schema::tables).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        if (line.startsWith(QLatin1String("table "))) {
            if (!tables.empty()) {
                endTable(tables.back());
            }
            tables.push_back(beginTable(line.split(u' ')));
        } else {
            add(tables.back(), readColumn(line));
        }
    }
    endTable(tables.back());
    return tables;
}

} // namespace

bool ColumnSpec::isInteger() const
{
    switch (type) {
    case ColumnType::Int:
    case ColumnType::Big:
    case ColumnType::Bool:
    case ColumnType::Money:
    case ColumnType::Pct3:
    case ColumnType::Ts:
        return true;
    default:
        return false;
    }
}

const ColumnSpec* TableSpec::column(const QString& wanted) const
{
    const auto found = columnIndex.constFind(wanted);
    return found == columnIndex.constEnd() ? nullptr : &columns[static_cast<size_t>(*found)];
}

const std::vector<TableSpec>& tableSpecs()
{
    static const std::vector<TableSpec> tables = readTables();
    return tables;
}

const TableSpec* tableSpec(const QString& name)
{
    static const QHash<QString, const TableSpec*> byName = [] {
        QHash<QString, const TableSpec*> index;
        for (const TableSpec& table : tableSpecs()) {
            index.insert(table.name, &table);
        }
        return index;
    }();
    return byName.value(name, nullptr);
}

} // namespace keyturn
