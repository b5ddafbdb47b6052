// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/report.h"
#include "models/storage/queries/stage_history.h"

namespace keyturn::queries {

/// What a report is made with, besides the book.
struct ReportContext
{
    Catalogue catalogue;
    Instant now;
    QTimeZone zone; ///< where days begin and end
};

/// Answers any of reportSpecs(). With `request.behind`, only ReportTable::leads is worth looking at. `keeper` is used
/// on the connection's thread; it spares the next question a pass over the book.
Result<ReportTable> report(Connection& book, const ReportRequest& request, const ReportContext& context,
                           HistoryKeeper& keeper);

} // namespace keyturn::queries
