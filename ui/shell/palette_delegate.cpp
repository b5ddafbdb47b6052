// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_delegate.h"

#include "models/items/palette_model.h"
#include "ui/kit/key_cap.h"
#include "ui/kit/paint.h"

#include <algorithm>

namespace keyturn {

PaletteDelegate::PaletteDelegate(Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool head = !index.data(PaletteModel::SectionTitle).toString().isEmpty();
    return {option.rect.width(), rowHeight + (head ? headHeight : 0)};
}

int PaletteDelegate::paintTitle(QPainter& painter, const QRect& rect, const QModelIndex& index, bool enabled) const
{
    const Colors& c = m_theme.colors();
    const QString title = index.data(PaletteModel::Title).toString();
    const auto matches = index.data(PaletteModel::Matches).value<PaletteModel::Ranges>();
    int x = rect.left();
    qsizetype at = 0;
    const auto piece = [&](qsizetype from, qsizetype length, bool matched) {
        if (length <= 0 || x >= rect.right()) {
            return;
        }
        const TextStyle style = matched ? TextStyle::BodyStrong : TextStyle::Body;
        const QColor color = !enabled ? c.text3 : (matched ? c.accentText : c.text);
        x += paint::text(painter, m_theme, style, QRect(x, rect.top(), rect.right() - x, rect.height()),
                         title.mid(from, length), color);
    };
    for (const auto& [start, length] : matches) {
        if (start < at || start > title.size()) {
            continue;
        }
        piece(at, start - at, false);
        piece(start, length, true);
        at = start + length;
    }
    piece(at, title.size() - at, false);
    return x;
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors& c = m_theme.colors();
    QRect row = option.rect;
    const QString head = index.data(PaletteModel::SectionTitle).toString();
    if (!head.isEmpty()) {
        paint::text(*painter, m_theme, TextStyle::SmallStrong,
                    QRect(row.left() + 16, row.top() + 4, row.width() - 32, headHeight - 4), head, c.text2);
        row.setTop(row.top() + headHeight);
    }
    const bool enabled = index.data(PaletteModel::Enabled).toBool();
    const bool selected = option.state & QStyle::State_Selected;
    const bool lead = index.data(PaletteModel::KindValue).toInt() == static_cast<int>(PaletteModel::Kind::Lead);
    if (selected) {
        paint::roundedRect(*painter, row, 6, c.soft);
    } else if (option.state & QStyle::State_MouseOver) {
        paint::roundedRect(*painter, row, 6, c.hover);
    }
    paint::icon(*painter, index.data(PaletteModel::Icon).toString(),
                QRect(row.left() + 16, row.top(), 16, row.height()), 16, selected ? c.accentText : c.text2);
    int right = row.right() - 12;
    QStringList keys = index.data(PaletteModel::Keys).toStringList();
    if (keys.isEmpty() && selected) {
        keys = {lead ? QStringLiteral("Enter") : QString()};
    }
    for (auto it = keys.crbegin(); it != keys.crend(); ++it) {
        if (it->isEmpty()) {
            continue;
        }
        const QSize size = keyCapSize(m_theme, *it);
        right -= size.width();
        paintKeyCap(*painter, m_theme, QRect(QPoint(right, row.top() + (row.height() - size.height()) / 2), size), *it);
        right -= 5;
    }
    const QRect words(row.left() + 44, row.top(), std::max(0, right - 8 - row.left() - 44), row.height());
    const int end = paintTitle(*painter, words, index, enabled);
    paint::text(*painter, m_theme, TextStyle::Small, QRect(end + 12, row.top(), words.right() - end - 12, row.height()),
                index.data(PaletteModel::Hint).toString(), c.text2);
}

} // namespace keyturn
