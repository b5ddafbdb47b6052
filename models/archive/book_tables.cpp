// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/book_tables.h"

#include "models/storage/connection.h"
#include "models/storage/derived_columns.h"
#include "models/storage/search_index.h"

#include <QMap>
#include <QStringList>

namespace keyturn {

int BookTable::indexOf(const QString& column) const
{
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == column) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

QString BookTable::columnList() const
{
    QStringList names;
    for (const Column& column : columns) {
        names << column.name;
    }
    return names.join(QStringLiteral(", "));
}

Result<std::vector<BookTable>> bookTables(Connection& book)
{
    std::vector<BookTable> tables;
    KEYTURN_TRY(book.select(
        QStringLiteral("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' "
                       "AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'search_*' "
                       "AND name NOT IN ('schema_migrations', 'lead_totals', 'board_stamps', 'board_changes') "
                       "ORDER BY name"),
        [&tables](const Statement& row) {
            BookTable table;
            table.name = row.text(0);
            table.isKeyed = row.text(1).contains(QLatin1String("WITHOUT ROWID"), Qt::CaseInsensitive);
            table.order = table.isKeyed ? QString() : QStringLiteral("rowid");
            tables.push_back(std::move(table));
        }));
    for (BookTable& table : tables) {
        QMap<qint64, QString> keys; // by their place in the key, which may be another than in the table
        KEYTURN_TRY(book.select(
            QStringLiteral("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid"),
            [&](const Statement& row) {
                const QString type = row.text(1);
                table.columns.push_back({row.text(0),
                                         type == QLatin1String("INTEGER") ? BookTable::Type::Integer
                                         : type == QLatin1String("REAL")  ? BookTable::Type::Real
                                         : type == QLatin1String("BLOB")  ? BookTable::Type::Blob
                                                                          : BookTable::Type::Text,
                                         row.flag(2),
                                         {}});
                if (row.integer(3) > 0) {
                    keys.insert(row.integer(3), row.text(0));
                }
            },
            table.name));
        const QStringList key = keys.values();
        if (key.size() == 1 && !table.order.isEmpty()) {
            const int column = table.indexOf(key.front());
            if (table.columns[static_cast<size_t>(column)].type == BookTable::Type::Integer) {
                table.numberColumn = column;
            }
        }
        if (table.isKeyed) {
            for (const QString& column : key) {
                table.stored.push_back(table.indexOf(column));
            }
        }
        for (size_t i = 0; i < table.columns.size(); ++i) {
            if (!table.isKeyed || !key.contains(table.columns[i].name)) {
                table.stored.push_back(static_cast<int>(i));
            }
        }
        if (table.order.isEmpty()) {
            table.order = key.join(QStringLiteral(", "));
        }
        KEYTURN_TRY(book.select(
            QStringLiteral("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)"),
            [&table](const Statement& row) {
                if (const int column = table.indexOf(row.text(0)); column >= 0) {
                    table.columns[static_cast<size_t>(column)].references = row.text(1);
                }
            },
            table.name));
    }
    return tables;
}

Done BareBook::strip(Unique unique)
{
    std::vector<QString> drops;
    KEYTURN_TRY(m_book.select(
        QStringLiteral("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('index', "
                       "'trigger') AND name NOT GLOB 'sqlite_*'"),
        [&](const Statement& row) {
            const bool isIndex = row.text(0) == QLatin1String("index");
            if (unique == Unique::Stays && row.text(2).startsWith(QLatin1String("CREATE UNIQUE"))) {
                return;
            }
            drops.push_back(
                QString((isIndex ? QStringLiteral("DROP INDEX ") : QStringLiteral("DROP TRIGGER ")) + row.text(1)));
            (isIndex ? m_indexes : m_triggers).push_back(row.text(2));
        }));
    m_book.clearStatements();
    for (const QString& drop : drops) {
        KEYTURN_TRY(m_book.script(drop));
    }
    return {};
}

Done BareBook::dress()
{
    for (const QString& sql : m_indexes) {
        KEYTURN_TRY(m_book.script(sql));
    }
    KEYTURN_TRY(recomputeDerived(m_book));
    KEYTURN_TRY(m_book.run(QStringLiteral("UPDATE search_state SET next_row = 0")));
    KEYTURN_TRY(SearchIndex::buildAll(m_book));
    for (const QString& sql : m_triggers) {
        KEYTURN_TRY(m_book.script(sql));
    }
    return m_book.script(QStringLiteral("ANALYZE"));
}

Done beginDraft(Connection& book)
{
    book.clearStatements();
    return book.script(QStringLiteral("PRAGMA journal_mode = OFF;\n"
                                      "PRAGMA synchronous = OFF;\n"
                                      "PRAGMA temp_store = FILE;\n"));
}

Done endDraft(Connection& book)
{
    book.clearStatements();
    return book.script(QStringLiteral("PRAGMA temp_store = MEMORY;\n"
                                      "PRAGMA synchronous = FULL;\n"
                                      "PRAGMA journal_mode = WAL;\n"));
}

} // namespace keyturn
