// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/leads_delegate.h"

#include "models/items/lead_view.h"
#include "ui/kit/icon.h"

#include <QPainter>

namespace keyturn {

namespace {
constexpr int markSize = 14;
} // namespace

LeadsDelegate::LeadsDelegate(Theme& theme, LeadStore& store, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_store(store)
    , m_letters(std::make_unique<Lettering>(theme))
{
    connect(&m_theme, &Theme::changed, this, [this] { m_letters = std::make_unique<Lettering>(m_theme); });
}

QSize LeadsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString text = index.data().toString();
    return {std::max(64, static_cast<int>(m_letters->width(text, TextStyle::Body)) + 2 * padding + 24),
            option.rect.isNull() ? rowHeight : rowHeight};
}

QColor LeadsDelegate::stageDot(const QModelIndex& index) const
{
    const auto id = index.data(LeadRole::Stage).value<StageId>();
    const Stage* stage = m_store.catalogue().stage(id);
    return m_theme.stageDot(stage == nullptr ? QString() : stage->color);
}

void LeadsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors& colors = m_theme.colors();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect cell = option.rect;
    painter->save();
    painter->fillRect(cell, selected ? colors.soft : (index.row() == m_hovered ? colors.hover : colors.base));
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), colors.line);
    if (selected && index.column() == m_firstColumn) {
        painter->fillRect(QRect(cell.left(), cell.top(), 3, cell.height()), colors.accentLine);
    }
    painter->setRenderHint(QPainter::Antialiasing);

    const QString text = index.data().toString();
    TextStyle style = TextStyle::Body;
    QColor ink = colors.text2;
    qreal x = cell.left() + padding;
    qreal right = cell.right() - padding;
    const auto mark = [&](const QString& name, const QColor& color) {
        painter->drawPixmap(QPointF(x, cell.top() + (cell.height() - markSize) / 2.0),
                            iconPixmap(name, markSize, color, painter->device()->devicePixelRatioF()));
        x += markSize + 6;
    };
    switch (index.column()) {
    case LeadListModel::Name:
        style = TextStyle::BodyMedium;
        ink = colors.text;
        if (index.data(LeadRole::DoNotContact).toBool()) {
            mark(QStringLiteral("phone-off"), colors.red);
        }
        break;
    case LeadListModel::Stage:
        ink = colors.text;
        painter->setPen(Qt::NoPen);
        painter->setBrush(stageDot(index));
        painter->drawEllipse(QRectF(x, cell.center().y() - 3.5, 8, 8));
        x += 14;
        break;
    case LeadListModel::Amount:
        style = TextStyle::BodyMedium;
        ink = colors.text;
        break;
    case LeadListModel::Temperature: {
        const auto temperature = static_cast<Temperature>(index.data(LeadRole::TemperatureValue).toInt());
        const bool hot = temperature == Temperature::Hot;
        const bool warm = temperature == Temperature::Warm;
        mark(hot ? QStringLiteral("flame") : (warm ? QStringLiteral("thermometer") : QStringLiteral("snowflake")),
             hot ? colors.red : (warm ? colors.amber : colors.accentText));
        ink = hot ? colors.red : colors.text2;
        break;
    }
    case LeadListModel::Due: {
        const auto due = static_cast<DueState>(index.data(LeadRole::DueStateValue).toInt());
        if (due == DueState::Late) {
            mark(QStringLiteral("circle-alert"), colors.red);
            ink = colors.red;
        } else if (due == DueState::Today) {
            ink = colors.text;
        }
        break;
    }
    case LeadListModel::LockExpires: {
        const QVariant left = index.data(LeadRole::LockDaysLeft);
        if (left.isValid() && left.toInt() <= 7) {
            ink = left.toInt() <= 3 ? colors.red : colors.amber;
            mark(QStringLiteral("lock"), ink);
        }
        break;
    }
    default:
        break;
    }
    if (index.data(LeadRole::Pending).toBool()) {
        painter->setOpacity(0.6);
    }
    painter->setPen(ink);
    const qreal room = right - x;
    if (LeadListModel::isNumeric(index.column()) && m_letters->width(text, style) <= room) {
        m_letters->drawRight(*painter, right, cell.top(), cell.height() - 1, text, style);
    } else {
        m_letters->drawElided(*painter, x, cell.top(), cell.height() - 1, room, text, style);
    }
    painter->setOpacity(1);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colors.accentLine, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(cell).adjusted(3.5, 3.5, -3.5, -4.5), 4, 4);
    }
    painter->restore();
}

} // namespace keyturn
