// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/report_model.h"
#include "ui/kit/theme.h"

#include <QTableView>

namespace keyturn {

class BarView;

/// The table of a report, as high as its rows: the page scrolls, not the table. Figures that have leads behind them are
/// links: a click or Enter opens them. Where its model has a column "bar", the marks of a chart stand in it.
class ReportTableView : public QTableView
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 32;

    ReportTableView(Theme& theme, ReportModel& model, QWidget* parent = nullptr);

    /// The chart beside the rows, of which this is the parent; null if there is no column for one.
    [[nodiscard]] BarView* bars() const { return m_bars; }
    /// How wide the marks are at least.
    void setBarWidth(int width);
    /// Columns get their width from what they hold, the rest goes to the first one or to the marks.
    void fitColumns();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(const QModelIndex& index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void placeBars();
    [[nodiscard]] int barColumn() const;
    [[nodiscard]] bool isNumber(int column) const;
    [[nodiscard]] bool isLink(const QModelIndex& index) const;

    Theme& m_theme;
    ReportModel& m_model;
    BarView* m_bars = nullptr;
    int m_barWidth = 120;
};

} // namespace keyturn
