// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/report_model.h"
#include "ui/kit/section_card.h"
#include "ui/reports/report_print.h"

namespace keyturn {

class BarView;
class Button;
class IconButton;
class Label;
class ReportTableView;

/// One report of the page: its title, the chart beside its table, and a menu to take it away as a file. While a newer
/// answer is on its way the one before stays.
class ReportCard : public SectionCard
{
    Q_OBJECT

public:
    enum class Chart { None, Bars, Spans };

    struct Plan
    {
        QString report;
        QString title; ///< empty: the report's own
        QStringList shown;
        Chart chart = Chart::None;
        QStringList bars;       ///< columns that are drawn, one series each
        bool isPeriodic = true; ///< it follows the period that the page is about
        bool isOfDay = false;   ///< it follows the day of the page
        bool isOfOpenStages = false;
        int limit = 0;
        QString nothing; ///< said where there are no rows
        QString note;    ///< what the figures are, in a few words
    };

    ReportCard(Theme& theme, Workspace& workspace, const Plan& plan, QWidget* parent = nullptr);

    [[nodiscard]] const Plan& plan() const { return m_plan; }
    [[nodiscard]] ReportModel& model() const { return *m_model; }
    [[nodiscard]] ReportTableView& table() const { return *m_table; }
    /// Asks for the report; `request` says all but its name and limit.
    void ask(const ReportRequest& request);
    [[nodiscard]] ReportRequest asked() const { return m_asked; }
    /// What stands there now, for paper and files.
    [[nodiscard]] ReportSheet sheet(Workspace& workspace) const;

Q_SIGNALS:
    /// The leads behind a figure are wanted; `what` they are, in words.
    void figureOpened(const keyturn::ReportFigure& figure, const QString& what);
    void leadOpened(keyturn::LeadId lead);
    void pdfWanted();
    void csvWanted();

private:
    void follow();
    void drawChart();
    void addLegend();
    [[nodiscard]] QString noteOf(const ReportTable& table) const;
    void open(const QModelIndex& index);
    void openMenu();

    Theme& m_theme;
    Plan m_plan;
    ReportRequest m_asked;
    ReportModel* m_model;
    ReportTableView* m_table;
    Label* m_word;
    Button* m_again;
    Label* m_legend = nullptr;
    Label* m_more;
    IconButton* m_menu;
    QString m_trouble;
};

} // namespace keyturn
