// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/board_state.h"
#include "ui/board/folded_column.h"
#include "ui/board/stage_column.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QVariantAnimation>

#include <tuple>

namespace keyturn {

class FirstLead;

/// All columns side by side, scrolled sideways when they do not fit. Won stages and exits stand folded at the right,
/// where they stay in sight as places to drop on; unfolded they become the last columns.
class BoardView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr int minimumColumn = 196;
    static constexpr int maximumColumn = 360;
    static constexpr int columnGap = 8;

    explicit BoardView(BoardState& state, QWidget* parent = nullptr);

    /// Stage keys, and "exits" for the group of exits.
    void setFolded(const QSet<QString>& folded);
    [[nodiscard]] const QSet<QString>& folded() const { return m_folded; }
    [[nodiscard]] bool isFolded(StageId stage) const;
    void fold(StageId stage, bool folded);

    /// nullptr while it is folded.
    [[nodiscard]] StageColumn* column(StageId stage) const;
    [[nodiscard]] std::vector<StageColumn*> columns() const { return m_columns; }
    [[nodiscard]] const std::vector<FoldedColumn*>& foldedColumns() const { return m_foldedColumns; }
    void showColumn(StageId stage);
    /// Scrolls the lead into view, unfolding its stage.
    void showLead(LeadId lead);
    /// To the column at the left (-1) or right (+1) of the one that has the keyboard.
    void moveSideways(int step, BoardState::Select how);
    void focusCurrent();

    /// A book without leads: as many columns as there is room for, the rest as one "9 more stages", and a place for the
    /// first card.
    void setBeginning(bool beginning);

Q_SIGNALS:
    void firstLeadRequested();
    void openPanel(keyturn::LeadId lead);
    void openPage(keyturn::LeadId lead);
    void leadMenuRequested(keyturn::LeadId lead, QPoint globalPos);
    void stageMenuRequested(keyturn::StageId stage, QPoint globalPos);
    /// `row` as ColumnView::gapAt() counts; -1: wherever it belongs.
    void dropped(const std::vector<keyturn::LeadId>& leads, keyturn::StageId stage, int row, QPoint globalPos);
    void droppedOnExits(const std::vector<keyturn::LeadId>& leads, QPoint globalPos);
    void foldedChanged();
    void keyForBoard(QKeyEvent* event);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Slot
    {
        QWidget* widget;
        bool open;
    };

    void rebuild();
    /// Of `before`, columns that were open already, what is used again is taken out.
    void addAll(std::vector<StageColumn*>& before);
    void addFirst(int count, std::vector<StageColumn*>& before);
    void addOpen(StageId stage, std::vector<StageColumn*>& before);
    [[nodiscard]] int columnsThatFit() const;
    void layOut();
    void glide(const QHash<QWidget*, QRect>& from);
    StageColumn* makeColumn(StageId stage);
    FoldedColumn* makeFolded(const QList<StageId>& stages, const QString& group, QWidget* parent);
    void scrollWhileDragging(QPoint globalPos);

    BoardState& m_state;
    QSet<QString> m_folded;
    QStringList m_knownStages;
    std::vector<Slot> m_slots; ///< in order, within the viewport
    std::vector<FoldedColumn*> m_pinned;
    std::vector<StageColumn*> m_columns;
    std::vector<FoldedColumn*> m_foldedColumns;
    FirstLead* m_firstLead = nullptr;
    bool m_beginning = false;
    bool m_showsAll = false; ///< the stages of an empty board were all asked for
    int m_fitting = 0;
    QVariantAnimation m_glide;
    std::vector<std::tuple<QPointer<QWidget>, QRect, QRect>> m_glides; ///< from, to
    QTimer m_autoScroll;
    int m_autoStep = 0;
};

} // namespace keyturn
