// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/worker.h"

namespace keyturn {

Worker::Worker(const QString& name, Mode mode)
    : m_mode(mode)
{
    if (m_mode == Mode::Thread) {
        m_thread.reset(QThread::create([this] { work(); }));
        m_thread->setObjectName(name);
        m_thread->start();
    }
}

Worker::~Worker()
{
    stop(Rest::Cancel);
}

void Worker::enqueue(Job job)
{
    {
        const std::lock_guard locker(m_mutex);
        if (!m_stopped && m_mode == Mode::Thread) {
            m_jobs.push_back(std::move(job));
            m_news.notify_one();
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
        const std::lock_guard locker(m_mutex);
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
    {
        const std::lock_guard locker(m_mutex);
        m_lastWord = lastWord;
        m_ending = true;
        m_news.notify_one();
    }
    m_thread->wait();
    // The thread let go of the mutex as its last deed: to whoever checks the order of things by the locks alone, as
    // ThreadSanitizer does, all that it left behind comes before this.
    const std::lock_guard locker(m_mutex);
}

Error Worker::cancelled()
{
    return Error{Error::Kind::Cancelled, tr("The book was closed before this was done."), {}, {}};
}

void Worker::work()
{
    std::unique_lock locker(m_mutex);
    for (;;) {
        m_news.wait(locker, [this] { return m_ending || !m_jobs.empty(); });
        if (m_jobs.empty()) {
            break;
        }
        {
            Job job = std::move(m_jobs.front());
            m_jobs.pop_front();
            locker.unlock();
            job.cancel = nullptr; // what it holds is not to outlive what the job gives away
            job.run();
        } // what the job holds goes before the next one begins
        locker.lock();
    }
    {
        const std::function<void()> lastWord = std::exchange(m_lastWord, nullptr);
        locker.unlock();
        if (lastWord) {
            lastWord();
        }
    }
    locker.lock();
}

} // namespace keyturn
