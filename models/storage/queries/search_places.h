// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/search_hit.h"
#include "models/storage/dialect.h"

namespace keyturn::queries {

/// Where the rows of a kind stand and what is shown of them. The lead they hang on is `l` in every one.
struct SearchPlace
{
    QString index;    ///< of the words, in SQLite
    QString midIndex; ///< of the trigrams; empty: there are none
    QString row;      ///< alias of the rows
    QString from;     ///< tables
    QString columns;  ///< id, then what stands behind the lead's columns
    QString alive;
    QString moment;
    bool isPrivate = false; ///< `alive` asks for the reader
    QString words;          ///< all the text, in PostgreSQL
    QString digits;         ///< telephone numbers, in PostgreSQL; empty: there are none
};

SearchPlace searchPlace(Dialect dialect, SearchKind kind);

} // namespace keyturn::queries
