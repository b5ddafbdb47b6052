// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/connection.h"
#include "models/storage/queries/card_queries.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/rows.h"

#include <sqlite3.h>

namespace keyturn::bench {

namespace {

constexpr int perStage = 10; // sixteen stages with cards: what the first paint shows

int noteStatement(unsigned, void* context, void* statement, void* text)
{
    // Statements of triggers are told as comments: they run by themselves.
    if (!QByteArray(static_cast<const char*>(text)).startsWith("--")) {
        char* sql = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
        static_cast<std::vector<QByteArray>*>(context)->push_back(sql);
        sqlite3_free(sql);
    }
    return 0;
}

} // namespace

Rows measureBoardQuery(const Setting& setting)
{
    SqliteOptions options;
    options.path = setting.book;
    options.mode = SqliteOptions::Mode::ReadOnly;
    const auto book = Connection::openSqlite(options);
    if (!book) {
        giveUp(book.error().message);
    }
    Connection& connection = **book;
    const auto ask = [&] {
        const auto cards = queries::firstCards(connection, perStage);
        const auto totals = queries::totals(connection);
        if (!cards || !totals || cards->empty() || totals->empty()) {
            giveUp(QStringLiteral("the board is empty"));
        }
        return cards->size();
    };

    // The twin: the very statements that the query makes, prepared once, by sqlite3 alone.
    std::vector<QByteArray> statements;
    sqlite3_trace_v2(connection.native(), SQLITE_TRACE_STMT, noteStatement, &statements);
    const std::size_t cards = ask();
    sqlite3_trace_v2(connection.native(), 0, nullptr, nullptr);
    RawBook raw(setting.book);
    std::vector<sqlite3_stmt*> twin;
    for (const QByteArray& sql : statements) {
        twin.push_back(raw.prepare(sql));
    }
    volatile qint64 sink = 0;
    Row row = compare(QStringLiteral("board query: cards, counts, sums"), QStringLiteral("the same in raw sqlite3"),
                      1.5, 200 * setting.effort,
                      {[] {}, [&] { return timed([&] { ask(); }); },
                       [&] {
                           return timed([&] {
                               for (sqlite3_stmt* statement : twin) {
                                   sink = sink + RawBook::readAll(statement);
                               }
                           });
                       }});
    row.note = QStringLiteral("%1 cards by %2 statements").arg(cards).arg(statements.size());
    return {row};
}

} // namespace keyturn::bench
