// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/search_query.h"

#include "models/base/money.h"
#include "models/domain/search_tokens.h"
#include "models/domain/value_lists.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace keyturn {

namespace {

constexpr qsizetype longestQuery = 500;
constexpr std::size_t mostTerms = 16;
constexpr qsizetype shortestNumber = 3;
/// Neighbours that make so many digits together are one telephone number.
constexpr qsizetype shortestPhone = 7;
constexpr qsizetype longestPhone = 15;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Search)
};

bool isWordy(const QString& text)
{
    const QList<uint> letters = text.toUcs4();
    return std::any_of(letters.begin(), letters.end(), [](uint c) { return QChar::isLetterOrNumber(c); });
}

bool isPhonePart(const QString& text)
{
    static const QString signs = QStringLiteral("+()-./");
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || signs.contains(c); });
}

QString digitsOf(const QString& text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits;
}

class Reader
{
public:
    Reader(const Catalogue& catalogue, Instant now, const QTimeZone& zone)
        : m_catalogue(catalogue)
        , m_now(now)
        , m_zone(zone)
    {}

    SearchQuery read(const std::vector<SearchToken>& tokens)
    {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            SearchToken token = tokens[i];
            // "amount > 300k", with blanks
            const bool isAmount = keyOf(token.sign.isNull() ? token.whole.toLower() : token.key) == Key::Amount;
            if (isAmount && token.sign.isNull() && i + 1 < tokens.size() && isComparison(tokens[i + 1].whole)) {
                token.key = token.whole;
                token.sign = tokens[i + 1].whole.front();
                token.value = tokens[i + 1].whole.mid(1);
                ++i;
            }
            if (isAmount && !token.sign.isNull() && (token.value.isEmpty() || token.value == QLatin1String("=")) &&
                i + 1 < tokens.size() && Money::parse(tokens[i + 1].whole)) {
                token.value += tokens[++i].whole;
            }
            if (token.sign.isNull() && !token.isQuoted && !token.isNot && isPhonePart(token.whole)) {
                i += takeNumber(tokens, i);
            } else if (!takeFilter(token)) {
                takeText(token.whole, token.isNot, token.isLast && !token.isQuoted);
            }
        }
        return std::move(m_query);
    }

private:
    enum class Key { None, Stage, Owner, Tag, Source, Amount, Since, Is };

    static bool isComparison(const QString& text) { return text.startsWith(u'<') || text.startsWith(u'>'); }

    /// In English and in Spanish, whatever the language of the program: what one has learned goes on working.
    static Key keyOf(const QString& word)
    {
        static const QHash<QString, Key> keys{
            {QStringLiteral("stage"), Key::Stage},   {QStringLiteral("etapa"), Key::Stage},
            {QStringLiteral("owner"), Key::Owner},   {QStringLiteral("responsable"), Key::Owner},
            {QStringLiteral("tag"), Key::Tag},       {QStringLiteral("etiqueta"), Key::Tag},
            {QStringLiteral("source"), Key::Source}, {QStringLiteral("origen"), Key::Source},
            {QStringLiteral("amount"), Key::Amount}, {QStringLiteral("importe"), Key::Amount},
            {QStringLiteral("since"), Key::Since},   {QStringLiteral("desde"), Key::Since},
            {QStringLiteral("is"), Key::Is},         {QStringLiteral("es"), Key::Is},
        };
        return keys.value(word, Key::None);
    }

    void hint(const QString& sentence)
    {
        if (!m_query.hints.contains(sentence)) {
            m_query.hints.append(sentence);
        }
    }

    void takeText(const QString& text, bool isNot, bool isPrefix)
    {
        if (isWordy(text)) {
            const QString digits = isPhonePart(text) ? digitsOf(text) : QString();
            take({text.simplified(), digits.size() >= shortestNumber ? digits : QString(), isPrefix && !isNot}, isNot);
        }
    }

    void take(SearchTerm&& term, bool isNot)
    {
        if (m_query.wanted.size() + m_query.unwanted.size() < mostTerms) {
            (isNot ? m_query.unwanted : m_query.wanted).push_back(std::move(term));
        }
    }

    /// A telephone number may be typed in pieces. Answers how many tokens more than the first one it took.
    std::size_t takeNumber(const std::vector<SearchToken>& tokens, std::size_t first)
    {
        QStringList pieces;
        QString digits;
        std::size_t end = first;
        for (; end < tokens.size(); ++end) {
            const SearchToken& token = tokens[end];
            const QString more = digitsOf(token.whole);
            if (token.isQuoted || (token.isNot && end == first) || !isPhonePart(token.whole) ||
                digits.size() + more.size() > longestPhone) {
                break;
            }
            digits += more;
            pieces << token.whole;
        }
        if (pieces.size() < 2 || digits.size() < shortestPhone) {
            takeText(tokens[first].whole, false, tokens[first].isLast);
            return 0;
        }
        take({pieces.join(u' '), digits, tokens[end - 1].isLast}, false);
        return pieces.size() > 0 ? static_cast<std::size_t>(pieces.size() - 1) : 0;
    }

    /// False: it is text after all.
    bool takeFilter(const SearchToken& token)
    {
        if (token.sign.isNull()) {
            return false;
        }
        const Key key = keyOf(token.key);
        if (key == Key::None) {
            const bool looksLikeOne =
                token.sign == u':' && !token.value.isEmpty() && !token.value.startsWith(u'/') &&
                std::all_of(token.key.begin(), token.key.end(), [](QChar c) { return c.isLetter(); });
            if (looksLikeOne) {
                hint(Words::tr("“%1:” is no filter, so it is looked for as text. Filters are stage:, owner:, tag:, "
                               "source:, is:, amount> and since:.")
                         .arg(token.key));
            }
            return false;
        }
        if ((token.sign != u':') != (key == Key::Amount) && !(key == Key::Amount && token.sign == u':')) {
            return false;
        }
        if (token.value.isEmpty()) {
            return true; // it is still being typed
        }
        switch (key) {
        case Key::Stage:
            return takeStages(token);
        case Key::Owner:
            return takeOwners(token);
        case Key::Tag:
            return takeTags(token);
        case Key::Source:
            return takeSources(token);
        case Key::Amount:
            return takeAmount(token);
        case Key::Since:
            return takeSince(token);
        case Key::Is:
            return takeIs(token);
        case Key::None:
            break;
        }
        return false;
    }

    static QStringList valuesOf(const SearchToken& token)
    {
        QStringList values;
        for (const QString& part : token.value.split(u',', Qt::SkipEmptyParts)) {
            values << part.simplified().toLower();
        }
        return values;
    }

    static bool begins(const QString& name, const QString& value) { return name.toLower().startsWith(value); }

    /// Narrows what is there already: several filters all count.
    template<typename AnyId>
    static void narrow(std::optional<std::vector<AnyId>>& allowed, const std::vector<AnyId>& found)
    {
        if (!allowed) {
            allowed = found;
            return;
        }
        std::erase_if(*allowed, [&](AnyId id) { return std::ranges::find(found, id) == found.end(); });
    }

    template<typename AnyId>
    static std::vector<AnyId> others(const std::vector<AnyId>& all, const std::vector<AnyId>& found)
    {
        std::vector<AnyId> rest;
        std::ranges::copy_if(all, std::back_inserter(rest),
                             [&](AnyId id) { return std::ranges::find(found, id) == found.end(); });
        return rest;
    }

    bool takeStages(const SearchToken& token)
    {
        std::vector<StageId> all;
        std::vector<StageId> found;
        for (const Stage& stage : m_catalogue.stages) {
            all.push_back(stage.id);
        }
        for (const QString& value : valuesOf(token)) {
            const std::size_t before = found.size();
            for (const Stage& stage : m_catalogue.stages) {
                if (stage.key == value || stage.name.toLower() == value) {
                    found.push_back(stage.id);
                }
            }
            if (found.size() == before) {
                for (const Stage& stage : m_catalogue.stages) {
                    if (begins(stage.key, value) || begins(stage.name, value)) {
                        found.push_back(stage.id);
                    }
                }
            }
            if (found.size() == before) {
                hint(Words::tr("No stage is called “%1”.").arg(value));
            }
        }
        if (found.empty()) {
            return false;
        }
        narrow(m_query.stages, token.isNot ? others(all, found) : found);
        return true;
    }

    bool takeOwners(const SearchToken& token)
    {
        std::vector<UserId> all{UserId()};
        std::vector<UserId> found;
        for (const User& user : m_catalogue.users) {
            all.push_back(user.id);
        }
        for (const QString& value : valuesOf(token)) {
            const std::size_t before = found.size();
            if (value == QLatin1String("me") || value == QLatin1String("yo")) {
                found.push_back(m_catalogue.me);
            } else if (value == QLatin1String("nobody") || value == QLatin1String("nadie")) {
                found.emplace_back();
            }
            for (const User& user : m_catalogue.users) {
                if (found.size() == before || found.back() != user.id) {
                    if (begins(user.email, value) || begins(user.name(), value) || begins(user.lastName, value)) {
                        found.push_back(user.id);
                    }
                }
            }
            if (found.size() == before) {
                hint(Words::tr("Nobody here is called “%1”.").arg(value));
            }
        }
        if (found.empty()) {
            return false;
        }
        narrow(m_query.owners, token.isNot ? others(all, found) : found);
        return true;
    }

    bool takeTags(const SearchToken& token)
    {
        std::vector<TagId> found;
        for (const QString& value : valuesOf(token)) {
            const std::size_t before = found.size();
            for (const Tag& tag : m_catalogue.tags) {
                if (begins(tag.name, value)) {
                    found.push_back(tag.id);
                }
            }
            if (found.size() == before) {
                hint(Words::tr("There is no tag “%1”.").arg(value));
            }
        }
        if (found.empty()) {
            return false;
        }
        if (token.isNot) {
            m_query.unwantedTags.insert(m_query.unwantedTags.end(), found.begin(), found.end());
        } else {
            narrow(m_query.tags, found);
        }
        return true;
    }

    bool takeSources(const SearchToken& token)
    {
        QStringList& sources = token.isNot ? m_query.unwantedSources : m_query.sources;
        for (const QString& value : valuesOf(token)) {
            const QString known = choiceKey(ValueList::Source, value);
            sources << (known.isEmpty() ? value : known.toLower());
        }
        return !sources.isEmpty();
    }

    bool takeAmount(const SearchToken& token)
    {
        if (token.isNot) {
            return false;
        }
        QString value = token.value;
        const bool isInclusive = value.startsWith(u'=');
        if (isInclusive) {
            value.remove(0, 1);
        }
        if (value.isEmpty()) {
            return true;
        }
        const qsizetype dots = value.indexOf(QLatin1String(".."));
        const auto first = Money::parse(dots < 0 ? value : value.left(dots));
        const auto last = dots < 0 ? first : Money::parse(value.mid(dots + 2));
        if (!first || !last || (dots >= 0 && token.sign != u':')) {
            hint(Words::tr("“%1” is no amount; write it like 300k, 1.2m or 350000.").arg(value));
            return false;
        }
        const qint64 step = isInclusive || token.sign == u':' ? 0 : 1;
        if (token.sign != u'<') {
            m_query.minCents = std::max(m_query.minCents.value_or(first->cents + step), first->cents + step);
        }
        if (token.sign != u'>') {
            m_query.maxCents = std::min(m_query.maxCents.value_or(last->cents - step), last->cents - step);
        }
        return true;
    }

    [[nodiscard]] std::optional<QDate> sinceDay(const QString& value) const
    {
        const QDate today = m_now.dateIn(m_zone);
        if (value == QLatin1String("today") || value == QLatin1String("hoy")) {
            return today;
        }
        if (value == QLatin1String("yesterday") || value == QLatin1String("ayer")) {
            return today.addDays(-1);
        }
        const QDate day = QDate::fromString(value, Qt::ISODate);
        if (day.isValid() && value.size() == 10) {
            return day;
        }
        bool isNumber = false;
        const int count = value.chopped(1).toInt(&isNumber);
        if (!isNumber || count < 0 || count > 10'000) {
            return std::nullopt;
        }
        switch (value.back().unicode()) {
        case u'd':
            return today.addDays(-count);
        case u'w':
        case u's':
            return today.addDays(-7 * count);
        case u'm':
            return today.addMonths(-count);
        case u'y':
        case u'a':
            return today.addYears(-count);
        default:
            return std::nullopt;
        }
    }

    bool takeSince(const SearchToken& token)
    {
        const auto day = token.isNot ? std::nullopt : sinceDay(token.value.toLower());
        if (!day || !day->isValid()) {
            hint(Words::tr("“%1” is no time; write it like 7d, 2w, 3m or 2026-01-31.").arg(token.value));
            return false;
        }
        const Instant from = Instant::fromDateTime(day->startOfDay(m_zone));
        m_query.since = std::max(m_query.since.value_or(from), from);
        return true;
    }

    bool takeIs(const SearchToken& token)
    {
        static const QHash<QString, StageKind> kinds{
            {QStringLiteral("open"), StageKind::Open},
            {QStringLiteral("abierto"), StageKind::Open},
            {QStringLiteral("won"), StageKind::Won},
            {QStringLiteral("ganado"), StageKind::Won},
            {QStringLiteral("lost"), StageKind::Lost},
            {QStringLiteral("perdido"), StageKind::Lost},
            {QStringLiteral("on_ice"), StageKind::OnIce},
            {QStringLiteral("ice"), StageKind::OnIce},
            {QStringLiteral("disqualified"), StageKind::Disqualified},
            {QStringLiteral("descartado"), StageKind::Disqualified},
        };
        std::vector<StageId> all;
        std::vector<StageId> found;
        bool isKnown = false;
        for (const QString& value : valuesOf(token)) {
            if (value == QLatin1String("mine") || value == QLatin1String("unassigned")) {
                const std::vector<UserId> owner{value == QLatin1String("mine") ? m_catalogue.me : UserId()};
                std::vector<UserId> everybody{UserId()};
                for (const User& user : m_catalogue.users) {
                    everybody.push_back(user.id);
                }
                narrow(m_query.owners, token.isNot ? others(everybody, owner) : owner);
                isKnown = true;
            } else if (const auto kind = kinds.constFind(value); kind != kinds.constEnd()) {
                for (const Stage& stage : m_catalogue.stages) {
                    if (stage.kind == *kind) {
                        found.push_back(stage.id);
                    }
                }
                isKnown = true;
            } else {
                hint(Words::tr("“is:%1” is not known; there are is:open, is:won, is:lost, is:on_ice, "
                               "is:disqualified, is:mine and is:unassigned.")
                         .arg(value));
                continue;
            }
        }
        for (const Stage& stage : m_catalogue.stages) {
            all.push_back(stage.id);
        }
        const bool isAboutStages =
            std::ranges::any_of(valuesOf(token), [&](const QString& value) { return kinds.contains(value); });
        if (isAboutStages) {
            narrow(m_query.stages, token.isNot ? others(all, found) : found);
        }
        return isKnown;
    }

    const Catalogue& m_catalogue;
    Instant m_now;
    QTimeZone m_zone;
    SearchQuery m_query;
};

} // namespace

SearchQuery parseSearch(const QString& typed, const Catalogue& catalogue, Instant now, const QTimeZone& zone)
{
    const QString text = typed.left(longestQuery).remove(QChar::Null);
    return Reader(catalogue, now, zone).read(searchTokens(text));
}

} // namespace keyturn
