// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_counter.h"

#include "models/items/lead_matcher.h"

#include <algorithm>
#include <utility>

namespace keyturn {

namespace {

constexpr int soonMs = 200;

} // namespace

struct LeadCounter::Walk
{
    std::vector<std::unique_ptr<LeadMatcher>> matchers;
    std::vector<qint64> counts;
    std::vector<bool> isOpen; ///< by the table's number of the stage
    LeadTable::Row next = 0;
};

LeadCounter::LeadCounter(const LeadStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_work(store, [this](const QDeadlineTimer& until) { return work(until); })
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &LeadCounter::count);
    connect(&store, &LeadStore::completed, this, &LeadCounter::count);
    // The numbers that were counted by hold no more.
    connect(&store, &LeadStore::aboutToReplace, this, [this] {
        m_again = m_again || m_walk;
        m_walk.reset();
        m_work.stop();
    });
    connect(&store, &LeadStore::replaced, this, [this] {
        if (std::exchange(m_again, false)) {
            begin();
        }
    });
}

LeadCounter::~LeadCounter() = default;

void LeadCounter::setViews(std::vector<View> views)
{
    m_views = std::move(views);
    begin();
}

void LeadCounter::count()
{
    if (m_walk) {
        m_again = true;
    } else {
        begin();
    }
}

void LeadCounter::countSoon()
{
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void LeadCounter::begin()
{
    m_again = false;
    m_walk.reset();
    m_work.stop();
    if (!m_store.isComplete()) {
        return;
    }
    m_walk = std::make_unique<Walk>();
    for (const View& view : m_views) {
        m_walk->matchers.push_back(std::make_unique<LeadMatcher>(m_store, view.filter));
    }
    m_walk->counts.resize(m_views.size());
    m_work.begin();
}

bool LeadCounter::work(const QDeadlineTimer& until)
{
    walk(until);
    if (m_walk->next < m_store.table().rowLimit()) {
        return false;
    }
    const std::vector<qint64> counts = std::move(m_walk->counts);
    m_walk.reset();
    for (std::size_t i = 0; i < counts.size() && i < m_views.size(); ++i) {
        Q_EMIT counted(m_views[i].id, counts[i]);
    }
    if (m_again) {
        begin();
    }
    return !m_walk;
}

void LeadCounter::walk(const QDeadlineTimer& until)
{
    const LeadTable& table = m_store.table();
    // Each stage is looked up once, and a new one may have come since the last slice.
    for (std::size_t index = m_walk->isOpen.size(); index < table.stageLimit(); ++index) {
        const Stage* stage = m_store.catalogue().stage(table.stageAt(static_cast<quint16>(index)));
        m_walk->isOpen.push_back(stage != nullptr && stage->kind == StageKind::Open);
    }
    while (m_walk->next < table.rowLimit()) {
        const LeadTable::Row portion = std::min(table.rowLimit(), m_walk->next + SlicedWork::rowsBetweenLooks);
        for (LeadTable::Row& row = m_walk->next; row < portion; ++row) {
            if (!table.isLive(row) || !m_walk->isOpen[table.stageIndex(row)]) {
                continue;
            }
            for (std::size_t i = 0; i < m_walk->counts.size(); ++i) {
                m_walk->counts[i] += m_walk->matchers[i]->accepts(row) ? 1 : 0;
            }
        }
        if (until.hasExpired()) {
            return;
        }
    }
}

} // namespace keyturn
