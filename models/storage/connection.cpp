// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/connection.h"

#include "models/storage/error_mapping.h"
#include "models/storage/postgres_raw.h"
#include "models/storage/qt_statement.h"
#include "models/storage/sqlite_raw.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QThread>

#include <sqlite3.h>

namespace keyturn {

Connection::Connection(QSqlDatabase database, Dialect dialect, const QString& location)
    : m_database(std::move(database))
    , m_name(m_database.connectionName())
    , m_dialect(dialect)
    , m_location(location)
    , m_thread(QThread::currentThread())
{}

Connection::~Connection()
{
    Q_ASSERT_X(QThread::currentThread() == m_thread, "Connection", "closed on another thread than it was opened on");
    // SQLite keeps a file open as long as a statement lives.
    clearStatements();
    m_session.reset();
    m_watchdog.reset(); // before the socket that it watches is closed
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Done Connection::ask(FaultInjector::Call call, const QString& sql) const
{
    Q_ASSERT_X(QThread::currentThread() == m_thread, "Connection", "used on another thread than it was opened on");
    if (m_injector != nullptr) {
        if (const std::optional<Error> error = m_injector->before(call, sql)) {
            return fail(*error);
        }
    }
    return {};
}

Result<Statement> Connection::prepare(const QString& sql)
{
    KEYTURN_TRY(ask(FaultInjector::Call::Prepare, sql));
    if (const auto idle = m_idle.find(sql); idle != m_idle.end() && !idle->second.empty()) {
        std::unique_ptr<StatementBackend> backend = std::move(idle->second.back());
        idle->second.pop_back();
        return Statement(*this, sql, std::move(backend));
    }
    if (m_postgres != nullptr) {
        return Statement(*this, sql, PostgresRawStatement::make(m_session, sql));
    }
    auto made =
        m_native != nullptr ? SqliteRawStatement::prepare(m_native, sql) : QtStatement::prepare(m_database, sql);
    if (!made) {
        return fail(made.error());
    }
    return Statement(*this, sql, std::move(*made));
}

Done Connection::executeTogether(const std::vector<Statement*>& statements)
{
    for (const Statement* const statement : statements) {
        KEYTURN_TRY(ask(FaultInjector::Call::Execute, statement->m_sql));
    }
    if (m_postgres == nullptr) {
        return {};
    }
    std::vector<PostgresRawStatement*> backends;
    for (Statement* const statement : statements) {
        // A server's connection has no others.
        backends.push_back(static_cast<PostgresRawStatement*>(statement->m_backend.get()));
        statement->m_running = true;
    }
    return PostgresRawStatement::execute(*m_session, backends);
}

void Connection::giveBack(const QString& sql, std::unique_ptr<StatementBackend> backend)
{
    backend->reset();
    m_idle[sql].push_back(std::move(backend));
}

void Connection::clearStatements()
{
    m_idle.clear();
}

Done Connection::dropPages()
{
    return isSqlite() ? script(QStringLiteral("PRAGMA shrink_memory")) : Done();
}

Done Connection::script(const QString& sql)
{
    KEYTURN_TRY(ask(FaultInjector::Call::Execute, sql));
    if (m_native != nullptr) {
        if (sqlite3_exec(m_native, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK) {
            return fail(sqliteError(m_native));
        }
        return {};
    }
    if (m_postgres != nullptr) {
        return runPostgresScript(*m_session, sql);
    }
    // QSQLITE takes one statement at a time.
    QString pending;
    const QStringList lines = sql.split(u'\n');
    for (const QString& line : lines) {
        pending += line + u'\n';
        if (sqlite3_complete(pending.toUtf8().constData()) == 0) {
            continue;
        }
        QSqlQuery query(m_database);
        if (!query.exec(pending)) {
            return fail(sqliteError(query.lastError()));
        }
        pending.clear();
    }
    return {};
}

} // namespace keyturn
