// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/local_setting.h"

#include "models/storage/connection.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace keyturn {

Result<std::optional<QJsonValue>> localSetting(Connection& connection, const QString& key)
{
    KEYTURN_LET(Statement query, connection.prepare(QStringLiteral("SELECT value FROM local_settings WHERE key = ?")));
    query.bind(key);
    KEYTURN_LET(const bool found, query.next());
    if (!found) {
        return std::nullopt;
    }
    // QJsonDocument reads objects and arrays only.
    const QByteArray wrapped = '[' + query.text(0).toUtf8() + ']';
    return QJsonDocument::fromJson(wrapped).array().at(0);
}

Done setLocalSetting(Connection& connection, const QString& key, const QJsonValue& value, Instant now)
{
    const TableSpec& table = *tableSpec(QStringLiteral("local_settings"));
    const Dialect dialect = connection.dialect();
    const QString sql =
        QStringLiteral("INSERT INTO ") + writableName(dialect, table) +
        QStringLiteral(" (key, value, updated_at) VALUES (?, ") +
        placeholder(dialect, *table.column(QStringLiteral("value"))) + QStringLiteral(", ") +
        placeholder(dialect, *table.column(QStringLiteral("updated_at"))) +
        QStringLiteral(") ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at");
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    KEYTURN_TRY(connection.run(sql, key, QString::fromUtf8(wrapped.sliced(1).chopped(1)), now));
    return {};
}

} // namespace keyturn
