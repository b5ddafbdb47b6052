// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/connection.h"
#include "models/storage/connection_name.h"
#include "models/storage/error_mapping.h"
#include "models/storage/postgres_raw.h"
#include "models/storage/watchdog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlError>

#include <libpq-fe.h>

#include <algorithm>
#include <atomic>
#include <clocale>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};

/// libpq says in the user's language why it could not connect, and says it in no other way. While one of these lives,
/// this thread hears it in English, which is what the mapping of errors reads.
class EnglishMessages
{
public:
    EnglishMessages()
    {
#ifdef Q_OS_UNIX
        m_plain = newlocale(LC_MESSAGES_MASK, "C", duplocale(LC_GLOBAL_LOCALE));
        if (m_plain != nullptr) {
            m_before = uselocale(m_plain);
        }
#endif
    }
    ~EnglishMessages()
    {
#ifdef Q_OS_UNIX
        if (m_plain != nullptr) {
            uselocale(m_before);
            freelocale(m_plain);
        }
#endif
    }
    Q_DISABLE_COPY_MOVE(EnglishMessages)

private:
#ifdef Q_OS_UNIX
    locale_t m_plain = nullptr;
    locale_t m_before = nullptr;
#endif
};

/// libpq before 16 does not look at the certificates that the system trusts by itself.
QString systemCertificates()
{
    const QString own = QDir::home().filePath(QStringLiteral(".postgresql/root.crt"));
    for (const QString& file :
         {own, QStringLiteral("/etc/ssl/certs/ca-certificates.crt"), QStringLiteral("/etc/pki/tls/certs/ca-bundle.crt"),
          QStringLiteral("/etc/ssl/cert.pem")}) {
        if (QFileInfo::exists(file)) {
            return file;
        }
    }
    return own;
}

QString quoted(const QString& value)
{
    QString text = value;
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return QString(u'\'' + text + u'\'');
}

Result<QString> connectOptions(const PostgresOptions& options)
{
    QStringList parts{
        QStringLiteral("connect_timeout=%1").arg(std::max(options.connectTimeoutS, 2)),
        QStringLiteral("tcp_user_timeout=%1").arg(options.tcpUserTimeoutMs),
        QStringLiteral("keepalives_idle=20"),
        QStringLiteral("keepalives_interval=5"),
        QStringLiteral("keepalives_count=3"),
        QStringLiteral("application_name=keyturn"),
        QStringLiteral("client_encoding=UTF8"),
        QStringLiteral("gssencmode=disable"),
    };
    if (options.verifies()) {
        const QString authorities = options.caFile.isEmpty() ? systemCertificates() : options.caFile;
        // QtSql separates options by semicolons and knows no way to quote one.
        if (authorities.contains(u';') || !QFileInfo(authorities).isReadable()) {
            return fail(Error::Kind::Untrusted,
                        Words::tr("The file with the certificates to trust cannot be read: %1").arg(authorities),
                        authorities, QStringLiteral("ca_file"));
        }
        parts << QStringLiteral("sslmode=verify-full") << QStringLiteral("channel_binding=require")
              << QString(QStringLiteral("sslrootcert=") + quoted(authorities));
    } else {
        parts << QStringLiteral("sslmode=prefer");
    }
    return parts.join(u';');
}

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
    KEYTURN_LET(const QString connecting, connectOptions(options));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), uniqueConnectionName());
    database.setHostName(options.host);
    database.setPort(options.port);
    database.setDatabaseName(options.database);
    database.setUserName(options.user);
    database.setPassword(options.password);
    database.setConnectOptions(connecting);
    const EnglishMessages readable;
    const bool isOpen = database.open();
    const Error error = isOpen ? Error{} : postgresConnectError(database.lastError(), options.host);
    std::unique_ptr<Connection> connection(new Connection(database, Dialect::Postgres, options.toString()));
    if (isOpen) {
        connection->m_postgres = nativePostgres(database);
    }
    database = QSqlDatabase(); // the connection must hold the only copy when it goes
    if (!isOpen) {
        return fail(error);
    }
    if (connection->m_postgres == nullptr) {
        return fail(Error::Kind::Offline,
                    Words::tr("This installation cannot speak to a PostgreSQL server: Qt's driver "
                              "for it is of another kind than Keyturn expects."));
    }
    if (options.callLimitMs > 0) {
        connection->m_watchdog = std::make_shared<Watchdog>(PQsocket(connection->m_postgres), options.callLimitMs);
    }
    connection->m_session = std::make_shared<PostgresSession>();
    connection->m_session->handle = connection->m_postgres;
    connection->m_session->watchdog = connection->m_watchdog;
    KEYTURN_TRY(connection->setUpPostgres(options));
    return connection;
}

Done Connection::setUpPostgres(const PostgresOptions& options)
{
    return script(QStringLiteral("SET search_path = keyturn_read, pg_catalog;"
                                 "SET TIME ZONE 'UTC';"
                                 "SET bytea_output = hex;"
                                 "SET client_min_messages = warning;"
                                 "SET jit = off;" // with row security it compiles for a second what runs a millisecond
                                 "SET statement_timeout = %1;"
                                 "SET lock_timeout = %2")
                      .arg(options.statementTimeoutMs)
                      .arg(options.lockTimeoutMs));
}

Done Connection::pipeline(const QString& sql, const std::vector<QByteArray>& values,
                          const std::function<void(QByteArrayView)>& use)
{
    KEYTURN_TRY(ask(FaultInjector::Call::Execute, sql));
    if (m_postgres == nullptr) {
        return fail(Error::Kind::Refused, Words::tr("Only a server takes many statements at once."));
    }
    return runPostgresPipeline(*m_session, sql, values, use);
}

Done Connection::listen(const QString& channel)
{
    static const QRegularExpression word(QStringLiteral("^[a-z][a-z0-9_]{0,62}$"));
    if (m_postgres == nullptr || !word.match(channel).hasMatch()) {
        return fail(Error::Kind::Refused, Words::tr("There is nothing to listen to."), channel);
    }
    return script(QStringLiteral("LISTEN ") + channel);
}

void Connection::forgetHints()
{
    while (PGnotify* const hint = m_postgres == nullptr ? nullptr : PQnotifies(m_postgres)) {
        PQfreemem(hint);
    }
}

int Connection::socket() const
{
    return m_postgres == nullptr ? -1 : PQsocket(m_postgres);
}

bool Connection::isAlive() const
{
    return m_postgres == nullptr || (PQstatus(m_postgres) == CONNECTION_OK && !(m_watchdog && m_watchdog->hasBitten()));
}

void Connection::abort() const
{
    if (m_watchdog) {
        m_watchdog->bite();
    }
}

void Connection::hurry(int ms) const
{
    if (m_watchdog) {
        m_watchdog->hurry(ms);
    }
}

void Connection::setCallLimit(int ms)
{
    if (m_watchdog) {
        m_watchdog->setLimit(ms);
    }
}

} // namespace keyturn
