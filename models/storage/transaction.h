// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/connection.h"

namespace keyturn {

/// Everything or nothing: what is not committed when this goes out of scope is rolled back. Does not nest.
class Transaction
{
public:
    /// Write takes the write lock of a SQLite file at once, so that no later statement can be refused for it. Read sees
    /// one unchanging state of the book.
    enum class Kind { Write, Read };

    static Result<Transaction> begin(Connection& connection, Kind kind = Kind::Write);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    /// An error means that nothing of it happened.
    Done commit();
    void rollback();

private:
    explicit Transaction(Connection& connection)
        : m_connection(&connection)
    {}
    Connection* m_connection;
};

} // namespace keyturn
