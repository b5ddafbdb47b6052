// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/kit/badge.h"
#include "ui/kit/logo.h"
#include "ui/kit/paint.h"

#include <QButtonGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace keyturn {

RailItem::RailItem(Theme& theme, const QString& iconName, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(iconName)
{
    setText(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(52);
    describe();
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RailItem::setBadge(qint64 count)
{
    if (count != m_badge) {
        m_badge = count;
        describe();
        update();
    }
}

void RailItem::setKeyHint(const QString& keys)
{
    m_keys = keys;
    describe();
}

void RailItem::describe()
{
    setAccessibleName(m_badge > 0 ? tr("%1, %Ln waiting", nullptr, static_cast<int>(m_badge)).arg(text()) : text());
    setToolTip(m_keys.isEmpty() ? text() : tr("%1 (%2)", "page and its keys").arg(text(), m_keys));
}

bool RailItem::event(QEvent* event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    return QAbstractButton::event(event);
}

void RailItem::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    const QRect item(6, 0, width() - 12, height());
    const bool current = isChecked();
    QColor color = c.text2;
    if (current) {
        paint::roundedRect(painter, item, 6, c.soft);
        painter.setPen(Qt::NoPen);
        paint::roundedRect(painter, QRectF(-3, 12, 6, height() - 24), 3, c.accentLine);
        color = c.accentText;
    } else if (underMouse() || isDown()) {
        paint::roundedRect(painter, item, 6, isDown() ? c.soft2 : c.hover);
        color = c.text;
    }
    paint::icon(painter, m_icon, QRect(0, 7, width(), 20), 20, color);
    QFont font = m_theme.font(TextStyle::Caption);
    if (current) {
        font.setWeight(QFont::DemiBold);
    }
    // A long word in another language stays within the item.
    if (const int words = QFontMetrics(font).horizontalAdvance(text()); words > item.width() - 6) {
        font.setLetterSpacing(QFont::AbsoluteSpacing,
                              double(item.width() - 6 - words) / double(std::max<qsizetype>(1, text().size())));
    }
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QRect(2, 29, width() - 4, 16), Qt::AlignCenter, text());
    if (m_badge > 0) {
        const QString words = badgeText(m_badge);
        const QSize size = badgeSize(m_theme, words);
        const int left = std::min(width() / 2 + 20 - size.width() / 2, width() - size.width() - 1);
        paintBadge(painter, m_theme, QRect(QPoint(left, 3), size), words);
    }
}

Rail::Rail(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_top(new QVBoxLayout)
    , m_bottom(new QVBoxLayout)
    , m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Pages"));
    setFixedWidth(72);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 8);
    layout->setSpacing(0);
    layout->addWidget(new Logo(theme, 28), 0, Qt::AlignHCenter);
    layout->addSpacing(12);
    m_top->setSpacing(2);
    m_bottom->setSpacing(2);
    layout->addLayout(m_top);
    layout->addStretch();
    layout->addLayout(m_bottom);
    m_group->setExclusive(true);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

RailItem* Rail::addPage(const QString& id, const QString& iconName, const QString& text, bool atBottom)
{
    auto* item = new RailItem(m_theme, iconName, text);
    item->setObjectName(QStringLiteral("rail_") + id);
    (atBottom ? m_bottom : m_top)->addWidget(item);
    m_group->addButton(item);
    m_items.emplace_back(id, item);
    connect(item, &QAbstractButton::clicked, this, [this, id] { Q_EMIT pageRequested(id); });
    return item;
}

void Rail::setCurrent(const QString& id)
{
    if (RailItem* found = item(id)) {
        found->setChecked(true);
        return;
    }
    m_group->setExclusive(false);
    for (const auto& [name, button] : m_items) {
        button->setChecked(false);
    }
    m_group->setExclusive(true);
}

RailItem* Rail::item(const QString& id) const
{
    for (const auto& [name, button] : m_items) {
        if (name == id) {
            return button;
        }
    }
    return nullptr;
}

void Rail::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        focusNextPrevChild(event->key() == Qt::Key_Down);
        return;
    }
    QWidget::keyPressEvent(event);
}

void Rail::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().rail);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.colors().line);
}

} // namespace keyturn
