// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/book_commands.h"
#include "app/cli/command_table.h"
#include "app/cli/file_commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/running_program.h"
#include "app/cli/server_commands.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "app/secrets/keychain.h"
#include "models/base/server_address.h"
#include "models/base/worker.h"
#include "models/workspace/direct_library.h"
#include "models/workspace/solo_library.h"

#include <QDir>
#include <QFile>
#include <QFutureWatcher>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>
#include <optional>
#include <thread>

namespace keyturn::cli {

namespace {

constexpr int pollMs = 50;
constexpr qint64 maximumInput = 1024 * 1024;

bool write(FILE* stream, const QByteArray& bytes)
{
    return std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream) ==
               static_cast<std::size_t>(bytes.size()) &&
           std::fflush(stream) == 0;
}

int print(const Outcome& outcome)
{
    const bool told = write(stderr, outcome.err);
    if (!write(stdout, outcome.out)) {
        write(stderr, Words::tr("keyturn: The answer could not be written.\n").toUtf8());
        return exitFailed;
    }
    return told ? outcome.exit : exitFailed;
}

Error cancelled()
{
    return {Error::Kind::Cancelled, Words::tr("Cancelled."), {}, {}};
}

/// `--text -` takes standard input. Answers the words with the text itself in its place, so that they can travel.
Result<QStringList> withInput(const QStringList& words, Invocation& invocation)
{
    if (invocation.option(QStringLiteral("text")) != QLatin1String("-")) {
        return words;
    }
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return fail(Error::Kind::Invalid, Words::tr("Standard input cannot be read."));
    }
    const QByteArray bytes = input.read(maximumInput + 1);
    if (bytes.size() > maximumInput) {
        return fail(Error::Kind::Invalid, Words::tr("The text on standard input is longer than 1 MiB."));
    }
    QString text = QString::fromUtf8(bytes);
    while (text.endsWith(QLatin1Char('\n'))) {
        text.chop(1);
    }
    invocation.options.insert(QStringLiteral("text"), text);
    QStringList filled;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == QLatin1String("--text") && words.value(i + 1) == QLatin1String("-")) {
            filled.append(QStringLiteral("--text=") + text);
            ++i;
        } else {
            filled.append(words[i] == QLatin1String("--text=-") ? QString(QStringLiteral("--text=") + text) : words[i]);
        }
    }
    return filled;
}

/// A command without a window, in this process: opens the book, does it, closes the book.
class Session : public QObject
{
public:
    explicit Session(const Invocation& invocation)
        : m_invocation(invocation)
    {
        m_poll.callOnTimeout(this, [this] {
            if (interrupted()) {
                end(fail(cancelled()));
            }
        });
        m_poll.start(pollMs);
    }

    Result<Answer> makeBook()
    {
        QTimer::singleShot(0, this, [this] {
            cli::makeBook(m_invocation, this, [this](const Result<Answer>& answer) { end(answer); });
        });
        return wait();
    }

    /// `server …`: on a thread of its own, so that Ctrl+C is heard.
    Result<Answer> onServerItself(const ServerAddress& address)
    {
        return onWorker(address, [invocation = m_invocation, address](const QString& password) {
            return administer(invocation, address, password);
        });
    }

    /// `verify` of all that a server holds. Refused with wholeIsNotYours() where the login is no administrator's.
    Result<Answer> verifyServer(const ServerAddress& address)
    {
        return onWorker(address, [address](const QString& password) { return cli::verifyServer(address, password); });
    }

    Result<Answer> onTeam(const ServerAddress& address)
    {
        DirectLibrary library;
        QFutureWatcher<Result<std::shared_ptr<Workspace>>> opening;
        const auto open = [&](const QString& password) { opening.setFuture(library.open(address, password)); };
        connect(&opening, &QFutureWatcherBase::finished, this, [&] {
            const auto opened = opening.result();
            if (!opened) {
                if (!asksFor(address, opened.error(), open)) {
                    end(fail(opened.error()));
                }
                return;
            }
            m_workspace = *opened;
            // The window waits until the server is back; a script wants to know.
            connect(m_workspace.get(), &Workspace::linkChanged, this, [this](const LinkState& link) {
                if (link.kind == LinkState::Kind::Lost) {
                    end(fail(link.reason));
                }
            });
            runCommand(*m_workspace, m_invocation, this, [this](const Result<Answer>& answer) { end(answer); });
        });
        withPassword(address, open);
        Result<Answer> answer = wait();
        opening.setFuture({});
        m_workspace.reset();
        return answer;
    }

    Result<Answer> onBook(const QString& path)
    {
        SoloOptions options;
        options.actor = m_invocation.actor;
        options.appVersion = QCoreApplication::applicationVersion();
        options.quickCheckAfterMs = -1; // it would tell nobody, and take half the machine from a long command
        SoloLibrary library(options);
        QFutureWatcher<Result<std::shared_ptr<Workspace>>> opening;
        connect(&opening, &QFutureWatcherBase::finished, this, [&] {
            const auto opened = opening.result();
            if (!opened) {
                end(fail(opened.error()));
                return;
            }
            m_workspace = *opened;
            runCommand(*m_workspace, m_invocation, this, [this](const Result<Answer>& answer) { end(answer); });
        });
        opening.setFuture(library.open(path));
        Result<Answer> answer = wait();
        // What was submitted is finished by now or never began: an interrupted command is done whole or not at all.
        opening.setFuture({});
        m_workspace.reset();
        return answer;
    }

private:
    using WithPassword = std::function<void(const QString&)>;

    Result<Answer> onWorker(const ServerAddress& address, const std::function<Result<Answer>(const QString&)>& work)
    {
        Worker worker(QStringLiteral("server"));
        QFutureWatcher<Result<Answer>> watcher;
        const auto begin = [&](const QString& password) {
            watcher.setFuture(worker.post([work, password] { return work(password); }));
        };
        connect(&watcher, &QFutureWatcherBase::finished, this, [&] {
            const Result<Answer> answer = watcher.result();
            if (answer || !asksFor(address, answer.error(), begin)) {
                end(answer);
            }
        });
        withPassword(address, begin);
        return wait();
    }

    /// Where the server wants a password and somebody sits at a terminal, they are asked, once. False: no use.
    bool asksFor(const ServerAddress& address, const Error& refusal, const WithPassword& then)
    {
        if (refusal.kind != Error::Kind::Auth || refusal.nativeCode != QLatin1String("28P01") || m_hasAsked ||
            !isTerminal(stdin)) {
            return false;
        }
        m_hasAsked = true;
        const auto password = askSecretly(Words::tr("Password of %1 on %2: ").arg(address.user, address.host));
        if (password) {
            then(*password);
        } else {
            end(fail(cancelled()));
        }
        return true;
    }

    /// Asks the keychain, where there is one; otherwise PGPASSWORD and ~/.pgpass speak for themselves.
    void withPassword(const ServerAddress& address, const WithPassword& then)
    {
        if (qEnvironmentVariableIsSet("PGPASSWORD") || !hasKeychain()) {
            QTimer::singleShot(0, this, [then] { then({}); });
            return;
        }
        m_secrets.read(address.toString(), this,
                       [then](const Result<QString>& found) { then(found.value_or(QString())); });
    }

    static bool hasKeychain()
    {
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
        // Without a session bus the question would make one.
        return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS");
#else
        return true;
#endif
    }

    Result<Answer> wait()
    {
        QCoreApplication::exec();
        return m_answer;
    }

    void end(const Result<Answer>& answer)
    {
        if (!m_ended) {
            m_ended = true;
            m_answer = answer;
            QCoreApplication::quit();
        }
    }

    const Invocation m_invocation;
    Keychain m_secrets;
    QTimer m_poll;
    std::shared_ptr<Workspace> m_workspace;
    Result<Answer> m_answer = fail(cancelled());
    bool m_hasAsked = false;
    bool m_ended = false;
};

Result<Answer> runDemo(const Invocation& invocation)
{
    const bool talks = isTerminal(stderr);
    std::atomic_bool cancel = false;
    const auto progress = [&](int percent) {
        cancel = cancel || interrupted();
        if (talks) {
            write(stderr, Words::tr("\rMaking sample data… %1 %").arg(percent).toUtf8());
        }
    };
    const auto answer = makeDemo(invocation, progress, cancel);
    if (talks) {
        write(stderr, "\r\033[K");
    }
    return answer;
}

/// Work on files, on a thread of its own, so that Ctrl+C is heard and progress is seen.
Result<Answer> runOnFiles(const Invocation& invocation)
{
    const bool talks = isTerminal(stderr);
    const auto watch = std::make_shared<WorkWatch>();
    Worker worker(QStringLiteral("files"));
    const QFuture<Result<Answer>> future = worker.post([&invocation, watch] { return workOnFiles(invocation, watch); });
    while (!future.isFinished()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(pollMs));
        watch->cancelled = watch->cancelled || interrupted();
        if (talks && watch->isChecking) {
            write(stderr, "\r\033[K" + Words::tr("Checking every entry…").toUtf8());
        } else if (talks && watch->total > 0) {
            write(stderr, '\r' + Words::tr("Working… %1 %").arg(100 * watch->done / watch->total).toUtf8());
        }
    }
    if (talks) {
        write(stderr, "\r\033[K");
    }
    return future.result();
}

/// The book in the user's data folder that was written last, where the window puts new ones; empty if there is none.
QString newestBookOfUser()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QStringList books = folder.entryList({QStringLiteral("*.keyturn")}, QDir::Files, QDir::Time);
    return books.isEmpty() ? QString() : folder.filePath(books.first());
}

Result<QString> findBook(const Invocation& invocation, const QString& lastWorkspace)
{
    QString where = invocation.workspace.isEmpty() ? lastWorkspace : invocation.workspace;
    if (where.isEmpty()) {
        where = newestBookOfUser();
    }
    if (ServerAddress::isAddress(where)) {
        return where;
    }
    const QString path = where.isEmpty() ? QString() : invocation.absolutePath(where);
    if (path.isEmpty() || !QFile::exists(path)) {
        return fail(
            Error::Kind::Invalid,
            path.isEmpty()
                ? Words::tr("There is no book yet. Make one with “keyturn new” or “keyturn demo”.")
                : Words::tr("There is no book at %1. Make one with “keyturn new” or “keyturn demo”.").arg(path));
    }
    return path;
}

/// `path` is what a running program holds; `address` is set where that is the desk of a server.
Outcome runOnBook(const QStringList& words, const Invocation& invocation, const QString& path,
                  const std::optional<ServerAddress>& address)
{
    const auto stillWanted = [] { return !interrupted(); };
    // Between taking the book and opening its door a starting window is silent for a moment: hence the second look.
    for (int attempt = 0;; ++attempt) {
        if (const auto forwarded =
                askRunningProgram(path, {Request::Kind::Command, words, invocation.folder}, stillWanted)) {
            return *forwarded ? **forwarded : toOutcome(fail(forwarded->error()), invocation.json);
        }
        const auto answer = address ? Session(invocation).onTeam(*address) : Session(invocation).onBook(path);
        const bool isBusy = !answer && answer.error().kind == Error::Kind::Busy;
        if (!isBusy || attempt == 10 || interrupted()) {
            return toOutcome(answer, invocation.json);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
}

} // namespace

int runCommandLine(const QStringList& words, const QString& lastWorkspace)
{
    auto parsed = parse(words, QDir::currentPath());
    if (!parsed) {
        return print(usageOutcome(parsed.error().message, parsed.error().hint, parsed.error().json));
    }
    if (parsed->version) {
        return print({exitDone, QByteArray("keyturn " + QCoreApplication::applicationVersion().toUtf8() + '\n'), {}});
    }
    const CommandSpec* spec = findCommand(parsed->command);
    if (parsed->help) {
        return print({exitDone, (spec == nullptr ? generalHelp() : commandHelp(*spec)).toUtf8(), {}});
    }
    catchInterrupts();
    if (parsed->command == QLatin1String("demo")) {
        return print(toOutcome(runDemo(*parsed), parsed->json));
    }
    if (parsed->command.startsWith(QLatin1String("server "))) {
        const auto address = administeredServer(*parsed);
        return print(toOutcome(
            address ? Session(*parsed).onServerItself(*address) : Result<Answer>(fail(address.error())), parsed->json));
    }
    if (parsed->command == QLatin1String("restore") || parsed->command == QLatin1String("rescue")) {
        return print(toOutcome(runOnFiles(*parsed), parsed->json));
    }
    if (spec->makesBook) {
        return print(toOutcome(Session(*parsed).makeBook(), parsed->json));
    }
    const auto filled = withInput(words, *parsed);
    const auto path = filled ? findBook(*parsed, lastWorkspace) : Result<QString>(fail(filled.error()));
    if (!path) {
        return print(toOutcome(fail(path.error()), parsed->json));
    }
    if (!ServerAddress::isAddress(*path)) {
        return print(runOnBook(*filled, *parsed, *path, std::nullopt));
    }
    auto address = ServerAddress::parse(*path);
    if (!address) {
        return print(toOutcome(fail(address.error()), parsed->json));
    }
    if (!address->caFile.isEmpty()) {
        address->caFile = parsed->absolutePath(address->caFile);
    }
    if (parsed->command == QLatin1String("verify") && !isPersonsLogin(address->user)) {
        const auto answer = Session(*parsed).verifyServer(*address);
        if (answer || answer.error().nativeCode != wholeIsNotYours()) {
            return print(toOutcome(answer, parsed->json));
        }
    }
    return print(runOnBook(*filled, *parsed, DirectLibrary().deskPath(*address), *address));
}

} // namespace keyturn::cli
