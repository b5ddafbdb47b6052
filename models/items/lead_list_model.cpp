// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_list_model.h"

#include "models/items/lead_list_impl.h"

namespace keyturn {

namespace {

struct Head
{
    const char* key;
    const char* title;
    bool numeric;
};

constexpr Head heads[LeadListModel::columnTotal] = {
    {"name", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Name"), false},
    {"stage", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Stage"), false},
    {"amount", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Amount"), true},
    {"program", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Program"), false},
    {"purpose", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Purpose"), false},
    {"ltv", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "LTV"), true},
    {"fico", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "FICO"), true},
    {"temperature", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Temperature"), false},
    {"owner", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Owner"), false},
    {"source", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Source"), false},
    {"phone", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Phone"), false},
    {"email", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "E-mail"), false},
    {"tags", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Tags"), false},
    {"next_task", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Next task"), false},
    {"due", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Due"), false},
    {"lock_expires", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Lock expires"), false},
    {"closing", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Closing"), false},
    {"days_in_stage", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Days in stage"), true},
    {"last_activity", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Last activity"), false},
    {"created", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Created"), false},
    {"score", QT_TRANSLATE_NOOP("keyturn::LeadListModel", "Score"), true},
};

} // namespace

LeadListModel::LeadListModel(LeadStore& store, QObject* parent)
    : QAbstractTableModel(parent)
    , m_impl(std::make_unique<Impl>(*this, store))
{
    Impl* impl = m_impl.get();
    connect(&store, &LeadStore::aboutToReplace, this, [impl] { impl->aboutToReplace(); });
    connect(&store, &LeadStore::replaced, this, [impl] { impl->replaced(); });
    connect(&store, &LeadStore::aboutToUpdate, this, [impl](LeadTable::Row row) { impl->aboutToUpdate(row); });
    connect(&store, &LeadStore::updated, this, [impl](LeadTable::Row row) { impl->updated(row); });
    connect(&store, &LeadStore::added, this, [impl](LeadTable::Row row) { impl->added(row); });
    connect(&store, &LeadStore::aboutToRemove, this, [impl](LeadTable::Row row) { impl->aboutToRemove(row); });
    connect(&store, &LeadStore::pendingChanged, this, [impl](LeadTable::Row row) { impl->shownChanged(row); });
    const auto touchAll = [this, impl] {
        if (!impl->rows.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
        }
    };
    connect(&store, &LeadStore::catalogueChanged, this, [impl, touchAll] {
        impl->resort();
        touchAll();
    });
    connect(&store, &LeadStore::timePassed, this, [impl, touchAll] {
        touchAll();
        if (impl->matcher->dependsOnTime()) {
            impl->scan();
        }
    });
    if (store.hasFirst()) {
        impl->scan();
    }
}

LeadListModel::~LeadListModel() = default;

void LeadListModel::setFilter(const LeadFilter& filter)
{
    if (filter != m_impl->filter) {
        m_impl->filter = filter;
        m_impl->scan();
    }
}

const LeadFilter& LeadListModel::filter() const
{
    return m_impl->filter;
}

int LeadListModel::sortColumn() const
{
    return m_impl->column;
}

Qt::SortOrder LeadListModel::sortOrder() const
{
    return m_impl->direction;
}

bool LeadListModel::isSettled() const
{
    return m_impl->isSettled();
}

QModelIndex LeadListModel::indexOf(LeadId lead, int column) const
{
    const LeadTable::Row row = m_impl->store.table().rowOf(lead);
    const int at = row == LeadTable::noRow ? -1 : m_impl->find(row);
    return at < 0 ? QModelIndex() : index(at, column);
}

LeadId LeadListModel::leadAt(int row) const
{
    return row < 0 || row >= rowCount() ? LeadId()
                                        : m_impl->store.table().id(m_impl->rows[static_cast<std::size_t>(row)]);
}

LeadId LeadListModel::leadAt(const QModelIndex& index) const
{
    return index.isValid() ? leadAt(index.row()) : LeadId();
}

qint64 LeadListModel::totalCents() const
{
    return m_impl->cents;
}

QString LeadListModel::columnKey(int column)
{
    return column < 0 || column >= columnTotal ? QString() : QString(QLatin1String(heads[column].key));
}

int LeadListModel::columnOf(const QString& key)
{
    for (int column = 0; column < columnTotal; ++column) {
        if (key == QLatin1String(heads[column].key)) {
            return column;
        }
    }
    return -1;
}

bool LeadListModel::isNumeric(int column)
{
    return column >= 0 && column < columnTotal && heads[column].numeric;
}

int LeadListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_impl->rows.size());
}

int LeadListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columnTotal);
}

QVariant LeadListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const LeadTable::Row row = m_impl->rows[static_cast<std::size_t>(index.row())];
    if (!m_impl->store.table().isLive(row)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return m_impl->cell(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return m_impl->cell(row, index.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column and value")
            .arg(tr(heads[index.column()].title), m_impl->cell(row, index.column()).toString());
    default:
        return m_impl->presenter.data(row, role);
    }
}

QVariant LeadListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnTotal) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return tr(heads[section].title);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft));
    }
    return {};
}

Qt::ItemFlags LeadListModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

QHash<int, QByteArray> LeadListModel::roleNames() const
{
    return leadRoleNames();
}

void LeadListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnTotal) {
        column = Name;
        order = Qt::AscendingOrder;
    }
    if (column != m_impl->column || order != m_impl->direction) {
        m_impl->column = column;
        m_impl->direction = order;
        m_impl->resort();
    }
}

} // namespace keyturn
