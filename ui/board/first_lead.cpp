// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/first_lead.h"

#include "ui/kit/paint.h"

#include <QKeyEvent>
#include <QPainter>

namespace keyturn {

FirstLead::FirstLead(BoardState& state, QWidget* parent)
    : QAbstractButton(parent)
    , m_state(state)
{
    setObjectName(QStringLiteral("firstLead"));
    setText(tr("First lead"));
    setAccessibleName(tr("Add the first lead"));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    connect(&m_state, &BoardState::looksChanged, this, qOverload<>(&QWidget::update));
}

void FirstLead::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& colors = m_state.theme().colors();
    QPainter painter(this);
    if (underMouse() || isDown()) {
        paint::roundedRect(painter, rect(), 8, isDown() ? colors.soft2 : colors.hover);
    }
    m_state.painter().paintSlot(painter, rect());
    const int middle = height() / 2;
    paint::icon(painter, QStringLiteral("plus"), QRect(0, middle - 20, width(), 16), 16, colors.text2);
    paint::text(painter, m_state.theme(), TextStyle::Small, QRect(4, middle + 2, width() - 8, 18), text(), colors.text2,
                Qt::AlignHCenter);
}

void FirstLead::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace keyturn
