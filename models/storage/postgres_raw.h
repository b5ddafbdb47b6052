// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/statement_backend.h"
#include "models/storage/watchdog.h"

#include <QSqlDatabase>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

struct pg_conn;
struct pg_result;

namespace keyturn {

/// A line to a server, as its statements share it.
struct PostgresSession
{
    pg_conn* handle = nullptr;
    std::shared_ptr<Watchdog> watchdog; ///< may be null
    /// Begins a transaction that nothing has been asked in yet: travels with the first statement, in its round trip.
    QByteArray begin;
};

/// The native handle of a QPSQL connection, or nothing when the driver does not give it.
pg_conn* nativePostgres(const QSqlDatabase& database);

/// What the handle said last, with the SQLSTATE of `result` if there is one.
Error postgresError(pg_conn* handle, const pg_result* result);

/// Several statements without values in one round trip.
Done runPostgresScript(PostgresSession& session, const QString& sql);

/// The same statement once for each value, all of them sent before the first answer is awaited, each a transaction of
/// its own: one that fails takes back nothing before it, and none behind it happens. `use` gets the first column of the
/// first row of each, in order.
Done runPostgresPipeline(PostgresSession& session, const QString& sql, const std::vector<QByteArray>& values,
                         const std::function<void(QByteArrayView)>& use);

/// Runs a statement on the native handle: one round trip with its values, where QtSql takes one to prepare, one to run
/// and one to forget, and every call under the watchdog. What is run a second time is planned once and for all, in the
/// same round trip: with row security, planning takes longer than running. The plan lives as long as the connection.
class PostgresRawStatement final : public StatementBackend
{
public:
    /// Never fails: what is wrong with the text shows when it runs.
    static std::unique_ptr<StatementBackend> make(std::shared_ptr<PostgresSession> session, const QString& sql);
    /// Executes statements of one line in one round trip. If one fails, those after it have not been executed, and the
    /// error is its own.
    static Done execute(PostgresSession& session, const std::vector<PostgresRawStatement*>& statements);
    ~PostgresRawStatement() override;

    void bindNull(int index) override;
    void bindInteger(int index, qint64 value) override;
    void bindReal(int index, double value) override;
    void bindText(int index, const QString& value) override;
    void bindUtf8(int index, QByteArrayView value) override;
    void bindBlob(int index, const QByteArray& value) override;

    Result<bool> step() override;
    void reset() override;
    [[nodiscard]] qint64 affectedRows() const override;

    [[nodiscard]] int parameterCount() const override { return static_cast<int>(m_values.size()); }
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] QString columnName(int column) const override;
    [[nodiscard]] Type type(int column) const override;
    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] QString text(int column) const override;
    [[nodiscard]] QByteArrayView utf8(int column) const override;
    [[nodiscard]] QByteArray blob(int column) const override;

private:
    struct Value
    {
        std::optional<QByteArray> bytes; ///< nothing: NULL
        bool isBinary = false;
    };

    PostgresRawStatement(std::shared_ptr<PostgresSession> session, const QString& sql);
    void set(int index, Value value);
    struct Given; ///< the values as the library wants them
    [[nodiscard]] Given given() const;
    Done execute();
    [[nodiscard]] pg_result* run();
    static bool send(pg_conn* handle, PostgresRawStatement& statement, bool isPlanned);
    void letGo();

    std::shared_ptr<PostgresSession> m_session;
    QByteArray m_sql;  ///< with $1, $2 …
    QByteArray m_plan; ///< its name on the server; empty: it has none yet
    bool m_hasRun = false;
    std::vector<Value> m_values;
    pg_result* m_result = nullptr;
    int m_row = -1;
};

} // namespace keyturn
