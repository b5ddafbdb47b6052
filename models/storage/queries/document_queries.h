// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_detail.h"
#include "models/storage/connection.h"

#include <vector>

namespace keyturn::queries {

class Together; // rows.h

/// The newest first.
void documentsOf(Together& asked, LeadId lead, std::vector<Document>& found);

/// Errors: Invalid if there is no such document or its bytes are kept elsewhere.
Result<QByteArray> documentContent(Connection& book, DocumentId id);

} // namespace keyturn::queries
