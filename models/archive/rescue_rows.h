// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/domain/work_watch.h"

#include <QString>

#include <vector>

namespace keyturn {

class Connection;
class SqlitePages;

/// What was found in a damaged file.
struct RescueCount
{
    struct Table
    {
        QString name;
        qint64 saved = 0;
        qint64 standIns = 0; ///< rows made for what others refer to and what is lost
    };

    std::vector<Table> tables;
    qint64 pages = 0;
    qint64 lostPages = 0;      ///< held rows once and cannot be read
    qint64 brokenRows = 0;     ///< on pages that can be read
    qint64 lostActivities = 0; ///< entries that the log's numbering knows and nobody has seen
    qint64 clearedLinks = 0;   ///< references to lost rows that a row can do without

    [[nodiscard]] qint64 saved(const QString& table) const;
    [[nodiscard]] qint64 standIns(const QString& table) const;
    /// Nothing was lost that anybody could know of.
    [[nodiscard]] bool isWhole() const;
};

/// Carries every row that the pages still hold into a fresh, empty book. What page belongs to which table is said by
/// the file's own tree where it stands, elsewhere by what the tables of a book accept. Rows that refer to lost ones get
/// a stand-in, so that a lead's history is found even where the lead is gone.
/// Corrupt if there is nothing to be saved.
Result<RescueCount> rescueRows(SqlitePages& pages, Connection& book, const Clock& clock, WorkWatch* watch);

} // namespace keyturn
