// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "models/exchange/header_dictionary.h"
#include "models/exchange/import_request.h"
#include "models/exchange/lead_importer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace keyturn::cli {

namespace {

/// A list that comes a second time is skipped whole: the first of its rows tell why.
constexpr qsizetype mostSkippedShown = 20;

QString wordOf(RowOutcome::Kind kind)
{
    return kind == RowOutcome::Kind::Failed ? Words::tr("failed") : Words::tr("skipped");
}

Answer answerWith(const ImportReport& report)
{
    const ImportBatch& batch = report.batch;
    QJsonArray errors;
    QJsonArray skipped;
    TextTable table;
    table.addColumn(Words::tr("Row"), TextTable::Align::Right);
    table.addColumn(Words::tr("Result"));
    table.addColumn(Words::tr("Reason"));
    for (const RowOutcome& outcome : report.outcomes) {
        const QJsonObject row{{QStringLiteral("row"), outcome.line},
                              {QStringLiteral("column"), QJsonValue()},
                              {QStringLiteral("message"), outcome.message}};
        const bool isFailed = outcome.kind == RowOutcome::Kind::Failed;
        (isFailed ? errors : skipped).append(row);
        if (!isFailed && skipped.size() > mostSkippedShown) {
            continue;
        }
        table.addRow({QString::number(outcome.line), wordOf(outcome.kind), outcome.message});
    }
    QJsonArray warnings;
    for (const CellProblem& problem : report.problems) {
        warnings.append(QJsonObject{{QStringLiteral("row"), problem.line},
                                    {QStringLiteral("column"), problem.column},
                                    {QStringLiteral("message"), problem.message}});
        table.addRow({QString::number(problem.line), Words::tr("kept aside"), problem.message});
    }
    const QJsonObject json{
        {QStringLiteral("batch_id"), batch.id.isNull() ? QJsonValue() : QJsonValue(batch.id.toString())},
        {QStringLiteral("rows"), batch.total},
        {QStringLiteral("created"), batch.created},
        {QStringLiteral("updated"), batch.updated},
        {QStringLiteral("skipped"), batch.skipped},
        {QStringLiteral("failed"), batch.failed},
        {QStringLiteral("resumed"), report.resumedAfterStop},
        {QStringLiteral("failed_saved"), report.failedSaved},
        {QStringLiteral("errors"), errors},
        {QStringLiteral("skipped_rows"), skipped},
        {QStringLiteral("warnings"), warnings},
        {QStringLiteral("mapping"), QJsonDocument::fromJson(batch.mapping.toUtf8()).object()}};
    QString text = Words::tr("%1 rows: %2 new, %3 changed, %4 skipped, %5 failed.")
                       .arg(batch.total)
                       .arg(batch.created)
                       .arg(batch.updated)
                       .arg(batch.skipped)
                       .arg(batch.failed) +
                   QLatin1Char('\n');
    if (!batch.id.isNull()) {
        text += Words::tr("To take it back: keyturn import undo %1").arg(batch.id.toString()) + QLatin1Char('\n');
    }
    if (!report.outcomes.empty() || !report.problems.empty()) {
        text += table.toText();
    }
    if (skipped.size() > mostSkippedShown) {
        text += Words::tr("%n more row(s) skipped.", nullptr, static_cast<int>(batch.skipped - mostSkippedShown)) +
                QLatin1Char('\n');
    }
    if (report.failedSaved > 0) {
        text += Words::tr("%n failed row(s) saved. Mended, that file can be imported.", nullptr,
                          static_cast<int>(report.failedSaved)) +
                QLatin1Char('\n');
    }
    return {json, text, batch.failed == 0 ? exitDone : exitFailed};
}

} // namespace

void importFile(const Job& job)
{
    const QString preset = job.option("preset");
    if (!preset.isEmpty() && !headers::presets().contains(preset)) {
        job.fail({Error::Kind::Invalid,
                  Words::tr("“%1” is not one of the programs that are known: %2.")
                      .arg(preset, headers::presets().join(QStringLiteral(", "))),
                  {},
                  {}});
        return;
    }
    ImportJob order;
    order.path = job.invocation().absolutePath(job.operand(0));
    if (job.has("map")) {
        order.mappingFile = job.invocation().absolutePath(job.option("map"));
    }
    order.preset = preset;
    order.wishes.sheet = job.option("sheet");
    order.duplicates = duplicatesFromKey(job.option("duplicates"));
    order.dryRun = job.has("dry-run");
    if (job.has("save-failed")) {
        order.failedTo = job.invocation().absolutePath(job.option("save-failed"));
    }
    auto* importer = new LeadImporter(job.workspace(), order, job.context());
    QObject::connect(importer, &LeadImporter::finished, job.context(), [job, importer](const ImportReport& report) {
        importer->deleteLater();
        if (report.notSaved) {
            job.fail(*report.notSaved);
        } else {
            job.finish(answerWith(report));
        }
    });
    QObject::connect(importer, &LeadImporter::failed, job.context(), [job, importer](const Error& error) {
        importer->deleteLater();
        job.fail(error);
    });
    importer->start();
}

void undoImport(const Job& job)
{
    job.with(readId<struct keyturn::ImportBatchTag>(job.operand(0)), [&](ImportBatchId batch) {
        takeBackWhole(job.workspace(), batch, job.context(), [job](const Result<std::vector<RowOutcome>>& outcomes) {
            job.with(outcomes, [&](const std::vector<RowOutcome>& all) {
                qint64 taken = 0;
                QJsonArray left;
                QString text;
                for (const RowOutcome& outcome : all) {
                    taken += outcome.kind == RowOutcome::Kind::Updated ? 1 : 0;
                    if (outcome.kind == RowOutcome::Kind::Failed) {
                        left.append(QJsonObject{{QStringLiteral("id"), outcome.lead.toString()},
                                                {QStringLiteral("message"), outcome.message}});
                        text += oneLine(outcome.message) + QLatin1Char('\n');
                    }
                }
                job.finish({QJsonObject{{QStringLiteral("taken_back"), taken}, {QStringLiteral("left"), left}},
                            Words::tr("%1 leads taken back, %2 left as they are.").arg(taken).arg(left.size()) +
                                QLatin1Char('\n') + text,
                            exitDone});
            });
        });
    });
}

} // namespace keyturn::cli
