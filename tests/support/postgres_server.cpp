// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres_server.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>

#include <QTcpServer>

#include <pwd.h>
#include <signal.h>
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
    kill();
}

void PostgresServer::kill()
{
    if (m_server.state() != QProcess::NotRunning) {
        // SIGTERM would wait for clients; the cluster is thrown away anyway.
        signalAll(SIGKILL);
        m_server.waitForFinished();
    }
}

/// The postmaster first, so that it starts nobody new, then its children, which are sessions of their own.
void PostgresServer::signalAll(int signal)
{
    const qint64 server = m_server.processId();
    ::kill(static_cast<pid_t>(server), signal);
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(server));
    if (children.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> pids = children.readAll().split(' ');
        for (const QByteArray& pid : pids) {
            if (pid.toInt() > 0) {
                ::kill(pid.toInt(), signal);
            }
        }
    }
}

void PostgresServer::freeze()
{
    signalAll(SIGSTOP);
}

void PostgresServer::thaw()
{
    signalAll(SIGCONT);
}

QString PostgresServer::start(Tcp tcp)
{
    if (::geteuid() == 0) {
        const passwd* owner = ::getpwnam("postgres");
        for (const QTemporaryDir* own : {&m_folder, &m_tlsFolder}) {
            if (owner == nullptr ||
                ::chown(QFile::encodeName(own->path()).constData(), owner->pw_uid, owner->pw_gid) != 0) {
                return QStringLiteral("There is no user postgres to run the server as.");
            }
        }
    }
    QString failure =
        runToEnd(wrapped({binaries() + QStringLiteral("/initdb"), QStringLiteral("-D"), data(), QStringLiteral("-U"),
                          QStringLiteral("crm_admin"), QStringLiteral("--auth=trust"), QStringLiteral("-E"),
                          QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync")},
                         false));
    if (failure.isEmpty() && tcp != Tcp::None) {
        failure = configure(tcp);
    }
    return failure.isEmpty() ? run() : failure;
}

QString PostgresServer::configure(Tcp tcp)
{
    QTcpServer finder;
    if (!finder.listen(QHostAddress::LocalHost)) {
        return QStringLiteral("There is no free port.");
    }
    m_port = finder.serverPort();
    finder.close();
    const bool encrypts = tcp == Tcp::Tls;
    if (encrypts) {
        if (const QString failure = makeCertificates(); !failure.isEmpty()) {
            return failure;
        }
    }
    const auto append = [this](const char* name, const QString& text) {
        QFile file(data() + QLatin1Char('/') + QLatin1String(name));
        return file.open(QIODevice::Append) && file.write(text.toUtf8()) > 0;
    };
    const auto replace = [this](const char* name, const QString& text) {
        QFile file(data() + QLatin1Char('/') + QLatin1String(name));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text.toUtf8()) > 0;
    };
    const bool isWritten =
        append("postgresql.conf",
               QStringLiteral("port = %1\nlisten_addresses = '127.0.0.1'\nssl = %2\n"
                              "ssl_cert_file = '%3/server.crt'\nssl_key_file = '%3/server.key'\n")
                   .arg(QString::number(m_port), encrypts ? QStringLiteral("on") : QStringLiteral("off"),
                        m_tlsFolder.path())) &&
        replace("pg_hba.conf", QStringLiteral("local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n"
                                              "hostnossl all all 127.0.0.1/32 %1\n")
                                   .arg(encrypts ? QStringLiteral("reject") : QStringLiteral("scram-sha-256")));
    return isWritten ? QString() : QStringLiteral("The server's settings cannot be written.");
}

QString PostgresServer::makeCertificates()
{
    // Newlines would end the words: every step is one command line for the shell.
    const QString script = QStringLiteral(
        "set -e; cd '%1'; "
        "for ca in ca other; do openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
        "-subj /CN=throwaway-$ca -keyout $ca.key -out $ca.crt; done; "
        "openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost "
        "-keyout server.key -out server.csr; "
        "printf 'subjectAltName=DNS:localhost' > server.ext; "
        "openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile server.ext "
        "-out server.crt; chmod 600 server.key; chmod 755 .; chmod 644 ca.crt other.crt");
    return runToEnd(wrapped({QStringLiteral("sh"), QStringLiteral("-c"), script.arg(m_tlsFolder.path())}, false));
}

QString PostgresServer::startAgain()
{
    QFile::remove(data() + QStringLiteral("/postmaster.pid"));
    return run();
}

QString PostgresServer::run()
{
    const QString tools = binaries();
    QStringList command = wrapped({tools + QStringLiteral("/postgres"), QStringLiteral("-D"), data()}, true);
    QStringList settings{QStringLiteral("fsync=off"), QStringLiteral("synchronous_commit=off"),
                         QStringLiteral("full_page_writes=off"),
                         QString(QStringLiteral("unix_socket_directories=") + folder())};
    if (m_port == 0) {
        settings << QStringLiteral("listen_addresses=");
    }
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
        notReady = runToEnd({tools + QStringLiteral("/pg_isready"), QStringLiteral("-q"), QStringLiteral("-h"),
                             folder(), QStringLiteral("-p"), QString::number(m_port == 0 ? 5432 : m_port)});
    }
    return notReady;
}

PostgresOptions PostgresServer::options(const QString& database) const
{
    PostgresOptions options;
    options.host = folder();
    options.port = m_port == 0 ? ServerAddress::defaultPort : m_port;
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
