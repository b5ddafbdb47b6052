// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace keyturn {

/// Makes an empty file that only its owner can read and write, from its first moment on. False if it exists already.
bool makePrivateFile(const QString& path);

/// Makes a folder that only its owner can enter. False if that failed.
bool makePrivateFolder(const QString& path);

/// Gives `from` the name `to` unless something has that name already, and makes that last through a power cut.
bool renameWithoutReplacing(const QString& from, const QString& to);

} // namespace keyturn
