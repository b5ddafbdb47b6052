// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/connection.h"
#include "models/storage/connection_name.h"
#include "models/storage/error_mapping.h"

#include <QCoreApplication>
#include <QSqlError>

#include <atomic>

namespace keyturn {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};
} // namespace

QString uniqueConnectionName()
{
    static std::atomic<quint64> made{0};
    return QStringLiteral("keyturn-%1").arg(++made);
}

Result<std::unique_ptr<Connection>> Connection::openPostgres(const PostgresOptions& options)
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL"))) {
        return fail(Error::Kind::Offline,
                    Words::tr("This installation cannot speak to a PostgreSQL server: Qt's driver for it is missing."));
    }
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), uniqueConnectionName());
    database.setHostName(options.host);
    database.setPort(options.port);
    database.setDatabaseName(options.database);
    database.setUserName(options.user);
    database.setPassword(options.password);
    QString connectOptions = QStringLiteral("connect_timeout=5");
    if (!options.connectOptions.isEmpty()) {
        connectOptions += QLatin1Char(';') + options.connectOptions;
    }
    database.setConnectOptions(connectOptions);
    const bool isOpen = database.open();
    const Error error = isOpen ? Error{} : postgresError(database.lastError());
    const QString location = QStringLiteral("postgresql://%1@%2:%3/%4")
                                 .arg(options.user, options.host, QString::number(options.port), options.database);
    std::unique_ptr<Connection> connection(new Connection(database, Dialect::Postgres, location));
    database = QSqlDatabase(); // the connection must hold the only copy when it goes
    if (!isOpen) {
        return fail(error);
    }
    KEYTURN_TRY(connection->setUpPostgres());
    return connection;
}

Done Connection::setUpPostgres()
{
    return script(QStringLiteral("SET search_path = keyturn_read, pg_catalog;"
                                 "SET TIME ZONE 'UTC';"
                                 "SET client_min_messages = warning"));
}

} // namespace keyturn
