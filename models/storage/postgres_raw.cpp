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

Done runPostgresScript(pg_conn* handle, Watchdog* watchdog, const QString& sql)
{
    const Watchdog::Guard guard(watchdog);
    PGresult* const result = PQexec(handle, sql.toUtf8().constData());
    const Done done = succeeded(result) ? Done{} : fail(postgresError(handle, result));
    PQclear(result);
    return done;
}

Done runPostgresPipeline(pg_conn* handle, Watchdog* watchdog, const QString& sql, const std::vector<QByteArray>& values,
                         const std::function<void(QByteArrayView)>& use)
{
    const Watchdog::Guard guard(watchdog);
    std::size_t places = 0;
    const QByteArray text = numbered(sql, places);
    bool isSent = PQenterPipelineMode(handle) == 1;
    for (const QByteArray& value : values) {
        const char* const one = value.constData();
        isSent = isSent && PQsendQueryParams(handle, text.constData(), 1, nullptr, &one, nullptr, nullptr, 0) == 1;
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
    return done;
}

std::unique_ptr<StatementBackend> PostgresRawStatement::make(pg_conn* handle, std::shared_ptr<Watchdog> watchdog,
                                                             const QString& sql)
{
    return std::unique_ptr<StatementBackend>(new PostgresRawStatement(handle, std::move(watchdog), sql));
}

PostgresRawStatement::PostgresRawStatement(pg_conn* handle, std::shared_ptr<Watchdog> watchdog, const QString& sql)
    : m_handle(handle)
    , m_watchdog(std::move(watchdog))
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

Done PostgresRawStatement::execute()
{
    Given given;
    for (const Value& value : m_values) {
        given.values.push_back(value.bytes ? value.bytes->constData() : nullptr);
        given.lengths.push_back(value.bytes ? static_cast<int>(value.bytes->size()) : 0);
        given.formats.push_back(value.isBinary ? 1 : 0);
    }
    const Watchdog::Guard guard(m_watchdog.get());
    m_result = run(given);
    if (!succeeded(m_result) && !m_plan.isEmpty() && PQtransactionStatus(m_handle) == PQTRANS_IDLE &&
        isOutdatedPlan(m_result)) {
        // The server was upgraded in the meantime, or somebody has told it to forget its plans.
        PQclear(m_result);
        m_plan.clear();
        m_hasRun = false;
        m_result = run(given);
    }
    if (!succeeded(m_result)) {
        const Error error = postgresError(m_handle, m_result);
        letGo();
        return fail(error);
    }
    return {};
}

PGresult* PostgresRawStatement::run(const Given& given)
{
    if (!m_plan.isEmpty()) {
        return PQexecPrepared(m_handle, m_plan.constData(), given.count(), given.values.data(), given.lengths.data(),
                              given.formats.data(), 0);
    }
    if (std::exchange(m_hasRun, true) && PQenterPipelineMode(m_handle) == 1) {
        return prepareAndRun(given);
    }
    return PQexecParams(m_handle, m_sql.constData(), given.count(), nullptr, given.values.data(), given.lengths.data(),
                        given.formats.data(), 0);
}

PGresult* PostgresRawStatement::prepareAndRun(const Given& given)
{
    static std::atomic<quint64> number = 0;
    const QByteArray name = "keyturn_" + QByteArray::number(++number);
    const bool isSent = PQsendPrepare(m_handle, name.constData(), m_sql.constData(), 0, nullptr) == 1 &&
                        PQsendQueryPrepared(m_handle, name.constData(), given.count(), given.values.data(),
                                            given.lengths.data(), given.formats.data(), 0) == 1 &&
                        PQpipelineSync(m_handle) == 1;
    // Answers in order: of the preparing, of the statement, of the end; nothing once after each of the first two. The
    // first that failed is told, and what follows a failure was not run.
    PGresult* answer = nullptr;
    bool isPrepared = false;
    bool isSynced = false;
    for (bool wasNothing = false; isSent && !isSynced;) {
        PGresult* const result = PQgetResult(m_handle);
        if (result == nullptr) {
            if (std::exchange(wasNothing, true)) {
                break; // the line broke
            }
            continue;
        }
        wasNothing = false;
        isSynced = PQresultStatus(result) == PGRES_PIPELINE_SYNC;
        if (!isSynced && !isPrepared && succeeded(result)) {
            isPrepared = true;
            PQclear(result);
        } else if (!isSynced && answer == nullptr) {
            answer = result;
        } else {
            PQclear(result);
        }
    }
    PQexitPipelineMode(m_handle);
    if (isPrepared && isSynced) {
        m_plan = name;
    }
    return answer;
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
