// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_card.h"

#include <QByteArray>
#include <QHash>

#include <limits>
#include <vector>

namespace keyturn {

/// All leads of a book in memory, as columns instead of objects: what repeats (stages, people, programs, tags) is held
/// once and referred to by number, text stands in one UTF-8 arena. A row number stays the same for the life of the lead
/// in this table; removed rows are re-used. Not thread-safe: built on a database thread, then handed over as a whole.
class LeadTable
{
public:
    using Row = quint32;
    static constexpr Row noRow = std::numeric_limits<Row>::max();

    void reserve(qsizetype leads);
    /// Adds the lead, or replaces it if the table has it already. Answers its row.
    Row upsert(const LeadCard& card);
    /// Answers the row that is free now, or noRow.
    Row remove(LeadId id);

    [[nodiscard]] qsizetype count() const { return m_live; }
    /// Rows run from 0 to rowLimit() - 1; not all of them are live.
    [[nodiscard]] Row rowLimit() const { return static_cast<Row>(m_ids.size()); }
    [[nodiscard]] bool isLive(Row row) const { return row < m_ids.size() && m_stages[row] != freeSlot; }
    [[nodiscard]] Row rowOf(LeadId id) const;

    /// The whole card; for what is visible.
    [[nodiscard]] LeadCard card(Row row) const;

    // Single columns; for sorting, filtering and adding up.
    [[nodiscard]] LeadId id(Row row) const { return LeadId(m_ids[row]); }
    [[nodiscard]] quint16 stageIndex(Row row) const { return m_stages[row]; }
    [[nodiscard]] quint16 ownerIndex(Row row) const { return m_owners[row]; }
    [[nodiscard]] StageId stageAt(quint16 index) const { return m_stageIds[index]; }
    [[nodiscard]] UserId ownerAt(quint16 index) const { return m_ownerIds[index]; }
    [[nodiscard]] qint64 valueCents(Row row) const { return m_values[row]; }
    [[nodiscard]] Temperature temperature(Row row) const { return static_cast<Temperature>(m_bits[row] & 3U); }
    [[nodiscard]] bool doNotContact(Row row) const { return (m_bits[row] & 4U) != 0; }
    [[nodiscard]] Instant stageEnteredAt(Row row) const { return seconds(m_stageEntered[row]); }
    [[nodiscard]] Instant lastActivityAt(Row row) const { return seconds(m_lastActivity[row]); }
    [[nodiscard]] Instant createdAt(Row row) const { return seconds(m_created[row]); }
    [[nodiscard]] Instant taskDueAt(Row row) const { return seconds(m_taskDue[row]); }
    [[nodiscard]] int lockExpiresDay(Row row) const { return m_lockDays[row]; }
    [[nodiscard]] qint64 rank(Row row) const { return m_ranks.value(row, 0); }
    [[nodiscard]] quint16 wordIndex(Row row, int which) const;
    [[nodiscard]] const QString& word(quint16 index) const { return m_words[index]; }
    [[nodiscard]] QByteArrayView nameUtf8(Row row) const;
    /// True if every word of `folded` (already case-folded) occurs in the lead's searchable text.
    [[nodiscard]] bool matches(Row row, const std::vector<QByteArray>& folded) const;

    /// What the table costs, for the benchmarks.
    [[nodiscard]] qsizetype bytes() const;

private:
    static constexpr quint16 freeSlot = std::numeric_limits<quint16>::max();
    static Instant seconds(quint32 value) { return Instant{qint64(value) * 1000}; }

    std::vector<QUuid> m_ids;
    std::vector<quint16> m_stages;
    std::vector<quint16> m_owners;
    std::vector<qint64> m_values;
    std::vector<quint8> m_bits;
    std::vector<quint32> m_stageEntered, m_lastActivity, m_created, m_taskDue;
    std::vector<qint32> m_lockDays;
    std::vector<StageId> m_stageIds;
    std::vector<UserId> m_ownerIds;
    QHash<Row, qint64> m_ranks;
    std::vector<QString> m_words;
    qsizetype m_live = 0;
};

} // namespace keyturn
