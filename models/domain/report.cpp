// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/report.h"

#include <QStringList>

#include <algorithm>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Reports)
};

bool isMonthsLong(QDate from, QDate to, int months)
{
    return from.day() == 1 && (from.month() - 1) % months == 0 && to >= from && to < from.addMonths(months);
}

} // namespace

int ReportTable::column(const QString& key) const
{
    const auto found = std::ranges::find(columns, key, &ReportColumn::key);
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

QVariant ReportTable::value(const QString& row, const QString& key) const
{
    const auto found = std::ranges::find(keys, row);
    const int place = column(key);
    if (found == keys.end() || place < 0) {
        return {};
    }
    return rows[static_cast<std::size_t>(found - keys.begin())][static_cast<std::size_t>(place)];
}

ReportPeriod ReportPeriod::of(QDate from, QDate to, const QTimeZone& zone)
{
    // The first moment of a day is not always midnight, and a day not always 24 hours.
    return {from, to, Instant::fromDateTime(from.startOfDay(zone)),
            Instant::fromDateTime(to.addDays(1).startOfDay(zone))};
}

ReportPeriod ReportPeriod::before(const QTimeZone& zone) const
{
    for (const int months : {1, 3, 12}) {
        if (isMonthsLong(from, to, months)) {
            const QDate start = from.addMonths(-months);
            const bool isWhole = to.addDays(1) == from.addMonths(months);
            const QDate last = from.addDays(-1);
            return of(start, isWhole ? last : std::min(start.addDays(from.daysTo(to)), last), zone);
        }
    }
    const qint64 days = from.daysTo(to) + 1;
    return of(from.addDays(-days), from.addDays(-1), zone);
}

const std::vector<ReportSpec>& reportSpecs()
{
    using Days = ReportSpec::Days;
    constexpr int recentRows = 50;
    static const std::vector<ReportSpec> specs{
        {QStringLiteral("recent_activities"), Days::LastSeven, recentRows},
        {QStringLiteral("activity_counts_by_type"), Days::Month, 0},
        {QStringLiteral("leads_without_recent_activity"), Days::None, 0},
        {QStringLiteral("lo_activity_report"), Days::Month, 0},
        {QStringLiteral("pipeline_board"), Days::None, 0},
        {QStringLiteral("pipeline_on"), Days::Day, 0},
        {QStringLiteral("rotting_leads"), Days::None, 0},
        {QStringLiteral("funnel"), Days::Year, 0},
        {QStringLiteral("stage_conversion"), Days::Year, 0},
        {QStringLiteral("conversion_by_source"), Days::Year, 0},
        {QStringLiteral("source_and_partner_report"), Days::Year, 0},
        {QStringLiteral("key_figures"), Days::Year, 0},
    };
    return specs;
}

Result<ReportSpec> reportSpec(const QString& name)
{
    const auto& specs = reportSpecs();
    const auto found = std::ranges::find(specs, name, &ReportSpec::name);
    if (found != specs.end()) {
        return *found;
    }
    QStringList names;
    for (const ReportSpec& spec : specs) {
        names.append(spec.name);
    }
    return fail(Error::Kind::Invalid,
                Words::tr("There is no report “%1”. The reports are %2.").arg(name, names.join(QStringLiteral(", "))));
}

Result<ReportPeriod> reportPeriod(const ReportRequest& request, const ReportSpec& spec, QDate today,
                                  const QTimeZone& zone)
{
    constexpr int daysOfAWeek = 7;
    QDate to = request.to.value_or(today);
    QDate from;
    switch (spec.days) {
    case ReportSpec::Days::None:
        return request.from ? ReportPeriod::of(*request.from, std::max(to, *request.from), zone) : ReportPeriod{};
    case ReportSpec::Days::Day:
        to = request.to ? *request.to : request.from.value_or(today);
        from = to;
        break;
    case ReportSpec::Days::LastSeven:
        from = request.from.value_or(to.addDays(1 - daysOfAWeek));
        break;
    case ReportSpec::Days::Month:
        from = request.from.value_or(QDate(to.year(), to.month(), 1));
        break;
    case ReportSpec::Days::Year:
        from = request.from.value_or(QDate(to.year(), 1, 1));
        break;
    }
    if (request.from && request.to && *request.to < *request.from) {
        return fail(Error::Kind::Invalid, Words::tr("The period ends before it begins."));
    }
    if (!request.to && from > to) {
        to = from; // begins in the future: nothing has happened in it yet
    }
    return ReportPeriod::of(from, to, zone);
}

} // namespace keyturn
