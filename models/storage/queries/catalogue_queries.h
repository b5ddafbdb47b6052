// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/change_set.h"
#include "models/storage/connection.h"

namespace keyturn::queries {

/// Everything but `me` and `device`, which are facts of the desk and not of the book. A book holds one organization; a
/// server shows one.
Result<Catalogue> catalogue(Connection& book);

/// True if a catalogue that was read before `changes` is out of date after them.
bool touchesCatalogue(const ChangeSet& changes);

} // namespace keyturn::queries
