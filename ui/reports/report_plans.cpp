// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_plans.h"

#include <QCoreApplication>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::ReportPlans)
};

using Chart = ReportCard::Chart;
using Plan = ReportCard::Plan;

constexpr int listLimit = 100; ///< rows of lists of leads

QStringList list(const char* words)
{
    return QString::fromLatin1(words).split(u' ');
}

Plan charted(const char* report, const char* shown, const char* bars, const QString& nothing)
{
    Plan plan;
    plan.report = QString::fromLatin1(report);
    plan.shown = list(shown);
    plan.chart = Chart::Bars;
    plan.bars = list(bars);
    plan.nothing = nothing;
    return plan;
}

Plan times(const char* shown, const QString& nothing)
{
    Plan plan;
    plan.report = QStringLiteral("stage_conversion");
    plan.title = Words::tr("Time in stage");
    plan.shown = list(shown);
    plan.chart = Chart::Spans;
    plan.isOfOpenStages = true; // what is over has no time to keep
    plan.note = Words::tr("Of those who left it in this period");
    plan.nothing = nothing;
    return plan;
}

/// Of the present, whatever period the page is about.
Plan listed(const char* report, const char* shown, int limit, const QString& nothing)
{
    Plan plan;
    plan.report = QString::fromLatin1(report);
    plan.shown = list(shown);
    plan.isPeriodic = false;
    plan.limit = limit;
    plan.nothing = nothing;
    return plan;
}

} // namespace

std::vector<Plan> reportPlans(ReportTab tab)
{
    const QString nobody = Words::tr("No lead came in this period.");
    const QString quiet = Words::tr("Nothing was logged in this period.");
    switch (tab) {
    case ReportTab::Overview: {
        Plan sources =
            charted("conversion_by_source", "source leads funded bar conversion volume_cents", "conversion", nobody);
        sources.note = Words::tr("Lead to funded");
        return {charted("funnel", "stage bar leads of_previous", "leads", nobody), sources,
                times("stage bar median_days slowest_tenth_days", nobody),
                charted("activity_counts_by_type", "activity_type bar count", "count", quiet)};
    }
    case ReportTab::Pipeline: {
        Plan plan =
            charted("pipeline_on", "stage bar leads leads_now difference value_cents", "leads leads_now", nobody);
        plan.isPeriodic = false;
        plan.isOfDay = true;
        return {plan};
    }
    case ReportTab::Stages: {
        Plan plan = charted("stage_conversion", "stage entered bar conversion moved_on moved_back exited waiting",
                            "entered", nobody);
        plan.title = Words::tr("Conversion by stage");
        return {plan, times("stage bar median_days slowest_tenth_days limit_days", nobody)};
    }
    case ReportTab::Sources:
        return {charted("source_and_partner_report",
                        "source lead_source partner leads applications funded bar conversion volume_cents", "leads",
                        nobody)};
    case ReportTab::Activity:
        return {charted("lo_activity_report", "user bar activities leads calls emails quotes conversions", "activities",
                        quiet),
                charted("activity_counts_by_type", "activity_type bar count last", "count", quiet),
                listed("recent_activities", "at activity_type lead user", 0,
                       Words::tr("Nothing was logged in the last seven days."))};
    case ReportTab::Waiting: {
        Plan silent = listed("leads_without_recent_activity", "lead stage owner last_activity silent_days value_cents",
                             listLimit, Words::tr("Every open lead has been heard of within a week."));
        silent.title = Words::tr("Silent for a week");
        return {silent, listed("rotting_leads", "lead stage owner idle_days limit_days value_cents", listLimit,
                               Words::tr("No lead has been too long without a sign."))};
    }
    }
    return {};
}

QString reportTabName(ReportTab tab)
{
    switch (tab) {
    case ReportTab::Overview:
        return Words::tr("Overview");
    case ReportTab::Pipeline:
        return Words::tr("Pipeline");
    case ReportTab::Stages:
        return Words::tr("Stages");
    case ReportTab::Sources:
        return Words::tr("Sources");
    case ReportTab::Activity:
        return Words::tr("Activity");
    case ReportTab::Waiting:
        return Words::tr("Waiting");
    }
    return {};
}

} // namespace keyturn
