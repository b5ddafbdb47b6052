// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_store.h"
#include "ui/kit/page.h"
#include "ui/kit/ui_context.h"
#include "ui/reports/report_plans.h"

#include <QTimer>

#include <array>
#include <vector>

class QGridLayout;
class QScrollArea;

namespace keyturn {

class EmptyState;
class ReportBar;
class ReportFiles;
class ReportTiles;

/// What became of the leads, as figures: tiles, and cards with a chart beside each table, in a few tabs. Every figure
/// opens the leads behind it. Only what is shown is counted, and only while it is shown; changes of the book are taken
/// in a moment later, without a flicker.
class ReportsPage : public Page
{
    Q_OBJECT

public:
    ReportsPage(Workspace& workspace, LeadStore& store, UiContext& ui, QWidget* parent = nullptr);
    ~ReportsPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::vector<StatusPart> status() const override;
    [[nodiscard]] std::vector<PageCommand> commands() override;
    void activate() override;
    void focusContent() override;

    [[nodiscard]] ReportBar& bar() const { return *m_bar; }
    void showTab(ReportTab tab);
    [[nodiscard]] const std::vector<ReportCard*>& cards(ReportTab tab) const { return m_cards[std::size_t(tab)]; }
    [[nodiscard]] ReportTiles& tiles() const { return *m_tiles; }
    /// Everything that is shown has its answer.
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    /// To be shown in the list of leads; `what` they are.
    void leadsRequested(const std::vector<keyturn::LeadId>& leads, const QString& what);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addCard(ReportTab tab, const ReportCard::Plan& plan);
    void arrange();
    void follow();
    void later();
    void refreshInTurn();
    [[nodiscard]] bool isCounting() const;
    void refresh();
    void showEmptiness();
    void openFigure(const ReportRequest& asked, const ReportFigure& figure, const QString& what);
    [[nodiscard]] ReportRequest request(const ReportCard::Plan& plan) const;
    [[nodiscard]] ReportDocument document(const std::vector<ReportCard*>& cards, const QString& title) const;
    [[nodiscard]] ReportTab shownTab() const;
    [[nodiscard]] const std::vector<ReportCard*>& shownCards() const { return cards(shownTab()); }
    [[nodiscard]] QDate today() const;

    Workspace& m_workspace;
    LeadStore& m_store;
    UiContext& m_ui;
    ReportBar* m_bar;
    ReportFiles* m_files;
    QScrollArea* m_scroll;
    ReportTiles* m_tiles;
    QGridLayout* m_grid;
    EmptyState* m_empty;
    std::array<std::vector<ReportCard*>, reportTabCount> m_cards;
    QTimer m_refresh;
    QDate m_countedOn;
    quint64 m_batch = 0;   ///< of the questions asked last
    bool m_isStale = true; ///< something changed since the reports were asked for
    int m_columns = 0;
};

} // namespace keyturn
