// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_page.h"

#include "models/base/money.h"
#include "models/items/lead_counter.h"
#include "models/workspace/when_ready.h"
#include "ui/board/board_view.h"
#include "ui/board/empty_board.h"
#include "ui/kit/button.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/icon_button.h"
#include "ui/leadkit/filter_bar.h"
#include "ui/leadkit/lead_mover.h"
#include "ui/leadkit/view_button.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace keyturn {

namespace {
constexpr int margin = 12;
constexpr int lockDays = 7;
constexpr int silentHours = 48;
} // namespace

BoardPage::BoardPage(Workspace& workspace, LeadStore& store, UiContext& ui, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_store(store)
    , m_ui(ui)
    , m_model(new PipelineModel(store, this))
    , m_counter(new LeadCounter(store, this))
    , m_state(new BoardState(store, *m_model, ui.theme, this))
    , m_mover(new LeadMover(store, ui.theme, this))
    , m_bar(new FilterBar(ui, store.catalogue(), QStringLiteral("board"), this))
    , m_views(new ViewButton(*this, workspace, ui, QStringLiteral("pipeline"), this))
    , m_sort(new Button(ui.theme, Button::Kind::Quiet, {}, this))
    , m_density(new IconButton(ui.theme, QStringLiteral("rows-3"), tr("Compact cards"), this))
    , m_view(new BoardView(*m_state, this))
    , m_empty(new EmptyBoard(ui.theme, this))
    , m_noMatch(new EmptyState(ui.theme, QStringLiteral("list-filter"), tr("No lead matches"),
                               tr("Nothing in the pipeline fits what is filtered by. All leads are still there."),
                               this))
{
    setObjectName(QStringLiteral("boardPage"));
    setAccessibleName(title());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    auto* around = new QHBoxLayout;
    around->setContentsMargins(margin, 0, margin, 0);
    around->addWidget(m_view);
    layout->addLayout(around, 1);
    makeBar();
    auto* clear = new Button(ui.theme, Button::Kind::Secondary, tr("Clear filters"), m_noMatch);
    clear->setObjectName(QStringLiteral("clearFilters"));
    connect(clear, &QAbstractButton::clicked, this, [this] {
        m_bar->clearAll();
        if (m_model->allFigures().count == 0) {
            m_bar->chooseView(QStringLiteral("team"));
        }
    });
    m_noMatch->addAction(clear);
    m_noMatch->setObjectName(QStringLiteral("noMatch"));
    follow();
    restore();
    showEmptiness();
}

BoardPage::~BoardPage() = default;

void BoardPage::makeBar()
{
    m_bar->setPlaceholder(tr("Filter this board"));
    m_sort->setObjectName(QStringLiteral("boardSort"));
    m_sort->setIconName(QStringLiteral("arrow-up-down"));
    m_sort->setSmall(true);
    connect(m_sort, &QAbstractButton::clicked, this, &BoardPage::openSortMenu);
    m_density->setObjectName(QStringLiteral("boardDensity"));
    m_density->setSize(28);
    m_density->setBordered(true);
    connect(m_density, &QAbstractButton::clicked, this,
            [this] { setDensity(m_state->density() == Density::Compact ? Density::Comfortable : Density::Compact); });
    m_bar->addTool(m_views);
    m_bar->addTool(m_sort);
    connect(m_views, &ViewButton::resized, m_bar, &FilterBar::relayout);
    connect(m_views, &ViewButton::failed, this, &Page::failed);
    m_bar->addTool(m_density, true);
    connect(m_counter, &LeadCounter::counted, m_bar, &FilterBar::setViewCount);
    makeViews();
    connect(m_bar, &FilterBar::filterChanged, this, [this](const LeadFilter& filter) {
        m_model->setFilter(filter);
        m_views->follow();
        showEmptiness();
        Q_EMIT statusChanged();
    });
    connect(m_bar, &FilterBar::leftDownwards, m_view, &BoardView::focusCurrent);
}

void BoardPage::makeViews()
{
    const Catalogue& catalogue = m_store.catalogue();
    const bool team = std::ranges::count_if(catalogue.users, &User::isActive) > 1;
    LeadFilter mine;
    if (team) {
        mine.owners = {catalogue.me};
    }
    LeadFilter locks = mine;
    locks.lockWithinDays = lockDays;
    LeadFilter silent = mine;
    silent.silentHours = silentHours;
    std::vector<FilterView> views{{QStringLiteral("mine"), tr("My pipeline"), {}, mine},
                                  {QStringLiteral("locks"), tr("Locks expiring"), {}, locks},
                                  {QStringLiteral("silent"), tr("Silent 48 h"), {}, silent}};
    if (team) {
        views.push_back({QStringLiteral("team"), tr("Team"), QStringLiteral("users"), {}});
    }
    std::vector<LeadCounter::View> counted;
    for (const FilterView& view : views) {
        counted.push_back({view.id, view.filter});
    }
    m_bar->setViews(std::move(views));
    m_counter->setViews(std::move(counted));
}

void BoardPage::follow()
{
    connect(m_model, &PipelineModel::figuresChanged, this, [this] {
        Q_EMIT statusChanged();
        m_counter->countSoon();
        showEmptiness();
    });
    connect(&m_store, &LeadStore::completed, this, [this] {
        showEmptiness();
        Q_EMIT statusChanged();
    });
    connect(&m_store, &LeadStore::settled, this, &BoardPage::showEmptiness);
    connect(&m_workspace, &Workspace::catalogueChanged, this, [this] {
        m_bar->setCatalogue(m_store.catalogue());
        makeViews();
    });
    connect(m_model, &PipelineModel::moveRequested, this,
            [this](const std::vector<LeadId>& leads, StageId to, int row) {
                moveLeads(leads, to, row, mapToGlobal(rect().center()));
            });
    connect(m_state, &BoardState::selectionChanged, this, &BoardPage::tellSelection);
    connect(m_view, &BoardView::openPanel, this,
            [this](LeadId lead) { Q_EMIT openLeadRequested(lead, LeadPlace::Panel); });
    connect(m_view, &BoardView::openPage, this,
            [this](LeadId lead) { Q_EMIT openLeadRequested(lead, LeadPlace::Page); });
    connect(m_view, &BoardView::leadMenuRequested, this, &BoardPage::openLeadMenu);
    connect(m_view, &BoardView::stageMenuRequested, this, &BoardPage::openStageMenu);
    connect(m_view, &BoardView::dropped, this, &BoardPage::moveLeads);
    connect(m_view, &BoardView::droppedOnExits, this, &BoardPage::moveToExits);
    connect(m_view, &BoardView::keyForBoard, this, &BoardPage::handleKey);
    connect(m_view, &BoardView::foldedChanged, this, [this] {
        QStringList keys(m_view->folded().begin(), m_view->folded().end());
        keys.sort();
        m_ui.preferences.setValue(QStringLiteral("board.folded"), keys);
        m_views->follow();
    });
    connect(m_mover, &LeadMover::refused, this, &Page::failed);
    connect(m_view, &BoardView::firstLeadRequested, this, &Page::newLeadRequested);
    m_empty->setTakesLists(m_workspace.access().takesLists);
    connect(m_empty, &EmptyBoard::newLeadRequested, this, &Page::newLeadRequested);
    connect(m_empty, &EmptyBoard::sampleRequested, this, &BoardPage::sampleRequested);
    connect(m_empty, &EmptyBoard::importRequested, this, &BoardPage::importRequested);
}

void BoardPage::restore()
{
    const Preferences& preferences = m_ui.preferences;
    const QVariant folded = preferences.value(QStringLiteral("board.folded"));
    QSet<QString> keys{QStringLiteral("exits")};
    for (const Stage& stage : m_store.catalogue().stages) {
        if (stage.kind == StageKind::Won) {
            keys.insert(stage.key);
        }
    }
    if (folded.isValid() && folded.canConvert<QStringList>() && !folded.isNull()) {
        const QStringList list = folded.toStringList();
        keys = QSet<QString>(list.begin(), list.end());
    }
    m_view->setFolded(keys);
    setSort(static_cast<BoardSort>(preferences.value(QStringLiteral("board.sort")).toInt()));
    setGrouping(preferences.value(QStringLiteral("board.group")).toString() == QLatin1String("owner")
                    ? BoardGrouping::Owner
                    : BoardGrouping::None);
    setDensity(preferences.value(QStringLiteral("board.density")).toString() == QLatin1String("compact")
                   ? Density::Compact
                   : Density::Comfortable);
    m_model->setFilter(m_bar->filter());
}

QString BoardPage::title() const
{
    return tr("Pipeline");
}

std::vector<StatusPart> BoardPage::status() const
{
    if (m_store.isComplete() && m_store.table().count() == 0) {
        return {{{}, tr("No leads yet")}};
    }
    const PipelineModel::Figures figures = m_model->openFigures();
    std::vector<StatusPart> parts{
        {{}, tr("%Ln lead(s)", nullptr, static_cast<int>(figures.count))},
        {Money{figures.cents}.toDisplay(), tr("total")},
        {Money{figures.weightedCents}.toDisplayRounded(), tr("weighted")},
    };
    if (const auto selected = m_state->selectionSize(); selected > 0) {
        parts.push_back({{}, tr("%Ln selected", nullptr, static_cast<int>(selected))});
    }
    return parts;
}

std::vector<PageCommand> BoardPage::commands()
{
    std::vector<PageCommand> list;
    list.push_back({QStringLiteral("board.filter"),
                    tr("Filter this board"),
                    {},
                    QStringLiteral("list-filter"),
                    {QStringLiteral("Ctrl"), QStringLiteral("F")},
                    [this] { m_bar->focusText(); }});
    list.push_back({QStringLiteral("board.clear"), tr("Clear all filters"), {}, QStringLiteral("x"), {}, [this] {
                        m_bar->clearAll();
                    }});
    for (const BoardSort sort : {BoardSort::DueFirst, BoardSort::MyOrder, BoardSort::Newest, BoardSort::LongestInStage,
                                 BoardSort::HighestAmount, BoardSort::LockFirst, BoardSort::Name}) {
        list.push_back({QStringLiteral("board.sort.%1").arg(static_cast<int>(sort)),
                        tr("Sort columns: %1").arg(sortName(sort)),
                        m_model->sort() == sort ? tr("as now") : QString(),
                        QStringLiteral("arrow-up-down"),
                        {},
                        [this, sort] { setSort(sort); }});
    }
    if (offersGroups()) {
        const bool grouped = m_model->grouping() == BoardGrouping::Owner;
        list.push_back({QStringLiteral("board.group"),
                        grouped ? tr("Do not group by owner") : tr("Group by owner"),
                        {},
                        QStringLiteral("users"),
                        {},
                        [this, grouped] { setGrouping(grouped ? BoardGrouping::None : BoardGrouping::Owner); }});
    }
    list.push_back({QStringLiteral("board.saveView"), tr("Save as a view"), {}, QStringLiteral("star"), {}, [this] {
                        m_views->save();
                    }});
    list.push_back({QStringLiteral("board.density"),
                    m_state->density() == Density::Compact ? tr("Comfortable cards") : tr("Compact cards"),
                    {},
                    QStringLiteral("rows-3"),
                    {},
                    [this] { m_density->click(); }});
    return list;
}

void BoardPage::activate()
{
    m_counter->count();
    Q_EMIT statusChanged();
}

void BoardPage::focusContent()
{
    m_view->focusCurrent();
}

void BoardPage::showLead(LeadId lead)
{
    m_view->showLead(lead);
}

LeadId BoardPage::neighbour(LeadId lead, int step) const
{
    const QModelIndex index = m_model->indexOf(lead);
    return index.isValid() ? m_model->leadAt(index.siblingAtRow(index.row() + step)) : LeadId();
}

QString BoardPage::position(LeadId lead) const
{
    const QModelIndex index = m_model->indexOf(lead);
    if (!index.isValid()) {
        return {};
    }
    return tr("Lead %1 of %2 in %3")
        .arg(QLocale().toString(index.row() + 1), QLocale().toString(m_model->rowCount(index.parent())),
             index.parent().data(Qt::DisplayRole).toString());
}

void BoardPage::setSort(BoardSort sort)
{
    if (sort < BoardSort::DueFirst || sort > BoardSort::Name) {
        sort = BoardSort::DueFirst;
    }
    m_model->setSort(sort);
    m_ui.preferences.setValue(QStringLiteral("board.sort"), static_cast<int>(sort));
    nameOrder();
}

void BoardPage::setGrouping(BoardGrouping grouping)
{
    m_model->setGrouping(grouping);
    m_ui.preferences.setValue(QStringLiteral("board.group"),
                              grouping == BoardGrouping::Owner ? QStringLiteral("owner") : QString());
    nameOrder();
}

/// Groups need more than one who may own leads.
bool BoardPage::offersGroups() const
{
    return m_store.catalogue().users.size() > 1 || m_model->grouping() != BoardGrouping::None;
}

void BoardPage::nameOrder()
{
    const QString name = sortName(m_model->sort());
    m_sort->setText(name);
    m_sort->setAccessibleName(m_model->grouping() == BoardGrouping::Owner
                                  ? tr("Columns are grouped by owner and sorted: %1").arg(name)
                                  : tr("Columns are sorted: %1").arg(name));
    m_views->follow();
    m_bar->relayout();
}

void BoardPage::setDensity(Density density)
{
    m_state->setDensity(density);
    const bool compact = density == Density::Compact;
    m_density->setIconName(compact ? QStringLiteral("rows-2") : QStringLiteral("rows-3"));
    m_density->setName(compact ? tr("Comfortable cards") : tr("Compact cards"));
    m_ui.preferences.setValue(QStringLiteral("board.density"),
                              compact ? QStringLiteral("compact") : QStringLiteral("comfortable"));
}

void BoardPage::submit(const Command& command, const std::function<void()>& then)
{
    whenReady(m_workspace.submit(command), this, [this, then](const Result<Committed>& answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
        } else if (then) {
            then();
        }
    });
}

void BoardPage::handleKey(QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool moving = modifiers == (Qt::ControlModifier | Qt::ShiftModifier);
    const bool plain = modifiers == Qt::NoModifier;
    const auto select = modifiers == Qt::ControlModifier ? BoardState::Select::Keep : BoardState::Select::Only;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = (event->key() == Qt::Key_Left) == (layoutDirection() == Qt::LeftToRight) ? -1 : 1;
        if (moving) {
            moveSelection(step);
        } else {
            m_view->moveSideways(step, select);
        }
        break;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!moving) {
            return;
        }
        arrangeSelection(event->key() == Qt::Key_Up ? -1 : 1);
        break;
    case Qt::Key_Escape:
        if (!plain || m_state->selectionSize() == 0) {
            return;
        }
        m_state->clearSelection();
        break;
    case Qt::Key_Delete:
        if (!plain || chosenLeads().empty()) {
            return;
        }
        submit(DeleteLeads{chosenLeads()});
        break;
    case Qt::Key_Slash: // on some keyboards with Shift
        m_bar->focusText();
        break;
    case Qt::Key_F:
        if (modifiers != Qt::ControlModifier) {
            return;
        }
        m_bar->focusText();
        break;
    default:
        return;
    }
    event->accept();
}

void BoardPage::keyPressEvent(QKeyEvent* event)
{
    event->ignore();
    if (event->key() == Qt::Key_F && event->modifiers() == Qt::ControlModifier) {
        m_bar->focusText();
        event->accept();
    }
}

void BoardPage::tellSelection()
{
    const std::vector<LeadId> selected = m_state->selectionSize() == 1 ? m_state->selected() : std::vector<LeadId>();
    Q_EMIT leadSelected(selected.empty() ? LeadId() : selected.front());
    Q_EMIT statusChanged();
}

void BoardPage::showEmptiness()
{
    const bool complete = m_store.isComplete();
    const bool none = complete && m_store.table().count() == 0;
    const bool noMatch = complete && !none && m_model->allFigures().count == 0;
    m_bar->setFiltersShown(!none);
    m_view->setBeginning(none);
    m_empty->setVisible(none);
    m_noMatch->setVisible(noMatch);
    if (none || noMatch) {
        layOutEmptiness();
    }
}

void BoardPage::layOutEmptiness()
{
    const QRect area = m_view->geometry();
    m_empty->adjustSize();
    m_empty->move(area.center().x() - m_empty->width() / 2,
                  std::max(area.top(), area.top() + (area.height() - m_empty->height()) * 2 / 5));
    m_empty->raise();
    const QSize size(std::min(460, area.width()), std::min(260, area.height()));
    m_noMatch->setGeometry(QRect(QPoint(area.center().x() - size.width() / 2, area.top() + 100), size));
    m_noMatch->raise();
}

void BoardPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    layOutEmptiness();
}

} // namespace keyturn
