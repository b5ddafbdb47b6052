// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/statement.h"

#include "models/storage/connection.h"

#include <array>

namespace keyturn {

namespace {

/// What each character is worth as a hexadecimal digit; 0x10 if it is none. A big read takes a million of them.
constexpr std::array<quint8, 256> nibbles = [] {
    std::array<quint8, 256> table{};
    table.fill(0x10);
    for (unsigned i = 0; i < 10; ++i) {
        table['0' + i] = static_cast<quint8>(i);
    }
    for (unsigned i = 0; i < 6; ++i) {
        table['a' + i] = table['A' + i] = static_cast<quint8>(10 + i);
    }
    return table;
}();

} // namespace

Statement::Statement(Connection& connection, const QString& sql, std::unique_ptr<StatementBackend> backend)
    : m_connection(&connection)
    , m_sql(sql)
    , m_backend(std::move(backend))
{}

Statement::Statement(Statement&& other) noexcept = default;

Statement& Statement::operator=(Statement&& other) noexcept
{
    if (this != &other) {
        if (m_backend) {
            m_connection->giveBack(m_sql, std::move(m_backend));
        }
        m_connection = other.m_connection;
        m_sql = std::move(other.m_sql);
        m_backend = std::move(other.m_backend);
        m_bound = other.m_bound;
        m_running = other.m_running;
    }
    return *this;
}

Statement::~Statement()
{
    if (m_backend) {
        m_connection->giveBack(m_sql, std::move(m_backend));
    }
}

Statement& Statement::bind(const QString& value)
{
    if (m_running) {
        finish();
    }
    m_backend->bindText(m_bound++, value);
    return *this;
}

Statement& Statement::bind(qint64 value)
{
    if (m_running) {
        finish();
    }
    m_backend->bindInteger(m_bound++, value);
    return *this;
}

Statement& Statement::bind(double value)
{
    if (m_running) {
        finish();
    }
    m_backend->bindReal(m_bound++, value);
    return *this;
}

Statement& Statement::bind(const QByteArray& value)
{
    if (m_running) {
        finish();
    }
    m_backend->bindBlob(m_bound++, value);
    return *this;
}

Statement& Statement::bind(std::nullptr_t)
{
    if (m_running) {
        finish();
    }
    m_backend->bindNull(m_bound++);
    return *this;
}

Statement& Statement::bindValue(const QVariant& value)
{
    switch (value.metaType().id()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        return bind(nullptr);
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return bind(value.toLongLong());
    case QMetaType::Double:
    case QMetaType::Float:
        return bind(value.toDouble());
    case QMetaType::QByteArray:
        return bind(value.toByteArray());
    default:
        return bind(value.toString());
    }
}

Result<bool> Statement::next()
{
    if (!m_running) {
        Q_ASSERT_X(m_bound == m_backend->parameterCount(), "Statement", "every placeholder needs a value");
        KEYTURN_TRY(m_connection->ask(FaultInjector::Call::Execute, m_sql));
        m_running = true;
    }
    Result<bool> row = m_backend->step();
    if (!row || !*row) {
        finish();
    }
    return row;
}

Result<qint64> Statement::run()
{
    if (!m_running) {
        Q_ASSERT_X(m_bound == m_backend->parameterCount(), "Statement", "every placeholder needs a value");
        KEYTURN_TRY(m_connection->ask(FaultInjector::Call::Execute, m_sql));
        m_running = true;
    }
    for (;;) {
        const Result<bool> row = m_backend->step();
        if (!row) {
            finish();
            return fail(row.error());
        }
        if (!*row) {
            break;
        }
    }
    const qint64 written = m_backend->affectedRows();
    finish();
    return written;
}

void Statement::finish()
{
    m_backend->reset();
    m_bound = 0;
    m_running = false;
}

QUuid Statement::uuid(int column) const
{
    return uuidFromText(m_backend->utf8(column));
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional<qint64>(integer(column));
}

std::optional<double> Statement::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional<double>(real(column));
}

std::optional<QString> Statement::optionalText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional<QString>(text(column));
}

QVariant Statement::value(int column) const
{
    switch (m_backend->type(column)) {
    case StatementBackend::Type::Integer:
        return integer(column);
    case StatementBackend::Type::Real:
        return real(column);
    case StatementBackend::Type::Text:
        return text(column);
    case StatementBackend::Type::Blob:
        return blob(column);
    case StatementBackend::Type::Null:
        break;
    }
    return {};
}

Record Statement::record() const
{
    Record record;
    const int count = columnCount();
    for (int i = 0; i < count; ++i) {
        record.set(columnName(i), value(i));
    }
    return record;
}

QUuid uuidFromText(QByteArrayView text)
{
    if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-') {
        return {};
    }
    static constexpr std::array<quint8, 16> places{0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34};
    const auto* digits = reinterpret_cast<const unsigned char*>(text.data());
    std::array<char, 16> bytes{};
    unsigned seen = 0;
    for (size_t i = 0; i < bytes.size(); ++i) {
        const unsigned high = nibbles[digits[places[i]]];
        const unsigned low = nibbles[digits[places[i] + 1]];
        seen |= high | low;
        bytes[i] = static_cast<char>(high << 4U | low);
    }
    return seen > 0xfU ? QUuid() : QUuid::fromRfc4122(QByteArrayView(bytes.data(), 16));
}

} // namespace keyturn
