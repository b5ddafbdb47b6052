// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/connection.h"
#include "tests/support/book_workspace.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace keyturn;
using namespace keyturn::test;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesBeside(const QString& path)
{
    const QFileInfo info(path);
    return info.dir().entryList({info.fileName() + QLatin1Char('*')}, QDir::Files, QDir::Name);
}

Error refusal(const QString& path)
{
    const auto opened = await(SoloLibrary().open(path));
    return opened ? Error{Error::Kind::Invalid, QStringLiteral("it was opened"), {}, {}} : opened.error();
}

/// The other process: holds a book open until its input ends.
int holdBook(const QString& path)
{
    const auto opened = await(SoloLibrary().open(path));
    std::puts(opened ? "open" : "refused");
    std::fflush(stdout);
    std::getchar();
    return 0;
}

} // namespace

/// What cannot be opened or written is refused in plain words, and left as it was.
class TestWorkspaceRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_template.make();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void aMissingBook()
    {
        const QString path = m_template.newPath();
        const Error error = refusal(path);
        QCOMPARE(error.kind, Error::Kind::Invalid);
        QVERIFY(error.message.contains(path));
        QVERIFY(filesBeside(path).isEmpty());
    }

    void aFileThatIsNoBook_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a letter") << QByteArray("Dear borrower,\n").repeated(100);
        QTest::newRow("only a beginning") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("garbage behind the beginning")
            << QByteArray("SQLite format 3\0", 16) + QByteArray("\x5a").repeated(9000);
    }
    void aFileThatIsNoBook()
    {
        QFETCH(QByteArray, content);
        const QString path = m_template.newPath();
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const Error error = refusal(path);
        QCOMPARE(error.kind, Error::Kind::Corrupt);
        QVERIFY(!error.message.isEmpty());
        QCOMPARE(bytesOf(path), content);
        QCOMPARE(filesBeside(path), QStringList{QFileInfo(path).fileName()});
    }

    void aDatabaseOfAnotherProgram()
    {
        const QString path = m_template.newPath();
        {
            SqliteOptions options;
            options.path = path;
            options.create = true;
            const auto other = Connection::openSqlite(options);
            QVERIFY(other);
            QVERIFY((*other)->script(QStringLiteral("CREATE TABLE songs (name TEXT)")));
            QVERIFY((*other)->script(QStringLiteral("PRAGMA journal_mode = DELETE")));
        }
        const QByteArray before = bytesOf(path);
        QCOMPARE(refusal(path).kind, Error::Kind::Invalid);
        QCOMPARE(bytesOf(path), before);
    }

    void aBookOfANewerProgram()
    {
        const QString path = m_template.copy();
        {
            SqliteOptions options;
            options.path = path;
            const auto book = Connection::openSqlite(options);
            QVERIFY(book);
            QVERIFY((*book)->script(QStringLiteral("INSERT INTO schema_migrations SELECT 999, 'later', checksum, "
                                                   "applied_at, 1 FROM schema_migrations LIMIT 1")));
        }
        const QByteArray before = bytesOf(path);
        const Error error = refusal(path);
        QCOMPARE(error.kind, Error::Kind::TooNew);
        QCOMPARE(bytesOf(path), before);
    }

    void aReadOnlyBook()
    {
        const QString path = m_template.copy();
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
        const QByteArray before = bytesOf(path);
        const Error error = refusal(path);
        QCOMPARE(error.kind, Error::Kind::Storage);
        QVERIFY(error.message.contains(QLatin1String("read-only")));
        QCOMPARE(bytesOf(path), before);
        QCOMPARE(filesBeside(path), QStringList{QFileInfo(path).fileName()});
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(await(SoloLibrary().open(path)));
    }

    void aDamagedBookIsReported()
    {
        const QString path = m_template.copy();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 page = 4096;
        for (qint64 at = file.size() / page / 2; at < file.size() / page; ++at) {
            file.seek(at * page);
            file.write(QByteArray("\x5a").repeated(int(page)));
        }
        file.close();
        const auto opened = await(SoloLibrary().open(path));
        if (!opened) {
            QCOMPARE(opened.error().kind, Error::Kind::Corrupt);
            return;
        }
        QSignalSpy troubled(opened->get(), &Workspace::troubled);
        QTRY_COMPARE_WITH_TIMEOUT(troubled.count(), 1, 30'000);
        QCOMPARE(troubled[0][0].value<Error>().kind, Error::Kind::Corrupt);
    }

    void aNewBookNeverReplacesAFile()
    {
        const QString path = m_template.copy();
        const QByteArray before = bytesOf(path);
        const auto made = await(SoloLibrary().create(exampleBook(path)));
        QVERIFY(!made);
        QCOMPARE(made.error().kind, Error::Kind::Invalid);
        QCOMPARE(bytesOf(path), before);
    }

    void aNewBookNeedsAName()
    {
        NewBook book = exampleBook(m_template.newPath());
        book.organization = QStringLiteral("  ");
        QCOMPARE(await(SoloLibrary().create(book)).error().detail, QStringLiteral("organization"));
        book = exampleBook(book.path);
        book.email = QStringLiteral("nobody");
        QCOMPARE(await(SoloLibrary().create(book)).error().detail, QStringLiteral("email"));
        QVERIFY(filesBeside(book.path).isEmpty());
    }

    void aStrangerMayNotAct()
    {
        SoloOptions options;
        options.actor = QStringLiteral("stranger@example.com");
        const auto opened = await(SoloLibrary(options).open(m_template.copy()));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Invalid);
        options.actor = QStringLiteral("Officer@example.com");
        QVERIFY(await(SoloLibrary(options).open(m_template.copy())));
    }

    void twiceInOneProgram()
    {
        const QString path = m_template.copy();
        auto first = await(SoloLibrary().open(path));
        QVERIFY(first);
        const Error error = refusal(path);
        QCOMPARE(error.kind, Error::Kind::Busy);
        QCOMPARE(error.detail, QString::number(QCoreApplication::applicationPid()));
        first = fail(Error::Kind::Cancelled, QString());
        QVERIFY(await(SoloLibrary().open(path)));
    }

    void heldByAnotherProgram()
    {
        const QString path = m_template.copy();
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), path});
        QVERIFY(other.waitForReadyRead(30'000));
        QCOMPARE(other.readLine().trimmed(), QByteArray("open"));
        const Error error = refusal(path);
        QCOMPARE(error.kind, Error::Kind::Busy);
        QCOMPARE(error.detail, QString::number(other.processId()));
        QVERIFY(error.message.contains(error.detail));
        // Killed, it leaves its lock behind, which must not keep anybody out.
        other.kill();
        QVERIFY(other.waitForFinished());
        const auto opened = await(SoloLibrary().open(path));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    }

#ifdef Q_OS_UNIX
    void aFullDisk()
    {
        const QString path = m_template.copy();
        const auto opened = await(SoloLibrary().open(path));
        QVERIFY(opened);
        Workspace& workspace = **opened;
        QSignalSpy troubled(&workspace, &Workspace::troubled);
        QSignalSpy recovered(&workspace, &Workspace::recovered);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit normal{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &normal), 0);
        rlimit tight = normal;
        tight.rlim_cur = 64 * 1024; // the write-ahead log begins small
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        QStringList before;
        Result<Committed> last;
        for (int i = 0; i < 100 && last; ++i) {
            before = dumpOf(path);
            AddNote note;
            note.lead = m_template.book.ann;
            note.content = QStringLiteral("A long note. ").repeated(500);
            last = await(workspace.submit(note));
        }
        const QStringList after = dumpOf(path);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &normal), 0);
        QVERIFY(!last);
        QCOMPARE(last.error().kind, Error::Kind::Storage);
        QCOMPARE(difference(before, after), QString());
        QCOMPARE(troubled.count(), 1);
        // It finds out by itself that there is room again.
        QTRY_COMPARE_WITH_TIMEOUT(recovered.count(), 1, 30'000);
        QVERIFY(await(workspace.submit(TagLeads{{m_template.book.ann}, {QStringLiteral("After")}, {}})));
        const auto checks = await(workspace.verify());
        QVERIFY(checks);
        for (const Check& check : *checks) {
            QVERIFY2(check.ok, qPrintable(QString(check.name % u": " % check.detail)));
        }
    }
#endif

private:
    TemplateBook m_template;
};

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("--hold")) {
        return holdBook(arguments[2]);
    }
    TestWorkspaceRefusals test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_workspace_refusals.moc"
