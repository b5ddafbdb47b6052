// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lead_search.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace keyturn {

namespace {

constexpr unsigned char lowerBit = 0x20;

unsigned char lower(char c)
{
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

QByteArray digitsOf(QByteArrayView text)
{
    QByteArray digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), isDigit);
    return digits;
}

QByteArray fold(QByteArrayView utf8)
{
    return QString::fromUtf8(utf8).toCaseFolded().toUtf8();
}

/// Whether `text` has `word` at `at`, capitals of ASCII taken for small ones.
bool standsAt(const char* at, const QByteArray& word)
{
    return std::equal(word.begin(), word.end(), at,
                      [](char letter, char c) { return static_cast<unsigned char>(letter) == lower(c); });
}

bool isPhone(const QString& part)
{
    static const QString signs = QStringLiteral("+()-. ");
    return std::all_of(part.begin(), part.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || signs.contains(c); });
}

} // namespace

LeadSearch::LeadSearch(const LeadTable& table, const QString& typed)
    : m_table(table)
{
    const QStringList parts =
        isPhone(typed) ? QStringList{typed} : typed.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        Word word;
        word.folded = isPhone(part) ? digitsOf(part.toUtf8()) : part.toUtf8();
        word.isAscii = TextArena::lettersOf(word.folded) == TextArena::Letters::Ascii;
        word.isNumber = word.folded.size() >= 3 && std::all_of(word.folded.begin(), word.folded.end(), isDigit);
        if (!word.folded.isEmpty()) {
            m_words.push_back(std::move(word));
        }
    }
}

bool LeadSearch::fits(LeadTable::Row row) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&](const Word& word) {
        return isInTexts(word, row) || isInTags(word, row) || isInPhone(word, row);
    });
}

/// Looks at sixteen places at a time for three letters of the word at their distances, in a loop that compilers turn
/// into a few vector instructions; only where all three are is the whole word compared.
bool LeadSearch::isInside(QByteArrayView text, const QByteArray& word)
{
    constexpr std::size_t block = TextArena::slack;
    if (text.size() < word.size()) {
        return false;
    }
    const auto last = static_cast<std::size_t>(word.size() - 1);
    const std::size_t middle = last / 2;
    const auto letter = [&](std::size_t i) {
        return static_cast<unsigned char>(static_cast<unsigned char>(word[static_cast<qsizetype>(i)]) | lowerBit);
    };
    const unsigned char a = letter(0);
    const unsigned char b = letter(middle);
    const unsigned char c = letter(last);
    const auto* hay = reinterpret_cast<const unsigned char*>(text.data());
    const auto places = static_cast<std::size_t>(text.size() - word.size() + 1);
    for (std::size_t at = 0; at < places; at += block) {
        std::array<unsigned char, block> hits;
        for (std::size_t i = 0; i < block; ++i) {
            const auto* here = hay + at + i;
            hits[i] = static_cast<unsigned char>(((here[0] | lowerBit) ^ a) | ((here[middle] | lowerBit) ^ b) |
                                                 ((here[last] | lowerBit) ^ c)) == 0;
        }
        std::array<quint64, 2> any{};
        static_assert(sizeof any == sizeof hits);
        std::memcpy(any.data(), hits.data(), sizeof any);
        if ((any[0] | any[1]) == 0) {
            continue;
        }
        for (std::size_t i = 0; i < block && at + i < places; ++i) {
            if (hits[i] != 0 && standsAt(text.data() + at + i, word)) {
                return true;
            }
        }
    }
    return false;
}

bool LeadSearch::isInTexts(const Word& word, LeadTable::Row row) const
{
    const TextArena::Letters letters = m_table.letters(row);
    const QByteArrayView text = m_table.allText(row);
    if (word.isAscii) {
        return isInside(text, word.folded) ||
               (letters == TextArena::Letters::Exotic && fold(text).contains(word.folded));
    }
    return letters != TextArena::Letters::Ascii && fold(text).contains(word.folded);
}

bool LeadSearch::isInTags(const Word& word, LeadTable::Row row) const
{
    const quint32 set = m_table.tagSetIndex(row);
    if (set == 0) {
        return false;
    }
    if (set >= word.tags.size()) {
        word.tags.resize(std::max<std::size_t>(set + 1, m_table.tagSetLimit()), -1);
    }
    qint8& known = word.tags[set];
    if (known < 0) {
        const QStringList& names = m_table.tagSet(set);
        const QString wanted = QString::fromUtf8(word.folded);
        known = std::any_of(names.begin(), names.end(),
                            [&](const QString& name) { return name.toCaseFolded().contains(wanted); })
                    ? 1
                    : 0;
    }
    return known != 0;
}

/// A phone that was kept as typed, punctuation and all, is still found by its digits.
bool LeadSearch::isInPhone(const Word& word, LeadTable::Row row) const
{
    if (!word.isNumber) {
        return false;
    }
    const QByteArrayView phone = m_table.phoneUtf8(row);
    return !phone.isEmpty() && phone.front() != '+' && digitsOf(phone).contains(word.folded);
}

LeadSearch::Rank LeadSearch::rank(LeadTable::Row row) const
{
    const QByteArray& word = m_words.front().folded;
    QByteArray careful;
    QByteArrayView name = m_table.nameUtf8(row);
    if (!m_words.front().isAscii || m_table.letters(row) == TextArena::Letters::Exotic) {
        careful = fold(name);
        name = careful;
    }
    for (qsizetype at = 0; at + word.size() <= name.size(); ++at) {
        const bool begins = at == 0 || name[at - 1] == ' ' || name[at - 1] == '-';
        if (begins && standsAt(name.data() + at, word)) {
            return at == 0 ? BeginsName : BeginsWord;
        }
    }
    return Anywhere;
}

} // namespace keyturn
