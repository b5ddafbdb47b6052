// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stage.h"
#include "models/storage/connection.h"

#include <QHash>

#include <cstdint>
#include <vector>

namespace keyturn::queries {

/// A stretch of time that a lead stood in a stage. A move that was taken back has never been.
struct StageVisit
{
    int stage = -1; ///< place in StageHistory::stages()
    Instant at;
    Instant left; ///< null: it stands there still
    int to = -1;  ///< where it went

    friend bool operator==(const StageVisit&, const StageVisit&) = default;
};

/// A lead with what the log says about where it stood.
struct LeadPast
{
    LeadId id;
    UserId owner; ///< today
    int stage = -1;
    qint64 valueCents = 0;
    Instant createdAt;
    Instant firstContactedAt;
    Instant convertedAt;
    QString source;
    QString origin; ///< leads.lead_source
    ContactId partner;
    Instant removedAt; ///< null: it is there today
    std::size_t firstEntry = 0;
    std::size_t entryCount = 0;

    [[nodiscard]] bool isLive() const { return removedAt.isNull(); }
};

/// Every lead's way through the stages, replayed from the audit log: from when it was created or imported, over each
/// move, to where it stands; and when it was removed and brought back. Removed leads are part of it. A value; reading
/// takes two passes over the book.
class StageHistory
{
public:
    static Result<StageHistory> read(Connection& book, const QString& organization);

    /// Removed ones and those of other pipelines too.
    [[nodiscard]] const std::vector<Stage>& stages() const { return m_stages; }
    /// -1: there is no such stage.
    [[nodiscard]] int placeOf(StageId stage) const { return m_stageById.value(stage.uuid(), -1); }
    [[nodiscard]] const std::vector<LeadPast>& leads() const { return m_leads; }
    /// Oldest first; never empty.
    [[nodiscard]] std::vector<StageVisit> visits(const LeadPast& lead) const;
    /// Where it stood right before `moment`, as the board showed it; -1: it was not there.
    [[nodiscard]] int stageBefore(const LeadPast& lead, Instant moment) const;

private:
    struct Entry
    {
        enum class Kind : std::uint8_t { Born, Moved, Gone, Back };

        QUuid id;
        Instant at;
        Instant written;
        std::uint32_t lead = 0;
        std::int16_t from = -1;
        std::int16_t to = -1;
        Kind kind = Kind::Born;
        bool isCounterEntry = false; ///< takes a move back, or makes one again that was taken back
        bool isRedo = false;         ///< the latter
    };

    Done readStages(Connection& book);
    Done readLeads(Connection& book, const QString& organization);
    Done readEntries(Connection& book, const QString& organization);
    [[nodiscard]] int firstStage(const LeadPast& lead) const;
    [[nodiscard]] std::int16_t stageOf(const Statement& row, int idColumn, int keyColumn) const;

    std::vector<Stage> m_stages;
    QHash<QUuid, std::int16_t> m_stageById;
    QHash<QString, std::int16_t> m_stageByKey;
    std::vector<LeadPast> m_leads;
    QHash<QUuid, std::uint32_t> m_leadById;
    std::vector<Entry> m_entries; ///< by lead, then as they happened
};

/// Keeps the history between questions: of a file for as long as nobody has changed it, of a server, which has nothing
/// as cheap to see that by, for the questions of one batch (ReportRequest::batch).
class HistoryKeeper
{
public:
    Result<const StageHistory*> history(Connection& book, const QString& organization, quint64 batch = 0);
    void clear() { m_history.reset(); }

private:
    std::optional<StageHistory> m_history;
    qint64 m_version = -1;
    quint64 m_batch = 0;
};

} // namespace keyturn::queries
