// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/palette_match.h"

#include <QStringList>

#include <algorithm>

namespace keyturn {

namespace {

bool beginsWord(const QString& title, qsizetype at)
{
    return at == 0 || !title.at(at - 1).isLetterOrNumber();
}

} // namespace

PaletteMatch matchTitle(const QString& title, const QString& query)
{
    if (query.isEmpty()) {
        return {1, {}};
    }
    const auto length = static_cast<int>(query.size());
    qsizetype inside = -1;
    for (qsizetype at = title.indexOf(query, 0, Qt::CaseInsensitive); at >= 0;
         at = title.indexOf(query, at + 1, Qt::CaseInsensitive)) {
        if (beginsWord(title, at)) {
            return {at == 0 ? 400 : 300, {{static_cast<int>(at), length}}};
        }
        inside = inside < 0 ? at : inside;
    }
    if (inside >= 0) {
        return {200, {{static_cast<int>(inside), length}}};
    }
    // One letter after the other: "ml" finds "Move lead". Beginnings of words are preferred for each letter.
    PaletteMatch match{0, {}};
    int score = 100;
    qsizetype from = 0;
    for (const QChar letter : query) {
        if (letter.isSpace()) {
            continue;
        }
        qsizetype found = -1;
        for (qsizetype at = from; at < title.size(); ++at) {
            if (title.at(at).toCaseFolded() != letter.toCaseFolded()) {
                continue;
            }
            if (at == from || beginsWord(title, at)) {
                found = at;
                break;
            }
            found = found < 0 ? at : found;
        }
        if (found < 0) {
            return {};
        }
        score -= beginsWord(title, found) || found == from ? 1 : 8;
        if (!match.ranges.isEmpty() && match.ranges.last().first + match.ranges.last().second == found) {
            ++match.ranges.last().second;
        } else {
            match.ranges.append({static_cast<int>(found), 1});
        }
        from = found + 1;
    }
    // Letters strewn over the title are chance, not meaning.
    match.score = score > 80 ? score : 0;
    return match.score > 0 ? match : PaletteMatch{};
}

bool matchWords(const QString& text, const QString& query)
{
    const QStringList words = query.split(u' ', Qt::SkipEmptyParts);
    return !words.isEmpty() && std::ranges::all_of(words, [&text](const QString& word) {
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
            if (beginsWord(text, at)) {
                return true;
            }
        }
        return false;
    });
}

std::pair<int, int> matchDigits(const QString& phone, const QString& query)
{
    QString wanted;
    for (const QChar letter : query) {
        if (letter.isLetter() || letter == u'@') {
            return {0, 0};
        }
        if (letter.isDigit()) {
            wanted.append(letter);
        }
    }
    QString digits;
    QList<int> places;
    for (int i = 0; i < phone.size(); ++i) {
        if (phone.at(i).isDigit()) {
            digits.append(phone.at(i));
            places.append(i);
        }
    }
    constexpr qsizetype least = 3;
    const qsizetype at = wanted.size() < least ? -1 : digits.indexOf(wanted);
    if (at < 0) {
        return {0, 0};
    }
    const int first = places[at];
    return {first, places[at + wanted.size() - 1] - first + 1};
}

} // namespace keyturn
