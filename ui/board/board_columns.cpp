// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns the board has, open and folded; where they stand is in board_view.cpp.
#include "ui/board/board_view.h"
#include "ui/board/first_lead.h"

#include <QKeyEvent>

#include <algorithm>

namespace keyturn {

// The columns that stay slide to their new places; what folds or unfolds is there at once.
void BoardView::glide(const QHash<QWidget*, QRect>& from)
{
    const int duration = m_state.theme().motion(140);
    m_glide.stop();
    m_glides.clear();
    if (duration == 0 || !isVisible()) {
        return;
    }
    for (const Slot& slot : m_slots) {
        const QRect to = slot.widget->geometry();
        const auto known = from.constFind(slot.widget);
        if (known != from.constEnd() && *known != to) {
            m_glides.emplace_back(slot.widget, *known, to);
        } else if (known == from.constEnd() && slot.open) {
            m_glides.emplace_back(slot.widget, QRect(to.x(), to.y(), FoldedColumn::fixedWidth, to.height()), to);
        }
    }
    if (!m_glides.empty()) {
        m_glide.setDuration(duration);
        m_glide.start();
    }
}

void BoardView::setBeginning(bool beginning)
{
    if (beginning == m_beginning) {
        return;
    }
    m_beginning = beginning;
    m_showsAll = false;
    rebuild();
}

int BoardView::columnsThatFit() const
{
    const int strip = FoldedColumn::fixedWidth + columnGap;
    return std::max(1, (width() - strip + columnGap) / (minimumColumn + columnGap));
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
    if (m_firstLead != nullptr) {
        m_firstLead->hide();
        m_firstLead->deleteLater();
        m_firstLead = nullptr;
    }
    m_fitting = columnsThatFit();
    if (m_beginning && !m_showsAll && m_state.model().rowCount() > m_fitting) {
        addFirst(m_fitting, before);
    } else {
        addAll(before);
    }
    for (StageColumn* gone : before) {
        gone->hide();
        gone->deleteLater();
    }
    if (m_beginning && !m_columns.empty()) {
        m_firstLead = new FirstLead(m_state, &m_columns.front()->cards());
        connect(m_firstLead, &QAbstractButton::clicked, this, &BoardView::firstLeadRequested);
        m_firstLead->show();
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

void BoardView::addOpen(StageId stage, std::vector<StageColumn*>& before)
{
    const auto known =
        std::ranges::find_if(before, [stage](const StageColumn* column) { return column->stage() == stage; });
    StageColumn* column = known == before.end() ? makeColumn(stage) : *known;
    if (known != before.end()) {
        before.erase(known);
    }
    m_columns.push_back(column);
    m_slots.push_back({column, true});
}

void BoardView::addFirst(int count, std::vector<StageColumn*>& before)
{
    const PipelineModel& model = m_state.model();
    QList<StageId> more;
    for (int row = 0; row < model.rowCount(); ++row) {
        const StageId stage = model.stageAt(model.index(row, 0));
        if (row < count) {
            addOpen(stage, before);
        } else {
            more.append(stage);
        }
    }
    auto* group =
        new FoldedColumn(m_state, more, tr("%Ln more stage(s)", nullptr, static_cast<int>(more.size())), this);
    group->setCounting(false);
    connect(group, &FoldedColumn::unfoldRequested, this, [this] {
        m_showsAll = true;
        rebuild();
        focusCurrent();
    });
    m_foldedColumns.push_back(group);
    m_pinned.push_back(group);
}

void BoardView::addAll(std::vector<StageColumn*>& before)
{
    const PipelineModel& model = m_state.model();
    QList<StageId> exits;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        const StageId stage = model.stageAt(index);
        const bool exit = index.data(PipelineModel::StageIsExit).toBool();
        const bool won = index.data(PipelineModel::StageKindValue).toInt() == static_cast<int>(StageKind::Won);
        if (!isFolded(stage)) {
            addOpen(stage, before);
        } else if (exit) {
            exits.append(stage);
        } else if (won) {
            m_pinned.push_back(makeFolded({stage}, {}, this));
        } else {
            m_slots.push_back({makeFolded({stage}, {}, viewport()), false});
        }
    }
    if (!exits.isEmpty()) {
        m_pinned.push_back(makeFolded(exits, tr("Exits"), this));
    }
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

} // namespace keyturn
