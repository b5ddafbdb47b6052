// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/qt_statement.h"

#include "models/storage/error_mapping.h"

#include <QSqlError>
#include <QSqlField>
#include <QSqlRecord>
#include <QVariant>

namespace keyturn {

namespace {

// Our own SQL holds no question mark outside of placeholders and quoted text.
int countPlaceholders(const QString& sql)
{
    int count = 0;
    bool quoted = false;
    for (const QChar c : sql) {
        if (c == u'\'') {
            quoted = !quoted;
        } else if (c == u'?' && !quoted) {
            ++count;
        }
    }
    return count;
}

} // namespace

Result<std::unique_ptr<StatementBackend>> QtStatement::prepare(const QSqlDatabase& database, const QString& sql)
{
    std::unique_ptr<QtStatement> made(new QtStatement(database));
    made->m_query.setForwardOnly(true);
    made->m_parameters = countPlaceholders(sql);
    if (!made->m_query.prepare(sql)) {
        return fail(made->lastError());
    }
    return std::unique_ptr<StatementBackend>(std::move(made));
}

void QtStatement::bindNull(int index)
{
    m_query.bindValue(index, QVariant(QMetaType::fromType<QString>()));
}

void QtStatement::bindInteger(int index, qint64 value)
{
    m_query.bindValue(index, value);
}

void QtStatement::bindReal(int index, double value)
{
    m_query.bindValue(index, value);
}

void QtStatement::bindText(int index, const QString& value)
{
    // A null QString would become NULL.
    m_query.bindValue(index, value.isNull() ? QStringLiteral("") : value);
}

void QtStatement::bindUtf8(int index, QByteArrayView value)
{
    bindText(index, QString::fromUtf8(value));
}

void QtStatement::bindBlob(int index, const QByteArray& value)
{
    m_query.bindValue(index, value.isNull() ? QByteArray("") : value);
}

Result<bool> QtStatement::step()
{
    if (!m_executed) {
        if (!m_query.exec()) {
            return fail(lastError());
        }
        m_executed = true;
    }
    if (!m_query.isSelect()) {
        return false;
    }
    if (m_query.next()) {
        return true;
    }
    if (m_query.lastError().isValid()) {
        return fail(lastError());
    }
    return false;
}

void QtStatement::reset()
{
    m_query.finish();
    m_executed = false;
}

qint64 QtStatement::affectedRows() const
{
    return m_query.numRowsAffected();
}

int QtStatement::columnCount() const
{
    return m_query.record().count();
}

QString QtStatement::columnName(int column) const
{
    return m_query.record().fieldName(column);
}

StatementBackend::Type QtStatement::type(int column) const
{
    const QVariant value = m_query.value(column);
    if (value.isNull()) {
        return Type::Null;
    }
    switch (value.metaType().id()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Bool:
        return Type::Integer;
    case QMetaType::Double:
    case QMetaType::Float:
        return Type::Real;
    case QMetaType::QByteArray:
        return Type::Blob;
    default:
        return Type::Text;
    }
}

qint64 QtStatement::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

double QtStatement::real(int column) const
{
    return m_query.value(column).toDouble();
}

QString QtStatement::text(int column) const
{
    return m_query.value(column).toString();
}

QByteArrayView QtStatement::utf8(int column) const
{
    m_scratch = m_query.value(column).toString().toUtf8();
    return m_scratch;
}

QByteArray QtStatement::blob(int column) const
{
    return m_query.value(column).toByteArray();
}

Error QtStatement::lastError() const
{
    return sqliteError(m_query.lastError());
}

} // namespace keyturn
