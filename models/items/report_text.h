// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/report.h"

#include <QTimeZone>

namespace keyturn {

/// The words and numbers of reports, in the user's language and locale.
namespace ReportText {

/// "Conversion by source"; a name that is not known, as it is.
QString title(const QString& report);
/// The head of a column.
QString column(const QString& key);
/// "Stage moves" for status_changed, and so on.
QString activityType(const QString& key);
/// A value as people read it: amounts of a million and more are short ("$9.42M"); what is missing is a dash.
QString cell(const QVariant& value, const ReportColumn& column, const Catalogue& catalogue, const QTimeZone& zone);
/// The same with nothing left out.
QString exactCell(const QVariant& value, const ReportColumn& column, const Catalogue& catalogue, const QTimeZone& zone);
/// "4 min", "3 h", "2 d"
QString minutes(double minutes);
/// "Jan 1 to Nov 19, 2026", or the one day.
QString period(QDate from, QDate to);
/// "all", for the row below the others.
QString sumWord();

} // namespace ReportText

} // namespace keyturn
