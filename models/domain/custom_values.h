// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

namespace keyturn {

// Custom field values live together in one JSON column (lead_profiles.custom_fields).

/// The value under `key`: text, qint64 or double; invalid if there is none.
QVariant customValue(const QString& json, const QString& key);
/// The column with `key` set, or without it when `value` is invalid. Compact, keys sorted.
QString withCustomValue(const QString& json, const QString& key, const QVariant& value);

} // namespace keyturn
