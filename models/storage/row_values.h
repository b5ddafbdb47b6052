// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/domain/change_set.h"

#include <QVariant>

#include <vector>

namespace keyturn {

struct ColumnSpec;
struct TableSpec;

/// What a new row gets where the change set says nothing.
struct RowFilling
{
    QString organization;
    Instant at;
};

/// `value` as the column stores it in both databases. Invalid for text with a zero character, which PostgreSQL has no
/// place for.
Result<QVariant> canonicalValue(const ColumnSpec& column, const QVariant& value);

/// All values of a new row in the order of its columns, with the defaults filled in. Invalid for a column that the
/// table does not have.
Result<std::vector<QVariant>> completeRow(const TableSpec& table, const RowChange& row, const RowFilling& filling);

/// The error for a table or column that no descriptor names.
tl::unexpected<Error> unknownPlace(const QString& name);

} // namespace keyturn
