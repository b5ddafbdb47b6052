// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/search_hit.h"
#include "models/items/lead_store.h"
#include "ui/kit/surface.h"
#include "ui/kit/ui_context.h"

class QStackedWidget;

namespace keyturn {

class DocumentsTab;
class FileWork;
class LeadActions;
class LeadEditor;
class LeadForm;
class PanelHeader;
class TabBar;
class TasksTab;
class TimelinePanel;

/// One lead beside the board, 400 px wide: what is needed while one works through a column.
class LeadPanel : public Surface
{
    Q_OBJECT

public:
    LeadPanel(Workspace& workspace, LeadStore& store, const UiContext& context, QWidget* parent = nullptr);
    ~LeadPanel() override;

    void setLead(LeadId lead);
    [[nodiscard]] LeadId lead() const;
    [[nodiscard]] LeadEditor& editor() { return *m_editor; }
    [[nodiscard]] TimelinePanel& timeline() { return *m_timeline; }
    void focusContent();
    void logCall();
    void writeNote();
    /// Shows what a search found of this lead: the timeline at the entry, the tasks, the documents.
    void showFound(const SearchHit& hit);

Q_SIGNALS:
    /// The same lead on a page of its own.
    void requestPage(keyturn::LeadId lead);
    void requestClose();
    /// What was opened had been merged into this lead, or was just now; it is shown instead.
    void mergedInto(keyturn::LeadId kept);
    void requestPrevious();
    void requestNext();
    void requestSettings();
    void noticed(const QString& text);
    void failed(const keyturn::Error& error);
    void committed(const keyturn::ChangeSet& changes);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override { return {400, 700}; }

private:
    enum Tab { TimelineTab, DetailsTab, TasksTabIndex, DocumentsTabIndex };

    void follow();

    LeadEditor* m_editor;
    LeadActions* m_actions;
    FileWork* m_files;
    PanelHeader* m_header;
    TabBar* m_tabs;
    QStackedWidget* m_stack;
    TimelinePanel* m_timeline;
    LeadForm* m_form;
    TasksTab* m_tasks;
    DocumentsTab* m_documents;
};

} // namespace keyturn
