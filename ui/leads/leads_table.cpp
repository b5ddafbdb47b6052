// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/leads_table.h"

#include "ui/leads/leads_delegate.h"
#include "ui/leads/leads_header.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace keyturn {

namespace {

struct DefaultColumn
{
    int column;
    int width;
    bool shown;
};

constexpr DefaultColumn defaults[] = {
    {LeadListModel::Name, 202, true},          {LeadListModel::Stage, 172, true},
    {LeadListModel::Amount, 96, true},         {LeadListModel::Program, 92, true},
    {LeadListModel::Purpose, 110, false},      {LeadListModel::Ltv, 72, false},
    {LeadListModel::Fico, 84, false},          {LeadListModel::Temperature, 104, true},
    {LeadListModel::Owner, 122, true},         {LeadListModel::Source, 130, false},
    {LeadListModel::Phone, 140, false},        {LeadListModel::Email, 200, false},
    {LeadListModel::Tags, 150, false},         {LeadListModel::NextTask, 148, true},
    {LeadListModel::Due, 150, true},           {LeadListModel::LockExpires, 100, false},
    {LeadListModel::Closing, 100, false},      {LeadListModel::DaysInStage, 108, true},
    {LeadListModel::LastActivity, 120, false}, {LeadListModel::Created, 110, false},
    {LeadListModel::Score, 64, false},
};

const QString columnsKey = QStringLiteral("leads.columns");
const QString sortKey = QStringLiteral("leads.sort");
constexpr int headHeight = 36;

} // namespace

LeadsTable::LeadsTable(LeadListModel& model, LeadStore& store, Theme& theme, Preferences& preferences, QWidget* parent)
    : QTableView(parent)
    , m_leads(model)
    , m_theme(theme)
    , m_preferences(preferences)
    , m_delegate(new LeadsDelegate(theme, store, this))
{
    setObjectName(QStringLiteral("leadsTable"));
    setAccessibleName(tr("Leads"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(LeadsDelegate::rowHeight);
    verticalHeader()->setDefaultSectionSize(LeadsDelegate::rowHeight);
    setHorizontalHeader(new LeadsHeader(theme, this));
    QHeaderView* head = horizontalHeader();
    head->setObjectName(QStringLiteral("leadsHeader"));
    head->setFixedHeight(headHeight);
    head->setSectionsMovable(true);
    head->setSectionsClickable(true);
    head->setHighlightSections(false);
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setMinimumSectionSize(48);
    head->setStretchLastSection(true);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head, &QWidget::customContextMenuRequested, this,
            [this, head](QPoint pos) { openHeaderMenu(head->mapToGlobal(pos)); });
    m_remember.setSingleShot(true);
    m_remember.setInterval(300);
    connect(&m_remember, &QTimer::timeout, this, &LeadsTable::rememberColumns);
    applyColumns(m_preferences.value(columnsKey).toStringList());
    setSortingEnabled(true);
    applySort(m_preferences.value(sortKey).toString());
    connect(head, &QHeaderView::sortIndicatorChanged, this, [this] {
        m_preferences.setValue(sortKey, sortChoice());
        Q_EMIT choiceChanged();
    });
    connect(head, &QHeaderView::sectionMoved, &m_remember, qOverload<>(&QTimer::start));
    // The last one follows the window, which is nobody's choice.
    connect(head, &QHeaderView::sectionResized, &m_remember, [this](int column) {
        const std::vector<int> shown = shownColumns();
        if (!m_spreading && !shown.empty() && column != shown.back()) {
            m_remember.start();
        }
    });
    connect(head, &QHeaderView::sectionMoved, this, [this] {
        const std::vector<int> shown = shownColumns();
        m_delegate->setFirstColumn(shown.empty() ? 0 : shown.front());
        viewport()->update();
    });
    connect(&m_theme, &Theme::changed, this, &LeadsTable::followTheme);
    followTheme();
}

void LeadsTable::followTheme()
{
    horizontalHeader()->setFont(m_theme.font(TextStyle::SmallMedium));
    viewport()->update();
}

void LeadsTable::applySort(const QString& sort)
{
    const int column = LeadListModel::columnOf(sort.section(u' ', 0, 0));
    sortByColumn(column < 0 ? int(LeadListModel::LastActivity) : column,
                 column < 0 || sort.endsWith(QLatin1String(" desc")) ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void LeadsTable::choose(const QStringList& columns, const QString& sort)
{
    QHeaderView* head = horizontalHeader();
    m_spreading = true; // not a person's hand on the header
    for (int column = 0; column < head->count(); ++column) {
        head->moveSection(head->visualIndex(column), column);
    }
    applyColumns(columns);
    m_spreading = false;
    spreadColumns();
    applySort(sort);
    m_remember.stop();
    m_preferences.setValue(columnsKey, columns);
    Q_EMIT choiceChanged();
}

QString LeadsTable::sortChoice() const
{
    const QHeaderView* head = horizontalHeader();
    const bool isDescending = head->sortIndicatorOrder() == Qt::DescendingOrder;
    return LeadListModel::columnKey(head->sortIndicatorSection()) +
           (isDescending ? QStringLiteral(" desc") : QStringLiteral(" asc"));
}

void LeadsTable::applyColumns(const QStringList& kept)
{
    QHeaderView* head = horizontalHeader();
    for (const DefaultColumn& column : defaults) {
        head->resizeSection(column.column, column.width);
        head->setSectionHidden(column.column, kept.isEmpty() ? !column.shown : true);
    }
    m_usual = kept.isEmpty();
    int place = 0;
    for (const QString& entry : kept) {
        const int column = LeadListModel::columnOf(entry.section(QLatin1Char(':'), 0, 0));
        if (column < 0) {
            continue;
        }
        head->setSectionHidden(column, false);
        head->moveSection(head->visualIndex(column), place++);
        if (const int width = entry.section(QLatin1Char(':'), 1).toInt(); width > 0) {
            head->resizeSection(column, width);
        }
    }
    const std::vector<int> shown = shownColumns();
    m_delegate->setFirstColumn(shown.empty() ? 0 : shown.front());
}

// The usual columns share what a wide window leaves over, each by its size; what a person chose stays as it is.
void LeadsTable::spreadColumns()
{
    if (!m_usual) {
        return;
    }
    int total = 0;
    for (const DefaultColumn& column : defaults) {
        total += column.shown ? column.width : 0;
    }
    const int room = std::max(total, viewport()->width());
    m_spreading = true;
    for (const DefaultColumn& column : defaults) {
        if (column.shown) {
            setColumnWidth(column.column, column.width * room / total);
        }
    }
    m_spreading = false;
}

void LeadsTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    spreadColumns();
}

void LeadsTable::rememberColumns()
{
    m_remember.stop();
    m_usual = false;
    m_preferences.setValue(columnsKey, columnChoice());
    Q_EMIT choiceChanged();
}

QStringList LeadsTable::columnChoice() const
{
    QStringList kept;
    if (m_usual) {
        return kept;
    }
    const std::vector<int> shown = shownColumns();
    for (const int column : shown) {
        // The last one takes what the window leaves over.
        kept.append(column == shown.back()
                        ? LeadListModel::columnKey(column)
                        : QStringLiteral("%1:%2").arg(LeadListModel::columnKey(column)).arg(columnWidth(column)));
    }
    return kept;
}

std::vector<int> LeadsTable::shownColumns() const
{
    const QHeaderView* head = horizontalHeader();
    std::vector<int> columns;
    for (int visual = 0; visual < head->count(); ++visual) {
        const int column = head->logicalIndex(visual);
        if (!head->isSectionHidden(column)) {
            columns.push_back(column);
        }
    }
    return columns;
}

void LeadsTable::fillColumnMenu(QMenu* menu)
{
    for (int column = 0; column < LeadListModel::columnTotal; ++column) {
        QAction* action = menu->addAction(m_leads.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != LeadListModel::Name); // a row without its name is nobody
        connect(action, &QAction::triggered, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            rememberColumns();
        });
    }
}

void LeadsTable::openHeaderMenu(QPoint where)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("columnMenu"));
    fillColumnMenu(menu);
    menu->popup(where);
}

qsizetype LeadsTable::selectedCount() const
{
    qsizetype count = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        count += range.height();
    }
    return count;
}

std::vector<LeadId> LeadsTable::selectedLeads() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.push_back(row);
        }
    }
    std::ranges::sort(rows);
    std::vector<LeadId> leads;
    leads.reserve(rows.size());
    for (const int row : rows) {
        leads.push_back(m_leads.leadAt(row));
    }
    return leads;
}

QString LeadsTable::selectedText() const
{
    const std::vector<int> columns = shownColumns();
    QStringList lines;
    const auto line = [&columns](const auto& cell) {
        QStringList cells;
        for (const int column : columns) {
            QString text = cell(column);
            cells.append(
                text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' ')));
        }
        return cells.join(QLatin1Char('\t'));
    };
    lines.append(line([this](int column) { return m_leads.headerData(column, Qt::Horizontal).toString(); }));
    for (const LeadId lead : selectedLeads()) {
        const int row = m_leads.indexOf(lead).row();
        lines.append(line([this, row](int column) { return m_leads.index(row, column).data().toString(); }));
    }
    return lines.join(QLatin1Char('\n'));
}

void LeadsTable::showLead(LeadId lead)
{
    const QModelIndex index = m_leads.indexOf(lead);
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
}

void LeadsTable::keyPressEvent(QKeyEvent* event)
{
    const LeadId lead = m_leads.leadAt(currentIndex());
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!lead.isNull()) {
            if (event->modifiers().testFlag(Qt::ControlModifier)) {
                Q_EMIT openPage(lead);
            } else {
                Q_EMIT openPanel(lead);
            }
        }
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Delete && selectedCount() > 0) {
        Q_EMIT deleteRequested();
        event->accept();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        if (selectedCount() > 0) {
            QApplication::clipboard()->setText(selectedText());
        }
        event->accept();
        return;
    }
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (event->matches(QKeySequence::Find) || (plain && event->text() == QLatin1String("/"))) {
        Q_EMIT filterRequested();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Escape && selectedCount() > 0) {
        clearSelection();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        // Rows are what one walks along; the columns stay as they are.
        const int row = event->key() == Qt::Key_Home ? 0 : m_leads.rowCount() - 1;
        const int column = std::max(0, currentIndex().column());
        const auto how = event->modifiers().testFlag(Qt::ShiftModifier)
                             ? QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows
                             : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
        selectionModel()->setCurrentIndex(m_leads.index(row, column), how);
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void LeadsTable::setHoveredRow(int row)
{
    if (row == m_hovered) {
        return;
    }
    for (const int changed : {m_hovered, row}) {
        if (changed >= 0) {
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), LeadsDelegate::rowHeight);
        }
    }
    m_hovered = row;
    m_delegate->setHoveredRow(row);
}

void LeadsTable::mouseMoveEvent(QMouseEvent* event)
{
    QTableView::mouseMoveEvent(event);
    setHoveredRow(rowAt(event->position().toPoint().y()));
}

void LeadsTable::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    setHoveredRow(-1);
}

void LeadsTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    const LeadId lead = m_leads.leadAt(indexAt(event->position().toPoint()));
    if (!lead.isNull() && event->button() == Qt::LeftButton) {
        Q_EMIT openPanel(lead);
    }
}

void LeadsTable::contextMenuEvent(QContextMenuEvent* event)
{
    QPoint where = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        where = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
    }
    if (selectedCount() > 0) {
        Q_EMIT rowMenuRequested(where);
    }
}

void LeadsTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

} // namespace keyturn
