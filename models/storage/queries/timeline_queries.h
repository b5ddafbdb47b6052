// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/timeline_entry.h"
#include "models/storage/connection.h"

namespace keyturn::queries {

/// One page of a lead's timeline as `reader` may see it, newest first; the thousandth page costs what the first one
/// costs. Corrections (R1) have been worked in, notes show their present text, and the reader's own private notes (R9)
/// stand among the entries with the type "private_note". Other people's private notes never leave the store.
Result<TimelinePage> timeline(Connection& book, const TimelineQuery& query, UserId reader);

} // namespace keyturn::queries
