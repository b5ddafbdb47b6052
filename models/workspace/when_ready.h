// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace keyturn {

/// Calls `then(result)` on the thread of `context` once `future` has its result, and never if `context` is gone by then
/// or if the future was cancelled. Use it instead of QFuture::then(context, …), which must not outlive its context in
/// Qt 6.4.
template<typename T, typename Then>
void whenReady(const QFuture<T>& future, QObject* context, Then&& then)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, then = std::forward<Then>(then)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0) {
                             then(watcher->result());
                         }
                     });
    watcher->setFuture(future);
}

} // namespace keyturn
