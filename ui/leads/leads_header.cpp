// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/leads_header.h"

#include "models/items/lead_list_model.h"
#include "ui/kit/paint.h"
#include "ui/leads/leads_delegate.h"

#include <QPainter>

namespace keyturn {

namespace {
constexpr int arrowSize = 12;
} // namespace

LeadsHeader::LeadsHeader(Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    connect(&m_theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void LeadsHeader::paintSection(QPainter* painter, const QRect& rect, int column) const
{
    const Colors& colors = m_theme.colors();
    painter->save();
    painter->fillRect(rect, colors.alt);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.line2);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == column;
    QRect words = rect.adjusted(LeadsDelegate::padding, 0, -LeadsDelegate::padding, 0);
    const bool numeric = LeadListModel::isNumeric(column);
    if (sorted) {
        words.setRight(words.right() - arrowSize - 4);
    }
    const QFont& font = m_theme.font(TextStyle::SmallMedium);
    const QString text = QFontMetrics(font).elidedText(model()->headerData(column, Qt::Horizontal).toString(),
                                                       Qt::ElideRight, words.width());
    paint::text(*painter, m_theme, TextStyle::SmallMedium, words, text, sorted ? colors.text : colors.text2,
                (numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (sorted) {
        const int used = paint::textWidth(m_theme, TextStyle::SmallMedium, text);
        const int x = numeric ? words.right() + 4 : words.left() + used + 4;
        paint::icon(*painter,
                    sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("arrow-up")
                                                               : QStringLiteral("arrow-down"),
                    QRect(x, rect.top(), arrowSize, rect.height()), arrowSize, colors.text2);
    }
    painter->restore();
}

} // namespace keyturn
