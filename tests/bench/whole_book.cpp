// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/duplicates.h"
#include "models/domain/export_order.h"
#include "models/domain/report.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/rows.h"

#include <QFileInfo>

#include <sqlite3.h>

namespace keyturn::bench {

namespace {

struct ReportCase
{
    const char* label;
    const char* report;
    const char* read; ///< what it cannot do without reading
};

constexpr const char* stageHistory =
    "SELECT lead_id, activity_type, metadata, from_stage, to_stage, created_by, occurred_at FROM lead_activities "
    "WHERE activity_type IN ('created', 'imported', 'status_changed', 'lead_deleted', 'lead_restored') "
    "ORDER BY lead_id, occurred_at";

constexpr ReportCase reportCases[] = {
    {"report: stage conversion", "stage_conversion", stageHistory},
    {"report: board of a past day", "pipeline_on", stageHistory},
    {"report: silent leads", "leads_without_recent_activity",
     "SELECT id, name, stage_id, assigned_to, last_activity_at, created_at FROM leads WHERE deleted_at IS NULL"},
};

/// Reads what the statement answers, to its end, each time from a book that was just opened, as a report does.
double readAll(const QString& book, const char* sql)
{
    return timed([&] {
        RawBook raw(book);
        RawBook::readAll(raw.prepare(sql));
    });
}

} // namespace

Rows measureWholeBook(const Setting& setting)
{
    const auto workspace = openBook(setting.book);
    Rows rows;
    for (const ReportCase& one : reportCases) {
        ReportRequest request;
        request.name = QString::fromLatin1(one.report);
        request.limit = 50;
        rows.push_back(compare(QString::fromLatin1(one.label), QStringLiteral("reading the rows it is about"), 3,
                               3 * setting.effort,
                               {[] {}, [&] { return timed([&] { awaited(workspace->report(request)); }); },
                                [&] { return readAll(setting.book, one.read); }}));
    }

    int pairs = 0;
    rows.push_back(compare(
        QStringLiteral("duplicates of the whole book"), QStringLiteral("reading the columns compared"), 3,
        3 * setting.effort,
        {[] {}, [&] { return timed([&] { pairs = awaited(workspace->duplicates(DuplicateQuery())).total; }); },
         [&] {
             return readAll(setting.book,
                            "SELECT l.id, l.name, l.email, l.phone, l.mobile, l.external_lead_id, l.lead_source, "
                            "p.city, p.company FROM leads l LEFT JOIN lead_profiles p ON p.lead_id = l.id "
                            "WHERE l.deleted_at IS NULL");
         }}));
    rows.back().note = QStringLiteral("%1 pairs").arg(pairs);

    ExportOrder order;
    order.file = QFileInfo(setting.book).path() + QStringLiteral("/leads.csv");
    qint64 written = 0;
    rows.push_back(compare(QStringLiteral("export of all leads as CSV"), QStringLiteral("reading their rows"), 3,
                           3 * setting.effort,
                           {[] {}, [&] { return timed([&] { written = awaited(workspace->exportTo(order)).rows; }); },
                            [&] {
                                return readAll(setting.book, "SELECT l.*, p.*, s.* FROM leads l "
                                                             "LEFT JOIN lead_profiles p ON p.lead_id = l.id "
                                                             "LEFT JOIN lead_loan_scenarios s ON s.lead_id = l.id "
                                                             "WHERE l.deleted_at IS NULL");
                            }}));
    rows.back().note = QStringLiteral("%1 leads").arg(written);
    return rows;
}

} // namespace keyturn::bench
