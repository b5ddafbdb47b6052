// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace keyturn {

/// Where the table begins in a file and what its columns are called.
struct TableShape
{
    int skippedRows = 0; ///< titles and empty rows above the table; the header, if any, stands right below them
    bool hasHeader = false;
    QStringList columns; ///< a name for each column, each once; those without one in the file are empty
};

/// Judges by the first rows of the file (a few dozen). A header is a row of different words of which none is a number,
/// a date, an address or a telephone number; titles above it are rows that are much narrower than the table.
TableShape guessShape(const std::vector<QStringList>& firstRows);

/// The shape when the user has said how many rows to leave out and whether a header follows.
TableShape shapeOf(const std::vector<QStringList>& firstRows, int skippedRows, bool hasHeader);

} // namespace keyturn
