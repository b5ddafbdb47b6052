// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/id.h"
#include "models/storage/connection.h"
#include "tests/support/postgres_server.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace keyturn::test {

/// Empty, migrated books on both databases. A test class holds one:
///
///     void initTestCase() { QVERIFY2(m_databases.start().isEmpty(), …); }
///     void move_data() { m_databases.addRows(); }
///     void move() { auto db = m_databases.open(); … }   // of the current row's dialect
class DatabaseFixture
{
public:
    /// Makes the templates. On failure the reason, else an empty string.
    QString start();
    /// False only where PostgreSQL is not installed: the rows of addRows() then are SQLite's alone.
    [[nodiscard]] bool hasPostgres() const { return m_server != nullptr; }

    /// A column "dialect" with the rows "sqlite" and "postgresql".
    void addRows() const;
    /// The same, and a row "member": PostgreSQL, read by a person of the team through row security. For tests that take
    /// their connection for reading from reader().
    void addRowsWithMember() const;
    /// For data of one's own.
    [[nodiscard]] std::vector<Dialect> dialects() const;

    /// A new empty book of the dialect of the current data row. Fails the test (and answers nothing) if that fails.
    std::unique_ptr<Connection> open();
    std::unique_ptr<Connection> open(Dialect dialect);
    /// One more connection to the book that open() made last.
    std::unique_ptr<Connection> openAgain();
    /// A connection for reading the book that open() made last: of `user` as a manager with a login of their own on the
    /// row "member", else one more like the first. The user is in the book by now.
    std::unique_ptr<Connection> reader(UserId user);
    /// Path of the SQLite book that open() made last.
    [[nodiscard]] QString sqlitePath() const { return m_lastPath; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    ManualClock clock{Instant{1'770'000'000'000}}; ///< 2026-02-02T02:40:00Z

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;
    QString m_lastPath;
    QString m_lastDatabase;
    Dialect m_lastDialect = Dialect::Sqlite;
    int m_made = 0;
};

} // namespace keyturn::test

Q_DECLARE_METATYPE(keyturn::Dialect)
