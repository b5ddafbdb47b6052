// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace keyturn {

class Connection;

/// A table of a SQLite book as it really is, whatever migration made it.
struct BookTable
{
    enum class Type { Integer, Real, Text, Blob };
    struct Column
    {
        QString name;
        Type type = Type::Text;
        bool notNull = false;
        QString references; ///< table that it points at; empty: none
    };

    QString name;
    std::vector<Column> columns;
    QString order;           ///< what a scan in its own order is ordered by
    int numberColumn = -1;   ///< the one that is the row's own number; -1: none
    bool isKeyed = false;    ///< rows have no number of their own, only their key
    std::vector<int> stored; ///< the columns in the order in which a record of the file has them

    [[nodiscard]] int indexOf(const QString& column) const;
    [[nodiscard]] QString columnList() const;
};

/// The tables that hold what people put in: not what the store computes (totals, search index) or knows of itself
/// (migrations). By name.
Result<std::vector<BookTable>> bookTables(Connection& book);

/// Takes every index and trigger away, for rows to be written that are what they are, and puts them back with
/// everything that they would have kept: counters, totals, the search index.
class BareBook
{
public:
    explicit BareBook(Connection& book)
        : m_book(book)
    {}
    /// Unique indexes may stay: they keep a row from coming twice.
    enum class Unique { Goes, Stays };
    Done strip(Unique unique = Unique::Goes);
    Done dress();

private:
    Connection& m_book;
    std::vector<QString> m_indexes;
    std::vector<QString> m_triggers;
};

/// A draft is thrown away when anything goes wrong: until it is done it needs no journal, and sorts on the disk instead
/// of in memory. To be called outside of transactions.
Done beginDraft(Connection& book);
/// The file is a book like any other from here on; the caller brings it to the disk.
Done endDraft(Connection& book);

} // namespace keyturn
