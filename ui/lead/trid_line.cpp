// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/trid_line.h"

#include <QPainter>

namespace keyturn {

TridLine::TridLine(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(96, 6);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TridLine::setItems(const TridItems& items)
{
    m_items = items;
    update();
}

void TridLine::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paintTridBars(painter, m_theme, rect(), m_items, 3);
}

} // namespace keyturn
