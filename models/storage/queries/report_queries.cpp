// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/report_queries.h"

#include "models/storage/queries/report_task.h"

#include <algorithm>
#include <cmath>

namespace keyturn::queries {

ReportTable ReportTask::finish(const ReportSpec& spec)
{
    table.name = spec.name;
    table.from = period.from;
    table.to = period.to;
    table.rowCount = std::max(table.rowCount, qint64(std::ssize(table.rows)));
    const int limit = request.limit == 0 ? spec.usualLimit : request.limit;
    if (limit > 0 && std::ssize(table.rows) > limit) {
        table.rows.resize(std::size_t(limit));
        table.keys.resize(std::size_t(limit));
    }
    table.leads.assign(m_behind.cbegin(), m_behind.cend());
    std::sort(table.leads.begin(), table.leads.end());
    return std::move(table);
}

Result<ReportTable> report(Connection& book, const ReportRequest& request, const ReportContext& context,
                           HistoryKeeper& keeper)
{
    using Make = Done (*)(ReportTask&);
    static const QHash<QString, Make> makers{
        {QStringLiteral("recent_activities"), recentActivities},
        {QStringLiteral("activity_counts_by_type"), activityCountsByType},
        {QStringLiteral("leads_without_recent_activity"), silentLeads},
        {QStringLiteral("lo_activity_report"), loActivity},
        {QStringLiteral("pipeline_board"), pipelineBoard},
        {QStringLiteral("pipeline_on"), pipelineOn},
        {QStringLiteral("rotting_leads"), rottingLeads},
        {QStringLiteral("funnel"), funnel},
        {QStringLiteral("stage_conversion"), stageConversion},
        {QStringLiteral("conversion_by_source"), conversionBySource},
        {QStringLiteral("source_and_partner_report"), sourceAndPartner},
        {QStringLiteral("key_figures"), keyFigures},
    };
    KEYTURN_LET(const ReportSpec spec, reportSpec(request.name));
    KEYTURN_LET(const ReportPeriod period, reportPeriod(request, spec, context.now.dateIn(context.zone), context.zone));
    ReportTask task(book, request, context, keeper, period);
    KEYTURN_TRY(makers.value(spec.name)(task));
    return task.finish(spec);
}

std::optional<double> medianOf(std::vector<qint64> values)
{
    if (values.empty()) {
        return std::nullopt;
    }
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) {
        return double(*middle);
    }
    return (double(*middle) + double(*std::max_element(values.begin(), middle))) / 2.0;
}

std::optional<double> slowestTenthOf(std::vector<qint64> values)
{
    if (values.empty()) {
        return std::nullopt;
    }
    const auto place = values.begin() + (std::ssize(values) * 9 + 9) / 10 - 1;
    std::nth_element(values.begin(), place, values.end());
    return double(*place);
}

QVariant inDays(const std::optional<double>& milliseconds)
{
    return milliseconds ? QVariant(std::round(*milliseconds / double(msPerDay) * 10.0) / 10.0) : QVariant();
}

QVariant percentOf(qint64 part, qint64 whole)
{
    return whole == 0 ? QVariant() : QVariant(std::round(double(part) * 1000.0 / double(whole)) / 10.0);
}

qint64 weighted(qint64 cents, int percent)
{
    const qint64 product = cents * percent;
    return (product + (product < 0 ? -50 : 50)) / 100; // half away from zero, like all money
}

} // namespace keyturn::queries
