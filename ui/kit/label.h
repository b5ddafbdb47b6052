// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QLabel>

class QTextLayout;

namespace keyturn {

/// Text in a style and a colour of the theme. Follows the theme; elides at the right instead of forcing its width when
/// asked to. What is wrapped has the lines of its style, unless it can be selected.
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
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    [[nodiscard]] bool isParagraph() const;
    /// Breaks the text into lines of that width. Answers how many there are.
    int breakLines(QTextLayout& layout, int width) const;

    Theme& m_theme;
    TextStyle m_style;
    QColor Colors::*m_color = &Colors::text;
    bool m_elided = false;
};

} // namespace keyturn
