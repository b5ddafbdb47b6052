// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/inbox.h"
#include "models/base/worker.h"
#include "models/workspace/sample_book.h"

#include <QObject>

#include <atomic>

namespace keyturn {

/// Makes a book of sample data on a thread of its own.
class SampleMaker : public QObject
{
    Q_OBJECT

public:
    explicit SampleMaker(QObject* parent = nullptr);
    /// Stops what is under way and waits for it.
    ~SampleMaker() override;

    void make(const SampleBook& order);
    void cancel() { m_cancel.store(true); }

Q_SIGNALS:
    void progressed(int percent);
    void made(const QString& path);
    void failed(const keyturn::Error& error);

private:
    std::atomic_bool m_cancel = false;
    Inbox m_inbox; ///< what the worker has to say
    Worker m_worker;
};

} // namespace keyturn
