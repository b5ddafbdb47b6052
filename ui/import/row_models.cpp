// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/row_models.h"

#include <QLocale>

namespace keyturn {

void PreviewModel::show(const TableLook& look)
{
    beginResetModel();
    m_columns = look.shape.columns;
    m_rows = look.firstRows;
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const QString text = m_rows[static_cast<size_t>(index.row())].value(index.column());
    if (role == Qt::DisplayRole) {
        return text.simplified();
    }
    return role == Qt::ToolTipRole ? QVariant(text) : QVariant();
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const QString name = m_columns.value(section);
    return name.isEmpty() ? tr("Column %1").arg(section + 1) : name;
}

ReasonModel::ReasonModel(Theme& theme, QObject* parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{}

void ReasonModel::show(const ImportReport& report)
{
    beginResetModel();
    m_failed.clear();
    m_skipped.clear();
    m_aside.clear();
    for (const RowOutcome& outcome : report.failed) {
        m_failed.push_back({outcome.line, tr("Failed"), outcome.message});
    }
    for (const RowOutcome& outcome : report.outcomes) {
        if (outcome.kind == RowOutcome::Kind::Skipped) {
            m_skipped.push_back({outcome.line, tr("Skipped"), outcome.message});
        }
    }
    for (const CellProblem& problem : report.problems) {
        m_aside.push_back({problem.line, problem.column, problem.message});
    }
    m_kind = !m_failed.empty() ? Kind::Failed : (!m_skipped.empty() ? Kind::Skipped : Kind::KeptAside);
    endResetModel();
}

void ReasonModel::show(const std::vector<RowOutcome>& left)
{
    beginResetModel();
    m_failed.clear();
    m_skipped.clear();
    m_aside.clear();
    for (const RowOutcome& outcome : left) {
        m_failed.push_back({0, tr("Left as it is"), outcome.message});
    }
    m_kind = Kind::Failed;
    endResetModel();
}

void ReasonModel::setKind(Kind kind)
{
    if (kind != m_kind) {
        beginResetModel();
        m_kind = kind;
        endResetModel();
    }
}

int ReasonModel::count(Kind kind) const
{
    const auto& list = kind == Kind::Failed ? m_failed : (kind == Kind::Skipped ? m_skipped : m_aside);
    return static_cast<int>(list.size());
}

const std::vector<ReasonModel::Entry>& ReasonModel::shown() const
{
    return m_kind == Kind::Failed ? m_failed : (m_kind == Kind::Skipped ? m_skipped : m_aside);
}

int ReasonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(shown().size());
}

int ReasonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant ReasonModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry& entry = shown()[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (index.column() == Line) {
            return entry.line > 0 ? QLocale().toString(entry.line) : QString();
        }
        return index.column() == What ? entry.what : entry.reason;
    case Qt::ForegroundRole:
        if (index.column() == What && m_kind == Kind::Failed) {
            return m_theme.colors().red;
        }
        return index.column() == Reason ? m_theme.colors().text : m_theme.colors().text2;
    case Qt::TextAlignmentRole:
        return int((index.column() == Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ReasonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Line:
        return tr("Line");
    case What:
        return m_kind == Kind::KeptAside ? tr("Column") : tr("Result");
    default:
        return tr("Reason");
    }
}

} // namespace keyturn
