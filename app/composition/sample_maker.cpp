// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/sample_maker.h"

#include "models/workspace/when_ready.h"

namespace keyturn {

SampleMaker::SampleMaker(QObject* parent)
    : QObject(parent)
    , m_worker(QStringLiteral("sample"))
{}

SampleMaker::~SampleMaker()
{
    cancel();
    m_worker.stop(Worker::Rest::Cancel);
}

void SampleMaker::make(const SampleBook& order)
{
    m_cancel.store(false);
    const auto job = [this, order]() -> Result<SampleCounts> {
        // The signal crosses to the receiver's thread by itself.
        return createSampleBook(
            order, [this](int percent) { Q_EMIT progressed(percent); }, m_cancel);
    };
    whenReady(m_worker.post(job), this, [this, path = order.path](const Result<SampleCounts>& counts) {
        if (counts) {
            Q_EMIT made(path);
        } else {
            Q_EMIT failed(counts.error());
        }
    });
}

} // namespace keyturn
