// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/lead_snapshot.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/rows.h"

namespace keyturn::bench {

namespace {

/// What a card takes from the row of a lead.
constexpr const char* columns = "id, stage_id, assigned_to, name, email, mobile, phone, estimated_value_cents, "
                                "stage_entered_at, last_activity_at, first_contacted_at, created_at, lead_temperature, "
                                "source, expected_close_date, score, do_not_contact";

} // namespace

Rows measureWholeBoard(const Setting& setting)
{
    const auto workspace = openBook(setting.book);
    // The first time makes the file from which the others read.
    LeadSnapshot leads = awaited(workspace->allLeads());
    const qsizetype count = leads.table->count();
    RawBook raw(setting.book);
    const QByteArray index = QByteArray("CREATE INDEX bench_board ON leads (") + columns + ") WHERE deleted_at IS NULL";
    RawBook::readAll(raw.prepare(index));
    sqlite3_stmt* const scan =
        raw.prepare(QByteArray("SELECT ") + columns + " FROM leads INDEXED BY bench_board WHERE deleted_at IS NULL");
    qint64 sum = 0;
    Row row = compare(QStringLiteral("whole board in memory"), QStringLiteral("a covering index in raw sqlite3"), 0.05,
                      15 * setting.effort,
                      {[&] { leads = {}; }, [&] { return timed([&] { leads = awaited(workspace->allLeads()); }); },
                       [&] { return timed([&] { sum += RawBook::readAll(scan); }); }});
    if (leads.table->count() != count || sum == 0) {
        giveUp(QStringLiteral("the whole board is another one"));
    }
    RawBook::readAll(raw.prepare("DROP INDEX bench_board"));
    row.note = QStringLiteral("%1 leads, %2 MB").arg(count).arg(leads.table->bytes() / 1'000'000);
    return {row};
}

} // namespace keyturn::bench
