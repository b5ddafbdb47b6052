// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_detail.h"
#include "models/storage/connection.h"

#include <vector>

namespace keyturn::queries {

class Together; // rows.h

/// The people around one lead, the primary one first.
void contactsOf(Together& asked, LeadId lead, std::vector<ContactLink>& found);

/// Known people whose name, e-mail address or company contains every word of `text`, in any case and script; those
/// whose name begins with it come first. The link's own id is null and its role is the contact's type.
Result<std::vector<ContactLink>> findContacts(Connection& book, const QString& text, int limit);

} // namespace keyturn::queries
