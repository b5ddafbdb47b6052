// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// Cells of the lists that we write. UTF-8 throughout.
namespace keyturn::csv_cell {

/// `text` as no spreadsheet takes it for a formula: every line of it that begins (behind blanks) with = + - @, their
/// wide forms, a tab or a line end gets an apostrophe in front. So does a line that begins with an apostrophe, which
/// makes restored() exact.
QByteArray defused(QByteArrayView text);

/// What defused() was given. Only for files that are known to be ours: in others an apostrophe is an apostrophe.
QByteArray restored(QByteArrayView text);

/// Appends the cell to a line, in quotes where RFC 4180 or a careless reader needs them. An empty text is written as
/// two quotes if `marksEmpty`, so that it can be told from a cell without a value.
void append(QByteArray& line, QByteArrayView cell, bool marksEmpty = false);

} // namespace keyturn::csv_cell
