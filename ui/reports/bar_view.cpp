// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/bar_view.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QHorizontalBarSeries>
#include <QHorizontalStackedBarSeries>
#include <QLineSeries>
#include <QMouseEvent>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>

namespace keyturn {

namespace {

constexpr double leastRange = 1;
constexpr double barShare = 0.5; ///< of the height of a row
constexpr int dotSize = 9;
constexpr int stretchWidth = 8;

} // namespace

BarView::BarView(Theme& theme, int rowHeight, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rowHeight(rowHeight)
    , m_chart(new QChart)
{
    setObjectName(QStringLiteral("reportChart"));
    m_view = new QChartView(m_chart, this); // which owns the chart
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->setStyleSheet(QStringLiteral("background: transparent"));
    m_view->viewport()->installEventFilter(this);
    m_chart->setBackgroundVisible(false);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->setBackgroundRoundness(0);
    m_chart->legend()->hide();
    m_chart->setAnimationOptions(QChart::NoAnimation);
    connect(&theme, &Theme::changed, this, &BarView::draw);
}

BarView::~BarView() = default;

void BarView::setBars(const std::vector<Series>& series, int greenRow)
{
    m_series = series;
    m_greenRow = greenRow;
    m_spans.clear();
    draw();
}

void BarView::setSpans(const std::vector<Span>& spans)
{
    m_spans = spans;
    m_series.clear();
    draw();
}

void BarView::draw()
{
    m_chart->removeAllSeries();
    const QList<QAbstractAxis*> axes = m_chart->axes();
    for (QAbstractAxis* axis : axes) {
        m_chart->removeAxis(axis);
        delete axis;
    }
    if (!m_spans.empty()) {
        drawSpans();
    } else if (!m_series.empty() && !m_series.front().values.empty()) {
        drawBars();
    }
    place();
}

void BarView::drawBars()
{
    const Colors& c = m_theme.colors();
    const std::size_t rows = m_series.front().values.size();
    const bool hasGoal = m_greenRow >= 0 && static_cast<std::size_t>(m_greenRow) < rows && m_series.size() == 1;
    // A bar of its own colour is a set of its own, on top of nothing.
    QAbstractBarSeries* series = hasGoal ? static_cast<QAbstractBarSeries*>(new QHorizontalStackedBarSeries)
                                         : static_cast<QAbstractBarSeries*>(new QHorizontalBarSeries);
    series->setBarWidth(barShare);
    double most = leastRange;
    const auto add = [&](const QString& name, const QColor& color, const auto& valueOf) {
        auto* set = new QBarSet(name);
        for (std::size_t row = rows; row-- > 0;) { // the chart counts from below, within a row too
            const double value = valueOf(row);
            *set << value;
            most = std::max(most, value);
        }
        set->setBrush(color);
        set->setPen(Qt::NoPen);
        series->append(set);
    };
    const auto goal = static_cast<std::size_t>(std::max(0, m_greenRow));
    for (auto one = m_series.rbegin(); one != m_series.rend(); ++one) {
        add(one->name, c.*(one->color),
            [&](std::size_t row) { return hasGoal && row == goal ? 0.0 : one->values[row]; });
    }
    if (hasGoal) {
        const Series& one = m_series.front();
        add(one.name, c.stageDots[6], [&](std::size_t row) { return row == goal ? one.values[row] : 0.0; });
    }
    m_chart->addSeries(series);
    auto* categories = new QBarCategoryAxis;
    for (std::size_t row = 0; row < rows; ++row) {
        categories->append(QString::number(row));
    }
    auto* values = new QValueAxis;
    values->setRange(0, most);
    for (QAbstractAxis* axis : std::initializer_list<QAbstractAxis*>{categories, values}) {
        axis->setVisible(false);
        m_chart->addAxis(axis, axis == categories ? Qt::AlignLeft : Qt::AlignBottom);
        series->attachAxis(axis);
    }
}

void BarView::drawSpans()
{
    const Colors& c = m_theme.colors();
    const double rows = double(m_spans.size());
    double most = leastRange;
    auto* dots = new QScatterSeries;
    std::vector<QLineSeries*> lines;
    const auto addLine = [&lines](QPointF from, QPointF to, const QColor& color, int width, Qt::PenCapStyle cap) {
        auto* line = new QLineSeries;
        *line << from << to;
        line->setPen(QPen(color, width, Qt::SolidLine, cap));
        lines.push_back(line);
    };
    for (const Span& span : m_spans) {
        most = std::max({most, span.middle.value_or(0), span.far.value_or(0), span.limit.value_or(0)});
    }
    most *= 1.02; // room for half a dot
    for (std::size_t row = 0; row < m_spans.size(); ++row) {
        const Span& span = m_spans[row];
        const double y = rows - double(row) - 0.5;
        addLine({0, y}, {most, y}, c.line, 1, Qt::FlatCap);
        if (span.middle && span.far && *span.far > *span.middle) {
            addLine({*span.middle, y}, {*span.far, y}, c.soft2, stretchWidth, Qt::RoundCap);
        }
        if (span.limit) {
            addLine({*span.limit, y - 0.24}, {*span.limit, y + 0.24}, c.amberLine, 2, Qt::FlatCap);
        }
        if (span.middle) {
            *dots << QPointF(*span.middle, y);
        }
    }
    dots->setMarkerSize(dotSize);
    dots->setColor(c.accentFill);
    dots->setBorderColor(c.accentFill);
    auto* across = new QValueAxis;
    across->setRange(0, most);
    auto* down = new QValueAxis;
    down->setRange(0, rows);
    across->setVisible(false);
    down->setVisible(false);
    m_chart->addAxis(across, Qt::AlignBottom);
    m_chart->addAxis(down, Qt::AlignLeft);
    const auto add = [&](QXYSeries* series) {
        m_chart->addSeries(series);
        series->attachAxis(across);
        series->attachAxis(down);
    };
    for (QLineSeries* line : lines) {
        add(line);
    }
    add(dots);
}

void BarView::place()
{
    m_view->setGeometry(rect());
    m_chart->resize(size());
    const auto rows =
        double(m_spans.empty() ? (m_series.empty() ? 0 : m_series.front().values.size()) : m_spans.size());
    m_chart->setPlotArea(QRectF(0, 0, width(), rows * m_rowHeight));
}

void BarView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

bool BarView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Wheel) {
        event->ignore();
        return true; // the page scrolls
    }
    if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton) {
            Q_EMIT clicked(int(mouse->position().y()) / m_rowHeight);
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace keyturn
