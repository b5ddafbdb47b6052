// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

namespace keyturn {

/// A plain area with a fill of the theme and, where asked for, one-pixel lines at its edges and rounded corners.
class Surface : public QWidget
{
    Q_OBJECT

public:
    explicit Surface(Theme& theme, QColor Colors::*fill, QWidget* parent = nullptr);

    void setFill(QColor Colors::*fill);
    void setLines(Qt::Edges edges, QColor Colors::*color = &Colors::line);
    /// A border all around with corners of `radius`.
    void setBox(QColor Colors::*border, int radius = 8);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QColor Colors::*m_fill;
    QColor Colors::*m_border = nullptr;
    QColor Colors::*m_line = &Colors::line;
    Qt::Edges m_edges;
    int m_radius = 0;
};

} // namespace keyturn
