// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_table.h"

#include <vector>

namespace keyturn {

/// What somebody typed, made ready for asking a hundred thousand leads whether they fit. Every word must occur in the
/// lead's name, e-mail, phone, next task or tags, in any case; a telephone number is found in any punctuation. Keeps
/// what it finds out about tags: for one table, on one thread.
class LeadSearch
{
public:
    /// How well a lead fits, best last.
    enum Rank { Anywhere = 1, BeginsWord = 2, BeginsName = 3 };

    LeadSearch(const LeadTable& table, const QString& typed);

    /// Nothing to look for: everybody fits.
    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }
    [[nodiscard]] bool fits(LeadTable::Row row) const;
    /// Where the first word stands in the name of a lead that fits.
    [[nodiscard]] Rank rank(LeadTable::Row row) const;

private:
    struct Word
    {
        QByteArray folded;
        bool isAscii = false;
        bool isNumber = false;           ///< long enough to be looked for among the digits of a phone
        mutable std::vector<qint8> tags; ///< by the number of the set: -1 not known yet
    };

    [[nodiscard]] bool isInTexts(const Word& word, LeadTable::Row row) const;
    [[nodiscard]] bool isInTags(const Word& word, LeadTable::Row row) const;
    [[nodiscard]] bool isInPhone(const Word& word, LeadTable::Row row) const;
    static bool isInside(QByteArrayView text, const QByteArray& word);

    const LeadTable& m_table;
    std::vector<Word> m_words;
};

} // namespace keyturn
