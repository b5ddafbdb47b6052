// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_filter.h"
#include "models/items/sliced_work.h"

#include <QObject>

#include <memory>
#include <vector>

namespace keyturn {

class LeadMatcher;

/// How many open leads pass each of some filters, for the figures beside the names of views. In a large book it counts
/// in slices of a few milliseconds; what changes meanwhile is counted when it is asked again, as it is after every
/// change. As long as not all leads are there it says nothing.
class LeadCounter : public QObject
{
    Q_OBJECT

public:
    struct View
    {
        QString id;
        LeadFilter filter;
    };

    /// `store` outlives it.
    explicit LeadCounter(const LeadStore& store, QObject* parent = nullptr);
    ~LeadCounter() override;

    /// Counts these from now on, and at once.
    void setViews(std::vector<View> views);
    /// At once; while it is counting, again afterwards.
    void count();
    /// A moment later, once for many calls.
    void countSoon();

Q_SIGNALS:
    void counted(const QString& view, qint64 leads);

private:
    struct Walk;

    void begin();
    bool work(const QDeadlineTimer& until);
    void walk(const QDeadlineTimer& until);

    const LeadStore& m_store;
    std::vector<View> m_views;
    std::unique_ptr<Walk> m_walk;
    bool m_again = false;
    QTimer m_soon;
    SlicedWork m_work;
};

} // namespace keyturn
