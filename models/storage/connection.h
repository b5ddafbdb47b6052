// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/server_address.h"
#include "models/storage/dialect.h"
#include "models/storage/fault_injector.h"
#include "models/storage/statement.h"

#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

class QThread;
struct pg_conn;
struct sqlite3;

namespace keyturn {

class Watchdog;
struct PostgresSession;

struct SqliteOptions
{
    enum class Mode { ReadWrite, ReadOnly };

    QString path; ///< or ":memory:"
    Mode mode = Mode::ReadWrite;
    /// A missing file is made (0600); its folder too, if only the last part of the path is missing (0700).
    bool create = false;
    int busyTimeoutMs = 5000;
    /// False where a Checkpointer moves the log into the file instead: the tail of commit times is checkpoints.
    bool autoCheckpoint = true;
    /// The most memory for pages of the book. SQLite's own 2 MB make a bulk command write and read its pages again.
    int cacheKiB = 16 * 1024;
};

/// A server and how patiently it is spoken to. A server that is not on this machine is only spoken to over TLS, with
/// its certificate and name checked and the login bound to that channel; there is no option to do with less.
struct PostgresOptions : ServerAddress
{
    QString password;              ///< empty: PGPASSWORD or ~/.pgpass, if any
    int connectTimeoutS = 5;       ///< for reaching it and logging in; 2 at least
    int tcpUserTimeoutMs = 10'000; ///< unanswered bytes on the wire end the connection
    int statementTimeoutMs = 0;    ///< the server stops a statement after that; 0: never
    int lockTimeoutMs = 0;         ///< the server stops waiting for a lock after that; 0: never
    /// A call that takes longer ends as Offline, whatever the server or the network does meanwhile; 0: never.
    int callLimitMs = 0;
};

/// One connection to one database, with its prepared statements. Made, used and destroyed on one thread; statements and
/// transactions must not outlive it. Errors are sentences for the user.
class Connection
{
public:
    static Result<std::unique_ptr<Connection>> openSqlite(const SqliteOptions& options);
    static Result<std::unique_ptr<Connection>> openPostgres(const PostgresOptions& options);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    [[nodiscard]] bool isSqlite() const { return m_dialect == Dialect::Sqlite; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    /// File path, or postgresql:// address without a password.
    [[nodiscard]] QString location() const { return m_location; }

    /// A statement from the cache, or a new one. `sql` must not hold values: that is what `?` is for.
    Result<Statement> prepare(const QString& sql);
    /// Executes one statement with these values. Answers how many rows were written.
    template<typename... Values>
    Result<qint64> run(const QString& sql, const Values&... values)
    {
        KEYTURN_LET(Statement statement, prepare(sql));
        statement.bindAll(values...);
        return statement.run();
    }
    /// Calls `use(const Statement& row)` for each row.
    template<typename Use, typename... Values>
    Done select(const QString& sql, Use&& use, const Values&... values)
    {
        KEYTURN_LET(Statement statement, prepare(sql));
        statement.bindAll(values...);
        return statement.each(std::forward<Use>(use));
    }
    /// The first row as a Record, or nothing.
    template<typename... Values>
    Result<std::optional<Record>> first(const QString& sql, const Values&... values)
    {
        KEYTURN_LET(Statement statement, prepare(sql));
        statement.bindAll(values...);
        KEYTURN_LET(const bool found, statement.next());
        return found ? std::optional<Record>(statement.record()) : std::nullopt;
    }
    /// The first column of the first row as a number; 0 if there is no row.
    template<typename... Values>
    Result<qint64> number(const QString& sql, const Values&... values)
    {
        KEYTURN_LET(Statement statement, prepare(sql));
        statement.bindAll(values...);
        KEYTURN_LET(const bool found, statement.next());
        return found ? statement.integer(0) : 0;
    }
    /// Several statements, separated by semicolons, without values. For migrations and pragmas.
    Done script(const QString& sql);

    /// Executes these statements, whose values are bound, in as few round trips as it takes, one to a server; they are
    /// read as ever. If one fails none of them has rows to read. A file answers each when it is read.
    Done executeTogether(const std::vector<Statement*>& statements);

    /// Executes one statement once for each value, in one round trip, each as a transaction; none after one that fails.
    /// `use` gets the first column of the first row of each that was executed, in order. Of a server only.
    Done pipeline(const QString& sql, const std::vector<QByteArray>& values,
                  const std::function<void(QByteArrayView)>& use);

    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }

    /// For tests; the injector must outlive the connection or be taken off. Not owned.
    void setFaultInjector(FaultInjector* injector) { m_injector = injector; }

    /// The handle for what QtSql cannot do (backup, hooks, bulk), or nothing. Inside models/storage only.
    [[nodiscard]] sqlite3* native() const { return m_native; }

    /// False once the server has gone; everything fails as Offline then. A file does not go.
    [[nodiscard]] bool isAlive() const;
    /// Ends the call that is under way, and the connection with it: it answers Offline. Any thread may call this and
    /// hurry() while the connection lives. Does nothing to a file.
    void abort() const;
    /// The call that is under way and those to come have no more than that.
    void hurry(int ms) const;
    /// Another limit for the calls to come, in milliseconds; see PostgresOptions::callLimitMs, without which there is
    /// none.
    void setCallLimit(int ms);

    /// From now on the server says on this line when something is told on that channel; what it says is a hint only.
    /// Refused for a name that is no plain word.
    Done listen(const QString& channel);
    /// Lets go of the hints that have come.
    void forgetHints();
    /// To wait on for something to come, while no call is under way; -1 for a file. Never to be read from.
    [[nodiscard]] int socket() const;

    /// Gives back the memory for pages, after reading what will not be read again soon.
    Done dropPages();

    /// Forgets all prepared statements, so that tables can be altered and files closed.
    void clearStatements();

private:
    friend class Statement;
    friend class Transaction;

    Connection(QSqlDatabase database, Dialect dialect, const QString& location);
    [[nodiscard]] Done ask(FaultInjector::Call call, const QString& sql) const;
    void giveBack(const QString& sql, std::unique_ptr<StatementBackend> backend);
    Done setUpSqlite(const SqliteOptions& options);
    Done setUpPostgres(const PostgresOptions& options);

    QSqlDatabase m_database;
    QString m_name;
    Dialect m_dialect;
    QString m_location;
    bool m_readOnly = false;
    bool m_inTransaction = false;
    sqlite3* m_native = nullptr;
    pg_conn* m_postgres = nullptr;
    std::shared_ptr<Watchdog> m_watchdog;
    std::shared_ptr<PostgresSession> m_session; ///< null: a file
    FaultInjector* m_injector = nullptr;
    std::unordered_map<QString, std::vector<std::unique_ptr<StatementBackend>>> m_idle;
    QThread* m_thread;
};

} // namespace keyturn
