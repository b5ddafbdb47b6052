// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_list_model.h"
#include "models/workspace/workspace.h"
#include "ui/kit/page.h"
#include "ui/kit/ui_context.h"

#include <functional>

namespace keyturn {

class BulkBar;
class Button;
class EmptyState;
class FilterBar;
class IconButton;
class LeadMover;
class LeadsTable;
class ViewButton;

/// All leads as a table: chosen columns, sorted by any of them, filtered, and edited many at once. What it remembers
/// goes into the preferences under "leads.".
class LeadsPage : public Page
{
    Q_OBJECT

public:
    LeadsPage(Workspace& workspace, LeadStore& store, UiContext& ui, QWidget* parent = nullptr);
    ~LeadsPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::vector<StatusPart> status() const override;
    [[nodiscard]] std::vector<PageCommand> commands() override;
    void focusContent() override;
    [[nodiscard]] int footHeight() const override;
    [[nodiscard]] QJsonObject viewContent() const override;
    void showView(const QString& id, const QJsonObject& content) override;
    /// Only my open leads of which nothing was heard for so many days; whatever else was filtered by is taken away.
    void showSilent(int days);
    /// Only these; `what` they are stands in the filter bar.
    void showAmong(const std::vector<LeadId>& leads, const QString& what);
    void showLead(LeadId lead) override;
    [[nodiscard]] LeadId neighbour(LeadId lead, int step) const override;
    [[nodiscard]] QString position(LeadId lead) const override;

    [[nodiscard]] LeadListModel& model() const { return *m_model; }
    [[nodiscard]] LeadsTable& table() const { return *m_table; }
    [[nodiscard]] FilterBar& filterBar() const { return *m_bar; }
    [[nodiscard]] BulkBar& bulkBar() const { return *m_bulk; }

Q_SIGNALS:
    /// Two leads are to become one; which of them stays is asked there.
    void mergeRequested(keyturn::LeadId first, keyturn::LeadId second);
    void duplicatesRequested();
    /// These, in this order.
    void exportRequested(const std::vector<keyturn::LeadId>& leads);

private:
    /// The selected ones, or everything that is listed, as it is listed.
    void requestExport();
    void follow();
    void followBulk();
    /// One command for all selected leads; `doing` is said meanwhile: "Tagging %1…".
    void submit(const Command& command, const QString& doing);
    void selectionMoved();
    void showEmptiness();
    void mergeSelected();
    void openColumns();
    void openRowMenu(QPoint where);
    [[nodiscard]] QString leadsWord() const;

    Workspace& m_workspace;
    LeadStore& m_store;
    UiContext& m_ui;
    LeadListModel* m_model;
    LeadMover* m_mover;
    FilterBar* m_bar;
    ViewButton* m_views;
    IconButton* m_columns;
    IconButton* m_export;
    LeadsTable* m_table;
    BulkBar* m_bulk;
    EmptyState* m_none;
    EmptyState* m_noMatch;
    bool m_offersExport = false;
};

} // namespace keyturn
