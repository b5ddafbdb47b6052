// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/storage/statement_backend.h"

#include <QSqlDatabase>

#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace keyturn {

/// The native handle of a QSQLITE connection, or nothing when the driver carries another copy of SQLite than this
/// program: a handle of one library is poison to the other.
sqlite3* nativeSqlite(const QSqlDatabase& database);

/// The last error of the handle.
Error sqliteError(sqlite3* handle);

/// Steps a statement on the native handle: QtSql takes 1.6 to 2.9 times as long for the same rows.
class SqliteRawStatement final : public StatementBackend
{
public:
    static Result<std::unique_ptr<StatementBackend>> prepare(sqlite3* handle, const QString& sql);
    ~SqliteRawStatement() override;

    void bindNull(int index) override;
    void bindInteger(int index, qint64 value) override;
    void bindReal(int index, double value) override;
    void bindText(int index, const QString& value) override;
    void bindUtf8(int index, QByteArrayView value) override;
    void bindBlob(int index, const QByteArray& value) override;

    Result<bool> step() override;
    void reset() override;
    [[nodiscard]] qint64 affectedRows() const override;

    [[nodiscard]] int parameterCount() const override;
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] QString columnName(int column) const override;
    [[nodiscard]] Type type(int column) const override;
    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] QString text(int column) const override;
    [[nodiscard]] QByteArrayView utf8(int column) const override;
    [[nodiscard]] QByteArray blob(int column) const override;

private:
    SqliteRawStatement(sqlite3* handle, sqlite3_stmt* statement)
        : m_handle(handle)
        , m_statement(statement)
    {}
    sqlite3* m_handle;
    sqlite3_stmt* m_statement;
    mutable std::vector<QString> m_names; ///< of the columns, made at the first question
};

} // namespace keyturn
