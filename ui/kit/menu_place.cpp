// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/menu_place.h"

#include <QMenu>

namespace keyturn {

void popUpBelow(QMenu& menu, const QWidget& anchor)
{
    constexpr int gap = 4;
    const QWidget* window = anchor.window();
    const int width = menu.sizeHint().width();
    const bool fits = anchor.mapTo(window, QPoint(width, 0)).x() <= window->width();
    menu.popup(anchor.mapToGlobal(QPoint(fits ? 0 : anchor.width() - width, anchor.height() + gap)));
}

} // namespace keyturn
