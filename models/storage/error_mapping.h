// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QString>

class QSqlError;

namespace keyturn {

/// What SQLite said, in words for a person. `code` is the extended result code.
Error sqliteError(int code, const QString& message);

/// What PostgreSQL said, by its SQLSTATE. A broken connection has none: that is Offline.
Error postgresError(const QString& state, const QString& message);

/// Why a server could not be reached or did not let us in, by what libpq says of it in English. Untrusted has a
/// nativeCode of "certificate", "host_name", "no_tls" or "channel_binding".
Error postgresConnectError(const QSqlError& error, const QString& host);

/// What QtSql says of a SQLite file; for the way that does not step the statement itself.
Error sqliteError(const QSqlError& error);

} // namespace keyturn
