// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/sample_source.h"

#include <algorithm>
#include <array>

namespace keyturn::sample {

namespace {
constexpr std::size_t batchRows = 2'000;
constexpr quint32 longTimelineSearch = 200;
} // namespace

SampleOwner sampleOwner()
{
    return {QStringLiteral("Lantern Street Lending (sample)"), QStringLiteral("Hannah"), QStringLiteral("Brandt"),
            QStringLiteral("hannah.brandt@example.com"), QStringLiteral("America/New_York")};
}

SampleSource::SampleSource(const SampleOptions& options, const Catalogue& catalogue)
    : m_options(options)
    , m_zone(catalogue.organizationTimezone.toUtf8())
{
    for (const char* key : stageKeys) {
        const Stage* stage = catalogue.stageByKey(QString::fromLatin1(key));
        m_stageIds.push_back(stage != nullptr ? stage->id.toString() : QString());
        m_stageNames.push_back(stage != nullptr ? stage->name : QString());
    }
    m_team = {catalogue.me.toString(), rowId(1, 1, 0, m_options.now.ms - 730 * msPerDay),
              rowId(1, 2, 0, m_options.now.ms - 730 * msPerDay)};
    if (m_options.longTimeline > 0) {
        const auto limit = std::min<quint32>(longTimelineSearch, static_cast<quint32>(m_options.leads));
        while (m_longLead + 1 < limit && planLead(m_options.seed, m_longLead, m_options.now, 3).path.size() < 3) {
            ++m_longLead;
        }
    }
}

qint64 SampleSource::total() const
{
    constexpr int partsPerLead = int(Part::Communications) - int(Part::Leads) + 1;
    return qint64(m_options.leads) * (partsPerLead + 10) + m_options.longTimeline;
}

LeadPlan SampleSource::plan(quint32 index) const
{
    const int extra = m_options.longTimeline > 0 && index == m_longLead ? m_options.longTimeline : 0;
    return planLead(m_options.seed, index, m_options.now, static_cast<int>(m_team.size()), extra);
}

QString SampleSource::rowId(int kind, quint64 lead, quint64 n, qint64 at) const
{
    const quint64 high = mix({m_options.seed, static_cast<quint64>(kind), lead, n, 1});
    const quint64 low = mix({m_options.seed, static_cast<quint64>(kind), lead, n, 2});
    std::array<uchar, 16> bytes{};
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<uchar>(static_cast<quint64>(at) >> (8 * (5 - i)));
    }
    bytes[6] = static_cast<uchar>(0x70 | ((high >> 8) & 0x0f));
    bytes[7] = static_cast<uchar>(high & 0xff);
    for (std::size_t i = 8; i < 16; ++i) {
        bytes[i] = static_cast<uchar>(low >> (8 * (15 - i)));
    }
    bytes[8] = static_cast<uchar>(0x80 | (bytes[8] & 0x3f));
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), 16)).toString(QUuid::WithoutBraces);
}

QVariant SampleSource::userId(int owner) const
{
    return owner == LeadPlan::nobody ? QVariant() : QVariant(m_team[static_cast<std::size_t>(owner)]);
}

void SampleSource::collectEvents()
{
    m_events.reserve(static_cast<std::size_t>(m_options.leads) * 11);
    for (quint32 lead = 0; lead < static_cast<quint32>(m_options.leads); ++lead) {
        const LeadPlan drawn = plan(lead);
        m_events.insert(m_events.end(), drawn.events.begin(), drawn.events.end());
    }
    std::stable_sort(m_events.begin(), m_events.end(), [](const Event& a, const Event& b) { return a.at < b.at; });
}

void SampleSource::addRows(Part part, quint32 lead, RowBatch& batch) const
{
    const LeadPlan drawn = plan(lead);
    switch (part) {
    case Part::Leads:
        return addLead(drawn, batch);
    case Part::Scenarios:
        return addScenario(drawn, batch);
    case Part::Profiles:
        return addProfile(drawn, batch);
    case Part::People:
        return addPeople(drawn, batch);
    case Part::LeadTags:
        return addTags(drawn, batch);
    case Part::Notes:
        return addNotes(drawn, batch);
    case Part::Tasks:
        return addTasks(drawn, batch);
    case Part::Assignments:
        return addAssignment(drawn, batch);
    case Part::Communications:
        return addCommunications(drawn, batch);
    default:
        return;
    }
}

std::optional<RowBatch> SampleSource::next()
{
    while (m_part != Part::End) {
        RowBatch batch = batchFor(m_part);
        bool finished = true;
        if (m_part == Part::Users) {
            addUsers(batch);
        } else if (m_part == Part::Tags) {
            addTagNames(batch);
        } else if (m_part == Part::Contacts) {
            addContacts(batch);
        } else if (m_part == Part::Activities) {
            if (m_events.empty()) {
                collectEvents();
            }
            while (m_nextEvent < m_events.size() && batch.rows.size() < batchRows) {
                addActivity(m_events[m_nextEvent++], batch);
                ++m_done;
            }
            finished = m_nextEvent == m_events.size();
        } else {
            while (m_nextLead < static_cast<quint32>(m_options.leads) && batch.rows.size() < batchRows) {
                addRows(m_part, m_nextLead++, batch);
                ++m_done;
            }
            finished = m_nextLead == static_cast<quint32>(m_options.leads);
        }
        if (finished) {
            m_part = static_cast<Part>(int(m_part) + 1);
            m_nextLead = 0;
        }
        if (!batch.rows.empty()) {
            return batch;
        }
    }
    return std::nullopt;
}

} // namespace keyturn::sample
