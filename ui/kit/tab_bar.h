// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

#include <vector>

namespace keyturn {

/// A row of choices, one of them current: underlined tabs (40 px), pills that filter (28 px), or segments with icons
/// (32 px). One tab stop; the arrow keys, Home and End choose.
class TabBar : public QWidget
{
    Q_OBJECT

public:
    enum class Look { Underlined, Pills, Segments };

    TabBar(Theme& theme, Look look, QWidget* parent = nullptr);

    /// Answers the index.
    int addTab(const QString& text, const QString& iconName = {});
    void clear();
    void setText(int index, const QString& text);
    /// Shown behind the text; negative: none.
    void setCount(int index, qint64 count);
    [[nodiscard]] int count() const { return static_cast<int>(m_tabs.size()); }
    [[nodiscard]] int currentIndex() const { return m_current; }
    void setCurrentIndex(int index);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Tab
    {
        QString text;
        QString icon;
        qint64 count = -1;
    };

    [[nodiscard]] int tabWidth(const Tab& tab) const;
    [[nodiscard]] QRect tabRect(int index) const;
    [[nodiscard]] int indexAt(QPoint position) const;
    [[nodiscard]] int gap() const;
    void describe();

    Theme& m_theme;
    Look m_look;
    std::vector<Tab> m_tabs;
    int m_current = -1;
    int m_hovered = -1;
};

} // namespace keyturn
