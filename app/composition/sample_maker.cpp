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
        const auto tell = [this](int percent) { m_inbox.post([this, percent] { Q_EMIT progressed(percent); }); };
        return createSampleBook(order, tell, m_cancel);
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
