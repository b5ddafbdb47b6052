// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/import_rows.h"

#include "models/domain/planning/draft.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace keyturn {

namespace {

constexpr size_t mostProblems = 1000;
constexpr int nameLength = 255;

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

const QString& batchesTable()
{
    static const QString name = QStringLiteral("import_batches");
    return name;
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

std::vector<ImportBatch::Problem> problemsFrom(const QString& text)
{
    std::vector<ImportBatch::Problem> problems;
    const QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue& value : list) {
        problems.push_back({value[QStringLiteral("row")].toInteger(), value[QStringLiteral("message")].toString()});
    }
    return problems;
}

Result<Record> batchRow(ImportBatchId id, Facts& facts)
{
    KEYTURN_LET(std::optional<Record> row, facts.row(batchesTable(), id.toString()));
    if (!row || !row->isNull(QStringLiteral("deleted_at"))) {
        return fail(Error::Kind::Invalid, PlanTexts::tr("There is no such import."), id.toString());
    }
    return *row;
}

} // namespace

QString importStatusWord(ImportBatch::Status status)
{
    for (const StatusWord& known : statusWords) {
        if (known.status == status) {
            return QString::fromLatin1(known.word);
        }
    }
    return {};
}

QString importProblemsText(const std::vector<ImportBatch::Problem>& problems)
{
    QJsonArray list;
    for (const ImportBatch::Problem& problem : problems) {
        list.append(QJsonObject{{QStringLiteral("row"), problem.line}, {QStringLiteral("message"), problem.message}});
    }
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

ImportBatch importBatchOf(const Record& row)
{
    ImportBatch batch;
    batch.id = ImportBatchId::fromString(row.text(QStringLiteral("id")));
    batch.sourceName = row.text(QStringLiteral("source_name"));
    batch.format = row.text(QStringLiteral("format"));
    batch.sha256 = row.text(QStringLiteral("file_sha256"));
    batch.mapping = row.text(QStringLiteral("mapping"));
    batch.status = statusOf(row.text(QStringLiteral("status")));
    batch.total = row.integer(QStringLiteral("rows_total"));
    batch.created = row.integer(QStringLiteral("rows_created"));
    batch.updated = row.integer(QStringLiteral("rows_updated"));
    batch.skipped = row.integer(QStringLiteral("rows_duplicate"));
    batch.failed = row.integer(QStringLiteral("rows_failed"));
    batch.problems = problemsFrom(row.text(QStringLiteral("errors")));
    batch.startedAt = Instant{row.integer(row.isNull(QStringLiteral("started_at")) ? QStringLiteral("created_at")
                                                                                   : QStringLiteral("started_at"))};
    if (const auto finished = row.optionalInteger(QStringLiteral("finished_at"))) {
        batch.finishedAt = Instant{*finished};
    }
    return batch;
}

void countRows(ImportBatch& batch, const std::vector<RowOutcome>& outcomes)
{
    for (const RowOutcome& outcome : outcomes) {
        ++batch.total;
        switch (outcome.kind) {
        case RowOutcome::Kind::Created:
            ++batch.created;
            break;
        case RowOutcome::Kind::Updated:
            ++batch.updated;
            break;
        case RowOutcome::Kind::Skipped:
            ++batch.skipped;
            break;
        case RowOutcome::Kind::Failed:
            ++batch.failed;
            if (batch.problems.size() < mostProblems) {
                batch.problems.push_back({outcome.line, outcome.message});
            }
            break;
        }
    }
}

Result<ChangeSet> planBeginImport(const ImportBatch& batch, Facts& facts, const PlanContext& context)
{
    KEYTURN_LET(Draft draft, Draft::begin(facts, context));
    draft.insert(batchesTable(), batch.id.toString(), QString(),
                 {{QStringLiteral("source_name"), batch.sourceName.left(nameLength)},
                  {QStringLiteral("format"), batch.format},
                  {QStringLiteral("file_sha256"), textOrNull(batch.sha256)},
                  {QStringLiteral("mapping"), batch.mapping.isEmpty() ? QStringLiteral("{}") : batch.mapping},
                  {QStringLiteral("status"), importStatusWord(ImportBatch::Status::Running)},
                  {QStringLiteral("created_by"), idOrNull(context.actor)},
                  {QStringLiteral("started_at"), context.now.ms}});
    return draft.finish(QStringLiteral("begin_import"), PlanTexts::tr("Import begun"), ChangeSet::Origin::Local);
}

Result<ChangeSet> planFinishImport(ImportBatchId id, ImportBatch::Status status, Facts& facts,
                                   const PlanContext& context)
{
    KEYTURN_LET(const Record row, batchRow(id, facts));
    KEYTURN_LET(Draft draft, Draft::begin(facts, context));
    if (row.text(QStringLiteral("status")) != importStatusWord(status)) {
        draft.update(
            batchesTable(), row, QString(),
            {{QStringLiteral("status"), importStatusWord(status)}, {QStringLiteral("finished_at"), context.now.ms}});
    }
    return draft.finish(QStringLiteral("finish_import"), PlanTexts::tr("Import ended"), ChangeSet::Origin::Local);
}

Result<ImportPlan> planCountedImport(const ImportOrder& order, const std::vector<RowOutcome>& before, Facts& facts,
                                     const PlanContext& context)
{
    KEYTURN_LET(const Record row, batchRow(order.batch, facts));
    ImportBatch batch = importBatchOf(row);
    if (batch.status != ImportBatch::Status::Running) {
        return fail(Error::Kind::Refused, PlanTexts::tr("This import has ended. Begin a new one."),
                    order.batch.toString());
    }
    KEYTURN_LET(ImportPlan plan, planImport(order, facts, context));
    countRows(batch, before);
    countRows(batch, plan.outcomes);
    KEYTURN_LET(Draft draft, Draft::begin(facts, context));
    draft.update(batchesTable(), row, QString(),
                 {{QStringLiteral("rows_total"), batch.total},
                  {QStringLiteral("rows_created"), batch.created},
                  {QStringLiteral("rows_updated"), batch.updated},
                  {QStringLiteral("rows_duplicate"), batch.skipped},
                  {QStringLiteral("rows_failed"), batch.failed},
                  {QStringLiteral("errors"), importProblemsText(batch.problems)}});
    const ChangeSet counted = draft.finish(plan.changes.command, plan.changes.summary, ChangeSet::Origin::Local);
    plan.changes.rows.insert(plan.changes.rows.end(), counted.rows.begin(), counted.rows.end());
    return plan;
}

} // namespace keyturn
