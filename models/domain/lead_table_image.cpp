// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lead_table_image.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#ifdef Q_OS_LINUX
#include <sys/mman.h>
#endif

namespace keyturn {

namespace {

using Row = LeadTable::Row;

// Of the pieces, after the columns: one of each row, then those of other lengths.
constexpr std::size_t columnCount = 23;
enum : std::size_t { TextPiece = columnCount, SlotPiece, NamePiece, FreePiece, DictionaryPiece };
static_assert(DictionaryPiece + 1 == LeadTableImage::pieceCount);

constexpr quint64 mostRows = LeadTable::noRow - 1;
constexpr quint64 mostText = 0xfffffffeU; ///< what an offset can say, and one number that means nowhere

template<typename T>
QByteArrayView viewOf(const std::vector<T>& values, std::size_t count)
{
    return {reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(count * sizeof(T))};
}

template<typename T>
std::span<char> roomOf(std::vector<T>& values, std::size_t count)
{
    return {reinterpret_cast<char*>(values.data()), count * sizeof(T)};
}

template<typename T>
T largest(const std::vector<T>& values)
{
    T most = 0;
    for (const T value : values) {
        most = std::max(most, value);
    }
    return most;
}

/// Room for so many, without a fault of the memory for every four kilobytes of it: a large book has tens of thousands.
template<typename T>
void makeRoom(std::vector<T>& values, std::size_t count)
{
    values.reserve(count);
#ifdef Q_OS_LINUX
    constexpr std::uintptr_t page = 2UL * 1024 * 1024;
    const auto begin = (reinterpret_cast<std::uintptr_t>(values.data()) + page - 1) / page * page;
    const auto end = reinterpret_cast<std::uintptr_t>(values.data() + count) / page * page;
    if (begin < end) {
        ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE); // a hint; usual pages do as well
    }
#endif
    values.resize(count);
}

/// What has been seen of a row.
enum class Seen : quint8 { Nothing, Name, Place, IsFree };

/// Goes from one to the next, once for each row, and no row that does not exist.
bool goesOn(std::vector<Seen>& rows, Row row, Seen from, Seen to)
{
    if (row >= rows.size() || rows[row] != from) {
        return false;
    }
    rows[row] = to;
    return true;
}

} // namespace

template<typename Table, typename Visit>
void LeadTableImage::eachColumn(Table& table, const Visit& visit)
{
    visit(table.m_ids);
    visit(table.m_values);
    for (auto* column : {&table.m_stageEntered, &table.m_lastActivity, &table.m_firstContacted, &table.m_created,
                         &table.m_taskDue, &table.m_ltvs, &table.m_tags, &table.m_texts.m_offsets}) {
        visit(*column);
    }
    for (auto* column : {&table.m_stages, &table.m_owners, &table.m_lockDays, &table.m_closeDays, &table.m_terms}) {
        visit(*column);
    }
    for (auto& column : table.m_small) {
        visit(column);
    }
    visit(table.m_flags);
    visit(table.m_scores);
}

LeadTableImage::LeadTableImage(LeadTable& table)
{
    table.settle();
    m_dictionary = dictionaryOf(table);
    std::size_t at = 0;
    eachColumn(table, [&](const auto& column) { m_pieces[at++] = viewOf(column, column.size()); });
    m_pieces[TextPiece] = viewOf(table.m_texts.m_bytes, table.m_texts.m_used);
    m_pieces[SlotPiece] = viewOf(table.m_index.m_slots, table.m_index.m_slots.size());
    m_pieces[NamePiece] = viewOf(table.m_byName, table.m_byName.size());
    m_pieces[FreePiece] = viewOf(table.m_free, table.m_free.size());
    m_pieces[DictionaryPiece] = m_dictionary;
}

std::optional<LeadTableImage> LeadTableImage::ofSizes(const Sizes& sizes)
{
    LeadTableImage image;
    image.m_table = std::make_shared<LeadTable>();
    LeadTable& table = *image.m_table;
    const quint64 rows = sizes[0] / sizeof(QUuid);
    bool fits = rows <= mostRows && sizes[TextPiece] <= mostText;
    std::size_t at = 0;
    eachColumn(table, [&]<typename Value>(const std::vector<Value>&) { //
        fits = fits && sizes[at++] == rows * sizeof(Value);
    });
    const quint64 places = sizes[SlotPiece] / sizeof(Row);
    // Room for one more than there are: a search ends at a place that was never taken.
    fits = fits && places * sizeof(Row) == sizes[SlotPiece] && std::has_single_bit(places) && places > rows;
    for (const std::size_t piece : {std::size_t(NamePiece), std::size_t(FreePiece)}) {
        fits = fits && sizes[piece] % sizeof(Row) == 0 && sizes[piece] / sizeof(Row) <= rows;
    }
    fits = fits && sizes[DictionaryPiece] <= mostText;
    if (!fits) {
        return {};
    }
    eachColumn(table, [rows](auto& column) { makeRoom(column, rows); });
    table.m_texts.m_used = sizes[TextPiece];
    makeRoom(table.m_texts.m_bytes, sizes[TextPiece] + TextArena::slack);
    makeRoom(table.m_index.m_slots, places);
    makeRoom(table.m_byName, sizes[NamePiece] / sizeof(Row));
    table.m_free.resize(sizes[FreePiece] / sizeof(Row));
    image.m_dictionary.resize(static_cast<qsizetype>(sizes[DictionaryPiece]));
    return image;
}

std::vector<std::span<char>> LeadTableImage::room()
{
    std::vector<std::span<char>> room;
    room.reserve(pieceCount);
    LeadTable& table = *m_table;
    eachColumn(table, [&room](auto& column) { room.push_back(roomOf(column, column.size())); });
    room.push_back(roomOf(table.m_texts.m_bytes, table.m_texts.m_used));
    room.push_back(roomOf(table.m_index.m_slots, table.m_index.m_slots.size()));
    room.push_back(roomOf(table.m_byName, table.m_byName.size()));
    room.push_back(roomOf(table.m_free, table.m_free.size()));
    room.push_back({m_dictionary.data(), static_cast<std::size_t>(m_dictionary.size())});
    return room;
}

std::shared_ptr<LeadTable> LeadTableImage::finish()
{
    const bool isSound = readDictionary() && hasSoundColumns() && hasSoundTexts() && hasSoundRows();
    return isSound ? std::move(m_table) : nullptr;
}

bool LeadTableImage::hasSoundColumns() const
{
    const LeadTable& table = *m_table;
    if (table.m_ids.empty()) {
        return true;
    }
    for (std::size_t which = 0; which < LeadTable::wordCount; ++which) {
        const std::size_t known = table.m_smallWords[which].size();
        quint8 most = 0;
        for (const quint8 word : table.m_small[which]) {
            // What is rare is looked up, and found or not.
            most = std::max(most, word == LeadTable::rare ? quint8(0) : word);
        }
        if (most >= known) {
            return false;
        }
    }
    quint16 lastStage = 0;
    for (const quint16 stage : table.m_stages) {
        lastStage = std::max(lastStage, stage == LeadTable::noIndex ? quint16(0) : stage);
    }
    unsigned odd = 0;
    for (const quint8 flags : table.m_flags) {
        // Neither temperature nor letters have a fourth kind, and the last bit means nothing.
        odd |= (flags & (flags >> 1U) & 0x21U) | (flags & 0x80U);
    }
    return odd == 0 && lastStage < std::max<std::size_t>(table.m_stageIds.size(), 1) &&
           largest(table.m_owners) < table.m_ownerIds.size() && largest(table.m_tags) < table.m_tagSets.size();
}

/// One row's texts after the other's, in the order of the rows, and nothing else: so they were put down, and so no row
/// reaches into another one.
bool LeadTableImage::hasSoundTexts() const
{
    const TextArena& texts = m_table->m_texts;
    std::size_t at = 0;
    for (Row row = 0; row < texts.m_offsets.size(); ++row) {
        const quint32 offset = texts.m_offsets[row];
        if ((offset == TextArena::nowhere) != (m_table->m_stages[row] == LeadTable::noIndex)) {
            return false;
        }
        if (offset == TextArena::nowhere) {
            continue;
        }
        // A head that begins in the text may be read beyond its end, into the slack.
        if (offset != at || at >= texts.m_used) {
            return false;
        }
        at += texts.head(row).total();
        if (at > texts.m_used) {
            return false;
        }
    }
    return at == texts.m_used;
}

/// Every row is one lead that has a name and can be found, or free.
bool LeadTableImage::hasSoundRows()
{
    LeadTable& table = *m_table;
    const std::size_t rows = table.m_ids.size();
    const auto live = static_cast<std::size_t>(
        std::count_if(table.m_stages.begin(), table.m_stages.end(), [](quint16 s) { return s != LeadTable::noIndex; }));
    if (table.m_byName.size() != live || table.m_free.size() != rows - live || (live > 0 && table.m_stageIds.empty())) {
        return false;
    }
    std::vector<Seen> seen(rows, Seen::Nothing);
    for (const Row row : table.m_free) {
        if (row >= rows || table.isLive(row) || !goesOn(seen, row, Seen::Nothing, Seen::IsFree)) {
            return false;
        }
    }
    // As many as are not free, and each of them once: all that live.
    for (const Row row : table.m_byName) {
        if (!goesOn(seen, row, Seen::Nothing, Seen::Name)) {
            return false;
        }
    }
    RowIndex& index = table.m_index;
    index.m_live = 0;
    index.m_used = 0;
    for (const Row row : index.m_slots) {
        if (row == RowIndex::emptySlot) {
            continue;
        }
        ++index.m_used;
        if (row != RowIndex::deadSlot) {
            ++index.m_live;
            if (!goesOn(seen, row, Seen::Name, Seen::Place)) {
                return false;
            }
        }
    }
    if (index.m_live != live || index.m_used == index.m_slots.size()) {
        return false;
    }
    table.m_live = static_cast<qsizetype>(live);
    table.m_isSorted = true;
    return true;
}

} // namespace keyturn
