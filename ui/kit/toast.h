// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

#include <functional>

class QVariantAnimation;

namespace keyturn {

class Button;
class IconButton;
class KeyCap;
class Label;

/// A word at the bottom of the window that goes away by itself after 8 seconds, with one thing to do about it. Stays
/// while the pointer rests on it. One for each window.
class Toast : public QWidget
{
    Q_OBJECT

public:
    Toast(Theme& theme, QWidget* window);

    /// `action` and its key are left out when empty.
    void showMessage(const QString& text, const QString& action = {}, const QString& keys = {},
                     std::function<void()> act = {});
    void dismiss();
    /// Keeps so many pixels above the foot of the window free.
    void setFoot(int height);
    [[nodiscard]] QString message() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void place();

    Theme& m_theme;
    int m_foot = 0;
    Label* m_text;
    Button* m_action;
    KeyCap* m_keys;
    std::function<void()> m_act;
    QVariantAnimation* m_motion;
    int m_timer = 0;
};

} // namespace keyturn
