// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_detail.h"
#include "models/domain/today.h"

namespace keyturn {

/// One row of the working list, as the book told it.
struct TodayRow
{
    LeadId lead;
    Task task;             ///< id null if the row is not a task
    QString lockExpiresOn; ///< YYYY-MM-DD
    QString closesOn;
    Instant lastActivityAt; ///< silent leads

    [[nodiscard]] QString key() const { return task.id.isNull() ? lead.toString() : task.id.toString(); }

    friend bool operator==(const TodayRow&, const TodayRow&) = default;
};

} // namespace keyturn
