// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_delegate.h"

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

// The text with its matched letters strong; answers where it ends.
int PaletteDelegate::paintMatched(QPainter& painter, const QRect& rect, const QString& text,
                                  const PaletteModel::Ranges& matches, const Letters& letters) const
{
    int x = rect.left();
    qsizetype at = 0;
    const auto piece = [&](qsizetype from, qsizetype length, bool matched) {
        if (length <= 0 || x >= rect.right()) {
            return;
        }
        x += paint::text(painter, m_theme, matched ? letters.matched : letters.plain,
                         QRect(x, rect.top(), rect.right() - x, rect.height()), text.mid(from, length),
                         matched && letters.marks ? m_theme.colors().accentText : letters.color);
    };
    for (const auto& [start, length] : matches) {
        if (start < at || start > text.size()) {
            continue;
        }
        piece(at, start - at, false);
        piece(start, length, true);
        at = start + length;
    }
    piece(at, text.size() - at, false);
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
    const auto kind = static_cast<PaletteModel::Kind>(index.data(PaletteModel::KindValue).toInt());
    const bool opens =
        kind == PaletteModel::Kind::Lead || kind == PaletteModel::Kind::Found || kind == PaletteModel::Kind::SearchAll;
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
        keys = {opens ? QStringLiteral("Enter") : QString()};
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
    int x = paintMatched(*painter, words, index.data(PaletteModel::Title).toString(),
                         index.data(PaletteModel::Matches).value<PaletteModel::Ranges>(),
                         {TextStyle::Body, TextStyle::BodyStrong, enabled ? c.text : c.text3, enabled}) +
            12;
    const QString stage = index.data(PaletteModel::StageColor).toString();
    if (!stage.isEmpty() && x + 14 < words.right()) {
        paint::roundedRect(*painter, QRectF(x, row.top() + row.height() / 2 - 4, 8, 8), 4, m_theme.stageDot(stage));
        x += 14;
    }
    paintMatched(*painter, QRect(x, row.top(), words.right() - x, row.height()),
                 index.data(PaletteModel::Hint).toString(),
                 index.data(PaletteModel::HintMatches).value<PaletteModel::Ranges>(),
                 {TextStyle::Small, TextStyle::SmallStrong, c.text2, enabled});
}

} // namespace keyturn
