// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/pair_delegate.h"

#include "models/items/duplicates_model.h"
#include "ui/kit/chip.h"
#include "ui/kit/paint.h"

namespace keyturn {

namespace {
constexpr int rowHeight = 84;
constexpr int margin = 16;
constexpr int scoreWidth = 48;
} // namespace

PairDelegate::PairDelegate(Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize PairDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    Q_UNUSED(index)
    return {option.rect.width(), rowHeight};
}

void PairDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors& c = m_theme.colors();
    const QRect row = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(row, selected ? c.soft : option.state.testFlag(QStyle::State_MouseOver) ? c.hover : c.base);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), c.line);
    if (selected) {
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), c.accentLine);
    }
    const QRect first(row.left() + margin, row.top() + 8, row.width() - 2 * margin - scoreWidth, 20);
    paint::text(*painter, m_theme, TextStyle::BodyStrong, first, index.data(DuplicatesModel::FirstName).toString(),
                c.text);
    paint::text(*painter, m_theme, TextStyle::Body, first.translated(0, 20),
                index.data(DuplicatesModel::SecondName).toString(), c.text);
    paint::text(*painter, m_theme, TextStyle::BodyMedium,
                QRect(row.right() - margin - scoreWidth + 1, first.top(), scoreWidth, 20),
                tr("%1%", "how alike two leads are").arg(index.data(DuplicatesModel::Score).toInt()), c.text2,
                Qt::AlignRight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    int x = first.left();
    const int right = row.right() - margin;
    const QStringList reasons = index.data(DuplicatesModel::Reasons).toStringList();
    for (const QString& reason : reasons) {
        Chip chip;
        chip.text = reason;
        const int wide = std::min(chipSize(m_theme, chip).width(), right - x);
        if (wide < 40) {
            break;
        }
        paintChip(*painter, m_theme, QRect(x, first.top() + 46, wide, chipHeight), chip);
        x += wide + 4;
    }
    painter->restore();
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(c.accentLine, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(4.5, 2.5, -4.5, -3.5), 4, 4);
    }
}

} // namespace keyturn
