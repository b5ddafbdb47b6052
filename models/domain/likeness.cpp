// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/likeness.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

namespace keyturn {

namespace {

/// Small letters without accents.
QString folded(const QString& text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing) {
            plain += c.toCaseFolded();
        }
    }
    return plain;
}

bool saysNothing(const QString& word)
{
    static const QSet<QString> titles{
        QStringLiteral("mr"),  QStringLiteral("mrs"), QStringLiteral("ms"),  QStringLiteral("miss"),
        QStringLiteral("dr"),  QStringLiteral("jr"),  QStringLiteral("sr"),  QStringLiteral("ii"),
        QStringLiteral("iii"), QStringLiteral("iv"),  QStringLiteral("phd"), QStringLiteral("md"),
        QStringLiteral("esq"), QStringLiteral("and"),
    };
    return titles.contains(word);
}

QString wholeForm(const QString& word)
{
    static const QHash<QString, QString> shortForms = [] {
        // Short forms as they are usual in lists of American borrowers.
        static constexpr const char* lines[] = {
            "robert rob bob bobby robbie",
            "william will bill billy willie",
            "james jim jimmy jamie",
            "john johnny jack",
            "michael mike mikey mick",
            "richard rick ricky dick rich",
            "thomas tom tommy",
            "charles charlie chuck",
            "joseph joe joey",
            "daniel dan danny",
            "matthew matt",
            "anthony tony",
            "steven steve stephen",
            "christopher chris kris",
            "nicholas nick nicky",
            "edward ed eddie ted",
            "andrew andy drew",
            "david dave",
            "kenneth ken kenny",
            "gregory greg",
            "benjamin ben benny",
            "samuel sam sammy",
            "timothy tim",
            "patrick pat",
            "elizabeth liz beth betty",
            "katherine catherine kathy kate katie cathy",
            "margaret maggie peggy meg",
            "jennifer jen jenny",
            "rebecca becky",
            "susan sue susie",
            "deborah debbie deb debra",
            "patricia patty tricia",
            "barbara barb",
            "jessica jess",
            "pamela pam",
            "victoria vicky tori",
            "alexander alex",
            "jeffrey jeff geoffrey",
            "lawrence larry",
            "francisco paco pancho",
            "jose pepe",
        };
        QHash<QString, QString> forms;
        for (const char* const line : lines) {
            const QStringList words = QString::fromLatin1(line).split(u' ');
            for (const QString& form : words) {
                forms.insert(form, words.front());
            }
        }
        return forms;
    }();
    return shortForms.value(word, word);
}

/// After the old card index of names: the first letter, then the groups of consonants that sound alike.
QString soundOf(const QString& word)
{
    if (word.isEmpty() || word.front().unicode() >= 128) {
        return word; // other scripts are compared as they are written
    }
    static const QString groups = QStringLiteral("01230120022455012623010202"); // a … z
    const auto code = [](QChar c) { return c >= u'a' && c <= u'z' ? groups.at(c.unicode() - u'a') : QChar(u'0'); };
    QString text = word;
    text.replace(QLatin1String("ph"), QLatin1String("f"));
    const QChar first = text.front() == u'k' || text.front() == u'q' ? QChar(u'c') : text.front();
    QString sound(first);
    QChar last = code(text.front());
    for (const QChar c : QStringView(text).mid(1)) {
        const QChar now = code(c);
        if (now != u'0' && now != last) {
            sound += now;
        }
        if (c != u'h' && c != u'w') {
            last = now;
        }
        if (sound.size() == 4) {
            break;
        }
    }
    return sound;
}

/// A letter too many, too few, another, or two changed places: two slips in long words, one in short ones, which must
/// also sound alike: Mark is not Mary.
bool isASlipAway(const QString& a, const QString& b)
{
    const qsizetype shorter = std::min(a.size(), b.size());
    const int allowed = shorter < 3 ? 0 : shorter < 9 ? 1 : 2;
    if (std::abs(a.size() - b.size()) > allowed || (shorter < 6 && soundOf(a) != soundOf(b))) {
        return false;
    }
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> last(width);
    std::vector<int> row(width);
    for (std::size_t j = 0; j < width; ++j) {
        last[j] = static_cast<int>(j);
    }
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j < width; ++j) {
            const auto at = static_cast<qsizetype>(j);
            const int cost = a.at(i - 1) == b.at(at - 1) ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + cost});
            if (i > 1 && j > 1 && a.at(i - 1) == b.at(at - 2) && a.at(i - 2) == b.at(at - 1)) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        before.swap(last);
        last.swap(row);
    }
    return last.back() <= allowed;
}

/// Both say the same in their own way: neither alone is sure, together they are surer.
int together(int a, int b)
{
    return 100 - (100 - a) * (100 - b) / 100;
}

bool shareAPhone(const Likeness& a, const Likeness& b)
{
    for (const QString& one : a.phones) {
        const QString digits = phoneDigits(one);
        for (const QString& other : b.phones) {
            if (!digits.isEmpty() && digits == phoneDigits(other)) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

bool shareAWord(const QString& a, const QString& b)
{
    const QStringList others = b.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : a.toCaseFolded().split(u' ', Qt::SkipEmptyParts)) {
        if (word.size() > 1 && others.contains(word)) {
            return true;
        }
    }
    return a.isEmpty() || b.isEmpty();
}

bool mayShareAPhone(const QString& firstA, const QString& nameA, const QString& firstB, const QString& nameB)
{
    return shareAWord(firstA, firstB) && shareAWord(nameA, nameB);
}

bool isSamePlace(const QString& a, const QString& b)
{
    return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
}

QStringList nameWords(const QString& name)
{
    QString text = folded(name);
    for (QChar& c : text) {
        if (!c.isLetterOrNumber() && c != u'\'') {
            c = u' ';
        }
    }
    text.remove(u'\'');
    QStringList all;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!saysNothing(word)) {
            all.append(wholeForm(word));
        }
    }
    QStringList words;
    std::copy_if(all.begin(), all.end(), std::back_inserter(words),
                 [](const QString& word) { return word.size() > 1 || word.front().unicode() >= 128; });
    // Somebody who is called by letters only is called so.
    words = words.isEmpty() ? all : words;
    words.sort();
    return words;
}

QStringList nameSounds(const QString& name)
{
    static constexpr qsizetype mostWords = 4;
    QStringList sounds;
    for (const QString& word : nameWords(name)) {
        sounds.append(soundOf(word));
    }
    sounds.sort();
    sounds = sounds.mid(0, mostWords);
    if (sounds.size() < 2) {
        return sounds;
    }
    QStringList pairs;
    for (qsizetype i = 0; i < sounds.size(); ++i) {
        for (qsizetype j = i + 1; j < sounds.size(); ++j) {
            pairs.append(QString(sounds.at(i) + u' ' + sounds.at(j)));
        }
    }
    pairs.removeDuplicates();
    return pairs;
}

bool areSimilarNames(const QString& a, const QString& b)
{
    const QStringList mine = nameWords(a);
    const QStringList theirs = nameWords(b);
    if (mine.isEmpty() || theirs.isEmpty()) {
        return false;
    }
    if (mine == theirs) {
        return true;
    }
    // A middle name more or less, but never only a family name in common.
    const QStringList& few = mine.size() <= theirs.size() ? mine : theirs;
    QStringList many = mine.size() <= theirs.size() ? theirs : mine;
    if (few.size() < 2 && many.size() != few.size()) {
        return false;
    }
    for (const QString& word : few) {
        const auto twin =
            std::find_if(many.begin(), many.end(), [&word](const QString& other) { return isASlipAway(word, other); });
        if (twin == many.end()) {
            return false;
        }
        many.erase(twin);
    }
    return true;
}

QString phoneDigits(const QString& phone)
{
    QString digits;
    for (const QChar c : QStringView(phone).left(phone.indexOf(u';') < 0 ? phone.size() : phone.indexOf(u';'))) {
        if (c.isDigit()) {
            digits += QChar(u'0' + c.digitValue());
        }
    }
    if (digits.size() == 11 && digits.startsWith(u'1')) {
        digits.remove(0, 1);
    }
    return digits.size() < 7 ? QString() : digits;
}

LikenessVerdict compareLikeness(const Likeness& a, const Likeness& b)
{
    LikenessVerdict verdict;
    const auto says = [&verdict](int score, const char* reason) {
        verdict.score = together(verdict.score, score);
        verdict.reasons.append(QString::fromLatin1(reason));
    };
    const bool similar = areSimilarNames(a.name, b.name);
    const QString mine = a.email.trimmed();
    const QString theirs = b.email.trimmed();
    if (isSamePlace(mine, theirs)) {
        says(similar ? 92 : 60, "email"); // a household may share one
    }
    if (shareAPhone(a, b)) {
        const bool mayBeOne = mayShareAPhone(a.firstName, a.name, b.firstName, b.name);
        says(similar ? 80 : mayBeOne ? 60 : 40, "phone");
    }
    // Numbers of different vendors are equal by chance; those of one vendor cannot be.
    if (similar && !a.externalId.isEmpty() && a.externalId == b.externalId) {
        says(75, "external_id");
    }
    if (similar) {
        const bool city = isSamePlace(a.city, b.city);
        const bool company = isSamePlace(a.company, b.company);
        if (city) {
            says(55, "name_and_city");
        }
        if (company) {
            says(60, "name_and_company");
        }
        if (!city && !company && verdict.score > 0) {
            says(20, "name");
        }
        // Two addresses are mostly two people; it takes more than a name and a town to think otherwise.
        const bool differ = !mine.isEmpty() && !theirs.isEmpty() && !isSamePlace(mine, theirs);
        if (differ && verdict.score > 0) {
            verdict.score -= verdict.score / 5;
        }
    }
    verdict.score = std::min(verdict.score, 99);
    return verdict;
}

} // namespace keyturn
