// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_detail.h"
#include "models/storage/connection.h"

namespace keyturn::queries {

/// One lead as its page shows it to `reader`. Errors: Invalid if there is no such lead. A removed lead is answered,
/// with deleted_at set, so that its page can offer to bring it back.
Result<LeadDetail> leadDetail(Connection& book, LeadId id, UserId reader, Instant now);

} // namespace keyturn::queries
