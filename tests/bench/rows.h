// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measure.h"

namespace keyturn::bench {

/// Where a row finds what it measures with.
struct Setting
{
    QString program; ///< this executable, for child processes
    QString book;    ///< a copy that may be changed
    int effort = 1;  ///< multiplies the rounds
};

using Rows = std::vector<Row>;

Rows measureStart(const Setting& setting);
Rows measureBoardQuery(const Setting& setting);
Rows measureWholeBoard(const Setting& setting);
Rows measureMemory(const Setting& setting);
Rows measureTimeline(const Setting& setting);
Rows measureSearch(const Setting& setting);
Rows measureFilterAndSort(const Setting& setting);
Rows measureBoardPainting(const Setting& setting); ///< scroll and full repaint
Rows measureDrop(const Setting& setting);
Rows measureBlocks(const Setting& setting); ///< the longest time for which the window does not answer
/// A server and what it costs: row security, the distance, many operations. Without PostgreSQL these end the run.
Rows measureRowSecurity(const Setting& setting);
Rows measureFarBoard(const Setting& setting);
Rows measurePush(const Setting& setting);
Rows measureWholeBook(const Setting& setting); ///< reports, duplicates, exports
Rows measureMove(const Setting& setting);
Rows measureImport(const Setting& setting);

// What child processes do; each answers the exit status.
int childStart(const QString& book);
int childEmptyWindow();
int childMemory(const QString& kind, int leads);

} // namespace keyturn::bench
