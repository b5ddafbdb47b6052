// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/domain/catalogue.h"
#include "models/domain/export_order.h"

namespace keyturn {

class Connection;

/// Carries an export out, in a read transaction of the caller: one moment of the book. The file appears whole or not at
/// all. Errors: Storage, Cancelled, and what reading a book can bring.
Result<ExportOutcome> exportFiles(Connection& book, const ExportOrder& order, const Catalogue& catalogue, Instant now);

} // namespace keyturn
