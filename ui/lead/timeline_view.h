// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/timeline_entry.h"
#include "ui/lead/timeline_layout.h"
#include "ui/lead/timeline_painter.h"

#include <QListView>
#include <QPointer>
#include <QSet>

#include <functional>

namespace keyturn {

class Theme;

/// The list of what happened with a lead, newest first. Draws its rows itself and lays out only what is near the eye:
/// a list of 100,000 entries scrolls like one of ten. Fetches older pages while one scrolls, keeps what one reads in
/// place when something new comes in on top. A QListView for what screen readers expect of a list; nothing of its own
/// layout is used.
class TimelineView : public QListView
{
    Q_OBJECT

public:
    /// What the view asks its owner for each row it is about to draw.
    using RowSource = std::function<TimelineRow(int row)>;
    /// A stable name of a row, for what is expanded.
    using KeySource = std::function<QString(int row)>;

    TimelineView(const Theme& theme, bool compact, QWidget* parent = nullptr);

    void setSources(RowSource rows, KeySource keys);
    void setModel(QAbstractItemModel* model) override;

    /// Words or colours changed: measure again.
    void refresh();
    void toggleExpanded(int row);
    [[nodiscard]] bool isExpanded(int row) const;
    /// Puts `editor` (owned from now on) into the place of a row's words until closeEditor().
    void openEditor(int row, QWidget* editor);
    void closeEditor();

    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;
    /// How many rows have really been measured, for the tests.
    [[nodiscard]] int measuredRows() const;

public Q_SLOTS:
    void doItemsLayout() override;
    void reset() override;

Q_SIGNALS:
    void correctionRequested(int row);
    void copyRequested(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex& index) const override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) override;

private:
    void measureAround();
    int measure(int row);
    void fetchIfNear();
    void moveBar(int value);
    [[nodiscard]] QModelIndex at(int row) const;

    const Theme& m_theme;
    TimelinePainter m_painter;
    TimelineLayout m_layout;
    RowSource m_row;
    KeySource m_key;
    QSet<QString> m_expanded;
    QPointer<QWidget> m_editor;
    QPersistentModelIndex m_editorIndex;
    QPersistentModelIndex m_hovered;
    int m_width = 0;
    bool m_measuring = false;
    bool m_fetching = false;
};

} // namespace keyturn
