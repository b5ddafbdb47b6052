// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/book_manifest.h"
#include "models/domain/catalogue.h"
#include "models/domain/work_watch.h"

namespace keyturn {

class Connection;
class WholeFile;

/// Writes a whole SQLite book as a zip archive: every table as CSV (formulas defused, an empty text as two quotes, a
/// missing value as nothing), the documents under their names, and the manifest. Private notes of others than
/// `catalogue.me` stay in the book, and with them what could be taken back. In a read transaction of the caller.
/// Answers the manifest.
Result<BookManifest> writeArchive(Connection& book, const Catalogue& catalogue, Instant now, WorkWatch* watch,
                                  WholeFile& file);

} // namespace keyturn
