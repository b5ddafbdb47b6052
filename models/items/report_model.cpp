// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/report_model.h"

#include "models/items/day_frame.h"
#include "models/items/report_text.h"
#include "models/items/role_names.h"
#include "models/workspace/when_ready.h"

#include <algorithm>
#include <numeric>

namespace keyturn {

namespace {

using Kind = ReportColumn::Kind;

bool isNumber(Kind kind)
{
    switch (kind) {
    case Kind::Count:
    case Kind::Money:
    case Kind::Percent:
    case Kind::Days:
    case Kind::Minutes:
        return true;
    default:
        return false;
    }
}

} // namespace

ReportModel::ReportModel(Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{}

ReportModel::~ReportModel()
{
    if (m_outdated) {
        *m_outdated = true;
    }
}

void ReportModel::setShown(const QStringList& columns)
{
    beginResetModel();
    m_shown = columns;
    arrange();
    endResetModel();
}

void ReportModel::arrange()
{
    m_columns.clear();
    if (m_shown.isEmpty()) {
        m_columns.resize(m_table.columns.size());
        std::iota(m_columns.begin(), m_columns.end(), 0);
        return;
    }
    for (const QString& key : m_shown) {
        m_columns.push_back(m_table.column(key));
    }
}

void ReportModel::ask(const ReportRequest& request)
{
    if (m_outdated) {
        *m_outdated = true;
    }
    m_outdated = std::make_shared<std::atomic_bool>(false);
    ReportRequest asked = request;
    asked.outdated = m_outdated;
    Q_EMIT progressed();
    whenReady(m_workspace.report(asked), this, [this, mine = m_outdated](const Result<ReportTable>& answer) {
        if (mine != m_outdated) {
            return; // somebody asked again
        }
        m_outdated = nullptr;
        if (answer) {
            setTable(*answer);
        } else if (answer.error().kind != Error::Kind::Cancelled) {
            Q_EMIT failed(answer.error());
        }
        Q_EMIT progressed();
    });
}

void ReportModel::cancel()
{
    if (m_outdated) {
        *m_outdated = true;
        m_outdated = nullptr;
        Q_EMIT progressed();
    }
}

bool ReportModel::isLess(const QVariant& a, const QVariant& b) const
{
    if (a.userType() == QMetaType::QString) {
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    }
    return a.userType() == QMetaType::QDate ? a.toDate() < b.toDate() : a.toDouble() < b.toDouble();
}

std::vector<std::size_t> ReportModel::sorted(const ReportTable& table) const
{
    std::vector<std::size_t> order(table.rows.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const int by = m_sortedBy.isEmpty() ? -1 : table.column(m_sortedBy);
    if (by < 0) {
        return order;
    }
    const auto column = static_cast<std::size_t>(by);
    const Kind kind = table.columns[column].kind;
    if (kind == Kind::Stage) {
        // A stage stands where the pipeline has it: that is the order of the report.
        if (m_sortOrder == Qt::DescendingOrder) {
            std::ranges::reverse(order);
        }
        return order;
    }
    const bool isWord = kind == Kind::Source || kind == Kind::ActivityType || kind == Kind::User;
    std::vector<QVariant> values;
    values.reserve(table.rows.size());
    for (const ReportTable::Row& row : table.rows) {
        // Words are sorted as they are read.
        values.push_back(isWord ? QVariant(textOf(row[column], table.columns[column], true)) : row[column]);
    }
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        if (!values[a].isValid() || !values[b].isValid()) {
            return values[a].isValid() && !values[b].isValid(); // what is not known comes last, both ways
        }
        return m_sortOrder == Qt::AscendingOrder ? isLess(values[a], values[b]) : isLess(values[b], values[a]);
    });
    return order;
}

ReportTable ReportModel::wanted(const ReportTable& table) const
{
    if (!m_isWanted) {
        return table;
    }
    ReportTable some = table;
    some.rows.clear();
    some.keys.clear();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (m_isWanted(table.keys[row])) {
            some.rows.push_back(table.rows[row]);
            some.keys.push_back(table.keys[row]);
        }
    }
    some.rowCount -= std::ssize(table.rows) - std::ssize(some.rows);
    return some;
}

void ReportModel::setTable(const ReportTable& all)
{
    const ReportTable table = wanted(all);
    m_loaded = true;
    const std::vector<std::size_t> order = sorted(table);
    bool isSame = table.columns == m_table.columns && order.size() == m_order.size() &&
                  table.sums.has_value() == m_table.sums.has_value();
    for (std::size_t i = 0; isSame && i < order.size(); ++i) {
        isSame = table.keys[order[i]] == m_table.keys[m_order[i]];
    }
    if (isSame) {
        m_table = table;
        m_order = order;
        if (rowCount() > 0 && columnCount() > 0) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
        return;
    }
    if (table.columns != m_table.columns) {
        beginResetModel();
        m_table = table;
        m_order = order;
        arrange();
        endResetModel();
        return;
    }
    take(table);
}

/// Other rows than before, of the same columns: those that stay keep whoever points at them.
void ReportModel::take(const ReportTable& table)
{
    if (m_table.sums && !table.sums) {
        beginRemoveRows({}, entryCount(), entryCount());
        m_table.sums.reset();
        endRemoveRows();
    }
    for (int row = entryCount() - 1; row >= 0; --row) {
        const QString& key = m_table.keys[m_order[static_cast<std::size_t>(row)]];
        if (std::ranges::find(table.keys, key) == table.keys.end()) {
            beginRemoveRows({}, row, row);
            m_order.erase(m_order.begin() + row);
            endRemoveRows();
        }
    }
    QHash<QString, int> before; // where the rows that stay are
    for (int row = 0; row < entryCount(); ++row) {
        before.insert(m_table.keys[m_order[static_cast<std::size_t>(row)]], row);
    }
    const std::vector<std::size_t> order = sorted(table);
    std::vector<std::size_t> kept;
    std::vector<std::size_t> added;
    std::vector<int> place(m_order.size()); // row before → row among those that stay, as they will be sorted
    for (const std::size_t row : order) {
        const auto known = before.constFind(table.keys[row]);
        if (known == before.cend()) {
            added.push_back(row);
        } else {
            place[static_cast<std::size_t>(*known)] = static_cast<int>(kept.size());
            kept.push_back(row);
        }
    }
    Q_EMIT layoutAboutToBeChanged();
    const bool hadSums = m_table.sums.has_value();
    m_table = table;
    if (!hadSums) {
        m_table.sums.reset();
    }
    m_order = kept;
    const QModelIndexList old = persistentIndexList();
    QModelIndexList moved;
    for (const QModelIndex& one : old) {
        const bool isSum = one.row() >= static_cast<int>(place.size());
        moved.append(isSum ? index(static_cast<int>(kept.size()), one.column())
                           : index(place[static_cast<std::size_t>(one.row())], one.column()));
    }
    changePersistentIndexList(old, moved);
    Q_EMIT layoutChanged();
    for (const std::size_t row : added) {
        const auto at = std::ranges::find(order, row) - order.begin();
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
        m_order.insert(m_order.begin() + at, row);
        endInsertRows();
    }
    if (!hadSums && table.sums) {
        beginInsertRows({}, entryCount(), entryCount());
        m_table.sums = table.sums;
        endInsertRows();
    }
    if (rowCount() > 0 && columnCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

const ReportTable::Row& ReportModel::rowAt(int row) const
{
    return row < entryCount() ? m_table.rows[m_order[static_cast<std::size_t>(row)]] : *m_table.sums;
}

QVariant ReportModel::value(int row, const QString& column) const
{
    const int place = m_table.column(column);
    return place < 0 || row < 0 || row >= rowCount() ? QVariant() : rowAt(row)[static_cast<std::size_t>(place)];
}

QString ReportModel::textOf(const QVariant& value, const ReportColumn& column, bool exact) const
{
    const QTimeZone zone = userZone(m_workspace.catalogue());
    return exact ? ReportText::exactCell(value, column, m_workspace.catalogue(), zone)
                 : ReportText::cell(value, column, m_workspace.catalogue(), zone);
}

int ReportModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : entryCount() + (m_table.sums ? 1 : 0);
}

int ReportModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_table.columns.empty() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ReportModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const int place = m_columns[static_cast<std::size_t>(index.column())];
    const bool isSum = index.row() >= entryCount();
    const auto key = [&] { return isSum ? QString() : m_table.keys[m_order[static_cast<std::size_t>(index.row())]]; };
    if (role == RowKey) {
        return key();
    }
    if (role == IsSum) {
        return isSum;
    }
    if (role == Lead) {
        return QVariant::fromValue(
            isSum ? LeadId() : LeadId::fromString(value(index.row(), QStringLiteral("lead_id")).toString()));
    }
    if (place < 0) {
        return role == ColumnKey ? QVariant(m_shown[index.column()]) : QVariant();
    }
    const ReportColumn& column = m_table.columns[static_cast<std::size_t>(place)];
    const QVariant& raw = rowAt(index.row())[static_cast<std::size_t>(place)];
    const bool isEmptySum = isSum && !raw.isValid();
    switch (role) {
    case Qt::DisplayRole:
        return isEmptySum ? (index.column() == 0 ? ReportText::sumWord() : QString()) : textOf(raw, column, false);
    case ExactText:
        return isEmptySum ? QString() : textOf(raw, column, true);
    case Qt::ToolTipRole: {
        const QString exact = isEmptySum ? QString() : textOf(raw, column, true);
        return exact == textOf(raw, column, false) ? QVariant() : QVariant(exact);
    }
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(ReportText::column(column.key),
                                            isEmptySum ? ReportText::sumWord() : textOf(raw, column, true));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((isNumber(column.kind) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case RawValue:
        return raw;
    case ColumnKey:
        return column.key;
    case ColumnKind:
        return static_cast<int>(column.kind);
    case Opens:
        return column.opens && raw.isValid() && (column.kind != Kind::Count || raw.toLongLong() > 0);
    default:
        return {};
    }
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const int place = m_columns[static_cast<std::size_t>(section)];
    if (place < 0) {
        return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    }
    const ReportColumn& column = m_table.columns[static_cast<std::size_t>(place)];
    if (role == Qt::DisplayRole) {
        return ReportText::column(column.key);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::Alignment((isNumber(column.kind) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    return {};
}

QHash<int, QByteArray> ReportModel::roleNames() const
{
    return withRoleNames<Role>(QAbstractTableModel::roleNames());
}

void ReportModel::sort(int column, Qt::SortOrder order)
{
    const int place = column < 0 || column >= columnCount() ? -1 : m_columns[static_cast<std::size_t>(column)];
    m_sortedBy = place < 0 ? QString() : m_table.columns[static_cast<std::size_t>(place)].key;
    m_sortOrder = order;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const std::vector<std::size_t> wanted = sorted(m_table);
    std::vector<int> placeOf(wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        placeOf[wanted[i]] = static_cast<int>(i);
    }
    const QModelIndexList old = persistentIndexList();
    QModelIndexList moved;
    for (const QModelIndex& one : old) {
        moved.append(one.row() >= entryCount()
                         ? one
                         : index(placeOf[m_order[static_cast<std::size_t>(one.row())]], one.column()));
    }
    m_order = wanted;
    changePersistentIndexList(old, moved);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace keyturn
