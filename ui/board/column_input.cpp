// SPDX-License-Identifier: GPL-3.0-or-later
// How a column answers mouse, keyboard and drags; how it looks is in column_view.cpp.
#include "ui/board/column_view.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QMimeData>
#include <QPointer>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace keyturn {

namespace {
constexpr int pixelsPerNotch = 96;
constexpr int scrollEdge = 48;

BoardState::Select howToSelect(Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ShiftModifier)) {
        return BoardState::Select::Extend;
    }
    return modifiers.testFlag(Qt::ControlModifier) ? BoardState::Select::Toggle : BoardState::Select::Only;
}
} // namespace

bool ColumnView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowAt(help->pos());
        if (row >= 0) {
            const auto lead = indexAt(row).data(LeadRole::View).value<LeadView>();
            QToolTip::showText(help->globalPos(), CardPainter::toolTip(lead), this, cardRect(row));
        } else if (const int heading = headingAt(help->pos()); heading >= 0) {
            QToolTip::showText(help->globalPos(), spokenGroup(heading), this, headingRect(heading));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

void ColumnView::wheelEvent(QWheelEvent* event)
{
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(angle.x()) > std::abs(angle.y())) {
        event->ignore(); // sideways: the board's business
        return;
    }
    if (!pixels.isNull()) {
        setOffset(m_offset - pixels.y());
    } else {
        const bool gliding = m_glide.state() == QAbstractAnimation::Running;
        scrollTo((gliding ? m_glide.endValue().toInt() : m_offset) - angle.y() * pixelsPerNotch / 120, true);
    }
    event->accept();
}

void ColumnView::mousePressEvent(QMouseEvent* event)
{
    m_focusByKey = false;
    const QPoint pos = event->position().toPoint();
    m_pressed = pos;
    m_mayDrag = m_selectOnRelease = m_draggingBar = false;
    const Bar bar = scrollBar();
    if (event->button() == Qt::LeftButton && bar.height > 0 && pos.x() >= width() - inset) {
        m_draggingBar = true;
        m_barGrip = pos.y() >= bar.top && pos.y() < bar.top + bar.height ? pos.y() - bar.top : bar.height / 2;
        mouseMoveEvent(event);
        return;
    }
    const int row = rowAt(pos);
    if (row < 0) {
        if (event->modifiers() == Qt::NoModifier) {
            m_state.clearSelection();
        }
        m_state.setCurrentStage(m_stage);
        return;
    }
    m_pressedLead = leadAt(row);
    if (event->button() == Qt::RightButton) {
        if (!m_state.isSelected(m_pressedLead)) {
            m_state.select(m_pressedLead, BoardState::Select::Only);
        }
        return;
    }
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (row == m_hovered && CardPainter::moreRect(cardRect(row)).contains(pos)) {
        if (!m_state.isSelected(m_pressedLead)) {
            m_state.select(m_pressedLead, BoardState::Select::Only);
        }
        Q_EMIT menuRequested(m_pressedLead, mapToGlobal(QPoint(cardRect(row).right() - 30, cardRect(row).top() + 34)));
        return;
    }
    m_mayDrag = true;
    if (m_state.isSelected(m_pressedLead) && event->modifiers() == Qt::NoModifier) {
        // All of the selection may be about to be dragged.
        m_selectOnRelease = true;
        m_state.select(m_pressedLead, BoardState::Select::Keep);
    } else {
        m_state.select(m_pressedLead, howToSelect(event->modifiers()));
    }
}

void ColumnView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint pos = event->position().toPoint();
    if (m_draggingBar) {
        const Bar bar = scrollBar();
        const int track = height() - 4 - bar.height;
        if (track > 0) {
            setOffset(static_cast<int>(qint64(pos.y() - 2 - m_barGrip) * maximumOffset() / track));
        }
        return;
    }
    if (event->buttons().testFlag(Qt::LeftButton)) {
        if (m_mayDrag && (pos - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
            m_mayDrag = m_selectOnRelease = false;
            startDrag();
        }
        return;
    }
    const int row = rowAt(pos);
    setHovered(row, row >= 0 && CardPainter::moreRect(cardRect(row)).contains(pos));
}

void ColumnView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_selectOnRelease && rowOf(m_pressedLead) >= 0) {
        m_state.select(m_pressedLead, BoardState::Select::Only);
    }
    m_mayDrag = m_selectOnRelease = m_draggingBar = false;
}

void ColumnView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && row >= 0) {
        m_mayDrag = false;
        Q_EMIT openPanel(leadAt(row));
    }
}

void ColumnView::contextMenuEvent(QContextMenuEvent* event)
{
    LeadId lead;
    QPoint where = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        lead = m_state.current();
        const int row = rowOf(lead);
        if (row >= 0) {
            where = mapToGlobal(cardRect(row).topLeft() + QPoint(24, 32));
        }
    } else {
        const int row = rowAt(event->pos());
        lead = row >= 0 ? leadAt(row) : LeadId();
    }
    if (!lead.isNull()) {
        Q_EMIT menuRequested(lead, where);
    }
}

void ColumnView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setHovered(-1, false);
}

void ColumnView::setHovered(int row, bool more)
{
    if (row == m_hovered && more == m_hoverMore) {
        return;
    }
    updateRow(m_hovered);
    m_hovered = row;
    m_hoverMore = more;
    updateRow(row);
}

void ColumnView::keyPressEvent(QKeyEvent* event)
{
    m_focusByKey = true;
    if (handleNavigation(event)) {
        event->accept();
        return;
    }
    event->ignore();
    Q_EMIT keyForBoard(event);
    if (event->isAccepted()) {
        return;
    }
    const QString text = event->text();
    const auto command = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    if (!text.isEmpty() && text.front().isPrint() && !(event->modifiers() & command)) {
        typeAhead(text);
        event->accept();
    }
}

bool ColumnView::handleNavigation(QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const int row = rowOf(m_state.current());
    const bool control = modifiers == Qt::ControlModifier;
    int target = row;
    switch (event->key()) {
    case Qt::Key_Space:
        if (row >= 0 && m_typed.isEmpty()) {
            m_state.select(m_state.current(), BoardState::Select::Toggle);
            return true;
        }
        return false;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row < 0) {
            return false;
        }
        if (control) {
            Q_EMIT openPage(m_state.current());
        } else if (modifiers == Qt::NoModifier) {
            Q_EMIT openPanel(m_state.current());
        } else {
            return false;
        }
        return true;
    case Qt::Key_A:
        if (control) {
            m_state.selectStage(m_stage);
            return true;
        }
        return false;
    case Qt::Key_Up:
        target = row - 1;
        break;
    case Qt::Key_Down:
        target = row + 1;
        break;
    case Qt::Key_PageUp:
        target = std::max(0, row - rowsPerPage());
        break;
    case Qt::Key_PageDown:
        target = std::min(m_rows - 1, row + rowsPerPage());
        break;
    case Qt::Key_Home:
        target = 0;
        break;
    case Qt::Key_End:
        target = m_rows - 1;
        break;
    default:
        return false;
    }
    if (modifiers.testFlag(Qt::ControlModifier) && modifiers.testFlag(Qt::ShiftModifier)) {
        return false; // these move cards
    }
    if (m_rows == 0) {
        return true;
    }
    target = std::clamp(target, 0, m_rows - 1);
    m_state.select(leadAt(target), modifiers.testFlag(Qt::ShiftModifier)
                                       ? BoardState::Select::Extend
                                       : (control ? BoardState::Select::Keep : BoardState::Select::Only));
    ensureVisible(target);
    announceCurrent();
    return true;
}

void ColumnView::typeAhead(const QString& text)
{
    constexpr int forgetAfter = 1000;
    if (!m_typedAt.isValid() || m_typedAt.elapsed() > forgetAfter) {
        m_typed.clear();
    }
    m_typedAt.start();
    m_typed += text;
    // The first letter again goes to the next name; a longer word stays where it matches.
    const int start = std::max(0, rowOf(m_state.current())) + (m_typed.size() == 1 ? 1 : 0);
    for (int i = 0; i < m_rows; ++i) {
        const int row = (start + i) % m_rows;
        if (indexAt(row).data(LeadRole::Name).toString().startsWith(m_typed, Qt::CaseInsensitive)) {
            m_state.select(leadAt(row), BoardState::Select::Only);
            ensureVisible(row);
            announceCurrent();
            return;
        }
    }
}

void ColumnView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    const auto reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason) {
        m_focusByKey = true;
    }
    if (rowOf(m_state.current()) < 0 && reason != Qt::MouseFocusReason) {
        if (m_rows > 0) {
            m_state.select(leadAt(rowNear(places().heading() + m_state.step() / 2)), BoardState::Select::Keep);
        } else {
            m_state.setCurrentStage(m_stage);
        }
    }
    update();
    announceCurrent();
}

void ColumnView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void ColumnView::announceCurrent()
{
    const int row = rowOf(m_state.current());
    if (row >= 0 && QAccessible::isActive()) {
        QAccessibleEvent focus(this, QAccessible::Focus);
        focus.setChild(places().entryOfRow(row));
        QAccessible::updateAccessibility(&focus);
    }
}

void ColumnView::startDrag()
{
    const int row = rowOf(m_pressedLead);
    if (row < 0) {
        return;
    }
    const std::vector<LeadId> leads =
        m_state.isSelected(m_pressedLead) ? m_state.selected() : std::vector<LeadId>{m_pressedLead};
    const auto view = indexAt(row).data(LeadRole::View).value<LeadView>();
    const QRect card = cardRect(row);
    auto* drag = new QDrag(this);
    auto* mime = new QMimeData;
    mime->setData(QString::fromLatin1(PipelineModel::leadMimeType), PipelineModel::encode(leads));
    mime->setText(view.name);
    drag->setMimeData(mime);
    drag->setPixmap(m_state.painter().dragPixmap(view, m_state.density(), card.width(), static_cast<int>(leads.size()),
                                                 devicePixelRatioF()));
    drag->setHotSpot(m_pressed - card.topLeft() + QPoint(CardPainter::dragMargin, CardPainter::dragMargin));
    setHovered(-1, false);
    m_state.setDragged(leads);
    const QPointer<ColumnView> alive(this);
    drag->exec(Qt::MoveAction);
    if (alive) {
        m_state.setDragged({});
    }
}

void ColumnView::dragEnterEvent(QDragEnterEvent* event)
{
    if (!event->mimeData()->hasFormat(QString::fromLatin1(PipelineModel::leadMimeType))) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::MoveAction);
    event->accept();
    m_dropTarget = true;
    const std::vector<LeadId> leads = PipelineModel::decode(event->mimeData());
    m_dropLead = leads.empty() ? LeadId() : leads.front();
    setDropGap(gapAt(event->position().toPoint().y()));
    update();
    Q_EMIT dropTargetChanged(true);
}

void ColumnView::dragMoveEvent(QDragMoveEvent* event)
{
    const QPoint pos = event->position().toPoint();
    event->setDropAction(Qt::MoveAction);
    event->accept();
    setDropGap(gapAt(pos.y()));
    m_autoStep = 0;
    if (pos.y() < scrollEdge) {
        m_autoStep = -(scrollEdge - pos.y()) / 3 - 1;
    } else if (pos.y() > height() - scrollEdge) {
        m_autoStep = (pos.y() - height() + scrollEdge) / 3 + 1;
    }
    if (m_autoStep != 0 && maximumOffset() > 0) {
        m_autoScroll.start();
    } else {
        m_autoScroll.stop();
    }
    Q_EMIT draggedAcross(mapToGlobal(pos));
}

void ColumnView::dragLeaveEvent(QDragLeaveEvent* event)
{
    QWidget::dragLeaveEvent(event);
    endDropTarget();
}

void ColumnView::dropEvent(QDropEvent* event)
{
    const std::vector<LeadId> leads = PipelineModel::decode(event->mimeData());
    const QPoint pos = event->position().toPoint();
    const int gap = gapAt(pos.y());
    endDropTarget();
    if (leads.empty()) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::MoveAction);
    event->accept();
    m_state.setDragged({});
    setFocus(Qt::MouseFocusReason);
    Q_EMIT dropped(leads, gap, mapToGlobal(pos));
}

void ColumnView::setDropGap(int gap)
{
    gap = m_state.model().landingRow(m_stage, m_dropLead, gap); // the mark never promises another place
    if (gap == m_dropGap || !m_dropTarget) {
        return;
    }
    const auto refresh = [this](int of) {
        if (of >= 0) {
            update(dropMarkRect(of).adjusted(0, -1, 0, 1));
        }
    };
    refresh(m_dropGap);
    m_dropGap = gap;
    refresh(gap);
}

void ColumnView::endDropTarget()
{
    m_autoScroll.stop();
    m_dropGap = -1;
    if (m_dropTarget) {
        m_dropTarget = false;
        update();
        Q_EMIT dropTargetChanged(false);
    }
}

} // namespace keyturn
