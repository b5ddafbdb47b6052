// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keyturn {

/// Windows of this program may be translucent: somebody puts the windows of the screen together. False on an X server
/// without a compositing manager, where what such a window does not paint is black. GUI thread; asks the server.
bool isComposited();

} // namespace keyturn
