// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/queries/report_queries.h"

#include <QSet>

namespace keyturn::queries {

/// A report being made: what was asked, and the table as far as it is.
class ReportTask
{
public:
    ReportTask(Connection& connection, const ReportRequest& asked, const ReportContext& around, HistoryKeeper& keeper,
               const ReportPeriod& days)
        : book(connection)
        , request(asked)
        , context(around)
        , period(days)
        , m_keeper(keeper)
    {}

    [[nodiscard]] Result<const StageHistory*> history()
    {
        return m_keeper.history(book, organization(), request.batch);
    }
    [[nodiscard]] QString organization() const { return context.catalogue.organization.toString(); }
    [[nodiscard]] bool isWanted(UserId owner) const { return !request.owner || *request.owner == owner; }
    [[nodiscard]] bool isDrill() const { return request.behind.has_value(); }

    /// `opens`: the figures of the column have leads behind them.
    void addColumn(const char* key, ReportColumn::Kind kind, bool opens = false)
    {
        table.columns.push_back({QString::fromLatin1(key), kind, opens});
    }
    void addRow(const QString& key, ReportTable::Row row)
    {
        table.keys.push_back(key);
        table.rows.push_back(std::move(row));
    }
    /// The lead is one of those behind that figure; remembered if the figure was asked for.
    void note(const QString& row, const char* column, LeadId lead)
    {
        if (request.behind && request.behind->column == QLatin1String(column) &&
            (request.behind->row.isEmpty() || request.behind->row == row)) {
            m_behind.insert(lead);
        }
    }
    /// Cuts the rows to what was asked for.
    ReportTable finish(const ReportSpec& spec);

    Connection& book;
    const ReportRequest& request;
    const ReportContext& context;
    const ReportPeriod period;
    ReportTable table;

private:
    HistoryKeeper& m_keeper;
    QSet<LeadId> m_behind;
};

// activity_reports.cpp
Done recentActivities(ReportTask& task);
Done activityCountsByType(ReportTask& task);
Done loActivity(ReportTask& task);

// lead_reports.cpp
Done silentLeads(ReportTask& task);
Done rottingLeads(ReportTask& task);
Done pipelineBoard(ReportTask& task);

// stage_reports.cpp
Done stageConversion(ReportTask& task);
Done funnel(ReportTask& task);
Done pipelineOn(ReportTask& task);

// business_reports.cpp
Done conversionBySource(ReportTask& task);
Done sourceAndPartner(ReportTask& task);
Done keyFigures(ReportTask& task);

/// The value in the middle of these, or between the two there; nothing of nothing.
std::optional<double> medianOf(std::vector<qint64> values);
/// The smallest value that nine tenths of these do not exceed.
std::optional<double> slowestTenthOf(std::vector<qint64> values);
/// In days with one decimal; null for nothing.
QVariant inDays(const std::optional<double>& milliseconds);
/// With one decimal; null where there is nothing to take a part of.
QVariant percentOf(qint64 part, qint64 whole);
/// What a forecast counts of an amount.
qint64 weighted(qint64 cents, int percent);

} // namespace keyturn::queries
