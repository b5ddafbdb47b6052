// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/search_marks.h"

#include <algorithm>

namespace keyturn {

namespace {

const QString phoneSigns = QStringLiteral("+()-./ ");

QChar folded(QChar c)
{
    if (c.unicode() < 0x80) {
        return c.toLower();
    }
    if (c.script() == QChar::Script_Hangul) {
        return c; // a syllable is no letter with a sign
    }
    switch (c.toCaseFolded().unicode()) { // letters that Unicode does not take apart
    case u'ø':
        return u'o';
    case u'ł':
        return u'l';
    case u'ı':
        return u'i';
    default:
        break;
    }
    const QString parts = c.decomposition();
    const QChar base = !parts.isEmpty() && c.decompositionTag() == QChar::Canonical ? parts.front() : c;
    // Vietnamese and Greek letters carry two signs.
    const QString more = base.decomposition();
    return (!more.isEmpty() && base.decompositionTag() == QChar::Canonical ? more.front() : base).toCaseFolded();
}

bool isInWord(const QString& text, qsizetype at)
{
    return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at].isMark() || text[at].isSurrogate());
}

/// All places of `word` in `text`, both folded.
TextRanges places(const QString& text, const QString& word, bool onlyAtBeginnings)
{
    TextRanges found;
    const int length = static_cast<int>(word.size());
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.size())) {
        if (!onlyAtBeginnings || !isInWord(text, at - 1)) {
            found.append({static_cast<int>(at), length});
        }
    }
    return found;
}

/// Where these digits stand, with signs of telephone numbers between them.
TextRanges digitPlaces(const QString& text, const QString& digits)
{
    TextRanges found;
    for (qsizetype start = 0; start < text.size(); ++start) {
        qsizetype at = start;
        qsizetype next = 0;
        while (at < text.size() && next < digits.size()) {
            if (text[at] == digits[next]) {
                ++next;
            } else if (next == 0 || !phoneSigns.contains(text[at])) {
                break;
            }
            ++at;
        }
        if (next == digits.size()) {
            found.append({static_cast<int>(start), static_cast<int>(at - start)});
            start = at - 1;
        }
    }
    return found;
}

TextRanges merged(TextRanges ranges)
{
    std::sort(ranges.begin(), ranges.end());
    TextRanges all;
    for (const auto& [start, length] : ranges) {
        if (!all.isEmpty() && start <= all.back().first + all.back().second) {
            all.back().second = std::max(all.back().second, start + length - all.back().first);
        } else {
            all.append({start, length});
        }
    }
    return all;
}

} // namespace

QString foldForSearch(const QString& text)
{
    QString result = text;
    std::transform(result.begin(), result.end(), result.begin(), folded);
    return result;
}

TextRanges searchMarks(const QString& text, const SearchQuery& query)
{
    const QString plain = foldForSearch(text);
    TextRanges found;
    for (const SearchTerm& term : query.wanted) {
        const QString word = foldForSearch(term.text);
        TextRanges here = places(plain, word, true);
        if (here.isEmpty()) {
            here = places(plain, word, false);
        }
        if (here.isEmpty() && !term.digits.isEmpty()) {
            here = digitPlaces(plain, term.digits);
            // With the country's code typed, the number may stand there without it.
            if (here.isEmpty() && term.digits.size() == 11 && term.digits.startsWith(u'1')) {
                here = digitPlaces(plain, term.digits.mid(1));
            }
        }
        found += here;
    }
    return merged(found);
}

SearchExcerpt searchExcerpt(const QString& text, const SearchQuery& query, int length)
{
    const QString line = text.simplified();
    const TextRanges marks = searchMarks(line, query);
    if (line.size() <= length) {
        return {line, marks};
    }
    qsizetype from = 0;
    if (!marks.isEmpty() && marks.front().first > length / 3) {
        from = std::min<qsizetype>(marks.front().first - length / 4, line.size() - length);
        // Not in the middle of a word, if one ends soon.
        const qsizetype blank = line.indexOf(u' ', from);
        if (blank >= 0 && blank < marks.front().first && blank - from < 20) {
            from = blank + 1;
        }
        if (from > 0 && line[from].isLowSurrogate()) {
            ++from;
        }
    }
    qsizetype end = std::min<qsizetype>(from + length, line.size());
    if (end < line.size() && line[end].isLowSurrogate()) {
        --end;
    }
    SearchExcerpt excerpt;
    const QString before = from > 0 ? QStringLiteral("…") : QString();
    excerpt.text = before + line.mid(from, end - from) + (end < line.size() ? QStringLiteral("…") : QString());
    const auto shift = static_cast<int>(before.size() - from);
    for (const auto& [start, size] : marks) {
        if (start >= from && start + size <= end) {
            excerpt.marks.append({start + shift, size});
        }
    }
    return excerpt;
}

} // namespace keyturn
