// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace keyturn {

/// SQLite 3.40 forgot to mark json_valid() as harmless, so that with trusted_schema off (which we want: a book may come
/// from anywhere) it refuses every CHECK that uses it. This gives the connection one that is marked. False on failure.
bool registerJsonValid(sqlite3* handle);

} // namespace keyturn
