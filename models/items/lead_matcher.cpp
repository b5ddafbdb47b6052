// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_matcher.h"

#include <algorithm>

namespace keyturn {

namespace {

template<typename T>
bool holds(const std::vector<T>& list, const T& value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

} // namespace

bool LeadMatcher::Flags::at(std::size_t index, const std::function<bool(std::size_t)>& decide) const
{
    if (index >= m_known.size()) {
        m_known.resize(index + 64, -1);
    }
    qint8& known = m_known[index];
    if (known < 0) {
        known = decide(index) ? 1 : 0;
    }
    return known != 0;
}

LeadMatcher::LeadMatcher(const LeadStore& store, const LeadFilter& filter)
    : m_store(store)
    , m_table(store.table())
    , m_filter(filter)
    , m_search(store.table(), filter.text)
    , m_today(store.frame().day)
{
    for (const Temperature temperature : filter.temperatures) {
        m_temperatures |= 1U << static_cast<unsigned>(temperature);
    }
    if (filter.minDaysInStage) {
        m_enteredBefore = store.now() + -msPerDay * *filter.minDaysInStage;
    }
    if (filter.silentHours) {
        m_silentSince = store.now() + -msPerHour * *filter.silentHours;
    }
}

bool LeadMatcher::dependsOnTime() const
{
    return m_filter.minDaysInStage || m_filter.silentHours || m_filter.lockWithinDays;
}

bool LeadMatcher::accepts(LeadTable::Row row) const
{
    if (m_filter.among && !m_filter.among->contains(m_table.id(row))) {
        return false;
    }
    if (!m_filter.stages.empty() && !m_stages.at(m_table.stageIndex(row), [this](std::size_t index) {
            return holds(m_filter.stages, m_table.stageAt(static_cast<quint16>(index)));
        })) {
        return false;
    }
    if (!m_filter.owners.empty() && !m_owners.at(m_table.ownerIndex(row), [this](std::size_t index) {
            return holds(m_filter.owners, m_table.ownerAt(static_cast<quint16>(index)));
        })) {
        return false;
    }
    if (m_temperatures != 0 && (m_temperatures & (1U << static_cast<unsigned>(m_table.temperature(row)))) == 0) {
        return false;
    }
    const qint64 value = m_table.valueCents(row);
    if ((m_filter.minValueCents && value < *m_filter.minValueCents) ||
        (m_filter.maxValueCents && value > *m_filter.maxValueCents)) {
        return false;
    }
    if (m_filter.minDaysInStage && m_table.stageEnteredAt(row) > m_enteredBefore) {
        return false;
    }
    if (m_filter.lockWithinDays) {
        const int left = m_table.lockExpiresDay(row) - m_today;
        if (left < 0 || left > *m_filter.lockWithinDays) {
            return false;
        }
    }
    if (m_filter.silentHours) {
        const bool open = m_open.at(m_table.stageIndex(row), [this](std::size_t index) {
            const Stage* stage = m_store.catalogue().stage(m_table.stageAt(static_cast<quint16>(index)));
            return stage != nullptr && stage->kind == StageKind::Open;
        });
        if (!open || m_table.lastActivityAt(row) > m_silentSince) {
            return false;
        }
    }
    if (!m_filter.sources.isEmpty() && !m_sources.at(m_table.wordIndex(row, LeadTable::Source), [this](std::size_t i) {
            return m_filter.sources.contains(m_table.word(static_cast<quint16>(i)));
        })) {
        return false;
    }
    if (!m_filter.programs.isEmpty() &&
        !m_programs.at(m_table.wordIndex(row, LeadTable::Program), [this](std::size_t i) {
            return m_filter.programs.contains(m_table.word(static_cast<quint16>(i)));
        })) {
        return false;
    }
    if (!m_filter.tags.isEmpty() && !m_tags.at(m_table.tagSetIndex(row), [this](std::size_t i) {
            const QStringList& tags = m_table.tagSet(static_cast<quint32>(i));
            return std::any_of(tags.begin(), tags.end(),
                               [this](const QString& tag) { return m_filter.tags.contains(tag); });
        })) {
        return false;
    }
    return m_search.fits(row);
}

} // namespace keyturn
