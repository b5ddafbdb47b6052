// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/keychain.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <optional>

using namespace keyturn;

namespace {

constexpr int patienceMs = 60'000;
constexpr int noKeychain = 77;

/// Where the daemon keeps what is written, readable to nobody without its password.
const QString& name()
{
    static const QString address = QStringLiteral("postgresql://u_fictitious@db.example.com/team");
    return address;
}

QString secret()
{
    return QString::fromUtf8("plainly fictitious: 'quoted' \\ and Unicode \xc3\xb1");
}

/// The answer of the keychain, waited for.
template<typename T>
Result<T> answered(const std::function<void(QObject*, std::function<void(const Result<T>&)>)>& ask)
{
    QObject context;
    std::optional<Result<T>> answer;
    ask(&context, [&answer](const Result<T>& found) { answer = found; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, patienceMs)) {
        return fail(Error::Kind::Busy, QStringLiteral("the keychain did not answer"));
    }
    return *answer;
}

Result<QString> read(Keychain& keychain, const QString& of)
{
    return answered<QString>([&](QObject* context, const std::function<void(const Result<QString>&)>& then) {
        keychain.read(of, context, then);
    });
}

Result<void> write(Keychain& keychain, const QString& of, const QString& what)
{
    return answered<void>([&](QObject* context, const std::function<void(const Result<void>&)>& then) {
        keychain.write(of, what, context, then);
    });
}

/// What happens inside a session with a secret service: each step is told by its line.
int inSession(const QString& step)
{
    Keychain keychain;
    const auto told = [](const char* what, const Result<QString>& found) {
        if (!found) {
            std::printf("%s failed: %s | %s\n", what, qPrintable(found.error().message),
                        qPrintable(found.error().detail));
        } else {
            std::printf("%s %s\n", what, found->toUtf8().toHex().constData());
        }
    };
    if (step == QLatin1String("keep")) {
        const Result<QString> before = read(keychain, name());
        if (!before) {
            std::printf("%s\n", qPrintable(before.error().detail));
            return noKeychain;
        }
        told("before", before);
        const Result<void> kept = write(keychain, name(), secret());
        std::printf("kept %s\n", kept ? "yes" : qPrintable(kept.error().detail));
        told("after", read(keychain, name()));
        told("other", read(keychain, name() + QLatin1Char('2')));
    } else {
        // Another process of the same session.
        told("again", read(keychain, name()));
        keychain.remove(name());
        // Gone a moment later: nobody is told when.
        Result<QString> left = read(keychain, name());
        for (QElapsedTimer time{}; left && !left->isEmpty() && !time.hasExpired(patienceMs);) {
            if (!time.isValid()) {
                time.start();
            }
            left = read(keychain, name());
        }
        told("left", left);
    }
    return 0;
}

} // namespace

/// The keychain of the operating system, for real: a session bus and a secret service of the test's own.
class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void aPasswordIsKeptForTheNextStart()
    {
        for (const char* tool : {"dbus-run-session", "gnome-keyring-daemon", "sh"}) {
            if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty()) {
                QSKIP(qPrintable(QStringLiteral("%1 is not installed, so there is no secret service to ask.")
                                     .arg(QLatin1String(tool))));
            }
        }
        QTemporaryDir home;
        QProcess session;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        // A home of its own: the daemon must not touch the keyring of whoever runs the test.
        for (const char* place : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
            environment.insert(QLatin1String(place), home.path());
        }
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        environment.remove(QStringLiteral("GNOME_KEYRING_CONTROL"));
        session.setProcessEnvironment(environment);
        const QString program = QCoreApplication::applicationFilePath();
        session.start(QStringLiteral("dbus-run-session"),
                      {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                       QStringLiteral("printf fictitious | gnome-keyring-daemon --unlock --components=secrets "
                                      ">/dev/null && \"$0\" --in-session keep && \"$0\" --in-session look"),
                       program});
        QVERIFY(session.waitForStarted());
        if (!QTest::qWaitFor([&] { return session.state() == QProcess::NotRunning; }, 4 * patienceMs)) {
            session.kill();
            session.waitForFinished();
        }
        const QByteArray told = session.readAllStandardOutput();
        if (session.exitCode() == noKeychain || !told.contains("before")) {
            QSKIP(qPrintable(QStringLiteral("No secret service could be started here: %1 %2")
                                 .arg(QString::fromUtf8(told), QString::fromUtf8(session.readAllStandardError()))));
        }
        const QByteArray hex = secret().toUtf8().toHex();
        QCOMPARE(told.split('\n'), (QList<QByteArray>{"before ", "kept yes", "after " + hex, "other ", "again " + hex,
                                                      "left ", QByteArray()}));
        QCOMPARE(session.exitCode(), 0);
        // Nothing of it lies in the home in clear.
        QProcess search;
        search.start(QStringLiteral("grep"), {QStringLiteral("-r"), QStringLiteral("-l"), QStringLiteral("-F"),
                                              QStringLiteral("plainly fictitious"), home.path()});
        QVERIFY(search.waitForFinished());
        QCOMPARE(search.readAllStandardOutput(), QByteArray());
    }

    void withoutOneNothingIsWrittenDown()
    {
        QProcess alone;
        QTemporaryDir home;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), home.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home.path());
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:"));
        alone.setProcessEnvironment(environment);
        alone.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--in-session"), QStringLiteral("keep")});
        QVERIFY(alone.waitForFinished(4 * patienceMs));
        QCOMPARE(alone.exitCode(), noKeychain);
        QProcess search;
        search.start(QStringLiteral("find"), {home.path(), QStringLiteral("-type"), QStringLiteral("f")});
        QVERIFY(search.waitForFinished());
        QCOMPARE(search.readAllStandardOutput(), QByteArray());
    }
};

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--in-session")) {
        return inSession(arguments.value(2));
    }
    TestKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychain.moc"
