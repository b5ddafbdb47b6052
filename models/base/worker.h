// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCoreApplication>
#include <QFuture>
#include <QPromise>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <type_traits>
#include <utility>

namespace keyturn {

/// A thread that does one job after the other, in the order in which they were posted. In inline mode there is no
/// thread: post() does the job before it returns, which is what small tests want. The thread has no event loop: a job
/// cannot wait for signals or timers of its own.
///
/// post(), enqueue() and stop() may be called from any thread but the worker's own.
class Worker
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Worker)

public:
    enum class Mode { Thread, Inline };
    enum class Rest { Finish, Cancel };

    struct Job
    {
        std::function<void()> run;
        std::function<void()> cancel; ///< called instead of `run`, on the thread that stops the worker; let go of
                                      ///< before `run` is called
    };

    explicit Worker(const QString& name, Mode mode = Mode::Thread);
    ~Worker();
    Q_DISABLE_COPY_MOVE(Worker)

    /// Runs `job`, which answers a Result<T>, on the worker. After stop() the future is Error::Kind::Cancelled at once.
    template<typename Fn>
    auto post(Fn job) -> QFuture<std::invoke_result_t<Fn&>>
    {
        using Answer = std::invoke_result_t<Fn&>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        const QFuture<Answer> future = promise->future();
        enqueue({[promise, job = std::move(job)]() mutable {
                     promise->addResult(job());
                     promise->finish();
                 },
                 [promise] {
                     promise->addResult(Answer(fail(cancelled())));
                     promise->finish();
                 }});
        return future;
    }

    void enqueue(Job job);

    /// Finishes or cancels what is still waiting, does `lastWord` on the worker (close what was opened there), and
    /// joins the thread. A second call does nothing.
    void stop(Rest rest, const std::function<void()>& lastWord = {});

    /// What a job gets that was not begun any more.
    static Error cancelled();

private:
    void work();

    const Mode m_mode;
    std::unique_ptr<QThread> m_thread; ///< null in inline mode
    // The standard library's and not Qt's: thread sanitizers do not see through Qt's, which is not instrumented.
    std::mutex m_mutex;
    std::condition_variable m_news;   ///< a job, or the end
    std::deque<Job> m_jobs;           ///< guarded by m_mutex
    bool m_stopped = false;           ///< guarded by m_mutex: takes no more jobs
    bool m_ending = false;            ///< guarded by m_mutex: ends when there are no more jobs
    std::function<void()> m_lastWord; ///< guarded by m_mutex
};

} // namespace keyturn
