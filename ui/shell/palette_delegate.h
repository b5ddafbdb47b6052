// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/palette_model.h"
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
    /// How plain and matched letters look; without `marks` both have the plain colour.
    struct Letters
    {
        TextStyle plain;
        TextStyle matched;
        QColor color;
        bool marks;
    };
    int paintMatched(QPainter& painter, const QRect& rect, const QString& text, const PaletteModel::Ranges& matches,
                     const Letters& letters) const;

    Theme& m_theme;
};

} // namespace keyturn
