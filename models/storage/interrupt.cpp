// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/interrupt.h"

#include "models/storage/connection.h"

#include <sqlite3.h>

namespace keyturn {

void interrupt(const Connection& connection)
{
    if (sqlite3* const handle = connection.native()) {
        sqlite3_interrupt(handle);
    }
}

} // namespace keyturn
