// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QTableView>

namespace keyturn {

/// A plain table of the page: rows of 32 px with a line below each, whole rows selected, nothing to edit.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    RowTable(Theme& theme, QAbstractItemModel& model, QWidget* parent = nullptr);

    /// Each column as wide as its first rows want, within bounds.
    void fitColumns(int least, int most);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
};

} // namespace keyturn
