// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keyturn::cli {

/// From now on Ctrl+C and a polite request to end do not kill the process: interrupted() tells of them, so that the
/// command can be finished or taken back as a whole. A second one kills as usual.
void catchInterrupts();
bool interrupted();

} // namespace keyturn::cli
