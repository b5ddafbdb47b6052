// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/text_arena.h"

#include <algorithm>
#include <cstring>

namespace keyturn {

namespace {

/// In place of the first length: the four follow in two bytes each.
constexpr unsigned char isLong = 255;

} // namespace

TextArena::TextArena()
    : m_bytes(slack)
{}

TextArena::Head TextArena::head(Row row) const
{
    const char* at = m_bytes.data() + m_offsets[row];
    Head head;
    if (static_cast<unsigned char>(*at) == isLong) {
        std::memcpy(head.lengths.data(), at + 1, sizeof head.lengths);
        head.size = 1 + sizeof head.lengths;
        return head;
    }
    for (std::size_t i = 0; i < partCount; ++i) {
        head.lengths[i] = static_cast<unsigned char>(at[i]);
    }
    head.size = partCount;
    return head;
}

TextArena::Parts TextArena::parts(Row row) const
{
    const Head head = this->head(row);
    const char* at = m_bytes.data() + m_offsets[row] + head.size;
    Parts parts;
    for (std::size_t i = 0; i < partCount; ++i) {
        parts[i] = QByteArrayView(at, head.lengths[i]);
        at += head.lengths[i] + 1;
    }
    return parts;
}

QByteArrayView TextArena::whole(Row row) const
{
    const Head head = this->head(row);
    return {m_bytes.data() + m_offsets[row] + head.size, static_cast<qsizetype>(head.textSize())};
}

TextArena::Letters TextArena::lettersOf(QByteArrayView text)
{
    Letters letters = Letters::Ascii;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x80) {
            continue;
        }
        // U+0080 to U+00FF fold to themselves or their neighbours, but for ß, which becomes "ss".
        if ((c != 0xC2 && c != 0xC3) || i + 1 == text.size() ||
            (c == 0xC3 && static_cast<unsigned char>(text[i + 1]) == 0x9F)) {
            return Letters::Exotic;
        }
        letters = Letters::Accented;
        ++i;
    }
    return letters;
}

void TextArena::write(Row row, const Parts& parts)
{
    Head head;
    bool small = true;
    for (std::size_t i = 0; i < partCount; ++i) {
        head.lengths[i] = static_cast<quint16>(std::min<qsizetype>(parts[i].size(), longest));
        small = small && head.lengths[i] < isLong;
    }
    head.size = small ? partCount : 1 + sizeof head.lengths;
    const std::size_t need = head.total();
    const std::size_t old = m_offsets[row] == nowhere ? 0 : this->head(row).total();
    if (need > old) {
        m_wasted += static_cast<qsizetype>(old);
        m_offsets[row] = static_cast<quint32>(m_used);
        m_used += need;
        if (m_used + slack > m_bytes.size()) {
            m_bytes.resize(std::max(m_used + slack, m_bytes.size() + m_bytes.size() / 2));
        }
    } else {
        m_wasted += static_cast<qsizetype>(old - need);
    }
    char* at = m_bytes.data() + m_offsets[row];
    if (small) {
        for (std::size_t i = 0; i < partCount; ++i) {
            at[i] = static_cast<char>(head.lengths[i]);
        }
    } else {
        *at = static_cast<char>(isLong);
        std::memcpy(at + 1, head.lengths.data(), sizeof head.lengths);
    }
    at += head.size;
    for (std::size_t i = 0; i < partCount; ++i) {
        if (i > 0) {
            *at++ = '\n';
        }
        if (head.lengths[i] > 0) {
            std::memcpy(at, parts[i].data(), head.lengths[i]);
            at += head.lengths[i];
        }
    }
    if (m_wasted > (1 << 20) && m_wasted * 2 > static_cast<qsizetype>(m_used)) {
        compact();
    }
}

void TextArena::drop(Row row)
{
    m_wasted += static_cast<qsizetype>(head(row).total());
    m_offsets[row] = nowhere;
}

void TextArena::compact()
{
    std::vector<char> packed(m_used - static_cast<std::size_t>(m_wasted) + slack);
    std::size_t used = 0;
    for (Row row = 0; row < m_offsets.size(); ++row) {
        if (m_offsets[row] == nowhere) {
            continue;
        }
        const std::size_t size = head(row).total();
        std::memcpy(packed.data() + used, m_bytes.data() + m_offsets[row], size);
        m_offsets[row] = static_cast<quint32>(used);
        used += size;
    }
    m_bytes = std::move(packed);
    m_used = used;
    m_wasted = 0;
}

void TextArena::squeeze()
{
    compact();
    m_offsets.shrink_to_fit();
}

qsizetype TextArena::bytes() const
{
    return static_cast<qsizetype>(m_bytes.capacity() + m_offsets.capacity() * sizeof(quint32));
}

} // namespace keyturn
