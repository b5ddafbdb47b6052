// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/worker.h"

#include <QMetaObject>

namespace keyturn {

Worker::Worker(const QString& name, Mode mode)
    : m_mode(mode)
{
    if (m_mode == Mode::Thread) {
        m_thread.setObjectName(name);
        m_runner.moveToThread(&m_thread);
        m_thread.start();
    }
}

Worker::~Worker()
{
    stop(Rest::Cancel);
}

void Worker::enqueue(Job job)
{
    {
        const QMutexLocker locker(&m_mutex);
        if (!m_stopped && m_mode == Mode::Thread) {
            m_jobs.push_back(std::move(job));
            QMetaObject::invokeMethod(
                &m_runner, [this] { runNext(); }, Qt::QueuedConnection);
            return;
        }
        if (m_stopped) {
            std::swap(job.run, job.cancel);
        }
    }
    if (job.run) {
        job.run();
    }
}

void Worker::stop(Rest rest, const std::function<void()>& lastWord)
{
    std::deque<Job> dropped;
    {
        const QMutexLocker locker(&m_mutex);
        if (m_stopped) {
            return;
        }
        m_stopped = true;
        if (rest == Rest::Cancel) {
            dropped.swap(m_jobs);
        }
    }
    for (const Job& job : dropped) {
        if (job.cancel) {
            job.cancel();
        }
    }
    if (m_mode == Mode::Inline) {
        if (lastWord) {
            lastWord();
        }
        return;
    }
    // Events are delivered in order: what is still waiting comes before the last word.
    QMetaObject::invokeMethod(
        &m_runner,
        [this, lastWord] {
            if (lastWord) {
                lastWord();
            }
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

Error Worker::cancelled()
{
    return Error{Error::Kind::Cancelled, tr("The book was closed before this was done."), {}, {}};
}

void Worker::runNext()
{
    Job job;
    {
        const QMutexLocker locker(&m_mutex);
        if (m_jobs.empty()) {
            return; // cancelled in the meantime
        }
        job = std::move(m_jobs.front());
        m_jobs.pop_front();
    }
    job.run();
}

} // namespace keyturn
