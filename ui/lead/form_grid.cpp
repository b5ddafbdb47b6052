// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/form_grid.h"

#include <QGridLayout>

#include <algorithm>

namespace keyturn {

FormGrid::FormGrid(int columns, QWidget* parent)
    : QWidget(parent)
    , m_columns(columns)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(12);
    for (int column = 0; column < columns; ++column) {
        m_grid->setColumnStretch(column, 1);
        m_grid->setColumnMinimumWidth(column, 0);
    }
}

void FormGrid::add(QWidget* field, int span)
{
    if (field == nullptr) {
        return;
    }
    field->setParent(this);
    field->setMinimumWidth(0);
    field->show();
    m_cells.push_back({field, std::min(span, m_columns), true});
    arrange();
}

void FormGrid::setShown(QWidget* field, bool shown)
{
    for (Cell& cell : m_cells) {
        if (cell.widget == field && cell.shown != shown) {
            cell.shown = shown;
            cell.widget->setVisible(shown);
            arrange();
            return;
        }
    }
}

void FormGrid::clear()
{
    for (const Cell& cell : m_cells) {
        cell.widget->deleteLater();
        cell.widget->hide();
    }
    m_cells.clear();
}

void FormGrid::arrange()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item;
    }
    int row = 0;
    int column = 0;
    QWidget* before = nullptr;
    for (const Cell& cell : m_cells) {
        if (!cell.shown) {
            continue;
        }
        if (column + cell.span > m_columns) {
            column = 0;
            ++row;
        }
        m_grid->addWidget(cell.widget, row, column, 1, cell.span, Qt::AlignTop);
        column += cell.span;
        if (before != nullptr) {
            setTabOrder(before, cell.widget);
        }
        before = cell.widget;
    }
}

} // namespace keyturn
