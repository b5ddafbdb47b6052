// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pipeline_model.h"

#include "models/items/pipeline_impl.h"
#include "models/items/role_names.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>

namespace keyturn {

PipelineModel::PipelineModel(LeadStore& store, QObject* parent)
    : QAbstractItemModel(parent)
    , m_store(store)
    , m_impl(std::make_unique<Impl>(*this))
{
    m_impl->rebuildStages();
    Impl* impl = m_impl.get();
    connect(&store, &LeadStore::aboutToReplace, this, [impl] { impl->aboutToReplace(); });
    connect(&store, &LeadStore::replaced, this, [impl] { impl->replaced(); });
    connect(&store, &LeadStore::aboutToUpdate, this, [impl](LeadTable::Row row) { impl->aboutToUpdate(row); });
    connect(&store, &LeadStore::updated, this, [impl](LeadTable::Row row) { impl->updated(row); });
    connect(&store, &LeadStore::added, this, [impl](LeadTable::Row row) { impl->added(row); });
    connect(&store, &LeadStore::aboutToRemove, this, [impl](LeadTable::Row row) { impl->aboutToRemove(row); });
    connect(&store, &LeadStore::pendingChanged, this, [impl](LeadTable::Row row) { impl->shownChanged(row); });
    connect(&store, &LeadStore::catalogueChanged, this, [this, impl] {
        impl->rebuildStages();
        for (const auto& column : impl->columns) {
            impl->figuresDirty(column.get());
        }
        impl->nameGroups();
    });
    connect(&store, &LeadStore::timePassed, this, [this, impl] {
        for (const auto& column : impl->columns) {
            if (column->asked && !column->rows.empty()) {
                Q_EMIT dataChanged(createIndex(0, 0, column.get()),
                                   createIndex(static_cast<int>(column->rows.size()) - 1, 0, column.get()));
            }
        }
        if (impl->matcher->dependsOnTime()) {
            impl->scan();
        }
    });
    if (store.hasFirst()) {
        impl->scan();
    }
}

PipelineModel::~PipelineModel() = default;

void PipelineModel::setFilter(const LeadFilter& filter)
{
    if (filter == m_filter) {
        return;
    }
    m_filter = filter;
    Q_EMIT filterChanged();
    m_impl->scan();
}

void PipelineModel::setSort(BoardSort sort)
{
    if (sort == m_sort) {
        return;
    }
    m_sort = sort;
    m_impl->resort();
    Q_EMIT sortChanged();
}

void PipelineModel::setGrouping(BoardGrouping grouping)
{
    if (grouping == m_grouping) {
        return;
    }
    m_grouping = grouping;
    m_impl->resort();
}

std::vector<PipelineModel::Group> PipelineModel::groups(const QModelIndex& stage) const
{
    if (m_impl->order.grouping() == BoardGrouping::None || !stage.isValid() || stage.internalPointer() != nullptr) {
        return {};
    }
    PipelineColumn& column = *m_impl->columns[static_cast<std::size_t>(stage.row())];
    m_impl->ensureSorted(column);
    return m_impl->groups(column);
}

bool PipelineModel::isSettled() const
{
    return m_impl->isSettled();
}

QModelIndex PipelineModel::indexOf(LeadId lead) const
{
    const LeadTable::Row row = m_store.table().rowOf(lead);
    PipelineColumn* column = row == LeadTable::noRow ? nullptr : m_impl->columnOfRow(row);
    if (column == nullptr) {
        return {};
    }
    m_impl->ensureSorted(*column);
    const std::size_t at = m_impl->order.find(column->rows, row);
    return at < column->rows.size() ? createIndex(static_cast<int>(at), 0, column) : QModelIndex();
}

QModelIndex PipelineModel::stageIndex(StageId stage) const
{
    const PipelineColumn* column = m_impl->columnOf(stage);
    return column == nullptr ? QModelIndex() : m_impl->stageIndex(*column);
}

LeadId PipelineModel::leadAt(const QModelIndex& index) const
{
    const auto* column = static_cast<const PipelineColumn*>(index.internalPointer());
    if (!index.isValid() || index.model() != this || column == nullptr ||
        static_cast<std::size_t>(index.row()) >= column->rows.size()) {
        return {};
    }
    const LeadTable::Row row = column->rows[static_cast<std::size_t>(index.row())];
    return m_store.table().isLive(row) ? m_store.table().id(row) : LeadId();
}

StageId PipelineModel::stageAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.model() != this) {
        return {};
    }
    const auto* column = static_cast<const PipelineColumn*>(index.internalPointer());
    return column != nullptr ? column->stage : m_impl->columns[static_cast<std::size_t>(index.row())]->stage;
}

std::vector<LeadId> PipelineModel::arrangement(StageId stage, const std::vector<LeadId>& dropped, int row,
                                               bool whole) const
{
    m_impl->finishSorting();
    PipelineColumn* column = m_impl->columnOf(stage);
    return column == nullptr ? std::vector<LeadId>() : m_impl->arrangement(*column, dropped, row, whole);
}

int PipelineModel::landingRow(StageId stage, LeadId lead, int place) const
{
    m_impl->finishSorting();
    PipelineColumn* column = m_impl->columnOf(stage);
    const LeadTable::Row row = m_store.table().rowOf(lead);
    return column == nullptr || row == LeadTable::noRow ? place : m_impl->landingRow(*column, row, place);
}

PipelineModel::Figures PipelineModel::openFigures() const
{
    Figures sum;
    for (const auto& column : m_impl->columns) {
        const Stage* stage = m_store.catalogue().stage(column->stage);
        if (stage != nullptr && stage->kind == StageKind::Open) {
            const Figures one = m_impl->figures(*column);
            sum = {sum.count + one.count, sum.cents + one.cents, sum.weightedCents + one.weightedCents};
        }
    }
    return sum;
}

PipelineModel::Figures PipelineModel::allFigures() const
{
    Figures sum;
    for (const auto& column : m_impl->columns) {
        const Figures one = m_impl->figures(*column);
        sum = {sum.count + one.count, sum.cents + one.cents, sum.weightedCents + one.weightedCents};
    }
    return sum;
}

QByteArray PipelineModel::encode(const std::vector<LeadId>& leads)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << static_cast<quint32>(leads.size());
    for (const LeadId lead : leads) {
        stream << lead.uuid();
    }
    return bytes;
}

std::vector<LeadId> PipelineModel::decode(const QMimeData* data)
{
    std::vector<LeadId> leads;
    if (data == nullptr) {
        return leads;
    }
    QByteArray bytes = data->data(QLatin1String(leadMimeType));
    QDataStream stream(&bytes, QIODevice::ReadOnly);
    quint32 count = 0;
    stream >> count;
    for (quint32 i = 0; i < count; ++i) {
        QUuid uuid;
        stream >> uuid;
        if (stream.status() != QDataStream::Ok) {
            return {};
        }
        leads.emplace_back(uuid);
    }
    return leads;
}

QModelIndex PipelineModel::index(int row, int column, const QModelIndex& parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent)) {
        return {};
    }
    if (!parent.isValid()) {
        return createIndex(row, 0, nullptr);
    }
    PipelineColumn* stage = m_impl->columns[static_cast<std::size_t>(parent.row())].get();
    m_impl->ensureSorted(*stage);
    return createIndex(row, 0, stage);
}

QModelIndex PipelineModel::parent(const QModelIndex& child) const
{
    const auto* column = static_cast<const PipelineColumn*>(child.internalPointer());
    return child.isValid() && column != nullptr ? m_impl->stageIndex(*column) : QModelIndex();
}

int PipelineModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_impl->columns.size());
    }
    if (parent.internalPointer() != nullptr || parent.column() != 0 ||
        static_cast<std::size_t>(parent.row()) >= m_impl->columns.size()) {
        return 0;
    }
    return static_cast<int>(m_impl->columns[static_cast<std::size_t>(parent.row())]->rows.size());
}

int PipelineModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() && parent.internalPointer() != nullptr ? 0 : 1;
}

bool PipelineModel::hasChildren(const QModelIndex& parent) const
{
    return rowCount(parent) > 0;
}

QVariant PipelineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto* column = static_cast<const PipelineColumn*>(index.internalPointer());
    if (column == nullptr) {
        return m_impl->stageData(*m_impl->columns[static_cast<std::size_t>(index.row())], role);
    }
    if (role == IsStage) {
        return false;
    }
    const LeadTable::Row row = column->rows[static_cast<std::size_t>(index.row())];
    return m_store.table().isLive(row) ? m_impl->presenter.data(row, role) : QVariant();
}

bool PipelineModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Collapsed || !index.isValid() || index.internalPointer() != nullptr) {
        return false;
    }
    m_impl->columns[static_cast<std::size_t>(index.row())]->collapsed = value.toBool();
    Q_EMIT dataChanged(index, index, {Collapsed});
    return true;
}

Qt::ItemFlags PipelineModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    if (index.internalPointer() == nullptr) {
        return Qt::ItemIsEnabled | Qt::ItemIsDropEnabled;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QHash<int, QByteArray> PipelineModel::roleNames() const
{
    return withRoleNames<Role>(leadRoleNames());
}

QStringList PipelineModel::mimeTypes() const
{
    return {QLatin1String(leadMimeType)};
}

QMimeData* PipelineModel::mimeData(const QModelIndexList& indexes) const
{
    std::vector<LeadId> leads;
    QStringList names;
    for (const QModelIndex& index : indexes) {
        const LeadId lead = leadAt(index);
        if (!lead.isNull()) {
            leads.push_back(lead);
            names.append(index.data().toString());
        }
    }
    if (leads.empty()) {
        return nullptr;
    }
    auto* data = new QMimeData;
    data->setData(QLatin1String(leadMimeType), encode(leads));
    data->setText(names.join(u'\n'));
    return data;
}

Qt::DropActions PipelineModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

Qt::DropActions PipelineModel::supportedDragActions() const
{
    return Qt::MoveAction;
}

bool PipelineModel::canDropMimeData(const QMimeData* data, Qt::DropAction action, int, int,
                                    const QModelIndex& parent) const
{
    return data != nullptr && action == Qt::MoveAction && data->hasFormat(QLatin1String(leadMimeType)) &&
           !stageAt(parent).isNull();
}

bool PipelineModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                 const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent)) {
        return false;
    }
    const std::vector<LeadId> leads = decode(data);
    const bool ontoLead = parent.internalPointer() != nullptr;
    const StageId stage = stageAt(parent);
    const int before = ontoLead ? parent.row() : row;
    if (!leads.empty()) {
        QMetaObject::invokeMethod(
            this, [this, leads, stage, before] { Q_EMIT moveRequested(leads, stage, before); }, Qt::QueuedConnection);
    }
    // False: the view must not remove the dragged rows; the store moves them.
    return false;
}

} // namespace keyturn
