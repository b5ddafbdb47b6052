// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/stage_history.h"

#include "models/storage/queries/rows.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <span>
#include <tuple>

namespace keyturn::queries {

namespace {

bool flagOf(QByteArrayView metadata, QLatin1String key)
{
    return QJsonDocument::fromJson(metadata.toByteArray()).object().value(key).toBool();
}

} // namespace

Result<StageHistory> StageHistory::read(Connection& book, const QString& organization)
{
    StageHistory history;
    KEYTURN_TRY(history.readStages(book));
    KEYTURN_TRY(history.readLeads(book, organization));
    KEYTURN_TRY(history.readEntries(book, organization));
    return history;
}

Done StageHistory::readStages(Connection& book)
{
    // The stages of the default pipeline come last: their keys are the ones that count.
    return forEachRow(book,
                      QStringLiteral("SELECT s.id, s.key, s.name, s.order_index, s.kind FROM pipeline_stages s "
                                     "JOIN pipelines p ON p.id = s.pipeline_id ORDER BY p.is_default, s.order_index"),
                      {}, [this](const Row& row) {
                          Stage stage;
                          stage.id = row.id<StageId>(0);
                          stage.key = row.text(1);
                          stage.name = row.text(2);
                          stage.order = row.smallInteger(3);
                          stage.kind = stageKindFromKey(row.text(4));
                          const auto place = static_cast<std::int16_t>(m_stages.size());
                          m_stageById.insert(stage.id.uuid(), place);
                          m_stageByKey.insert(stage.key, place);
                          m_stages.push_back(std::move(stage));
                      });
}

Done StageHistory::readLeads(Connection& book, const QString& organization)
{
    SharedWords words;
    return forEachRow(
        book,
        QStringLiteral("SELECT id, stage_id, assigned_to, estimated_value_cents, created_at, first_contacted_at, "
                       "converted_at, source, lead_source, referral_partner_id, deleted_at FROM leads "
                       "WHERE organization_id = ?"),
        {organization}, [this, &words](const Row& row) {
            LeadPast lead;
            lead.id = row.id<LeadId>(0);
            lead.stage = m_stageById.value(row.uuid(1), -1);
            lead.owner = row.id<UserId>(2);
            lead.valueCents = row.integer(3);
            lead.createdAt = row.instant(4);
            lead.firstContactedAt = row.instant(5);
            lead.convertedAt = row.instant(6);
            lead.source = words.text(row, 7);
            lead.origin = words.text(row, 8);
            lead.partner = row.id<ContactId>(9);
            lead.removedAt = row.instant(10);
            m_leadById.insert(lead.id.uuid(), static_cast<std::uint32_t>(m_leads.size()));
            m_leads.push_back(std::move(lead));
        });
}

std::int16_t StageHistory::stageOf(const Statement& row, int idColumn, int keyColumn) const
{
    const std::int16_t known = m_stageById.value(row.uuid(idColumn), -1);
    return known >= 0 || row.isNull(keyColumn) ? known : m_stageByKey.value(row.text(keyColumn), -1);
}

Done StageHistory::readEntries(Connection& book, const QString& organization)
{
    KEYTURN_TRY(forEachRow(
        book,
        QStringLiteral("SELECT lead_id, activity_type, from_stage_id, from_stage, to_stage_id, to_stage, metadata, "
                       "occurred_at, created_at, id FROM lead_activities WHERE organization_id = ? AND activity_type "
                       "IN ('created', 'imported', 'status_changed', 'lead_deleted', 'lead_restored', 'lead_merged')"),
        {organization}, [this](const Row& row) {
            const auto lead = m_leadById.constFind(row.uuid(0));
            if (lead == m_leadById.cend()) {
                return;
            }
            Entry entry;
            entry.lead = *lead;
            const QByteArray type = row.utf8(1).toByteArray();
            // Few entries speak of an undo, and to be looked at costs more than to be read.
            const QByteArrayView metadata = row.utf8(6);
            const bool isCounterEntry = metadata.indexOf("\"undo\"") >= 0 && flagOf(metadata, QLatin1String("undo"));
            if (type == "status_changed") {
                entry.kind = Entry::Kind::Moved;
                entry.from = stageOf(row, 2, 3);
                entry.to = stageOf(row, 4, 5);
                entry.isCounterEntry = isCounterEntry;
                entry.isRedo = isCounterEntry && flagOf(metadata, QLatin1String("redo"));
            } else if (type == "lead_deleted") {
                entry.kind = Entry::Kind::Gone;
            } else if (type == "lead_restored") {
                entry.kind = Entry::Kind::Back;
            } else if (type == "lead_merged") {
                if (metadata.indexOf("\"kept_lead_id\"") < 0) {
                    return; // the one that stays
                }
                entry.kind = isCounterEntry ? Entry::Kind::Back : Entry::Kind::Gone;
            } else {
                entry.to = stageOf(row, 4, 5);
            }
            entry.at = row.instant(7);
            entry.written = row.instant(8);
            entry.id = row.uuid(9);
            m_entries.push_back(entry);
        }));
    std::ranges::sort(m_entries, {},
                      [](const Entry& entry) { return std::tie(entry.lead, entry.at, entry.written, entry.id); });
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        LeadPast& lead = m_leads[m_entries[i].lead];
        lead.firstEntry = lead.entryCount == 0 ? i : lead.firstEntry;
        ++lead.entryCount;
    }
    return {};
}

int StageHistory::firstStage(const LeadPast& lead) const
{
    // The log of a lead that was not made by this program may begin later than the lead, or without a stage.
    for (const Entry& entry : std::span(m_entries).subspan(lead.firstEntry, lead.entryCount)) {
        if (entry.kind == Entry::Kind::Born && entry.to >= 0) {
            return entry.to;
        }
        if (entry.kind == Entry::Kind::Moved) {
            return entry.from >= 0 ? entry.from : entry.to;
        }
    }
    return lead.stage;
}

std::vector<StageVisit> StageHistory::visits(const LeadPast& lead) const
{
    std::vector<StageVisit> visits{{firstStage(lead), lead.createdAt, {}, -1}};
    std::vector<StageVisit> undone;
    for (const Entry& entry : std::span(m_entries).subspan(lead.firstEntry, lead.entryCount)) {
        if (entry.kind != Entry::Kind::Moved || entry.to < 0) {
            continue;
        }
        StageVisit& last = visits.back();
        if (entry.isCounterEntry && !entry.isRedo && visits.size() > 1 && last.stage == entry.from &&
            visits[visits.size() - 2].stage == entry.to) {
            undone.push_back(last);
            visits.pop_back();
            visits.back().left = {};
            visits.back().to = -1;
        } else if (entry.isCounterEntry && !undone.empty() && undone.back().stage == entry.to &&
                   last.stage == entry.from) {
            last.left = undone.back().at;
            last.to = entry.to;
            visits.push_back(undone.back());
            undone.pop_back();
        } else {
            undone.clear();
            last.left = entry.at;
            last.to = entry.to;
            visits.push_back({entry.to, entry.at, {}, -1});
        }
    }
    return visits;
}

int StageHistory::stageBefore(const LeadPast& lead, Instant moment) const
{
    int stage = firstStage(lead);
    Instant born = lead.createdAt;
    bool isThere = true;    // right before the moment
    bool isThereNow = true; // by the log
    for (const Entry& entry : std::span(m_entries).subspan(lead.firstEntry, lead.entryCount)) {
        const bool isBefore = entry.at < moment;
        switch (entry.kind) {
        case Entry::Kind::Born:
            born = entry.at;
            break;
        case Entry::Kind::Moved:
            stage = isBefore && entry.to >= 0 ? entry.to : stage;
            break;
        case Entry::Kind::Gone:
        case Entry::Kind::Back:
            isThereNow = entry.kind == Entry::Kind::Back;
            isThere = isBefore ? isThereNow : isThere;
            break;
        }
    }
    // The lead may say something else than the log only where that does not know: an undo gives a removed lead the
    // moment of an earlier removal.
    const bool isGoneUnlogged = !lead.isLive() && isThereNow && lead.removedAt < moment;
    return isThere && !isGoneUnlogged && born < moment ? stage : -1;
}

Result<const StageHistory*> HistoryKeeper::history(Connection& book, const QString& organization, quint64 batch)
{
    qint64 version = -1;
    if (book.isSqlite()) {
        // What another connection has committed since shows in this number.
        KEYTURN_LET(version, book.number(QStringLiteral("PRAGMA data_version")));
    }
    const bool isStill = version >= 0 ? version == m_version : batch != 0 && batch == m_batch;
    if (!m_history || !isStill) {
        m_history.reset();
        KEYTURN_LET(m_history, StageHistory::read(book, organization));
        m_version = version;
        m_batch = batch;
    }
    return &*m_history;
}

} // namespace keyturn::queries
