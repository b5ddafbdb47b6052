// SPDX-License-Identifier: GPL-3.0-or-later
// What keys and mouse do with the timeline; how it is measured and painted is in timeline_view.cpp.
#include "ui/lead/timeline_view.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace keyturn {

QModelIndex TimelineView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    Q_UNUSED(modifiers)
    const int rows = m_layout.count();
    if (rows == 0) {
        return {};
    }
    int row = currentIndex().isValid() ? currentIndex().row() : -1;
    switch (action) {
    case MoveUp:
    case MoveLeft:
    case MovePrevious:
        row = std::max(row - 1, 0);
        break;
    case MoveDown:
    case MoveRight:
    case MoveNext:
        row = std::min(row + 1, rows - 1);
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows - 1;
        break;
    case MovePageUp:
        row = m_layout.rowAt(m_layout.top(std::max(row, 0)) - viewport()->height());
        break;
    case MovePageDown:
        row = m_layout.rowAt(m_layout.top(std::max(row, 0)) + viewport()->height());
        break;
    }
    return at(row);
}

void TimelineView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex index = indexAt(rect.center());
    selectionModel()->select(index,
                             index.isValid() ? flags : QItemSelectionModel::SelectionFlags(QItemSelectionModel::Clear));
}

QRegion TimelineView::visualRegionForSelection(const QItemSelection& selection) const
{
    QRegion region;
    for (const QModelIndex& index : selection.indexes()) {
        region += visualRect(index);
    }
    return region;
}

bool TimelineView::isExpanded(int row) const
{
    return m_key && !m_expanded.isEmpty() && m_expanded.contains(m_key(row));
}

void TimelineView::toggleExpanded(int row)
{
    const QString key = m_key(row);
    if (!m_expanded.remove(key)) {
        if (!m_painter.isCut(m_row(row), m_width)) {
            return;
        }
        m_expanded.insert(key);
    }
    m_layout.forget(row);
    doItemsLayout();
    viewport()->update();
}

void TimelineView::openEditor(int row, QWidget* editor)
{
    closeEditor();
    m_editor = editor;
    m_editorIndex = at(row);
    editor->setParent(viewport());
    editor->installEventFilter(this);
    m_layout.forget(row);
    doItemsLayout();
    editor->show();
    editor->setFocus();
    scrollTo(at(row));
}

void TimelineView::closeEditor()
{
    if (m_editor == nullptr) {
        return;
    }
    QWidget* editor = m_editor;
    m_editor = nullptr;
    editor->removeEventFilter(this);
    editor->hide();
    editor->deleteLater();
    if (m_editorIndex.isValid()) {
        m_layout.forget(m_editorIndex.row());
    }
    m_editorIndex = QPersistentModelIndex();
    doItemsLayout();
    setFocus();
    viewport()->update();
}

bool TimelineView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_editor && event->type() == QEvent::LayoutRequest && m_editorIndex.isValid()) {
        m_layout.forget(m_editorIndex.row());
        doItemsLayout();
        viewport()->update();
    }
    return QListView::eventFilter(watched, event);
}

bool TimelineView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::MouseMove) {
        const QPersistentModelIndex over = indexAt(mapFromGlobal(QCursor::pos()));
        if (over != m_hovered) {
            m_hovered = over;
            viewport()->update();
        }
    } else if (event->type() == QEvent::Leave && m_hovered.isValid()) {
        m_hovered = QPersistentModelIndex();
        viewport()->update();
    }
    return QListView::viewportEvent(event);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    const int row = currentIndex().isValid() ? currentIndex().row() : -1;
    if (row >= 0 && event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested(row);
        return;
    }
    if (row >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        toggleExpanded(row);
        return;
    }
    if (row >= 0 && event->key() == Qt::Key_C && event->modifiers() == Qt::NoModifier) {
        Q_EMIT correctionRequested(row);
        return;
    }
    if (!event->text().isEmpty() && event->text().front().isLetterOrNumber()) {
        event->ignore(); // letters belong to the page's two-key shortcuts, not to a search through rows
        return;
    }
    QListView::keyPressEvent(event);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid()) {
        toggleExpanded(index.row());
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid()) {
        return;
    }
    setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int row = index.row();
    QAction* correct = menu->addAction(tr("Correct this entry"));
    correct->setShortcut(QKeySequence(Qt::Key_C));
    connect(correct, &QAction::triggered, this, [this, row] { Q_EMIT correctionRequested(row); });
    QAction* copy = menu->addAction(tr("Copy"));
    copy->setShortcut(QKeySequence::Copy);
    connect(copy, &QAction::triggered, this, [this, row] { Q_EMIT copyRequested(row); });
    menu->popup(event->globalPos());
}

} // namespace keyturn
