// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/stage_way.h"

#include <algorithm>
#include <limits>

namespace keyturn::queries {

StageWay::StageWay(const StageHistory& history, const Catalogue& catalogue)
    : m_history(history)
    , m_isStep(history.stages().size())
    , m_wonFrom(std::numeric_limits<int>::max())
    , m_applicationFrom(std::numeric_limits<int>::max())
{
    for (const Stage& stage : catalogue.stages) {
        if (const int place = history.placeOf(stage.id); place >= 0) {
            m_isStep[std::size_t(place)] = !stage.isExit();
        }
        if (stage.kind == StageKind::Won) {
            m_wonFrom = std::min(m_wonFrom, stage.order);
        }
    }
    if (const Stage* application = catalogue.stageByKey(QStringLiteral("application"))) {
        m_applicationFrom = application->order;
    }
    m_applicationFrom = std::min(m_applicationFrom, m_wonFrom);
}

const Stage* StageWay::step(int stage) const
{
    return stage >= 0 && m_isStep[std::size_t(stage)] ? &m_history.stages()[std::size_t(stage)] : nullptr;
}

bool StageWay::isWon(const LeadPast& lead) const
{
    const Stage* stage = step(lead.stage);
    return stage != nullptr && stage->kind == StageKind::Won;
}

int StageWay::furthest(const LeadPast& lead, const std::vector<StageVisit>& visits) const
{
    int order = -1;
    for (const StageVisit& visit : visits) {
        if (const Stage* stage = step(visit.stage)) {
            order = std::max(order, stage->order);
        }
    }
    return order >= m_wonFrom && !isWon(lead) ? m_wonFrom - 1 : order;
}

Instant StageWay::firstAt(int order, const LeadPast& lead, const std::vector<StageVisit>& visits) const
{
    if (furthest(lead, visits) < order) {
        return {};
    }
    for (const StageVisit& visit : visits) {
        const Stage* stage = step(visit.stage);
        if (stage != nullptr && stage->order >= order) {
            return visit.at;
        }
    }
    return {};
}

bool StageWay::isApplication(const LeadPast& lead, const std::vector<StageVisit>& visits) const
{
    return !applicationAt(lead, visits).isNull();
}

Instant StageWay::applicationAt(const LeadPast& lead, const std::vector<StageVisit>& visits) const
{
    return lead.convertedAt.isNull() ? firstAt(m_applicationFrom, lead, visits) : lead.convertedAt;
}

} // namespace keyturn::queries
