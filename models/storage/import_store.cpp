// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/import_store.h"

#include "models/domain/import_rows.h"
#include "models/storage/connection.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace keyturn {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::ImportStore)
};

} // namespace

Done ImportStore::begin(Connection& connection, const ImportBatch& batch, const Catalogue& catalogue, Instant now)
{
    const auto hash = batch.sha256.isEmpty() ? std::nullopt : std::optional<QString>(batch.sha256);
    KEYTURN_TRY(connection.run(
        QStringLiteral("INSERT INTO import_batches (id, organization_id, source_name, format, file_sha256, mapping, "
                       "created_by, started_at, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        batch.id, catalogue.organization, batch.sourceName.left(255), batch.format, hash,
        batch.mapping.isEmpty() ? QStringLiteral("{}") : batch.mapping, catalogue.me, now, now, now));
    return batch.request.isEmpty() ? Done() : keepRequest(connection, batch.id, batch.request);
}

Done ImportStore::keepRequest(Connection& desk, ImportBatchId id, const QString& request)
{
    KEYTURN_TRY(desk.run(QStringLiteral("INSERT INTO import_requests (batch_id, request) VALUES (?, ?)"), id, request));
    return {};
}

Result<QHash<ImportBatchId, QString>> ImportStore::requests(Connection& desk)
{
    QHash<ImportBatchId, QString> found;
    KEYTURN_TRY(desk.select(QStringLiteral("SELECT batch_id, request FROM import_requests"),
                            [&found](const Statement& row) { found.insert(row.id<ImportBatchId>(0), row.text(1)); }));
    return found;
}

Done ImportStore::keepChanges(Connection& desk, ImportBatchId id, const ChangeSet& written)
{
    KEYTURN_TRY(desk.run(QStringLiteral("INSERT INTO import_changes (batch_id, change_set) VALUES (?, ?)"), id,
                         qCompress(written.toJsonText(), 1)));
    return {};
}

Done ImportStore::record(Connection& connection, ImportBatchId id, const ImportPlan& taken, Instant now)
{
    KEYTURN_LET(std::optional<ImportBatch> before, batch(connection, id));
    if (!before || before->status != ImportBatch::Status::Running) {
        return fail(Error::Kind::Refused, Texts::tr("This import has ended. Begin a new one."), id.toString());
    }
    countRows(*before, taken.outcomes);
    KEYTURN_TRY(connection.run(
        QStringLiteral("UPDATE import_batches SET rows_total = ?, rows_created = ?, rows_updated = ?, "
                       "rows_duplicate = ?, rows_failed = ?, errors = ?, updated_at = ?, version = version + 1 "
                       "WHERE id = ?"),
        before->total, before->created, before->updated, before->skipped, before->failed,
        importProblemsText(before->problems), now, id));
    return taken.changes.isEmpty() ? Done() : keepChanges(connection, id, taken.changes);
}

Done ImportStore::finish(Connection& connection, ImportBatchId id, ImportBatch::Status status, Instant now)
{
    KEYTURN_LET(const qint64 changed,
                connection.run(QStringLiteral("UPDATE import_batches SET status = ?, finished_at = ?, updated_at = ?, "
                                              "version = version + 1 WHERE id = ?"),
                               importStatusWord(status), now, now, id));
    if (changed != 1) {
        return fail(Error::Kind::Invalid, Texts::tr("There is no such import."), id.toString());
    }
    return {};
}

Result<std::optional<ImportBatch>> ImportStore::batch(Connection& connection, ImportBatchId id)
{
    KEYTURN_LET(const std::optional<Record> row,
                connection.first(
                    QStringLiteral("SELECT import_batches.*, request FROM import_batches "
                                   "LEFT JOIN import_requests ON batch_id = id WHERE deleted_at IS NULL AND id = ?"),
                    id));
    if (!row) {
        return std::nullopt;
    }
    ImportBatch found = importBatchOf(*row);
    found.request = row->text(QStringLiteral("request"));
    return found;
}

Result<std::vector<ImportBatch>> ImportStore::batches(Connection& store, Connection& desk)
{
    KEYTURN_LET(const auto requested, requests(desk));
    std::vector<ImportBatch> found;
    KEYTURN_TRY(store.select(QStringLiteral("SELECT * FROM import_batches WHERE deleted_at IS NULL "
                                            "ORDER BY coalesce(started_at, created_at) DESC, id DESC"),
                             [&](const Statement& row) {
                                 found.push_back(importBatchOf(row.record()));
                                 found.back().request = requested.value(found.back().id);
                             }));
    return found;
}

Result<std::vector<LeadId>> ImportStore::leads(Connection& connection, ImportBatchId id)
{
    std::vector<LeadId> found;
    KEYTURN_TRY(connection.select(
        QStringLiteral("SELECT id FROM leads WHERE import_batch_id = ? AND deleted_at IS NULL"),
        [&found](const Statement& row) { found.push_back(row.id<LeadId>(0)); }, id));
    return found;
}

Result<std::vector<SavedMapping>> ImportStore::mappings(Connection& connection)
{
    std::vector<SavedMapping> found;
    KEYTURN_TRY(
        connection.select(QStringLiteral("SELECT name, fingerprint, mapping FROM import_mappings ORDER BY name"),
                          [&found](const Statement& row) {
                              found.push_back({row.text(0), row.text(1), row.text(2)});
                          }));
    return found;
}

Done ImportStore::keepMapping(Connection& connection, const SavedMapping& mapping, Instant now)
{
    const QString name = mapping.name.simplified();
    if (name.isEmpty() || name.size() > 100) {
        return fail(Error::Kind::Invalid, Texts::tr("A mapping needs a name of at most 100 letters."));
    }
    KEYTURN_TRY(connection.run(QStringLiteral("DELETE FROM import_mappings WHERE name = ?"), name));
    if (!mapping.mapping.isEmpty()) {
        KEYTURN_TRY(
            connection.run(QStringLiteral("INSERT INTO import_mappings (name, fingerprint, mapping, updated_at) "
                                          "VALUES (?, ?, ?, ?)"),
                           name, mapping.fingerprint, mapping.mapping, now));
    }
    return {};
}

Result<std::optional<ImportStore::Chunk>> ImportStore::newest(Connection& connection, ImportBatchId id)
{
    KEYTURN_LET(Statement query,
                connection.prepare(QStringLiteral("SELECT seq, change_set FROM import_changes WHERE batch_id = ? "
                                                  "ORDER BY seq DESC LIMIT 1")));
    query.bind(id);
    KEYTURN_LET(const bool found, query.next());
    if (!found) {
        return std::nullopt;
    }
    const QJsonDocument json = QJsonDocument::fromJson(qUncompress(query.blob(1)));
    KEYTURN_LET(ChangeSet changes, ChangeSet::fromJson(json.object()));
    return Chunk{query.integer(0), std::move(changes)};
}

Done ImportStore::drop(Connection& connection, qint64 seq)
{
    KEYTURN_TRY(connection.run(QStringLiteral("DELETE FROM import_changes WHERE seq = ?"), seq));
    return {};
}

} // namespace keyturn
