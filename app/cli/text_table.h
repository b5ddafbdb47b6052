// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace keyturn::cli {

/// Text as a terminal may safely show it: no control characters, no escape sequences, no direction overrides, one line.
QString oneLine(const QString& text);

/// Columns that a terminal needs for `text`: wide letters count two, combining ones none.
int displayWidth(const QString& text);

/// Rows of cells in aligned columns, for people.
class TextTable
{
public:
    enum class Align { Left, Right };

    void addColumn(const QString& title, Align align = Align::Left);
    void addRow(const QStringList& cells);
    /// A line between the rows before and after, for sums.
    void addRule() { m_rules.push_back(m_rows.size()); }

    /// Every line ended. No trailing blanks.
    [[nodiscard]] QString toText() const;

private:
    struct Column
    {
        QString title;
        Align align = Align::Left;
    };
    std::vector<Column> m_columns;
    std::vector<QStringList> m_rows;
    std::vector<std::size_t> m_rules;
};

} // namespace keyturn::cli
