// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/row_models.h"

#include <QLocale>

namespace keyturn {

namespace {

constexpr size_t namedLines = 100;

QString lineNumbers(const std::vector<qint64>& lines, qint64 total)
{
    if (lines.front() == 0) {
        return {}; // not from a file
    }
    const QLocale locale;
    QStringList numbers;
    for (const qint64 line : lines) {
        numbers.append(locale.toString(line));
    }
    const QString more = total > qint64(lines.size()) ? QStringLiteral(" \u2026") : QString();
    return numbers.join(QStringLiteral(", ")) + more;
}

} // namespace

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

void ReasonModel::Entries::add(qint64 line, const QString& what, const QString& reason)
{
    const auto place = places.find({what, reason});
    if (place == places.end()) {
        places.insert({what, reason}, list.size());
        list.push_back({{line}, 1, what, reason});
    } else {
        Entry& entry = list[*place];
        ++entry.total;
        if (entry.lines.size() < namedLines) {
            entry.lines.push_back(line);
        }
    }
    ++total;
}

void ReasonModel::clear()
{
    m_failed = {};
    m_skipped = {};
    m_aside = {};
}

void ReasonModel::show(const ImportReport& report)
{
    beginResetModel();
    clear();
    for (const RowOutcome& outcome : report.failed) {
        m_failed.add(outcome.line, tr("Failed"), outcome.message);
    }
    for (const RowOutcome& outcome : report.outcomes) {
        if (outcome.kind == RowOutcome::Kind::Skipped) {
            m_skipped.add(outcome.line, tr("Skipped"), outcome.message);
        }
    }
    for (const CellProblem& problem : report.problems) {
        m_aside.add(problem.line, problem.column, problem.message);
    }
    m_kind = m_failed.total > 0 ? Kind::Failed : (m_skipped.total > 0 ? Kind::Skipped : Kind::KeptAside);
    endResetModel();
}

void ReasonModel::show(const std::vector<RowOutcome>& left)
{
    beginResetModel();
    clear();
    for (const RowOutcome& outcome : left) {
        m_failed.add(0, tr("Left as it is"), outcome.message);
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

qint64 ReasonModel::count(Kind kind) const
{
    return of(kind).total;
}

const ReasonModel::Entries& ReasonModel::of(Kind kind) const
{
    return kind == Kind::Failed ? m_failed : (kind == Kind::Skipped ? m_skipped : m_aside);
}

int ReasonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(of(m_kind).list.size());
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
    const Entry& entry = of(m_kind).list[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Line:
            return role == Qt::ToolTipRole ? lineNumbers(entry.lines, entry.total)
                                           : lineNumbers({entry.lines.front()}, entry.total);
        case Rows:
            return QLocale().toString(entry.total);
        case What:
            return entry.what;
        default:
            return entry.reason;
        }
    case Qt::ForegroundRole:
        if (index.column() == What && m_kind == Kind::Failed) {
            return m_theme.colors().red;
        }
        return index.column() == Reason ? m_theme.colors().text : m_theme.colors().text2;
    case Qt::TextAlignmentRole:
        return int((index.column() <= Rows ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
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
        return int((section <= Rows ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Line:
        return tr("Line");
    case Rows:
        return m_kind == Kind::KeptAside ? tr("Cells") : tr("Rows");
    case What:
        return m_kind == Kind::KeptAside ? tr("Column") : tr("Result");
    default:
        return tr("Reason");
    }
}

} // namespace keyturn
