// SPDX-License-Identifier: GPL-3.0-or-later
//
// Races planted on purpose, where the program hands over between threads. ThreadSanitizer must report each of them with
// the suppressions of the test suite: were it silent, its silence about everything else would be worth nothing.
#include "models/base/inbox.h"
#include "models/base/worker.h"

#include <QCoreApplication>
#include <QFutureWatcher>

#include <atomic>
#include <cstdio>
#include <cstring>
#include <thread>

namespace {

/// What the threads quarrel about. In a frame of its own, for the report to name.
[[gnu::noinline]] void theCanary(int& sings)
{
    ++sings;
}

/// Lets one thread run before the other without putting their deeds in order: relaxed, so that nothing is handed over.
class Nudge
{
public:
    void give() { m_given.store(true, std::memory_order_relaxed); }
    void await() const
    {
        while (!m_given.load(std::memory_order_relaxed)) {
            std::this_thread::yield();
        }
    }

private:
    std::atomic_bool m_given = false;
};

int threads()
{
    int sings = 0;
    std::thread other([&] { theCanary(sings); });
    theCanary(sings);
    other.join();
    return sings;
}

/// The poster goes on with what it has handed to the worker.
int posted()
{
    int sings = 0;
    keyturn::Worker worker(QStringLiteral("canary"));
    Nudge sang;
    worker.enqueue({[&] {
                        theCanary(sings);
                        sang.give();
                    },
                    {}});
    sang.await();
    theCanary(sings);
    worker.stop(keyturn::Worker::Rest::Finish);
    return sings;
}

/// The worker goes on with what it has put into an inbox.
int delivered()
{
    int sings = 0;
    keyturn::Inbox inbox;
    keyturn::Worker worker(QStringLiteral("canary"));
    worker.enqueue({[&] {
                        inbox.post([&] {
                            theCanary(sings);
                            QCoreApplication::quit();
                        });
                        theCanary(sings);
                    },
                    {}});
    QCoreApplication::exec();
    worker.stop(keyturn::Worker::Rest::Finish);
    return sings;
}

/// The answer is read while the job that comes after it works on the same.
int future()
{
    int sings = 0;
    keyturn::Worker worker(QStringLiteral("canary"));
    Nudge sang;
    QFutureWatcher<keyturn::Result<int>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, [&] {
        sang.await();
        theCanary(sings);
        QCoreApplication::exit(*watcher.result());
    });
    watcher.setFuture(worker.post([]() -> keyturn::Result<int> { return 0; }));
    worker.enqueue({[&] {
                        theCanary(sings);
                        sang.give();
                    },
                    {}});
    QCoreApplication::exec();
    worker.stop(keyturn::Worker::Rest::Finish);
    return sings;
}

/// All of the above as it should be: nothing may be reported.
int orderly()
{
    int sings = 0;
    keyturn::Inbox inbox;
    keyturn::Worker worker(QStringLiteral("canary"));
    constexpr int rounds = 200;
    QFutureWatcher<keyturn::Result<int>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, [&] {
        theCanary(sings);
        QCoreApplication::exit(watcher.result().value_or(1) == rounds ? 0 : 1);
    });
    for (int i = 0; i < rounds; ++i) {
        bool answered = false;
        theCanary(sings);
        worker.enqueue({[&] {
                            theCanary(sings);
                            inbox.post([&] {
                                theCanary(sings);
                                worker.enqueue({[&] {
                                                    theCanary(sings);
                                                    inbox.post([&] { answered = true; });
                                                },
                                                {}});
                            });
                        },
                        {}});
        while (!answered) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }
    watcher.setFuture(worker.post([&]() -> keyturn::Result<int> { return sings / 4; }));
    const int exit = QCoreApplication::exec();
    worker.stop(keyturn::Worker::Rest::Finish);
    return exit;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    const char* way = argc == 2 ? argv[1] : "";
    if (std::strcmp(way, "threads") == 0) {
        return threads();
    }
    if (std::strcmp(way, "posted") == 0) {
        return posted();
    }
    if (std::strcmp(way, "delivered") == 0) {
        return delivered();
    }
    if (std::strcmp(way, "future") == 0) {
        return future();
    }
    if (std::strcmp(way, "orderly") == 0) {
        return orderly();
    }
    std::puts("threads, posted, delivered, future, orderly");
    return 2;
}
