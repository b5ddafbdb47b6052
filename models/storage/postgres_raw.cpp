// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/postgres_raw.h"

#include "models/storage/error_mapping.h"

#include <QSqlDriver>
#include <QVariant>

#include <libpq-fe.h>

#include <atomic>
#include <utility>

namespace keyturn {

namespace {

// From the server's pg_type.h, which says that they never change.
enum TypeOid : Oid {
    boolOid = 16,
    byteaOid = 17,
    int8Oid = 20,
    int2Oid = 21,
    int4Oid = 23,
    oidOid = 26,
    float4Oid = 700,
    float8Oid = 701,
    numericOid = 1700,
};

bool succeeded(const PGresult* result)
{
    switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY:
        return true;
    default:
        return false;
    }
}

/// What a prepared statement was planned for is no longer there.
bool isOutdatedPlan(const PGresult* result)
{
    const QByteArrayView state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return state == "0A000" || state == "26000"; // feature_not_supported: "cached plan must not change result type"
}

/// With $1, $2 … for each `?`. Our own SQL holds no question mark outside of placeholders and quoted text.
QByteArray numbered(const QString& sql, std::size_t& places)
{
    const QByteArray text = sql.toUtf8();
    QByteArray out;
    bool quoted = false;
    for (const char c : text) {
        quoted = quoted != (c == '\'');
        if (c == '?' && !quoted) {
            out += '$' + QByteArray::number(qsizetype(++places));
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace

pg_conn* nativePostgres(const QSqlDatabase& database)
{
    const QVariant handle = database.driver()->handle();
    const QByteArray name = handle.typeName();
    if (name != "pg_conn*" && name != "PGconn*") {
        return nullptr;
    }
    return *static_cast<PGconn* const*>(handle.constData());
}

Error postgresError(pg_conn* handle, const pg_result* result)
{
    const char* const state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    // The handle forgets when it goes on to the next answer.
    const QByteArray told = result == nullptr ? "" : PQresultErrorMessage(result);
    return postgresError(QString::fromLatin1(state == nullptr ? "" : state),
                         QString::fromUtf8(told.isEmpty() ? PQerrorMessage(handle) : told).trimmed());
}

Done runPostgresScript(PostgresSession& session, const QString& sql)
{
    const Watchdog::Guard guard(session.watchdog.get());
    QByteArray text = std::exchange(session.begin, {});
    if (!text.isEmpty()) {
        text += ';';
    }
    PGresult* const result = PQexec(session.handle, QByteArray(text + sql.toUtf8()).constData());
    const Done done = succeeded(result) ? Done{} : fail(postgresError(session.handle, result));
    PQclear(result);
    return done;
}

Done runPostgresPipeline(PostgresSession& session, const QString& sql, const std::vector<QByteArray>& values,
                         const std::function<void(QByteArrayView)>& use)
{
    const Watchdog::Guard guard(session.watchdog.get());
    pg_conn* const handle = session.handle;
    std::size_t places = 0;
    const QByteArray text = numbered(sql, places);
    bool isSent = PQenterPipelineMode(handle) == 1;
    const auto send = [&isSent, handle](const char* step, const char* const* value = nullptr) {
        isSent = isSent &&
                 PQsendQueryParams(handle, step, value == nullptr ? 0 : 1, nullptr, value, nullptr, nullptr, 0) == 1;
    };
    for (const QByteArray& value : values) {
        const char* const one = value.constData();
        send("BEGIN");
        send(text.constData(), &one);
        send("COMMIT");
    }
    isSent = isSent && PQpipelineSync(handle) == 1;
    Done done;
    bool isSynced = false;
    // Between the answers of two statements stands nothing, once; a line that broke has nothing but nothing.
    for (bool wasNothing = false; isSent && !isSynced;) {
        PGresult* const result = PQgetResult(handle);
        if (result == nullptr) {
            if (std::exchange(wasNothing, true)) {
                break;
            }
            continue;
        }
        wasNothing = false;
        const ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_PIPELINE_SYNC) {
            isSynced = true;
        } else if (status == PGRES_TUPLES_OK && PQntuples(result) > 0) {
            use({PQgetvalue(result, 0, 0), PQgetlength(result, 0, 0)});
        } else if (status != PGRES_PIPELINE_ABORTED && !succeeded(result) && done) {
            done = fail(postgresError(handle, result));
        }
        PQclear(result);
    }
    if (done && !isSynced) {
        done = fail(postgresError(handle, nullptr));
    }
    PQexitPipelineMode(handle);
    if (PQtransactionStatus(handle) == PQTRANS_INERROR) {
        PQclear(PQexec(handle, "ROLLBACK")); // of the one that failed
    }
    return done;
}

std::unique_ptr<StatementBackend> PostgresRawStatement::make(std::shared_ptr<PostgresSession> session,
                                                             const QString& sql)
{
    return std::unique_ptr<StatementBackend>(new PostgresRawStatement(std::move(session), sql));
}

PostgresRawStatement::PostgresRawStatement(std::shared_ptr<PostgresSession> session, const QString& sql)
    : m_session(std::move(session))
{
    std::size_t places = 0;
    m_sql = numbered(sql, places);
    m_values.resize(places);
}

PostgresRawStatement::~PostgresRawStatement()
{
    letGo();
}

void PostgresRawStatement::set(int index, Value value)
{
    // One value too many is told by the server, as one too few is.
    if (static_cast<size_t>(index) >= m_values.size()) {
        m_values.resize(static_cast<size_t>(index) + 1);
    }
    m_values[static_cast<size_t>(index)] = std::move(value);
}

void PostgresRawStatement::bindNull(int index)
{
    set(index, {});
}

void PostgresRawStatement::bindInteger(int index, qint64 value)
{
    set(index, {QByteArray::number(value)});
}

void PostgresRawStatement::bindReal(int index, double value)
{
    set(index, {QByteArray::number(value, 'g', 17)});
}

void PostgresRawStatement::bindText(int index, const QString& value)
{
    set(index, {value.toUtf8()});
}

void PostgresRawStatement::bindUtf8(int index, QByteArrayView value)
{
    set(index, {value.toByteArray()});
}

void PostgresRawStatement::bindBlob(int index, const QByteArray& value)
{
    set(index, {value, true});
}

struct PostgresRawStatement::Given
{
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<int> formats;

    [[nodiscard]] int count() const { return static_cast<int>(values.size()); }
};

PostgresRawStatement::Given PostgresRawStatement::given() const
{
    Given given;
    for (const Value& value : m_values) {
        given.values.push_back(value.bytes ? value.bytes->constData() : nullptr);
        given.lengths.push_back(value.bytes ? static_cast<int>(value.bytes->size()) : 0);
        given.formats.push_back(value.isBinary ? 1 : 0);
    }
    return given;
}

Done PostgresRawStatement::execute()
{
    pg_conn* const handle = m_session->handle;
    if (!m_session->begin.isEmpty() || (m_plan.isEmpty() && m_hasRun)) {
        // More than the statement has to be said.
        return execute(*m_session, {this});
    }
    const Watchdog::Guard guard(m_session->watchdog.get());
    m_hasRun = true;
    m_result = run();
    if (!succeeded(m_result) && !m_plan.isEmpty() && PQtransactionStatus(handle) == PQTRANS_IDLE &&
        isOutdatedPlan(m_result)) {
        // The server was upgraded in the meantime, or somebody has told it to forget its plans.
        PQclear(m_result);
        m_plan.clear();
        m_result = run();
    }
    if (!succeeded(m_result)) {
        const Error error = postgresError(handle, m_result);
        letGo();
        return fail(error);
    }
    return {};
}

PGresult* PostgresRawStatement::run()
{
    const Given values = given();
    if (!m_plan.isEmpty()) {
        return PQexecPrepared(m_session->handle, m_plan.constData(), values.count(), values.values.data(),
                              values.lengths.data(), values.formats.data(), 0);
    }
    return PQexecParams(m_session->handle, m_sql.constData(), values.count(), nullptr, values.values.data(),
                        values.lengths.data(), values.formats.data(), 0);
}

bool PostgresRawStatement::send(pg_conn* handle, PostgresRawStatement& statement, bool isPlanned)
{
    const Given values = statement.given();
    if (isPlanned) {
        return PQsendQueryPrepared(handle, statement.m_plan.constData(), values.count(), values.values.data(),
                                   values.lengths.data(), values.formats.data(), 0) == 1;
    }
    return PQsendQueryParams(handle, statement.m_sql.constData(), values.count(), nullptr, values.values.data(),
                             values.lengths.data(), values.formats.data(), 0) == 1;
}

Done PostgresRawStatement::execute(PostgresSession& session, const std::vector<PostgresRawStatement*>& statements)
{
    static std::atomic<quint64> number = 0;
    /// What was sent, in order; each is answered once.
    struct Sent
    {
        PostgresRawStatement* statement; ///< null: of the transaction
        bool isPlanning;
    };
    const Watchdog::Guard guard(session.watchdog.get());
    pg_conn* const handle = session.handle;
    std::vector<Sent> sent;
    bool isSent = PQenterPipelineMode(handle) == 1;
    const QByteArray begin = std::exchange(session.begin, {});
    if (!begin.isEmpty()) {
        isSent = isSent && PQsendQueryParams(handle, begin.constData(), 0, nullptr, nullptr, nullptr, nullptr, 0) == 1;
        sent.push_back({nullptr, false});
    }
    for (PostgresRawStatement* const statement : statements) {
        statement->letGo();
        if (statement->m_plan.isEmpty() && std::exchange(statement->m_hasRun, true)) {
            statement->m_plan = "keyturn_" + QByteArray::number(++number);
            isSent = isSent && PQsendPrepare(handle, statement->m_plan.constData(), statement->m_sql.constData(), 0,
                                             nullptr) == 1;
            sent.push_back({statement, true});
        }
        isSent = isSent && send(handle, *statement, !statement->m_plan.isEmpty());
        sent.push_back({statement, false});
    }
    isSent = isSent && PQpipelineSync(handle) == 1;
    // Answers in order, nothing once after each, and the end. What follows a failure was not run and is told as such.
    std::optional<Error> failure;
    bool isOutdated = false;
    std::size_t answered = 0;
    bool isSynced = false;
    for (bool wasNothing = false; isSent && !isSynced;) {
        PGresult* const result = PQgetResult(handle);
        if (result == nullptr) {
            if (std::exchange(wasNothing, true)) {
                break; // the line broke
            }
            continue;
        }
        wasNothing = false;
        isSynced = PQresultStatus(result) == PGRES_PIPELINE_SYNC;
        if (isSynced || answered == sent.size()) {
            PQclear(result);
            continue;
        }
        const Sent& one = sent[answered++];
        if (!succeeded(result)) {
            if (!failure && PQresultStatus(result) != PGRES_PIPELINE_ABORTED) {
                failure = postgresError(handle, result);
                isOutdated = isOutdatedPlan(result) && !one.isPlanning;
            }
            if (one.isPlanning) {
                one.statement->m_plan.clear();
                one.statement->m_hasRun = false;
            }
            PQclear(result);
        } else if (one.statement != nullptr && !one.isPlanning) {
            one.statement->m_result = result;
        } else {
            PQclear(result);
        }
    }
    if (!isSynced && !failure) {
        failure = postgresError(handle, nullptr);
    }
    PQexitPipelineMode(handle);
    if (!failure) {
        return {};
    }
    for (PostgresRawStatement* const statement : statements) {
        statement->letGo();
        if (isOutdated) {
            statement->m_plan.clear();
            statement->m_hasRun = false;
        }
    }
    if (isOutdated && !begin.isEmpty() && runPostgresScript(session, QStringLiteral("ROLLBACK"))) {
        session.begin = begin;
        return execute(session, statements);
    }
    return fail(*failure);
}

Result<bool> PostgresRawStatement::step()
{
    if (m_result == nullptr) {
        KEYTURN_TRY(execute());
    }
    return PQresultStatus(m_result) == PGRES_TUPLES_OK && ++m_row < PQntuples(m_result);
}

void PostgresRawStatement::letGo()
{
    PQclear(m_result);
    m_result = nullptr;
    m_row = -1;
}

void PostgresRawStatement::reset()
{
    letGo();
    for (Value& value : m_values) {
        value = {};
    }
}

qint64 PostgresRawStatement::affectedRows() const
{
    return m_result == nullptr ? 0 : QByteArrayView(PQcmdTuples(m_result)).toLongLong();
}

int PostgresRawStatement::columnCount() const
{
    return m_result == nullptr ? 0 : PQnfields(m_result);
}

QString PostgresRawStatement::columnName(int column) const
{
    return QString::fromUtf8(m_result == nullptr ? "" : PQfname(m_result, column));
}

StatementBackend::Type PostgresRawStatement::type(int column) const
{
    if (m_result == nullptr || PQgetisnull(m_result, m_row, column) != 0) {
        return Type::Null;
    }
    switch (PQftype(m_result, column)) {
    case boolOid:
    case int2Oid:
    case int4Oid:
    case int8Oid:
    case oidOid:
        return Type::Integer;
    case float4Oid:
    case float8Oid:
    case numericOid:
        return Type::Real;
    case byteaOid:
        return Type::Blob;
    default:
        return Type::Text;
    }
}

qint64 PostgresRawStatement::integer(int column) const
{
    const QByteArrayView value = utf8(column);
    if (value == "t" && PQftype(m_result, column) == boolOid) {
        return 1;
    }
    bool isWhole = false;
    const qint64 whole = value.toLongLong(&isWhole);
    // Averages and scores have digits behind the point.
    return isWhole ? whole : qRound64(value.toDouble());
}

double PostgresRawStatement::real(int column) const
{
    return utf8(column).toDouble();
}

QString PostgresRawStatement::text(int column) const
{
    return QString::fromUtf8(utf8(column));
}

QByteArrayView PostgresRawStatement::utf8(int column) const
{
    if (m_result == nullptr) {
        return {};
    }
    return {PQgetvalue(m_result, m_row, column), PQgetlength(m_result, m_row, column)};
}

QByteArray PostgresRawStatement::blob(int column) const
{
    if (m_result == nullptr || PQftype(m_result, column) != byteaOid) {
        return utf8(column).toByteArray();
    }
    const QByteArrayView value = utf8(column); // "\x" and hexadecimal digits: bytea_output of every server since 9.0
    return QByteArray::fromHex(value.sliced(std::min<qsizetype>(2, value.size())).toByteArray());
}

} // namespace keyturn
