// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/timeline_view.h"

#include "ui/kit/theme.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace keyturn {

TimelineView::TimelineView(const Theme& theme, bool compact, QWidget* parent)
    : QListView(parent)
    , m_theme(theme)
    , m_painter(theme, compact)
    , m_layout(m_painter.estimate())
{
    setObjectName(QStringLiteral("timelineView"));
    setAccessibleName(tr("Timeline"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(false);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    connect(&theme, &Theme::changed, this, &TimelineView::refresh);
}

void TimelineView::setSources(RowSource rows, KeySource keys)
{
    m_row = std::move(rows);
    m_key = std::move(keys);
}

void TimelineView::setModel(QAbstractItemModel* model)
{
    if (this->model() != nullptr) {
        disconnect(this->model(), nullptr, this, nullptr);
    }
    QListView::setModel(model);
    if (model != nullptr) {
        connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
            measureAround();
            updateGeometries();
            viewport()->update();
        });
    }
    m_layout.reset(model != nullptr ? model->rowCount() : 0);
    doItemsLayout();
}

void TimelineView::refresh()
{
    m_layout.forgetAll();
    doItemsLayout();
    viewport()->update();
}

QModelIndex TimelineView::at(int row) const
{
    return model() != nullptr ? model()->index(row, 0) : QModelIndex();
}

int TimelineView::measure(int row)
{
    if (m_layout.isMeasured(row)) {
        return 0;
    }
    const TimelineRow content = m_row(row);
    int height = m_painter.height(content, m_width, isExpanded(row));
    if (m_editor != nullptr && m_editorIndex.row() == row) {
        const QRect body = m_painter.bodyRect(QRect(0, 0, m_width, height), content);
        height = body.top() + m_editor->sizeHint().height() + 12;
    }
    return m_layout.setHeight(row, height);
}

// Rows in sight and one screen below are measured for good; one screen above, too, and what that moves is taken up by
// the scroll bar, so that nothing jumps while one scrolls back up.
void TimelineView::measureAround()
{
    if (m_measuring || !m_row || m_layout.count() == 0 || m_width <= 0) {
        return;
    }
    m_measuring = true;
    const int screen = viewport()->height();
    const int offset = verticalOffset();
    const int anchor = m_layout.rowAt(offset);
    int moved = 0;
    for (int row = anchor - 1; row >= 0 && m_layout.top(row + 1) > offset - screen; --row) {
        moved += measure(row);
    }
    const int top = offset + moved;
    for (int row = anchor; row < m_layout.count() && m_layout.top(row) < top + 2 * screen; ++row) {
        measure(row);
    }
    m_measuring = false;
    const int maximum = std::max(0, m_layout.total() - screen);
    verticalScrollBar()->setRange(0, maximum);
    if (moved != 0) {
        moveBar(top);
    }
}

void TimelineView::moveBar(int value)
{
    const bool blocked = verticalScrollBar()->blockSignals(true);
    verticalScrollBar()->setValue(value);
    verticalScrollBar()->blockSignals(blocked);
    verticalScrollBar()->update();
    viewport()->update();
}

void TimelineView::fetchIfNear()
{
    if (model() == nullptr || m_fetching || !model()->canFetchMore({})) {
        return;
    }
    const int screen = std::max(viewport()->height(), 100);
    if (verticalOffset() + 3 * screen >= m_layout.total()) {
        m_fetching = true;
        QTimer::singleShot(0, this, [this] {
            m_fetching = false;
            if (model() != nullptr && model()->canFetchMore({})) {
                model()->fetchMore({});
            }
        });
    }
}

void TimelineView::doItemsLayout()
{
    if (model() != nullptr && model()->rowCount() != m_layout.count()) {
        m_layout.reset(model()->rowCount());
    }
    m_width = viewport()->width();
    measureAround();
    updateGeometries();
    fetchIfNear();
}

void TimelineView::reset()
{
    closeEditor();
    QListView::reset();
    m_layout.reset(model() != nullptr ? model()->rowCount() : 0);
    doItemsLayout();
    viewport()->update();
}

void TimelineView::updateGeometries()
{
    const int screen = viewport()->height();
    verticalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setPageStep(std::max(screen - 40, 40));
    verticalScrollBar()->setRange(0, std::max(0, m_layout.total() - screen));
    if (m_editor != nullptr && m_editorIndex.isValid()) {
        const int row = m_editorIndex.row();
        QRect place = m_painter.bodyRect(visualRect(m_editorIndex), m_row(row));
        place.setHeight(m_editor->sizeHint().height());
        m_editor->setGeometry(place);
    }
}

int TimelineView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect TimelineView::visualRect(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= m_layout.count()) {
        return {};
    }
    return {0, m_layout.top(index.row()) - verticalOffset(), viewport()->width(), m_layout.height(index.row())};
}

QModelIndex TimelineView::indexAt(const QPoint& point) const
{
    const int y = point.y() + verticalOffset();
    if (y < 0 || y >= m_layout.total()) {
        return {};
    }
    return at(m_layout.rowAt(y));
}

void TimelineView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid() || index.row() >= m_layout.count()) {
        return;
    }
    measure(index.row());
    updateGeometries();
    const int top = m_layout.top(index.row());
    const int height = m_layout.height(index.row());
    const int screen = viewport()->height();
    int value = verticalOffset();
    if (hint == PositionAtTop || top < value || height > screen) {
        value = top;
    } else if (hint == PositionAtBottom || top + height > value + screen) {
        value = top + height - screen;
    } else if (hint == PositionAtCenter) {
        value = top - (screen - height) / 2;
    }
    verticalScrollBar()->setValue(value);
}

bool TimelineView::isIndexHidden(const QModelIndex& index) const
{
    Q_UNUSED(index)
    return false;
}

void TimelineView::rowsInserted(const QModelIndex& parent, int start, int end)
{
    const int offset = verticalOffset();
    const int anchor = m_layout.rowAt(offset);
    const bool above = start <= anchor && offset > 0;
    const int neighbour = start < m_layout.count() ? m_layout.height(start) : 0;
    m_layout.insert(start, end - start + 1);
    if (end + 1 < m_layout.count()) {
        m_layout.forget(end + 1); // its day heading may have moved up
    }
    if (above) {
        // What is being read stays where it is.
        int added = 0;
        for (int row = start; row <= end; ++row) {
            measure(row);
            added += m_layout.height(row);
        }
        measure(end + 1);
        added += m_layout.height(end + 1) - neighbour;
        verticalScrollBar()->setRange(0, std::max(0, m_layout.total() - viewport()->height()));
        moveBar(offset + added);
    }
    QAbstractItemView::rowsInserted(parent, start, end);
    doItemsLayout();
    viewport()->update();
}

void TimelineView::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end)
{
    if (m_editorIndex.isValid() && m_editorIndex.row() >= start && m_editorIndex.row() <= end) {
        closeEditor();
    }
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
    const int offset = verticalOffset();
    const int shrink = m_layout.top(end + 1) <= offset ? m_layout.top(end + 1) - m_layout.top(start) : 0;
    m_layout.remove(start, end - start + 1);
    if (start < m_layout.count()) {
        m_layout.forget(start);
    }
    if (shrink > 0) {
        moveBar(offset - shrink);
    }
}

void TimelineView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    for (int row = topLeft.row(); row <= bottomRight.row() && row < m_layout.count(); ++row) {
        m_layout.forget(row);
    }
    measureAround();
    updateGeometries();
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    viewport()->update();
}

int TimelineView::measuredRows() const
{
    int measured = 0;
    for (int row = 0; row < m_layout.count(); ++row) {
        measured += m_layout.isMeasured(row) ? 1 : 0;
    }
    return measured;
}

void TimelineView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.colors().base);
    if (!m_row || m_layout.count() == 0) {
        return;
    }
    const int bottom = verticalOffset() + event->rect().bottom();
    for (int row = m_layout.rowAt(verticalOffset() + event->rect().top());
         row < m_layout.count() && m_layout.top(row) <= bottom; ++row) {
        const QModelIndex index = at(row);
        TimelineRow content = m_row(row);
        if (m_editor != nullptr && m_editorIndex.row() == row) {
            content.sentence.clear();
            content.details.clear();
            content.marks.clear();
            content.time.clear();
        }
        TimelinePainter::State state;
        state.selected = selectionModel() != nullptr && selectionModel()->isSelected(index) && hasFocus();
        state.focused = false;
        state.expanded = isExpanded(row);
        state.hovered = m_hovered == index;
        painter.save();
        m_painter.paint(painter, visualRect(index), content, state);
        painter.restore();
    }
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event);
    if (viewport()->width() != m_width) {
        const int offset = verticalOffset();
        const int anchor = m_layout.rowAt(offset);
        const int into = anchor >= 0 ? offset - m_layout.top(anchor) : 0;
        m_width = viewport()->width();
        m_layout.forgetAll();
        if (anchor > 0) {
            verticalScrollBar()->setRange(0, std::max(0, m_layout.total() - viewport()->height()));
            moveBar(m_layout.top(anchor) + into);
        }
    }
    doItemsLayout();
}

void TimelineView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    Q_UNUSED(dy)
    measureAround();
    updateGeometries();
    viewport()->update();
    fetchIfNear();
}

} // namespace keyturn
