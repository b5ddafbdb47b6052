// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a table, taken from a page byte by byte. Every number that the page gives is doubted.
#include "models/archive/sqlite_pages.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace keyturn {

namespace {

constexpr int leafType = 13;
constexpr int innerType = 5;
constexpr int keyedLeafType = 10;
constexpr int keyedInnerType = 2;
constexpr int fileHeaderBytes = 100; ///< before the first page's own
constexpr quint64 longestRow = 1'000'000'000;
constexpr int mostColumns = 2000;

/// Reads numbers and bytes as long as there are any.
class Bytes
{
public:
    explicit Bytes(const QByteArray& bytes, qsizetype at = 0)
        : m_bytes(bytes)
        , m_at(at)
    {}

    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] bool isGood() const { return m_isGood; }

    quint64 varint()
    {
        quint64 value = 0;
        for (int i = 0; i < 9; ++i) {
            if (m_at >= m_bytes.size()) {
                m_isGood = false;
                return 0;
            }
            const auto byte = static_cast<unsigned char>(m_bytes[m_at++]);
            if (i == 8) {
                return (value << 8U) | byte;
            }
            value = (value << 7U) | (byte & 0x7fU);
            if ((byte & 0x80U) == 0) {
                return value;
            }
        }
        return value;
    }
    QByteArray take(qsizetype size)
    {
        if (size < 0 || size > m_bytes.size() - m_at) {
            m_isGood = false;
            return {};
        }
        const QByteArray part = m_bytes.mid(m_at, size);
        m_at += size;
        return part;
    }

private:
    const QByteArray& m_bytes;
    qsizetype m_at;
    bool m_isGood = true;
};

qint64 signedFrom(const QByteArray& bytes)
{
    quint64 value = !bytes.isEmpty() && (static_cast<unsigned char>(bytes[0]) & 0x80U) != 0 ? ~quint64{0} : 0;
    for (const char byte : bytes) {
        value = (value << 8U) | static_cast<unsigned char>(byte);
    }
    return static_cast<qint64>(value);
}

std::optional<SqliteValue> valueOf(quint64 type, Bytes& content)
{
    SqliteValue value;
    constexpr int sizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (type >= 12) {
        value.type = type % 2 == 0 ? SqliteValue::Type::Blob : SqliteValue::Type::Text;
        value.bytes = content.take(static_cast<qsizetype>((type - 12) / 2));
        // Text of a damaged page is rarely text.
        if (value.type == SqliteValue::Type::Text && QString::fromUtf8(value.bytes).toUtf8() != value.bytes) {
            return std::nullopt;
        }
    } else if (type == 10 || type == 11) {
        return std::nullopt; // never written
    } else if (type == 7) {
        const QByteArray bytes = content.take(8);
        const quint64 bits = bytes.size() == 8 ? qFromBigEndian<quint64>(bytes.constData()) : 0;
        value.type = SqliteValue::Type::Real;
        std::memcpy(&value.real, &bits, sizeof value.real);
    } else if (type != 0) {
        value.type = SqliteValue::Type::Integer;
        value.integer = type >= 8 ? static_cast<qint64>(type - 8) : signedFrom(content.take(sizes[type]));
    }
    return content.isGood() ? std::optional(value) : std::nullopt;
}

std::optional<std::vector<SqliteValue>> valuesOf(const QByteArray& payload)
{
    Bytes header(payload);
    const auto headerSize = static_cast<qsizetype>(header.varint());
    if (!header.isGood() || headerSize < 1 || headerSize > payload.size()) {
        return std::nullopt;
    }
    Bytes content(payload, headerSize);
    std::vector<SqliteValue> values;
    while (header.at() < headerSize) {
        const quint64 type = header.varint();
        auto value = header.isGood() && type < longestRow * 2 ? valueOf(type, content) : std::nullopt;
        if (!value || values.size() > mostColumns) {
            return std::nullopt;
        }
        values.push_back(std::move(*value));
    }
    // A row that leaves bytes over, or whose head does not end where it says, is none.
    if (header.at() != headerSize || content.at() != payload.size()) {
        return std::nullopt;
    }
    return values;
}

/// The whole of a cell's content, with what did not fit on the page.
std::optional<QByteArray> payloadOf(SqlitePages& pages, Bytes& cell, quint64 size, bool isKeyed)
{
    const auto usable = static_cast<quint64>(pages.usable());
    const quint64 most = isKeyed ? (usable - 12) * 64 / 255 - 23 : usable - 35;
    quint64 local = size;
    if (size > most) {
        const quint64 least = (usable - 12) * 32 / 255 - 23;
        const quint64 fitting = least + (size - least) % (usable - 4);
        local = fitting <= most ? fitting : least;
    }
    QByteArray payload = cell.take(static_cast<qsizetype>(local));
    if (local == size) {
        return cell.isGood() ? std::optional(payload) : std::nullopt;
    }
    const QByteArray link = cell.take(4);
    if (!cell.isGood()) {
        return std::nullopt;
    }
    quint32 next = qFromBigEndian<quint32>(link.constData());
    while (static_cast<quint64>(payload.size()) < size) {
        const QByteArray page = pages.page(next);
        if (page.size() < pages.usable()) {
            return std::nullopt;
        }
        next = qFromBigEndian<quint32>(page.constData());
        const qsizetype wanted = std::min<qsizetype>(pages.usable() - 4, static_cast<qsizetype>(size) - payload.size());
        payload += page.mid(4, wanted);
    }
    return next == 0 ? std::optional(payload) : std::nullopt;
}

struct PageHead
{
    int type = 0;
    int cells = 0;
    qsizetype at = 0; ///< where its own header begins
};

std::optional<PageHead> headOf(const QByteArray& page, quint32 number)
{
    PageHead head;
    head.at = number == 1 ? fileHeaderBytes : 0;
    if (page.size() < head.at + 12) {
        return std::nullopt;
    }
    head.type = static_cast<unsigned char>(page[head.at]);
    head.cells = qFromBigEndian<quint16>(page.constData() + head.at + 3);
    return head;
}

std::optional<SqliteLeaf> readCells(SqlitePages& pages, const QByteArray& page, const PageHead& head)
{
    // Two bytes point at a cell, and no cell takes less than four.
    if (head.cells > pages.usable() / 6) {
        return std::nullopt;
    }
    const bool isKeyed = head.type != leafType;
    const bool isInner = head.type == keyedInnerType;
    SqliteLeaf leaf;
    const quint64 longest = std::min(longestRow, quint64{pages.count()} * static_cast<quint64>(pages.pageSize()));
    const qsizetype pointers = head.at + (isInner ? 12 : 8);
    for (int i = 0; i < head.cells; ++i) {
        const qsizetype pointer = pointers + qsizetype{2} * i;
        if (pointer + 2 > page.size()) {
            ++leaf.unreadable;
            continue;
        }
        const qsizetype at = qFromBigEndian<quint16>(page.constData() + pointer);
        Bytes cell(page, at);
        static_cast<void>(isInner ? cell.take(4) : QByteArray()); // the page before it
        const quint64 size = at >= pointers && at < page.size() ? cell.varint() : longest;
        const auto rowid = static_cast<qint64>(size < longest && !isKeyed ? cell.varint() : 0);
        const auto payload =
            size < longest && size > 0 && cell.isGood() ? payloadOf(pages, cell, size, isKeyed) : std::nullopt;
        auto values = payload ? valuesOf(*payload) : std::nullopt;
        if (values) {
            leaf.lastCell = std::max(leaf.lastCell, static_cast<int>(at));
            leaf.rows.push_back({rowid, std::move(*values)});
        } else {
            ++leaf.unreadable;
        }
    }
    return leaf;
}

} // namespace

std::optional<SqliteLeaf> readLeaf(SqlitePages& pages, quint32 number)
{
    const QByteArray page = pages.page(number);
    const auto head = headOf(page, number);
    return head && head->type == leafType ? readCells(pages, page, *head) : std::nullopt;
}

std::optional<SqliteLeaf> readKeyed(SqlitePages& pages, quint32 number)
{
    const QByteArray page = pages.page(number);
    const auto head = headOf(page, number);
    const bool isKeyed = head && (head->type == keyedLeafType || head->type == keyedInnerType);
    return isKeyed ? readCells(pages, page, *head) : std::nullopt;
}

std::optional<std::vector<quint32>> readInner(SqlitePages& pages, quint32 number)
{
    const QByteArray page = pages.page(number);
    const auto head = headOf(page, number);
    if (!head || (head->type != innerType && head->type != keyedInnerType) || page.size() < pages.pageSize() ||
        head->cells > pages.usable() / 6) {
        return std::nullopt;
    }
    std::vector<quint32> children{qFromBigEndian<quint32>(page.constData() + head->at + 8)};
    for (int i = 0; i < head->cells; ++i) {
        const qsizetype pointer = head->at + 12 + qsizetype{2} * i;
        const qsizetype at = pointer + 2 <= page.size() ? qFromBigEndian<quint16>(page.constData() + pointer) : 0;
        if (at >= head->at + 12 && at + 4 <= page.size()) {
            children.push_back(qFromBigEndian<quint32>(page.constData() + at));
        }
    }
    return children;
}

} // namespace keyturn
