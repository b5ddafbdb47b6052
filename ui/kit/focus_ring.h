// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QPointer>
#include <QWidget>

namespace keyturn {

/// The ring around the widget that has the keyboard: close and soft around text boxes, at a distance around the rest
/// and only when the keyboard brought the focus there. Views mark their own current item. One for each application.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(Theme& theme, QObject* parent = nullptr);
    ~FocusRing() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Frame;

    void follow(QWidget* widget, Qt::FocusReason reason);
    void leave();
    void place();

    Theme& m_theme;
    QPointer<Frame> m_frame;
    QPointer<QWidget> m_target;
    QList<QPointer<QWidget>> m_watched;
};

} // namespace keyturn
