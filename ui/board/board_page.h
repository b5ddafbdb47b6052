// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/pipeline_model.h"
#include "models/workspace/workspace.h"
#include "ui/board/board_state.h"
#include "ui/kit/page.h"
#include "ui/kit/ui_context.h"

class QMenu;

namespace keyturn {

class BoardView;
class Button;
class EmptyBoard;
class EmptyState;
class FilterBar;
class IconButton;
class LeadCounter;
class LeadMover;
class ViewButton;

/// The pipeline: filter bar and board, and every command that can be given there. What it remembers (filter, view,
/// sort, density, folded columns) goes into the preferences under "board.".
class BoardPage : public Page
{
    Q_OBJECT

public:
    BoardPage(Workspace& workspace, LeadStore& store, UiContext& ui, QWidget* parent = nullptr);
    ~BoardPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::vector<StatusPart> status() const override;
    [[nodiscard]] std::vector<PageCommand> commands() override;
    void activate() override;
    void focusContent() override;
    void showLead(LeadId lead) override;
    [[nodiscard]] LeadId neighbour(LeadId lead, int step) const override;
    [[nodiscard]] QString position(LeadId lead) const override;
    [[nodiscard]] QJsonObject viewContent() const override;
    void showView(const QString& id, const QJsonObject& content) override;

    [[nodiscard]] PipelineModel& model() const { return *m_model; }
    [[nodiscard]] BoardState& state() const { return *m_state; }
    [[nodiscard]] BoardView& view() const { return *m_view; }
    [[nodiscard]] FilterBar& filterBar() const { return *m_bar; }

    void setSort(BoardSort sort);
    void setGrouping(BoardGrouping grouping);
    void setDensity(Density density);

    /// Moves the leads to the stage; `row` as ColumnView::gapAt() counts, -1: wherever they belong.
    void moveLeads(const std::vector<LeadId>& leads, StageId stage, int row, QPoint globalPos);
    /// The selected leads, or the one the keyboard is on: a stage to the left (-1) or right (+1).
    void moveSelection(int step);
    /// Arranges them one place up (-1) or down (+1) within their column.
    void arrangeSelection(int step);

Q_SIGNALS:
    /// "Add lead here" in the menu of a column.
    void newLeadInStageRequested(keyturn::StageId stage);
    /// Two leads are to become one; which of them stays is asked there.
    void mergeRequested(keyturn::LeadId first, keyturn::LeadId second);
    void sampleRequested();
    void importRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeBar();
    void makeViews();
    void restore();
    void follow();
    void handleKey(QKeyEvent* event);
    void moveToExits(const std::vector<LeadId>& leads, QPoint globalPos);
    void arrange(StageId stage, const std::vector<LeadId>& leads, int row);
    void warnOverLimit(StageId stage, qint64 before);
    void submit(const Command& command, const std::function<void()>& then = {});
    [[nodiscard]] std::vector<LeadId> chosenLeads() const;
    [[nodiscard]] QRect placeOf(LeadId lead) const;
    void tellSelection();
    void showEmptiness();
    void layOutEmptiness();
    // Menus
    void openLeadMenu(LeadId lead, QPoint where);
    void openStageMenu(StageId stage, QPoint where);
    void fillSortMenu(QMenu* menu);
    [[nodiscard]] bool offersGroups() const;
    void nameOrder();
    void openSortMenu();
    void askName(StageId stage, QPoint where);
    void askLimit(StageId stage, QPoint where);
    [[nodiscard]] static QString sortName(BoardSort sort);

    Workspace& m_workspace;
    LeadStore& m_store;
    UiContext& m_ui;
    PipelineModel* m_model;
    LeadCounter* m_counter;
    BoardState* m_state;
    LeadMover* m_mover;
    FilterBar* m_bar;
    ViewButton* m_views;
    Button* m_sort;
    IconButton* m_density;
    BoardView* m_view;
    EmptyBoard* m_empty;
    EmptyState* m_noMatch;
};

} // namespace keyturn
