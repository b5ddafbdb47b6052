// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace keyturn {

/// A name for QSqlDatabase that no other connection of this process has. Thread-safe.
QString uniqueConnectionName();

} // namespace keyturn
