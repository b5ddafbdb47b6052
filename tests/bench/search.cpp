// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/connection.h"
#include "models/storage/queries/catalogue_queries.h"
#include "models/storage/queries/search_queries.h"
#include "models/storage/search_index.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/rows.h"

#include <sqlite3.h>

namespace keyturn::bench {

namespace {

constexpr int hits = 50;

struct Case
{
    const char* name;
    const char* typed;
    const char* index; ///< where it is found
    const char* match; ///< what FTS5 is asked for it
    const char* like;  ///< what a scan would look for
};

// As somebody types a name, a name and a second word, and a part of a word and a second word.
constexpr Case cases[] = {
    {"search, 1 letter", "m", "search_leads", "\"m\" *", "%m%"},
    {"search, 2 letters", "ma", "search_leads", "\"ma\" *", "%ma%"},
    {"search, a name", "sandoval", "search_leads", "\"sandoval\" *", "%sandoval%"},
    {"search, two terms", "mateo s", "search_leads", "\"mateo\" AND \"s\" *", "%mateo%s%"},
    {"search, a middle", "andova m", "search_leads_mid", "\"andova\"", "%andova%"},
};

} // namespace

Rows measureSearch(const Setting& setting)
{
    SqliteOptions options;
    options.path = setting.book;
    const auto book = Connection::openSqlite(options);
    if (!book) {
        giveUp(book.error().message);
    }
    Connection& connection = **book;
    for (;;) {
        const auto more = SearchIndex::buildSlice(connection);
        if (!more) {
            giveUp(more.error().message);
        }
        if (!*more) {
            break;
        }
    }
    const auto catalogue = queries::catalogue(connection);
    if (!catalogue) {
        giveUp(catalogue.error().message);
    }
    RawBook raw(setting.book);
    Rows rows;
    for (const Case& one : cases) {
        const QString typed = QString::fromLatin1(one.typed);
        SearchRequest request;
        request.text = typed;
        request.kinds = {SearchKind::Lead};
        request.limit = hits;
        std::size_t found = 0;
        const auto ours = [&] {
            return timed([&] {
                // Understanding what was typed is part of it.
                const SearchQuery query = parseSearch(typed, *catalogue, Instant{1'770'000'000'000}, QTimeZone::utc());
                const auto results = queries::search(connection, query, request, catalogue->me);
                if (!results) {
                    giveUp(results.error().message);
                }
                found = results->hits.size();
            });
        };
        // The same hits with the same columns, by the shortest way there is.
        sqlite3_stmt* fts = raw.prepare(
            "SELECT l.id, l.name, l.stage_id, l.assigned_to, l.estimated_value_cents, p.company, l.email, l.phone, "
            "l.mobile, p.address_line1, p.city, p.state, l.last_activity_at FROM " +
            QByteArray(one.index) +
            " s CROSS JOIN leads l ON l.rowid = s.rowid "
            "LEFT JOIN lead_profiles p ON p.lead_id = l.id WHERE " +
            one.index + " MATCH ? ORDER BY s.rowid DESC LIMIT 50");
        sqlite3_bind_text(fts, 1, one.match, -1, SQLITE_STATIC);
        sqlite3_stmt* like = raw.prepare(
            "SELECT l.id, l.name, l.stage_id, l.assigned_to, l.estimated_value_cents, p.company, l.email, l.phone, "
            "l.mobile, p.address_line1, p.city, p.state, l.last_activity_at FROM leads l "
            "LEFT JOIN lead_profiles p ON p.lead_id = l.id WHERE l.name || ' ' || coalesce(l.email, '') || ' ' || "
            "coalesce(p.company, '') || ' ' || coalesce(p.city, '') LIKE ? ORDER BY l.last_activity_at DESC LIMIT 50");
        sqlite3_bind_text(like, 1, one.like, -1, SQLITE_STATIC);
        volatile qint64 sink = 0;
        const auto against = [&](sqlite3_stmt* statement) {
            return [&sink, statement] { return timed([&] { sink = sink + RawBook::readAll(statement); }); };
        };
        Row row = compare(QString::fromLatin1(one.name), QStringLiteral("raw FTS5"), 1.3, 40 * setting.effort,
                          {[] {}, ours, against(fts)});
        row.note = QStringLiteral("%1 hits of leads, hydrated and marked").arg(found);
        rows.push_back(row);
        rows.push_back(compare(QString::fromLatin1(one.name), QStringLiteral("LIKE"), 1.0 / 70, 8 * setting.effort,
                               {[] {}, ours, against(like)}));
    }
    return rows;
}

} // namespace keyturn::bench
