// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lead_table.h"

#include <algorithm>
#include <cstring>

namespace keyturn {

namespace {

constexpr LeadTable::Row emptySlot = LeadTable::noRow;
constexpr LeadTable::Row deadSlot = LeadTable::noRow - 1;
constexpr quint8 rare = 255;
constexpr qsizetype textHeader = 8; // four lengths of two bytes

QByteArray foldedUtf8(QByteArrayView utf8)
{
    return QString::fromUtf8(utf8).toCaseFolded().toUtf8();
}

bool contains(QByteArrayView hay, const QByteArray& needle)
{
    return hay.indexOf(needle) >= 0;
}

quint16 toDay16(int day)
{
    return static_cast<quint16>(std::clamp(day, 0, 65535));
}

QByteArrayView digitsTo(QByteArray& out, QByteArrayView text)
{
    out.clear();
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            out.append(c);
        }
    }
    return out;
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
    rehash(64);
}

void LeadTable::reserve(qsizetype leads)
{
    const auto n = static_cast<std::size_t>(leads);
    m_ids.reserve(n);
    m_values.reserve(n);
    for (auto* column :
         {&m_stageEntered, &m_lastActivity, &m_firstContacted, &m_created, &m_taskDue, &m_ltvs, &m_tags, &m_texts}) {
        column->reserve(n);
    }
    for (auto* column : {&m_stages, &m_owners, &m_lockDays, &m_closeDays, &m_terms}) {
        column->reserve(n);
    }
    m_bits.reserve(n);
    m_scores.reserve(n);
    for (auto& column : m_small) {
        column.reserve(n);
    }
    std::size_t slots = 64;
    while (slots * 3 < n * 4) {
        slots *= 2;
    }
    if (slots > m_slots.size()) {
        rehash(slots);
    }
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
    m_bits[row] = static_cast<quint8>(static_cast<unsigned>(card.temperature) | (card.doNotContact ? 4U : 0U) |
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
    writeText(row, card);
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
        for (auto* column : {&m_stageEntered, &m_lastActivity, &m_firstContacted, &m_created, &m_taskDue, &m_ltvs,
                             &m_tags, &m_texts}) {
            column->push_back(0);
        }
        m_texts.back() = noRow;
        for (auto* column : {&m_stages, &m_owners, &m_lockDays, &m_closeDays, &m_terms}) {
            column->push_back(0);
        }
        m_bits.push_back(0);
        m_scores.push_back(0);
        for (auto& column : m_small) {
            column.push_back(0);
        }
    }
    ++m_live;
    index(row);
    return row;
}

LeadTable::Row LeadTable::remove(LeadId id)
{
    const Row row = rowOf(id);
    if (row == noRow) {
        return noRow;
    }
    unindex(row);
    const Texts texts = text(row);
    m_wasted += texts[3].data() + texts[3].size() + 1 - (m_arena.data() + m_texts[row]);
    m_texts[row] = noRow;
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

LeadTable::Row LeadTable::rowOf(LeadId id) const
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = hashOf(id.uuid()) & mask;; slot = (slot + 1) & mask) {
        const Row row = m_slots[slot];
        if (row == emptySlot) {
            return noRow;
        }
        if (row != deadSlot && m_ids[row] == id.uuid()) {
            return row;
        }
    }
}

LeadCard LeadTable::card(Row row) const
{
    LeadCard card;
    card.id = id(row);
    card.stage = m_stageIds[m_stages[row]];
    card.owner = m_ownerIds[m_owners[row]];
    const Texts texts = text(row);
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
    card.taskHasTime = (m_bits[row] & 8U) != 0;
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
    card.tags = m_tagSets[m_tags[row]].names;
    card.rank = rank(row);
    return card;
}

quint16 LeadTable::wordIndex(Row row, int which) const
{
    const auto at = static_cast<std::size_t>(which);
    const quint8 small = m_small[at][row];
    return small == rare ? m_rareWords.value((quint64(which) << 32U) | row) : m_smallWords[at][small];
}

std::vector<QByteArray> LeadTable::foldWords(const QString& typed)
{
    const auto isPhone = [](const QString& part) {
        static const QString signs = QStringLiteral("+()-. ");
        return std::all_of(part.begin(), part.end(),
                           [](QChar c) { return (c >= u'0' && c <= u'9') || signs.contains(c); });
    };
    const QStringList parts =
        isPhone(typed) ? QStringList{typed} : typed.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    std::vector<QByteArray> words;
    for (const QString& part : parts) {
        QByteArray word = part.toUtf8();
        if (isPhone(part)) {
            digitsTo(word, part.toLatin1());
        }
        if (!word.isEmpty()) {
            words.push_back(word);
        }
    }
    return words;
}

bool LeadTable::matches(Row row, const std::vector<QByteArray>& folded) const
{
    if (folded.empty()) {
        return true;
    }
    const Texts texts = text(row);
    const char* begin = texts[0].data();
    const qsizetype size = texts[3].data() + texts[3].size() - begin;
    m_scratch.resize(size);
    char* out = m_scratch.data();
    unsigned char seen = 0;
    for (qsizetype i = 0; i < size; ++i) {
        const auto c = static_cast<unsigned char>(begin[i]);
        seen |= c;
        out[i] = static_cast<char>(c + ((c >= 'A' && c <= 'Z') ? 32 : 0));
    }
    if ((seen & 0x80U) != 0) {
        m_scratch = foldedUtf8(QByteArrayView(begin, size));
    }
    const QByteArray& tags = m_tagSets[m_tags[row]].folded;
    return std::all_of(folded.begin(), folded.end(), [&](const QByteArray& word) {
        if (contains(m_scratch, word) || contains(tags, word)) {
            return true;
        }
        // A phone that was kept as typed, punctuation and all, is still found by its digits.
        if (word.size() < 3 || texts[2].isEmpty() || texts[2].front() == '+' ||
            !std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) {
            return false;
        }
        QByteArray digits;
        return contains(digitsTo(digits, texts[2]), word);
    });
}

qsizetype LeadTable::bytes() const
{
    std::size_t total = m_ids.capacity() * sizeof(QUuid) + m_values.capacity() * sizeof(qint64);
    for (const auto* column :
         {&m_stageEntered, &m_lastActivity, &m_firstContacted, &m_created, &m_taskDue, &m_ltvs, &m_tags, &m_texts}) {
        total += column->capacity() * sizeof(quint32);
    }
    for (const auto* column : {&m_stages, &m_owners, &m_lockDays, &m_closeDays, &m_terms}) {
        total += column->capacity() * sizeof(quint16);
    }
    total += m_bits.capacity() + m_scores.capacity() + m_arena.capacity() + m_slots.capacity() * sizeof(Row);
    for (const auto& column : m_small) {
        total += column.capacity();
    }
    return static_cast<qsizetype>(total);
}

quint32 LeadTable::toSeconds(Instant instant)
{
    return static_cast<quint32>(std::clamp<qint64>(instant.ms / 1000, 0, std::numeric_limits<quint32>::max()));
}

LeadTable::Texts LeadTable::text(Row row) const
{
    const char* at = m_arena.data() + m_texts[row];
    std::array<quint16, 4> lengths{};
    std::memcpy(lengths.data(), at, textHeader);
    at += textHeader;
    Texts texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        texts[i] = QByteArrayView(at, lengths[i]);
        at += lengths[i] + 1;
    }
    return texts;
}

void LeadTable::writeText(Row row, const LeadCard& card)
{
    const std::array<QByteArray, 4> parts{card.name.toUtf8(), card.email.toUtf8(), card.phone.toUtf8(),
                                          card.taskTitle.toUtf8()};
    std::array<quint16, 4> lengths{};
    qsizetype need = textHeader + 4;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        lengths[i] = static_cast<quint16>(std::min<qsizetype>(parts[i].size(), 65535));
        need += lengths[i];
    }
    qsizetype old = 0;
    if (m_texts[row] != noRow) {
        const Texts texts = text(row);
        old = texts[3].data() + texts[3].size() + 1 - (m_arena.data() + m_texts[row]);
    }
    if (need > old) {
        m_wasted += old;
        m_texts[row] = static_cast<quint32>(m_arena.size());
        m_arena.resize(m_arena.size() + static_cast<std::size_t>(need));
    } else {
        m_wasted += old - need;
    }
    char* at = m_arena.data() + m_texts[row];
    std::memcpy(at, lengths.data(), textHeader);
    at += textHeader;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::memcpy(at, parts[i].constData(), lengths[i]);
        at[lengths[i]] = '\n'; // between two texts, so that no word is found across them
        at += lengths[i] + 1;
    }
    if (m_wasted > (1 << 20) && m_wasted * 2 > static_cast<qsizetype>(m_arena.size())) {
        compactArena();
    }
}

void LeadTable::compactArena()
{
    std::vector<char> packed;
    packed.reserve(m_arena.size());
    for (Row row = 0; row < rowLimit(); ++row) {
        if (m_stages[row] == noIndex) {
            m_texts[row] = noRow;
            continue;
        }
        const Texts texts = text(row);
        const char* from = m_arena.data() + m_texts[row];
        const char* to = texts[3].data() + texts[3].size() + 1;
        m_texts[row] = static_cast<quint32>(packed.size());
        packed.insert(packed.end(), from, to);
    }
    m_arena = std::move(packed);
    m_wasted = 0;
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
    m_tagSets.push_back({tags, tags.join(u'\n').toCaseFolded().toUtf8()});
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

std::size_t LeadTable::hashOf(const QUuid& uuid)
{
    quint64 halves[2];
    static_assert(sizeof(QUuid) == sizeof halves);
    std::memcpy(halves, &uuid, sizeof halves);
    quint64 mixed = halves[0] * 0x9E3779B97F4A7C15ULL ^ halves[1];
    mixed ^= mixed >> 32U;
    mixed *= 0xD6E8FEB86659FD93ULL;
    return static_cast<std::size_t>(mixed ^ (mixed >> 29U));
}

void LeadTable::index(Row row)
{
    if ((m_usedSlots + 1) * 4 > m_slots.size() * 3) {
        std::size_t slots = 64;
        while (slots * 3 < static_cast<std::size_t>(m_live + 1) * 5) {
            slots *= 2;
        }
        rehash(slots); // counts `row` too: it is live by now
        return;
    }
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hashOf(m_ids[row]) & mask;
    while (m_slots[slot] != emptySlot) {
        slot = (slot + 1) & mask;
    }
    m_slots[slot] = row;
    ++m_usedSlots;
}

void LeadTable::unindex(Row row)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hashOf(m_ids[row]) & mask;
    while (m_slots[slot] != row) {
        slot = (slot + 1) & mask;
    }
    m_slots[slot] = deadSlot;
}

void LeadTable::rehash(std::size_t slots)
{
    m_slots.assign(slots, emptySlot);
    m_usedSlots = 0;
    const std::size_t mask = slots - 1;
    for (Row row = 0; row < rowLimit(); ++row) {
        if (m_stages[row] == noIndex) {
            continue;
        }
        std::size_t slot = hashOf(m_ids[row]) & mask;
        while (m_slots[slot] != emptySlot) {
            slot = (slot + 1) & mask;
        }
        m_slots[slot] = row;
        ++m_usedSlots;
    }
}

} // namespace keyturn
