// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/search_hit.h"
#include "models/items/lead_store.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

class QStackedWidget;

namespace keyturn {

class DocumentsTab;
class FileWork;
class LeadActions;
class LeadEditor;
class LeadForm;
class LeadHeader;
class TabBar;
class TasksTab;
class TimelinePanel;

/// One lead on a page of its own: head, facts and tabs; the form on the left, what happened on the right.
class LeadPage : public QWidget
{
    Q_OBJECT

public:
    LeadPage(Workspace& workspace, LeadStore& store, const UiContext& context, QWidget* parent = nullptr);
    ~LeadPage() override;

    void setLead(LeadId lead);
    [[nodiscard]] LeadId lead() const;
    [[nodiscard]] LeadEditor& editor() { return *m_editor; }
    [[nodiscard]] TimelinePanel& timeline() { return *m_timeline; }
    void focusContent();
    /// Put the keyboard into the composer.
    void logCall();
    void writeNote();
    /// Shows what a search found of this lead: the timeline at the entry, the tasks, the documents.
    void showFound(const SearchHit& hit);

Q_SIGNALS:
    void requestClose();
    /// What was opened had been merged into this lead, or was just now; it is shown instead.
    void mergedInto(keyturn::LeadId kept);
    void requestPrevious();
    void requestNext();
    void requestSettings();
    void noticed(const QString& text);
    void failed(const keyturn::Error& error);
    /// The composer or an action committed something worth an undo toast.
    void committed(const keyturn::ChangeSet& changes);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void follow();
    void followCounts();
    void showTab(int index);

    LeadEditor* m_editor;
    LeadActions* m_actions;
    FileWork* m_files;
    LeadHeader* m_header;
    TabBar* m_tabs;
    QStackedWidget* m_left;
    LeadForm* m_form;
    TasksTab* m_tasks;
    DocumentsTab* m_documents;
    TimelinePanel* m_timeline;
    QWidget* m_body;
    QWidget* m_missing;
};

} // namespace keyturn
