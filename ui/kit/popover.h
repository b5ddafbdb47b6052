// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QPointer>
#include <QWidget>

namespace keyturn {

/// A card that floats inside the window, with a shadow. Esc and a click elsewhere dismiss it; the keyboard goes back to
/// where it was. Deletes itself when dismissed, unless told otherwise.
class Popover : public QWidget
{
    Q_OBJECT

public:
    /// Lives in the window of `owner`.
    Popover(Theme& theme, QWidget* owner);

    /// Takes ownership; `margin` on all sides.
    void setContent(QWidget* content, int margin = 16);
    void setDeletedWhenDismissed(bool deleted) { m_deleted = deleted; }
    /// Below `anchor`, or above it if there is no room; `alignment` left, right or centre.
    void showAt(QWidget* anchor, Qt::Alignment alignment = Qt::AlignLeft);
    /// Below this rectangle of `anchor`.
    void showAt(QWidget* anchor, const QRect& rect, Qt::Alignment alignment = Qt::AlignLeft);
    /// In the middle of the window, `top` pixels from its upper edge (negative: centred).
    void showCentered(int top = -1);
    void dismiss();

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();
    void appear();

    Theme& m_theme;
    QPointer<QWidget> m_anchor;
    QPointer<QWidget> m_before;
    QRect m_anchorRect;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    int m_top = -1;
    bool m_deleted = true;
    bool m_open = false;
};

} // namespace keyturn
