// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

#include <csignal>
#include <sys/resource.h>

using namespace keyturn;
using test::Program;

namespace {

constexpr int usualKills = 3;
constexpr int leadsInBook = 150;

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

int kills()
{
    bool isSet = false;
    const int wanted = qEnvironmentVariableIntValue("KEYTURN_KILLS", &isSet);
    return isSet ? wanted : usualKills;
}

} // namespace

/// The real program, killed over the work on whole books, and on disks that do not play along. KEYTURN_KILLS sets how
/// often it is killed over each kind of work; 100 and more for the long form.
class TestKilledCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_book = m_program.file(QStringLiteral("Rivera.keyturn"));
        const auto made =
            m_program.json({QStringLiteral("demo"), m_book, QStringLiteral("--leads"), QString::number(leadsInBook)});
        QVERIFY2(made.exit == 0, made.told().constData());
        m_before = m_program.file(QStringLiteral("before.keyturn"));
        const auto kept = on(m_book, {QStringLiteral("backup"), QStringLiteral("--to"), m_before});
        QVERIFY2(kept.exit == 0, kept.told().constData());
        m_allLeads = leadsIn(m_book);
        QVERIFY(m_allLeads > 100);
    }
    void init() { test::failOnAnyWarning(); }

    void aBackupIsWholeOrNotThere()
    {
        const QByteArray old = contents(m_before);
        const QDir folder(m_program.file(QStringLiteral("backups")));
        QVERIFY(QDir().mkpath(folder.path()));
        const auto line = [&](const QString& name) {
            return QStringList{QStringLiteral("backup"), QStringLiteral("--to"), folder.filePath(name)};
        };
        const int usual = duration(m_book, line(QStringLiteral("measured.keyturn")));
        int half = 0;
        for (int round = 0; round < kills(); ++round) {
            const QString name = QStringLiteral("backup%1.keyturn").arg(round);
            killOver(m_book, line(name), usual);
            if (QFile::exists(folder.filePath(name))) {
                QVERIFY(isSound(folder.filePath(name), m_allLeads));
            } else {
                ++half;
            }
        }
        QVERIFY(isSound(m_book, m_allLeads));
        QCOMPARE(contents(m_before), old);
        const auto refused = on(m_book, {QStringLiteral("backup"), QStringLiteral("--to"), m_before});
        QCOMPARE(refused.errorKind(), QStringLiteral("refused"));
        QCOMPARE(contents(m_before), old);
        // What was left half done goes with the next one, an hour later; what is new may still be written.
        const QString left = folder.filePath(QStringLiteral("backup0.keyturn.0123abcd.part"));
        const QString fresh = folder.filePath(QStringLiteral("backup0.keyturn.89abcdef.part"));
        const QString foreign = folder.filePath(QStringLiteral("film.mkv.0123abcd.part"));
        for (const QString& file : {left, QString(left + QStringLiteral("-journal")), fresh, foreign}) {
            QVERIFY(write(file, "half"));
        }
        for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.part*")}, QDir::Files)) {
            QVERIFY(file.filePath() == fresh || makeOld(file.filePath()));
        }
        const auto done = on(m_book, line(QStringLiteral("after.keyturn")));
        QVERIFY2(done.exit == 0, done.told().constData());
        QCOMPARE(folder.entryList({QStringLiteral("*.part*")}, QDir::Files, QDir::Name),
                 (QStringList{QFileInfo(fresh).fileName(), QFileInfo(foreign).fileName()}));
        qInfo("%d kills, %d of them before the backup had its name", kills(), half);
    }

    void aRestoreLeavesTheOldOrTheNewBook()
    {
        const QDir folder(m_program.file(QStringLiteral("restores")));
        QVERIFY(QDir().mkpath(folder.path()));
        const QString book = folder.filePath(QStringLiteral("Vega.keyturn"));
        const QString other = m_program.file(QStringLiteral("other.keyturn"));
        QVERIFY(QFile::copy(m_before, book) && QFile::copy(m_before, other));
        const auto leads = on(other, {QStringLiteral("leads"), QStringLiteral("--limit"), QStringLiteral("1")});
        const auto gone = on(other, {QStringLiteral("lead"), QStringLiteral("delete"),
                                     leads.array().at(0).toObject().value(QStringLiteral("id")).toString()});
        QVERIFY2(gone.exit == 0, gone.told().constData());
        const auto line = [&](int round) {
            return QStringList{QStringLiteral("restore"), round % 2 == 0 ? other : m_before, QStringLiteral("--to"),
                               book};
        };
        const int usual = duration({}, line(1));
        qint64 expected = leadsIn(book);
        QCOMPARE(expected, m_allLeads);
        int undone = 0;
        for (int round = 0; round < kills(); ++round) {
            killOver({}, line(round), usual);
            QVERIFY(QFile::exists(book));
            const qint64 now = leadsIn(book);
            QVERIFY(now == m_allLeads || now == m_allLeads - 1);
            QVERIFY(isSound(book, now));
            undone += now == (round % 2 == 0 ? m_allLeads - 1 : m_allLeads) ? 0 : 1;
            // Opening it has cleared away what was half done; what was replaced is a book still.
            QVERIFY(folder.entryList({QStringLiteral("*.part*")}, QDir::Files).isEmpty());
            for (const QFileInfo& aside : folder.entryInfoList({QStringLiteral("Vega replaced *.keyturn")})) {
                QVERIFY(leadsIn(aside.filePath()) >= m_allLeads - 1);
                QVERIFY(QFile::remove(aside.filePath()));
            }
        }
        qInfo("%d kills, %d of them before the new book was in place", kills(), undone);
    }

    void aRescueLeavesTheDamagedBookAlone()
    {
        const QString damaged = m_program.file(QStringLiteral("damaged.keyturn"));
        QByteArray bytes = contents(m_before);
        bytes.replace(0, 4096, QByteArray(4096, '\xee'));
        QVERIFY(write(damaged, bytes));
        const QDir folder(m_program.file(QStringLiteral("rescues")));
        QVERIFY(QDir().mkpath(folder.path()));
        const auto line = [&](const QString& name) {
            return QStringList{QStringLiteral("rescue"), damaged, QStringLiteral("--to"), folder.filePath(name)};
        };
        const int usual = duration({}, line(QStringLiteral("measured.keyturn")));
        for (int round = 0; round < kills(); ++round) {
            const QString name = QStringLiteral("saved%1.keyturn").arg(round);
            killOver({}, line(name), usual);
            QCOMPARE(contents(damaged), bytes);
            if (!QFile::exists(folder.filePath(name))) {
                const auto again = m_program.json(line(name));
                QVERIFY2(again.exit == 0, again.told().constData());
            }
            QVERIFY(isSound(folder.filePath(name), m_allLeads));
        }
        QVERIFY(folder.entryList({QStringLiteral("*.part*")}, QDir::Files).isEmpty());
    }

    void anArchiveIsTheOldOrTheNewOne()
    {
        const QString zip = m_program.file(QStringLiteral("book.zip"));
        const QStringList line{QStringLiteral("export"), QStringLiteral("book"), QStringLiteral("--to"), zip};
        const int usual = duration(m_book, line);
        for (int round = 0; round < kills(); ++round) {
            if (round % 2 == 1) {
                QVERIFY(QFile::remove(zip));
            }
            killOver(m_book, line, usual);
            if (QFile::exists(zip)) {
                const QString back = m_program.file(QStringLiteral("back%1.keyturn").arg(round));
                const auto restored = m_program.json({QStringLiteral("restore"), zip, QStringLiteral("--to"), back});
                QVERIFY2(restored.exit == 0, restored.told().constData());
                QCOMPARE(leadsIn(back), m_allLeads);
            } else {
                QCOMPARE(round % 2, 1);
                QVERIFY(on(m_book, line).exit == 0);
            }
        }
        QVERIFY(isSound(m_book, m_allLeads));
    }

    void noRoomAndNoPlaceAreToldAndHarmNothing_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("a full disk") << QStringLiteral("full");
        QTest::newRow("a file where the folder should be") << QStringLiteral("file");
        QTest::newRow("no folder") << QStringLiteral("none");
        QTest::newRow("a folder under the wanted name") << QStringLiteral("folder");
        QTest::newRow("a folder where nobody may write") << QStringLiteral("sealed");
    }
    void noRoomAndNoPlaceAreToldAndHarmNothing()
    {
        QFETCH(const QString, place);
        const QDir folder(m_program.file(place));
        QString inside = folder.path();
        if (place == QLatin1String("file")) {
            QVERIFY(write(folder.path(), "in the way"));
        } else if (place != QLatin1String("none")) {
            QVERIFY(QDir().mkpath(folder.path()));
        }
        if (place == QLatin1String("sealed")) {
            inside = QStringLiteral("/proc"); // there not even an administrator makes files
            if (!QFileInfo(inside).isDir()) {
                QSKIP("there is no folder here where an administrator may not write");
            }
        }
        const QString book = inside + QStringLiteral("/Made.keyturn");
        const QString zip = inside + QStringLiteral("/made.zip");
        if (place == QLatin1String("folder")) {
            QVERIFY(QDir().mkpath(book) && QDir().mkpath(zip));
        }
        const QString damaged = m_program.file(QStringLiteral("hurt.keyturn"));
        QByteArray bytes = contents(m_before);
        bytes.replace(0, 4096, QByteArray(4096, '\xee'));
        QVERIFY(write(damaged, bytes));
        const bool isFull = place == QLatin1String("full");
        const QStringList before = QDir(inside).entryList(QDir::Files | QDir::Hidden);
        const auto refused = [&](const QString& which, const QStringList& line) {
            const auto ran = on(which, line, isFull);
            const QString told =
                ran.object().value(QStringLiteral("error")).toObject().value(QStringLiteral("message")).toString();
            // One sentence or more, that a person can read.
            return ran.exit == 1 && ran.errorKind() != QLatin1String("corrupt") && told.endsWith(u'.')
                       ? QByteArray()
                       : line.join(u' ').toUtf8() + '\n' + ran.told();
        };
        const auto to = QStringLiteral("--to");
        QCOMPARE(refused(m_book, {QStringLiteral("backup"), to, book}), QByteArray());
        QCOMPARE(refused(m_book, {QStringLiteral("export"), QStringLiteral("book"), to, zip}), QByteArray());
        // A restore and a rescue make the folder of a book that is not there yet.
        if (place != QLatin1String("none")) {
            QCOMPARE(refused({}, {QStringLiteral("restore"), m_before, to, book}), QByteArray());
            QCOMPARE(refused({}, {QStringLiteral("rescue"), damaged, to, book}), QByteArray());
        }
        if (isFull) {
            const QString old = folder.filePath(QStringLiteral("Old.keyturn"));
            QVERIFY(QFile::copy(m_before, old));
            QCOMPARE(refused({}, {QStringLiteral("restore"), m_before, to, old}), QByteArray());
            QVERIFY(isSound(old, m_allLeads));
            QVERIFY(QFile::remove(old));
        }
        QCOMPARE(QDir(inside).entryList(QDir::Files | QDir::Hidden), before);
        QCOMPARE(contents(damaged), bytes);
        QVERIFY(isSound(m_book, m_allLeads));
    }

    void aFolderMayVanishMeanwhile()
    {
        const QString here = m_program.file(QStringLiteral("here"));
        const QStringList line{QStringLiteral("backup"), QStringLiteral("--to"),
                               here + QStringLiteral("/gone.keyturn")};
        QVERIFY(QDir().mkpath(here));
        const int usual = duration(m_book, line);
        for (int round = 0; round < kills(); ++round) {
            QDir(here).removeRecursively();
            QVERIFY(QDir().mkpath(here));
            QProcess process;
            m_program.start(process,
                            line + QStringList{QStringLiteral("--json"), QStringLiteral("--workspace"), m_book});
            QVERIFY(process.waitForStarted());
            process.waitForFinished(QRandomGenerator::global()->bounded(1, usual));
            QDir(here).removeRecursively();
            QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(60'000));
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QVERIFY2(process.exitCode() <= 1, process.readAllStandardOutput().constData());
        }
        QVERIFY(isSound(m_book, m_allLeads));
    }

private:
    /// One command on one book, or on none.
    Program::Ran on(const QString& book, const QStringList& line, bool isDiskFull = false) const
    {
        QStringList all = line + QStringList{QStringLiteral("--json")};
        if (!book.isEmpty()) {
            all << QStringLiteral("--workspace") << book;
        }
        if (!isDiskFull) {
            return m_program.run(all);
        }
        QProcess process;
        // A limit on the size of files stands for the full disk: without the signal, writing beyond it is an error.
        process.setChildProcessModifier([] {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit tight{100'000, 100'000};
            ::setrlimit(RLIMIT_FSIZE, &tight);
        });
        m_program.start(process, all);
        if (!process.waitForFinished(60'000)) {
            return {};
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    qint64 leadsIn(const QString& book) const
    {
        return on(book, {QStringLiteral("board")}).object().value(QStringLiteral("total_count")).toInteger(-1);
    }

    bool isSound(const QString& book, qint64 leads) const
    {
        const auto verified = on(book, {QStringLiteral("verify")});
        if (verified.exit != 0) {
            qInfo("%s", verified.told().constData());
        }
        return verified.exit == 0 && leadsIn(book) == leads;
    }

    /// How long it takes, in milliseconds.
    int duration(const QString& book, const QStringList& line) const
    {
        QElapsedTimer timer;
        timer.start();
        static_cast<void>(on(book, line));
        return static_cast<int>(timer.elapsed());
    }

    /// Starts it and kills it at some moment of the time that it usually takes.
    void killOver(const QString& book, const QStringList& line, int usualMs) const
    {
        QProcess process;
        QStringList all = line;
        if (!book.isEmpty()) {
            all << QStringLiteral("--workspace") << book;
        }
        m_program.start(process, all);
        process.waitForStarted();
        process.waitForFinished(QRandomGenerator::global()->bounded(usualMs / 4 + 1, usualMs + 2));
        process.kill();
        process.waitForFinished();
    }

    static bool makeOld(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadWrite) &&
               file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-7200), QFileDevice::FileModificationTime);
    }

    Program m_program;
    QString m_book;
    QString m_before; ///< a backup of it
    qint64 m_allLeads = 0;
};

QTEST_GUILESS_MAIN(TestKilledCommands)
#include "tst_killed_commands.moc"
