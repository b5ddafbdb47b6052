// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_store.h"
#include "models/items/palette_model.h"
#include "models/workspace/workspace.h"
#include "ui/kit/ui_context.h"
#include "ui/shell/workbench_parts.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace keyturn {

class BookFacts;
class CommandPalette;
class ErrorNotice;
class Popover;
class Rail;
class ShortcutsSheet;
class StatusBar;
class Toast;
class TopBar;

/// The window over an open book: rail, top bar, pages, the lead beside or instead of them, status line, palette, quick
/// add, undo toasts and error notices. Made anew when another book is opened or the language changes.
class Workbench : public QWidget
{
    Q_OBJECT

public:
    Workbench(const UiContext& context, Workspace& workspace, LeadStore& store, WorkbenchParts parts,
              QWidget* parent = nullptr);
    ~Workbench() override;

    /// The page that was shown last, or the pipeline.
    void restore();
    void showPage(const QString& id);
    [[nodiscard]] QString currentPage() const { return m_current; }
    [[nodiscard]] Page* page(const QString& id) const { return m_pages.value(id); }
    void setBadge(const QString& pageId, qint64 count);
    /// The menu of everything that was saved as a view.
    void openViews();
    void showView(const keyturn::SavedView& view);

    void openLead(LeadId lead, LeadPlace place);
    /// Opens the lead of what a search found, at what was found.
    void openHit(const keyturn::SearchHit& hit, LeadPlace place);
    /// Closes the lead's page, else the panel.
    void closeLead();
    [[nodiscard]] LeadId openedLead() const { return m_lead; }
    [[nodiscard]] bool isPanelOpen() const;
    [[nodiscard]] bool isLeadPageOpen() const;
    void stepLead(int step);
    /// The lead that is open was merged into this one, which is shown by now.
    void followMerge(LeadId kept);
    /// Opens the lead and puts the keyboard into the composer for a call.
    void logCall(LeadId lead);

    void openPalette();
    void openQuickAdd();
    void openQuickAddIn(StageId stage);
    void openShortcuts();
    void notice(const QString& text);
    /// With something to do about it.
    void offer(const QString& text, const QString& action, std::function<void()> act);
    /// The toast with "Undo", also for what usually goes without one.
    void offerUndo(const keyturn::ChangeSet& changes);
    void showError(const Error& error);
    void undo();
    void redo();

Q_SIGNALS:
    /// A list that can be imported was dropped on the window.
    void fileDropped(const QString& path);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    static constexpr int panelMinimum = 340;

    void makeShortcuts();
    void makePage(const PageEntry& entry);
    void followViews();
    [[nodiscard]] const PageEntry* entryOf(const SavedView& view) const;
    void followPage();
    void fillPalette();
    void runCommand(const QString& id, LeadId lead);
    void runLeadAction(const QString& id, LeadId lead);
    void afterChange(const ChangeSet& changes);
    void showLink();
    [[nodiscard]] bool isCovered() const;
    LeadPane& pane(LeadPlace place);
    [[nodiscard]] const Stage* nextStage(LeadId lead) const;

    UiContext m_context;
    Workspace& m_workspace;
    LeadStore& m_store;
    WorkbenchParts m_parts;
    Rail* m_rail;
    TopBar* m_topBar;
    StatusBar* m_statusBar;
    BookFacts* m_facts;
    QStackedWidget* m_stack;
    QSplitter* m_splitter;
    QWidget* m_panelHost;
    Toast* m_toast;
    ErrorNotice* m_notice;
    PaletteModel m_paletteModel;
    CommandPalette* m_palette;
    ShortcutsSheet* m_shortcuts = nullptr;
    Popover* m_quickAdd = nullptr;
    QHash<QString, Page*> m_pages;
    QHash<QString, std::function<void()>> m_actions;
    LeadPane m_panel;
    LeadPane m_leadPage;
    LeadId m_lead;
    QString m_current;
    QString m_origin;   ///< the page whose order Alt+Up and Alt+Down follow
    QTimer m_linkTimer; ///< while seconds until the next try are shown
};

} // namespace keyturn
