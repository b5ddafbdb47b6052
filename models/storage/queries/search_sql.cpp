// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/search_sql.h"

#include "models/storage/queries/rows.h"
#include "models/storage/queries/search_places.h"

#include <algorithm>

namespace keyturn::queries {

namespace {

constexpr qsizetype trigram = 3;
constexpr qsizetype nationalNumber = 10;

QString latin(const char* text)
{
    return QString::fromLatin1(text);
}

/// Ways in which people write a number of these digits; text knows no trigrams of digits alone.
QStringList waysToWrite(const SearchTerm& term)
{
    QStringList ways{term.text, term.digits};
    QString national = term.digits;
    if (national.size() == nationalNumber + 1 && national.startsWith(u'1')) {
        national.remove(0, 1);
        ways << national;
    }
    if (national.size() == nationalNumber) {
        ways << QString(u'1' + national)
             << QString(national.left(3) + u' ' + national.mid(3, 3) + u' ' + national.mid(6));
    } else if (national.size() > 6 && national.size() < nationalNumber) {
        ways << QString(national.left(3) + u' ' + national.mid(3, 3) + u' ' + national.mid(6))
             << QString(national.left(3) + u' ' + national.mid(3));
    } else if (national.size() > 3) {
        ways << QString(national.left(3) + u' ' + national.mid(3));
    }
    ways.removeDuplicates();
    return ways;
}

// What FTS5 matches
// ----------------------------------------------------------------------------------------------------

QString quoted(const QString& text)
{
    return u'"' + QString(text).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString wordsExpression(const SearchTerm& term, bool isPrefix)
{
    const QString tail = isPrefix ? QStringLiteral(" *") : QString();
    if (term.digits.isEmpty()) {
        return quoted(term.text) + tail;
    }
    QStringList ways;
    for (const QString& way : waysToWrite(term)) {
        ways << QString(quoted(way) + tail);
    }
    return u'(' + ways.join(QStringLiteral(" OR ")) + u')';
}

/// Empty: the term is too short for trigrams.
QString middleExpression(const SearchTerm& term)
{
    if (!term.digits.isEmpty()) {
        const bool hasCountry = term.digits.size() == nationalNumber + 1 && term.digits.startsWith(u'1');
        return u'(' + quoted(term.digits) +
               (hasCountry ? QString(QStringLiteral(" OR ") + quoted(term.digits.mid(1))) : QString()) + u')';
    }
    return term.text.toUcs4().size() < trigram ? QString() : quoted(term.text);
}

QString unwantedExpression(const SearchQuery& query)
{
    QStringList terms;
    for (const SearchTerm& term : query.unwanted) {
        terms << wordsExpression(term, false);
    }
    return terms.join(QStringLiteral(" OR "));
}

class Builder
{
public:
    Builder(Dialect dialect, SearchKind kind, const SearchQuery& query, UserId me, int limit)
        : m_place(searchPlace(dialect, kind))
        , m_dialect(dialect)
        , m_query(query)
        , m_me(me)
        , m_limit(limit)
    {}

    std::vector<SearchSql> sqlite()
    {
        std::vector<SearchSql> attempts;
        QStringList whole;
        QStringList beginnings;
        QStringList middles;
        QStringList shorts;
        for (const SearchTerm& term : m_query.wanted) {
            whole << wordsExpression(term, term.isPrefix);
            beginnings << wordsExpression(term, true);
            const QString middle = middleExpression(term);
            (middle.isEmpty() ? shorts << beginnings.back() : middles << middle);
        }
        const QString both = QStringLiteral(" AND ");
        attempts.push_back(byIndex(m_place.index, whole.join(both), {}));
        if (!m_place.midIndex.isEmpty() && !middles.isEmpty()) {
            attempts.push_back(byIndex(m_place.midIndex, middles.join(both), shorts.join(both)));
        } else if (beginnings != whole) {
            attempts.push_back(byIndex(m_place.index, beginnings.join(both), {}));
        }
        return attempts;
    }

    /// Row by row. Through row security no index could answer: PostgreSQL looks only leakproof operators up before the
    /// policies, and those of tsvector and of trigrams are none.
    SearchSql byText()
    {
        begin(m_place.from);
        const auto foldedSql = [](const QString& text) -> QString {
            return QStringLiteral("translate(lower(") + text + QStringLiteral("), '") + accented() +
                   QStringLiteral("', '") + plain() + QStringLiteral("')");
        };
        const QString text = foldedSql(m_place.words);
        const QString vector = QStringLiteral("to_tsvector('simple', ") + text + QStringLiteral(")");
        for (const SearchTerm& term : m_query.wanted) {
            const QString folded = foldForSearch(term.text);
            const bool isWord =
                std::ranges::all_of(term.text, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
            // As in SQLite: of the log, and for a letter or two, only the beginnings of words.
            const bool isAnywhere = !m_place.midIndex.isEmpty() && term.text.toUcs4().size() >= trigram;
            QString condition;
            const auto byWords = [&] {
                condition += vector + QStringLiteral(" @@ to_tsquery('simple', ?)");
                m_sql.values.emplace_back(tsquery(term, true));
            };
            if (isWord && term.digits.isEmpty()) {
                // Taking the text apart is dear: only where the letters are.
                condition = text + QStringLiteral(" LIKE ?");
                m_sql.values.emplace_back(likeAnywhere(folded));
                if (!isAnywhere) {
                    condition += QStringLiteral(" AND ");
                    byWords();
                }
            } else {
                byWords();
                if (isAnywhere) {
                    condition += QStringLiteral(" OR ") + text + QStringLiteral(" LIKE ?");
                    m_sql.values.emplace_back(likeAnywhere(folded));
                }
            }
            if (!m_place.digits.isEmpty() && !term.digits.isEmpty()) {
                condition +=
                    QStringLiteral(" OR translate(") + m_place.digits + QStringLiteral(", ' -().+/', '') LIKE ?");
                const bool hasCountry = term.digits.size() == nationalNumber + 1 && term.digits.startsWith(u'1');
                m_sql.values.emplace_back(likeAnywhere(hasCountry ? term.digits.mid(1) : term.digits));
            }
            m_sql.text += QStringLiteral(" AND (") + condition + u')';
        }
        for (const SearchTerm& term : m_query.unwanted) {
            m_sql.text += QStringLiteral(" AND NOT ") + vector + QStringLiteral(" @@ to_tsquery('simple', ?)");
            m_sql.values.emplace_back(tsquery(term, false));
        }
        return finish(m_place.moment);
    }

    SearchSql byFiltersAlone()
    {
        begin(m_place.from);
        if (m_dialect == Dialect::Sqlite && !m_query.unwanted.empty()) {
            leaveOut();
        }
        return finish(m_place.moment);
    }

private:
    static QString accented()
    {
        return QStringLiteral("àáâãäåāăąçćčďèéêëēėęěğìíîïīįıłñńňòóôõöøōőŕřśşšťţùúûüūůűųýÿźżž");
    }
    static QString plain() { return QStringLiteral("aaaaaaaaacccdeeeeeeeegiiiiiiilnnnoooooooorrsssttuuuuuuuuyyzzz"); }

    static QString tsquery(const SearchTerm& term, bool mayGoOn)
    {
        const QString tail = mayGoOn ? QStringLiteral(":*") : QString();
        const auto one = [&tail](const QString& text) -> QString {
            return u'\'' +
                   foldForSearch(text).replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("''")) +
                   u'\'' + tail;
        };
        if (term.digits.isEmpty()) {
            return one(term.text);
        }
        QStringList ways;
        for (const QString& way : waysToWrite(term)) {
            ways << one(way);
        }
        return ways.join(QStringLiteral(" | "));
    }

    static QString likeAnywhere(QString text)
    {
        text.replace(u'\\', QStringLiteral("\\\\"))
            .replace(u'%', QStringLiteral("\\%"))
            .replace(u'_', QStringLiteral("\\_"));
        return u'%' + text + u'%';
    }

    void begin(const QString& from)
    {
        m_sql = {};
        m_sql.text = QStringLiteral("SELECT ") + m_place.row +
                     QStringLiteral(".id, l.id, l.name, l.stage_id, l.assigned_to, l.estimated_value_cents, ") +
                     m_place.columns + QStringLiteral(", ") + m_place.moment + QStringLiteral(" FROM ") + from +
                     QStringLiteral(" WHERE ") + m_place.alive;
        if (m_place.isPrivate) {
            m_sql.values.emplace_back(m_me.toString());
        }
        addFilters();
    }

    void leaveOut()
    {
        m_sql.text += QStringLiteral(" AND ") + m_place.row + QStringLiteral(".rowid NOT IN (SELECT rowid FROM ") +
                      m_place.index + QStringLiteral(" WHERE ") + m_place.index + QStringLiteral(" MATCH ?)");
        m_sql.values.emplace_back(unwantedExpression(m_query));
    }

    SearchSql byIndex(const QString& index, const QString& expression, const QString& alsoBeginning)
    {
        // The words come first, whatever the planner thinks: it knows nothing of how many rows there are for a word.
        begin(index + QStringLiteral(" CROSS JOIN ") + m_place.from);
        m_sql.text += QStringLiteral(" AND ") + m_place.row + QStringLiteral(".rowid = ") + index +
                      QStringLiteral(".rowid AND ") + index + QStringLiteral(" MATCH ?");
        m_sql.values.emplace_back(expression);
        if (!alsoBeginning.isEmpty()) {
            // The plus: looked up by rowid instead, the index would go through the words again for each of these rows.
            m_sql.text += QStringLiteral(" AND +") + index + QStringLiteral(".rowid IN (SELECT rowid FROM ") +
                          m_place.index + QStringLiteral(" WHERE ") + m_place.index + QStringLiteral(" MATCH ?)");
            m_sql.values.emplace_back(alsoBeginning);
        }
        if (!m_query.unwanted.empty()) {
            leaveOut();
        }
        return finish(index + QStringLiteral(".rowid"));
    }

    SearchSql finish(const QString& order)
    {
        m_sql.text += QStringLiteral(" ORDER BY ") + order + QStringLiteral(" DESC LIMIT ?");
        m_sql.values.emplace_back(m_limit);
        return std::move(m_sql);
    }

    template<typename AnyId>
    void addIds(const QString& column, const std::vector<AnyId>& ids)
    {
        std::vector<QVariant> known;
        for (const AnyId id : ids) {
            if (!id.isNull()) {
                known.emplace_back(id.toString());
            }
        }
        const bool orNone = known.size() < ids.size();
        m_sql.text += QStringLiteral(" AND (") +
                      (orNone ? QString(column + QStringLiteral(" IS NULL")) : QStringLiteral("1 = 0"));
        if (!known.empty()) {
            m_sql.text += QStringLiteral(" OR ") + column + QStringLiteral(" IN (") + placeholders(known.size()) + u')';
            m_sql.values.insert(m_sql.values.end(), known.begin(), known.end());
        }
        m_sql.text += u')';
    }

    void addTags(const char* condition, const std::vector<TagId>& tags)
    {
        m_sql.text += QStringLiteral(" AND ") + latin(condition) +
                      QStringLiteral(" (SELECT 1 FROM lead_tags g WHERE g.lead_id = l.id AND g.deleted_at IS NULL "
                                     "AND g.tag_id IN (") +
                      placeholders(tags.size()) + QStringLiteral("))");
        for (const TagId tag : tags) {
            m_sql.values.emplace_back(tag.toString());
        }
    }

    void addSources(const char* condition, const QStringList& sources)
    {
        QStringList any;
        for (const QString& source : sources) {
            any << QStringLiteral("lower(l.source) = ? OR lower(coalesce(l.lead_source, '')) LIKE ? ESCAPE '\\'");
            m_sql.values.emplace_back(source);
            m_sql.values.emplace_back(likeAnywhere(source).mid(1));
        }
        m_sql.text += latin(condition) + QStringLiteral(" (") + any.join(QStringLiteral(" OR ")) + u')';
    }

    void addFilters()
    {
        if (!m_query.hasFilters()) {
            return;
        }
        m_sql.text += QStringLiteral(" AND l.id IS NOT NULL");
        if (m_query.stages) {
            addIds(QStringLiteral("l.stage_id"), *m_query.stages);
        }
        if (m_query.owners) {
            addIds(QStringLiteral("l.assigned_to"), *m_query.owners);
        }
        if (m_query.tags && m_query.tags->empty()) {
            m_sql.text += QStringLiteral(" AND 1 = 0"); // two tags of which no lead has both
        } else if (m_query.tags) {
            addTags("EXISTS", *m_query.tags);
        }
        if (!m_query.unwantedTags.empty()) {
            addTags("NOT EXISTS", m_query.unwantedTags);
        }
        if (!m_query.sources.isEmpty()) {
            addSources(" AND", m_query.sources);
        }
        if (!m_query.unwantedSources.isEmpty()) {
            addSources(" AND NOT", m_query.unwantedSources);
        }
        const auto compare = [this](const char* condition, qint64 value) {
            m_sql.text += latin(condition);
            m_sql.values.emplace_back(value);
        };
        if (m_query.minCents) {
            compare(" AND l.estimated_value_cents >= ?", *m_query.minCents);
        }
        if (m_query.maxCents) {
            compare(" AND l.estimated_value_cents <= ?", *m_query.maxCents);
        }
        if (m_query.since) {
            m_sql.text += QStringLiteral(" AND ") + m_place.moment + QStringLiteral(" >= ?");
            m_sql.values.emplace_back(m_query.since->ms);
        }
    }

    SearchPlace m_place;
    Dialect m_dialect;
    const SearchQuery& m_query;
    UserId m_me;
    int m_limit;
    SearchSql m_sql;
};

} // namespace

std::vector<SearchSql> searchStatements(Dialect dialect, SearchKind kind, const SearchQuery& query, UserId me,
                                        int limit)
{
    Builder builder(dialect, kind, query, me, limit);
    if (query.wanted.empty()) {
        // Filters, or words that are not to occur, single out leads; all that hangs on them would be no answer.
        if (kind != SearchKind::Lead) {
            return {};
        }
        return {dialect == Dialect::Sqlite ? builder.byFiltersAlone() : builder.byText()};
    }
    return dialect == Dialect::Sqlite ? builder.sqlite() : std::vector<SearchSql>{builder.byText()};
}

} // namespace keyturn::queries
