// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QAbstractButton>

namespace keyturn {

/// One figure of the business with its name above and how it compares below. A click opens the leads behind it.
class ReportTile : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Trend { None, Better, Worse };

    ReportTile(Theme& theme, const QString& name, QWidget* parent = nullptr);

    /// An empty figure: it is being counted, or there is none.
    void setFigure(const QString& figure, const QString& exact = {});
    void setComparison(const QString& words, Trend trend, bool isMore);
    [[nodiscard]] QString figure() const { return m_figure; }
    [[nodiscard]] QString comparison() const { return m_words; }
    [[nodiscard]] QSize sizeHint() const override { return {160, 84}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {110, 84}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    Theme& m_theme;
    QString m_figure;
    QString m_words;
    Trend m_trend = Trend::None;
    bool m_isMore = false;
};

} // namespace keyturn
