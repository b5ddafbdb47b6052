// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_table.h"

#include "ui/kit/paint.h"
#include "ui/reports/bar_view.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <numeric>

namespace keyturn {

namespace {

constexpr int headerHeight = 32;
constexpr int cellPadding = 9; // as the headers have it
constexpr int sortMark = 12;
constexpr int leastBars = 48;
constexpr int leastWords = 84;

/// A cell: a name, a number, or a number that opens what is behind it.
class ReportDelegate final : public QStyledItemDelegate
{
public:
    ReportDelegate(Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}
    static TextStyle styleOf(const QModelIndex& index)
    {
        const bool isName = index.column() == 0;
        return index.data(ReportModel::IsSum).toBool()             ? TextStyle::BodyStrong
               : isName || index.data(ReportModel::Opens).toBool() ? TextStyle::BodyMedium
                                                                   : TextStyle::Body;
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {paint::textWidth(m_theme, styleOf(index), index.data().toString()) + 2 * cellPadding,
                ReportTableView::rowHeight};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& c = m_theme.colors();
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        const bool isCurrent = view != nullptr && view->hasFocus() && view->currentIndex() == index;
        const bool isRow = view != nullptr && view->hasFocus() && view->currentIndex().row() == index.row();
        const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
        const bool isLink = index.data(ReportModel::Opens).toBool();
        painter->fillRect(option.rect, isRow ? c.soft : c.base);
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        const QRect box = option.rect.adjusted(cellPadding, 0, -cellPadding, -1);
        const QString text = index.data().toString();
        const bool isMissing = text == QStringLiteral("–");
        const QColor ink = isMissing ? c.text3 : isLink && isHovered ? c.accentText : isLink ? c.text : c.text2;
        const int width = paint::text(*painter, m_theme, styleOf(index), box, text,
                                      index.column() == 0 ? (isLink && isHovered ? c.accentText : c.text) : ink,
                                      alignment.testFlag(Qt::AlignRight) ? Qt::AlignRight : Qt::AlignLeft);
        if (isLink && isHovered) {
            const int y = box.center().y() + 9;
            const int left = alignment.testFlag(Qt::AlignRight) ? box.right() + 1 - width : box.left();
            painter->fillRect(QRect(left, y, width, 1), c.accentText);
        }
        if (isCurrent) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(c.accentLine, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), 4, 4);
        }
    }

private:
    Theme& m_theme;
};

} // namespace

ReportTableView::ReportTableView(Theme& theme, ReportModel& model, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setObjectName(QStringLiteral("reportTable"));
    setModel(&model);
    setItemDelegate(new ReportDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    QHeaderView* header = horizontalHeader();
    header->setFixedHeight(headerHeight);
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setMinimumSectionSize(20);
    header->setFont(theme.font(TextStyle::SmallMedium));
    setSortingEnabled(false);
    // A first click brings the largest first, a name its first letter.
    connect(header, &QHeaderView::sectionClicked, this, [this, header](int section) {
        const bool isSorted = header->isSortIndicatorShown() && header->sortIndicatorSection() == section;
        const bool isWord = !isNumber(section);
        const Qt::SortOrder first = isWord ? Qt::AscendingOrder : Qt::DescendingOrder;
        const Qt::SortOrder other = isWord ? Qt::DescendingOrder : Qt::AscendingOrder;
        const Qt::SortOrder order = isSorted && header->sortIndicatorOrder() == first ? other : first;
        header->setSortIndicatorShown(true);
        header->setSortIndicator(section, order);
        m_model.sort(section, order);
    });
    if (model.shown().contains(QStringLiteral("bar"))) {
        m_bars = new BarView(theme, rowHeight, viewport());
        m_bars->setAttribute(Qt::WA_TransparentForMouseEvents, false);
    }
    const auto relayout = [this] {
        fitColumns();
        updateGeometry();
    };
    connect(&model, &QAbstractItemModel::modelReset, this, relayout);
    connect(&model, &QAbstractItemModel::rowsInserted, this, relayout);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, relayout);
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] { fitColumns(); });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

int ReportTableView::barColumn() const
{
    return m_bars == nullptr ? -1 : int(m_model.shown().indexOf(QStringLiteral("bar")));
}

void ReportTableView::setBarWidth(int width)
{
    m_barWidth = width;
    fitColumns();
}

void ReportTableView::fitColumns()
{
    const int columns = m_model.columnCount();
    const int bar = barColumn();
    if (columns == 0) {
        return;
    }
    std::vector<int> widths;
    for (int column = 0; column < columns; ++column) {
        int wanted =
            paint::textWidth(m_theme, TextStyle::SmallMedium, m_model.headerData(column, Qt::Horizontal).toString()) +
            2 * cellPadding + sortMark;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            wanted = std::max(wanted, itemDelegate()->sizeHint({}, m_model.index(row, column)).width());
        }
        widths.push_back(column == bar ? m_barWidth : wanted);
    }
    const int width = viewport()->width();
    int rest = width - std::accumulate(widths.begin(), widths.end(), 0);
    // What is left over lengthens the marks, or the names; what is missing shortens the marks, then the names, from the
    // longest on.
    if (rest > 0) {
        std::vector<std::size_t> takers;
        for (int column = 0; column < columns; ++column) {
            if (bar >= 0 ? column == bar : !isNumber(column)) {
                takers.push_back(std::size_t(column));
            }
        }
        for (const std::size_t column : takers) {
            widths[column] += rest / int(takers.size());
        }
        rest = 0;
    }
    if (rest < 0 && bar >= 0) {
        const int less = std::min(-rest, widths[std::size_t(bar)] - leastBars);
        widths[std::size_t(bar)] -= less;
        rest += less;
    }
    while (rest < 0) {
        auto longest = widths.end();
        for (auto one = widths.begin(); one != widths.end(); ++one) {
            const int column = int(one - widths.begin());
            if (!isNumber(column) && column != bar && *one > leastWords &&
                (longest == widths.end() || *one > *longest)) {
                longest = one;
            }
        }
        if (longest == widths.end()) {
            break;
        }
        const int less = std::min({-rest, *longest - leastWords, 8});
        *longest -= less;
        rest += less;
    }
    for (int column = 0; column < columns; ++column) {
        setColumnWidth(column, widths[std::size_t(column)]);
    }
    placeBars();
}

bool ReportTableView::isNumber(int column) const
{
    return Qt::Alignment(m_model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt())
        .testFlag(Qt::AlignRight);
}

void ReportTableView::placeBars()
{
    const int bar = barColumn();
    if (bar < 0 || m_model.columnCount() == 0) {
        return;
    }
    m_bars->setGeometry(columnViewportPosition(bar) + cellPadding, 0, columnWidth(bar) - 2 * cellPadding,
                        m_model.entryCount() * rowHeight);
    m_bars->setVisible(m_model.entryCount() > 0);
}

QSize ReportTableView::sizeHint() const
{
    return {320, headerHeight + m_model.rowCount() * rowHeight};
}

QSize ReportTableView::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

bool ReportTableView::isLink(const QModelIndex& index) const
{
    return index.isValid() && index.data(ReportModel::Opens).toBool();
}

void ReportTableView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    const Colors& c = m_theme.colors();
    const int rows = m_model.rowCount();
    for (int row = 0; row < rows; ++row) {
        const bool isBeforeSum = row + 1 == m_model.entryCount() && rows > m_model.entryCount();
        if (row + 1 < rows) {
            painter.fillRect(QRect(0, rowViewportPosition(row) + rowHeight - 1, viewport()->width(), 1),
                             isBeforeSum ? c.line2 : c.line);
        }
    }
}

void ReportTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void ReportTableView::mouseMoveEvent(QMouseEvent* event)
{
    QTableView::mouseMoveEvent(event);
    viewport()->setCursor(isLink(indexAt(event->position().toPoint())) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ReportTableView::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && isLink(index)) {
        Q_EMIT opened(index);
    }
}

void ReportTableView::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && isLink(currentIndex())) {
        Q_EMIT opened(currentIndex());
        return;
    }
    const bool isOverTheEdge = (event->key() == Qt::Key_Up && currentIndex().row() <= 0) ||
                               (event->key() == Qt::Key_Down && currentIndex().row() == m_model.rowCount() - 1);
    if (isOverTheEdge) {
        event->ignore(); // the page scrolls
        return;
    }
    QTableView::keyPressEvent(event);
    viewport()->update();
}

void ReportTableView::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the page scrolls
}

} // namespace keyturn
