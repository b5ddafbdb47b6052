// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"

#include <QJsonValue>

#include <optional>

namespace keyturn {

class Connection;

/// A fact of this desk in local_settings, or nothing if it was never set. Scalars are wrapped: any JSON value goes.
Result<std::optional<QJsonValue>> localSetting(Connection& connection, const QString& key);
Done setLocalSetting(Connection& connection, const QString& key, const QJsonValue& value, Instant now);

} // namespace keyturn
