// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/fault_injector.h"
#include "models/workspace/backup_shelf.h"
#include "models/workspace/restore.h"
#include "tests/support/export_book.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>

using namespace keyturn;
using namespace keyturn::test;

namespace {

QString why(const Error& error)
{
    return QString(error.message % u" | " % error.detail);
}

/// Cancels before the n-th call of the check; 0: never.
struct CancelWhileChecking final : FaultInjector
{
    explicit CancelWhileChecking(int nth)
        : m_nth(nth)
    {}
    std::optional<Error> before(Call, const QString&) override
    {
        if (watch->isChecking && ++calls == m_nth) {
            watch->cancelled = true;
        }
        return std::nullopt;
    }

    std::shared_ptr<WorkWatch> watch = std::make_shared<WorkWatch>();
    int calls = 0;

private:
    int m_nth;
};

int restoreAgainAndAgain(const QStringList& arguments)
{
    for (int i = 0; i < 10'000; ++i) {
        RestoreOrder order;
        order.from = arguments[2 + i % 2];
        order.to = arguments[4];
        const auto done = restoreBook(order, SystemClock());
        std::printf("%s\n", done ? "ok" : qPrintable(why(done.error())));
        std::fflush(stdout);
        if (done) {
            QFile::remove(done->keptAside);
        }
    }
    return 1;
}

} // namespace

/// A book in the place of another: only a good one, and never without a way back.
class TestRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_template.make();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void aBackupComesBack()
    {
        const QString book = m_template.copy();
        const QString backup = inFolder("backup.keyturn");
        {
            const auto opened = await(SoloLibrary().open(book));
            QVERIFY(opened);
            QVERIFY(await((*opened)->backup(backup)));
            QVERIFY(await((*opened)->submit(DeleteLeads{{m_template.book.ann}})));
        }
        const QStringList changed = dumpOf(book);
        const QStringList backedUp = dumpOf(backup);
        QVERIFY(changed != backedUp);
        const auto done = restore(backup, book);
        QVERIFY2(done, done ? "" : qPrintable(why(done.error())));
        QCOMPARE(done->leads, qint64(3));
        QCOMPARE(done->organization, QStringLiteral("Example Home Loans"));
        QCOMPARE(difference(backedUp, dumpOf(book)), QString());
        QVERIFY(!done->keptAside.isEmpty());
        QCOMPARE(difference(changed, dumpOf(done->keptAside)), QString());
        QVERIFY(await(SoloLibrary().open(book)));
        QCOMPARE(QFileInfo(book).permissions() & 0x77, QFileDevice::Permissions());
    }

    void whatTheLogStillHoldsIsKeptToo()
    {
        // A program that was killed leaves a log beside the book.
        const QString book = m_template.copy();
        const QString killed = inFolder("killed.keyturn");
        const QString backup = m_template.copy();
        QStringList state;
        {
            const auto opened = await(SoloLibrary().open(book));
            QVERIFY(opened);
            LogActivity call;
            call.lead = m_template.book.ann;
            call.text = QStringLiteral("Only in the log");
            call.outcome = QStringLiteral("connected");
            QVERIFY(await((*opened)->submit(call)));
            QVERIFY(QProcess::execute(QStringLiteral("cp"), {book, killed}) == 0);
            QVERIFY(QProcess::execute(QStringLiteral("cp"),
                                      {book + QStringLiteral("-wal"), killed + QStringLiteral("-wal")}) == 0);
            state = dumpOf(book);
        }
        // As a source …
        const auto first = restore(killed, inFolder("from_killed.keyturn"));
        QVERIFY2(first, first ? "" : qPrintable(why(first.error())));
        QCOMPARE(difference(state, dumpOf(first->file)), QString());
        QVERIFY(QFile::exists(killed + QStringLiteral("-wal"))); // the source is left alone
        // … and as what is replaced.
        const auto second = restore(backup, killed);
        QVERIFY2(second, second ? "" : qPrintable(why(second.error())));
        QCOMPARE(difference(state, dumpOf(second->keptAside)), QString());
        QCOMPARE(difference(dumpOf(backup), dumpOf(killed)), QString());
    }

    void onlyAGoodBookReplacesOne_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("kind");
        const auto file = [this](const char* name, const QByteArray& bytes) {
            QFile made(inFolder(name));
            static_cast<void>(made.open(QIODevice::WriteOnly));
            made.write(bytes);
            return made.fileName();
        };
        QTest::newRow("nothing") << inFolder("nothing.keyturn") << int(Error::Kind::Invalid);
        QTest::newRow("text") << file("text.keyturn", QByteArray(9000, 'x')) << int(Error::Kind::Corrupt);
        QTest::newRow("empty") << file("empty.keyturn", {}) << int(Error::Kind::Corrupt);
        QTest::newRow("any zip") << file("any.zip", QByteArray("PK\x03\x04 and nothing more", 20))
                                 << int(Error::Kind::Corrupt);
        const QString strange = inFolder("strange.keyturn");
        Program::sqlite(strange, QStringLiteral("create table t (x); insert into t values (1);"));
        QTest::newRow("somebody else's database") << strange << int(Error::Kind::Invalid);
        const QString newer = m_template.copy();
        Program::sqlite(newer, QStringLiteral("insert into schema_migrations select 9999, 'x', checksum, 1, 1 from "
                                              "schema_migrations limit 1;"));
        QTest::newRow("a newer program's") << newer << int(Error::Kind::TooNew);
        const QString torn = m_template.copy();
        QFile(torn).resize(QFileInfo(torn).size() / 2);
        QTest::newRow("cut off") << torn << int(Error::Kind::Corrupt);
        const QString forged = m_template.copy();
        Program::sqlite(forged, QStringLiteral("drop trigger lead_activities_no_update; update lead_activities set "
                                               "title = 'forged' where rowid = 3;"));
        QTest::newRow("a forged log") << forged << int(Error::Kind::Corrupt);
    }
    void onlyAGoodBookReplacesOne()
    {
        QFETCH(const QString, source);
        QFETCH(const int, kind);
        const QString book = m_template.copy();
        const QStringList before = dumpOf(book);
        const auto done = restore(source, book);
        QVERIFY(!done);
        QVERIFY2(int(done.error().kind) == kind, qPrintable(Error::kindName(done.error().kind) + why(done.error())));
        QCOMPARE(difference(before, dumpOf(book)), QString());
        QVERIFY(noLeftovers(book));
    }

    void nobodyMayHaveItOpen()
    {
        const QString book = m_template.copy();
        const QString backup = m_template.copy();
        {
            const auto opened = await(SoloLibrary().open(book));
            QVERIFY(opened);
            const auto done = restore(backup, book);
            QVERIFY(!done);
            QCOMPARE(done.error().kind, Error::Kind::Busy);
            const auto other = restore(book, inFolder("other.keyturn"));
            QVERIFY(!other);
            QCOMPARE(other.error().kind, Error::Kind::Busy);
        }
        const auto itself = restore(book, book);
        QVERIFY(!itself);
        QCOMPARE(itself.error().kind, Error::Kind::Refused);
        QVERIFY(restore(backup, book));
    }

    void everyCallMayFail()
    {
        const QString book = m_template.copy();
        const QStringList before = dumpOf(book);
        const QString zip = inFolder("faults.zip");
        {
            const auto opened = await(SoloLibrary().open(m_template.copy()));
            QVERIFY(opened);
            ExportOrder order;
            order.what = ExportOrder::What::Book;
            order.format = ExportOrder::Format::Zip;
            order.file = zip;
            QVERIFY(await((*opened)->exportTo(order)));
        }
        for (const QString& source : {zip, m_template.copy()}) {
            FailNth none(0, {});
            RestoreOrder order{source, inFolder("none.keyturn"), {}, &none};
            const auto whole = restoreBook(order, SystemClock());
            QVERIFY2(whole, whole ? "" : qPrintable(why(whole.error())));
            QFile::remove(order.to);
            QVERIFY(none.calls() > 10);
            const int step = std::max(1, none.calls() / 60);
            for (int nth = 1; nth <= none.calls(); nth += step) {
                FailNth faults(nth, {Error::Kind::Storage, QStringLiteral("The disk gave up."), {}, {}});
                order.to = book;
                order.faults = &faults;
                const auto done = restoreBook(order, SystemClock());
                QVERIFY2(!done, qPrintable(QStringLiteral("call %1 of %2").arg(nth).arg(none.calls())));
                QCOMPARE(done.error().message, QStringLiteral("The disk gave up."));
                QCOMPARE(difference(before, dumpOf(book)), QString());
                QVERIFY(noLeftovers(book));
            }
        }
    }

    // Somebody gives up at any moment of the check, which comes when all has been read.
    void itCanBeStoppedWhileItChecks()
    {
        const QString book = m_template.copy();
        const QStringList before = dumpOf(book);
        CancelWhileChecking none(0);
        RestoreOrder order{m_template.copy(), inFolder("none.keyturn"), none.watch, &none};
        const auto whole = restoreBook(order, SystemClock());
        QVERIFY2(whole, whole ? "" : qPrintable(why(whole.error())));
        QVERIFY(none.watch->isChecking && none.watch->total > 0);
        QCOMPARE(none.watch->done.load(), none.watch->total.load());
        QVERIFY(none.calls > 10);
        for (int nth = 1; nth <= none.calls; nth += std::max(1, none.calls / 20)) {
            CancelWhileChecking cancel(nth);
            order.to = book;
            order.watch = cancel.watch;
            order.faults = &cancel;
            const auto done = restoreBook(order, SystemClock());
            QVERIFY2(!done, qPrintable(QStringLiteral("call %1 of %2").arg(nth).arg(none.calls)));
            QCOMPARE(done.error().kind, Error::Kind::Cancelled);
            QCOMPARE(difference(before, dumpOf(book)), QString());
            QVERIFY(noLeftovers(book));
        }
    }

    void aKillLeavesTheOldOrTheNewOne()
    {
        const QString one = m_template.copy();
        const QString other = m_template.copy();
        const QString book = inFolder("kills/book.keyturn");
        QVERIFY(QDir().mkpath(QFileInfo(book).absolutePath()));
        QVERIFY(QFile::copy(one, book));
        {
            const auto opened = await(SoloLibrary().open(other));
            QVERIFY(opened);
            QVERIFY(await((*opened)->submit(DeleteLeads{{m_template.book.ann}})));
        }
        const QStringList states[] = {dumpOf(one), dumpOf(other)};
        for (int round = 0; round < 25; ++round) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--restore"), one, other, book});
            QVERIFY(child.waitForReadyRead(60'000));
            child.waitForFinished(QRandomGenerator::global()->bounded(1, 80));
            child.kill();
            QVERIFY(child.waitForFinished());
            const QByteArray told = child.readAllStandardOutput();
            QVERIFY2(told.startsWith("ok"), told.constData());
            const auto opened = await(SoloLibrary().open(book));
            QVERIFY2(opened, opened ? "" : qPrintable(why(opened.error())));
            const auto checks = await((*opened)->verify());
            QVERIFY(checks);
            for (const Check& check : *checks) {
                QVERIFY2(check.ok, qPrintable(QString(check.name % u": " % check.detail)));
            }
            const QStringList now = dumpOf(book);
            QVERIFY2(difference(states[0], now).isEmpty() || difference(states[1], now).isEmpty(),
                     qPrintable(difference(states[0], now)));
        }
    }

    void theShelfKeepsThreeGoodOnes()
    {
        QTemporaryDir folder;
        const QString book = folder.filePath(QStringLiteral("Rivera.keyturn"));
        QVERIFY(QFile::copy(m_template.copy(), book));
        const BackupShelf shelf(book);
        QVERIFY(shelf.backups().empty());
        Instant now = Instant::fromDateTime(QDateTime(QDate(2026, 11, 21), QTime(9, 30), Qt::LocalTime));
        QVERIFY(shelf.isDue(now));
        const auto opened = await(SoloLibrary().open(book));
        QVERIFY(opened);
        QStringList made;
        for (int day = 0; day < 5; ++day) {
            QVERIFY(shelf.isDue(now));
            const auto place = shelf.place(now);
            QVERIFY2(place, place ? "" : qPrintable(why(place.error())));
            QVERIFY(await((*opened)->backup(*place)));
            QVERIFY(shelf.admit(*place));
            made << *place;
            QVERIFY(!shelf.isDue(now));
            QVERIFY(!shelf.isDue(now + 23 * msPerHour));
            now = now + msPerDay;
        }
        QCOMPARE(shelf.backups().size(), std::size_t(3));
        QCOMPARE(shelf.backups().front().file, made.back());
        QCOMPARE(QDir(shelf.folder()).entryList(QDir::Files).size(), 3); // no logs, no locks
        QCOMPARE(QFileInfo(shelf.folder()).permissions() & 0x77, QFileDevice::Permissions());
        // A damaged one does not push a good one out.
        const auto place = shelf.place(now);
        QFile bad(*place);
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write(QByteArray(8192, 'x'));
        bad.close();
        const Done admitted = shelf.admit(*place);
        QVERIFY(!admitted);
        QCOMPARE(admitted.error().kind, Error::Kind::Corrupt);
        QVERIFY(!QFile::exists(*place));
        QCOMPARE(shelf.backups().size(), std::size_t(3));
        // Nor does one that could not be looked through to its end, which is not thrown away either.
        QVERIFY(await((*opened)->backup(*place)));
        shelf.hurry();
        const Done interrupted = shelf.admit(*place);
        QVERIFY(!interrupted);
        QCOMPARE(interrupted.error().kind, Error::Kind::Cancelled);
        QCOMPARE(shelf.backups().size(), std::size_t(4));
        const auto restored = restore(made.back(), inFolder("from_shelf.keyturn"));
        QVERIFY2(restored, restored ? "" : qPrintable(why(restored.error())));
    }

private:
    QString inFolder(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static Result<RestoreOutcome> restore(const QString& from, const QString& to)
    {
        return restoreBook(RestoreOrder{from, to, {}, nullptr}, SystemClock());
    }
    static bool noLeftovers(const QString& book)
    {
        const QFileInfo file(book);
        return QDir(file.absolutePath()).entryList({file.fileName() + QStringLiteral(".*")}, QDir::Files).isEmpty();
    }

    TemplateBook m_template;
    QTemporaryDir m_folder;
};

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == QLatin1String("--restore")) {
        return restoreAgainAndAgain(arguments);
    }
    TestRestore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_restore.moc"
