// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lead_table.h"

#include "models/domain/text_order.h"

#include <algorithm>
#include <cstring>

namespace keyturn {

namespace {

/// Any strict order will do for the last word; this one is cheap.
bool isLess(const QUuid& a, const QUuid& b)
{
    quint64 x[2];
    quint64 y[2];
    static_assert(sizeof(QUuid) == sizeof x);
    std::memcpy(x, &a, sizeof x);
    std::memcpy(y, &b, sizeof y);
    return x[0] != y[0] ? x[0] < y[0] : x[1] < y[1];
}

quint16 toDay16(int day)
{
    return static_cast<quint16>(std::clamp(day, 0, 65535));
}

} // namespace

LeadTable::LeadTable()
{
    m_words.emplace_back();
    m_wordIndex.insert(QString(), 0);
    for (auto& words : m_smallWords) {
        words.push_back(0);
    }
    m_tagSets.emplace_back();
    m_tagIndex.insert(QStringList(), 0);
}

void LeadTable::reserve(qsizetype leads)
{
    const auto n = static_cast<std::size_t>(leads);
    m_ids.reserve(n);
    m_values.reserve(n);
    for (auto* column :
         {&m_stageEntered, &m_lastActivity, &m_firstContacted, &m_created, &m_taskDue, &m_ltvs, &m_tags}) {
        column->reserve(n);
    }
    for (auto* column : {&m_stages, &m_owners, &m_lockDays, &m_closeDays, &m_terms}) {
        column->reserve(n);
    }
    m_flags.reserve(n);
    m_scores.reserve(n);
    for (auto& column : m_small) {
        column.reserve(n);
    }
    m_texts.reserve(n);
    m_index.reserve(n, m_ids);
}

LeadTable::Row LeadTable::upsert(const LeadCard& card)
{
    const Row known = rowOf(card.id);
    const Row row = known == noRow ? newRow(card.id) : known;
    m_stages[row] = internStage(card.stage);
    m_owners[row] = internOwner(card.owner);
    m_values[row] = card.valueCents;
    m_stageEntered[row] = toSeconds(card.stageEnteredAt);
    m_lastActivity[row] = toSeconds(card.lastActivityAt);
    m_firstContacted[row] = toSeconds(card.firstContactedAt);
    m_created[row] = toSeconds(card.createdAt);
    m_taskDue[row] = toSeconds(card.taskDueAt);
    m_ltvs[row] = static_cast<quint32>(std::max(0, card.ltvPct3));
    m_lockDays[row] = toDay16(card.lockExpiresDay);
    m_closeDays[row] = toDay16(card.closeDay);
    m_terms[row] = static_cast<quint16>(std::clamp(card.termMonths, 0, 65535));
    m_scores[row] = static_cast<quint8>(std::clamp(card.score, 0, 255));
    m_flags[row] = static_cast<quint8>(static_cast<unsigned>(card.temperature) | (card.doNotContact ? 4U : 0U) |
                                       (card.taskHasTime ? 8U : 0U) | (card.taskTitle.isEmpty() ? 0U : 16U));
    const std::array<const QString*, wordCount> words{&card.program, &card.purpose, &card.ficoBand,
                                                      &card.source,  &card.state,   &card.taskType};
    for (int which = 0; which < wordCount; ++which) {
        const auto at = static_cast<std::size_t>(which);
        m_small[at][row] = internSmall(row, which, *words[at]);
    }
    m_tags[row] = internTags(card.tags);
    if (card.rank != 0) {
        m_ranks.insert(row, card.rank);
    } else {
        m_ranks.remove(row);
    }
    writeText(row, card, known == noRow);
    return row;
}

LeadTable::Row LeadTable::newRow(LeadId id)
{
    Row row = 0;
    if (!m_free.empty()) {
        row = m_free.back();
        m_free.pop_back();
        m_ids[row] = id.uuid();
        m_stages[row] = 0;
    } else {
        row = static_cast<Row>(m_ids.size());
        m_ids.push_back(id.uuid());
        m_values.push_back(0);
        for (auto* column :
             {&m_stageEntered, &m_lastActivity, &m_firstContacted, &m_created, &m_taskDue, &m_ltvs, &m_tags}) {
            column->push_back(0);
        }
        m_texts.addRow();
        for (auto* column : {&m_stages, &m_owners, &m_lockDays, &m_closeDays, &m_terms}) {
            column->push_back(0);
        }
        m_flags.push_back(0);
        m_scores.push_back(0);
        for (auto& column : m_small) {
            column.push_back(0);
        }
    }
    ++m_live;
    m_index.insert(row, m_ids);
    return row;
}

LeadTable::Row LeadTable::remove(LeadId id)
{
    const Row row = rowOf(id);
    if (row == noRow) {
        return noRow;
    }
    takeByName(row);
    m_index.remove(row, m_ids);
    m_texts.drop(row);
    m_stages[row] = noIndex;
    m_ranks.remove(row);
    for (quint64 which = 0; which < wordCount; ++which) {
        m_rareWords.remove((which << 32U) | row);
    }
    m_free.push_back(row);
    --m_live;
    return row;
}

void LeadTable::setStage(Row row, StageId stage, Instant enteredAt)
{
    m_stages[row] = internStage(stage);
    m_stageEntered[row] = toSeconds(enteredAt);
}

void LeadTable::putOffSorting()
{
    m_isSorted = false;
    m_byName.clear();
}

void LeadTable::settle()
{
    m_texts.squeeze();
    for (const Row row : m_free) {
        m_ids[row] = QUuid();
        m_values[row] = 0;
        for (auto* column :
             {&m_stageEntered, &m_lastActivity, &m_firstContacted, &m_created, &m_taskDue, &m_ltvs, &m_tags}) {
            (*column)[row] = 0;
        }
        for (auto* column : {&m_owners, &m_lockDays, &m_closeDays, &m_terms}) {
            (*column)[row] = 0;
        }
        m_flags[row] = 0;
        m_scores[row] = 0;
        for (auto& column : m_small) {
            column[row] = 0;
        }
    }
    static_cast<void>(byName());
}

bool LeadTable::isBefore(Row a, Row b) const
{
    const int order = compareTexts(nameUtf8(a), nameUtf8(b));
    return order != 0 ? order < 0 : isLess(m_ids[a], m_ids[b]);
}

const std::vector<LeadTable::Row>& LeadTable::byName() const
{
    if (!m_isSorted) {
        std::vector<Row> rows;
        rows.reserve(static_cast<std::size_t>(m_live));
        for (Row row = 0; row < rowLimit(); ++row) {
            if (isLive(row)) {
                rows.push_back(row);
            }
        }
        std::sort(rows.begin(), rows.end(), [this](Row a, Row b) { return isLess(m_ids[a], m_ids[b]); });
        TextSorter sorter(std::move(rows), [this](Row row) { return nameUtf8(row); });
        sorter.step();
        m_byName = sorter.take();
        m_isSorted = true;
    }
    return m_byName;
}

void LeadTable::putByName(Row row)
{
    if (m_isSorted) {
        const auto place =
            std::lower_bound(m_byName.begin(), m_byName.end(), row, [this](Row a, Row b) { return isBefore(a, b); });
        m_byName.insert(place, row);
    }
}

void LeadTable::takeByName(Row row)
{
    if (m_isSorted) {
        const auto place =
            std::lower_bound(m_byName.begin(), m_byName.end(), row, [this](Row a, Row b) { return isBefore(a, b); });
        // An order that was read from a file need not be one.
        const bool isThere = place != m_byName.end() && *place == row;
        m_byName.erase(isThere ? place : std::find(m_byName.begin(), m_byName.end(), row));
    }
}

LeadCard LeadTable::card(Row row) const
{
    LeadCard card;
    card.id = id(row);
    card.stage = m_stageIds[m_stages[row]];
    card.owner = m_ownerIds[m_owners[row]];
    const TextArena::Parts texts = m_texts.parts(row);
    card.name = QString::fromUtf8(texts[0]);
    card.email = QString::fromUtf8(texts[1]);
    card.phone = QString::fromUtf8(texts[2]);
    card.taskTitle = QString::fromUtf8(texts[3]);
    card.valueCents = m_values[row];
    card.stageEnteredAt = stageEnteredAt(row);
    card.lastActivityAt = lastActivityAt(row);
    card.firstContactedAt = firstContactedAt(row);
    card.createdAt = createdAt(row);
    card.taskDueAt = taskDueAt(row);
    card.temperature = temperature(row);
    card.doNotContact = doNotContact(row);
    card.taskHasTime = (m_flags[row] & 8U) != 0;
    card.program = word(wordIndex(row, Program));
    card.purpose = word(wordIndex(row, Purpose));
    card.ficoBand = word(wordIndex(row, FicoBand));
    card.source = word(wordIndex(row, Source));
    card.state = word(wordIndex(row, State));
    card.taskType = word(wordIndex(row, TaskType));
    card.termMonths = termMonths(row);
    card.ltvPct3 = ltvPct3(row);
    card.lockExpiresDay = lockExpiresDay(row);
    card.closeDay = closeDay(row);
    card.score = score(row);
    card.tags = m_tagSets[m_tags[row]];
    card.rank = rank(row);
    return card;
}

quint16 LeadTable::wordIndex(Row row, int which) const
{
    const auto at = static_cast<std::size_t>(which);
    const quint8 small = m_small[at][row];
    return small == rare ? m_rareWords.value((quint64(which) << 32U) | row) : m_smallWords[at][small];
}

qsizetype LeadTable::bytes() const
{
    std::size_t total = m_ids.capacity() * sizeof(QUuid) + m_values.capacity() * sizeof(qint64);
    for (const auto* column :
         {&m_stageEntered, &m_lastActivity, &m_firstContacted, &m_created, &m_taskDue, &m_ltvs, &m_tags}) {
        total += column->capacity() * sizeof(quint32);
    }
    for (const auto* column : {&m_stages, &m_owners, &m_lockDays, &m_closeDays, &m_terms}) {
        total += column->capacity() * sizeof(quint16);
    }
    total += m_flags.capacity() + m_scores.capacity() + m_byName.capacity() * sizeof(Row);
    for (const auto& column : m_small) {
        total += column.capacity();
    }
    return static_cast<qsizetype>(total) + m_texts.bytes() + m_index.bytes();
}

quint32 LeadTable::toSeconds(Instant instant)
{
    return static_cast<quint32>(std::clamp<qint64>(instant.ms / 1000, 0, std::numeric_limits<quint32>::max()));
}

void LeadTable::writeText(Row row, const LeadCard& card, bool isNew)
{
    const std::array<QByteArray, TextArena::partCount> texts{card.name.toUtf8(), card.email.toUtf8(),
                                                             card.phone.toUtf8(), card.taskTitle.toUtf8()};
    const bool renamed = isNew || nameUtf8(row) != texts[0];
    if (renamed && !isNew) {
        takeByName(row);
    }
    m_texts.write(row, {texts[0], texts[1], texts[2], texts[3]});
    const auto letters = static_cast<unsigned>(TextArena::lettersOf(allText(row)));
    m_flags[row] = static_cast<quint8>(m_flags[row] | (letters << 5U));
    if (renamed) {
        putByName(row);
    }
}

quint16 LeadTable::intern(const QString& word)
{
    if (const auto it = m_wordIndex.constFind(word); it != m_wordIndex.constEnd()) {
        return *it;
    }
    if (m_words.size() >= noIndex) {
        return 0; // 65,535 different programs and sources: beyond any book, and no reason to fail
    }
    const auto at = static_cast<quint16>(m_words.size());
    m_words.push_back(word);
    m_wordIndex.insert(word, at);
    return at;
}

quint8 LeadTable::internSmall(Row row, int which, const QString& word)
{
    const quint64 key = (quint64(which) << 32U) | row;
    m_rareWords.remove(key);
    if (word.isEmpty()) {
        return 0;
    }
    const quint16 index = intern(word);
    auto& words = m_smallWords[static_cast<std::size_t>(which)];
    const auto it = std::find(words.begin(), words.end(), index);
    if (it != words.end()) {
        return static_cast<quint8>(it - words.begin());
    }
    if (words.size() < rare) {
        words.push_back(index);
        return static_cast<quint8>(words.size() - 1);
    }
    m_rareWords.insert(key, index);
    return rare;
}

quint32 LeadTable::internTags(const QStringList& tags)
{
    if (tags.isEmpty()) {
        return 0;
    }
    if (const auto it = m_tagIndex.constFind(tags); it != m_tagIndex.constEnd()) {
        return *it;
    }
    const auto at = static_cast<quint32>(m_tagSets.size());
    m_tagSets.push_back(tags);
    m_tagIndex.insert(tags, at);
    return at;
}

quint16 LeadTable::internStage(StageId stage)
{
    if (const auto it = m_stageIndex.constFind(stage); it != m_stageIndex.constEnd()) {
        return *it;
    }
    const auto at = static_cast<quint16>(m_stageIds.size());
    m_stageIds.push_back(stage);
    m_stageIndex.insert(stage, at);
    return at;
}

quint16 LeadTable::internOwner(UserId owner)
{
    if (const auto it = m_ownerIndex.constFind(owner); it != m_ownerIndex.constEnd()) {
        return *it;
    }
    const auto at = static_cast<quint16>(m_ownerIds.size());
    m_ownerIds.push_back(owner);
    m_ownerIndex.insert(owner, at);
    return at;
}

} // namespace keyturn
