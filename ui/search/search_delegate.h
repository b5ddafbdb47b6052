// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/search_marks.h"
#include "ui/kit/theme.h"

#include <QStyledItemDelegate>

namespace keyturn {

/// Paints what was found: above the first of a kind its head; then icon, title and the lead it is about on one line,
/// the text around the words on the next, the words marked in both.
class SearchDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 56;
    static constexpr int headHeight = 34;

    explicit SearchDelegate(Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    /// Answers where the text ends.
    int paintMarked(QPainter& painter, const QRect& rect, const QString& text, const TextRanges& marks, TextStyle plain,
                    TextStyle marked, const QColor& color) const;

    Theme& m_theme;
};

} // namespace keyturn
