// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/domain/work_watch.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace keyturn {

struct RescueOrder
{
    QString from; ///< a damaged book; it stays as it is, to the last byte
    QString to;   ///< the new book; must not exist yet. Empty: it comes in the place of the damaged one, which is kept
                  ///< beside it with its logs as "Rivera damaged 2026-11-21.keyturn"
    std::shared_ptr<WorkWatch> watch{};
};

struct RescueReport
{
    QString file;
    QString keptAside;    ///< where the damaged file is now, if it had to make room
    bool isWhole = false; ///< nothing is known to be lost
    qint64 leads = 0, activities = 0, notes = 0, tasks = 0, documents = 0, contacts = 0; ///< saved
    qint64 lostLeads = 0;      ///< of which only the history could be saved: they stand there as "Lost lead"
    qint64 lostActivities = 0; ///< entries that the log should have
    qint64 lostPages = 0;      ///< of the file, that held rows
    qint64 pages = 0;
    qint64 brokenRows = 0; ///< on the other pages
    QStringList checks;    ///< what a check of the new book finds all the same

    /// What was saved and what was not, in sentences.
    [[nodiscard]] QStringList sentences() const;
};

/// Makes a sound book from what a damaged file still holds: header gone, pages overwritten, cut off, whatever. Blocks;
/// any thread. A kill at any moment leaves the damaged file, whole, under its own name or beside the new book. Errors:
/// Corrupt (nothing is left), Invalid, Busy, Storage, Cancelled; nothing has changed then.
Result<RescueReport> rescueBook(const RescueOrder& order, const Clock& clock);

} // namespace keyturn
