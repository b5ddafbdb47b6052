// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace keyturn {

/// One row of a table as it stands in a file. The cells share one text, so that reading a million rows does not mean
/// ten million small allocations; a row is meant to be filled again and again.
class TableRow
{
public:
    [[nodiscard]] int size() const { return static_cast<int>(m_ends.size()); }
    [[nodiscard]] bool isEmpty() const { return m_ends.empty(); }
    /// Without blanks around it; empty beyond the last cell.
    [[nodiscard]] QStringView trimmed(int index) const { return cell(index).trimmed(); }
    /// As written; empty beyond the last cell. Valid until the row is filled again.
    [[nodiscard]] QStringView cell(int index) const
    {
        if (index < 0 || index >= size()) {
            return {};
        }
        const qsizetype from = index == 0 ? 0 : m_ends[static_cast<size_t>(index) - 1];
        return QStringView(m_text).mid(from, m_ends[static_cast<size_t>(index)] - from);
    }
    [[nodiscard]] QStringList cells() const;
    /// True if no cell holds anything but blanks.
    [[nodiscard]] bool isBlank() const { return QStringView(m_text).trimmed().isEmpty(); }
    /// Where it begins in the file: the line of a text, the row of a spreadsheet. From 1.
    [[nodiscard]] qint64 line() const { return m_line; }

    // For readers
    void begin(qint64 line)
    {
        m_text.resize(0);
        m_ends.clear();
        m_line = line;
    }
    void append(QStringView part) { m_text.append(part); }
    void append(QChar letter) { m_text.append(letter); }
    /// What the cell under way holds so far.
    [[nodiscard]] QStringView open() const { return QStringView(m_text).mid(m_ends.empty() ? 0 : m_ends.back()); }
    void dropOpen() { m_text.truncate(m_ends.empty() ? 0 : m_ends.back()); }
    void endCell() { m_ends.push_back(m_text.size()); }

private:
    QString m_text;
    std::vector<qsizetype> m_ends;
    qint64 m_line = 0;
};

} // namespace keyturn
