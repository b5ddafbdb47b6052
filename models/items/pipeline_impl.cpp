// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pipeline_impl.h"

#include "models/base/money.h"

#include <QElapsedTimer>

#include <algorithm>

namespace keyturn {

namespace {

constexpr qint64 sliceMs = 6;
constexpr LeadTable::Row rowsBetweenLooks = 2048;
/// Up to so many differences in a column are told one by one; more of them as one block and a new order.
constexpr std::size_t fewDifferences = 32;

qint64 weighted(qint64 cents, int percent)
{
    return (cents * percent + 50) / 100;
}

} // namespace

PipelineModel::Impl::Impl(PipelineModel& model)
    : q(model)
    , store(model.m_store)
    , presenter(model.m_store)
    , matcher(std::make_unique<LeadMatcher>(model.m_store, model.m_filter))
    , order(LeadOrder::ofBoard(model.m_store, model.m_sort))
{
    m_slice.setInterval(0);
    QObject::connect(&m_slice, &QTimer::timeout, &q, [this] { continueScan(); });
    m_figures.setSingleShot(true);
    m_figures.setInterval(0);
    QObject::connect(&m_figures, &QTimer::timeout, &q, [this] { flushFigures(); });
}

// --- Stages

PipelineColumn* PipelineModel::Impl::columnOf(StageId stage) const
{
    const auto it =
        std::find_if(columns.begin(), columns.end(), [&](const auto& column) { return column->stage == stage; });
    return it == columns.end() ? nullptr : it->get();
}

PipelineColumn* PipelineModel::Impl::columnOfRow(Row row) const
{
    return store.table().isLive(row) ? columnOf(store.table().stageAt(store.table().stageIndex(row))) : nullptr;
}

QModelIndex PipelineModel::Impl::stageIndex(const Column& column) const
{
    return q.createIndex(column.position, 0, nullptr);
}

void PipelineModel::Impl::rebuildStages()
{
    const std::vector<Stage>& stages = store.catalogue().stages;
    const auto known = [&](const Column& column) {
        return std::any_of(stages.begin(), stages.end(), [&](const Stage& stage) { return stage.id == column.stage; });
    };
    const auto renumber = [this] {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i]->position = static_cast<int>(i);
        }
    };
    bool changed = false;
    for (int at = static_cast<int>(columns.size()) - 1; at >= 0; --at) {
        if (!known(*columns[static_cast<std::size_t>(at)])) {
            q.beginRemoveRows({}, at, at);
            columns.erase(columns.begin() + at);
            renumber();
            q.endRemoveRows();
            changed = true;
        }
    }
    for (std::size_t at = 0; at < stages.size(); ++at) {
        const auto present = std::find_if(columns.begin(), columns.end(),
                                          [&](const auto& column) { return column->stage == stages[at].id; });
        const auto found = present - columns.begin();
        const auto wanted = static_cast<std::ptrdiff_t>(at);
        if (present == columns.end()) {
            q.beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
            auto column = std::make_unique<Column>();
            column->stage = stages[at].id;
            columns.insert(columns.begin() + wanted, std::move(column));
            renumber();
            q.endInsertRows();
            changed = true;
        } else if (found != wanted) {
            q.beginMoveRows({}, static_cast<int>(found), static_cast<int>(found), {}, static_cast<int>(at));
            std::rotate(columns.begin() + wanted, columns.begin() + found, columns.begin() + found + 1);
            renumber();
            q.endMoveRows();
        }
    }
    if (!columns.empty()) {
        Q_EMIT q.dataChanged(q.index(0, 0), q.index(static_cast<int>(columns.size()) - 1, 0));
    }
    if (changed && store.hasFirst()) {
        scan();
    }
}

// --- Filtering: the table is walked in slices, the columns then take over the difference

void PipelineModel::Impl::scan()
{
    m_scan.emplace();
    m_scan->matcher = std::make_unique<LeadMatcher>(store, q.m_filter);
    m_scan->shown.resize(columns.size());
    m_scan->allCount.resize(columns.size());
    m_scan->allCents.resize(columns.size());
    m_slice.start();
    continueScan();
}

void PipelineModel::Impl::continueScan()
{
    if (!m_scan) {
        m_slice.stop();
        return;
    }
    QElapsedTimer timer;
    timer.start();
    const LeadTable& table = store.table();
    std::vector<int> positions(table.stageLimit(), -1);
    for (quint16 i = 0; i < table.stageLimit(); ++i) {
        if (const Column* column = columnOf(table.stageAt(i))) {
            positions[i] = column->position;
        }
    }
    Row row = m_scan->next;
    const Row limit = table.rowLimit();
    while (row < limit) {
        const Row until = std::min(limit, row + rowsBetweenLooks);
        for (; row < until; ++row) {
            if (!table.isLive(row) || positions[table.stageIndex(row)] < 0) {
                continue;
            }
            const auto position = static_cast<std::size_t>(positions[table.stageIndex(row)]);
            ++m_scan->allCount[position];
            m_scan->allCents[position] += table.valueCents(row);
            if (m_scan->matcher->accepts(row)) {
                m_scan->shown[position].push_back(row);
            }
        }
        if (row < limit && timer.elapsed() >= sliceMs) {
            m_scan->next = row;
            return;
        }
    }
    m_slice.stop();
    finishScan();
}

void PipelineModel::Impl::finishScan()
{
    Scan scan = std::move(*m_scan);
    m_scan.reset();
    if (scan.shown.size() != columns.size()) {
        this->scan(); // the stages themselves changed in the meantime
        return;
    }
    matcher = std::move(scan.matcher);
    if (!scan.touched.empty()) {
        // Leads that changed while the table was walked are judged as they are now.
        std::vector<quint8> isTouched(store.table().rowLimit(), 0);
        for (const Row row : scan.touched) {
            isTouched[row] = 1;
        }
        for (auto& shown : scan.shown) {
            std::erase_if(shown, [&](Row row) { return isTouched[row] != 0; });
        }
        for (Row row = 0; row < isTouched.size(); ++row) {
            const Column* column = isTouched[row] != 0 ? columnOfRow(row) : nullptr;
            if (column != nullptr && matcher->accepts(row)) {
                scan.shown[static_cast<std::size_t>(column->position)].push_back(row);
            }
        }
        std::fill(scan.allCount.begin(), scan.allCount.end(), 0);
        std::fill(scan.allCents.begin(), scan.allCents.end(), 0);
        for (Row row = 0; row < store.table().rowLimit(); ++row) {
            if (const Column* column = columnOfRow(row)) {
                ++scan.allCount[static_cast<std::size_t>(column->position)];
                scan.allCents[static_cast<std::size_t>(column->position)] += store.table().valueCents(row);
            }
        }
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i]->allCount = scan.allCount[i];
        columns[i]->allCents = scan.allCents[i];
        apply(*columns[i], std::move(scan.shown[i]));
        figuresDirty(columns[i].get());
    }
}

void PipelineModel::Impl::apply(Column& column, std::vector<Row> shown)
{
    std::vector<quint8> mark(store.table().rowLimit(), 0);
    for (const Row row : shown) {
        mark[row] = 1;
    }
    removeRuns(column, mark);
    for (const Row row : column.rows) {
        mark[row] = 2;
    }
    std::erase_if(shown, [&](Row row) { return mark[row] == 2; });
    if (shown.size() <= fewDifferences && column.asked) {
        for (const Row row : shown) {
            insertSorted(column, row);
        }
    } else if (!shown.empty()) {
        const auto first = static_cast<int>(column.rows.size());
        q.beginInsertRows(stageIndex(column), first, first + static_cast<int>(shown.size()) - 1);
        column.rows.insert(column.rows.end(), shown.begin(), shown.end());
        column.tail = shown.size();
        q.endInsertRows();
        column.tail = 0;
        if (column.asked) {
            std::vector<Row> sorted = column.rows;
            order.sort(sorted);
            reorder(column, std::move(sorted));
        }
    }
    column.cents = 0;
    for (const Row row : column.rows) {
        column.cents += store.table().valueCents(row);
    }
}

void PipelineModel::Impl::removeRuns(Column& column, const std::vector<quint8>& stays)
{
    const auto goes = [&](Row row) { return row >= stays.size() || stays[row] == 0; };
    const auto leaving = static_cast<std::size_t>(std::count_if(column.rows.begin(), column.rows.end(), goes));
    if (leaving == 0) {
        return;
    }
    if (leaving > fewDifferences || !column.asked) {
        std::vector<Row> parted = column.rows;
        std::stable_partition(parted.begin(), parted.end(), [&](Row row) { return !goes(row); });
        reorder(column, std::move(parted));
        const std::size_t keep = column.rows.size() - leaving;
        column.tail = leaving;
        q.beginRemoveRows(stageIndex(column), static_cast<int>(keep), static_cast<int>(column.rows.size()) - 1);
        column.rows.resize(keep);
        column.tail = 0;
        q.endRemoveRows();
        return;
    }
    for (std::size_t end = column.rows.size(); end > 0; --end) {
        if (goes(column.rows[end - 1])) {
            const int at = static_cast<int>(end) - 1;
            q.beginRemoveRows(stageIndex(column), at, at);
            column.rows.erase(column.rows.begin() + at);
            q.endRemoveRows();
        }
    }
}

// --- Order

void PipelineModel::Impl::ensureSorted(Column& column) const
{
    if (column.asked) {
        return;
    }
    column.asked = true;
    // Rows whose lead has just gone from the table stand in the tail and cannot be compared any more.
    std::vector<Row> body(column.rows.begin(), column.rows.end() - static_cast<std::ptrdiff_t>(column.tail));
    order.sort(body);
    std::copy(body.begin(), body.end(), column.rows.begin());
}

void PipelineModel::Impl::reorder(Column& column, std::vector<Row> rows)
{
    if (!column.asked || rows == column.rows) {
        column.rows = std::move(rows);
        return;
    }
    const QList<QPersistentModelIndex> parents{stageIndex(column)};
    Q_EMIT q.layoutAboutToBeChanged(parents, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList persistent = q.persistentIndexList();
    QModelIndexList from;
    std::vector<Row> leads;
    for (const QModelIndex& index : persistent) {
        if (index.internalPointer() == &column) {
            from.append(index);
            leads.push_back(column.rows[static_cast<std::size_t>(index.row())]);
        }
    }
    column.rows = std::move(rows);
    if (!leads.empty()) {
        std::vector<int> place(store.table().rowLimit(), -1);
        for (std::size_t i = 0; i < column.rows.size(); ++i) {
            if (column.rows[i] < place.size()) {
                place[column.rows[i]] = static_cast<int>(i);
            }
        }
        QModelIndexList to;
        for (const Row row : leads) {
            const int at = row < place.size() ? place[row] : -1;
            to.append(at < 0 ? QModelIndex() : q.createIndex(at, 0, &column));
        }
        q.changePersistentIndexList(from, to);
    }
    Q_EMIT q.layoutChanged(parents, QAbstractItemModel::VerticalSortHint);
}

void PipelineModel::Impl::resort()
{
    order = LeadOrder::ofBoard(store, q.m_sort);
    for (const auto& column : columns) {
        if (column->asked) {
            std::vector<Row> sorted = column->rows;
            order.sort(sorted);
            reorder(*column, std::move(sorted));
        }
    }
}

void PipelineModel::Impl::insertSorted(Column& column, Row row)
{
    ensureSorted(column);
    const std::size_t at = order.lowerBound(column.rows, row);
    q.beginInsertRows(stageIndex(column), static_cast<int>(at), static_cast<int>(at));
    column.rows.insert(column.rows.begin() + static_cast<std::ptrdiff_t>(at), row);
    q.endInsertRows();
}

// --- One lead

PipelineModel::Impl::Place PipelineModel::Impl::placeOf(Row row) const
{
    Place place;
    place.stage = columnOfRow(row);
    place.cents = store.table().valueCents(row);
    if (place.stage != nullptr) {
        ensureSorted(*place.stage);
        place.at = order.find(place.stage->rows, row);
        place.column = place.at < place.stage->rows.size() ? place.stage : nullptr;
    }
    return place;
}

void PipelineModel::Impl::leave(const Place& place, Row row)
{
    if (place.stage != nullptr) {
        --place.stage->allCount;
        place.stage->allCents -= place.cents;
        figuresDirty(place.stage);
    }
    if (place.column != nullptr) {
        place.column->cents -= place.cents;
    }
    if (m_scan) {
        m_scan->touched.push_back(row);
    }
}

void PipelineModel::Impl::aboutToUpdate(Row row)
{
    m_before = placeOf(row);
}

void PipelineModel::Impl::updated(Row row)
{
    const Place before = m_before;
    leave(before, row);
    const qint64 cents = store.table().valueCents(row);
    Column* stage = columnOfRow(row);
    if (stage != nullptr) {
        ++stage->allCount;
        stage->allCents += cents;
        figuresDirty(stage);
    }
    Column* target = stage != nullptr && matcher->accepts(row) ? stage : nullptr;
    if (target != nullptr) {
        target->cents += cents;
        ensureSorted(*target);
    }
    const auto offset = static_cast<std::ptrdiff_t>(before.at);
    if (before.column == nullptr) {
        if (target != nullptr) {
            insertSorted(*target, row);
        }
        return;
    }
    std::vector<Row>& from = before.column->rows;
    const int at = static_cast<int>(before.at);
    if (target == nullptr) {
        q.beginRemoveRows(stageIndex(*before.column), at, at);
        from.erase(from.begin() + offset);
        q.endRemoveRows();
        return;
    }
    if (target != before.column) {
        const std::size_t to = order.lowerBound(target->rows, row);
        q.beginMoveRows(stageIndex(*before.column), at, at, stageIndex(*target), static_cast<int>(to));
        from.erase(from.begin() + offset);
        target->rows.insert(target->rows.begin() + static_cast<std::ptrdiff_t>(to), row);
        q.endMoveRows();
    } else {
        const std::size_t to = order.newPlace(from, before.at);
        if (to != before.at) {
            const int destination = static_cast<int>(to) + (to > before.at ? 1 : 0);
            q.beginMoveRows(stageIndex(*target), at, at, stageIndex(*target), destination);
            const auto place = from.begin() + static_cast<std::ptrdiff_t>(to);
            if (to > before.at) {
                std::rotate(from.begin() + offset, from.begin() + offset + 1, place + 1);
            } else {
                std::rotate(place, from.begin() + offset, from.begin() + offset + 1);
            }
            q.endMoveRows();
        }
    }
    shownChanged(row);
}

void PipelineModel::Impl::shownChanged(Row row)
{
    const Place place = placeOf(row);
    if (place.column != nullptr) {
        const QModelIndex index = q.createIndex(static_cast<int>(place.at), 0, place.column);
        Q_EMIT q.dataChanged(index, index);
    }
}

void PipelineModel::Impl::added(Row row)
{
    if (m_scan) {
        m_scan->touched.push_back(row);
    }
    Column* stage = columnOfRow(row);
    if (stage == nullptr) {
        return;
    }
    const qint64 cents = store.table().valueCents(row);
    ++stage->allCount;
    stage->allCents += cents;
    figuresDirty(stage);
    if (matcher->accepts(row)) {
        stage->cents += cents;
        insertSorted(*stage, row);
    }
}

void PipelineModel::Impl::aboutToRemove(Row row)
{
    const Place place = placeOf(row);
    leave(place, row);
    if (place.column != nullptr) {
        const int at = static_cast<int>(place.at);
        q.beginRemoveRows(stageIndex(*place.column), at, at);
        place.column->rows.erase(place.column->rows.begin() + at);
        q.endRemoveRows();
    }
}

// --- Another table

void PipelineModel::Impl::aboutToReplace()
{
    m_scan.reset();
    m_shownBefore.assign(columns.size(), {});
    for (const auto& column : columns) {
        auto& leads = m_shownBefore[static_cast<std::size_t>(column->position)];
        for (const Row row : column->rows) {
            leads.push_back(store.table().id(row));
        }
    }
}

void PipelineModel::Impl::replaced()
{
    const LeadTable& table = store.table();
    order = LeadOrder::ofBoard(store, q.m_sort);
    matcher = std::make_unique<LeadMatcher>(store, q.m_filter);
    for (const auto& column : columns) {
        const auto& leads = m_shownBefore[static_cast<std::size_t>(column->position)];
        for (std::size_t i = 0; i < leads.size(); ++i) {
            const Row row = table.rowOf(leads[i]);
            column->rows[i] = columnOfRow(row) == column.get() ? row : LeadTable::noRow;
        }
    }
    std::vector<quint8> stays(table.rowLimit(), 1);
    for (const auto& column : columns) {
        removeRuns(*column, stays);
        if (column->asked) {
            std::vector<Row> sorted = column->rows;
            order.sort(sorted);
            reorder(*column, std::move(sorted));
            if (!column->rows.empty()) {
                Q_EMIT q.dataChanged(q.createIndex(0, 0, column.get()),
                                     q.createIndex(static_cast<int>(column->rows.size()) - 1, 0, column.get()));
            }
        }
    }
    m_shownBefore.clear();
    scan();
}

// --- Figures

void PipelineModel::Impl::figuresDirty(Column* column)
{
    if (std::find(m_dirty.begin(), m_dirty.end(), column->stage) == m_dirty.end()) {
        m_dirty.push_back(column->stage);
    }
    if (!m_figures.isActive()) {
        m_figures.start();
    }
}

void PipelineModel::Impl::flushFigures()
{
    for (const StageId stage : std::exchange(m_dirty, {})) {
        if (const Column* column = columnOf(stage)) {
            Q_EMIT q.dataChanged(stageIndex(*column), stageIndex(*column));
        }
    }
    Q_EMIT q.figuresChanged();
}

bool PipelineModel::Impl::countsFromBook() const
{
    if (store.isComplete()) {
        return false;
    }
    LeadFilter rest = q.m_filter;
    rest.owners.clear();
    rest.stages.clear();
    return rest.isEmpty();
}

PipelineModel::Figures PipelineModel::Impl::figures(const Column& column) const
{
    Figures figures{static_cast<qint64>(column.rows.size()), column.cents, 0};
    if (countsFromBook()) {
        const auto& owners = q.m_filter.owners;
        const auto& stages = q.m_filter.stages;
        figures = {};
        if (stages.empty() || std::find(stages.begin(), stages.end(), column.stage) != stages.end()) {
            for (const StageTotal& total : store.bookTotals()) {
                if (total.stage == column.stage &&
                    (owners.empty() || std::find(owners.begin(), owners.end(), total.owner) != owners.end())) {
                    figures.count += total.count;
                    figures.cents += total.valueCents;
                }
            }
        }
    }
    if (const Stage* stage = store.catalogue().stage(column.stage)) {
        figures.weightedCents = weighted(figures.cents, stage->winPercent);
    }
    return figures;
}

QVariant PipelineModel::Impl::stageData(const Column& column, int role) const
{
    const Stage* stage = store.catalogue().stage(column.stage);
    if (stage == nullptr) {
        return {};
    }
    qint64 allCount = column.allCount;
    qint64 allCents = column.allCents;
    if (!store.isComplete()) {
        allCount = allCents = 0;
        for (const StageTotal& total : store.bookTotals()) {
            if (total.stage == column.stage) {
                allCount += total.count;
                allCents += total.valueCents;
            }
        }
    }
    switch (role) {
    case Qt::DisplayRole:
    case LeadRole::Name:
    case LeadRole::StageName:
        return stage->name;
    case Qt::AccessibleTextRole: {
        const Figures sums = figures(column);
        return tr("%1, %n lead(s), %2 in total, %3 weighted", nullptr, static_cast<int>(sums.count))
            .arg(stage->name, Money{sums.cents}.toDisplay(), Money{sums.weightedCents}.toDisplay());
    }
    case LeadRole::Stage:
        return QVariant::fromValue(column.stage);
    case IsStage:
        return true;
    case StageKey:
        return stage->key;
    case StageColor:
        return stage->color;
    case StagePosition: {
        if (stage->isExit()) {
            return -1;
        }
        int position = 0;
        for (const Stage& other : store.catalogue().stages) {
            if (other.id == stage->id) {
                break;
            }
            position += other.isExit() ? 0 : 1;
        }
        return position;
    }
    case StageKindValue:
        return static_cast<int>(stage->kind);
    case StageIsExit:
        return stage->isExit();
    case RequiresReason:
        return stage->requiresReason;
    case Count:
        return figures(column).count;
    case TotalCents:
        return figures(column).cents;
    case TotalText:
        return Money{figures(column).cents}.toDisplay();
    case WeightedCents:
        return figures(column).weightedCents;
    case WeightedText:
        return Money{figures(column).weightedCents}.toDisplayRounded();
    case AllCount:
        return allCount;
    case AllTotalCents:
        return allCents;
    case WipLimit:
        return stage->wipLimit ? QVariant(*stage->wipLimit) : QVariant();
    case IsOverLimit:
        return stage->wipLimit.has_value() && allCount > *stage->wipLimit;
    case Collapsed:
        return column.collapsed;
    case IsProvisional:
        return !store.isComplete();
    default:
        return {};
    }
}

} // namespace keyturn
