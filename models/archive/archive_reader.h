// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/archive/book_manifest.h"
#include "models/domain/work_watch.h"

#include <memory>

namespace keyturn {

class Clock;
class Connection;

/// The archive of a book, read with distrust: whatever is not as the manifest says ends it as Corrupt.
class ArchiveReader
{
public:
    /// True for a zip file, by its first bytes.
    static bool isArchive(const QString& path);
    /// Errors: Storage, Invalid (no archive of ours), TooNew, Corrupt.
    static Result<std::unique_ptr<ArchiveReader>> open(const QString& path);
    ~ArchiveReader();

    [[nodiscard]] const BookManifest& manifest() const { return m_manifest; }
    /// Fills a book that is empty to the last table: makes its schema, writes every row as it was, and what the store
    /// computes. `book` is a draft that is thrown away when this fails.
    Done load(Connection& book, const Clock& clock, WorkWatch* watch);

private:
    class Loading;
    struct Zip;
    explicit ArchiveReader(std::unique_ptr<Zip> zip);

    std::unique_ptr<Zip> m_zip;
    BookManifest m_manifest;
};

} // namespace keyturn
