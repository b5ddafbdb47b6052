// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/leads_page.h"

#include "models/base/money.h"
#include "models/workspace/when_ready.h"
#include "ui/kit/button.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/menu_place.h"
#include "ui/leadkit/filter_bar.h"
#include "ui/leadkit/filter_json.h"
#include "ui/leadkit/lead_mover.h"
#include "ui/leadkit/view_button.h"
#include "ui/leads/bulk_bar.h"
#include "ui/leads/leads_table.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QJsonArray>
#include <QLocale>
#include <QMenu>

namespace keyturn {

LeadsPage::LeadsPage(Workspace& workspace, LeadStore& store, UiContext& ui, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_store(store)
    , m_ui(ui)
    , m_model(new LeadListModel(store, this))
    , m_mover(new LeadMover(store, ui.theme, this))
    , m_bar(new FilterBar(ui, store.catalogue(), QStringLiteral("leads"), this))
    , m_views(new ViewButton(*this, workspace, ui, QStringLiteral("leads"), this))
    , m_columns(new IconButton(ui.theme, QStringLiteral("columns-3"), tr("Choose columns"), this))
    , m_export(new IconButton(ui.theme, QStringLiteral("file-down"), tr("Export these leads"), this))
    , m_table(new LeadsTable(*m_model, store, ui.theme, ui.preferences, this))
    , m_bulk(new BulkBar(ui.theme, this))
    , m_none(new EmptyState(ui.theme, QStringLiteral("users"), tr("No leads yet"),
                            tr("Every borrower you work with stands here as a row. A name and one way to reach them "
                               "is enough to begin."),
                            this))
    , m_noMatch(new EmptyState(ui.theme, QStringLiteral("list-filter"), tr("No lead matches"),
                               tr("Nothing fits what is filtered by. All leads are still there."), this))
{
    setObjectName(QStringLiteral("leadsPage"));
    setAccessibleName(title());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_none, 1);
    layout->addWidget(m_noMatch, 1);
    layout->addWidget(m_bulk);
    m_bulk->hide();
    m_bulk->setCatalogue(store.catalogue());
    m_bar->setPlaceholder(tr("Filter leads"));
    m_bar->setOffersStages(true);
    m_columns->setObjectName(QStringLiteral("leadsColumns"));
    m_columns->setSize(28);
    m_columns->setBordered(true);
    m_bar->addTool(m_views);
    m_bar->addTool(m_columns);
    if (workspace.access().mergesLeads) {
        auto* duplicates = new IconButton(ui.theme, QStringLiteral("git-merge"), tr("Find duplicates"), this);
        duplicates->setObjectName(QStringLiteral("leadsDuplicates"));
        duplicates->setSize(28);
        duplicates->setBordered(true);
        m_bar->addTool(duplicates);
        connect(duplicates, &QAbstractButton::clicked, this, &LeadsPage::duplicatesRequested);
        connect(&workspace, &Workspace::accessChanged, duplicates,
                [duplicates](const Access& access) { duplicates->setEnabled(access.mergesLeads); });
    }
    m_export->setObjectName(QStringLiteral("leadsExport"));
    m_export->setSize(28);
    m_export->setBordered(true);
    m_offersExport = workspace.access().givesLists;
    if (m_offersExport) {
        m_bar->addTool(m_export);
    } else {
        m_export->hide();
    }
    connect(m_export, &QAbstractButton::clicked, this, &LeadsPage::requestExport);
    m_none->setObjectName(QStringLiteral("noLeads"));
    auto* add = new Button(ui.theme, Button::Kind::Primary, tr("New lead"), m_none);
    add->setObjectName(QStringLiteral("leadsNewLead"));
    m_none->addAction(add);
    connect(add, &QAbstractButton::clicked, this, &Page::newLeadRequested);
    m_noMatch->setObjectName(QStringLiteral("noMatch"));
    auto* clear = new Button(ui.theme, Button::Kind::Secondary, tr("Clear filters"), m_noMatch);
    clear->setObjectName(QStringLiteral("clearFilters"));
    m_noMatch->addAction(clear);
    connect(clear, &QAbstractButton::clicked, m_bar, &FilterBar::clearAll);
    follow();
    followBulk();
    m_model->setFilter(m_bar->filter());
    m_views->follow();
    showEmptiness();
}

LeadsPage::~LeadsPage() = default;

void LeadsPage::follow()
{
    connect(m_bar, &FilterBar::filterChanged, this, [this](const LeadFilter& filter) {
        m_model->setFilter(filter);
        m_views->follow();
        showEmptiness();
        Q_EMIT statusChanged();
    });
    connect(m_table, &LeadsTable::choiceChanged, m_views, &ViewButton::follow);
    connect(m_views, &ViewButton::resized, m_bar, &FilterBar::relayout);
    connect(m_views, &ViewButton::failed, this, &Page::failed);
    connect(m_bar, &FilterBar::leftDownwards, this, [this] { focusContent(); });
    connect(m_columns, &QAbstractButton::clicked, this, &LeadsPage::openColumns);
    connect(m_model, &LeadListModel::figuresChanged, this, [this] {
        showEmptiness();
        Q_EMIT statusChanged();
    });
    connect(&m_store, &LeadStore::completed, this, &LeadsPage::showEmptiness);
    connect(&m_store, &LeadStore::settled, this, &LeadsPage::showEmptiness);
    connect(&m_workspace, &Workspace::catalogueChanged, this, [this] {
        m_bar->setCatalogue(m_store.catalogue());
        m_bulk->setCatalogue(m_store.catalogue());
    });
    connect(m_table, &LeadsTable::openPanel, this,
            [this](LeadId lead) { Q_EMIT openLeadRequested(lead, LeadPlace::Panel); });
    connect(m_table, &LeadsTable::openPage, this,
            [this](LeadId lead) { Q_EMIT openLeadRequested(lead, LeadPlace::Page); });
    connect(m_table, &LeadsTable::filterRequested, m_bar, &FilterBar::focusText);
    connect(m_table, &LeadsTable::selectionMoved, this, &LeadsPage::selectionMoved);
    connect(m_table, &LeadsTable::rowMenuRequested, this, &LeadsPage::openRowMenu);
    connect(m_mover, &LeadMover::refused, this, [this](const Error& error) {
        m_bulk->setBusy({});
        selectionMoved();
        Q_EMIT failed(error);
    });
    connect(m_mover, &LeadMover::moved, this, [this] {
        m_bulk->setBusy({});
        selectionMoved();
    });
}

void LeadsPage::followBulk()
{
    connect(m_bulk, &BulkBar::stageChosen, this, [this](StageId stage) {
        const Stage* to = m_store.catalogue().stage(stage);
        if (to != nullptr && !to->requiresReason) {
            m_bulk->setBusy(tr("Moving %1…").arg(leadsWord()));
        }
        const QRect where(m_bulk->stageButton()->mapTo(this, QPoint(0, 0)), m_bulk->stageButton()->size());
        m_mover->move(m_table->selectedLeads(), {stage}, where);
    });
    connect(m_bulk, &BulkBar::ownerChosen, this, [this](UserId owner) {
        submit(AssignLeads{m_table->selectedLeads(), owner, {}}, tr("Assigning %1…").arg(leadsWord()));
    });
    connect(m_bulk, &BulkBar::tagAdded, this, [this](const QString& name) {
        submit(TagLeads{m_table->selectedLeads(), {name}, {}}, tr("Tagging %1…").arg(leadsWord()));
    });
    connect(m_bulk, &BulkBar::tagRemoved, this, [this](const QString& name) {
        submit(TagLeads{m_table->selectedLeads(), {}, {name}}, tr("Untagging %1…").arg(leadsWord()));
    });
    connect(m_bulk, &BulkBar::temperatureChosen, this, [this](Temperature temperature) {
        submit(UpdateLeads{m_table->selectedLeads(),
                           {FieldEdit{QStringLiteral("lead_temperature"), temperatureKey(temperature), {}}}},
               tr("Changing %1…").arg(leadsWord()));
    });
    const auto remove = [this] { submit(DeleteLeads{m_table->selectedLeads()}, tr("Removing %1…").arg(leadsWord())); };
    connect(m_bulk, &BulkBar::deleteRequested, this, remove);
    connect(m_table, &LeadsTable::deleteRequested, this, remove);
    connect(m_bulk, &BulkBar::copyRequested, this, [this] {
        QApplication::clipboard()->setText(m_table->selectedText());
        Q_EMIT noticed(tr("Copied %1").arg(leadsWord()));
    });
    connect(m_bulk, &BulkBar::mergeRequested, this, &LeadsPage::mergeSelected);
    connect(&m_workspace, &Workspace::savingProgressed, m_bulk, &BulkBar::setShare);
    connect(m_bulk, &BulkBar::clearRequested, m_table, &QAbstractItemView::clearSelection);
}

QString LeadsPage::leadsWord() const
{
    return tr("%Ln lead(s)", nullptr, static_cast<int>(m_table->selectedCount()));
}

void LeadsPage::submit(const Command& command, const QString& doing)
{
    if (m_table->selectedCount() == 0) {
        return;
    }
    m_bulk->setBusy(doing);
    whenReady(m_workspace.submit(command), this, [this](const Result<Committed>& answer) {
        m_bulk->setBusy({});
        selectionMoved();
        if (!answer) {
            Q_EMIT failed(answer.error());
        }
    });
}

QString LeadsPage::title() const
{
    return tr("Leads");
}

std::vector<StatusPart> LeadsPage::status() const
{
    if (m_store.isComplete() && m_store.table().count() == 0) {
        return {{{}, tr("No leads yet")}};
    }
    if (!m_model->isSettled() && m_model->rowCount() == 0) {
        return {{{}, tr("Reading the leads…")}};
    }
    std::vector<StatusPart> parts{{{}, tr("%Ln lead(s)", nullptr, m_model->rowCount())},
                                  {Money{m_model->totalCents()}.toDisplay(), tr("total")}};
    if (const auto selected = m_table->selectedCount(); selected > 0) {
        parts.push_back({{}, tr("%Ln selected", nullptr, static_cast<int>(selected))});
    }
    return parts;
}

void LeadsPage::requestExport()
{
    std::vector<LeadId> leads = m_table->selectedLeads();
    if (leads.empty()) {
        leads.reserve(static_cast<size_t>(m_model->rowCount()));
        for (int row = 0; row < m_model->rowCount(); ++row) {
            leads.push_back(m_model->leadAt(row));
        }
    }
    Q_EMIT exportRequested(leads);
}

std::vector<PageCommand> LeadsPage::commands()
{
    std::vector<PageCommand> all{{QStringLiteral("leads.filter"),
                                  tr("Filter leads"),
                                  {},
                                  QStringLiteral("list-filter"),
                                  {QStringLiteral("Ctrl"), QStringLiteral("F")},
                                  [this] { m_bar->focusText(); }},
                                 {QStringLiteral("leads.clear"),
                                  tr("Clear all filters"),
                                  {},
                                  QStringLiteral("x"),
                                  {},
                                  [this] { m_bar->clearAll(); }},
                                 {QStringLiteral("leads.columns"),
                                  tr("Choose columns"),
                                  {},
                                  QStringLiteral("columns-3"),
                                  {},
                                  [this] { openColumns(); }},
                                 {QStringLiteral("leads.saveView"),
                                  tr("Save as a view"),
                                  {},
                                  QStringLiteral("star"),
                                  {},
                                  [this] { m_views->save(); }},
                                 {QStringLiteral("leads.selectAll"),
                                  tr("Select all leads"),
                                  {},
                                  QStringLiteral("check-check"),
                                  {QStringLiteral("Ctrl"), QStringLiteral("A")},
                                  [this] { m_table->selectAll(); }}};
    if (m_table->selectedCount() == 2 && m_workspace.access().mergesLeads) {
        all.push_back({QStringLiteral("leads.merge"),
                       tr("Merge the two selected leads"),
                       {},
                       QStringLiteral("git-merge"),
                       {},
                       [this] { mergeSelected(); }});
    }
    if (m_offersExport) {
        all.push_back({QStringLiteral("leads.export"),
                       m_table->selectedCount() > 0 ? tr("Export the selected leads") : tr("Export these leads"),
                       {},
                       QStringLiteral("file-down"),
                       {},
                       [this] { requestExport(); }});
    }
    return all;
}

int LeadsPage::footHeight() const
{
    return m_bulk->isHidden() ? 0 : m_bulk->sizeHint().height();
}

// A list of an import or a report is of the moment: there is nothing to keep of it.
QJsonObject LeadsPage::viewContent() const
{
    if (m_bar->own().among) {
        return {};
    }
    return {{QStringLiteral("page"), QStringLiteral("leads")},
            {QStringLiteral("filter"), filterToJson(m_bar->own())},
            {QStringLiteral("columns"), QJsonArray::fromStringList(m_table->columnChoice())},
            {QStringLiteral("sort"), m_table->sortChoice()}};
}

void LeadsPage::showView(const QString& id, const QJsonObject& content)
{
    m_bar->setOwn(filterFromJson(content.value(QLatin1String("filter")).toObject()));
    m_table->choose(content.value(QLatin1String("columns")).toVariant().toStringList(),
                    content.value(QLatin1String("sort")).toString());
    m_views->setCurrent(id);
}

void LeadsPage::showSilent(int days)
{
    LeadFilter silent;
    silent.silentHours = days * 24;
    if (m_store.catalogue().users.size() > 1) {
        silent.owners = {m_store.catalogue().me};
    }
    m_bar->setOwn(silent);
}

void LeadsPage::showAmong(const std::vector<LeadId>& leads, const QString& what)
{
    LeadFilter among;
    among.among = std::make_shared<const QSet<LeadId>>(leads.begin(), leads.end());
    among.amongWhat = what;
    m_bar->setOwn(among);
}

void LeadsPage::focusContent()
{
    m_table->setFocus(Qt::OtherFocusReason);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0) {
        m_table->selectionModel()->setCurrentIndex(m_model->index(0, LeadListModel::Name),
                                                   QItemSelectionModel::NoUpdate);
    }
}

void LeadsPage::showLead(LeadId lead)
{
    m_table->showLead(lead);
}

LeadId LeadsPage::neighbour(LeadId lead, int step) const
{
    const QModelIndex index = m_model->indexOf(lead);
    const int row = index.row() + step;
    return index.isValid() && row >= 0 && row < m_model->rowCount() ? m_model->leadAt(row) : LeadId();
}

QString LeadsPage::position(LeadId lead) const
{
    const QModelIndex index = m_model->indexOf(lead);
    return index.isValid()
               ? tr("Lead %1 of %2").arg(QLocale().toString(index.row() + 1), QLocale().toString(m_model->rowCount()))
               : QString();
}

void LeadsPage::selectionMoved()
{
    const qsizetype count = m_table->selectedCount();
    m_bulk->setCount(count);
    m_bulk->setMergeOffered(count == 2 && m_workspace.access().mergesLeads);
    m_bulk->setVisible(count > 0 && m_workspace.access().mayWrite);
    Q_EMIT leadSelected(count == 1 ? m_table->selectedLeads().front() : LeadId());
    Q_EMIT statusChanged();
}

void LeadsPage::showEmptiness()
{
    const bool complete = m_store.isComplete();
    const bool none = complete && m_store.table().count() == 0;
    const bool noMatch = complete && !none && m_model->isSettled() && m_model->rowCount() == 0;
    m_bar->setFiltersShown(!none);
    m_none->setVisible(none);
    m_noMatch->setVisible(noMatch);
    m_table->setVisible(!none && !noMatch);
}

void LeadsPage::mergeSelected()
{
    const std::vector<LeadId> leads = m_table->selectedLeads();
    if (leads.size() == 2) {
        Q_EMIT mergeRequested(leads.front(), leads.back());
    } else {
        Q_EMIT noticed(tr("Select the two leads that are one person."));
    }
}

void LeadsPage::openColumns()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("columnMenu"));
    m_table->fillColumnMenu(menu);
    popUpBelow(*menu, *m_columns);
}

void LeadsPage::openRowMenu(QPoint where)
{
    const LeadId lead = m_model->leadAt(m_table->currentIndex());
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("rowMenu"));
    if (m_table->selectedCount() == 1 && !lead.isNull()) {
        connect(menu->addAction(tr("Open beside the table")), &QAction::triggered, this,
                [this, lead] { Q_EMIT openLeadRequested(lead, LeadPlace::Panel); });
        connect(menu->addAction(tr("Open as a page")), &QAction::triggered, this,
                [this, lead] { Q_EMIT openLeadRequested(lead, LeadPlace::Page); });
        menu->addSeparator();
    }
    QMenu* stages = menu->addMenu(tr("Move to"));
    for (const Stage& stage : m_store.catalogue().stages) {
        connect(stages->addAction(stage.name), &QAction::triggered, this,
                [this, id = stage.id] { Q_EMIT m_bulk->stageChosen(id); });
    }
    connect(menu->addAction(tr("Copy as text")), &QAction::triggered, m_bulk, &BulkBar::copyRequested);
    if (m_table->selectedCount() == 2 && m_workspace.access().mergesLeads) {
        connect(menu->addAction(tr("Merge…")), &QAction::triggered, this, &LeadsPage::mergeSelected);
    }
    if (m_offersExport) {
        connect(menu->addAction(tr("Export…")), &QAction::triggered, this, &LeadsPage::requestExport);
    }
    connect(menu->addAction(tr("Remove")), &QAction::triggered, m_bulk, &BulkBar::deleteRequested);
    menu->popup(where);
}

} // namespace keyturn
