// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/worker.h"

#include "tests/support/test_main.h"

#include <QSemaphore>

using namespace keyturn;

class TestWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void jobsRunInOrderOnTheirOwnThread()
    {
        Worker worker(QStringLiteral("test"));
        std::vector<int> seen;
        QThread* thread = nullptr;
        QFuture<Result<int>> last;
        for (int i = 0; i < 100; ++i) {
            last = worker.post([i, &seen, &thread]() -> Result<int> {
                thread = QThread::currentThread();
                seen.push_back(i);
                return i;
            });
        }
        QCOMPARE(*last.result(), 99);
        QCOMPARE(seen.size(), 100U);
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QVERIFY(thread != QThread::currentThread());
    }

    void inlineModeAnswersAtOnce()
    {
        Worker worker(QStringLiteral("test"), Worker::Mode::Inline);
        const auto future = worker.post([]() -> Result<int> { return 7; });
        QVERIFY(future.isFinished());
        QCOMPARE(*future.result(), 7);
    }

    void stoppingCancelsWhatWaits()
    {
        Worker worker(QStringLiteral("test"));
        QSemaphore begun;
        QSemaphore mayEnd;
        const auto running = worker.post([&]() -> Result<int> {
            begun.release();
            mayEnd.acquire();
            return 1;
        });
        begun.acquire();
        const auto waiting = worker.post([]() -> Result<int> { return 2; });
        bool closed = false;
        QThread* closedOn = nullptr;
        std::unique_ptr<QThread> opener(QThread::create([&] {
            waiting.result(); // answered before the running job has ended
            mayEnd.release();
        }));
        opener->start();
        worker.stop(Worker::Rest::Cancel, [&] {
            closed = true;
            closedOn = QThread::currentThread();
        });
        opener->wait();
        QCOMPARE(*running.result(), 1);
        QCOMPARE(waiting.result().error().kind, Error::Kind::Cancelled);
        QVERIFY(closed);
        QVERIFY(closedOn != QThread::currentThread());
        const auto late = worker.post([]() -> Result<int> { return 3; });
        QCOMPARE(late.result().error().kind, Error::Kind::Cancelled);
    }

    void aJobThatRunsHoldsNothingForItsCancelling()
    {
        Worker worker(QStringLiteral("test"));
        auto held = std::make_shared<int>(7);
        const std::weak_ptr<int> watched = held;
        bool wasHeld = true;
        worker.enqueue({[&] { wasHeld = !watched.expired(); }, [held = std::move(held)] {}});
        worker.stop(Worker::Rest::Finish);
        QVERIFY(!wasHeld);
    }

    void stoppingCanFinishWhatWaits()
    {
        Worker worker(QStringLiteral("test"));
        std::vector<QFuture<Result<int>>> futures;
        for (int i = 0; i < 50; ++i) {
            futures.push_back(worker.post([i]() -> Result<int> { return i; }));
        }
        int seenLast = -1;
        worker.stop(Worker::Rest::Finish, [&] { seenLast = *futures.back().result(); });
        QCOMPARE(seenLast, 49);
        worker.stop(Worker::Rest::Finish);
    }
};

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
