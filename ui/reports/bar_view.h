// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QChart;
class QChartView;

namespace keyturn {

/// The marks of a report beside the rows of its table: one row of marks for each row of the table, of the same height.
/// What can be read and opened stands in the table; the chart says in one sentence what it shows.
class BarView : public QWidget
{
    Q_OBJECT

public:
    struct Series
    {
        QString name;
        QColor Colors::*color = &Colors::accentFill;
        std::vector<double> values; ///< one for each row
    };
    /// A dot in the middle, a stretch up to the slowest tenth, a tick at the limit.
    struct Span
    {
        std::optional<double> middle;
        std::optional<double> far;
        std::optional<double> limit;
    };

    BarView(Theme& theme, int rowHeight, QWidget* parent = nullptr);
    ~BarView() override;

    /// Bars from zero to the right, one series below the other in each row. `firstIsGreen` marks the row of that number
    /// as reached; -1: none.
    void setBars(const std::vector<Series>& series, int greenRow = -1);
    void setSpans(const std::vector<Span>& spans);
    [[nodiscard]] QChart& chart() const { return *m_chart; }

Q_SIGNALS:
    /// The mark of that row was clicked.
    void clicked(int row);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void draw();
    void drawBars();
    void drawSpans();
    void place();

    Theme& m_theme;
    const int m_rowHeight;
    QChartView* m_view;
    QChart* m_chart;
    std::vector<Series> m_series;
    std::vector<Span> m_spans;
    int m_greenRow = -1;
};

} // namespace keyturn
