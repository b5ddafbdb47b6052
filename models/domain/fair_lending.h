// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace keyturn {

// What must not exist in a lender's records (data-model.md 2.6): race, color, religion, national origin and language,
// sex, marital status, family plans, birth dates, age, social security numbers, census tracts. English and Spanish
// words are known.

/// True if a key ("borrowerAge", "date_of_birth", "SSN") names such a fact. Whole words count: "usage", "mortgage" and
/// "single_family" are fine, and so is "birthday_md", a greeting's month and day.
bool isForbiddenKey(const QString& key);

/// The same for words that people write: tags, labels of custom fields and their choices. Also catches the facts
/// themselves ("Hispanic", "female").
bool isForbiddenLabel(const QString& label);

/// A payload without its forbidden keys, at every depth.
QJsonObject withoutForbiddenKeys(const QJsonObject& payload);
/// The same for compact JSON text; text that is no JSON object comes back unchanged.
QString withoutForbiddenKeys(const QString& json);

} // namespace keyturn
