// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/archive_reader.h"
#include "models/storage/connection.h"
#include "models/workspace/restore.h"
#include "tests/support/export_book.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>

#include <csignal>
#include <sys/resource.h>

using namespace keyturn;
using namespace keyturn::test;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

QString why(const Error& error)
{
    return QString(error.message % u" | " % error.detail);
}

/// What must be the same in a book that went through an archive.
QStringList stateOf(const QString& path)
{
    QStringList lines = dumpOf(path);
    lines.removeIf([](const QString& line) { return line.contains(QLatin1String("local_settings|key=last_probe")); });
    return lines;
}

int exportAgainAndAgain(const QStringList& arguments)
{
    const auto opened = await(SoloLibrary().open(arguments[2]));
    for (int i = 0; opened && i < 10'000; ++i) {
        ExportOrder order;
        order.what = ExportOrder::What::Book;
        order.format = ExportOrder::Format::Zip;
        order.file = arguments[3];
        const auto done = await((*opened)->exportTo(order));
        std::printf("%s\n", done ? "ok" : qPrintable(why(done.error())));
        std::fflush(stdout);
    }
    return 1;
}

} // namespace

/// Lists, cards and archives as they leave a book.
class TestSoloExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString failure = m_template.make();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        m_path = m_template.copy();
        const auto opened = await(SoloLibrary().open(m_path));
        QVERIFY(opened);
        failure = enrich(**opened, m_template.book);
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init()
    {
        failOnAnyWarning();
        QVERIFY(m_folder.isValid());
    }

    void listsAreWhatASpreadsheetReads()
    {
        const auto book = open();
        const auto done = run(*book, ExportOrder::What::Leads, ExportOrder::Format::Csv, QStringLiteral("leads.csv"));
        QVERIFY2(done, done ? "" : qPrintable(why(done.error())));
        const QByteArray file = contents(done->file);
        QCOMPARE(done->bytes, file.size());
        QVERIFY(file.startsWith("\xef\xbb\xbfKeyturn id,Name,First name,"));
        QVERIFY(file.endsWith("\r\n"));
        QVERIFY(!file.contains("Gone Away"));
        QVERIFY(file.contains("\"'=HYPERLINK"));
        QVERIFY(!file.contains(",=HYPERLINK") && !file.contains("\"=HYPERLINK"));
        QVERIFY(file.contains("300000.00"));
        QCOMPARE(done->rows, qint64(3 + hardTexts().size()));
        QCOMPARE(QFileInfo(done->file).permissions() & 0x77, QFileDevice::Permissions());
    }

    void theseLeadsInThisOrder()
    {
        const auto book = open();
        ExportOrder order;
        order.file = m_folder.filePath(QStringLiteral("two.csv"));
        order.leads = std::vector<LeadId>{m_template.book.eve, m_template.book.gone, m_template.book.ann};
        const auto done = await(book->exportTo(order));
        QVERIFY(done);
        QCOMPARE(done->rows, qint64(2));
        const QByteArray file = contents(order.file);
        QVERIFY(file.indexOf("Eve Fox") > 0 && file.indexOf("Eve Fox") < file.indexOf("Ann Lee"));
    }

    void activitiesCarryTheTextOfTheirNotes()
    {
        const auto book = open();
        const auto done =
            run(*book, ExportOrder::What::Activities, ExportOrder::Format::Csv, QStringLiteral("activities.csv"));
        QVERIFY2(done, done ? "" : qPrintable(why(done.error())));
        const QByteArray file = contents(done->file);
        QVERIFY(file.contains("Talked about rates"));
        QVERIFY(file.contains("Likes *corner* houses"));
        QVERIFY(!file.contains("For my own eyes"));
        QVERIFY(file.contains("officer@example.com"));
    }

    void cardsAreRead()
    {
        const auto book = open();
        const auto done = run(*book, ExportOrder::What::Leads, ExportOrder::Format::VCard, QStringLiteral("leads.vcf"));
        QVERIFY2(done, done ? "" : qPrintable(why(done.error())));
        const QByteArray file = contents(done->file);
        QCOMPARE(file.count("BEGIN:VCARD\r\n"), done->rows);
        QCOMPARE(file.count("END:VCARD\r\n"), done->rows);
        QVERIFY(file.contains("FN:Ann Lee\r\n"));
        QVERIFY(file.contains("ORG:Acme\r\n"));
        QVERIFY(file.contains("CATEGORIES:Old\r\n"));
        for (const QByteArray& line : file.split('\n')) {
            QVERIFY(line.size() <= 76); // with the return
        }
    }

    void anArchiveBecomesTheSameBook()
    {
        const QString zip = m_folder.filePath(QStringLiteral("book.zip"));
        {
            const auto book = open();
            const auto done = run(*book, ExportOrder::What::Book, ExportOrder::Format::Zip, QStringLiteral("book.zip"));
            QVERIFY2(done, done ? "" : qPrintable(why(done.error())));
            QCOMPARE(done->leftOutRows, qint64(0));
        }
        const QString again = m_folder.filePath(QStringLiteral("again.keyturn"));
        RestoreOrder order;
        order.from = zip;
        order.to = again;
        order.watch = std::make_shared<WorkWatch>();
        const auto restored = restoreBook(order, SystemClock());
        QVERIFY2(restored, restored ? "" : qPrintable(why(restored.error())));
        QVERIFY(restored->keptAside.isEmpty());
        QCOMPARE(restored->leads, qint64(3 + hardTexts().size()));
        QCOMPARE(restored->documents, qint64(1));
        QVERIFY(order.watch->total > 0);
        QCOMPARE(difference(stateOf(m_path), stateOf(again)), QString());
        const auto opened = await(SoloLibrary().open(again));
        QVERIFY2(opened, opened ? "" : qPrintable(why(opened.error())));
        const auto checks = await((*opened)->verify());
        QVERIFY(checks);
        for (const Check& check : *checks) {
            QVERIFY2(check.ok, qPrintable(QString(check.name % u": " % check.detail)));
        }
        // What it writes now is what was read.
        const auto second =
            run(**opened, ExportOrder::What::Book, ExportOrder::Format::Zip, QStringLiteral("second.zip"));
        QVERIFY(second);
        const auto one = ArchiveReader::open(zip);
        const auto other = ArchiveReader::open(second->file);
        QVERIFY(one && other);
        QVERIFY((*one)->manifest().members.size() > 20);
        QCOMPARE((*other)->manifest().members, (*one)->manifest().members);
        // And it goes on where it was: the log takes the next entry.
        LogActivity call;
        call.lead = m_template.book.ann;
        call.text = QStringLiteral("After the move");
        call.outcome = QStringLiteral("connected");
        QVERIFY(await((*opened)->submit(call)));
        const auto after = await((*opened)->verify());
        QVERIFY(after);
        for (const Check& check : *after) {
            QVERIFY2(check.ok, qPrintable(QString(check.name % u": " % check.detail)));
        }
    }

    void privateNotesOfOthersStay()
    {
        const QString path = m_template.copy();
        {
            const auto mine = await(SoloLibrary().open(path));
            QVERIFY(mine);
            const QString failure = enrich(**mine, m_template.book);
            QVERIFY2(failure.isEmpty(), qPrintable(failure));
            EditUser colleague;
            colleague.email = QStringLiteral("second@example.com");
            colleague.firstName = QStringLiteral("Second");
            colleague.lastName = QStringLiteral("Officer");
            QVERIFY(await((*mine)->submit(colleague)));
        }
        SoloOptions options;
        options.actor = QStringLiteral("second@example.com");
        const auto theirs = await(SoloLibrary(options).open(path));
        QVERIFY2(theirs, theirs ? "" : qPrintable(why(theirs.error())));
        const auto done = run(**theirs, ExportOrder::What::Book, ExportOrder::Format::Zip, QStringLiteral("their.zip"));
        QVERIFY2(done, done ? "" : qPrintable(why(done.error())));
        QCOMPARE(done->leftOutRows, qint64(1));
        RestoreOrder order;
        order.from = done->file;
        order.to = m_folder.filePath(QStringLiteral("their.keyturn"));
        const auto restored = restoreBook(order, SystemClock());
        QVERIFY2(restored, restored ? "" : qPrintable(why(restored.error())));
        QVERIFY(contents(path).contains("For my own eyes"));
        QVERIFY(!contents(order.to).contains("For my own eyes"));
        QVERIFY(dumpOf(order.to).join(u'\n').contains(QStringLiteral("Likes *corner* houses")));
    }

    void aFileIsReplacedOnlyByAWholeOne()
    {
        const auto book = open();
        const QString path = m_folder.filePath(QStringLiteral("kept.csv"));
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        ExportOrder order;
        order.file = path;
        order.watch = std::make_shared<WorkWatch>();
        order.watch->cancelled = true;
        const auto stopped = await(book->exportTo(order));
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
        QCOMPARE(contents(path), QByteArray("old"));
        order.watch = nullptr;
        QVERIFY(await(book->exportTo(order)));
        QVERIFY(contents(path).size() > 100);
        order.file = m_folder.filePath(QStringLiteral("nowhere/x.csv"));
        const auto nowhere = await(book->exportTo(order));
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().kind, Error::Kind::Storage);
        order.file = m_path;
        const auto itself = await(book->exportTo(order));
        QVERIFY(!itself);
        QCOMPARE(itself.error().kind, Error::Kind::Refused);
        QVERIFY(leftovers().isEmpty());
    }

    void aFullDiskLeavesWhatWasThere_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("format");
        QTest::newRow("list") << int(ExportOrder::What::Leads) << int(ExportOrder::Format::Csv);
        QTest::newRow("cards") << int(ExportOrder::What::Leads) << int(ExportOrder::Format::VCard);
        QTest::newRow("archive") << int(ExportOrder::What::Book) << int(ExportOrder::Format::Zip);
    }
    void aFullDiskLeavesWhatWasThere()
    {
        QFETCH(const int, what);
        QFETCH(const int, format);
        const auto book = open();
        ExportOrder order;
        order.what = ExportOrder::What(what);
        order.format = ExportOrder::Format(format);
        order.file = m_folder.filePath(QStringLiteral("full.out"));
        QFile::remove(order.file);
        const auto whole = await(book->exportTo(order));
        QVERIFY(whole);
        const QByteArray before = contents(order.file);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit usual{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
        // The moment in an archive may pack into some bytes less the next time.
        for (const qint64 room : {qint64(0), qint64(100), whole->bytes / 2, whole->bytes - 100}) {
            rlimit tight = usual;
            tight.rlim_cur = static_cast<rlim_t>(room);
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
            const auto done = await(book->exportTo(order));
            setrlimit(RLIMIT_FSIZE, &usual);
            QVERIFY2(!done, qPrintable(QString::number(room)));
            QCOMPARE(done.error().kind, Error::Kind::Storage);
            QCOMPARE(contents(order.file), before);
            QVERIFY(leftovers().isEmpty());
        }
    }

    void aKillLeavesTheOldOrTheNewOne()
    {
        const QTemporaryDir apart; // what is killed leaves a half file
        const QString zip = apart.filePath(QStringLiteral("killed.zip"));
        const QString path = m_template.copy();
        QVERIFY(QFile::remove(path) && QFile::copy(m_path, path));
        for (int round = 0; round < 12; ++round) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--export"), path, zip});
            QVERIFY(child.waitForReadyRead(60'000));
            child.waitForFinished(QRandomGenerator::global()->bounded(1, 60));
            child.kill();
            QVERIFY(child.waitForFinished());
            const QByteArray told = child.readAllStandardOutput();
            QVERIFY2(told.startsWith("ok"), told.constData());
            const auto archive = ArchiveReader::open(zip);
            QVERIFY2(archive, archive ? "" : qPrintable(why(archive.error())));
        }
        RestoreOrder order;
        order.from = zip;
        order.to = m_folder.filePath(QStringLiteral("killed.keyturn"));
        const auto restored = restoreBook(order, SystemClock());
        QVERIFY2(restored, restored ? "" : qPrintable(why(restored.error())));
    }

    void aTamperedArchiveIsRefused()
    {
        const QString zip = m_folder.filePath(QStringLiteral("good.zip"));
        {
            const auto book = open();
            QVERIFY(run(*book, ExportOrder::What::Book, ExportOrder::Format::Zip, QStringLiteral("good.zip")));
        }
        const QByteArray good = contents(zip);
        QRandomGenerator random(5);
        int refused = 0;
        for (int round = 0; round < 30; ++round) {
            QByteArray bad = good;
            if (round % 3 == 0) {
                bad.truncate(random.bounded(static_cast<int>(bad.size())));
            } else {
                for (int i = 0; i < 40; ++i) {
                    bad[random.bounded(static_cast<int>(bad.size()))] = static_cast<char>(random.bounded(256));
                }
            }
            QFile file(m_folder.filePath(QStringLiteral("bad.zip")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bad);
            file.close();
            RestoreOrder order;
            order.from = file.fileName();
            order.to = m_folder.filePath(QStringLiteral("bad%1.keyturn").arg(round));
            const auto restored = restoreBook(order, SystemClock());
            refused += restored ? 0 : 1;
            QCOMPARE(QFileInfo::exists(order.to), restored.has_value());
            if (restored) {
                QCOMPARE(difference(stateOf(m_path), stateOf(order.to)), QString()); // it struck what nobody reads
            }
        }
        QVERIFY(refused > 20);
        QVERIFY(leftovers().isEmpty());
    }

private:
    std::shared_ptr<Workspace> open()
    {
        const auto opened = await(SoloLibrary().open(m_path));
        return opened ? *opened : nullptr;
    }
    Result<ExportOutcome> run(Workspace& book, ExportOrder::What what, ExportOrder::Format format, const QString& name)
    {
        ExportOrder order;
        order.what = what;
        order.format = format;
        order.file = m_folder.filePath(name);
        return await(book.exportTo(order));
    }
    [[nodiscard]] QStringList leftovers() const
    {
        return QDir(m_folder.path()).entryList({QStringLiteral("*.part*")}, QDir::Files);
    }

    TemplateBook m_template;
    QTemporaryDir m_folder;
    QString m_path;
};

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1String("--export")) {
        return exportAgainAndAgain(arguments);
    }
    TestSoloExport test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_solo_export.moc"
