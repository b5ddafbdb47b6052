// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_table.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace keyturn {

/// A table of leads as pieces of memory that can be kept and brought back as they are, on this kind of machine. What
/// comes back may have been damaged, or made by somebody with bad intent: nothing in a table that finish() hands out
/// points beyond what it has. Whether it says the truth is for somebody else to know.
class LeadTableImage
{
public:
    static constexpr std::size_t pieceCount = 28;
    /// To be raised with whatever changes the pieces, or what upsert() makes of a card.
    static constexpr quint32 format = 1;
    using Sizes = std::array<quint64, pieceCount>;
    using Pieces = std::array<QByteArrayView, pieceCount>;

    /// The pieces of a table, which is settled for that. They are valid while both this and the table live and nobody
    /// changes the table.
    explicit LeadTableImage(LeadTable& table);
    [[nodiscard]] const Pieces& pieces() const { return m_pieces; }

    /// A table to come, with room for pieces of these sizes; nothing if no table has such. The memory taken is the sum
    /// of the sizes: it is the caller's to see that they are not out of this world.
    static std::optional<LeadTableImage> ofSizes(const Sizes& sizes);
    /// Where the pieces belong.
    [[nodiscard]] std::vector<std::span<char>> room();
    /// Looks through what was filled in; the table, or nothing if it cannot be one. To be called once.
    [[nodiscard]] std::shared_ptr<LeadTable> finish();

private:
    LeadTableImage() = default;
    template<typename Table, typename Visit>
    static void eachColumn(Table& table, const Visit& visit);
    [[nodiscard]] QByteArray dictionaryOf(const LeadTable& table) const;
    [[nodiscard]] bool readDictionary();
    [[nodiscard]] bool hasSoundColumns() const;
    [[nodiscard]] bool hasSoundTexts() const;
    [[nodiscard]] bool hasSoundRows();

    Pieces m_pieces;
    QByteArray m_dictionary; ///< what repeats, and what few rows have
    std::shared_ptr<LeadTable> m_table;
};

} // namespace keyturn
