// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/draft.h"

#include <optional>

namespace keyturn {

/// How an entry of the log reads after its corrections. The newest activity_corrected of an entry decides.
struct Correction
{
    std::optional<QString> text;
    bool withdrawn = false;
};

bool isCorrectable(const QString& activityType);
Result<Correction> presentState(const Draft& draft, const Record& activity);
/// The entry keeps what was there before, so that it can be taken back itself.
void logCorrection(Draft& draft, const QString& lead, const QString& activity, const Correction& from,
                   const Correction& to, const QJsonObject& more);

} // namespace keyturn
