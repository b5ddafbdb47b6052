// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace keyturn::cli {

/// Does what `words` (the arguments after the program's name) ask for, without a window, and answers the exit status.
/// Needs a QCoreApplication with its version set; runs its event loop. `lastWorkspace` is the book to use when none is
/// named. A book that a running program holds is not touched: the command goes there.
int runCommandLine(const QStringList& words, const QString& lastWorkspace);

} // namespace keyturn::cli
