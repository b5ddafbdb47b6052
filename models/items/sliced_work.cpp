// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sliced_work.h"

namespace keyturn {

namespace {
constexpr qint64 sliceMs = 5;
}

SlicedWork::SlicedWork(const LeadStore& store, Step step)
    : m_store(store)
    , m_step(std::move(step))
{
    m_timer.setInterval(0);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { work(); });
}

void SlicedWork::begin()
{
    if (m_store.table().count() <= fewLeads) {
        work();
    } else {
        m_timer.start();
    }
}

void SlicedWork::work()
{
    const bool isSmall = m_store.table().count() <= fewLeads;
    if (m_step(isSmall ? QDeadlineTimer(QDeadlineTimer::Forever) : QDeadlineTimer(sliceMs, Qt::PreciseTimer))) {
        m_timer.stop();
    } else if (!m_timer.isActive()) {
        m_timer.start();
    }
}

} // namespace keyturn
