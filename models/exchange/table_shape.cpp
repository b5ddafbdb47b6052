// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/table_shape.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace keyturn {

namespace {

int filledCells(const QStringList& row)
{
    return static_cast<int>(
        std::count_if(row.begin(), row.end(), [](const QString& cell) { return !cell.trimmed().isEmpty(); }));
}

// The usual number of cells that say something.
int usualWidth(const std::vector<QStringList>& rows)
{
    std::vector<int> widths;
    for (const QStringList& row : rows) {
        if (const int filled = filledCells(row); filled > 0) {
            widths.push_back(filled);
        }
    }
    if (widths.empty()) {
        return 0;
    }
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    return *middle;
}

bool looksLikeData(const QString& cell)
{
    static const QRegularExpression data(
        QStringLiteral(
            R"(^(?:[-+(]?[$€£]?\s*\d[\d.,' ]*\)?%?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|[+(]?\d[\d ().-]{6,}|\S+@\S+\.\S+|https?://\S+|true|false|yes|no)$)"),
        QRegularExpression::CaseInsensitiveOption);
    return data.match(cell).hasMatch();
}

bool looksLikeHeader(const QStringList& row)
{
    QSet<QString> seen;
    int named = 0;
    for (const QString& cell : row) {
        const QString name = cell.trimmed();
        if (name.isEmpty()) {
            continue;
        }
        if (looksLikeData(name) || name.size() > 200) {
            return false;
        }
        seen.insert(name.toCaseFolded());
        ++named;
    }
    // Exports do call two columns "Phone"; a row of equal words is data.
    return named > 0 && seen.size() * 3 >= named * 2;
}

// A header above rows that look just like it is no header: a list of names of people, say.
bool differsFromBelow(const std::vector<QStringList>& rows, int header)
{
    const QStringList& top = rows[static_cast<size_t>(header)];
    int below = 0;
    int withData = 0;
    for (size_t i = static_cast<size_t>(header) + 1; i < rows.size(); ++i) {
        if (filledCells(rows[i]) == 0) {
            continue;
        }
        ++below;
        const bool data = std::any_of(rows[i].begin(), rows[i].end(),
                                      [](const QString& cell) { return looksLikeData(cell.trimmed()); });
        withData += data ? 1 : 0;
    }
    if (below == 0 || withData * 2 >= below) {
        return true;
    }
    static const QRegularExpression known(
        QStringLiteral("name|mail|phone|address|city|state|zip|company|street|title|id$|date|amount|type|source|status|"
                       "stage|owner|note|value|nombre|correo|column|field"),
        QRegularExpression::CaseInsensitiveOption);
    const bool usual = std::any_of(top.begin(), top.end(), [](const QString& cell) { return cell.contains(known); });
    if (usual) {
        return true;
    }
    // Single short words over longer texts.
    qsizetype longestAbove = 0;
    for (const QString& cell : top) {
        longestAbove = std::max(longestAbove, cell.trimmed().size());
    }
    qsizetype longestBelow = 0;
    for (size_t i = static_cast<size_t>(header) + 1; i < rows.size(); ++i) {
        for (const QString& cell : rows[i]) {
            longestBelow = std::max(longestBelow, cell.trimmed().size());
        }
    }
    return longestBelow > 3 * longestAbove;
}

} // namespace

TableShape shapeOf(const std::vector<QStringList>& firstRows, int skippedRows, bool hasHeader)
{
    TableShape shape;
    shape.skippedRows = std::clamp(skippedRows, 0, static_cast<int>(firstRows.size()));
    shape.hasHeader = hasHeader && shape.skippedRows < static_cast<int>(firstRows.size());
    qsizetype width = 0;
    for (size_t i = static_cast<size_t>(shape.skippedRows); i < firstRows.size(); ++i) {
        width = std::max(width, firstRows[i].size());
    }
    QHash<QString, int> uses;
    for (qsizetype column = 0; column < width; ++column) {
        QString name;
        if (shape.hasHeader) {
            name = firstRows[static_cast<size_t>(shape.skippedRows)].value(column).simplified();
        }
        if (!name.isEmpty()) {
            const int use = ++uses[name.toCaseFolded()];
            if (use > 1) {
                name += QStringLiteral(" (%1)").arg(use);
            }
        }
        shape.columns.append(name);
    }
    return shape;
}

TableShape guessShape(const std::vector<QStringList>& firstRows)
{
    const int usual = usualWidth(firstRows);
    int first = 0;
    // Titles: rows with far fewer cells than the table has, and the empty ones around them.
    while (first < static_cast<int>(firstRows.size())) {
        const int filled = filledCells(firstRows[static_cast<size_t>(first)]);
        if (filled > 0 && (usual < 3 || filled * 2 >= usual)) {
            break;
        }
        ++first;
    }
    if (first == static_cast<int>(firstRows.size())) {
        return shapeOf(firstRows, 0, false);
    }
    const bool header = looksLikeHeader(firstRows[static_cast<size_t>(first)]) && differsFromBelow(firstRows, first);
    return shapeOf(firstRows, first, header);
}

} // namespace keyturn
