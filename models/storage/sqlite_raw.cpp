// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/sqlite_raw.h"

#include "models/storage/error_mapping.h"

#include <QSqlDriver>
#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

#include <cstring>

namespace keyturn {

sqlite3* nativeSqlite(const QSqlDatabase& database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || std::strcmp(handle.typeName(), "sqlite3*") != 0) {
        return nullptr;
    }
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT sqlite_source_id()")) || !query.next() ||
        query.value(0).toString() != QString::fromUtf8(sqlite3_sourceid())) {
        return nullptr;
    }
    return *static_cast<sqlite3* const*>(handle.constData());
}

Error sqliteError(sqlite3* handle)
{
    return sqliteError(sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle)));
}

Result<std::unique_ptr<StatementBackend>> SqliteRawStatement::prepare(sqlite3* handle, const QString& sql)
{
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(handle, utf8.constData(), static_cast<int>(utf8.size()) + 1,
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK || statement == nullptr) {
        return fail(sqliteError(handle));
    }
    return std::unique_ptr<StatementBackend>(new SqliteRawStatement(handle, statement));
}

SqliteRawStatement::~SqliteRawStatement()
{
    sqlite3_finalize(m_statement);
}

void SqliteRawStatement::bindNull(int index)
{
    sqlite3_bind_null(m_statement, index + 1);
}

void SqliteRawStatement::bindInteger(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement, index + 1, value);
}

void SqliteRawStatement::bindReal(int index, double value)
{
    sqlite3_bind_double(m_statement, index + 1, value);
}

void SqliteRawStatement::bindText(int index, const QString& value)
{
    bindUtf8(index, value.toUtf8());
}

void SqliteRawStatement::bindUtf8(int index, QByteArrayView value)
{
    // A null pointer would bind NULL, and an empty text is not one.
    const char* data = value.isEmpty() ? "" : value.data();
    sqlite3_bind_text64(m_statement, index + 1, data, static_cast<sqlite3_uint64>(value.size()),
                        SQLITE_TRANSIENT, // NOLINT(performance-no-int-to-ptr)
                        SQLITE_UTF8);
}

void SqliteRawStatement::bindBlob(int index, const QByteArray& value)
{
    sqlite3_bind_blob64(m_statement, index + 1, value.isEmpty() ? "" : value.constData(),
                        static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT);
}

Result<bool> SqliteRawStatement::step()
{
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default: {
        const Error error = sqliteError(m_handle);
        sqlite3_reset(m_statement);
        return fail(error);
    }
    }
}

void SqliteRawStatement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

qint64 SqliteRawStatement::affectedRows() const
{
    return sqlite3_changes64(m_handle);
}

int SqliteRawStatement::parameterCount() const
{
    return sqlite3_bind_parameter_count(m_statement);
}

int SqliteRawStatement::columnCount() const
{
    return sqlite3_column_count(m_statement);
}

QString SqliteRawStatement::columnName(int column) const
{
    if (m_names.empty()) {
        for (int i = 0; i < columnCount(); ++i) {
            m_names.push_back(QString::fromUtf8(sqlite3_column_name(m_statement, i)));
        }
    }
    return m_names.at(static_cast<size_t>(column));
}

StatementBackend::Type SqliteRawStatement::type(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return Type::Integer;
    case SQLITE_FLOAT:
        return Type::Real;
    case SQLITE_TEXT:
        return Type::Text;
    case SQLITE_BLOB:
        return Type::Blob;
    default:
        return Type::Null;
    }
}

qint64 SqliteRawStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double SqliteRawStatement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString SqliteRawStatement::text(int column) const
{
    return QString::fromUtf8(utf8(column));
}

QByteArrayView SqliteRawStatement::utf8(int column) const
{
    const void* data = sqlite3_column_text(m_statement, column);
    return {static_cast<const char*>(data), sqlite3_column_bytes(m_statement, column)};
}

QByteArray SqliteRawStatement::blob(int column) const
{
    const void* data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char*>(data), sqlite3_column_bytes(m_statement, column)};
}

} // namespace keyturn
