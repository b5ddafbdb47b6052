// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/book_file.h"
#include "tests/support/book_workspace.h"
#include "tests/support/program.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace keyturn;
using namespace keyturn::test;

namespace {

/// Which file a name stands for: 0 if there is none. Looks at the folder only and opens nothing.
quint64 inodeOf(const QString& path)
{
#ifdef Q_OS_UNIX
    struct stat found = {};
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? static_cast<quint64>(found.st_ino) : 0;
#else
    return QFileInfo::exists(path) ? 1 : 0;
#endif
}

QString logOf(const QString& path)
{
    return path + QStringLiteral("-wal");
}

/// What another process makes of the book: it opens it, counts what was logged, and ends. Where it finds no lock, it
/// takes itself for the last one, folds the write-ahead log into the book and removes it.
Program::Ran countFromOutside(const QString& path)
{
    return Program::sqlite(
        path, QStringLiteral("SELECT count(*) FROM lead_activities WHERE activity_type = 'call_logged';\n"));
}

} // namespace

/// Other programs may look at a book that is open here: a backup, a virus scanner, the sqlite3 shell. On POSIX a
/// process loses all its locks on a file when it closes any descriptor of it, and the next one who looks at the book
/// then takes the write-ahead log away under the running program: every later commit goes to a file without a name.
class TestWorkspaceLocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("sqlite3")).isEmpty()) {
            QSKIP("There is no sqlite3 shell on this system.");
        }
        const QString failure = m_template.make();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    /// The proof that the shell is a danger at all, and that the comparison of inodes sees it.
    void aBookWithoutLocksLosesItsLog()
    {
#ifndef Q_OS_UNIX
        QSKIP("Locks belong to a process on POSIX only.");
#endif
        const QString path = m_template.copy();
        const auto opened = await(SoloLibrary().open(path));
        QVERIFY(opened);
        QCOMPARE(logCalls(**opened, 3), QString());
        const quint64 log = inodeOf(logOf(path));
        QVERIFY(log != 0);
        {
            QFile careless(path);
            QVERIFY(careless.open(QIODevice::ReadOnly));
        }
        const Program::Ran shell = countFromOutside(path);
        QVERIFY2(shell.exit == 0, shell.told().constData());
        QVERIFY(inodeOf(logOf(path)) != log);
    }

    void lookingFromOutsideLeavesTheLogAlone()
    {
        const QString path = m_template.copy();
        {
            const auto opened = await(SoloLibrary().open(path));
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
            Workspace& workspace = **opened;
            QCOMPARE(logCalls(workspace, 5), QString());
            const quint64 log = inodeOf(logOf(path));
            QVERIFY(log != 0);
            const auto seenFromOutside = [&]() -> int {
                const Program::Ran shell = countFromOutside(path);
                if (shell.exit != 0) {
                    qCritical("%s", shell.told().constData());
                }
                return shell.out.trimmed().toInt();
            };
            const int before = 1; // the template's own call
            QCOMPARE(seenFromOutside(), before + 5);
            QCOMPARE(inodeOf(logOf(path)), log);

            // Each of these opens connections, or turns away who may not; none may cost us our locks.
            QVERIFY(await(workspace.allLeads()));
            QCOMPARE(logCalls(workspace, 5), QString());
            QVERIFY(await(workspace.verify()));
            QVERIFY(await(workspace.backup(m_template.newPath())));
            QCOMPARE(seenFromOutside(), before + 10);
            QCOMPARE(inodeOf(logOf(path)), log);

            for (const QString& name : {path, linkTo(path)}) {
                const auto again = await(SoloLibrary().open(name));
                QVERIFY(!again);
                QCOMPARE(again.error().kind, Error::Kind::Busy);
                QVERIFY2(again.error().message.contains(QLatin1String("already open in this program")),
                         qPrintable(again.error().message));
                QCOMPARE(seenFromOutside(), before + 10);
                QCOMPARE(inodeOf(logOf(path)), log);
            }
            const auto replaced = await(SoloLibrary().create(exampleBook(path)));
            QVERIFY(!replaced);
            QCOMPARE(replaced.error().kind, Error::Kind::Invalid);
            QCOMPARE(seenFromOutside(), before + 10);
            QCOMPARE(inodeOf(logOf(path)), log);

            QCOMPARE(logCalls(workspace, 5), QString());
            QCOMPARE(seenFromOutside(), before + 15);
            QCOMPARE(inodeOf(logOf(path)), log);
        }
        QVERIFY(inodeOf(logOf(path)) == 0);
        const auto opened = await(SoloLibrary().open(path));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        const auto lead = await((*opened)->lead(m_template.book.bob));
        QVERIFY(lead);
        QCOMPARE(lead->value(QStringLiteral("total_calls")).toInt(), 15);
        const auto checks = await((*opened)->verify());
        QVERIFY(checks && !checks->empty());
        for (const Check& check : *checks) {
            QVERIFY2(check.ok, qPrintable(QString(check.name % u": " % check.detail)));
        }
    }

    void aLockThatNobodyHoldsIsNone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("ageMs");
        QTest::addColumn<bool>("hasSecond");
        QTest::addColumn<bool>("isHeld");
        const QByteArray dead = "999999\nkeyturn\n" + QSysInfo::machineHostName().toUtf8() + "\n" +
                                QSysInfo::machineUniqueId() + "\n" + QSysInfo::bootUniqueId() + "\n";
        QTest::newRow("killed before it said who it was") << QByteArray() << 3'600'000 << false << false;
        QTest::newRow("killed a moment ago") << QByteArray() << 0 << false << false;
        QTest::newRow("killed in its work") << dead << 0 << false << false;
        QTest::newRow("killed while it cleared away another's") << dead << 5'000 << true << false;
        QTest::newRow("alive, and has not said who it is") << QByteArray() << 3'600'000 << false << true;
    }
    void aLockThatNobodyHoldsIsNone()
    {
#ifndef Q_OS_UNIX
        QSKIP("Elsewhere the system removes such files.");
#else
        QFETCH(const QByteArray, content);
        QFETCH(const int, ageMs);
        QFETCH(const bool, hasSecond);
        QFETCH(const bool, isHeld);
        const QString path = m_template.copy();
        const QDateTime then = QDateTime::currentDateTimeUtc().addMSecs(-ageMs);
        QStringList names{path + QStringLiteral(".lock")};
        if (hasSecond) {
            names << path + QStringLiteral(".lock.rmlock");
        }
        for (const QString& name : names) {
            QFile lock(name);
            QVERIFY(lock.open(QIODevice::WriteOnly));
            lock.write(name == names.front() ? content : QByteArray());
            QVERIFY(lock.flush() && lock.setFileTime(then, QFileDevice::FileModificationTime));
        }
        const int held = isHeld ? ::open(QFile::encodeName(names.front()).constData(), O_WRONLY | O_CLOEXEC) : -1;
        QVERIFY(!isHeld || ::flock(held, LOCK_EX | LOCK_NB) == 0);
        {
            const auto opened = await(SoloLibrary().open(path));
            QCOMPARE(opened.has_value(), !isHeld);
            QVERIFY(opened || opened.error().kind == Error::Kind::Busy);
        }
        if (isHeld) {
            ::close(held);
            QVERIFY(await(SoloLibrary().open(path)));
        }
        QVERIFY(!QFileInfo::exists(path + QStringLiteral(".lock.rmlock")));
#endif
    }

    void theFilesOfABookAreKnownByAnyName()
    {
        const QString path = m_template.copy();
        const auto opened = await(SoloLibrary().open(path));
        QVERIFY(opened);
        QCOMPARE(logCalls(**opened, 1), QString());
        const QString book = (*opened)->info().location;
        const QStringList parts{path, logOf(path), path + QStringLiteral("-shm"), linkTo(path)};
        for (const QString& part : parts) {
            QVERIFY2(BookFile::isPartOf(part, book), qPrintable(part));
        }
#ifdef Q_OS_UNIX
        const QString hard = path + QStringLiteral(".hard");
        QCOMPARE(::link(QFile::encodeName(path).constData(), QFile::encodeName(hard).constData()), 0);
        QVERIFY(BookFile::isPartOf(hard, book));
#endif
        QVERIFY(!BookFile::isPartOf(m_template.copy(), book));
        QVERIFY(!BookFile::isPartOf(path + QStringLiteral("-journal"), book)); // there is none
        QVERIFY(!BookFile::isPartOf(m_template.newPath(), book));
    }

private:
    /// Empty, or what the first refusal says.
    QString logCalls(Workspace& workspace, int count)
    {
        for (int i = 0; i < count; ++i) {
            LogActivity call;
            call.lead = m_template.book.bob;
            call.outcome = QStringLiteral("connected");
            call.text = QStringLiteral("Call");
            const auto done = await(workspace.submit(call));
            if (!done) {
                return QString(done.error().message % u" | " % done.error().detail);
            }
        }
        return {};
    }

    /// Another name for the same file.
    static QString linkTo(const QString& path)
    {
        const QString link = path + QStringLiteral(".link");
        return QFile::link(path, link) ? link : QString();
    }

    TemplateBook m_template;
};

QTEST_GUILESS_MAIN(TestWorkspaceLocks)
#include "tst_workspace_locks.moc"
