// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QDate>
#include <QString>
#include <QVariant>

#include <optional>
#include <vector>

namespace keyturn {

/// A question to the whole book whose answer is a table.
struct ReportRequest
{
    QString name; ///< as scripts call it: "recent_activities", "stage_conversion" …
    std::optional<QDate> from;
    std::optional<QDate> to; ///< inclusive
    std::optional<UserId> owner;
};

struct ReportColumn
{
    enum class Kind { Text, Count, Money, Percent, Days, Date, Moment };

    QString key; ///< as in JSON and in the file's header
    Kind kind = Kind::Text;
};

struct ReportTable
{
    std::vector<ReportColumn> columns;
    std::vector<std::vector<QVariant>> rows;
    std::vector<std::vector<LeadId>> leads; ///< of each row: the leads it speaks of
};

} // namespace keyturn
