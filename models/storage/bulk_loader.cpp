// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/bulk_loader.h"

#include "models/domain/schema.h"
#include "models/storage/board_stamps.h"
#include "models/storage/connection.h"
#include "models/storage/derived_columns.h"
#include "models/storage/row_values.h"
#include "models/storage/search_index.h"

namespace keyturn {

namespace {

// Pages of a whole load fit less often into SQLite's usual 2 MB than they are needed again.
constexpr int cacheKibibytes = 262'144;

/// Where each column of the table gets its value from: a position in the batch, or -1 for what is filled in.
std::vector<int> sources(const TableSpec& table, const RowBatch& batch)
{
    std::vector<int> found(table.columns.size(), -1);
    for (qsizetype i = 0; i < batch.columns.size(); ++i) {
        found[static_cast<size_t>(table.columnIndex.value(batch.columns.at(i)))] = static_cast<int>(i);
    }
    return found;
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
    const QString tail =
        table.bundle == TableSpec::Bundle::Content ? QStringLiteral(" ON CONFLICT DO NOTHING") : QString();
    return QStringLiteral("INSERT INTO ") + writableName(dialect, table) + QStringLiteral(" (") +
           names.join(QStringLiteral(", ")) + QStringLiteral(") VALUES (") + places.join(QStringLiteral(", ")) +
           QStringLiteral(")") + tail;
}

} // namespace

BulkLoader::BulkLoader(Connection& connection, Transaction transaction, DeviceId device, Instant now)
    : m_connection(connection)
    , m_transaction(std::move(transaction))
    , m_chain(device)
    , m_now(now)
{}

BulkLoader::~BulkLoader() = default;

Result<std::unique_ptr<BulkLoader>> BulkLoader::begin(Connection& connection, DeviceId device, Instant now)
{
    qint64 usualCache = 0;
    if (connection.isSqlite()) {
        KEYTURN_LET(usualCache, connection.number(QStringLiteral("PRAGMA cache_size")));
        KEYTURN_TRY(connection.script(QStringLiteral("PRAGMA cache_size = -%1").arg(cacheKibibytes)));
    }
    KEYTURN_LET(Transaction transaction, Transaction::begin(connection));
    std::unique_ptr<BulkLoader> loader(new BulkLoader(connection, std::move(transaction), device, now));
    loader->m_usualCache = usualCache;
    KEYTURN_TRY(loader->m_chain.load(connection));
    KEYTURN_LET(loader->m_organization, ChangeSetWriter::organization(connection));
    KEYTURN_LET(const qint64 leads,
                connection.number(QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM leads LIMIT 1) l")));
    if (connection.isSqlite() && leads == 0) {
        KEYTURN_TRY(loader->strip());
    }
    return loader;
}

Done BulkLoader::strip()
{
    std::vector<QString> drops;
    KEYTURN_TRY(m_connection.select(
        QStringLiteral("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND (type = 'index' OR name IN "
                       "('leads_totals_insert', 'lead_activities_derive', 'communications_derive_insert', "
                       "'lead_merged_derive') OR "
                       "(type = 'trigger' "
                       "AND (name GLOB 'search_*' OR name GLOB 'board_notes_*')))"),
        [&](const Statement& row) {
            const QString name = row.text(1);
            drops.push_back(row.text(0) == QLatin1String("index") ? QString(QStringLiteral("DROP INDEX ") + name)
                                                                  : QString(QStringLiteral("DROP TRIGGER ") + name));
            m_toRestore.push_back(row.text(2));
        }));
    KEYTURN_TRY(BoardStamps::forget(m_connection));
    m_connection.clearStatements();
    for (const QString& drop : drops) {
        KEYTURN_TRY(m_connection.script(drop));
    }
    m_isStripped = true;
    return {};
}

Done BulkLoader::restore()
{
    for (const QString& sql : m_toRestore) {
        if (sql.startsWith(QLatin1String("CREATE TRIGGER"))) {
            continue;
        }
        KEYTURN_TRY(m_connection.script(sql));
    }
    KEYTURN_TRY(recomputeDerived(m_connection));
    KEYTURN_TRY(m_connection.run(QStringLiteral("UPDATE search_state SET next_row = 0")));
    KEYTURN_TRY(SearchIndex::buildAll(m_connection));
    for (const QString& sql : m_toRestore) {
        if (sql.startsWith(QLatin1String("CREATE TRIGGER"))) {
            KEYTURN_TRY(m_connection.script(sql));
        }
    }
    // Without statistics the planner guesses, and a book of this size should not be the first to find out.
    return m_connection.script(QStringLiteral("ANALYZE"));
}

Done BulkLoader::fillOrganization(const RowBatch& batch)
{
    if (m_organization.isEmpty() && batch.table != QLatin1String("organizations")) {
        KEYTURN_LET(m_organization, ChangeSetWriter::organization(m_connection));
    }
    return {};
}

Done BulkLoader::add(const RowBatch& batch)
{
    const TableSpec* table = tableSpec(batch.table);
    if (table == nullptr) {
        return unknownPlace(batch.table);
    }
    for (const QString& column : batch.columns) {
        if (!table->hasColumn(column)) {
            return unknownPlace(batch.table + u'.' + column);
        }
    }
    KEYTURN_TRY(fillOrganization(batch));
    RowChange empty;
    empty.table = batch.table;
    KEYTURN_LET(const std::vector<QVariant> blank, completeRow(*table, empty, {m_organization, m_now}));
    const std::vector<int> from = sources(*table, batch);
    const bool isLog = table->bundle == TableSpec::Bundle::Log;
    const bool isChained = table->name == QLatin1String("lead_activities");
    const auto createdAt = static_cast<size_t>(table->columnIndex.value(QStringLiteral("created_at"), 0));
    const auto updatedAt = static_cast<size_t>(table->columnIndex.value(QStringLiteral("updated_at"), 0));
    KEYTURN_LET(Statement statement, m_connection.prepare(insertSql(m_connection.dialect(), *table)));
    std::vector<QVariant> values(blank.size());
    for (const std::vector<QVariant>& row : batch.rows) {
        for (size_t i = 0; i < values.size(); ++i) {
            values[i] = from[i] >= 0 ? row[static_cast<size_t>(from[i])] : blank[i];
        }
        if (isLog || (from[updatedAt] < 0 && table->hasVersion())) {
            values[updatedAt] = values[createdAt];
        }
        if (isChained) {
            m_chain.append(values);
        }
        for (size_t i = 0; i < values.size(); ++i) {
            if (!table->columns[i].derived) {
                statement.bindValue(values[i]);
            }
        }
        KEYTURN_TRY(statement.run());
    }
    return {};
}

Done BulkLoader::finish()
{
    KEYTURN_TRY(m_chain.store(m_connection, m_now));
    if (m_isStripped) {
        KEYTURN_TRY(restore());
    }
    KEYTURN_TRY(SearchIndex::catchUp(m_connection));
    KEYTURN_TRY(m_transaction.commit());
    m_connection.clearStatements();
    if (m_connection.isSqlite()) {
        KEYTURN_TRY(m_connection.script(QStringLiteral("PRAGMA cache_size = %1").arg(m_usualCache)));
    }
    return {};
}

} // namespace keyturn
