// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/import_store.h"

#include "models/storage/connection.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace keyturn {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::ImportStore)
};

constexpr size_t mostProblems = 1000;

struct StatusWord
{
    ImportBatch::Status status;
    const char* word;
};

constexpr std::array statusWords{
    StatusWord{ImportBatch::Status::Running, "running"},
    StatusWord{ImportBatch::Status::Completed, "completed"},
    StatusWord{ImportBatch::Status::Failed, "failed"},
    StatusWord{ImportBatch::Status::Undone, "undone"},
};

QString wordOf(ImportBatch::Status status)
{
    for (const StatusWord& known : statusWords) {
        if (known.status == status) {
            return QString::fromLatin1(known.word);
        }
    }
    return {};
}

ImportBatch::Status statusOf(const QString& word)
{
    for (const StatusWord& known : statusWords) {
        if (word == QLatin1String(known.word)) {
            return known.status;
        }
    }
    return ImportBatch::Status::Failed;
}

QString toText(const std::vector<ImportBatch::Problem>& problems)
{
    QJsonArray list;
    for (const ImportBatch::Problem& problem : problems) {
        list.append(QJsonObject{{QStringLiteral("row"), problem.line}, {QStringLiteral("message"), problem.message}});
    }
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

std::vector<ImportBatch::Problem> problemsFrom(const QString& text)
{
    std::vector<ImportBatch::Problem> problems;
    const QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue& value : list) {
        problems.push_back({value[QStringLiteral("row")].toInteger(), value[QStringLiteral("message")].toString()});
    }
    return problems;
}

ImportBatch batchFrom(const Statement& row)
{
    ImportBatch batch;
    batch.id = row.id<ImportBatchId>(0);
    batch.sourceName = row.text(1);
    batch.format = row.text(2);
    batch.sha256 = row.text(3);
    batch.mapping = row.text(4);
    batch.status = statusOf(row.text(5));
    batch.total = row.integer(6);
    batch.created = row.integer(7);
    batch.updated = row.integer(8);
    batch.skipped = row.integer(9);
    batch.failed = row.integer(10);
    batch.problems = problemsFrom(row.text(11));
    batch.startedAt = Instant{row.integer(12)};
    if (!row.isNull(13)) {
        batch.finishedAt = Instant{row.integer(13)};
    }
    batch.request = row.text(14);
    return batch;
}

const QString& selectBatches()
{
    static const QString sql = QStringLiteral(
        "SELECT id, source_name, format, coalesce(file_sha256, ''), mapping, status, rows_total, rows_created, "
        "rows_updated, rows_duplicate, rows_failed, errors, coalesce(started_at, created_at), finished_at, "
        "coalesce(request, '') FROM import_batches LEFT JOIN import_requests ON batch_id = id "
        "WHERE deleted_at IS NULL");
    return sql;
}

} // namespace

Done ImportStore::begin(Connection& connection, const ImportBatch& batch, const Catalogue& catalogue, Instant now)
{
    const auto hash = batch.sha256.isEmpty() ? std::nullopt : std::optional<QString>(batch.sha256);
    KEYTURN_TRY(connection.run(
        QStringLiteral("INSERT INTO import_batches (id, organization_id, source_name, format, file_sha256, mapping, "
                       "created_by, started_at, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        batch.id, catalogue.organization, batch.sourceName.left(255), batch.format, hash,
        batch.mapping.isEmpty() ? QStringLiteral("{}") : batch.mapping, catalogue.me, now, now, now));
    if (!batch.request.isEmpty()) {
        KEYTURN_TRY(connection.run(QStringLiteral("INSERT INTO import_requests (batch_id, request) VALUES (?, ?)"),
                                   batch.id, batch.request));
    }
    return {};
}

Done ImportStore::record(Connection& connection, ImportBatchId id, const ImportPlan& taken, Instant now)
{
    KEYTURN_LET(std::optional<ImportBatch> before, batch(connection, id));
    if (!before || before->status != ImportBatch::Status::Running) {
        return fail(Error::Kind::Refused, Texts::tr("This import has ended. Begin a new one."), id.toString());
    }
    for (const RowOutcome& outcome : taken.outcomes) {
        ++before->total;
        switch (outcome.kind) {
        case RowOutcome::Kind::Created:
            ++before->created;
            break;
        case RowOutcome::Kind::Updated:
            ++before->updated;
            break;
        case RowOutcome::Kind::Skipped:
            ++before->skipped;
            break;
        case RowOutcome::Kind::Failed:
            ++before->failed;
            if (before->problems.size() < mostProblems) {
                before->problems.push_back({outcome.line, outcome.message});
            }
            break;
        }
    }
    KEYTURN_TRY(connection.run(
        QStringLiteral("UPDATE import_batches SET rows_total = ?, rows_created = ?, rows_updated = ?, "
                       "rows_duplicate = ?, rows_failed = ?, errors = ?, updated_at = ?, version = version + 1 "
                       "WHERE id = ?"),
        before->total, before->created, before->updated, before->skipped, before->failed, toText(before->problems), now,
        id));
    if (!taken.changes.isEmpty()) {
        KEYTURN_TRY(connection.run(QStringLiteral("INSERT INTO import_changes (batch_id, change_set) VALUES (?, ?)"),
                                   id, qCompress(taken.changes.toJsonText(), 1)));
    }
    return {};
}

Done ImportStore::finish(Connection& connection, ImportBatchId id, ImportBatch::Status status, Instant now)
{
    KEYTURN_LET(const qint64 changed,
                connection.run(QStringLiteral("UPDATE import_batches SET status = ?, finished_at = ?, updated_at = ?, "
                                              "version = version + 1 WHERE id = ?"),
                               wordOf(status), now, now, id));
    if (changed != 1) {
        return fail(Error::Kind::Invalid, Texts::tr("There is no such import."), id.toString());
    }
    return {};
}

Result<std::optional<ImportBatch>> ImportStore::batch(Connection& connection, ImportBatchId id)
{
    std::optional<ImportBatch> found;
    KEYTURN_TRY(connection.select(
        QString(selectBatches() % u" AND id = ?"), [&found](const Statement& row) { found = batchFrom(row); }, id));
    return found;
}

Result<std::vector<ImportBatch>> ImportStore::batches(Connection& connection)
{
    std::vector<ImportBatch> found;
    KEYTURN_TRY(connection.select(QString(selectBatches() % u" ORDER BY started_at DESC, id DESC"),
                                  [&found](const Statement& row) { found.push_back(batchFrom(row)); }));
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
