// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/search_delegate.h"

#include "models/items/search_model.h"
#include "ui/kit/paint.h"

#include <algorithm>

namespace keyturn {

namespace {
constexpr int margin = 20;
constexpr int textLeft = margin + 28;
constexpr int whenWidth = 130;
} // namespace

SearchDelegate::SearchDelegate(Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool head = !index.data(SearchModel::SectionTitle).toString().isEmpty();
    return {option.rect.width(), rowHeight + (head ? headHeight : 0)};
}

int SearchDelegate::paintMarked(QPainter& painter, const QRect& rect, const QString& text, const TextRanges& marks,
                                TextStyle plain, TextStyle marked, const QColor& color) const
{
    int x = rect.left();
    qsizetype at = 0;
    const auto piece = [&](qsizetype from, qsizetype length, bool isMark) {
        if (length > 0 && x < rect.right()) {
            x += paint::text(painter, m_theme, isMark ? marked : plain,
                             QRect(x, rect.top(), rect.right() - x, rect.height()), text.mid(from, length),
                             isMark ? m_theme.colors().accentText : color);
        }
    };
    for (const auto& [start, length] : marks) {
        piece(at, start - at, false);
        piece(start, length, true);
        at = start + length;
    }
    piece(at, text.size() - at, false);
    return x;
}

void SearchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors& c = m_theme.colors();
    QRect row = option.rect;
    const QString head = index.data(SearchModel::SectionTitle).toString();
    if (!head.isEmpty()) {
        paint::text(*painter, m_theme, TextStyle::SmallStrong,
                    QRect(row.left() + margin, row.top() + 8, row.width() - 2 * margin, headHeight - 8), head, c.text2);
        row.setTop(row.top() + headHeight);
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(row, selected ? c.soft : option.state.testFlag(QStyle::State_MouseOver) ? c.hover : c.base);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), c.line);
    if (selected) {
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), c.accentLine);
    }
    const QRect first(row.left() + textLeft, row.top() + 8, row.width() - textLeft - margin, 20);
    const QRect second(first.left(), first.bottom() + 1, first.width(), 18);
    paint::icon(*painter, index.data(SearchModel::Icon).toString(), QRect(row.left() + margin, first.top(), 16, 20), 16,
                selected ? c.accentText : c.text2);
    const QString when = index.data(SearchModel::WhenText).toString();
    paint::text(*painter, m_theme, TextStyle::Small, QRect(first.right() - whenWidth, first.top(), whenWidth, 20), when,
                c.text2, Qt::AlignRight);
    const int right = first.right() - std::min(whenWidth, paint::textWidth(m_theme, TextStyle::Small, when)) - 16;
    int x =
        paintMarked(*painter, QRect(first.left(), first.top(), right - first.left(), 20),
                    index.data(SearchModel::Title).toString(), index.data(SearchModel::TitleMarks).value<TextRanges>(),
                    TextStyle::BodyMedium, TextStyle::BodyStrong, c.text) +
        12;
    const QString stage = index.data(SearchModel::StageColor).toString();
    if (!stage.isEmpty() && x + 14 < right) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paint::roundedRect(*painter, QRectF(x, first.top() + 6, 8, 8), 4, m_theme.stageDot(stage));
        painter->restore();
        x += 14;
    }
    if (x < right) {
        paint::text(*painter, m_theme, TextStyle::Small, QRect(x, first.top(), right - x, 20),
                    index.data(SearchModel::About).toString(), c.text2);
    }
    paintMarked(*painter, second, index.data(SearchModel::Excerpt).toString(),
                index.data(SearchModel::ExcerptMarks).value<TextRanges>(), TextStyle::Small, TextStyle::SmallStrong,
                c.text2);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(c.accentLine, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(4.5, 2.5, -4.5, -3.5), 4, 4);
    }
}

} // namespace keyturn
