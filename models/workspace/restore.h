// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/domain/work_watch.h"

#include <QString>

#include <memory>

namespace keyturn {

class FaultInjector;

struct RestoreOrder
{
    QString from; ///< a backup, any other Keyturn book, or the archive of one
    QString to;   ///< the book in whose place it comes; made if there is none
    std::shared_ptr<WorkWatch> watch{};
    FaultInjector* faults = nullptr; ///< tests only; not owned
};

struct RestoreOutcome
{
    QString file;
    QString keptAside; ///< where the book that was there is now; empty: there was none
    QString organization;
    qint64 leads = 0; ///< live ones
    qint64 activities = 0;
    qint64 documents = 0;
    qint64 bytes = 0;
};

/// Puts a book in the place of another one, or of none. Everything is read and checked first: that it is a book of ours
/// and none of a newer program, its structure, its keys, its log, entry by entry. What was there is kept beside it
/// under another name. A kill at any moment leaves the old book or the new one.
///
/// Blocks, for minutes with a large book; any thread, but `to` must not be open in this program. Errors: Invalid,
/// TooNew, Corrupt (the source; `rescueBook` may save some of it), Busy (somebody has one of them open), Storage,
/// Cancelled. Whatever the error, nothing has changed.
Result<RestoreOutcome> restoreBook(const RestoreOrder& order, const Clock& clock);

} // namespace keyturn
