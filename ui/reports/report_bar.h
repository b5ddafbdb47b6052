// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"
#include "ui/kit/ui_context.h"
#include "ui/reports/report_span.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace keyturn {

class Button;
class FilterChip;
class TabBar;

/// What stands above the reports: which of them, of what time, of whom, as of which day, and the way out to a file.
class ReportBar : public QWidget
{
    Q_OBJECT

public:
    /// `today` is where the user lives.
    ReportBar(UiContext& ui, Workspace& workspace, std::function<QDate()> today, const QStringList& tabs,
              QWidget* parent = nullptr);

    [[nodiscard]] int tab() const;
    void setTab(int tab);
    [[nodiscard]] const ReportSpan& span() const { return m_span; }
    void setSpan(const ReportSpan& span);
    /// Nothing: everybody; a null id: leads of nobody.
    [[nodiscard]] const std::optional<UserId>& owner() const { return m_owner; }
    void setOwner(const std::optional<UserId>& owner);
    /// The day of the past pipeline; nothing: today.
    [[nodiscard]] const std::optional<QDate>& day() const { return m_day; }
    void setDay(const std::optional<QDate>& day);
    /// "Jan 1 to Nov 19, 2026"
    [[nodiscard]] QString periodWords() const;
    /// False: what is shown speaks of the present, whatever the period.
    void setPeriodic(bool periodic);
    /// Says anew what is said of today: a day may have begun.
    void refresh();

Q_SIGNALS:
    void tabChanged(int tab);
    void changed(); ///< period, owner or day
    void dayChosen();
    void exportRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void openPeriods();
    void openOwnPeriod();
    void openOwners();
    void openDays();
    void describe();
    [[nodiscard]] QString ownerWord(UserId owner) const;

    UiContext& m_ui;
    Workspace& m_workspace;
    std::function<QDate()> m_today;
    ReportSpan m_span;
    std::optional<UserId> m_owner;
    std::optional<QDate> m_day;
    TabBar* m_tabs;
    Button* m_period;
    FilterChip* m_ownerChip;
    FilterChip* m_dayChip;
    Button* m_export;
};

} // namespace keyturn
