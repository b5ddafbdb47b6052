// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_runner.h"
#include "models/workspace/workspace.h"

#include <QFutureWatcher>

#include <utility>

namespace keyturn::cli {

/// One command on its way: what was asked, of which workspace, and whom to tell. Small and copied into continuations;
/// everything happens on the workspace's thread.
class Job
{
public:
    Job(Workspace& workspace, const Invocation& invocation, QObject* context, const Finish& finish)
        : m_workspace(&workspace)
        , m_invocation(invocation)
        , m_context(context)
        , m_finish(finish)
    {}

    [[nodiscard]] Workspace& workspace() const { return *m_workspace; }
    /// What lives as long as the command.
    [[nodiscard]] QObject* context() const { return m_context; }
    [[nodiscard]] const Catalogue& catalogue() const { return m_workspace->catalogue(); }
    [[nodiscard]] const Invocation& invocation() const { return m_invocation; }
    [[nodiscard]] QString operand(qsizetype index) const { return m_invocation.operands.value(index); }
    [[nodiscard]] QString option(const char* name) const { return m_invocation.option(QLatin1String(name)); }
    [[nodiscard]] bool has(const char* name) const { return m_invocation.has(QLatin1String(name)); }
    /// The zone in which the acting user lives.
    [[nodiscard]] QTimeZone zone() const;

    void finish(const Answer& answer) const { m_finish(answer); }
    void fail(const Error& error) const { m_finish(keyturn::fail(error)); }

    /// Calls `next` with the value, or ends the command with the error. Nothing happens if the context dies first.
    template<typename T, typename Next>
    void when(const QFuture<Result<T>>& future, Next next) const
    {
        auto* watcher = new QFutureWatcher<Result<T>>(m_context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, m_context,
                         [job = *this, watcher, next = std::move(next)] {
                             watcher->deleteLater();
                             const Result<T> result = watcher->result();
                             if (!result) {
                                 job.fail(result.error());
                             } else {
                                 next(*result);
                             }
                         });
        watcher->setFuture(future);
    }

    /// Goes on with the value of `input`, or ends the command with its error.
    template<typename T, typename Next>
    void with(const Result<T>& input, Next next) const
    {
        if (!input) {
            fail(input.error());
        } else {
            next(*input);
        }
    }

private:
    Workspace* m_workspace;
    Invocation m_invocation;
    QObject* m_context;
    Finish m_finish;
};

} // namespace keyturn::cli
