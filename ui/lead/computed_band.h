// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/lead/scenario_figures.h"

#include <QWidget>

namespace keyturn {

/// The computed figures of a scenario in one band below their inputs: loan to value, payment, debt to income with its
/// limit. What is not known is a dash, with the reason.
class ComputedBand : public QWidget
{
    Q_OBJECT

public:
    ComputedBand(Theme& theme, int columns, QWidget* parent = nullptr);

    void setFigures(const ScenarioFigures& figures);
    [[nodiscard]] const ScenarioFigures& figures() const { return m_figures; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Cell
    {
        QString label;
        QString figure;
        QString beside;
        QString below;
        QString mark; ///< right of the label
        bool good = true;
        qint64 bar = -1; ///< pct3; negative: none
    };
    [[nodiscard]] std::vector<Cell> cells() const;
    void describe();

    Theme& m_theme;
    int m_columns;
    ScenarioFigures m_figures;
};

} // namespace keyturn
