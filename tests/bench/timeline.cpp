// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/connection.h"
#include "models/storage/queries/timeline_queries.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/rows.h"

#include <sqlite3.h>

namespace keyturn::bench {

namespace {

constexpr int pageSize = 50;
constexpr int deepPage = 2000;

Result<std::unique_ptr<Connection>> readOnly(const QString& path)
{
    SqliteOptions options;
    options.path = path;
    options.mode = SqliteOptions::Mode::ReadOnly;
    return Connection::openSqlite(options);
}

} // namespace

Rows measureTimeline(const Setting& setting)
{
    const auto book = readOnly(setting.book);
    if (!book) {
        giveUp(book.error().message);
    }
    Connection& connection = **book;
    const auto longest = connection.first(
        QStringLiteral("SELECT lead_id, count(*) AS n FROM lead_activities GROUP BY lead_id ORDER BY n DESC LIMIT 1"));
    if (!longest || !*longest) {
        giveUp(QStringLiteral("the book has no activities"));
    }
    const QString lead = (*longest)->text(QStringLiteral("lead_id"));
    const qint64 entries = (*longest)->integer(QStringLiteral("n"));
    const qint64 depth = std::min<qint64>(qint64(deepPage) * pageSize, entries - 2 * pageSize);

    const auto at = connection.first(
        QStringLiteral(
            "SELECT occurred_at, id FROM lead_activities WHERE lead_id = ? ORDER BY occurred_at DESC, id DESC "
            "LIMIT 1 OFFSET ?"),
        lead, depth);
    const TimelineCursor deep{Instant{(*at)->integer(QStringLiteral("occurred_at"))},
                              (*at)->text(QStringLiteral("id"))};
    const TimelineCursor top;

    RawBook raw(setting.book);
    sqlite3_stmt* keyset = raw.prepare(
        "SELECT id, activity_type, title, description, from_stage, to_stage, metadata, actor_type, created_by, "
        "is_highlight, occurred_at, created_at FROM lead_activities WHERE lead_id = ? AND (occurred_at, id) < (?, ?) "
        "ORDER BY occurred_at DESC, id DESC LIMIT 51");
    const QByteArray leadText = lead.toUtf8();
    const QByteArray idText = deep.id.toUtf8();
    sqlite3_bind_text(keyset, 1, leadText.constData(), -1, SQLITE_STATIC);
    sqlite3_bind_int64(keyset, 2, deep.occurredAt.ms);
    sqlite3_bind_text(keyset, 3, idText.constData(), -1, SQLITE_STATIC);

    const auto page = [&](const TimelineCursor& before) {
        TimelineQuery query;
        query.lead = LeadId::fromString(lead);
        query.before = before;
        query.limit = pageSize;
        return timed([&] {
            for (int i = 0; i < 10; ++i) {
                const auto found = queries::timeline(connection, query, UserId());
                if (!found || found->entries.size() != pageSize) {
                    giveUp(QStringLiteral("a timeline page is not whole"));
                }
            }
        });
    };
    volatile qint64 sink = 0;
    const auto rawPage = [&] {
        return timed([&] {
            for (int i = 0; i < 10; ++i) {
                sink = sink + RawBook::readAll(keyset);
            }
        });
    };
    const int rounds = 60 * setting.effort;
    Row whole = compare(QStringLiteral("timeline page of 50"), QStringLiteral("raw keyset"), 1.3, rounds,
                        {[] {}, [&] { return page(deep); }, rawPage});
    whole.note = QStringLiteral("ten pages a round, of a lead with %1 entries").arg(entries);
    Row deeper = compare(QStringLiteral("timeline page %1").arg(depth / pageSize), QStringLiteral("page 1"), 1.1,
                         rounds, {[] {}, [&] { return page(deep); }, [&] { return page(top); }});
    return {whole, deeper};
}

} // namespace keyturn::bench
