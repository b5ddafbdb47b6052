// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/file_commands.h"

#include "app/cli/text_table.h"
#include "app/cli/words.h"
#include "models/workspace/rescue.h"
#include "models/workspace/restore.h"

#include <QJsonArray>
#include <QJsonObject>

namespace keyturn::cli {

namespace {

Result<Answer> restore(const Invocation& invocation, const std::shared_ptr<WorkWatch>& watch)
{
    RestoreOrder order;
    order.from = invocation.absolutePath(invocation.operands.value(0));
    order.to = invocation.absolutePath(invocation.option(QStringLiteral("to")));
    order.watch = watch;
    KEYTURN_LET(const RestoreOutcome done, restoreBook(order, SystemClock()));
    QString text = oneLine(Words::tr("%1 is the book of %2: %3 leads, %4 entries of the log, %5 documents.")
                               .arg(done.file, done.organization, QString::number(done.leads),
                                    QString::number(done.activities), QString::number(done.documents))) +
                   QLatin1Char('\n');
    if (!done.keptAside.isEmpty()) {
        text += oneLine(Words::tr("What was there before is %1 now.").arg(done.keptAside)) + QLatin1Char('\n');
    }
    return Answer{
        QJsonObject{{QStringLiteral("file"), done.file},
                    {QStringLiteral("bytes"), done.bytes},
                    {QStringLiteral("kept"), done.keptAside.isEmpty() ? QJsonValue() : QJsonValue(done.keptAside)},
                    {QStringLiteral("leads"), done.leads},
                    {QStringLiteral("activities"), done.activities},
                    {QStringLiteral("documents"), done.documents}},
        text, exitDone};
}

Result<Answer> rescue(const Invocation& invocation, const std::shared_ptr<WorkWatch>& watch)
{
    RescueOrder order;
    order.from = invocation.absolutePath(invocation.operands.value(0));
    order.to = invocation.absolutePath(invocation.option(QStringLiteral("to")));
    order.watch = watch;
    KEYTURN_LET(const RescueReport report, rescueBook(order, SystemClock()));
    QString text;
    for (const QString& line : report.sentences() + report.checks) {
        text += oneLine(line) + QLatin1Char('\n');
    }
    return Answer{
        QJsonObject{{QStringLiteral("file"), report.file},
                    {QStringLiteral("whole"), report.isWhole},
                    {QStringLiteral("saved"), QJsonObject{{QStringLiteral("leads"), report.leads},
                                                          {QStringLiteral("activities"), report.activities},
                                                          {QStringLiteral("notes"), report.notes},
                                                          {QStringLiteral("tasks"), report.tasks},
                                                          {QStringLiteral("contacts"), report.contacts},
                                                          {QStringLiteral("documents"), report.documents}}},
                    {QStringLiteral("lost"), QJsonObject{{QStringLiteral("leads"), report.lostLeads},
                                                         {QStringLiteral("activities"), report.lostActivities},
                                                         {QStringLiteral("pages"), report.lostPages},
                                                         {QStringLiteral("rows"), report.brokenRows}}},
                    {QStringLiteral("checks"), QJsonArray::fromStringList(report.checks)}},
        text, exitDone};
}

} // namespace

Result<Answer> workOnFiles(const Invocation& invocation, const std::shared_ptr<WorkWatch>& watch)
{
    return invocation.command == QLatin1String("rescue") ? rescue(invocation, watch) : restore(invocation, watch);
}

} // namespace keyturn::cli
