// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_list_model.h"
#include "ui/leadkit/lettering.h"

#include <QStyledItemDelegate>

#include <memory>

namespace keyturn {

/// Paints one cell of the leads table: name with its do-not-contact mark, stage with its dot, figures at the right, the
/// selected row in the soft accent with a bar at its left.
class LeadsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 38;
    static constexpr int padding = 12;

    LeadsDelegate(Theme& theme, LeadStore& store, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setHoveredRow(int row) { m_hovered = row; }
    /// The column that is shown first carries the bar of the selected row.
    void setFirstColumn(int column) { m_firstColumn = column; }

private:
    [[nodiscard]] QColor stageDot(const QModelIndex& index) const;

    Theme& m_theme;
    LeadStore& m_store;
    std::unique_ptr<Lettering> m_letters;
    int m_hovered = -1;
    int m_firstColumn = LeadListModel::Name;
};

} // namespace keyturn
