// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_card.h"
#include "models/domain/row_index.h"
#include "models/domain/text_arena.h"

#include <QByteArrayView>
#include <QHash>

#include <array>
#include <limits>
#include <optional>
#include <vector>

namespace keyturn {

/// All leads of a book in memory, as columns instead of objects: what repeats (stages, people, programs, tags) is held
/// once and referred to by number, text stands in one UTF-8 arena. A row number stays the same for the life of the lead
/// in this table; removed rows are re-used. Moments are kept to the second. Not thread-safe: built on a database
/// thread, then handed over as a whole.
class LeadTable
{
public:
    using Row = quint32;
    static constexpr Row noRow = std::numeric_limits<Row>::max();
    static constexpr quint16 noIndex = std::numeric_limits<quint16>::max();

    /// The columns whose values are few and repeat.
    enum Word { Program, Purpose, FicoBand, Source, State, TaskType, wordCount };

    LeadTable();

    void reserve(qsizetype leads);
    /// Adds the lead, or replaces it if the table has it already. Answers its row.
    Row upsert(const LeadCard& card);
    /// Answers the row that is free now, or noRow.
    Row remove(LeadId id);
    /// Another stage for the lead in this row, nothing else.
    void setStage(Row row, StageId stage, Instant enteredAt);
    /// Before many that are new or get other names: the names are put in order again by settle(), or when they are
    /// asked for.
    void putOffSorting();
    /// After the last of many: gives back memory that was taken ahead, wipes what removed leads have left, and sorts
    /// the names. To be called where the table is built, so that whoever gets it need not wait for that.
    void settle();

    [[nodiscard]] qsizetype count() const { return m_live; }
    /// Rows run from 0 to rowLimit() - 1; not all of them are live.
    [[nodiscard]] Row rowLimit() const { return static_cast<Row>(m_ids.size()); }
    [[nodiscard]] bool isLive(Row row) const { return row < m_ids.size() && m_stages[row] != noIndex; }
    [[nodiscard]] Row rowOf(LeadId id) const { return m_index.find(id.uuid(), m_ids); }
    /// All live rows by name, then by id; kept up to date. Sorting by anything else begins here.
    [[nodiscard]] const std::vector<Row>& byName() const;
    /// The order of byName().
    [[nodiscard]] bool isBefore(Row a, Row b) const;

    /// The whole card; for what is visible.
    [[nodiscard]] LeadCard card(Row row) const;

    // Single columns; for sorting, filtering and adding up.
    [[nodiscard]] LeadId id(Row row) const { return LeadId(m_ids[row]); }
    [[nodiscard]] const QUuid& uuid(Row row) const { return m_ids[row]; }
    [[nodiscard]] quint16 stageIndex(Row row) const { return m_stages[row]; }
    [[nodiscard]] quint16 ownerIndex(Row row) const { return m_owners[row]; }
    [[nodiscard]] StageId stageAt(quint16 index) const { return m_stageIds[index]; }
    [[nodiscard]] UserId ownerAt(quint16 index) const { return m_ownerIds[index]; }
    /// noIndex if no lead ever stood there.
    [[nodiscard]] quint16 indexOfStage(StageId stage) const { return m_stageIndex.value(stage, noIndex); }
    [[nodiscard]] quint16 indexOfOwner(UserId owner) const { return m_ownerIndex.value(owner, noIndex); }
    [[nodiscard]] quint16 stageLimit() const { return static_cast<quint16>(m_stageIds.size()); }
    [[nodiscard]] quint16 ownerLimit() const { return static_cast<quint16>(m_ownerIds.size()); }
    [[nodiscard]] qint64 valueCents(Row row) const { return m_values[row]; }
    [[nodiscard]] Temperature temperature(Row row) const { return static_cast<Temperature>(m_flags[row] & 3U); }
    [[nodiscard]] bool doNotContact(Row row) const { return (m_flags[row] & 4U) != 0; }
    [[nodiscard]] bool hasTask(Row row) const { return (m_flags[row] & 16U) != 0; }
    [[nodiscard]] Instant stageEnteredAt(Row row) const { return seconds(m_stageEntered[row]); }
    [[nodiscard]] Instant lastActivityAt(Row row) const { return seconds(m_lastActivity[row]); }
    [[nodiscard]] Instant firstContactedAt(Row row) const { return seconds(m_firstContacted[row]); }
    [[nodiscard]] Instant createdAt(Row row) const { return seconds(m_created[row]); }
    [[nodiscard]] Instant taskDueAt(Row row) const { return seconds(m_taskDue[row]); }
    [[nodiscard]] int lockExpiresDay(Row row) const { return m_lockDays[row]; }
    [[nodiscard]] int closeDay(Row row) const { return m_closeDays[row]; }
    [[nodiscard]] int score(Row row) const { return m_scores[row]; }
    [[nodiscard]] int termMonths(Row row) const { return m_terms[row]; }
    [[nodiscard]] int ltvPct3(Row row) const { return static_cast<int>(m_ltvs[row]); }
    [[nodiscard]] qint64 rank(Row row) const { return m_ranks.value(row, 0); }
    [[nodiscard]] quint16 wordIndex(Row row, int which) const;
    [[nodiscard]] const QString& word(quint16 index) const { return m_words[index]; }
    [[nodiscard]] quint16 wordLimit() const { return static_cast<quint16>(m_words.size()); }
    /// noIndex if no lead has this word.
    [[nodiscard]] quint16 indexOfWord(const QString& word) const { return m_wordIndex.value(word, noIndex); }
    /// Which of the sets of tags in use; compare and look up, never count on its value.
    [[nodiscard]] quint32 tagSetIndex(Row row) const { return m_tags[row]; }
    [[nodiscard]] const QStringList& tagSet(quint32 index) const { return m_tagSets[index]; }
    [[nodiscard]] quint32 tagSetLimit() const { return static_cast<quint32>(m_tagSets.size()); }
    [[nodiscard]] QByteArrayView nameUtf8(Row row) const { return m_texts.parts(row)[0]; }
    [[nodiscard]] QByteArrayView emailUtf8(Row row) const { return m_texts.parts(row)[1]; }
    [[nodiscard]] QByteArrayView phoneUtf8(Row row) const { return m_texts.parts(row)[2]; }
    [[nodiscard]] QByteArrayView taskUtf8(Row row) const { return m_texts.parts(row)[3]; }
    /// Name, e-mail, phone and next task with line feeds in between; TextArena::slack bytes beyond may be read.
    [[nodiscard]] QByteArrayView allText(Row row) const { return m_texts.whole(row); }
    [[nodiscard]] TextArena::Letters letters(Row row) const
    {
        return static_cast<TextArena::Letters>(m_flags[row] >> 5U & 3U);
    }

    /// What the table costs, for the benchmarks.
    [[nodiscard]] qsizetype bytes() const;
    /// Of those, the texts alone.
    [[nodiscard]] qsizetype textBytes() const { return m_texts.textBytes(); }

private:
    friend class LeadTableImage;

    static constexpr quint8 rare = 255; ///< in m_small: look in m_rareWords
    static Instant seconds(quint32 value) { return Instant{qint64(value) * 1000}; }
    static quint32 toSeconds(Instant instant);
    [[nodiscard]] quint16 intern(const QString& word);
    [[nodiscard]] quint8 internSmall(Row row, int which, const QString& word);
    [[nodiscard]] quint32 internTags(const QStringList& tags);
    [[nodiscard]] quint16 internStage(StageId stage);
    [[nodiscard]] quint16 internOwner(UserId owner);
    void writeText(Row row, const LeadCard& card, bool isNew);
    void putByName(Row row);
    void takeByName(Row row);
    [[nodiscard]] Row newRow(LeadId id);

    std::vector<QUuid> m_ids;
    std::vector<qint64> m_values;
    std::vector<quint32> m_stageEntered, m_lastActivity, m_firstContacted, m_created, m_taskDue;
    std::vector<quint32> m_ltvs, m_tags;
    std::vector<quint16> m_stages, m_owners, m_lockDays, m_closeDays, m_terms;
    std::vector<quint8> m_flags, m_scores;              ///< flags: 2 bits temperature, 3 of one each, 2 kind of letters
    std::array<std::vector<quint8>, wordCount> m_small; ///< numbers into m_smallWords, 255: look in m_rareWords

    TextArena m_texts;
    RowIndex m_index;
    mutable std::vector<Row> m_byName;
    mutable bool m_isSorted = false; ///< m_byName holds: it is made when it is first asked for
    std::vector<Row> m_free;
    qsizetype m_live = 0;

    std::vector<StageId> m_stageIds;
    std::vector<UserId> m_ownerIds;
    QHash<StageId, quint16> m_stageIndex;
    QHash<UserId, quint16> m_ownerIndex;
    std::vector<QString> m_words;
    QHash<QString, quint16> m_wordIndex;
    std::array<std::vector<quint16>, wordCount> m_smallWords;
    QHash<quint64, quint16> m_rareWords;
    std::vector<QStringList> m_tagSets;
    QHash<QStringList, quint32> m_tagIndex;
    QHash<Row, qint64> m_ranks;
};

} // namespace keyturn
