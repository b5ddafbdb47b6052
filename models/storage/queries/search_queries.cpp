// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/search_queries.h"

#include "models/domain/phone.h"
#include "models/storage/queries/rows.h"
#include "models/storage/queries/search_sql.h"
#include "models/storage/search_index.h"

#include <QSet>

#include <algorithm>

namespace keyturn::queries {

namespace {

constexpr int excerptLength = 160;
constexpr qsizetype shownFields = 3;
constexpr std::size_t longestText = 20'000;

/// How well a title fits; more is better.
int titleRank(const SearchHit& hit)
{
    if (hit.titleMarks.isEmpty()) {
        return 0;
    }
    const int at = hit.titleMarks.front().first;
    if (at == 0) {
        return 3;
    }
    return hit.title[at - 1].isLetterOrNumber() ? 1 : 2;
}

/// Of the fields of a person those in which the words stand.
SearchExcerpt fieldsExcerpt(const QString& fields, const SearchQuery& query)
{
    QStringList marked;
    QStringList rest;
    for (const QString& field : fields.split(u'\n', Qt::SkipEmptyParts)) {
        const QString shown = formatPhone(field.simplified());
        if (!shown.isEmpty() && !marked.contains(shown)) {
            (searchMarks(shown, query).isEmpty() ? rest : marked) << shown;
        }
    }
    marked = marked.isEmpty() ? rest.mid(0, 1) : marked.mid(0, shownFields);
    return searchExcerpt(marked.join(QStringLiteral(", ")), query, excerptLength);
}

SearchHit hitOf(const Row& row, SearchKind kind, const SearchQuery& query)
{
    SearchHit hit;
    hit.kind = kind;
    hit.id = row.text(0);
    hit.lead = row.id<LeadId>(1);
    hit.leadName = row.text(2);
    hit.stage = row.id<StageId>(3);
    hit.owner = row.id<UserId>(4);
    hit.valueCents = row.integer(5);
    hit.title = row.text(6).simplified();
    hit.titleMarks = searchMarks(hit.title, query);
    const QByteArrayView text = row.utf8(7);
    const QString body = QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), longestText)));
    hit.excerpt = kind == SearchKind::Lead || kind == SearchKind::Contact ? fieldsExcerpt(body, query)
                                                                          : searchExcerpt(body, query, excerptLength);
    hit.detail = row.text(8);
    hit.isPrivate = row.flag(9);
    hit.at = row.instant(10);
    return hit;
}

} // namespace

Result<SearchResults> search(Connection& book, const SearchQuery& query, const SearchRequest& request, UserId me)
{
    SearchResults results;
    results.hints = query.hints;
    KEYTURN_LET(results.percentIndexed, SearchIndex::percentBuilt(book));
    if (query.isEmpty() || request.limit <= 0) {
        return results;
    }
    for (const SearchKind kind : allSearchKinds) {
        if (std::ranges::find(request.kinds, kind) == request.kinds.end()) {
            continue;
        }
        struct Found
        {
            SearchHit hit;
            int attempt;
        };
        std::vector<Found> found;
        QSet<QString> known;
        int attempt = 0;
        for (const SearchSql& sql : searchStatements(book.dialect(), kind, query, me, request.limit + 1)) {
            if (static_cast<int>(found.size()) > request.limit) {
                break;
            }
            KEYTURN_TRY(forEachRow(book, sql.text, sql.values, [&](const Row& row) {
                if (static_cast<int>(found.size()) <= request.limit && !known.contains(row.text(0))) {
                    known.insert(row.text(0));
                    found.push_back({hitOf(row, kind, query), attempt});
                }
            }));
            ++attempt;
        }
        results.hasMore[static_cast<std::size_t>(kind)] = static_cast<int>(found.size()) > request.limit;
        if (static_cast<int>(found.size()) > request.limit) {
            found.pop_back();
        }
        std::ranges::stable_sort(found, [](const Found& a, const Found& b) {
            const int left = titleRank(a.hit);
            const int right = titleRank(b.hit);
            return a.attempt != b.attempt ? a.attempt < b.attempt : left != right ? left > right : a.hit.at > b.hit.at;
        });
        for (Found& one : found) {
            results.hits.push_back(std::move(one.hit));
        }
    }
    return results;
}

} // namespace keyturn::queries
