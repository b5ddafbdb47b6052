// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace keyturn {

/// The pages of a SQLite file, read without SQLite and without trust: nothing in it needs to be right. What its
/// write-ahead log has committed, checksum by checksum, stands in for the pages of the file. Opens files by hand: never
/// on a book that is open in this program.
class SqlitePages
{
public:
    /// Errors: Storage only; any file has pages.
    static Result<std::unique_ptr<SqlitePages>> open(const QString& path);

    [[nodiscard]] int pageSize() const { return m_pageSize; }
    [[nodiscard]] int usable() const { return m_pageSize - m_reserved; }
    [[nodiscard]] quint32 count() const { return m_count; }
    [[nodiscard]] bool hasHeader() const { return m_hasHeader; }
    /// Numbers begin with 1. Shorter than a page where the file ends; empty beyond it.
    [[nodiscard]] QByteArray page(quint32 number);

private:
    SqlitePages() = default;
    void readHeader();
    void guessPageSize();
    void readLog(const QString& path);

    QFile m_file;
    QFile m_log;
    QHash<quint32, qint64> m_logged; ///< page to where it stands in the log
    int m_pageSize = 4096;
    int m_reserved = 0;
    quint32 m_count = 0;
    bool m_hasHeader = false;
};

/// A value as a record holds it.
struct SqliteValue
{
    enum class Type { Null, Integer, Real, Text, Blob };

    Type type = Type::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArray bytes;
};

struct SqliteRow
{
    qint64 rowid = 0;
    std::vector<SqliteValue> values;
};

/// What a page of rows holds.
struct SqliteLeaf
{
    std::vector<SqliteRow> rows;
    int unreadable = 0; ///< cells that are no rows (any more)
    int lastCell = 0;   ///< where the one nearest to the end of the page begins
};

/// The rows of a leaf of a table; nothing if the page is none.
std::optional<SqliteLeaf> readLeaf(SqlitePages& pages, quint32 number);

/// The rows of any page of a table whose rows have no number, only a key; inner pages hold some too.
std::optional<SqliteLeaf> readKeyed(SqlitePages& pages, quint32 number);

/// The pages that an inner page of either kind of table points at; nothing if the page is none.
std::optional<std::vector<quint32>> readInner(SqlitePages& pages, quint32 number);

} // namespace keyturn
