// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/database_fixture.h"

#include "models/storage/migrator.h"

#include <QFile>
#include <QTest>

namespace keyturn::test {

namespace {

QString migrated(Result<std::unique_ptr<Connection>> connection, Dialect dialect, const Clock& clock)
{
    if (!connection) {
        return connection.error().message + connection.error().detail;
    }
    const Result<int> version = Migrator(dialect).migrate(**connection, clock);
    return version ? QString() : version.error().message + version.error().detail;
}

} // namespace

QString DatabaseFixture::start()
{
    SqliteOptions options;
    options.path = m_folder.filePath(QStringLiteral("template.keyturn"));
    options.create = true;
    QString failure = migrated(Connection::openSqlite(options), Dialect::Sqlite, clock);
    if (!failure.isEmpty() || !PostgresServer::isInstalled()) {
        return failure;
    }
    m_server = std::make_unique<PostgresServer>();
    failure = m_server->start();
    if (failure.isEmpty()) {
        failure = m_server->administer(QStringLiteral("CREATE DATABASE book_template"));
    }
    if (failure.isEmpty()) {
        failure = migrated(Connection::openPostgres(m_server->options(QStringLiteral("book_template"))),
                           Dialect::Postgres, clock);
    }
    return failure;
}

std::vector<Dialect> DatabaseFixture::dialects() const
{
    return hasPostgres() ? std::vector<Dialect>{Dialect::Sqlite, Dialect::Postgres}
                         : std::vector<Dialect>{Dialect::Sqlite};
}

void DatabaseFixture::addRows() const
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("sqlite") << Dialect::Sqlite;
    if (hasPostgres()) {
        QTest::newRow("postgresql") << Dialect::Postgres;
    }
}

void DatabaseFixture::addRowsWithMember() const
{
    addRows();
    if (hasPostgres()) {
        QTest::newRow("member") << Dialect::Postgres;
    }
}

std::unique_ptr<Connection> DatabaseFixture::reader(UserId user)
{
    if (QByteArrayView(QTest::currentDataTag()) != "member") {
        return openAgain();
    }
    const auto admin = openAgain();
    const QString sql =
        QStringLiteral("DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'u_member') THEN "
                       "CREATE ROLE u_member LOGIN IN ROLE keyturn_member; END IF; END $$; "
                       "INSERT INTO keyturn.org_memberships (login, user_id, organization_id, role) "
                       "SELECT 'u_member', id, organization_id, 'manager' FROM keyturn.users WHERE id = '%1'")
            .arg(user.toString());
    if (const Done done = admin->script(sql); !done) {
        QTest::qFail(qPrintable(done.error().detail), __FILE__, __LINE__);
        return nullptr;
    }
    PostgresOptions options = m_server->options(m_lastDatabase);
    options.user = QStringLiteral("u_member");
    auto connection = Connection::openPostgres(options);
    if (!connection) {
        QTest::qFail(qPrintable(connection.error().detail), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*connection);
}

std::unique_ptr<Connection> DatabaseFixture::open()
{
    const Dialect* dialect = static_cast<const Dialect*>(QTest::qData("dialect", qMetaTypeId<Dialect>()));
    return open(*dialect);
}

std::unique_ptr<Connection> DatabaseFixture::open(Dialect dialect)
{
    m_lastDialect = dialect;
    const QString name = QStringLiteral("book_%1").arg(++m_made);
    if (dialect == Dialect::Sqlite) {
        m_lastPath = m_folder.filePath(name + QStringLiteral(".keyturn"));
        if (!QFile::copy(m_folder.filePath(QStringLiteral("template.keyturn")), m_lastPath)) {
            QTest::qFail("The template cannot be copied.", __FILE__, __LINE__);
            return nullptr;
        }
    } else {
        m_lastDatabase = name;
        const QString failure =
            m_server->administer(QStringLiteral("CREATE DATABASE %1 TEMPLATE book_template").arg(name));
        if (!failure.isEmpty()) {
            QTest::qFail(qPrintable(failure), __FILE__, __LINE__);
            return nullptr;
        }
    }
    std::unique_ptr<Connection> connection = openAgain();
    if (connection != nullptr && dialect == Dialect::Postgres) {
        // The rights on a database do not come along from its template.
        if (const auto done = connection->run(QStringLiteral("SELECT admin.harden()")); !done) {
            QTest::qFail(qPrintable(done.error().detail), __FILE__, __LINE__);
            return nullptr;
        }
    }
    return connection;
}

std::unique_ptr<Connection> DatabaseFixture::openAgain()
{
    SqliteOptions options;
    options.path = m_lastPath;
    auto connection = m_lastDialect == Dialect::Sqlite ? Connection::openSqlite(options)
                                                       : Connection::openPostgres(m_server->options(m_lastDatabase));
    if (!connection) {
        QTest::qFail(qPrintable(QString(connection.error().message + connection.error().detail)), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*connection);
}

} // namespace keyturn::test
