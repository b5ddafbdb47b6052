// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QDateTime>
#include <QTimeZone>

namespace keyturn::cli {

/// "2026-02-15". Error: Invalid.
Result<QDate> readDate(const QString& text);

/// "2026-02-15T10:00", seconds if wanted, in `zone` unless the text names an offset or Z. Error: Invalid.
Result<QDateTime> readMoment(const QString& text, const QTimeZone& zone);

} // namespace keyturn::cli
