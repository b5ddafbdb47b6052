// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/rescue.h"
#include "models/workspace/restore.h"
#include "models/workspace/sample_book.h"
#include "tests/support/export_book.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

using namespace keyturn;
using namespace keyturn::test;

namespace {

constexpr int usualSeeds = 12;
constexpr int pageBytes = 4096;

QString why(const Error& error)
{
    return QString(error.message % u" | " % error.detail);
}

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

int rescueInPlace(const QString& place)
{
    std::printf("begun\n");
    std::fflush(stdout);
    const auto done = rescueBook(RescueOrder{place, {}, {}}, SystemClock());
    std::printf("%s\n", done ? "ok" : qPrintable(why(done.error())));
    return done ? 0 : 1;
}

/// Lines of the dump that belong to these tables.
QStringList linesOf(const QString& path, const QStringList& tables)
{
    QStringList lines = dumpOf(path);
    lines.removeIf([&](const QString& line) { return !tables.contains(line.section(u'|', 0, 0)); });
    return lines;
}

} // namespace

/// Books whose files were damaged in every way, and what comes out of them. KEYTURN_SEEDS sets how many; 200 and more
/// for the long form.
class TestRescue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString failure = m_template.make();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        m_rich = m_template.copy();
        {
            const auto opened = await(SoloLibrary().open(m_rich));
            QVERIFY(opened);
            failure = enrich(**opened, m_template.book);
            QVERIFY2(failure.isEmpty(), qPrintable(failure));
        }
        m_sample = m_folder.filePath(QStringLiteral("sample.keyturn"));
        SampleBook sample;
        sample.path = m_sample;
        sample.leads = 120;
        const std::atomic_bool cancel = false;
        const auto made = createSampleBook(
            sample, [](int) {}, cancel);
        QVERIFY2(made, made ? "" : qPrintable(why(made.error())));
    }
    void init() { failOnAnyWarning(); }

    void aSoundBookComesThroughWhole_data()
    {
        QTest::addColumn<bool>("isSample");
        QTest::addColumn<bool>("hasHeader");
        QTest::newRow("lived in") << false << true;
        QTest::newRow("lived in, header destroyed") << false << false;
        QTest::newRow("sample") << true << true;
        QTest::newRow("sample, header destroyed") << true << false;
    }
    void aSoundBookComesThroughWhole()
    {
        QFETCH(const bool, isSample);
        QFETCH(const bool, hasHeader);
        const QString book = isSample ? m_sample : m_rich;
        QByteArray bytes = contents(book);
        if (!hasHeader) {
            bytes.replace(0, pageBytes, QByteArray(pageBytes, '\0'));
        }
        const QString damaged = m_folder.filePath(QStringLiteral("sound.keyturn"));
        QVERIFY(write(damaged, bytes));
        const auto report = rescue(damaged);
        QVERIFY2(report, report ? "" : qPrintable(why(report.error())));
        QVERIFY2(report->isWhole, qPrintable(report->sentences().join(u'\n')));
        QVERIFY2(report->checks.isEmpty(), qPrintable(report->checks.join(u'\n')));
        QCOMPARE(difference(dumpOf(book), dumpOf(report->file)), QString());
        QCOMPARE(contents(damaged), bytes);
    }

    void whatTheLogHasCommittedCounts()
    {
        const QString book = m_template.copy();
        const QString damaged = m_folder.filePath(QStringLiteral("log.keyturn"));
        QStringList state;
        {
            const auto opened = await(SoloLibrary().open(book));
            QVERIFY(opened);
            AddNote note;
            note.lead = m_template.book.ann;
            note.content = QStringLiteral("Only in the log");
            QVERIFY(await((*opened)->submit(note)));
            QVERIFY(QProcess::execute(QStringLiteral("cp"), {book, damaged}) == 0);
            QVERIFY(QProcess::execute(QStringLiteral("cp"),
                                      {book + QStringLiteral("-wal"), damaged + QStringLiteral("-wal")}) == 0);
            state = dumpOf(book);
        }
        const auto report = rescue(damaged);
        QVERIFY2(report, report ? "" : qPrintable(why(report.error())));
        QCOMPARE(difference(state, dumpOf(report->file)), QString());
    }

    void damageOfManyKinds()
    {
        bool isSet = false;
        const int wanted = qEnvironmentVariableIntValue("KEYTURN_SEEDS", &isSet);
        const QByteArray good = contents(m_sample);
        const QStringList people{QStringLiteral("leads"), QStringLiteral("lead_notes"), QStringLiteral("tasks")};
        const QStringList before = linesOf(m_sample, people);
        qint64 saved = 0;
        qint64 all = 0;
        const int seeds = isSet ? wanted : usualSeeds;
        for (int seed = 0; seed < seeds; ++seed) {
            QRandomGenerator random(static_cast<quint32>(seed));
            QByteArray bytes = good;
            const auto pages = static_cast<int>(bytes.size() / pageBytes);
            QString what;
            switch (seed % 5) {
            case 0:
                what = QStringLiteral("pages overwritten");
                for (int i = 1 + random.bounded(12); i > 0; --i) {
                    QByteArray noise(pageBytes, '\0');
                    for (char& byte : noise) {
                        byte = static_cast<char>(random.bounded(256));
                    }
                    bytes.replace(random.bounded(pages) * pageBytes, pageBytes, noise);
                }
                break;
            case 1:
                what = QStringLiteral("cut off");
                bytes.truncate(bytes.size() / 10 * (4 + random.bounded(6)) + random.bounded(pageBytes));
                break;
            case 2:
                what = QStringLiteral("header destroyed");
                bytes.replace(0, pageBytes, QByteArray(pageBytes, '\xee'));
                break;
            case 3:
                what = QStringLiteral("bytes changed");
                for (int i = 0; i < 300; ++i) {
                    bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
                }
                break;
            default:
                what = QStringLiteral("a hole of zeros");
                const int from = random.bounded(pages - 20);
                bytes.replace(from * pageBytes, 16 * pageBytes, QByteArray(16 * pageBytes, '\0'));
            }
            const QString name = QStringLiteral("%1, seed %2").arg(what).arg(seed);
            const QString damaged = m_folder.filePath(QStringLiteral("damaged%1.keyturn").arg(seed));
            QVERIFY(write(damaged, bytes));
            const auto report = rescue(damaged);
            QVERIFY2(report, report ? "" : qPrintable(name + why(report.error())));
            QCOMPARE(contents(damaged), bytes);
            // Sound in everything but the log, which may have gaps, and says so.
            for (const QString& check : report->checks) {
                QVERIFY2(check.startsWith(QLatin1String("chain")), qPrintable(name + check));
            }
            const auto opened = await(SoloLibrary().open(report->file));
            QVERIFY2(opened, opened ? "" : qPrintable(name + why(opened.error())));
            LogActivity call;
            const auto leads = await((*opened)->allLeads());
            QVERIFY(leads && (*leads).table->count() > 0);
            call.lead = (*leads).table->id(0);
            call.outcome = QStringLiteral("connected");
            const auto logged = await((*opened)->submit(call));
            QVERIFY2(logged, logged ? "" : qPrintable(name + why(logged.error())));
            const QStringList after = linesOf(report->file, people);
            const QSet<QString> there(after.begin(), after.end());
            for (const QString& line : before) {
                all += 1;
                saved += there.contains(line) ? 1 : 0;
            }
        }
        qInfo("%d damaged files: %.1f %% of leads, notes and tasks saved to the letter", seeds,
              100.0 * double(saved) / double(all));
        QVERIFY(saved * 100 > all * 60);
    }

    void theUserIsTold()
    {
        QByteArray bytes = contents(m_sample);
        const auto pages = static_cast<int>(bytes.size() / pageBytes);
        for (int page = 10; page < pages; page += 7) {
            bytes.replace(page * pageBytes, pageBytes, QByteArray(pageBytes, '\xff'));
        }
        const QString damaged = m_folder.filePath(QStringLiteral("told.keyturn"));
        QVERIFY(write(damaged, bytes));
        const auto report = rescue(damaged);
        QVERIFY2(report, report ? "" : qPrintable(why(report.error())));
        QVERIFY(!report->isWhole);
        QVERIFY(report->lostPages > 0);
        QVERIFY(report->lostActivities > 0);
        QVERIFY(report->sentences().size() > 2);
    }

    void theBookHasItsNameAgain()
    {
        QTemporaryDir folder;
        const QString book = folder.filePath(QStringLiteral("Rivera.keyturn"));
        const Damaged damaged = damagedWithLog(book);
        const ManualClock clock(Instant::fromDateTime(QDateTime(QDate(2026, 11, 21), QTime(12, 0), Qt::LocalTime)));
        const auto report = rescueBook(RescueOrder{book, {}, {}}, clock);
        QVERIFY2(report, report ? "" : qPrintable(why(report.error())));
        QCOMPARE(report->file, QFileInfo(book).canonicalFilePath());
        QCOMPARE(QFileInfo(report->keptAside).fileName(), QStringLiteral("Rivera damaged 2026-11-21.keyturn"));
        QVERIFY2(report->sentences().join(u' ').contains(QStringLiteral("Rivera damaged 2026-11-21.keyturn")),
                 qPrintable(report->sentences().join(u' ')));
        QCOMPARE(contents(report->keptAside), damaged.file);
        QCOMPARE(contents(report->keptAside + QStringLiteral("-wal")), damaged.log);
        QVERIFY(isSound(book, true));
        // A second time on one day: nothing is replaced.
        QVERIFY(write(book, damaged.file));
        const auto again = rescueBook(RescueOrder{book, {}, {}}, clock);
        QVERIFY2(again, again ? "" : qPrintable(why(again.error())));
        QCOMPARE(QFileInfo(again->keptAside).fileName(), QStringLiteral("Rivera damaged 2026-11-21 2.keyturn"));
        QCOMPARE(contents(report->keptAside), damaged.file);
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.keyturn")}, QDir::Files).size(), 3);
        QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*.part*")}, QDir::Files).isEmpty());
    }

    void whatWasHalfDoneIsTakenBack_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("only the draft") << 0;
        QTest::newRow("the second name") << 1;
        QTest::newRow("and that of the log") << 2;
        QTest::newRow("the log away") << 3;
    }
    void whatWasHalfDoneIsTakenBack()
    {
        QFETCH(const int, step);
        QTemporaryDir folder;
        const QString book = folder.filePath(QStringLiteral("Rivera.keyturn"));
        const Damaged damaged = damagedWithLog(book);
        const QString log = book + QStringLiteral("-wal");
        const QString aside = folder.filePath(QStringLiteral("Rivera damaged 2026-11-20.keyturn"));
        const auto link = [](const QString& from, const QString& to) {
            return QProcess::execute(QStringLiteral("ln"), {from, to}) == 0;
        };
        QVERIFY(write(book + QStringLiteral(".new.part"), "half a book"));
        QVERIFY(write(book + QStringLiteral(".new.part-wal"), "and its log"));
        QVERIFY(step < 1 || link(book, aside));
        QVERIFY(step < 2 || link(log, aside + QStringLiteral("-wal")));
        QVERIFY(step < 3 || QFile::remove(log));
        const auto report = rescue(book); // elsewhere: what is here stays as it is
        QVERIFY2(report, report ? "" : qPrintable(why(report.error())));
        QVERIFY(isSound(report->file, true));
        const auto placed = rescueBook(RescueOrder{book, {}, {}}, SystemClock());
        QVERIFY2(placed, placed ? "" : qPrintable(why(placed.error())));
        QVERIFY(isSound(book, true));
        QCOMPARE(contents(placed->keptAside), damaged.file);
        QCOMPARE(contents(placed->keptAside + QStringLiteral("-wal")), damaged.log);
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.keyturn")}, QDir::Files).size(), 2);
        QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*.part*")}, QDir::Files).isEmpty());
    }

    void aKillLosesNothing()
    {
        bool isSet = false;
        const int wanted = qEnvironmentVariableIntValue("KEYTURN_KILLS", &isSet);
        const int kills = isSet ? wanted : 12;
        QTemporaryDir pattern;
        const Damaged damaged = damagedWithLog(pattern.filePath(QStringLiteral("pattern.keyturn")));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(rescue(pattern.filePath(QStringLiteral("pattern.keyturn"))));
        const int usual = static_cast<int>(timer.elapsed());
        int unfinished = 0;
        for (int round = 0; round < kills; ++round) {
            QTemporaryDir folder;
            const QString book = folder.filePath(QStringLiteral("Rivera.keyturn"));
            QVERIFY(write(book, damaged.file) && write(book + QStringLiteral("-wal"), damaged.log));
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--rescue"), book});
            QVERIFY(child.waitForReadyRead(60'000));
            child.waitForFinished(QRandomGenerator::global()->bounded(1, usual * 3 / 2 + 2));
            child.kill();
            QVERIFY(child.state() == QProcess::NotRunning || child.waitForFinished());
            const QByteArray told = child.readAllStandardOutput();
            QVERIFY2(told == "begun\n" || told.endsWith("ok\n"), told.constData());
            QString aside;
            if (contents(book) == damaged.file) {
                ++unfinished;
                const auto report = rescueBook(RescueOrder{book, {}, {}}, SystemClock());
                QVERIFY2(report, report ? "" : qPrintable(why(report.error())));
                aside = report->keptAside;
            } else {
                const QStringList others =
                    QDir(folder.path()).entryList({QStringLiteral("Rivera damaged *.keyturn")}, QDir::Files);
                QCOMPARE(others.size(), 1);
                aside = folder.filePath(others.front());
            }
            QVERIFY(isSound(book, true));
            QCOMPARE(contents(aside), damaged.file);
            QCOMPARE(contents(aside + QStringLiteral("-wal")), damaged.log);
            QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*.part*")}, QDir::Files).isEmpty());
        }
        qInfo("%d kills, %d of them before the new book was in place", kills, unfinished);
    }

    void knownGapsAreANoteAndNewOnesAreNot_data()
    {
        QTest::addColumn<QString>("tampering");
        QTest::addColumn<bool>("isFound");
        const QString unguarded = QStringLiteral("drop trigger lead_activities_no_update; "
                                                 "drop trigger lead_activities_no_delete; ");
        const auto row = [&](const char* name, const char* sql) {
            QTest::newRow(name) << QString(unguarded % QLatin1String(sql)) << true;
        };
        QTest::newRow("nothing") << QString() << false;
        row("an entry changed",
            "update lead_activities set title = 'forged' where rowid = (select min(rowid) from lead_activities);");
        row("an entry taken out", "delete from lead_activities where rowid = (select rowid from lead_activities order "
                                  "by device_seq limit 1 offset 20);");
        row("the newest entry taken out",
            "delete from lead_activities where rowid = (select rowid from lead_activities "
            "where device_id = (select device_id from lead_activities group by 1 order "
            "by count(*) desc limit 1) order by device_seq desc limit 1);");
        row("the entries of a device taken out",
            "pragma foreign_keys = off; delete from lead_activities where device_id = (select device_id from "
            "lead_activities group by 1 order by count(*) desc limit 1); "
            "delete from local_settings where key like 'chain_head/%';");
        row("the first entry after a gap taken out",
            "delete from lead_activities where rowid = (select b.rowid from lead_activities b where b.device_seq > 1 "
            "and not exists (select 1 from lead_activities a where a.device_id = b.device_id and a.device_seq = "
            "b.device_seq - 1) limit 1);");
        row("a gap closed", "update lead_activities set device_seq = device_seq - 1 where rowid = (select b.rowid from "
                            "lead_activities b where b.device_seq > 1 and not exists (select 1 from lead_activities a "
                            "where a.device_id = b.device_id and a.device_seq = b.device_seq - 1) limit 1);");
        row("the new log changed", "update lead_activities set title = 'forged' where rowid = (select max(rowid) from "
                                   "lead_activities);");
        row("the record of the gaps taken out", "delete from local_settings where key = 'known_chains';");
    }
    void knownGapsAreANoteAndNewOnesAreNot()
    {
        QFETCH(const QString, tampering);
        QFETCH(const bool, isFound);
        const QString book = m_folder.filePath(QStringLiteral("gaps%1.keyturn").arg(++m_saved));
        if (m_withGaps.isEmpty()) {
            makeBookWithGaps();
        }
        QVERIFY(!m_withGaps.isEmpty() && write(book, m_withGaps));
        if (!tampering.isEmpty()) {
            const auto forged = Program::sqlite(book, tampering);
            QVERIFY2(forged.exit == 0, forged.told().constData());
        }
        const auto opened = await(SoloLibrary().open(book));
        QVERIFY2(opened, opened ? "" : qPrintable(why(opened.error())));
        const auto checks = await((*opened)->verify());
        QVERIFY(checks);
        const auto chain = std::ranges::find(*checks, QStringLiteral("chain"), &Check::name);
        QVERIFY(chain != checks->end());
        QVERIFY2(chain->ok != isFound, qPrintable(chain->detail));
        QCOMPARE(chain->detail.contains(QStringLiteral("Known since the rescue of ") %
                                        QDate::currentDate().toString(Qt::ISODate)),
                 !isFound);
        // A backup of it is brought back, unless somebody had his hands in it.
        const QString backup = m_folder.filePath(QStringLiteral("backup%1.keyturn").arg(m_saved));
        QVERIFY(await((*opened)->backup(backup)));
        const QString back = m_folder.filePath(QStringLiteral("back%1.keyturn").arg(m_saved));
        const auto restored = restoreBook(RestoreOrder{backup, back, {}, nullptr}, SystemClock());
        QCOMPARE(restored.has_value(), !isFound);
    }

    void nothingIsMadeOfNothing()
    {
        for (const QByteArray& bytes :
             {QByteArray(), QByteArray(50'000, 'x'), QByteArray(50'000, '\0'), QByteArray("SQLite format 3\0", 16)}) {
            const QString path = m_folder.filePath(QStringLiteral("nothing.keyturn"));
            QVERIFY(write(path, bytes));
            const auto report = rescue(path);
            QVERIFY(!report);
            QCOMPARE(report.error().kind, Error::Kind::Corrupt);
        }
    }

private:
    Result<RescueReport> rescue(const QString& from)
    {
        RescueOrder order;
        order.from = from;
        order.to = m_folder.filePath(QStringLiteral("saved%1.keyturn").arg(++m_saved));
        return rescueBook(order, SystemClock());
    }

    // One that was saved with losses and has been worked in since.
    void makeBookWithGaps()
    {
        QByteArray bytes = contents(m_sample);
        const auto pages = static_cast<int>(bytes.size() / pageBytes);
        for (int page = 10; page < pages; page += 7) {
            bytes.replace(page * pageBytes, pageBytes, QByteArray(pageBytes, '\xff'));
        }
        const QString damaged = m_folder.filePath(QStringLiteral("gaps.keyturn"));
        QVERIFY(write(damaged, bytes));
        const auto report = rescue(damaged);
        QVERIFY2(report, report ? "" : qPrintable(why(report.error())));
        QVERIFY(report->lostActivities > 0);
        QVERIFY2(report->checks.isEmpty(), qPrintable(report->checks.join(u'\n')));
        {
            const auto opened = await(SoloLibrary().open(report->file));
            QVERIFY2(opened, opened ? "" : qPrintable(why(opened.error())));
            const auto leads = await((*opened)->allLeads());
            QVERIFY(leads);
            LogActivity call;
            call.lead = (*leads).table->id(0);
            call.outcome = QStringLiteral("connected");
            QVERIFY(await((*opened)->submit(call)));
            QVERIFY(await((*opened)->submit(call)));
        }
        m_withGaps = contents(report->file);
    }

    struct Damaged
    {
        QByteArray file;
        QByteArray log;
    };

    // A book of which a note stands in the log only, and whose first page is gone.
    Damaged damagedWithLog(const QString& path)
    {
        const QString book = m_template.copy();
        Damaged damaged;
        const auto opened = await(SoloLibrary().open(book));
        AddNote note;
        note.lead = m_template.book.ann;
        note.content = QStringLiteral("Only in the log");
        if (!opened || !await((*opened)->submit(note))) {
            return {};
        }
        QProcess::execute(QStringLiteral("cp"), {book, path});
        QProcess::execute(QStringLiteral("cp"), {book + QStringLiteral("-wal"), path + QStringLiteral("-wal")});
        damaged.file = contents(path);
        // What the first page says of itself is noise, in the file; the log is whole.
        damaged.file.replace(0, 64, QByteArray(64, '\xee'));
        damaged.log = contents(path + QStringLiteral("-wal"));
        return write(path, damaged.file) ? damaged : Damaged();
    }

    static bool isSound(const QString& book, bool hasNote)
    {
        {
            const auto opened = await(SoloLibrary().open(book));
            const auto checks = opened ? await((*opened)->verify()) : Result<std::vector<Check>>();
            if (!opened || !checks || !std::ranges::all_of(*checks, &Check::ok)) {
                return false;
            }
        }
        return dumpOf(book).join(u'\n').contains(QStringLiteral("Only in the log")) == hasNote;
    }

    TemplateBook m_template;
    QTemporaryDir m_folder;
    QString m_rich;
    QString m_sample;
    QByteArray m_withGaps;
    int m_saved = 0;
};

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("--rescue")) {
        return rescueInPlace(arguments[2]);
    }
    TestRescue test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_rescue.moc"
