// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/running_program.h"

#include "app/cli/command_runner.h"
#include "app/cli/invocation.h"
#include "app/cli/local_door.h"

namespace keyturn::cli {

RunningProgram::RunningProgram(Workspace& workspace, const QString& bookPath, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_door(new LocalDoor(bookPath))
{
    m_thread.setObjectName(QStringLiteral("keyturn door"));
    m_door->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_door, &LocalDoor::open);
    connect(&m_thread, &QThread::finished, m_door, &LocalDoor::close, Qt::DirectConnection);
    // On the door's thread, which is joined before this object goes.
    connect(
        m_door, &LocalDoor::opened, this,
        [this](const QString& problem) { m_inbox.post([this, problem] { Q_EMIT listening(problem); }); },
        Qt::DirectConnection);
    connect(
        m_door, &LocalDoor::asked, this,
        [this](quint64 caller, const Request& request) {
            m_inbox.post([this, caller, request] { carryOut(caller, request); });
        },
        Qt::DirectConnection);
    m_thread.start();
}

RunningProgram::~RunningProgram()
{
    m_thread.quit();
    m_thread.wait();
    delete m_door;
}

void RunningProgram::carryOut(quint64 caller, const Request& request)
{
    const auto answer = [door = m_door, caller](const Outcome& outcome) { door->answer(caller, outcome); };
    if (request.kind == Request::Kind::Activate) {
        Q_EMIT activateRequested();
        answer({});
        return;
    }
    const auto invocation = parse(request.words, request.folder);
    if (!invocation) {
        answer(usageOutcome(invocation.error().message, invocation.error().hint, invocation.error().json));
        return;
    }
    const bool json = invocation->json;
    runCommand(m_workspace, *invocation, this,
               [answer, json](const Result<Answer>& result) { answer(toOutcome(result, json)); });
}

} // namespace keyturn::cli
