// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/today_model.h"

#include "models/items/role_names.h"
#include "models/items/today_impl.h"

namespace keyturn {

TodayModel::TodayModel(LeadStore& store, QObject* parent)
    : QAbstractItemModel(parent)
    , m_impl(std::make_unique<Impl>(*this, store))
{
    Impl* impl = m_impl.get();
    const auto touchAll = [this, impl] {
        for (std::size_t i = 0; i < impl->blocks.size(); ++i) {
            const QModelIndex section = index(static_cast<int>(i), 0);
            Q_EMIT dataChanged(section, section);
            if (const int rows = rowCount(section); rows > 0) {
                Q_EMIT dataChanged(index(0, 0, section), index(rows - 1, 0, section));
            }
        }
    };
    connect(&store, &LeadStore::timePassed, this, [this, touchAll] {
        touchAll();
        refresh();
    });
    connect(&store, &LeadStore::replaced, this, [this, impl, touchAll] {
        touchAll();
        if (impl->isLoaded) {
            impl->receive(TodayLists(impl->lists));
        }
    });
    connect(&store, &LeadStore::settled, this, touchAll);
    connect(&store, &LeadStore::catalogueChanged, this, [this, touchAll] {
        touchAll();
        refresh();
    });
}

TodayModel::~TodayModel() = default;

void TodayModel::refresh()
{
    m_impl->refresh();
}

bool TodayModel::isLoaded() const
{
    return m_impl->isLoaded;
}

int TodayModel::badge() const
{
    qint64 count = 0;
    for (const Impl::Block& block : m_impl->blocks) {
        count += block.section == Section::Silent ? 0 : block.count;
    }
    return static_cast<int>(count);
}

int TodayModel::lateCount() const
{
    const int at = m_impl->positionOf(Section::Due);
    return at < 0 ? 0 : m_impl->late(m_impl->blocks[static_cast<std::size_t>(at)]);
}

const TodayLists& TodayModel::lists() const
{
    return m_impl->lists;
}

int TodayModel::snoozedToday() const
{
    return m_impl->snoozedCount;
}

void TodayModel::act(const QModelIndex& index)
{
    const TodayRow* row = m_impl->rowAt(index);
    if (row != nullptr && !row->task.id.isNull() && !m_impl->pending.contains(row->key())) {
        m_impl->submit(CompleteTask{row->task.id, true}, row->key());
        Q_EMIT dataChanged(index, index);
    }
}

void TodayModel::snooze(const QModelIndex& index)
{
    const TodayRow* found = m_impl->rowAt(index);
    if (found == nullptr || m_impl->pending.contains(found->key())) {
        return;
    }
    const TodayRow row = *found;
    const QDate tomorrow = m_impl->store.frame().today.addDays(1);
    m_impl->snoozed.insert(row.key());
    ++m_impl->snoozedCount;
    if (!row.task.id.isNull()) {
        EditTask edit;
        edit.id = row.task.id;
        edit.dueDate = std::optional<QDate>(tomorrow);
        m_impl->submit(edit, row.key());
    } else {
        AddTask add;
        add.lead = row.lead;
        add.title = row.lockExpiresOn.isEmpty() && row.closesOn.isEmpty()
                        ? tr("Call %1").arg(index.data(Name).toString())
                        : tr("Check the rate lock and the closing");
        add.type = row.lockExpiresOn.isEmpty() && row.closesOn.isEmpty() ? QStringLiteral("call")
                                                                         : QStringLiteral("follow_up");
        add.dueDate = tomorrow;
        add.assignedTo = m_impl->store.catalogue().me;
        add.isFollowUp = true;
        m_impl->submit(add, row.key());
    }
    m_impl->receive(TodayLists(m_impl->lists));
}

QModelIndex TodayModel::first() const
{
    return rowCount() == 0 ? QModelIndex() : index(0, 0, index(0, 0));
}

QModelIndex TodayModel::next(const QModelIndex& from) const
{
    if (!from.isValid() || !from.parent().isValid()) {
        return first();
    }
    const QModelIndex section = from.parent();
    if (from.row() + 1 < rowCount(section)) {
        return index(from.row() + 1, 0, section);
    }
    return section.row() + 1 < rowCount() ? index(0, 0, index(section.row() + 1, 0)) : from;
}

QModelIndex TodayModel::previous(const QModelIndex& from) const
{
    if (!from.isValid() || !from.parent().isValid()) {
        return first();
    }
    if (from.row() > 0) {
        return index(from.row() - 1, 0, from.parent());
    }
    const int section = from.parent().row();
    return section > 0 ? index(rowCount(index(section - 1, 0)) - 1, 0, index(section - 1, 0)) : from;
}

QModelIndex TodayModel::index(int row, int column, const QModelIndex& parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent)) {
        return {};
    }
    if (!parent.isValid()) {
        return createIndex(row, 0, quintptr(0));
    }
    const auto section = m_impl->blocks[static_cast<std::size_t>(parent.row())].section;
    return createIndex(row, 0, static_cast<quintptr>(section) + 1);
}

QModelIndex TodayModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0) {
        return {};
    }
    const int at = m_impl->positionOf(static_cast<Section>(child.internalId() - 1));
    return at < 0 ? QModelIndex() : createIndex(at, 0, quintptr(0));
}

int TodayModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_impl->blocks.size());
    }
    if (parent.internalId() != 0 || static_cast<std::size_t>(parent.row()) >= m_impl->blocks.size()) {
        return 0;
    }
    return static_cast<int>(m_impl->blocks[static_cast<std::size_t>(parent.row())].rows.size());
}

int TodayModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() && parent.internalId() != 0 ? 0 : 1;
}

QVariant TodayModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (index.internalId() == 0) {
        return m_impl->sectionData(m_impl->blocks[static_cast<std::size_t>(index.row())], role);
    }
    const TodayRow* row = m_impl->rowAt(index);
    const int block = m_impl->positionOf(static_cast<Section>(index.internalId() - 1));
    return row == nullptr ? QVariant() : m_impl->rowData(m_impl->blocks[static_cast<std::size_t>(block)], *row, role);
}

Qt::ItemFlags TodayModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    return index.internalId() == 0 ? Qt::ItemFlags(Qt::ItemIsEnabled)
                                   : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QHash<int, QByteArray> TodayModel::roleNames() const
{
    return withRoleNames<Role>(QAbstractItemModel::roleNames());
}

} // namespace keyturn
