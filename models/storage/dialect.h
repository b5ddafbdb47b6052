// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/schema.h"

#include <QString>

namespace keyturn {

/// Which database a connection speaks to. Queries are the same text for both; only writing differs, and this is where.
enum class Dialect { Sqlite, Postgres };

/// The name under which rows of `table` are written. Reading uses the plain name in both databases.
QString writableName(Dialect dialect, const TableSpec& table);
QString writableName(Dialect dialect, const QString& table);

/// The placeholder for a canonical value that goes into `column`: "?", with the cast that PostgreSQL needs.
QString placeholder(Dialect dialect, const ColumnSpec& column);

/// `column` of a table that is named by writableName(), as a canonical value.
QString canonicalColumn(Dialect dialect, const ColumnSpec& column);

} // namespace keyturn
