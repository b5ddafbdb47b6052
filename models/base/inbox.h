// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace keyturn {

/// Brings work from other threads to the thread that this object lives on, one event of its loop for each piece, in the
/// order of posting. What has not been fetched when the inbox dies is dropped uncalled.
///
/// Use it rather than a queued signal or call wherever two threads meet: what is handed over lies behind a mutex of our
/// own, so that ThreadSanitizer sees the order in which the two threads touch it. Qt's queue is a blank to it.
class Inbox final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// From any thread, while the inbox lives.
    void post(std::function<void()> work);

protected:
    bool event(QEvent* event) override;

private:
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_waiting; ///< guarded by m_mutex
};

} // namespace keyturn
