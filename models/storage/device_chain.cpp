// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/device_chain.h"

#include "models/base/canonical_json.h"
#include "models/domain/schema.h"
#include "models/storage/connection.h"
#include "models/storage/local_setting.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace keyturn {

namespace {

const TableSpec& activities()
{
    static const TableSpec& table = *tableSpec(QStringLiteral("lead_activities"));
    return table;
}

size_t columnOf(const char* name)
{
    return static_cast<size_t>(activities().columnIndex.value(QLatin1String(name)));
}

void appendJsonColumn(QByteArray& out, QByteArrayView json)
{
    if (json == "{}" || json == "[]") {
        out.append(json);
        return;
    }
    QByteArray wrapped;
    wrapped.reserve(json.size() + 2);
    wrapped += '[';
    wrapped.append(json);
    wrapped += ']';
    appendCanonical(out, QJsonDocument::fromJson(wrapped).array().at(0));
}

struct VariantSource
{
    std::span<const QVariant> values;

    [[nodiscard]] bool isNull(size_t column) const { return !values[column].isValid(); }
    [[nodiscard]] qint64 integer(size_t column) const { return values[column].toLongLong(); }
    [[nodiscard]] double real(size_t column) const { return values[column].toDouble(); }
    [[nodiscard]] QByteArray utf8(size_t column) const { return values[column].toString().toUtf8(); }
};

struct RowSource
{
    const Statement& row;

    [[nodiscard]] bool isNull(size_t column) const { return row.isNull(static_cast<int>(column)); }
    [[nodiscard]] qint64 integer(size_t column) const { return row.integer(static_cast<int>(column)); }
    [[nodiscard]] double real(size_t column) const { return row.real(static_cast<int>(column)); }
    [[nodiscard]] QByteArrayView utf8(size_t column) const { return row.utf8(static_cast<int>(column)); }
};

} // namespace

ActivityHasher::ActivityHasher()
{
    const std::vector<ColumnSpec>& columns = activities().columns;
    for (size_t i = 0; i < columns.size(); ++i) {
        const QString& name = columns[i].name;
        if (name != QLatin1String("hash") && name != QLatin1String("updated_at") && name != QLatin1String("version")) {
            m_parts.push_back(Part{i, '"' + name.toLatin1() + "\":"});
        }
    }
    std::sort(m_parts.begin(), m_parts.end(),
              [&](const Part& a, const Part& b) { return columns[a.column].name < columns[b.column].name; });
}

template<typename Source>
QByteArray ActivityHasher::hashOf(const Source& source)
{
    const std::vector<ColumnSpec>& columns = activities().columns;
    m_buffer.clear();
    m_buffer += '{';
    for (const Part& part : m_parts) {
        if (m_buffer.size() > 1) {
            m_buffer += ',';
        }
        m_buffer += part.key;
        const ColumnSpec& column = columns[part.column];
        if (source.isNull(part.column)) {
            m_buffer += "null";
        } else if (column.type == ColumnType::Json) {
            appendJsonColumn(m_buffer, source.utf8(part.column));
        } else if (column.type == ColumnType::Bool) {
            m_buffer += source.integer(part.column) != 0 ? "true" : "false";
        } else if (column.isInteger()) {
            appendCanonicalNumber(m_buffer, source.integer(part.column));
        } else if (column.isReal()) {
            appendCanonicalNumber(m_buffer, source.real(part.column));
        } else {
            appendCanonicalString(m_buffer, QByteArrayView(source.utf8(part.column)));
        }
    }
    m_buffer += '}';
    return QCryptographicHash::hash(m_buffer, QCryptographicHash::Sha256).toHex();
}

QByteArray ActivityHasher::hash(std::span<const QVariant> values)
{
    return hashOf(VariantSource{values});
}

QByteArray ActivityHasher::hash(const Statement& row)
{
    return hashOf(RowSource{row});
}

Result<std::optional<ChainHead>> storedHead(Connection& connection, DeviceId device)
{
    KEYTURN_LET(const std::optional<QJsonValue> value, localSetting(connection, DeviceChain::headKey(device)));
    if (!value) {
        return std::nullopt;
    }
    const QJsonObject head = value->toObject();
    return ChainHead{head.value(QLatin1String("device_seq")).toInteger(),
                     head.value(QLatin1String("hash")).toString().toLatin1()};
}

Result<std::optional<ChainHead>> lastActivity(Connection& connection, DeviceId device)
{
    KEYTURN_LET(Statement query,
                connection.prepare(QStringLiteral("SELECT device_seq, hash FROM lead_activities WHERE device_id = ? "
                                                  "ORDER BY device_seq DESC LIMIT 1")));
    query.bind(device);
    KEYTURN_LET(const bool found, query.next());
    if (!found) {
        return std::nullopt;
    }
    return ChainHead{query.integer(0), query.text(1).toLatin1()};
}

Done DeviceChain::load(Connection& connection)
{
    KEYTURN_LET(std::optional<ChainHead> head, storedHead(connection, m_device));
    if (!head) {
        KEYTURN_LET(head, lastActivity(connection, m_device));
    }
    const ChainHead found = head.value_or(ChainHead{});
    m_seq = found.seq;
    m_hash = found.hash;
    return {};
}

Done DeviceChain::store(Connection& connection, Instant now) const
{
    return setLocalSetting(
        connection, headKey(m_device),
        QJsonObject{{QStringLiteral("device_seq"), m_seq}, {QStringLiteral("hash"), QString::fromLatin1(m_hash)}}, now);
}

void DeviceChain::append(std::vector<QVariant>& values)
{
    static const size_t device = columnOf("device_id");
    static const size_t seq = columnOf("device_seq");
    static const size_t previous = columnOf("prev_hash");
    static const size_t hash = columnOf("hash");
    values[device] = m_device.toString();
    values[seq] = ++m_seq;
    values[previous] = QString::fromLatin1(m_hash);
    m_hash = m_hasher.hash(values);
    values[hash] = QString::fromLatin1(m_hash);
}

} // namespace keyturn
