// SPDX-License-Identifier: GPL-3.0-or-later
// Takes pictures of every page, the same ones each time: fixed clock, seed, fonts and sizes.
//   keyturn_screenshots DIR [--size 1440x900] [--theme light] [--language en] [--leads 214] [--everything]
//   keyturn_screenshots DIR --book FILE …         of that book, which is made if it is not there, and not changed
//   keyturn_screenshots DIR --import FILE …       only the import of that list, step by step
//   keyturn_screenshots DIR --duplicates …        only the page of duplicates
//   keyturn_screenshots DIR --reports …           only the reports, tab by tab
//   keyturn_screenshots DIR --server ADDRESS …    a team's workspace, in which it makes leads; password in PGPASSWORD;
//                                                 with --import only the import of that list there
#include "app/composition/program.h"
#include "app/secrets/memory_secrets.h"
#include "models/base/clock.h"
#include "models/base/server_address.h"
#include "models/exchange/import_flow.h"
#include "models/items/pipeline_model.h"
#include "models/workspace/sample_book.h"
#include "ui/board/board_page.h"
#include "ui/board/board_view.h"
#include "ui/duplicates/duplicates_page.h"
#include "ui/kit/date_field.h"
#include "ui/kit/section_card.h"
#include "ui/kit/tab_bar.h"
#include "ui/kit/toast.h"
#include "ui/lead/composer.h"
#include "ui/lead/lead_form.h"
#include "ui/leadkit/filter_bar.h"
#include "ui/leads/leads_page.h"
#include "ui/leads/leads_table.h"
#include "ui/reports/report_bar.h"
#include "ui/reports/reports_page.h"
#include "ui/search/search_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workbench.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace keyturn;

namespace {

class Photographer
{
public:
    Photographer(Program& program, const QString& folder, const QString& suffix)
        : m_program(program)
        , m_folder(folder)
        , m_suffix(suffix)
    {
        QDir().mkpath(folder);
    }
    void take(const QString& name)
    {
        QTest::qWait(400); // layouts, thumbnails and answers of the database
        save(m_program.window().grab(), name);
    }
    /// Menus and open combo boxes are windows of their own: the screen is pictured, and they are closed again.
    void takeWithPopup(const QString& name)
    {
        QTest::qWait(400);
        const QWidget& window = m_program.window();
        const QRect place(window.mapToGlobal(QPoint(0, 0)), window.size());
        save(window.screen()->grabWindow(0, place.x(), place.y(), place.width(), place.height()), name);
        while (QWidget* popup = QApplication::activePopupWidget()) {
            popup->close();
        }
    }
    /// Presses the button of this name within `where`, which must be there.
    void press(const QWidget* where, const char* name)
    {
        auto* button = where->findChild<QAbstractButton*>(QLatin1String(name));
        if (button == nullptr) {
            qFatal("There is no button %s", name);
        }
        button->click();
    }

private:
    void save(const QPixmap& picture, const QString& name)
    {
        picture.save(QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_suffix));
    }

    Program& m_program;
    QString m_folder;
    QString m_suffix;
};

/// Waits for what a page asks of the database, however large the book.
void waitForPage(Workbench& workbench, const QString& name)
{
    Page* page = workbench.page(name);
    const bool isSettled = QTest::qWaitFor(
        [page] {
            const auto* reports = qobject_cast<ReportsPage*>(page);
            const auto* duplicates = qobject_cast<DuplicatesPage*>(page);
            return (reports == nullptr || reports->isSettled()) &&
                   (duplicates == nullptr || (duplicates->model().isKnown() && !duplicates->model().isLoading()));
        },
        240'000);
    if (!isSettled) {
        qFatal("The page %s is not filled", qPrintable(name));
    }
}

/// Every step of an import, and of taking it back.
void takeImport(Program& program, Photographer& photographer, const QString& list)
{
    const auto reach = [&program](ImportFlow::State state) {
        if (!QTest::qWaitFor([&] { return program.imports()->state() == state; }, 600'000)) {
            qFatal("The import does not go on");
        }
    };
    program.importList();
    photographer.take(QStringLiteral("import-empty"));
    program.importList(list);
    reach(ImportFlow::State::Ready);
    if (!QTest::qWaitFor([&] { return program.imports()->survey() != nullptr; }, 600'000)) {
        qFatal("The rows cannot be counted");
    }
    const auto* page = program.workbench()->page(QStringLiteral("import"));
    photographer.take(QStringLiteral("import-file"));
    photographer.press(page, "importNext");
    photographer.take(QStringLiteral("import-columns"));
    photographer.press(page, "target_1");
    photographer.take(QStringLiteral("import-target"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QSignalSpy progressed(program.imports(), &ImportFlow::progressed);
    photographer.press(page, "importNext");
    if (progressed.wait(60'000) && program.imports()->isBusy()) {
        photographer.take(QStringLiteral("import-trying"));
    }
    reach(ImportFlow::State::Tried);
    photographer.take(QStringLiteral("import-check"));
    photographer.press(page, "importNext");
    if (progressed.wait(60'000) && program.imports()->isBusy()) {
        photographer.take(QStringLiteral("import-running"));
    }
    reach(ImportFlow::State::Finished);
    photographer.take(QStringLiteral("import-result"));
    photographer.press(page, "importNext");
    photographer.take(QStringLiteral("import-leads"));
    program.importList();
    program.imports()->takeBack();
    if (progressed.wait(60'000) && program.imports()->isBusy()) {
        photographer.take(QStringLiteral("import-taking-back"));
    }
    reach(ImportFlow::State::TakenBack);
    photographer.take(QStringLiteral("import-taken-back"));
    program.imports()->reset();
    photographer.take(QStringLiteral("import-past"));
}

/// The page of duplicates: with some made from leads of the sample, compared, merged, and without any.
void takeDuplicates(Program& program, Photographer& photographer)
{
    Workbench& workbench = *program.workbench();
    const auto settle = [&] {
        auto* page = qobject_cast<DuplicatesPage*>(workbench.page(QStringLiteral("duplicates")));
        if (!QTest::qWaitFor([&] { return page->model().isKnown() && !page->model().isLoading(); }, 60'000)) {
            qFatal("The duplicates are not found");
        }
        return page;
    };
    workbench.showPage(QStringLiteral("duplicates"));
    photographer.take(QStringLiteral("duplicates-sample"));
    const LeadTable& table = program.store()->table();
    const std::vector<QString> longer{{}, QStringLiteral(" Featherstonehaugh-Cholmondeley of Upper Nether Wallop")};
    for (LeadTable::Row row = 0; row < 6; ++row) {
        const LeadCard card = table.card(row);
        CreateLead twin;
        twin.fields = {{QStringLiteral("name"), QString(card.name + longer[row % 2]), std::nullopt},
                       {QStringLiteral("phone"), card.phone, std::nullopt},
                       {QStringLiteral("mobile"), QStringLiteral("+1303555019%1").arg(row), std::nullopt},
                       {QStringLiteral("interest_level"), QStringLiteral("high"), std::nullopt},
                       {QStringLiteral("loan.loan_amount_cents"), qint64(41'250'000), std::nullopt},
                       {QStringLiteral("profile.company"), QStringLiteral("Example Orchards"), std::nullopt}};
        twin.tags = QStringList{QStringLiteral("Twin")};
        program.workspace()->submit(twin);
    }
    QTest::qWait(1'500);
    DuplicatesPage* page = settle();
    page->model().refresh();
    settle();
    page->focusContent();
    photographer.take(QStringLiteral("duplicates"));
    if (auto* same = page->findChild<SectionCard*>(QStringLiteral("compareSame"))) {
        same->setCollapsed(false);
        auto* scroll = page->findChild<QScrollArea*>(QStringLiteral("compareScroll"));
        QTest::qWait(100);
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
        photographer.take(QStringLiteral("duplicates-below"));
        same->setCollapsed(true);
    }
    photographer.press(page, "openLeft");
    photographer.take(QStringLiteral("duplicates-panel"));
    workbench.closeLead();
    photographer.press(page, "apartButton");
    photographer.take(QStringLiteral("duplicates-apart"));
    photographer.press(page, "mergeButton");
    QTest::qWait(500);
    photographer.take(QStringLiteral("duplicates-merged"));
}

void openTeam(Program& program, const ServerAddress& server)
{
    QSignalSpy opened(&program, &Program::opened);
    program.openServer(server);
    if (!opened.wait(60'000) || !QTest::qWaitFor([&] { return program.store()->isComplete(); }, 60'000)) {
        qFatal("The server does not open");
    }
    QApplication::setActiveWindow(&program.window());
}

/// What a team's workspace offers of lists and duplicates.
void takeTeam(Program& program, Photographer& photographer)
{
    const QStringList names{QStringLiteral("Ann Lee"),  QStringLiteral("Bo Ray"),  QStringLiteral("Cy Poe"),
                            QStringLiteral("Di Fox"),   QStringLiteral("Eli Roe"), QStringLiteral("Fay Gray"),
                            QStringLiteral("Gus Webb"), QStringLiteral("Hal Orr")};
    for (qsizetype i = 0; i < names.size(); ++i) {
        CreateLead lead;
        lead.fields = {{QStringLiteral("name"), names[i], std::nullopt},
                       {QStringLiteral("phone"), QStringLiteral("303555010%1").arg(i), std::nullopt},
                       {QStringLiteral("email"), QStringLiteral("person%1@example.com").arg(i), std::nullopt},
                       {QStringLiteral("estimated_value_cents"), qint64(30'000'000 + i * 2'500'000), std::nullopt}};
        program.workspace()->submit(lead);
    }
    if (!QTest::qWaitFor([&] { return program.store()->table().count() >= names.size(); }, 60'000)) {
        qFatal("The leads are not made");
    }
    Workbench& workbench = *program.workbench();
    workbench.showPage(QStringLiteral("leads"));
    auto* leads = qobject_cast<LeadsPage*>(workbench.page(QStringLiteral("leads")));
    photographer.take(QStringLiteral("team-leads"));
    leads->findChild<LeadsTable*>()->selectAll();
    photographer.take(QStringLiteral("team-leads-selected"));
    workbench.showPage(QStringLiteral("settings"));
    qobject_cast<SettingsPage*>(workbench.page(QStringLiteral("settings")))->showSection(SettingsPage::Book);
    photographer.take(QStringLiteral("team-settings"));
    takeDuplicates(program, photographer);
}

/// Every tab of the reports, and the pipeline of a past day.
void takeReports(Program& program, Photographer& photographer)
{
    program.workbench()->showPage(QStringLiteral("reports"));
    auto* page = qobject_cast<ReportsPage*>(program.workbench()->page(QStringLiteral("reports")));
    const auto settle = [page] {
        if (!QTest::qWaitFor([page] { return page->isSettled(); }, 60'000)) {
            qFatal("The reports are not counted");
        }
    };
    const QStringList tabs{QStringLiteral("overview"), QStringLiteral("pipeline"), QStringLiteral("stages"),
                           QStringLiteral("sources"),  QStringLiteral("activity"), QStringLiteral("waiting")};
    for (int tab = 0; tab < tabs.size(); ++tab) {
        page->showTab(static_cast<ReportTab>(tab));
        settle();
        photographer.take(QStringLiteral("reports-") + tabs[tab]);
    }
    page->bar().setDay(QDate(2026, 9, 1));
    settle();
    photographer.take(QStringLiteral("reports-past-pipeline"));
    page->showTab(ReportTab::Overview);
    settle();
    photographer.press(page, "reportPeriod");
    photographer.takeWithPopup(QStringLiteral("reports-periods"));
    auto* scroll = page->findChild<QScrollArea*>(QStringLiteral("reportsScroll"));
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    photographer.take(QStringLiteral("reports-overview-end"));
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("Keyturn"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("Where the pictures go"));
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("size"), QStringLiteral("Size of the window"), QStringLiteral("WxH"),
         QStringLiteral("1440x900")},
        {QStringLiteral("theme"), QStringLiteral("light or dark"), QStringLiteral("NAME"), QStringLiteral("light")},
        {QStringLiteral("language"), QStringLiteral("en or es"), QStringLiteral("CODE"), QStringLiteral("en")},
        {QStringLiteral("everything"), QStringLiteral("Also menus, tabs, dialogs and toasts")},
        {QStringLiteral("import"), QStringLiteral("Only the import of this list"), QStringLiteral("FILE"), QString()},
        {QStringLiteral("duplicates"), QStringLiteral("Only the page of duplicates")},
        {QStringLiteral("reports"), QStringLiteral("Only the reports")},
        {QStringLiteral("server"), QStringLiteral("Only this team's workspace"), QStringLiteral("ADDRESS"), QString()},
        {QStringLiteral("leads"), QStringLiteral("How many leads"), QStringLiteral("N"), QStringLiteral("214")},
        {QStringLiteral("book"), QStringLiteral("Where they are kept for the next time"), QStringLiteral("FILE"),
         QString()},
    });
    parser.process(application);
    const QString folder = parser.positionalArguments().value(0, QStringLiteral("."));
    const QStringList size = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
    const QString suffix = QStringLiteral("%1-%2-%3")
                               .arg(parser.value(QStringLiteral("theme")), parser.value(QStringLiteral("size")),
                                    parser.value(QStringLiteral("language")));

    // A Thursday in November, a quarter to ten in the morning in Denver.
    const Instant now = Instant::fromDateTime(QDateTime(QDate(2026, 11, 19), QTime(16, 41), Qt::UTC));
    QTemporaryDir temporary;
    ProgramOptions options;
    options.settingsFile = temporary.filePath(QStringLiteral("settings.json"));
    options.booksFolder = temporary.path();
    options.clock = std::make_shared<ManualClock>(now);
    options.language = parser.value(QStringLiteral("language"));
    options.appearance = parser.value(QStringLiteral("theme"));
    options.listens = false;
    const Result<ServerAddress> server = ServerAddress::parse(parser.value(QStringLiteral("server")));
    MemorySecrets secrets;
    if (server) {
        options.secrets = &secrets;
        options.clock = nullptr; // a server has its own, and takes nothing from far away
        secrets.write(server->toString(), qEnvironmentVariable("PGPASSWORD"), nullptr, [](const Done&) {});
    }

    Program program(options);
    program.start();
    program.window().resize(size.value(0).toInt(), size.value(1).toInt());
    Photographer photographer(program, folder, suffix);
    photographer.take(QStringLiteral("start"));
    const QString list = parser.isSet(QStringLiteral("import"))
                             ? QFileInfo(parser.value(QStringLiteral("import"))).absoluteFilePath()
                             : QString();
    if (server) {
        openTeam(program, *server);
        if (list.isEmpty()) {
            takeTeam(program, photographer);
        } else {
            takeImport(program, photographer, list);
        }
        return 0;
    }

    const std::atomic_bool cancel = false;
    SampleBook order;
    order.path = temporary.filePath(QStringLiteral("Oak and Main.keyturn"));
    order.leads = parser.value(QStringLiteral("leads")).toLongLong();
    order.now = now;
    order.timezone = QStringLiteral("America/Denver");
    const QString kept = parser.value(QStringLiteral("book"));
    const bool isThere = !kept.isEmpty() && QFile::copy(kept, order.path);
    if (!isThere) {
        if (const auto made = createSampleBook(
                order, [](int) {}, cancel);
            !made) {
            qCritical("%s", qPrintable(made.error().message));
            return 1;
        }
        if (!kept.isEmpty()) {
            QFile::copy(order.path, kept);
        }
    }
    QSignalSpy opened(&program, &Program::opened);
    program.openBook(order.path);
    if (!opened.wait(120000)) {
        return 1;
    }
    Workbench& workbench = *program.workbench();
    if (!program.store()->isComplete()) {
        QSignalSpy(program.store(), &LeadStore::completed).wait(240000);
    }
    if (parser.isSet(QStringLiteral("duplicates"))) {
        QApplication::setActiveWindow(&program.window());
        takeDuplicates(program, photographer);
        return 0;
    }
    if (!list.isEmpty()) {
        QApplication::setActiveWindow(&program.window());
        takeImport(program, photographer, list);
        return 0;
    }
    if (parser.isSet(QStringLiteral("reports"))) {
        QApplication::setActiveWindow(&program.window());
        takeReports(program, photographer);
        return 0;
    }
    LeadId lead;
    const LeadTable& table = program.store()->table();
    for (LeadTable::Row row = 0; row < table.rowLimit() && lead.isNull(); ++row) {
        const LeadCard card = table.card(row);
        if (card.lockExpiresDay > 0 && !card.taskTitle.isEmpty()) {
            lead = card.id;
        }
    }
    // Nobody gives the window the focus where there is no window manager.
    QApplication::setActiveWindow(&program.window());
    for (const auto& page :
         {QStringLiteral("today"), QStringLiteral("pipeline"), QStringLiteral("leads"), QStringLiteral("reports"),
          QStringLiteral("duplicates"), QStringLiteral("search"), QStringLiteral("import")}) {
        workbench.showPage(page);
        waitForPage(workbench, page);
        photographer.take(page);
    }
    workbench.showPage(QStringLiteral("search"));
    qobject_cast<SearchPage*>(workbench.page(QStringLiteral("search")))->searchFor(QStringLiteral("call or"));
    QTest::qWait(1'000);
    photographer.take(QStringLiteral("search-found"));
    workbench.showPage(QStringLiteral("settings"));
    auto* settings = qobject_cast<SettingsPage*>(workbench.page(QStringLiteral("settings")));
    photographer.take(QStringLiteral("settings"));
    if (parser.isSet(QStringLiteral("everything"))) {
        const QStringList sections{QStringLiteral("profile"), QStringLiteral("people"), QStringLiteral("stages"),
                                   QStringLiteral("fields"),  QStringLiteral("book"),   QStringLiteral("keys"),
                                   QStringLiteral("about")};
        for (int i = 0; i < sections.size(); ++i) {
            settings->showSection(static_cast<SettingsPage::Section>(SettingsPage::Profile + i));
            photographer.take(QStringLiteral("settings-") + sections[i]);
        }
        settings->showSection(SettingsPage::Look);
        settings->findChild<QComboBox*>(QStringLiteral("settingLanguage"))->showPopup();
        photographer.takeWithPopup(QStringLiteral("combo"));
    }
    if (lead.isNull()) {
        return 0; // an empty book has nothing more to show
    }
    workbench.showPage(QStringLiteral("pipeline"));
    workbench.openLead(lead, LeadPlace::Panel);
    photographer.take(QStringLiteral("panel"));
    workbench.openLead(lead, LeadPlace::Page);
    photographer.take(QStringLiteral("lead"));
    if (parser.isSet(QStringLiteral("everything"))) {
        const auto* page = workbench.findChild<QWidget*>(QStringLiteral("leadPage"));
        auto* tabs = page->findChild<TabBar*>(QStringLiteral("leadTabs"));
        for (int tab = 1; tab < 3; ++tab) {
            tabs->setCurrentIndex(tab);
            photographer.take(QStringLiteral("lead-tab%1").arg(tab));
        }
        tabs->setCurrentIndex(0);
        auto* form = qobject_cast<QScrollArea*>(page->findChild<LeadForm*>()->parentWidget()->parentWidget());
        for (int screen = 1; screen < 5; ++screen) {
            form->verticalScrollBar()->setValue(screen * form->viewport()->height() * 9 / 10);
            photographer.take(QStringLiteral("lead-form%1").arg(screen));
        }
        form->verticalScrollBar()->setValue(0);
        QTest::keyClick(page->findChild<DateField*>()->findChild<QLineEdit*>(), Qt::Key_Down, Qt::AltModifier);
        photographer.takeWithPopup(QStringLiteral("calendar"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        for (const char* menu : {"leadStage", "leadTemperature", "leadOwner", "leadMore"}) {
            photographer.press(page, menu);
            photographer.takeWithPopup(QStringLiteral("menu-") + QLatin1String(menu));
        }
        auto* composer = page->findChild<Composer*>();
        for (const auto& [mode, name] :
             {std::pair(Composer::Mode::Note, "note"), std::pair(Composer::Mode::Call, "call"),
              std::pair(Composer::Mode::Meeting, "meeting"), std::pair(Composer::Mode::FollowUp, "follow-up")}) {
            composer->start(mode);
            photographer.take(QStringLiteral("composer-") + QLatin1String(name));
        }
    }
    workbench.closeLead();
    if (parser.isSet(QStringLiteral("everything"))) {
        workbench.showPage(QStringLiteral("pipeline"));
        auto* board = qobject_cast<BoardPage*>(workbench.page(QStringLiteral("pipeline")));
        photographer.press(board, "menu_contacted");
        photographer.takeWithPopup(QStringLiteral("menu-column"));
        for (const char* chip : {"filterOwner", "filterSource"}) {
            photographer.press(board, chip);
            photographer.takeWithPopup(QStringLiteral("filter-") + QLatin1String(chip));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        }
        photographer.press(board, "filterMore");
        photographer.takeWithPopup(QStringLiteral("menu-more"));
        photographer.press(board, "boardSort");
        photographer.takeWithPopup(QStringLiteral("menu-sort"));
        board->setDensity(Density::Compact);
        photographer.take(QStringLiteral("pipeline-compact"));
        board->setDensity(Density::Comfortable);
        const auto cards = board->view().columns().front();
        board->state().select(cards->cards().leadAt(0), BoardState::Select::Only);
        Q_EMIT cards->cards().menuRequested(cards->cards().leadAt(0), cards->cards().mapToGlobal(QPoint(60, 60)));
        photographer.takeWithPopup(QStringLiteral("menu-lead"));
        const Catalogue& catalogue = program.store()->catalogue();
        const auto exit =
            std::ranges::find_if(catalogue.stages, [](const Stage& stage) { return stage.requiresReason; });
        board->moveLeads({cards->cards().leadAt(0)}, exit->id, -1, cards->cards().mapToGlobal(QPoint(60, 60)));
        photographer.take(QStringLiteral("exit-reason"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        board->moveLeads({cards->cards().leadAt(0)}, catalogue.stages[1].id, -1, QPoint());
        if (!QTest::qWaitFor([&workbench] { return !workbench.findChild<Toast*>()->message().isEmpty(); })) {
            qFatal("The move is not told");
        }
        photographer.take(QStringLiteral("toast"));
        workbench.showError({Error::Kind::Storage, QStringLiteral("The change could not be saved: the disk is full."),
                             QStringLiteral("disk I/O error"), QStringLiteral("SQLITE_FULL")});
        photographer.take(QStringLiteral("error"));
        workbench.showPage(QStringLiteral("leads"));
        auto* leads = qobject_cast<LeadsPage*>(workbench.page(QStringLiteral("leads")));
        leads->showSilent(7);
        photographer.take(QStringLiteral("leads-silent"));
        leads->filterBar().clearAll();
        leads->table().selectAll();
        photographer.take(QStringLiteral("leads-selected"));
        photographer.press(leads, "leadsColumns");
        photographer.takeWithPopup(QStringLiteral("menu-columns"));
        leads->table().clearSelection();
        workbench.showPage(QStringLiteral("pipeline"));
    }
    const auto typing = [&program] {
        QWidget* focus = QApplication::focusWidget();
        return focus != nullptr ? focus : &program.window();
    };
    workbench.openPalette();
    QTest::keyClicks(typing(), QStringLiteral("or"));
    photographer.take(QStringLiteral("palette"));
    QTest::keyClick(typing(), Qt::Key_Escape);
    workbench.openQuickAdd();
    photographer.take(QStringLiteral("quick-add"));
    QTest::keyClick(typing(), Qt::Key_Escape);
    workbench.openShortcuts();
    photographer.take(QStringLiteral("shortcuts"));
    return 0;
}
