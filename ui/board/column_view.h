// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/board_state.h"
#include "ui/board/column_layout.h"

#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <optional>

namespace keyturn {

/// The cards of one stage, painted by hand: all have the same height, so that every position is arithmetic and only
/// what is visible is ever asked for. With groups each has a heading; that of the group at the top stays in view.
/// Scrolls by itself; the thin scroll bar lies in the column's inset.
class ColumnView : public QWidget
{
    Q_OBJECT

public:
    ColumnView(BoardState& state, StageId stage, QWidget* parent = nullptr);

    [[nodiscard]] StageId stage() const { return m_stage; }
    [[nodiscard]] BoardState& state() const { return m_state; }
    [[nodiscard]] int count() const;
    [[nodiscard]] QModelIndex indexAt(int row) const;
    [[nodiscard]] LeadId leadAt(int row) const;
    /// -1 if the lead stands in another column.
    [[nodiscard]] int rowOf(LeadId lead) const;
    /// Of the card in `row`, in the coordinates of this widget; may lie outside of what is visible.
    [[nodiscard]] QRect cardRect(int row) const;
    /// -1 between and below the cards, and on headings.
    [[nodiscard]] int rowAt(QPoint pos) const;
    /// The card at this height or above it; 0 in an empty column.
    [[nodiscard]] int rowNear(int y) const;
    /// Where cards and headings stand, as if nothing were scrolled.
    [[nodiscard]] const ColumnLayout& places() const;
    [[nodiscard]] const PipelineModel::Group& group(int number) const;
    /// -1: the owner has no leads here.
    [[nodiscard]] int groupOf(UserId owner) const;
    /// "Dana Whitfield, 12 leads".
    [[nodiscard]] QString spokenGroup(int number) const;
    /// Of the heading, as it is seen: the group at the top has its heading there.
    [[nodiscard]] QRect headingRect(int group) const;
    /// The group whose heading is seen there; -1: none.
    [[nodiscard]] int headingAt(QPoint pos) const;
    /// The place between cards that is nearest to `y`: 0 is above the first card, count() below the last.
    [[nodiscard]] int gapAt(int y) const;
    [[nodiscard]] int rowsPerPage() const;

    [[nodiscard]] int offset() const { return m_offset; }
    [[nodiscard]] int maximumOffset() const;
    void setOffset(int offset);
    void ensureVisible(int row);
    [[nodiscard]] QColor background() const;
    [[nodiscard]] bool isDropTarget() const { return m_dropTarget; }
    static constexpr int inset = 6;

Q_SIGNALS:
    void openPanel(keyturn::LeadId lead);
    void openPage(keyturn::LeadId lead);
    void menuRequested(keyturn::LeadId lead, QPoint globalPos);
    /// Leads were dropped; `row` is the place between the cards, as gapAt() counts.
    void dropped(const std::vector<keyturn::LeadId>& leads, int row, QPoint globalPos);
    void dropTargetChanged(bool target);
    /// Something is dragged across: the board scrolls sideways at its edges.
    void draggedAcross(QPoint globalPos);
    /// A key that concerns more than this column.
    void keyForBoard(QKeyEvent* event);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Bar
    {
        int top;
        int height;
    };

    void follow();
    void contentChanged();
    void settle(int row, int count);
    void rememberAnchor();
    void scrollTo(int offset, bool smoothly);
    void updateRow(int row);
    void updateLead(LeadId lead);
    void setHovered(int row, bool more);
    void setDropGap(int gap);
    void endDropTarget();
    void groupsChanged();
    [[nodiscard]] QRect dropMarkRect(int gap) const;
    [[nodiscard]] Bar scrollBar() const;
    [[nodiscard]] int paintedAhead() const;
    void paintCards(QPainter& painter, const QRect& area);
    void paintHeadings(QPainter& painter, const QRect& area);
    void paintHeading(QPainter& painter, int group, const QRect& place, bool above);
    void paintMarks(QPainter& painter);
    [[nodiscard]] int madeRoom(int row) const;
    void startDrag();
    void typeAhead(const QString& text);
    [[nodiscard]] bool handleNavigation(QKeyEvent* event);
    void announceCurrent();

    BoardState& m_state;
    StageId m_stage;
    QPersistentModelIndex m_root;
    int m_offset = 0;
    int m_rows = 0;
    mutable std::optional<ColumnLayout> m_places; ///< made when somebody asks: a column out of sight needs none
    mutable std::vector<PipelineModel::Group> m_groups;
    QPersistentModelIndex m_topCard; ///< what stands at the top stays there when cards come and go above it
    int m_topRest = 0;
    int m_hovered = -1;
    bool m_hoverMore = false;
    bool m_dropTarget = false;
    int m_dropGap = -1;
    LeadId m_dropLead;
    QPoint m_pressed;
    LeadId m_pressedLead;
    bool m_mayDrag = false;
    bool m_selectOnRelease = false;
    bool m_draggingBar = false;
    int m_barGrip = 0;
    bool m_focusByKey = false;
    QVariantAnimation m_glide;
    QVariantAnimation m_settle; ///< cards below one that landed make room
    int m_landedRow = 0;
    int m_landed = 0;
    QTimer m_autoScroll;
    int m_autoStep = 0;
    QString m_typed;
    QElapsedTimer m_typedAt;
};

} // namespace keyturn
