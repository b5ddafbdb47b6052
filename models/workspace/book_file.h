// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCoreApplication>
#include <QString>

namespace keyturn {

/// What can be said of a book's file before any database touches it. Reads a few bytes and writes nothing.
class BookFile
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::BookFile)

public:
    /// The absolute path without links, so that one file has one lock. A file that does not exist keeps its given path.
    static QString canonicalPath(const QString& path);

    /// There is a readable, writable SQLite file. Errors: Invalid (missing, a folder), Storage
    /// (read-only), Corrupt (not a database).
    static Done checkExisting(const QString& path);

    /// `path`, by whatever name, is the file of `book` or one that is kept beside it. While the book is open in
    /// this program nobody may open such a file by hand: on POSIX, closing it again would drop the locks that SQLite
    /// holds.
    static bool isPartOf(const QString& path, const QString& book);

    /// A new book can be made here: nothing is in the way, and the folder (made if need be) can be written to.
    static Done prepareNew(const QString& path);
};

} // namespace keyturn
