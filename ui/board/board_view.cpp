// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_view.h"

#include "ui/board/column_accessible.h"
#include "ui/board/first_lead.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace keyturn {

namespace {
const QString& exitsKey()
{
    static const QString key = QStringLiteral("exits");
    return key;
}
constexpr int scrollEdge = 56;
} // namespace

BoardView::BoardView(BoardState& state, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_state(state)
{
    installColumnAccessibility();
    setObjectName(QStringLiteral("board"));
    setAccessibleName(tr("Pipeline board"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setObjectName(QStringLiteral("boardViewport"));
    viewport()->setAutoFillBackground(true);
    viewport()->setBackgroundRole(QPalette::Window);
    horizontalScrollBar()->setSingleStep(40);
    m_autoScroll.setInterval(16);
    connect(&m_autoScroll, &QTimer::timeout, this, [this] {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + m_autoStep);
        if (!viewport()->rect().contains(viewport()->mapFromGlobal(QCursor::pos()))) {
            m_autoScroll.stop();
        }
    });
    PipelineModel& model = m_state.model();
    const auto stagesChanged = [this](const QModelIndex& changed) {
        if (!changed.isValid()) {
            rebuild();
        }
    };
    connect(&model, &QAbstractItemModel::rowsInserted, this, stagesChanged);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, stagesChanged);
    connect(&model, &QAbstractItemModel::rowsMoved, this,
            [stagesChanged](const QModelIndex& from) { stagesChanged(from); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { rebuild(); });
    connect(&m_state, &BoardState::draggedChanged, &m_autoScroll, &QTimer::stop);
    m_glide.setStartValue(0.0);
    m_glide.setEndValue(1.0);
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_glide, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        const double done = value.toDouble();
        const auto between = [done](int a, int b) { return a + static_cast<int>(std::lround((b - a) * done)); };
        for (const auto& [widget, from, to] : m_glides) {
            if (widget != nullptr) {
                widget->setGeometry(between(from.x(), to.x()), to.y(), between(from.width(), to.width()), to.height());
            }
        }
    });
}

void BoardView::setFolded(const QSet<QString>& folded)
{
    m_folded = folded;
    rebuild();
}

bool BoardView::isFolded(StageId stage) const
{
    const QModelIndex index = m_state.model().stageIndex(stage);
    const bool exit = index.data(PipelineModel::StageIsExit).toBool();
    return m_folded.contains(exit ? exitsKey() : index.data(PipelineModel::StageKey).toString());
}

void BoardView::fold(StageId stage, bool folded)
{
    const QModelIndex index = m_state.model().stageIndex(stage);
    const QString key =
        index.data(PipelineModel::StageIsExit).toBool() ? exitsKey() : index.data(PipelineModel::StageKey).toString();
    if (m_folded.contains(key) == folded) {
        return;
    }
    QHash<QWidget*, QRect> before;
    for (const Slot& slot : m_slots) {
        before.insert(slot.widget, slot.widget->geometry());
    }
    if (folded) {
        m_folded.insert(key);
    } else {
        m_folded.remove(key);
    }
    rebuild();
    glide(before);
    Q_EMIT foldedChanged();
}

void BoardView::layOut()
{
    const int strip = m_pinned.empty() ? 0 : FoldedColumn::fixedWidth + columnGap;
    setViewportMargins(0, 0, strip, 0);
    m_glide.stop();
    const int available = viewport()->width();
    const auto open = static_cast<int>(m_columns.size());
    const auto folded = static_cast<int>(m_slots.size()) - open;
    const int gaps = columnGap * std::max(0, static_cast<int>(m_slots.size()) - 1);
    const int room = available - gaps - folded * FoldedColumn::fixedWidth;
    const int columnWidth = open == 0 ? 0 : std::clamp(room / open, minimumColumn, maximumColumn);
    // What a division leaves over goes to the first columns, so that the board ends where the window ends.
    int spare = open > 0 && columnWidth == room / open ? room % open : 0;
    const int total = gaps + folded * FoldedColumn::fixedWidth + open * columnWidth + spare;
    horizontalScrollBar()->setRange(0, std::max(0, total - available));
    horizontalScrollBar()->setPageStep(available);
    int x = -horizontalScrollBar()->value();
    for (const Slot& slot : m_slots) {
        int width = FoldedColumn::fixedWidth;
        if (slot.open) {
            width = columnWidth + (spare > 0 ? 1 : 0);
            spare = std::max(0, spare - 1);
        }
        slot.widget->setGeometry(x, 0, width, viewport()->height());
        slot.widget->show();
        x += width + columnGap;
    }
    if (m_firstLead != nullptr) {
        m_firstLead->setGeometry(m_columns.front()->cards().cardRect(0));
    }
    if (m_pinned.empty()) {
        return;
    }
    const auto pinned = static_cast<int>(m_pinned.size());
    const int each = (height() - columnGap * (pinned - 1)) / pinned;
    int y = 0;
    for (FoldedColumn* column : m_pinned) {
        column->setGeometry(width() - FoldedColumn::fixedWidth, y, FoldedColumn::fixedWidth, each);
        column->show();
        y += each + columnGap;
    }
}

StageColumn* BoardView::column(StageId stage) const
{
    const auto found =
        std::ranges::find_if(m_columns, [stage](const StageColumn* column) { return column->stage() == stage; });
    return found == m_columns.end() ? nullptr : *found;
}

void BoardView::showColumn(StageId stage)
{
    const StageColumn* wanted = column(stage);
    if (wanted == nullptr) {
        return;
    }
    QScrollBar* bar = horizontalScrollBar();
    const QRect place = wanted->geometry();
    if (place.left() < 0) {
        bar->setValue(bar->value() + place.left());
    } else if (place.right() > viewport()->width()) {
        bar->setValue(bar->value() + place.right() - viewport()->width() + 1);
    }
}

void BoardView::showLead(LeadId lead)
{
    const QModelIndex index = m_state.model().indexOf(lead);
    if (!index.isValid()) {
        return;
    }
    const StageId stage = m_state.model().stageAt(index);
    fold(stage, false);
    showColumn(stage);
    if (StageColumn* shown = column(stage)) {
        m_state.select(lead, BoardState::Select::Only);
        shown->cards().ensureVisible(index.row());
    }
}

void BoardView::moveSideways(int step, BoardState::Select how)
{
    const auto here = std::ranges::find_if(
        m_columns, [this](const StageColumn* column) { return column->stage() == m_state.currentStage(); });
    auto target = here == m_columns.end() ? qsizetype(0) : here - m_columns.begin() + step;
    if (target < 0 || target >= static_cast<qsizetype>(m_columns.size())) {
        return;
    }
    ColumnView& to = m_columns[static_cast<size_t>(target)]->cards();
    showColumn(to.stage());
    if (to.count() == 0) {
        m_state.setCurrentStage(to.stage());
        to.setFocus(Qt::ShortcutFocusReason);
        return;
    }
    // The card at the same height, as the eye expects.
    int y = to.height() / 2;
    if (here != m_columns.end()) {
        const ColumnView& from = (*here)->cards();
        const int row = from.rowOf(m_state.current());
        if (row >= 0) {
            y = from.cardRect(row).center().y();
        } else {
            y = from.cardRect(0).center().y();
        }
    }
    const int row = to.rowNear(y);
    m_state.select(to.leadAt(row), how);
    to.setFocus(Qt::ShortcutFocusReason);
    to.ensureVisible(row);
}

void BoardView::focusCurrent()
{
    StageColumn* wanted = column(m_state.currentStage());
    if (wanted == nullptr && !m_columns.empty()) {
        wanted = m_columns.front();
    }
    if (wanted != nullptr) {
        wanted->cards().setFocus(Qt::OtherFocusReason);
    }
}

void BoardView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_beginning && !m_showsAll && columnsThatFit() != m_fitting) {
        rebuild();
    } else {
        layOut();
    }
}

void BoardView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dy)
    m_glide.stop();
    for (const Slot& slot : m_slots) {
        slot.widget->move(slot.widget->x() + dx, 0);
    }
}

void BoardView::wheelEvent(QWheelEvent* event)
{
    const QPoint angle = event->angleDelta();
    const QPoint pixels = event->pixelDelta();
    const bool sideways = std::abs(angle.x()) > std::abs(angle.y());
    int by = 0;
    if (!pixels.isNull()) {
        by = sideways ? pixels.x() : pixels.y();
    } else {
        by = (sideways ? angle.x() : angle.y()) * 96 / 120;
    }
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by);
    event->accept();
}

bool BoardView::viewportEvent(QEvent* event)
{
    // The columns take drops and clicks themselves; between them nothing happens.
    if (event->type() == QEvent::ContextMenu) {
        return false;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void BoardView::scrollWhileDragging(QPoint globalPos)
{
    const QPoint pos = viewport()->mapFromGlobal(globalPos);
    m_autoStep = 0;
    if (pos.x() < scrollEdge) {
        m_autoStep = -(scrollEdge - pos.x()) / 3 - 1;
    } else if (pos.x() > viewport()->width() - scrollEdge) {
        m_autoStep = (pos.x() - viewport()->width() + scrollEdge) / 3 + 1;
    }
    if (m_autoStep != 0 && horizontalScrollBar()->maximum() > 0) {
        m_autoScroll.start();
    } else {
        m_autoScroll.stop();
    }
}

} // namespace keyturn
