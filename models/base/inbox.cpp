// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/inbox.h"

#include <QCoreApplication>
#include <QEvent>

#include <memory>

#if defined(__SANITIZE_THREAD__)
#define KEYTURN_UNDER_TSAN
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define KEYTURN_UNDER_TSAN
#endif
#endif

#ifdef KEYTURN_UNDER_TSAN
extern "C" {
void __tsan_acquire(void* address);
void __tsan_release(void* address);
}
#endif

namespace keyturn {

namespace {

/// Something is waiting.
QEvent::Type bell()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

// The event itself goes by Qt's queue, which is not instrumented: the sanitizer has to be told that whoever gets it
// comes after whoever posted it. In any other build these do nothing.
void handOver([[maybe_unused]] Inbox* inbox)
{
#ifdef KEYTURN_UNDER_TSAN
    __tsan_release(inbox);
#endif
}

void takeOver([[maybe_unused]] Inbox* inbox)
{
#ifdef KEYTURN_UNDER_TSAN
    __tsan_acquire(inbox);
#endif
}

} // namespace

void Inbox::post(std::function<void()> work)
{
    auto ring = std::make_unique<QEvent>(bell());
    {
        const std::lock_guard locker(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    handOver(this);
    QCoreApplication::postEvent(this, ring.release());
}

bool Inbox::event(QEvent* event)
{
    takeOver(this);
    if (event->type() != bell()) {
        return QObject::event(event);
    }
    std::function<void()> work;
    {
        const std::lock_guard locker(m_mutex);
        work = std::move(m_waiting.front());
        m_waiting.pop_front();
    }
    work();
    return true; // the inbox may be gone by now
}

} // namespace keyturn
