// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres_server.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

namespace keyturn::test {

namespace {

constexpr int startTimeoutMs = 60'000;

/// The folder with initdb: Debian keeps it out of PATH, one folder a version.
QString binaries()
{
    const auto isComplete = [](const QString& folder) {
        return QFile::exists(folder + QStringLiteral("/initdb")) &&
               QFile::exists(folder + QStringLiteral("/postgres")) &&
               QFile::exists(folder + QStringLiteral("/pg_isready"));
    };
    // A wrapper or a link in PATH need not have its siblings beside it.
    const QString inPath = QFileInfo(QStandardPaths::findExecutable(QStringLiteral("initdb"))).canonicalPath();
    if (!inPath.isEmpty() && isComplete(inPath)) {
        return inPath;
    }
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString& name : names) {
        const QString folder = versions.filePath(name + QStringLiteral("/bin"));
        if (isComplete(folder)) {
            return folder;
        }
    }
    return {};
}

/// The command, so that it is not root and does not survive us.
QStringList wrapped(const QStringList& command, bool mortal)
{
    QStringList all;
    const bool isRoot = ::geteuid() == 0;
    if (!QStandardPaths::findExecutable(QStringLiteral("setpriv")).isEmpty() && (isRoot || mortal)) {
        all << QStringLiteral("setpriv");
        if (isRoot) {
            all << QStringLiteral("--reuid=postgres") << QStringLiteral("--regid=postgres")
                << QStringLiteral("--init-groups");
        }
        if (mortal) {
            all << QStringLiteral("--pdeathsig=QUIT");
        }
    }
    return all + command;
}

QString runToEnd(QStringList command)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(QStringLiteral("/"));
    const QString program = command.takeFirst();
    process.start(program, command);
    if (!process.waitForFinished(startTimeoutMs) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0) {
        return program + QStringLiteral(": ") + process.errorString() + QStringLiteral("\n") +
               QString::fromLocal8Bit(process.readAll());
    }
    return {};
}

} // namespace

bool PostgresServer::isInstalled()
{
    return !binaries().isEmpty();
}

PostgresServer::PostgresServer() = default;

PostgresServer::~PostgresServer()
{
    if (m_server.state() != QProcess::NotRunning) {
        // SIGTERM would wait for clients; the cluster is thrown away anyway.
        m_server.kill();
        m_server.waitForFinished();
    }
}

QString PostgresServer::start()
{
    if (::geteuid() == 0) {
        const passwd* owner = ::getpwnam("postgres");
        if (owner == nullptr || ::chown(QFile::encodeName(folder()).constData(), owner->pw_uid, owner->pw_gid) != 0) {
            return QStringLiteral("There is no user postgres to run the server as.");
        }
    }
    const QString tools = binaries();
    const QString data = folder() + QStringLiteral("/data");
    const QString failure =
        runToEnd(wrapped({tools + QStringLiteral("/initdb"), QStringLiteral("-D"), data, QStringLiteral("-U"),
                          QStringLiteral("crm_admin"), QStringLiteral("--auth=trust"), QStringLiteral("-E"),
                          QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync")},
                         false));
    if (!failure.isEmpty()) {
        return failure;
    }
    QStringList command = wrapped({tools + QStringLiteral("/postgres"), QStringLiteral("-D"), data}, true);
    const QStringList settings{QStringLiteral("listen_addresses="), QStringLiteral("fsync=off"),
                               QStringLiteral("synchronous_commit=off"), QStringLiteral("full_page_writes=off"),
                               QString(QStringLiteral("unix_socket_directories=") + folder())};
    for (const QString& setting : settings) {
        command << QStringLiteral("-c") << setting;
    }
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setWorkingDirectory(QStringLiteral("/"));
    const QString program = command.takeFirst();
    m_server.start(program, command);
    QElapsedTimer waited;
    waited.start();
    QString notReady = QStringLiteral("The server did not start.");
    while (!notReady.isEmpty() && waited.elapsed() < startTimeoutMs && m_server.state() != QProcess::NotRunning) {
        m_server.waitForFinished(20);
        notReady =
            runToEnd({tools + QStringLiteral("/pg_isready"), QStringLiteral("-q"), QStringLiteral("-h"), folder()});
    }
    return notReady;
}

PostgresOptions PostgresServer::options(const QString& database) const
{
    PostgresOptions options;
    options.host = folder();
    options.database = database;
    options.user = QStringLiteral("crm_admin");
    return options;
}

QString PostgresServer::administer(const QString& sql) const
{
    const auto connection = Connection::openPostgres(options(QStringLiteral("postgres")));
    if (!connection) {
        return connection.error().detail;
    }
    const Done done = (*connection)->script(sql);
    return done ? QString() : done.error().detail;
}

} // namespace keyturn::test
