// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QStyledItemDelegate>

namespace keyturn {

/// A pair of the list: both names, how alike they are, and why.
class PairDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PairDelegate(Theme& theme, QObject* parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Theme& m_theme;
};

} // namespace keyturn
