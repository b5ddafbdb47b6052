// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_view.h"

#include "ui/board/column_accessible.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

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
    if (folded) {
        m_folded.insert(key);
    } else {
        m_folded.remove(key);
    }
    rebuild();
    Q_EMIT foldedChanged();
}

void BoardView::rebuild()
{
    // Open columns are kept, with their scroll positions; the rest is cheap.
    std::vector<StageColumn*> before;
    before.swap(m_columns);
    for (FoldedColumn* folded : m_foldedColumns) {
        // One of them may be asking for this right now.
        folded->hide();
        folded->deleteLater();
    }
    m_foldedColumns.clear();
    m_pinned.clear();
    m_slots.clear();
    const PipelineModel& model = m_state.model();
    QList<StageId> exits;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        const StageId stage = model.stageAt(index);
        const bool exit = index.data(PipelineModel::StageIsExit).toBool();
        const bool won = index.data(PipelineModel::StageKindValue).toInt() == static_cast<int>(StageKind::Won);
        if (isFolded(stage)) {
            if (exit) {
                exits.append(stage);
            } else {
                FoldedColumn* folded = makeFolded({stage}, {}, won ? static_cast<QWidget*>(this) : viewport());
                if (won) {
                    m_pinned.push_back(folded);
                } else {
                    m_slots.push_back({folded, false});
                }
            }
            continue;
        }
        const auto known = std::find_if(before.begin(), before.end(),
                                        [stage](const StageColumn* column) { return column->stage() == stage; });
        StageColumn* column = known == before.end() ? makeColumn(stage) : *known;
        if (known != before.end()) {
            before.erase(known);
        }
        m_columns.push_back(column);
        m_slots.push_back({column, true});
    }
    if (!exits.isEmpty()) {
        m_pinned.push_back(makeFolded(exits, tr("Exits"), this));
    }
    for (StageColumn* gone : before) {
        gone->hide();
        gone->deleteLater();
    }
    QWidget* previous = nullptr;
    for (const Slot& slot : m_slots) {
        QWidget* focus = slot.open ? &static_cast<StageColumn*>(slot.widget)->cards() : slot.widget;
        if (previous != nullptr) {
            QWidget::setTabOrder(previous, focus);
        }
        previous = focus;
    }
    layOut();
}

StageColumn* BoardView::makeColumn(StageId stage)
{
    auto* column = new StageColumn(m_state, stage, viewport());
    ColumnView* cards = &column->cards();
    connect(cards, &ColumnView::openPanel, this, &BoardView::openPanel);
    connect(cards, &ColumnView::openPage, this, &BoardView::openPage);
    connect(cards, &ColumnView::menuRequested, this, &BoardView::leadMenuRequested);
    connect(cards, &ColumnView::keyForBoard, this, &BoardView::keyForBoard);
    connect(cards, &ColumnView::draggedAcross, this, &BoardView::scrollWhileDragging);
    connect(cards, &ColumnView::dropped, this, [this, stage](const std::vector<LeadId>& leads, int row, QPoint where) {
        Q_EMIT dropped(leads, stage, row, where);
    });
    connect(&column->header(), &StageHeader::menuRequested, this,
            [this, stage](QPoint where) { Q_EMIT stageMenuRequested(stage, where); });
    return column;
}

FoldedColumn* BoardView::makeFolded(const QList<StageId>& stages, const QString& group, QWidget* parent)
{
    auto* folded = new FoldedColumn(m_state, stages, group, parent);
    const StageId first = stages.front();
    connect(folded, &FoldedColumn::unfoldRequested, this, [this, first] {
        fold(first, false);
        showColumn(first);
        if (StageColumn* opened = column(first)) {
            m_state.setCurrentStage(first);
            opened->cards().setFocus(Qt::OtherFocusReason);
        }
    });
    connect(folded, &FoldedColumn::menuRequested, this,
            [this, first](QPoint where) { Q_EMIT stageMenuRequested(first, where); });
    connect(folded, &FoldedColumn::dropped, this,
            [this, first, isGroup = !group.isEmpty()](const std::vector<LeadId>& leads, QPoint where) {
                if (isGroup) {
                    Q_EMIT droppedOnExits(leads, where);
                } else {
                    Q_EMIT dropped(leads, first, -1, where);
                }
            });
    m_foldedColumns.push_back(folded);
    return folded;
}

void BoardView::layOut()
{
    const int strip = m_pinned.empty() ? 0 : FoldedColumn::fixedWidth + columnGap;
    setViewportMargins(0, 0, strip, 0);
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
    const int row = std::clamp((y + to.offset()) / m_state.step(), 0, to.count() - 1);
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
    layOut();
}

void BoardView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dy)
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
