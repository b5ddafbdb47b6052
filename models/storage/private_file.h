// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace keyturn {

/// Makes an empty file that only its owner can read and write, from its first moment on. False if it exists already.
bool makePrivateFile(const QString& path);

/// Makes a folder that only its owner can enter. False if that failed.
bool makePrivateFolder(const QString& path);

/// Gives `from` the name `to` unless something has that name already, and makes that last through a power cut.
bool renameWithoutReplacing(const QString& from, const QString& to);

/// The name under which a file is written before it gets the name `wanted`: "Rivera.keyturn.1f2e3d4c.part".
QString partName(const QString& wanted);

/// Removes what programs that were killed have left of writing `wanted`, and of backups in the same folder. What was
/// touched within the last hour may still be written and stays. `now` by the clock of the disk, which on a network is
/// another one: that of a file just made there.
void clearAbandonedParts(const QString& wanted, const QDateTime& now);

} // namespace keyturn
