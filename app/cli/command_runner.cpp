// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_runner.h"

#include "app/cli/commands.h"

#include <QHash>

namespace keyturn::cli {

QTimeZone Job::zone() const
{
    const User* me = catalogue().user(catalogue().me);
    const QTimeZone zone(me == nullptr ? QByteArray() : me->timezone.toUtf8());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

Result<UserId> readUser(const QString& email, const Catalogue& catalogue)
{
    if (const User* user = catalogue.userByEmail(email)) {
        return user->id;
    }
    return fail(Error::Kind::Invalid, Words::tr("There is no user “%1” in this book.").arg(email));
}

Result<StageId> readStage(const QString& key, const Catalogue& catalogue)
{
    if (const Stage* stage = catalogue.stageByKey(key)) {
        return stage->id;
    }
    QStringList keys;
    for (const Stage& stage : catalogue.stages) {
        keys.append(stage.key);
    }
    return fail(Error::Kind::Invalid,
                Words::tr("There is no stage “%1”. The stages are %2.").arg(key, keys.join(QStringLiteral(", "))));
}

QString shownTime(Instant instant, const QTimeZone& zone)
{
    return instant.isNull() ? QString() : instant.inZone(zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

void runCommand(Workspace& workspace, const Invocation& invocation, QObject* context, const Finish& finish)
{
    using Function = void (*)(const Job&);
    static const QHash<QString, Function> functions{
        {QStringLiteral("board"), showBoard},
        {QStringLiteral("leads"), listLeads},
        {QStringLiteral("lead add"), addLead},
        {QStringLiteral("lead show"), showLead},
        {QStringLiteral("lead set"), setLead},
        {QStringLiteral("lead move"), moveLead},
        {QStringLiteral("lead assign"), assignLead},
        {QStringLiteral("lead delete"), deleteLead},
        {QStringLiteral("duplicates"), listDuplicates},
        {QStringLiteral("merge"), mergeLeads},
        {QStringLiteral("log"), logActivity},
        {QStringLiteral("timeline"), showTimeline},
        {QStringLiteral("task add"), addTask},
        {QStringLiteral("task done"), completeTask},
        {QStringLiteral("tasks"), listTasks},
        {QStringLiteral("import"), importFile},
        {QStringLiteral("import undo"), undoImport},
        {QStringLiteral("report"), showReport},
        {QStringLiteral("export"), exportFile},
        {QStringLiteral("undo"), undo},
        {QStringLiteral("redo"), redo},
        {QStringLiteral("verify"), verify},
        {QStringLiteral("backup"), backup},
    };
    const Function function = functions.value(invocation.command);
    if (function == nullptr) {
        finish(fail(Error::Kind::Refused, Words::tr("“%1” is not done on an open book.").arg(invocation.command)));
        return;
    }
    const User* me = workspace.catalogue().user(workspace.catalogue().me);
    const QString acting = me == nullptr ? QString() : me->email;
    if (!invocation.actor.isEmpty() && invocation.actor.compare(acting, Qt::CaseInsensitive) != 0) {
        finish(
            fail(Error::Kind::Refused, Words::tr("The running program has the book open as %1. Close it to act as %2.")
                                           .arg(acting, invocation.actor)));
        return;
    }
    function(Job(workspace, invocation, context, finish));
}

} // namespace keyturn::cli
