// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/duplicates_model.h"
#include "models/items/merge_comparison.h"
#include "ui/kit/page.h"
#include "ui/kit/ui_context.h"

#include <optional>

class QListView;

namespace keyturn {

class Button;
class CompareView;
class EmptyState;
class Label;

/// Leads that are likely the same person: the pairs at the left, the chosen one compared field by field at the right.
/// M merges, N says that they are two people, J and K lead to the next pair. Any two leads can be brought here to be
/// merged, whether or not they are listed.
class DuplicatesPage : public Page
{
    Q_OBJECT

public:
    DuplicatesPage(Workspace& workspace, UiContext& ui, QWidget* parent = nullptr);
    ~DuplicatesPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::vector<StatusPart> status() const override;
    [[nodiscard]] std::vector<PageCommand> commands() override;
    void activate() override;
    void focusContent() override;
    [[nodiscard]] int footHeight() const override;

    /// Compares these two, listed or not.
    void compare(LeadId left, LeadId right);

    [[nodiscard]] DuplicatesModel& model() const { return *m_model; }
    [[nodiscard]] MergeComparison& comparison() const { return *m_comparison; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void follow();
    void showState();
    void showPair(const QModelIndex& index);
    void merge();
    void keepApart();
    void takeDecisionBack();
    void step(int by);
    void selectRow(int row);
    bool handleKey(const QKeyEvent& key);
    void endComparison();
    [[nodiscard]] bool isShown(LeadId a, LeadId b) const;

    Workspace& m_workspace;
    DuplicatesModel* m_model;
    MergeComparison* m_comparison;
    QWidget* m_side;
    Label* m_heading;
    QListView* m_list;
    Label* m_decided;
    Button* m_takeBack;
    CompareView* m_view;
    EmptyState* m_none;
    EmptyState* m_looking;
    EmptyState* m_choose;
    std::optional<DuplicateDecision> m_lastDecision;
    int m_row = -1; ///< of the pair that is shown; stays when it leaves the list, so that the next one takes its place
    bool m_merging = false;
};

} // namespace keyturn
