// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"

#include <QMap>
#include <QString>

#include <atomic>
#include <functional>

namespace keyturn {

/// A book of fictitious leads: the same seed, size and moment give the same book, row for row.
struct SampleBook
{
    QString path; ///< must not exist yet; its folder is made if need be
    qint64 leads = 60;
    quint64 seed = 1;
    Instant now;      ///< what the data takes for the present; null: the beginning of today, UTC
    QString timezone; ///< IANA name of organization and users; empty: the system's
    /// One lead gets so many entries more in its timeline.
    int longTimeline = 0;
};

/// Rows by table.
using SampleCounts = QMap<QString, qint64>;

/// Makes the book, blocking, on any thread: closed again when the function returns, and nobody holds it. It is written
/// beside `path` and gets its name when it is whole, so that a crash or `cancel` leaves no half book.
/// `progress` gets 0 to 100, on the calling thread. Errors: Invalid, Storage, Cancelled.
Result<SampleCounts> createSampleBook(const SampleBook& order, const std::function<void(int)>& progress,
                                      const std::atomic_bool& cancel);

} // namespace keyturn
