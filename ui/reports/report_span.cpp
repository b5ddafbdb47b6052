// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_span.h"

#include <array>

namespace keyturn {

namespace {

using Kind = ReportSpan::Kind;

const std::array<std::pair<Kind, QString>, 6>& usualKinds()
{
    static const std::array<std::pair<Kind, QString>, 6> kinds{
        std::pair{Kind::SevenDays, QStringLiteral("seven_days")},
        std::pair{Kind::ThisMonth, QStringLiteral("this_month")},
        std::pair{Kind::LastMonth, QStringLiteral("last_month")},
        std::pair{Kind::ThisQuarter, QStringLiteral("this_quarter")},
        std::pair{Kind::ThisYear, QStringLiteral("this_year")},
        std::pair{Kind::LastYear, QStringLiteral("last_year")}};
    return kinds;
}

} // namespace

std::pair<QDate, QDate> ReportSpan::days(QDate today) const
{
    constexpr int daysBack = 6;
    const QDate month(today.year(), today.month(), 1);
    switch (kind) {
    case Kind::SevenDays:
        return {today.addDays(-daysBack), today};
    case Kind::ThisMonth:
        return {month, today};
    case Kind::LastMonth:
        return {month.addMonths(-1), month.addDays(-1)};
    case Kind::ThisQuarter:
        return {month.addMonths(-((today.month() - 1) % 3)), today};
    case Kind::LastYear:
        return {QDate(today.year() - 1, 1, 1), QDate(today.year() - 1, 12, 31)};
    case Kind::Own:
        if (from.isValid() && to.isValid() && from <= to) {
            return {from, to};
        }
        break;
    case Kind::ThisYear:
        break;
    }
    return {QDate(today.year(), 1, 1), today};
}

QString ReportSpan::toText() const
{
    for (const auto& [one, text] : usualKinds()) {
        if (one == kind) {
            return text;
        }
    }
    return from.toString(Qt::ISODate) + QLatin1Char('/') + to.toString(Qt::ISODate);
}

ReportSpan ReportSpan::fromText(const QString& text)
{
    for (const auto& [kind, name] : usualKinds()) {
        if (name == text) {
            return {kind, {}, {}};
        }
    }
    const QStringList days = text.split(QLatin1Char('/'));
    const ReportSpan own{Kind::Own, QDate::fromString(days.value(0), Qt::ISODate),
                         QDate::fromString(days.value(1), Qt::ISODate)};
    return own.from.isValid() && own.to.isValid() && own.from <= own.to ? own : ReportSpan();
}

QString ReportSpan::name(Kind kind)
{
    switch (kind) {
    case Kind::SevenDays:
        return tr("Last 7 days");
    case Kind::ThisMonth:
        return tr("This month");
    case Kind::LastMonth:
        return tr("Last month");
    case Kind::ThisQuarter:
        return tr("This quarter");
    case Kind::ThisYear:
        return tr("This year");
    case Kind::LastYear:
        return tr("Last year");
    case Kind::Own:
        break;
    }
    return tr("Own period…");
}

} // namespace keyturn
