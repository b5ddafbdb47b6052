// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/column_view.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace keyturn {

namespace {
constexpr int topPad = ColumnLayout::topPad;
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
                    groupsChanged(); // somebody else may own a lead that stays where it is
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
    connect(&model, &PipelineModel::groupingChanged, this, &ColumnView::groupsChanged);
    connect(&m_state, &BoardState::looksChanged, this, [this] {
        m_topCard = QPersistentModelIndex();
        m_places.reset();
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

const ColumnLayout& ColumnView::places() const
{
    if (!m_places) {
        m_groups = m_root.isValid() ? m_state.model().groups(m_root) : std::vector<PipelineModel::Group>();
        QList<int> firsts;
        for (const PipelineModel::Group& group : m_groups) {
            firsts.append(group.first);
        }
        m_places.emplace(m_rows, m_state.step(), m_state.cardHeight(), firsts, BoardState::headingHeight);
    }
    return *m_places;
}

const PipelineModel::Group& ColumnView::group(int number) const
{
    static_cast<void>(places());
    return m_groups[static_cast<std::size_t>(number)];
}

int ColumnView::groupOf(UserId owner) const
{
    static_cast<void>(places());
    const auto found = std::ranges::find(m_groups, owner, &PipelineModel::Group::owner);
    return found == m_groups.end() ? -1 : static_cast<int>(found - m_groups.begin());
}

QString ColumnView::spokenGroup(int number) const
{
    const PipelineModel::Group& spoken = group(number);
    return tr("%1, %Ln lead(s)", nullptr, static_cast<int>(spoken.count)).arg(spoken.name);
}

QRect ColumnView::cardRect(int row) const
{
    return {inset, places().top(row) - m_offset, width() - 2 * inset, m_state.cardHeight()};
}

QRect ColumnView::headingRect(int group) const
{
    const ColumnLayout& layout = places();
    int y = layout.headingTop(group) - m_offset;
    if (group == layout.groupAt(m_offset) && y < 0) {
        y = 0;
        if (group + 1 < layout.groups()) {
            y = std::min(y, layout.headingTop(group + 1) - m_offset - layout.heading());
        }
    }
    return {0, y, width(), layout.heading()};
}

int ColumnView::headingAt(QPoint pos) const
{
    const ColumnLayout& layout = places();
    if (layout.groups() == 0 || pos.x() < 0 || pos.x() >= width()) {
        return -1;
    }
    for (const int group : {layout.groupAt(m_offset), layout.groupAt(pos.y() + m_offset)}) {
        if (headingRect(group).contains(pos)) {
            return group;
        }
    }
    return -1;
}

int ColumnView::rowAt(QPoint pos) const
{
    if (pos.x() < inset || pos.x() >= width() - inset || headingAt(pos) >= 0) {
        return -1;
    }
    return places().rowAt(pos.y() + m_offset);
}

int ColumnView::rowNear(int y) const
{
    return places().rowNear(y + m_offset);
}

int ColumnView::gapAt(int y) const
{
    return places().gapAt(y + m_offset);
}

int ColumnView::rowsPerPage() const
{
    return std::max(1, (height() - places().heading()) / m_state.step());
}

int ColumnView::maximumOffset() const
{
    return std::max(0, places().height() - height());
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
        // The bar stands still while the cards move, so it is drawn anew, and so is the heading at the top.
        update(width() - inset, 0, inset, height());
        update(0, 0, width(), places().heading() + std::max(0, dy));
    }
}

void ColumnView::ensureVisible(int row)
{
    if (row < 0) {
        return;
    }
    // The heading of the group is in view too, or lies on what is above the card.
    const int top = places().top(row) - topPad - places().heading();
    const int bottom = places().top(row) + m_state.step();
    const int target = m_glide.state() == QAbstractAnimation::Running ? m_glide.endValue().toInt() : m_offset;
    if (top < target) {
        scrollTo(top, true);
    } else if (bottom > target + height()) {
        scrollTo(bottom - height(), true);
    }
}

void ColumnView::rememberAnchor()
{
    const int row = places().rowNear(m_offset + topPad);
    m_topCard = m_offset > 0 ? QPersistentModelIndex(indexAt(row)) : QPersistentModelIndex();
    m_topRest = m_offset - places().top(row);
}

void ColumnView::contentChanged()
{
    m_rows = count();
    m_places.reset();
    if (m_topCard.isValid() && m_topCard.parent() == m_root) {
        m_offset = places().top(m_topCard.row()) + m_topRest;
    }
    if (m_offset != 0) { // at the top nothing needs to be known of what is below
        m_offset = std::clamp(m_offset, 0, maximumOffset());
    }
    if (m_glide.state() != QAbstractAnimation::Running) {
        if (m_offset == 0) {
            m_topCard = QPersistentModelIndex();
        } else {
            rememberAnchor();
        }
    }
    m_hovered = -1;
    update();
}

void ColumnView::groupsChanged()
{
    if (!m_places || (m_groups.empty() && m_state.model().grouping() == BoardGrouping::None)) {
        return;
    }
    if (m_state.model().groups(m_root) != m_groups) {
        contentChanged();
    }
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
    paintHeadings(painter, event->rect());
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
    const int ahead = paintedAhead();
    const int first = rowNear(area.top() - ahead);
    const int last = std::min(m_rows - 1, rowNear(area.bottom() + ahead));
    const bool settling = m_settle.state() == QAbstractAnimation::Running;
    const double landed = settling ? m_settle.currentValue().toDouble() : 1.0;
    const qreal dpr = devicePixelRatioF();
    const CardPainter& cards = m_state.painter();
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_state.model().index(row, 0, m_root);
        const LeadId lead = m_state.model().leadAt(index);
        QRect card = cardRect(row);
        card.translate(0, -madeRoom(row));
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

/// How much of the room for what landed above the card is still to be made.
int ColumnView::madeRoom(int row) const
{
    if (m_settle.state() != QAbstractAnimation::Running || row < m_landedRow + m_landed) {
        return 0;
    }
    return static_cast<int>((1.0 - m_settle.currentValue().toDouble()) * m_landed * m_state.step());
}

void ColumnView::paintHeadings(QPainter& painter, const QRect& area)
{
    const ColumnLayout& layout = places();
    if (layout.groups() == 0) {
        return;
    }
    const int above = layout.groupAt(m_offset);
    const int last = layout.groupAt(area.bottom() + m_offset + m_state.step());
    for (int group = last; group >= above; --group) { // that at the top last: it lies above all else
        const QRect seen = headingRect(group);
        const QRect place = seen.translated(0, -madeRoom(layout.first(group)));
        if (place.intersects(area)) {
            paintHeading(painter, group, place, seen.top() > layout.headingTop(group) - m_offset);
        }
    }
}

/// `above`: cards go by below it.
void ColumnView::paintHeading(QPainter& painter, int number, const QRect& place, bool above)
{
    constexpr int padding = 8;
    constexpr int between = 7;
    constexpr int line = 18;
    const PipelineModel::Group& shown = group(number);
    const Colors& colors = m_state.theme().colors();
    const Lettering& letters = m_state.painter().lettering();
    if (above) {
        painter.fillRect(place, background());
        painter.fillRect(QRect(inset, place.bottom(), width() - 2 * inset, 1), colors.line);
    }
    const QString count = QLocale().toString(shown.count);
    const qreal top = place.top() + 2;
    const qreal left = inset + padding;
    const qreal room = width() - 2.0 * left - letters.width(count, TextStyle::Small) - between;
    painter.setPen(colors.text2);
    const qreal used = letters.drawElided(painter, left, top, line, room, shown.name, TextStyle::SmallMedium);
    letters.draw(painter, left + used + between, top, line, count, TextStyle::Small);
}

QRect ColumnView::dropMarkRect(int gap) const
{
    // Between two groups it belongs to the one that the lead belongs to.
    const ColumnLayout& layout = places();
    const int next = layout.groupOf(gap);
    const bool first = next >= 0 && gap < m_rows && layout.first(next) == gap;
    const bool own = first && group(next).owner == m_state.ownerOf(m_dropLead);
    const int mark = gap > 0 && (gap == m_rows || (first && !own))
                         ? layout.top(gap - 1) + m_state.cardHeight() + BoardState::gap / 2
                         : layout.top(gap) - BoardState::gap / 2;
    const int y = mark - m_offset;
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
    if (m_offset != 0) {
        m_offset = std::clamp(m_offset, 0, maximumOffset());
    }
}

} // namespace keyturn
