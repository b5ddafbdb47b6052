// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QString>

class QSqlError;

namespace keyturn {

/// What SQLite said, in words for a person. `code` is the extended result code.
Error sqliteError(int code, const QString& message);

/// What PostgreSQL said, by its SQLSTATE. A broken connection has none: that is Offline.
Error postgresError(const QSqlError& error);

/// What QtSql says of a SQLite file; for the way that does not step the statement itself.
Error sqliteError(const QSqlError& error);

} // namespace keyturn
