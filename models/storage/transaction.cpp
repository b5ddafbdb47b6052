// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/transaction.h"

#include "models/storage/postgres_raw.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <utility>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};

QString beginSql(Dialect dialect, Transaction::Kind kind)
{
    if (dialect == Dialect::Sqlite) {
        return kind == Transaction::Kind::Write ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN");
    }
    return kind == Transaction::Kind::Write ? QStringLiteral("BEGIN")
                                            : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

} // namespace

Result<Transaction> Transaction::begin(Connection& connection, Kind kind)
{
    if (connection.m_inTransaction) {
        return fail(Error::Kind::Busy,
                    Words::tr("The book is in the middle of another change. Try again in a moment."));
    }
    const QString sql = beginSql(connection.dialect(), kind);
    KEYTURN_TRY(connection.ask(FaultInjector::Call::Begin, sql));
    FaultInjector* const injector = std::exchange(connection.m_injector, nullptr);
    // A server learns of it with the first question: the way there is longer than the question.
    const bool waits = kind == Kind::Read && connection.m_session != nullptr;
    const Done begun = waits ? Done() : connection.script(sql);
    if (waits) {
        connection.m_session->begin = sql.toLatin1();
    }
    connection.m_injector = injector;
    KEYTURN_TRY(begun);
    connection.m_inTransaction = true;
    return Transaction(connection);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{}

Transaction::~Transaction()
{
    rollback();
}

Done Transaction::commit()
{
    if (m_connection == nullptr) {
        return fail(Error::Kind::Invalid, Words::tr("This change is finished already."));
    }
    KEYTURN_TRY(m_connection->ask(FaultInjector::Call::Commit, QStringLiteral("COMMIT")));
    FaultInjector* const injector = std::exchange(m_connection->m_injector, nullptr);
    const bool hasBegun = m_connection->m_session == nullptr || m_connection->m_session->begin.isEmpty();
    const Done committed = hasBegun ? m_connection->script(QStringLiteral("COMMIT")) : Done();
    if (!hasBegun) {
        m_connection->m_session->begin.clear();
    }
    m_connection->m_injector = injector;
    if (!committed && m_connection->isSqlite()) {
        // SQLite keeps a transaction open that it could not commit; PostgreSQL has ended it.
        rollback();
        return committed;
    }
    m_connection->m_inTransaction = false;
    m_connection = nullptr;
    return committed;
}

void Transaction::rollback()
{
    if (m_connection == nullptr) {
        return;
    }
    Connection& connection = *std::exchange(m_connection, nullptr);
    connection.m_inTransaction = false;
    FaultInjector* const injector = std::exchange(connection.m_injector, nullptr);
    // After some failures (a full disk) SQLite has rolled back by itself.
    const bool isDone = connection.m_session != nullptr
                            ? !std::exchange(connection.m_session->begin, {}).isEmpty()
                            : connection.native() != nullptr && sqlite3_get_autocommit(connection.native()) != 0;
    if (!isDone) {
        // Where even this fails the connection is broken, and the database rolls back on its own.
        static_cast<void>(connection.script(QStringLiteral("ROLLBACK")));
    }
    connection.m_injector = injector;
}

} // namespace keyturn
