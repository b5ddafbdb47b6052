// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_store.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <functional>

namespace keyturn {

/// Work over all leads of a store, on the thread of the window: in a large book in slices of a few milliseconds, each
/// in a turn of the event loop of its own, in a small one at once.
class SlicedWork
{
public:
    /// Goes on until the time is up; true if nothing is left to do.
    using Step = std::function<bool(const QDeadlineTimer& until)>;

    /// Leads that a step may look at before it looks at the clock again.
    static constexpr LeadTable::Row rowsBetweenLooks = 2048;
    /// So many leads are no work worth cutting up.
    static constexpr qsizetype fewLeads = 4000;

    /// `store` outlives it.
    SlicedWork(const LeadStore& store, Step step);

    /// There is something to do (again). In a large book the first slice waits for its turn, too: whoever brings other
    /// leads has kept the window long enough.
    void begin();
    void stop() { m_timer.stop(); }

private:
    void work();

    const LeadStore& m_store;
    Step m_step;
    QTimer m_timer;
};

} // namespace keyturn
