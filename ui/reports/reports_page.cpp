// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reports_page.h"

#include "models/items/report_text.h"
#include "models/workspace/when_ready.h"
#include "ui/kit/button.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/scroll_area.h"
#include "ui/reports/report_bar.h"
#include "ui/reports/report_files.h"
#include "ui/reports/report_tiles.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QGridLayout>
#include <QLocale>
#include <QScrollBar>

#include <algorithm>

namespace keyturn {

namespace {

constexpr int pageMargin = 20;
constexpr int cardGap = 12;
constexpr int twoColumnsFrom = 900;
constexpr int refreshMs = 700;          ///< after a change
constexpr int remoteRefreshMs = 10'000; ///< the same where all that is counted comes over a network

QStringList tabNames()
{
    QStringList names;
    for (int tab = 0; tab < reportTabCount; ++tab) {
        names.append(reportTabName(static_cast<ReportTab>(tab)));
    }
    return names;
}

} // namespace

ReportsPage::ReportsPage(Workspace& workspace, LeadStore& store, UiContext& ui, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_store(store)
    , m_ui(ui)
    , m_bar(new ReportBar(
          ui, workspace, [this] { return today(); }, tabNames(), this))
    , m_files(new ReportFiles(ui.prompts, workspace, this))
    , m_empty(new EmptyState(ui.theme, QStringLiteral("chart-column"), tr("Nothing to count yet"),
                             tr("Funnel, sources, time in each stage and who did what appear here as soon as there "
                                "are leads. Add the first one, or import your list."),
                             this))
{
    setObjectName(QStringLiteral("reportsPage"));
    setAccessibleName(tr("Reports"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(pageMargin, 4, pageMargin, pageMargin);
    rows->setSpacing(cardGap);
    m_tiles = new ReportTiles(ui.theme, workspace);
    rows->addWidget(m_tiles);
    m_grid = new QGridLayout;
    m_grid->setSpacing(cardGap);
    rows->addLayout(m_grid);
    rows->addStretch(1);
    m_scroll = new ScrollArea(content, this);
    m_scroll->setObjectName(QStringLiteral("reportsScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_scroll, 1);
    m_empty->setObjectName(QStringLiteral("reportsEmpty"));
    auto* add = new Button(ui.theme, Button::Kind::Primary, tr("New lead"));
    add->setObjectName(QStringLiteral("reportsNewLead"));
    connect(add, &QAbstractButton::clicked, this, &Page::newLeadRequested);
    m_empty->addAction(add);
    column->addWidget(m_empty, 1);

    for (int tab = 0; tab < reportTabCount; ++tab) {
        for (const ReportCard::Plan& plan : reportPlans(static_cast<ReportTab>(tab))) {
            addCard(static_cast<ReportTab>(tab), plan);
        }
    }
    m_bar->setSpan(ReportSpan::fromText(ui.preferences.value(QStringLiteral("reports.period")).toString()));
    m_bar->setTab(std::clamp(ui.preferences.value(QStringLiteral("reports.tab")).toInt(), 0, reportTabCount - 1));
    m_batch = quint64(store.now().ms) * 1000; // no number of a page before this one
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(workspace.link().kind == LinkState::Kind::Local ? refreshMs : remoteRefreshMs);
    follow();
    arrange();
    showEmptiness();
}

ReportsPage::~ReportsPage() = default;

void ReportsPage::addCard(ReportTab tab, const ReportCard::Plan& plan)
{
    auto* card = new ReportCard(m_ui.theme, m_workspace, plan, m_scroll->widget());
    card->hide();
    m_cards[std::size_t(tab)].push_back(card);
    connect(card, &ReportCard::figureOpened, this,
            [this, card](const ReportFigure& figure, const QString& what) { openFigure(card->asked(), figure, what); });
    connect(card, &ReportCard::leadOpened, this,
            [this](LeadId lead) { Q_EMIT openLeadRequested(lead, LeadPlace::Panel); });
    connect(card, &ReportCard::pdfWanted, this,
            [this, card] { m_files->savePdf(this, document({card}, card->accessibleName())); });
    connect(card, &ReportCard::csvWanted, this, [this, card] {
        const ReportSheet sheet = card->sheet(m_workspace);
        m_files->saveCsv(this, sheet, sheet.note);
    });
    connect(&card->model(), &ReportModel::progressed, this, &Page::statusChanged);
}

void ReportsPage::follow()
{
    connect(m_bar, &ReportBar::tabChanged, this, [this](int tab) {
        m_ui.preferences.setValue(QStringLiteral("reports.tab"), tab);
        arrange();
        m_scroll->verticalScrollBar()->setValue(0);
        refresh();
    });
    connect(m_bar, &ReportBar::changed, this, [this] {
        m_ui.preferences.setValue(QStringLiteral("reports.period"), m_bar->span().toText());
        refresh();
    });
    connect(m_bar, &ReportBar::dayChosen, this, [this] { showTab(ReportTab::Pipeline); });
    connect(m_bar, &ReportBar::exportRequested, this,
            [this] { m_files->savePdf(this, document(shownCards(), title())); });
    connect(m_files, &ReportFiles::saved, this,
            [this](const QString& path) { Q_EMIT noticed(tr("%1 is saved").arg(QFileInfo(path).fileName())); });
    connect(m_files, &ReportFiles::failed, this, &Page::failed);
    connect(&m_tiles->model(), &ReportModel::progressed, this, &Page::statusChanged);
    connect(m_tiles, &ReportTiles::figureOpened, this,
            [this](const ReportFigure& figure, const QString& what) { openFigure(m_tiles->asked(), figure, what); });
    connect(&m_refresh, &QTimer::timeout, this, &ReportsPage::refreshInTurn);
    connect(&m_workspace, &Workspace::changed, this, &ReportsPage::later);
    connect(&m_workspace, &Workspace::replaced, this, &ReportsPage::later);
    connect(&m_workspace, &Workspace::catalogueChanged, this, &ReportsPage::later);
    for (const auto happened : {&LeadStore::settled, &LeadStore::completed, &LeadStore::firstLoaded}) {
        connect(&m_store, happened, this, &ReportsPage::showEmptiness);
    }
    connect(&m_ui.theme, &Theme::changed, this, &Page::statusChanged);
}

void ReportsPage::showTab(ReportTab tab)
{
    m_bar->setTab(static_cast<int>(tab));
}

QString ReportsPage::title() const
{
    return tr("Reports");
}

std::vector<StatusPart> ReportsPage::status() const
{
    if (m_empty->isVisibleTo(this)) {
        return {};
    }
    return {{{}, isSettled() ? tr("Every figure opens the leads behind it") : tr("Counting…")}};
}

std::vector<PageCommand> ReportsPage::commands()
{
    return {
        {QStringLiteral("reports.pdf"),
         tr("Save these reports as PDF"),
         {},
         QStringLiteral("download"),
         {},
         [this] { Q_EMIT m_bar->exportRequested(); }},
        {QStringLiteral("reports.refresh"),
         tr("Count again"),
         {},
         QStringLiteral("refresh-cw"),
         {},
         [this] { refresh(); }},
    };
}

void ReportsPage::activate()
{
    m_bar->refresh();
    if (m_countedOn.isValid() && m_countedOn != today()) {
        later();
    }
    focusContent();
}

void ReportsPage::focusContent()
{
    if (auto* tabs = m_bar->findChild<QWidget*>(QStringLiteral("reportTabs"))) {
        tabs->setFocus(Qt::OtherFocusReason);
    }
}

bool ReportsPage::isSettled() const
{
    return !m_refresh.isActive() && !isCounting();
}

bool ReportsPage::isCounting() const
{
    const auto& shown = shownCards();
    return m_tiles->model().isLoading() ||
           std::ranges::any_of(shown, [](const ReportCard* card) { return card->model().isLoading(); });
}

void ReportsPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_isStale) {
        refresh();
    }
}

void ReportsPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_refresh.stop();
    // Nobody looks: what is being counted would be counted for nothing.
    for (const auto& cards : m_cards) {
        for (const ReportCard* card : cards) {
            m_isStale = m_isStale || card->model().isLoading();
            card->model().cancel();
        }
    }
    m_isStale = m_isStale || m_tiles->model().isLoading();
    m_tiles->model().cancel();
}

void ReportsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

void ReportsPage::later()
{
    m_isStale = true;
    if (isVisible() && !m_refresh.isActive()) {
        m_refresh.start();
    }
}

/// Where changes never cease a count would never come to its end if each of them began another.
void ReportsPage::refreshInTurn()
{
    if (isCounting()) {
        m_refresh.start();
    } else {
        refresh();
    }
}

void ReportsPage::refresh()
{
    m_refresh.stop();
    if (!isVisible()) {
        m_isStale = true;
        return;
    }
    m_isStale = false;
    m_countedOn = today();
    ++m_batch;
    for (const auto& cards : m_cards) {
        for (ReportCard* card : cards) {
            if (&cards == &shownCards()) {
                card->ask(request(card->plan()));
            } else {
                card->model().cancel();
            }
        }
    }
    if (shownTab() == ReportTab::Overview) {
        m_tiles->ask(request({}));
    } else {
        m_tiles->model().cancel();
    }
    Q_EMIT statusChanged();
}

ReportTab ReportsPage::shownTab() const
{
    return static_cast<ReportTab>(std::clamp(m_bar->tab(), 0, reportTabCount - 1));
}

QDate ReportsPage::today() const
{
    return m_store.now().dateIn(userZone(m_workspace.catalogue()));
}

ReportRequest ReportsPage::request(const ReportCard::Plan& plan) const
{
    ReportRequest request;
    request.owner = m_bar->owner();
    request.batch = m_batch;
    if (plan.isOfDay) {
        request.to = m_bar->day().value_or(today());
    } else if (plan.isPeriodic) {
        const auto [from, to] = m_bar->span().days(today());
        request.from = from;
        request.to = to;
    }
    return request;
}

void ReportsPage::arrange()
{
    const int columns = width() >= twoColumnsFrom ? 2 : 1;
    const ReportTab shown = shownTab();
    m_tiles->setVisible(shown == ReportTab::Overview);
    m_bar->setPeriodic(
        std::ranges::any_of(shownCards(), [](const ReportCard* card) { return card->plan().isPeriodic; }));
    for (const auto& cards : m_cards) {
        for (ReportCard* card : cards) {
            m_grid->removeWidget(card);
            card->setVisible(&cards == &shownCards());
        }
    }
    // Wide tables take the whole width.
    int place = 0;
    for (ReportCard* card : shownCards()) {
        const bool isWide = columns == 1 || shown == ReportTab::Pipeline || shown == ReportTab::Stages ||
                            shown == ReportTab::Sources || (shown == ReportTab::Activity && place == 0) ||
                            shown == ReportTab::Waiting;
        if (isWide) {
            place += place % 2;
            m_grid->addWidget(card, place / 2, 0, 1, 2);
            place += 2;
        } else {
            m_grid->addWidget(card, place / 2, place % 2);
            ++place;
        }
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_columns = columns;
}

void ReportsPage::showEmptiness()
{
    const bool isEmpty = m_store.isComplete() && m_store.table().count() == 0;
    m_empty->setVisible(isEmpty);
    m_scroll->setVisible(!isEmpty);
    m_bar->setEnabled(!isEmpty);
    Q_EMIT statusChanged();
}

void ReportsPage::openFigure(const ReportRequest& asked, const ReportFigure& figure, const QString& what)
{
    ReportRequest drill = asked;
    drill.batch = 0; // as it is now
    drill.behind = figure;
    whenReady(m_workspace.report(drill), this, [this, what](const Result<ReportTable>& answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
        } else if (answer->leads.empty()) {
            Q_EMIT noticed(tr("There are no leads behind this figure any more."));
        } else {
            Q_EMIT leadsRequested(answer->leads, what);
        }
    });
}

ReportDocument ReportsPage::document(const std::vector<ReportCard*>& cards, const QString& title) const
{
    ReportDocument document;
    document.title = title;
    document.period = m_bar->periodWords();
    const Catalogue& catalogue = m_workspace.catalogue();
    document.organization = catalogue.organizationName;
    const User* me = catalogue.user(catalogue.me);
    document.made = tr("%1, %2", "when, and by whom")
                        .arg(QLocale().toString(m_store.now().inZone(userZone(catalogue)), QLocale::ShortFormat),
                             me == nullptr ? QString() : me->name());
    for (const ReportCard* card : cards) {
        document.sheets.push_back(card->sheet(m_workspace));
    }
    return document;
}

} // namespace keyturn
