// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/search_hit.h"

namespace keyturn {

class Connection;

namespace queries {

/// What fits `query`, of the kinds that the request names: whole words and the beginning of the last one first, then
/// what holds the words anywhere; the newest first among equals. A lead that is removed hides all that hangs on it;
/// private notes come to `me` alone.
Result<SearchResults> search(Connection& book, const SearchQuery& query, const SearchRequest& request, UserId me);

} // namespace queries
} // namespace keyturn
