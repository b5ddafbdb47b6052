// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;

namespace keyturn {

/// Fields in equal columns, 12 px apart, filled row by row. Hidden fields leave no hole.
class FormGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FormGrid(int columns, QWidget* parent = nullptr);

    /// `span` columns wide, at most all of them.
    void add(QWidget* field, int span = 1);
    void setShown(QWidget* field, bool shown);
    void clear();

private:
    void arrange();

    struct Cell
    {
        QWidget* widget;
        int span;
        bool shown;
    };
    int m_columns;
    QGridLayout* m_grid;
    std::vector<Cell> m_cells;
};

} // namespace keyturn
