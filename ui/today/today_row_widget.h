// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QModelIndex>
#include <QPersistentModelIndex>
#include <QWidget>

namespace keyturn {

class Button;
class IconButton;

/// One row of the working list, 52 px high: who, why, how much, what time it is there, and the one action. The selected
/// row has the filled button and a way to snooze.
class TodayRowWidget : public QWidget
{
    Q_OBJECT

public:
    explicit TodayRowWidget(Theme& theme, QWidget* parent = nullptr);

    void showRow(const QModelIndex& index, bool isLast);
    void setSelected(bool selected);
    [[nodiscard]] QModelIndex index() const { return m_index; }
    [[nodiscard]] Button* action() const { return m_action; }

    static constexpr int height = 52;

Q_SIGNALS:
    void selected(const QModelIndex& index);
    void opened(const QModelIndex& index);
    void acted(const QModelIndex& index);
    void snoozed(const QModelIndex& index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void place();
    void paintName(QPainter& painter, const QRect& rect);
    void paintLocalTime(QPainter& painter, const QRect& rect);

    Theme& m_theme;
    QPersistentModelIndex m_index;
    Button* m_action;
    IconButton* m_snooze;
    bool m_selected = false;
    bool m_ringed = false;
    bool m_isLast = false;
};

} // namespace keyturn
