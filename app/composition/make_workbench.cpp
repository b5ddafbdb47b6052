// SPDX-License-Identifier: GPL-3.0-or-later
// How the workbench of an open book is put together: which pages there are, and who tells whom.
#include "app/composition/program.h"
#include "models/exchange/import_flow.h"
#include "models/items/today_model.h"
#include "ui/board/board_page.h"
#include "ui/duplicates/duplicates_page.h"
#include "ui/import/import_page.h"
#include "ui/lead/lead_page.h"
#include "ui/lead/lead_panel.h"
#include "ui/leads/leads_page.h"
#include "ui/reports/reports_page.h"
#include "ui/search/search_page.h"
#include "ui/settings/book_section.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/export_work.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workbench.h"
#include "ui/today/today_page.h"

namespace keyturn {

namespace {

template<typename Pane>
LeadPane wire(Pane* pane, Workbench* workbench)
{
    QObject::connect(pane, &Pane::requestClose, workbench, &Workbench::closeLead);
    QObject::connect(pane, &Pane::requestPrevious, workbench, [workbench] { workbench->stepLead(-1); });
    QObject::connect(pane, &Pane::requestNext, workbench, [workbench] { workbench->stepLead(1); });
    QObject::connect(pane, &Pane::requestSettings, workbench,
                     [workbench] { workbench->showPage(QStringLiteral("settings")); });
    QObject::connect(pane, &Pane::noticed, workbench, &Workbench::notice);
    QObject::connect(pane, &Pane::failed, workbench, &Workbench::showError);
    QObject::connect(pane, &Pane::committed, workbench, &Workbench::offerUndo);
    QObject::connect(pane, &Pane::mergedInto, workbench, &Workbench::followMerge);
    LeadPane parts;
    parts.widget = pane;
    parts.show = [pane](LeadId lead) { pane->setLead(lead); };
    parts.logCall = [pane] { pane->logCall(); };
    parts.writeNote = [pane] { pane->writeNote(); };
    parts.focus = [pane] { pane->focusContent(); };
    parts.showFound = [pane](const SearchHit& hit) { pane->showFound(hit); };
    return parts;
}

} // namespace

void Program::addExportCommands(std::vector<PageCommand>& commands)
{
    const auto add = [&commands](const char* id, const QString& title, const char* icon, std::function<void()> run) {
        commands.push_back({QString::fromLatin1(id), title, {}, QString::fromLatin1(icon), {}, std::move(run)});
    };
    if (m_workspace->access().givesLists) {
        add("book.exportLeads", tr("Export all leads"), "file-down", [this] { m_exports->exportLeads({}); });
        add("book.exportActivities", tr("Export activities"), "file-down", [this] { m_exports->exportActivities({}); });
    }
    if (m_workspace->access().keepsFile) {
        add("book.export", tr("Export the whole book"), "file-down", [this] { m_exports->exportBook(); });
        add("book.restore", tr("Restore a backup"), "history", [this] { askForBackup(); });
    }
}

Workbench* Program::makeWorkbench()
{
    WorkbenchParts parts;
    auto place = std::make_shared<QPointer<Workbench>>();
    const auto compare = [place](LeadId first, LeadId second) {
        (*place)->showPage(QStringLiteral("duplicates"));
        if (auto* page = qobject_cast<DuplicatesPage*>((*place)->page(QStringLiteral("duplicates")))) {
            page->compare(first, second);
        }
    };
    m_today = std::make_unique<TodayModel>(*m_store);
    parts.pages.push_back({QStringLiteral("today"), QStringLiteral("sun"), tr("Today"), QStringLiteral("T"), false,
                           [this, place](QWidget* parent) -> Page* {
                               auto* page = new TodayPage(*m_today, *m_store, m_context, parent);
                               connect(page, &TodayPage::callRequested, *place,
                                       [place](LeadId lead) { (*place)->logCall(lead); });
                               connect(page, &TodayPage::silentLeadsRequested, *place, [place](int days) {
                                   (*place)->showPage(QStringLiteral("leads"));
                                   auto* leads = qobject_cast<LeadsPage*>((*place)->page(QStringLiteral("leads")));
                                   leads->showSilent(days);
                                   leads->focusContent();
                               });
                               return page;
                           }});
    parts.pages.push_back({QStringLiteral("pipeline"), QStringLiteral("columns-3"), tr("Pipeline"), QStringLiteral("P"),
                           false, [this, place, compare](QWidget* parent) -> Page* {
                               auto* page = new BoardPage(*m_workspace, *m_store, m_context, parent);
                               connect(page, &BoardPage::sampleRequested, this, &Program::openSample);
                               connect(page, &BoardPage::importRequested, this, [this] { importList(); });
                               connect(page, &BoardPage::mergeRequested, *place, compare);
                               connect(page, &BoardPage::newLeadInStageRequested, *place,
                                       [place](StageId stage) { (*place)->openQuickAddIn(stage); });
                               connect(this, &Program::densityChosen, page, [page](const QString& density) {
                                   page->setDensity(density == QLatin1String("compact") ? Density::Compact
                                                                                        : Density::Comfortable);
                               });
                               return page;
                           }});
    parts.pages.push_back({QStringLiteral("leads"), QStringLiteral("users"), tr("Leads"), QStringLiteral("L"), false,
                           [this, place, compare](QWidget* parent) -> Page* {
                               auto* page = new LeadsPage(*m_workspace, *m_store, m_context, parent);
                               connect(page, &LeadsPage::mergeRequested, *place, compare);
                               connect(page, &LeadsPage::duplicatesRequested, *place,
                                       [place] { (*place)->showPage(QStringLiteral("duplicates")); });
                               connect(page, &LeadsPage::exportRequested, this,
                                       [this](const std::vector<LeadId>& leads) {
                                           if (m_exports) {
                                               m_exports->exportLeads(leads);
                                           }
                                       });
                               return page;
                           }});
    parts.pages.push_back({QStringLiteral("search"), QStringLiteral("search"), tr("Search"), QStringLiteral("F"), false,
                           [this, place](QWidget* parent) -> Page* {
                               auto* page = new SearchPage(*m_workspace, *m_store, m_context, parent);
                               connect(page, &SearchPage::hitRequested, *place, &Workbench::openHit);
                               return page;
                           }});
    parts.searchFor = [place](const QString& text) {
        (*place)->showPage(QStringLiteral("search"));
        auto* page = qobject_cast<SearchPage*>((*place)->page(QStringLiteral("search")));
        if (text.isEmpty()) {
            page->focusContent();
        } else {
            page->searchFor(text);
        }
    };
    parts.pages.push_back({QStringLiteral("reports"), QStringLiteral("chart-column"), tr("Reports"),
                           QStringLiteral("R"), false, [this, place](QWidget* parent) -> Page* {
                               auto* page = new ReportsPage(*m_workspace, *m_store, m_context, parent);
                               connect(page, &ReportsPage::leadsRequested, *place,
                                       [place](const std::vector<LeadId>& which, const QString& what) {
                                           (*place)->showPage(QStringLiteral("leads"));
                                           auto* leads =
                                               qobject_cast<LeadsPage*>((*place)->page(QStringLiteral("leads")));
                                           leads->showAmong(which, what);
                                           leads->focusContent();
                                       });
                               return page;
                           }});
    parts.pages.push_back(
        {QStringLiteral("settings"), QStringLiteral("settings"), tr("Settings"), QStringLiteral("S"), true,
         [this](QWidget* parent) -> Page* {
             auto* page = new SettingsPage(*m_workspace, m_context, m_language.code(), parent);
             connect(page, &SettingsPage::appearanceChosen, this, &Program::setAppearance);
             connect(page, &SettingsPage::languageChosen, this, &Program::setLanguage);
             connect(page, &SettingsPage::reducedMotionChosen, this, [this](bool reduced) {
                 m_settings->setValue(QStringLiteral("reducedMotion"), reduced);
                 m_theme.setReducedMotion(reduced);
             });
             connect(page, &SettingsPage::densityChosen, this, &Program::setDensity);
             connect(page, &SettingsPage::newBookRequested, this, &Program::showStart, Qt::QueuedConnection);
             connect(page, &SettingsPage::openBookRequested, this, &Program::askForBook);
             connect(page, &SettingsPage::importRequested, this, [this] { importList(); });
             connect(page, &SettingsPage::restoreRequested, this, &Program::askForBackup);
             connect(page, &SettingsPage::exportBookRequested, this, [this] { m_exports->exportBook(); });
             connect(page, &SettingsPage::exportActivitiesRequested, this, [this] { m_exports->exportActivities({}); });
             return page;
         }});
    if (m_workspace->access().takesLists) {
        parts.pages.push_back({QStringLiteral("import"),
                               QStringLiteral("file-up"),
                               tr("Import a list"),
                               {},
                               true,
                               [this, place](QWidget* parent) -> Page* {
                                   auto* page = new ImportPage(*m_imports, m_context, parent);
                                   connect(page, &ImportPage::leadsRequested, *place,
                                           [place](const std::vector<LeadId>& which, const QString& what) {
                                               (*place)->showPage(QStringLiteral("leads"));
                                               auto* leads =
                                                   qobject_cast<LeadsPage*>((*place)->page(QStringLiteral("leads")));
                                               leads->showAmong(which, what);
                                               leads->focusContent();
                                           });
                                   return page;
                               },
                               false});
    }
    if (m_workspace->access().mergesLeads) {
        parts.pages.push_back(
            {QStringLiteral("duplicates"), QStringLiteral("git-merge"), tr("Duplicates"), QStringLiteral("D"), false,
             [this](QWidget* parent) -> Page* { return new DuplicatesPage(*m_workspace, m_context, parent); }, false});
    }
    parts.makeLead = [this, place](QWidget* parent, LeadPlace where) {
        if (where == LeadPlace::Page) {
            return wire(new LeadPage(*m_workspace, *m_store, m_context, parent), *place);
        }
        auto* panel = new LeadPanel(*m_workspace, *m_store, m_context, parent);
        connect(panel, &LeadPanel::requestPage, *place,
                [place](LeadId lead) { (*place)->openLead(lead, LeadPlace::Page); });
        return wire(panel, *place);
    };
    const auto settingsPage = [place](SettingsPage::Section section) {
        (*place)->showPage(QStringLiteral("settings"));
        auto* page = qobject_cast<SettingsPage*>((*place)->page(QStringLiteral("settings")));
        page->showSection(section);
        return page;
    };
    parts.commands = {
        {QStringLiteral("book.new"),
         tr("New book"),
         {},
         QStringLiteral("book-open"),
         {},
         [this] { QMetaObject::invokeMethod(this, &Program::showStart, Qt::QueuedConnection); }},
        {QStringLiteral("book.open"),
         tr("Open a book"),
         {},
         QStringLiteral("folder-open"),
         {},
         [this] { askForBook(); }},
        {QStringLiteral("book.server"),
         tr("Open my team's server"),
         {},
         QStringLiteral("users"),
         {},
         [this] {
             QMetaObject::invokeMethod(
                 this, [this] { showTeam(); }, Qt::QueuedConnection);
         }},
        {QStringLiteral("book.sample"),
         tr("Open the sample"),
         {},
         QStringLiteral("flask-conical"),
         {},
         [this] { openSample(); }},
        {QStringLiteral("book.backup"),
         tr("Back up the book"),
         {},
         QStringLiteral("save-all"),
         {},
         [settingsPage] { settingsPage(SettingsPage::Book)->book().backUp(); }},
        {QStringLiteral("book.verify"),
         tr("Check the book"),
         {},
         QStringLiteral("shield-check"),
         {},
         [settingsPage] { settingsPage(SettingsPage::Book)->book().verify(); }},
        {QStringLiteral("look.light"),
         tr("Light appearance"),
         {},
         QStringLiteral("sun"),
         {},
         [this] { setAppearance(QStringLiteral("light")); }},
        {QStringLiteral("look.dark"),
         tr("Dark appearance"),
         {},
         QStringLiteral("moon"),
         {},
         [this] { setAppearance(QStringLiteral("dark")); }},
        {QStringLiteral("settings.stages"),
         tr("Edit the stages"),
         {},
         QStringLiteral("columns-3"),
         {},
         [settingsPage] { settingsPage(SettingsPage::Stages); }},
        {QStringLiteral("settings.fields"),
         tr("Edit the custom fields"),
         {},
         QStringLiteral("list-checks"),
         {},
         [settingsPage] { settingsPage(SettingsPage::Fields); }},
    };
    addExportCommands(parts.commands);
    auto* workbench = new Workbench(m_context, *m_workspace, *m_store, std::move(parts));
    *place = workbench;
    m_exports = new ExportWork(*m_workspace, m_context.prompts, *workbench);
    connect(workbench, &Workbench::fileDropped, this, &Program::importList);
    const auto count = [this, workbench] { workbench->setBadge(QStringLiteral("today"), m_today->badge()); };
    connect(m_today.get(), &TodayModel::countsChanged, workbench, count);
    connect(m_today.get(), &TodayModel::loaded, workbench, count);
    count();
    m_today->refresh(); // the rail counts what waits before anybody opens the page
    return workbench;
}

} // namespace keyturn
