// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QLabel>

namespace keyturn {

/// Text in a style and a colour of the theme. Follows the theme; elides at the right instead of forcing its width when
/// asked to.
class Label : public QLabel
{
    Q_OBJECT

public:
    Label(Theme& theme, TextStyle style, const QString& text = {}, QWidget* parent = nullptr);
    Label(Theme& theme, TextStyle style, QColor Colors::*color, const QString& text = {}, QWidget* parent = nullptr);

    void setColor(QColor Colors::*color);
    void setTextStyle(TextStyle style);
    void setElided(bool elided);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    Theme& m_theme;
    TextStyle m_style;
    QColor Colors::*m_color = &Colors::text;
    bool m_elided = false;
};

} // namespace keyturn
