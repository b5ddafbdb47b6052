// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QStyledItemDelegate>

namespace keyturn {

/// Paints the rows of the command palette: a section head above the first row of a section, then icon, title with the
/// matched letters marked, hint, and the keys at the right.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 40;
    static constexpr int headHeight = 30;

    explicit PaletteDelegate(Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int paintTitle(QPainter& painter, const QRect& rect, const QModelIndex& index, bool enabled) const;

    Theme& m_theme;
};

} // namespace keyturn
