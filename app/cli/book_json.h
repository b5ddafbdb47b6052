// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/change_set.h"
#include "models/domain/lead_detail.h"
#include "models/domain/timeline_entry.h"

#include <QJsonObject>

namespace keyturn::cli {

// What scripts see. Columns keep the names of the data model; the stage goes by its key, people by their e-mail
// address, amounts in integer cents, moments as ISO 8601 in UTC with milliseconds.

/// One value of a column of `table`, null where the book has none.
QJsonValue columnToJson(const QString& table, const QString& column, const QVariant& value, const Catalogue& catalogue);

QJsonObject leadToJson(const LeadDetail& lead, const Catalogue& catalogue);
QJsonObject taskToJson(const Task& task, const Catalogue& catalogue);
QJsonObject entryToJson(const TimelineEntry& entry, const Catalogue& catalogue);

/// "2026-02-15T10:00:00.000Z", null for never.
QJsonValue instantToJson(Instant instant);

} // namespace keyturn::cli
