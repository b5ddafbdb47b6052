// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QWidget;

namespace keyturn {

/// Opens `menu` below `anchor`: flush with its left edge, or with its right one where it would leave the window. GUI
/// thread; the menu stays its owner's.
void popUpBelow(QMenu& menu, const QWidget& anchor);

} // namespace keyturn
