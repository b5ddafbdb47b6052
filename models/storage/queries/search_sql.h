// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/search_hit.h"
#include "models/storage/dialect.h"

#include <QVariant>

#include <vector>

namespace keyturn::queries {

/// A statement and the values of its placeholders.
struct SearchSql
{
    QString text;
    std::vector<QVariant> values;
};

/// What finds rows of a kind, the better attempts first: whole words, then what stands inside of words. Every one
/// answers the columns id, lead, its name, stage, owner and value, then title, text, detail, private and moment of the
/// row, newest first. None: the query is not about rows of this kind.
std::vector<SearchSql> searchStatements(Dialect dialect, SearchKind kind, const SearchQuery& query, UserId me,
                                        int limit);

} // namespace keyturn::queries
