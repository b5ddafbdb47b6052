// SPDX-License-Identifier: GPL-3.0-or-later
// What repeats in a table of leads, and what only few of them have, as one of the pieces of its image.
#include "models/domain/lead_table_image.h"

#include <QtEndian>

namespace keyturn {

namespace {

using Row = LeadTable::Row;

constexpr quint64 mostTags = 0xffffffffU;

class Words
{
public:
    void number(quint64 value)
    {
        const quint64 little = qToLittleEndian(value);
        m_bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
    }
    void text(const QString& text)
    {
        const QByteArray utf8 = text.toUtf8();
        number(static_cast<quint64>(utf8.size()));
        m_bytes.append(utf8);
    }
    void id(const QUuid& id) { m_bytes.append(id.toRfc4122()); }
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Reads them back. After something that cannot be everything is nothing.
class WordReader
{
public:
    explicit WordReader(QByteArrayView bytes)
        : m_left(bytes)
    {}

    quint64 number()
    {
        const QByteArrayView bytes = take(sizeof(quint64));
        return bytes.isEmpty() ? 0 : qFromLittleEndian<quint64>(bytes.data());
    }
    /// How many follow, each of which takes so many bytes at least.
    quint64 count(quint64 most, quint64 eachAtLeast)
    {
        const quint64 count = number();
        if (count > most || count > static_cast<quint64>(m_left.size()) / eachAtLeast) {
            m_isSound = false;
        }
        return m_isSound ? count : 0;
    }
    QString text() { return QString::fromUtf8(take(number())); }
    QUuid id() { return QUuid::fromRfc4122(take(16).toByteArray()); }
    void insist(bool condition) { m_isSound = m_isSound && condition; }
    [[nodiscard]] bool isSound() const { return m_isSound; }
    [[nodiscard]] bool isDone() const { return m_isSound && m_left.isEmpty(); }

private:
    QByteArrayView take(quint64 size)
    {
        if (!m_isSound || size > static_cast<quint64>(m_left.size())) {
            m_isSound = false;
            return {};
        }
        const QByteArrayView taken = m_left.first(static_cast<qsizetype>(size));
        m_left = m_left.sliced(static_cast<qsizetype>(size));
        return taken;
    }

    QByteArrayView m_left;
    bool m_isSound = true;
};

} // namespace

QByteArray LeadTableImage::dictionaryOf(const LeadTable& table) const
{
    Words words;
    words.number(table.m_stageIds.size());
    for (const StageId stage : table.m_stageIds) {
        words.id(stage.uuid());
    }
    words.number(table.m_ownerIds.size());
    for (const UserId owner : table.m_ownerIds) {
        words.id(owner.uuid());
    }
    words.number(table.m_words.size());
    for (const QString& word : table.m_words) {
        words.text(word);
    }
    for (const auto& small : table.m_smallWords) {
        words.number(small.size());
        for (const quint16 word : small) {
            words.number(word);
        }
    }
    words.number(static_cast<quint64>(table.m_rareWords.size()));
    for (auto it = table.m_rareWords.begin(); it != table.m_rareWords.end(); ++it) {
        words.number(it.key());
        words.number(it.value());
    }
    words.number(table.m_tagSets.size());
    for (const QStringList& tags : table.m_tagSets) {
        words.number(static_cast<quint64>(tags.size()));
        for (const QString& tag : tags) {
            words.text(tag);
        }
    }
    words.number(static_cast<quint64>(table.m_ranks.size()));
    for (auto it = table.m_ranks.begin(); it != table.m_ranks.end(); ++it) {
        words.number(it.key());
        words.number(static_cast<quint64>(it.value()));
    }
    return words.take();
}

bool LeadTableImage::readDictionary()
{
    LeadTable& table = *m_table;
    const quint64 rows = table.m_ids.size();
    WordReader words(m_dictionary);
    for (quint64 left = words.count(LeadTable::noIndex, 16); left > 0; --left) {
        const StageId stage(words.id());
        table.m_stageIndex.insert(stage, static_cast<quint16>(table.m_stageIds.size()));
        table.m_stageIds.push_back(stage);
    }
    for (quint64 left = words.count(LeadTable::noIndex, 16); left > 0; --left) {
        const UserId owner(words.id());
        table.m_ownerIndex.insert(owner, static_cast<quint16>(table.m_ownerIds.size()));
        table.m_ownerIds.push_back(owner);
    }
    table.m_words.clear();
    table.m_wordIndex.clear();
    for (quint64 left = words.count(LeadTable::noIndex, sizeof(quint64)); left > 0; --left) {
        const QString word = words.text();
        table.m_wordIndex.insert(word, static_cast<quint16>(table.m_words.size()));
        table.m_words.push_back(word);
    }
    words.insist(!table.m_words.empty() && table.m_words.front().isEmpty());
    for (auto& small : table.m_smallWords) {
        small.clear();
        for (quint64 left = words.count(LeadTable::rare, sizeof(quint64)); left > 0; --left) {
            const quint64 word = words.number();
            words.insist(word < table.m_words.size());
            small.push_back(static_cast<quint16>(word));
        }
        words.insist(!small.empty() && small.front() == 0);
    }
    for (quint64 left = words.count(rows * LeadTable::wordCount, 2 * sizeof(quint64)); left > 0; --left) {
        const quint64 key = words.number();
        const quint64 word = words.number();
        words.insist((key >> 32U) < LeadTable::wordCount && (key & 0xffffffffU) < rows && word < table.m_words.size());
        table.m_rareWords.insert(key, static_cast<quint16>(word));
    }
    table.m_tagSets.clear();
    table.m_tagIndex.clear();
    for (quint64 left = words.count(mostTags, sizeof(quint64)); left > 0; --left) {
        QStringList tags;
        for (quint64 more = words.count(mostTags, sizeof(quint64)); more > 0; --more) {
            tags.append(words.text());
        }
        table.m_tagIndex.insert(tags, static_cast<quint32>(table.m_tagSets.size()));
        table.m_tagSets.push_back(tags);
    }
    words.insist(!table.m_tagSets.empty() && table.m_tagSets.front().isEmpty());
    const quint64 ranked = words.count(rows, 2 * sizeof(quint64));
    table.m_ranks.reserve(static_cast<qsizetype>(ranked));
    for (quint64 left = ranked; left > 0; --left) {
        const quint64 row = words.number();
        words.insist(row < rows);
        table.m_ranks.insert(static_cast<Row>(row), static_cast<qint64>(words.number()));
    }
    m_dictionary.clear();
    return words.isDone();
}

} // namespace keyturn
