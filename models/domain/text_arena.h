// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <array>
#include <vector>

namespace keyturn {

/// The texts of many rows, four a row, as UTF-8 in one piece of memory. The four of a row stand beside each other with
/// a line feed in between, so that one search goes through all of them and finds no word across two.
class TextArena
{
public:
    using Row = quint32;
    static constexpr std::size_t partCount = 4;
    using Parts = std::array<QByteArrayView, partCount>;
    static constexpr int longest = 65534; ///< bytes of one text; what is beyond is cut off
    /// So many bytes after any text of a row may be read, whatever stands there.
    static constexpr std::size_t slack = 16;

    /// What case-folding does to the texts of a row.
    enum class Letters : quint8 {
        Ascii,    ///< nothing but ASCII
        Accented, ///< other letters, but none that folds to ASCII
        Exotic,   ///< letters that may fold to ASCII (ß, the Kelvin sign)
    };

    TextArena();

    void reserve(std::size_t rows) { m_offsets.reserve(rows); }
    void addRow() { m_offsets.push_back(nowhere); }
    /// Replaces the texts of the row.
    void write(Row row, const Parts& parts);
    void drop(Row row);
    /// Gives back what is not needed.
    void squeeze();

    /// Valid until the next write.
    [[nodiscard]] Parts parts(Row row) const;
    /// The four with line feeds in between.
    [[nodiscard]] QByteArrayView whole(Row row) const;
    [[nodiscard]] static Letters lettersOf(QByteArrayView text);

    [[nodiscard]] qsizetype bytes() const;
    /// Of those, what the texts themselves take.
    [[nodiscard]] qsizetype textBytes() const { return static_cast<qsizetype>(m_used) - m_wasted; }

private:
    friend class LeadTableImage;

    static constexpr quint32 nowhere = 0xffffffffU;
    struct Head
    {
        std::array<quint16, partCount> lengths{};
        std::size_t size = 0; ///< of the head itself

        [[nodiscard]] std::size_t textSize() const
        {
            return std::size_t{lengths[0]} + lengths[1] + lengths[2] + lengths[3] + partCount - 1;
        }
        [[nodiscard]] std::size_t total() const { return size + textSize(); }
    };

    [[nodiscard]] Head head(Row row) const;
    void compact();

    std::vector<quint32> m_offsets;
    std::vector<char> m_bytes; ///< ends in `slack`
    std::size_t m_used = 0;
    qsizetype m_wasted = 0;
};

} // namespace keyturn
