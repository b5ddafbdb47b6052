// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/column_view.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace keyturn {

namespace {
constexpr int topPad = 3; // the ring around a selected first card stays visible
constexpr int barWidth = 4;
constexpr int ringWidth = 4; // around a card, at most
} // namespace

ColumnView::ColumnView(BoardState& state, StageId stage, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_stage(stage)
    , m_root(state.model().stageIndex(stage))
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setAcceptDrops(true);
    setObjectName(QStringLiteral("cards_%1").arg(m_root.data(PipelineModel::StageKey).toString()));
    setAccessibleName(tr("Leads in %1").arg(m_root.data(Qt::DisplayRole).toString()));
    m_rows = count();

    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_glide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { scrollTo(value.toInt(), false); });
    m_settle.setEasingCurve(QEasingCurve::OutCubic);
    m_settle.setStartValue(0.0);
    m_settle.setEndValue(1.0);
    connect(&m_settle, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    m_autoScroll.setInterval(16);
    connect(&m_autoScroll, &QTimer::timeout, this, [this] {
        setOffset(m_offset + m_autoStep);
        setDropGap(gapAt(mapFromGlobal(QCursor::pos()).y()));
    });
    follow();
}

void ColumnView::follow()
{
    PipelineModel& model = m_state.model();
    const auto here = [this](const QModelIndex& parent) { return m_root.isValid() && parent == m_root; };
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this, here](const QModelIndex& parent, int first, int last) {
                if (here(parent)) {
                    contentChanged();
                    settle(first, last - first + 1);
                }
            });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this, here](const QModelIndex& parent) {
        if (here(parent)) {
            contentChanged();
        }
    });
    connect(&model, &QAbstractItemModel::rowsMoved, this,
            [this, here](const QModelIndex& from, int start, int end, const QModelIndex& to, int row) {
                if (here(from) || here(to)) {
                    contentChanged();
                }
                if (here(to) && !here(from)) {
                    settle(row, end - start + 1);
                }
            });
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this, here](const QModelIndex& top, const QModelIndex& bottom) {
                if (here(top.parent())) {
                    const QRect first = cardRect(top.row());
                    const QRect last = cardRect(bottom.row());
                    update(first.united(last).intersected(rect()));
                }
            });
    connect(&model, &QAbstractItemModel::layoutChanged, this, [this](const QList<QPersistentModelIndex>& parents) {
        if (parents.isEmpty() || parents.contains(m_root)) {
            contentChanged();
        }
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_root = m_state.model().stageIndex(m_stage);
        m_offset = 0;
        contentChanged();
    });
    connect(&m_state, &BoardState::looksChanged, this, [this] {
        m_topCard = QPersistentModelIndex();
        setOffset(std::min(m_offset, maximumOffset()));
        update();
    });
    connect(&m_state, &BoardState::selectionChanged, this, qOverload<>(&QWidget::update));
    connect(&m_state, &BoardState::draggedChanged, this, qOverload<>(&QWidget::update));
    connect(&m_state, &BoardState::currentChanged, this, [this](LeadId before, LeadId now) {
        updateLead(before);
        updateLead(now);
    });
}

int ColumnView::count() const
{
    return m_root.isValid() ? m_state.model().rowCount(m_root) : 0;
}

QModelIndex ColumnView::indexAt(int row) const
{
    return row >= 0 && row < m_rows ? m_state.model().index(row, 0, m_root) : QModelIndex();
}

LeadId ColumnView::leadAt(int row) const
{
    return m_state.model().leadAt(indexAt(row));
}

int ColumnView::rowOf(LeadId lead) const
{
    const QModelIndex index = m_state.model().indexOf(lead);
    return index.isValid() && index.parent() == m_root ? index.row() : -1;
}

QRect ColumnView::cardRect(int row) const
{
    return {inset, topPad + row * m_state.step() - m_offset, width() - 2 * inset, m_state.cardHeight()};
}

int ColumnView::rowAt(QPoint pos) const
{
    const int y = pos.y() + m_offset - topPad;
    if (y < 0 || pos.x() < inset || pos.x() >= width() - inset) {
        return -1;
    }
    const int row = y / m_state.step();
    return row < m_rows && y % m_state.step() < m_state.cardHeight() ? row : -1;
}

int ColumnView::gapAt(int y) const
{
    const int step = m_state.step();
    const int gap = (y + m_offset - topPad + step / 2) / step;
    return std::clamp(gap, 0, m_rows);
}

int ColumnView::rowsPerPage() const
{
    return std::max(1, height() / m_state.step());
}

int ColumnView::maximumOffset() const
{
    return std::max(0, topPad + m_rows * m_state.step() - height());
}

QColor ColumnView::background() const
{
    const Colors& colors = m_state.theme().colors();
    return m_dropTarget ? colors.dropTarget : colors.column;
}

void ColumnView::setOffset(int offset)
{
    m_glide.stop();
    scrollTo(offset, false);
}

void ColumnView::scrollTo(int offset, bool smoothly)
{
    offset = std::clamp(offset, 0, maximumOffset());
    const int duration = m_state.theme().motion(120);
    if (smoothly && duration > 0) {
        m_glide.stop();
        m_glide.setDuration(duration);
        m_glide.setStartValue(m_offset);
        m_glide.setEndValue(offset);
        m_glide.start();
        return;
    }
    if (offset == m_offset) {
        return;
    }
    const int dy = m_offset - offset;
    m_offset = offset;
    rememberAnchor();
    if (m_dropTarget || std::abs(dy) >= height()) {
        update();
    } else {
        scroll(0, dy);
        // The bar stands still while the cards move, so it is drawn anew.
        update(width() - inset, 0, inset, height());
    }
}

void ColumnView::ensureVisible(int row)
{
    if (row < 0) {
        return;
    }
    const int top = row * m_state.step();
    const int bottom = topPad + top + m_state.step();
    const int target = m_glide.state() == QAbstractAnimation::Running ? m_glide.endValue().toInt() : m_offset;
    if (top < target) {
        scrollTo(top, true);
    } else if (bottom > target + height()) {
        scrollTo(bottom - height(), true);
    }
}

void ColumnView::rememberAnchor()
{
    const int row = m_offset / m_state.step();
    m_topCard = m_offset > 0 ? QPersistentModelIndex(indexAt(row)) : QPersistentModelIndex();
    m_topRest = m_offset - row * m_state.step();
}

void ColumnView::contentChanged()
{
    m_rows = count();
    if (m_topCard.isValid() && m_topCard.parent() == m_root) {
        m_offset = m_topCard.row() * m_state.step() + m_topRest;
    }
    m_offset = std::clamp(m_offset, 0, maximumOffset());
    if (m_glide.state() != QAbstractAnimation::Running) {
        rememberAnchor();
    }
    m_hovered = -1;
    update();
}

void ColumnView::settle(int row, int count)
{
    const int duration = m_state.theme().motion(120);
    const bool seen = isVisible() && m_state.isLanding(leadAt(row)) && cardRect(row).intersects(rect());
    if (!seen || duration == 0) {
        return;
    }
    m_landedRow = row;
    m_landed = count;
    m_settle.stop();
    m_settle.setDuration(duration);
    m_settle.start();
}

void ColumnView::updateRow(int row)
{
    if (row >= 0) {
        update(cardRect(row).adjusted(-3, -3, 3, 3));
    }
}

void ColumnView::updateLead(LeadId lead)
{
    if (!lead.isNull()) {
        updateRow(rowOf(lead));
    }
}

ColumnView::Bar ColumnView::scrollBar() const
{
    const int most = maximumOffset();
    if (most == 0) {
        return {0, 0};
    }
    const int track = height() - 4;
    const int length = std::max(28, static_cast<int>(qint64(track) * height() / (most + height())));
    return {2 + static_cast<int>(qint64(track - length) * m_offset / most), length};
}

void ColumnView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    for (const QRect& area : event->region()) {
        painter.fillRect(area, background());
    }
    paintCards(painter, event->rect());
    paintMarks(painter);
    const Bar bar = scrollBar();
    if (bar.height > 0) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_state.theme().colors().line2);
        painter.drawRoundedRect(QRectF(width() - barWidth - 1, bar.top, barWidth, bar.height), 2, 2);
    }
}

// How far beyond its edge a column paints cards, before they are seen, in pixels. Every column at another distance:
// when all scroll together, they would else all come to a new card in the same frame.
int ColumnView::paintedAhead() const
{
    constexpr int phases = 8;
    constexpr int stride = 5; // neighbours far apart
    const int step = m_state.step();
    const int phase = m_root.row() * stride % phases;
    return ringWidth + (step - ringWidth) * phase / (phases - 1);
}

void ColumnView::paintCards(QPainter& painter, const QRect& area)
{
    const int step = m_state.step();
    const int ahead = paintedAhead();
    const int first = std::max(0, (area.top() + m_offset - topPad - ahead) / step);
    const int last = std::min(m_rows - 1, (area.bottom() + m_offset - topPad + ahead) / step);
    const bool settling = m_settle.state() == QAbstractAnimation::Running;
    const double landed = settling ? m_settle.currentValue().toDouble() : 1.0;
    const qreal dpr = devicePixelRatioF();
    const CardPainter& cards = m_state.painter();
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_state.model().index(row, 0, m_root);
        const LeadId lead = m_state.model().leadAt(index);
        QRect card = cardRect(row);
        if (settling && row >= m_landedRow + m_landed) {
            card.translate(0, -static_cast<int>((1.0 - landed) * m_landed * step));
        }
        if (m_state.isDragged(lead)) {
            cards.paintSlot(painter, card);
            continue;
        }
        painter.setOpacity(settling && row >= m_landedRow && row < m_landedRow + m_landed ? landed : 1.0);
        painter.drawPixmap(card.topLeft(), m_state.picture(index, lead, card.width(), background(), dpr));
        painter.setOpacity(1.0);
        const bool selected = m_state.isSelected(lead);
        if (row == m_hovered) {
            cards.paintHover(painter, card);
            cards.paintMore(painter, card, m_hoverMore);
        }
        if (selected) {
            cards.paintSelected(painter, card);
        }
        if (lead == m_state.current() && hasFocus() && m_focusByKey && (!selected || m_state.selectionSize() > 1)) {
            cards.paintFocus(painter, card, selected);
        }
    }
    if (m_rows == 0 && hasFocus() && m_focusByKey) {
        cards.paintFocus(painter, cardRect(0), false);
    }
}

QRect ColumnView::dropMarkRect(int gap) const
{
    const int y = topPad + gap * m_state.step() - m_offset - BoardState::gap / 2;
    return {0, std::clamp(y, 4, std::max(4, height() - 5)) - 4, width(), 8};
}

void ColumnView::paintMarks(QPainter& painter)
{
    if (!m_dropTarget) {
        return;
    }
    const Colors& colors = m_state.theme().colors();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_dropGap >= 0) {
        const QRectF mark = dropMarkRect(m_dropGap);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.accentLine);
        painter.drawRect(QRectF(inset + 2, mark.center().y() - 1, width() - 2.0 * inset - 4, 2));
        painter.drawEllipse(QRectF(inset - 2, mark.top(), 8, 8));
        painter.drawEllipse(QRectF(width() - inset - 6, mark.top(), 8, 8));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(colors.accentLine);
    painter.drawLine(0, 0, 0, height() - 1);
    painter.drawLine(width() - 1, 0, width() - 1, height() - 1);
    painter.drawLine(0, height() - 1, width() - 1, height() - 1);
}

void ColumnView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_offset = std::clamp(m_offset, 0, maximumOffset());
}

} // namespace keyturn
