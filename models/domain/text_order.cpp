// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/text_order.h"

#include <QString>
#include <QtEndian>

#include <algorithm>
#include <utility>

namespace keyturn {

namespace {

constexpr std::size_t rowsBetweenLooks = 2048;
constexpr std::size_t fewRows = 24; ///< compared letter by letter

/// Lower case, without accents.
QByteArray sortable(QByteArrayView utf8)
{
    const bool plain = std::none_of(utf8.begin(), utf8.end(), [](char c) { return (c & 0x80) != 0; });
    if (plain) {
        QByteArray text = utf8.toByteArray();
        for (char& c : text) {
            c = (c >= 'A' && c <= 'Z') ? static_cast<char>(c + 32) : c;
        }
        return text;
    }
    QString text = QString::fromUtf8(utf8).normalized(QString::NormalizationForm_D).toCaseFolded();
    text.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return text.toUtf8();
}

/// Walks over a text as `sortable` would write it, without making it, as long as that is easy: ASCII, and the accented
/// letters of western Europe.
class Folded
{
public:
    static constexpr int end = -1;
    static constexpr int hard = -2; ///< ask `sortable`

    explicit Folded(QByteArrayView utf8)
        : m_at(utf8.begin())
        , m_end(utf8.end())
    {}
    int next()
    {
        if (m_at == m_end) {
            return end;
        }
        const auto c = static_cast<unsigned char>(*m_at++);
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? c + 32 : c;
        }
        if (c == 0xC3 && m_at != m_end) {
            // U+00C0 to U+00FF by their base letters; those without one are left to the careful way.
            static constexpr char base[] = "aaaaaa?ceeeeiiii?nooooo??uuuuy??aaaaaa?ceeeeiiii?nooooo??uuuuy?y";
            const char letter = base[static_cast<unsigned char>(*m_at++) & 0x3FU];
            return letter == '?' ? hard : letter;
        }
        return hard;
    }

private:
    const char* m_at;
    const char* m_end;
};

} // namespace

quint64 sortBlock(QByteArrayView utf8, int block)
{
    Folded folded(utf8);
    quint64 key = 0;
    for (int i = -8 * block; i < 8; ++i) {
        const int letter = folded.next();
        if (letter == Folded::hard) {
            const QByteArray slow = sortable(utf8).mid(8 * block, 8).leftJustified(8, '\0');
            return qFromBigEndian<quint64>(slow.constData());
        }
        if (letter == Folded::end) {
            return i <= 0 ? 0 : key << (8U * static_cast<unsigned>(8 - i));
        }
        if (i >= 0) {
            key = (key << 8U) | static_cast<quint64>(letter);
        }
    }
    return key;
}

int compareTexts(QByteArrayView a, QByteArrayView b)
{
    Folded left(a);
    Folded right(b);
    while (true) {
        const int x = left.next();
        const int y = right.next();
        if (x == Folded::hard || y == Folded::hard) {
            return sortable(a).compare(sortable(b));
        }
        if (x != y || x == Folded::end) {
            return x - y;
        }
    }
}

TextSorter::TextSorter(std::vector<Row> rows, TextOf textOf, bool descending)
    : m_rows(std::move(rows))
    , m_textOf(std::move(textOf))
    , m_descending(descending)
{
    m_keys.reserve(m_rows.size());
}

bool TextSorter::step(const QDeadlineTimer& until)
{
    while (!m_hasBegun) {
        const std::size_t portion = std::min(m_rows.size(), m_keys.size() + rowsBetweenLooks);
        for (std::size_t i = m_keys.size(); i < portion; ++i) {
            const quint64 key = sortBlock(m_textOf(m_rows[i]));
            m_keys.push_back({m_descending ? ~key : key, m_rows[i]});
        }
        if (m_keys.size() == m_rows.size()) {
            m_hasBegun = true;
            if (m_rows.size() <= fewRows) {
                m_groups.push_back({0, m_rows.size(), 0});
            } else {
                m_first.emplace(std::exchange(m_keys, {}));
            }
        }
        if (until.hasExpired()) {
            return false;
        }
    }
    if (m_first) {
        if (!m_first->step(until)) {
            return false;
        }
        spread({0, m_rows.size(), 0}, m_first->take());
        m_first.reset();
        if (until.hasExpired()) {
            return m_groups.empty();
        }
    }
    std::size_t sinceLook = 0;
    while (!m_groups.empty()) {
        const Group group = m_groups.back();
        m_groups.pop_back();
        part(group);
        sinceLook += group.end - group.begin;
        if (sinceLook >= rowsBetweenLooks) {
            sinceLook = 0;
            if (until.hasExpired()) {
                return m_groups.empty();
            }
        }
    }
    return true;
}

/// Sorts one group by one block of letters.
void TextSorter::part(const Group& group)
{
    const auto begin = m_rows.begin() + static_cast<std::ptrdiff_t>(group.begin);
    const auto end = m_rows.begin() + static_cast<std::ptrdiff_t>(group.end);
    if (group.end - group.begin <= fewRows) {
        std::stable_sort(begin, end, [this](Row a, Row b) {
            const int order = compareTexts(m_textOf(a), m_textOf(b));
            return m_descending ? order > 0 : order < 0;
        });
        return;
    }
    std::vector<KeyedRow> keys;
    keys.reserve(group.end - group.begin);
    for (auto row = begin; row != end; ++row) {
        const quint64 key = sortBlock(m_textOf(*row), group.block);
        keys.push_back({m_descending ? ~key : key, *row});
    }
    sortByKey(keys);
    spread(group, keys);
}

/// Takes over a group that is sorted; what is alike in this block too becomes a group for the next one.
void TextSorter::spread(const Group& group, const std::vector<KeyedRow>& keys)
{
    std::transform(keys.begin(), keys.end(), m_rows.begin() + static_cast<std::ptrdiff_t>(group.begin),
                   [](const KeyedRow& key) { return key.row; });
    for (std::size_t i = 0; i < keys.size();) {
        std::size_t next = i + 1;
        while (next < keys.size() && keys[next].key == keys[i].key) {
            ++next;
        }
        const quint64 letters = m_descending ? ~keys[i].key : keys[i].key;
        // A block that ends in nothing is the last of its text.
        if (next - i > 1 && (letters & 0xffU) != 0) {
            m_groups.push_back({group.begin + i, group.begin + next, group.block + 1});
        }
        i = next;
    }
}

} // namespace keyturn
