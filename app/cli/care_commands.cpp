// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/checks.h"
#include "app/cli/commands.h"
#include "app/cli/text_table.h"

#include <QJsonObject>

namespace keyturn::cli {

namespace {

void stepBackOrForth(const Job& job, bool back)
{
    const UndoState state = job.workspace().undoState();
    const QString what = back ? state.undoSummary : state.redoSummary;
    job.when(back ? job.workspace().undo() : job.workspace().redo(), [job, back, what](const Committed& done) {
        if (done.changes.isEmpty()) {
            job.fail({Error::Kind::Refused,
                      back ? Words::tr("There is nothing to undo.") : Words::tr("There is nothing to redo."),
                      {},
                      {}});
            return;
        }
        const QString summary = what.isEmpty() ? done.changes.summary : what;
        const QString line = back ? Words::tr("Undone: %1").arg(summary) : Words::tr("Done again: %1").arg(summary);
        job.finish({QJsonObject{{back ? QStringLiteral("undone") : QStringLiteral("redone"), summary},
                                {QStringLiteral("command"), done.changes.command},
                                {QStringLiteral("operation_id"), done.changes.id.toString()}},
                    oneLine(line) + QLatin1Char('\n'), exitDone});
    });
}

void check(const Job& job)
{
    job.when(job.workspace().verify(), [job](const std::vector<Check>& checks) { job.finish(toAnswer(checks)); });
}

} // namespace

void undo(const Job& job)
{
    stepBackOrForth(job, true);
}

void redo(const Job& job)
{
    stepBackOrForth(job, false);
}

void verify(const Job& job)
{
    if (job.has("repair-search")) {
        job.when(job.workspace().rebuildSearch(), [job](bool) { check(job); });
    } else {
        check(job);
    }
}

void backup(const Job& job)
{
    const QString file = job.invocation().absolutePath(job.option("to"));
    job.when(job.workspace().backup(file), [job, file](qint64 bytes) {
        job.finish({QJsonObject{{QStringLiteral("file"), file}, {QStringLiteral("bytes"), bytes}},
                    oneLine(Words::tr("%1 bytes in %2").arg(QString::number(bytes), file)) + QLatin1Char('\n'),
                    exitDone});
    });
}

} // namespace keyturn::cli
