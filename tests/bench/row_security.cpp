// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/board_in_one_trip.h"
#include "models/storage/queries/card_queries.h"
#include "models/storage/queries/catalogue_queries.h"
#include "models/storage/queries/contact_queries.h"
#include "models/storage/queries/lead_queries.h"
#include "models/storage/queries/task_queries.h"
#include "models/storage/queries/timeline_queries.h"
#include "models/storage/queries/today_queries.h"
#include "models/storage/server_calls.h"
#include "tests/bench/rows.h"
#include "tests/bench/server_book.h"

#include <limits>

namespace keyturn::bench {

namespace {

constexpr int leads = 5'000;
constexpr double goal = 3.5;
constexpr int enoughMs = 4; ///< a round repeats what takes less
constexpr int longMs = 50;  ///< what takes more is timed once

struct Asked
{
    QString name;
    std::function<void(Connection&)> ask;
};

std::vector<Asked> everyQuery(const ServerBook& book)
{
    const Instant now = SystemClock().now();
    const UserId me = book.officer().login.user;
    const LeadId lead = book.longLead();
    const std::vector<LeadId> some = book.someLeads();
    return {
        {QStringLiteral("board in one trip"), [](Connection& db) { need(queries::boardInOneTrip(db)); }},
        {QStringLiteral("all cards"), [](Connection& db) { need(queries::allLeads(db)); }},
        {QStringLiteral("twenty cards"), [some](Connection& db) { need(queries::cards(db, some)); }},
        {QStringLiteral("totals"), [](Connection& db) { need(queries::totals(db)); }},
        {QStringLiteral("a lead"), [lead, me, now](Connection& db) { need(queries::leadDetail(db, lead, me, now)); }},
        {QStringLiteral("timeline page"),
         [lead, me](Connection& db) {
             TimelineQuery query;
             query.lead = lead;
             query.limit = 50;
             need(queries::timeline(db, query, me));
         }},
        {QStringLiteral("today"),
         [me, now](Connection& db) {
             TodayQuery query;
             query.user = me;
             need(queries::today(db, query, now, QTimeZone::utc()));
         }},
        {QStringLiteral("my open tasks"), [me, now](Connection& db) { need(queries::tasks(db, me, true, now)); }},
        {QStringLiteral("everybody's tasks"),
         [now](Connection& db) { need(queries::tasks(db, std::nullopt, false, now)); }},
        {QStringLiteral("contacts by name"),
         [](Connection& db) { need(queries::findContacts(db, QStringLiteral("an"), 20)); }},
        {QStringLiteral("catalogue"), [](Connection& db) { need(queries::catalogue(db)); }},
    };
}

} // namespace

Rows measureRowSecurity(const Setting& setting)
{
    ServerBook book(leads);
    const auto free = book.superuser();
    Rows rows;
    for (const auto& [role, member] :
         {std::pair(QStringLiteral("officer"), book.officer()), std::pair(QStringLiteral("manager"), book.manager())}) {
        const auto person = book.session(member);
        for (const Asked& asked : everyQuery(book)) {
            const double once = timed([&] { asked.ask(*free); });
            const int times = std::max(1, static_cast<int>(enoughMs / std::max(once, 0.01)));
            // The quickest of some: what other programs take of this machine is no policy's cost.
            const int tries = once > longMs ? 1 : 3;
            const auto repeated = [&](Connection& db) {
                double best = std::numeric_limits<double>::max();
                for (int i = 0; i < tries; ++i) {
                    best = std::min(best, timed([&] {
                                        for (int j = 0; j < times; ++j) {
                                            asked.ask(db);
                                        }
                                    }));
                }
                return best;
            };
            Row row = compare(QString(asked.name + QStringLiteral(", ") + role), QStringLiteral("without policies"),
                              goal, 15 * setting.effort,
                              {[] {}, [&] { return repeated(*person); }, [&] { return repeated(*free); }});
            row.subject /= times;
            row.against /= times;
            row.note = QStringLiteral("%1 leads, %2 a round").arg(leads).arg(times);
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace keyturn::bench
