// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/program.h"
#include "models/workspace/backup_shelf.h"
#include "models/workspace/sample_book.h"
#include "tests/support/book_workspace.h"
#include "tests/support/test_main.h"
#include "tests/support/ui_context.h"
#include "ui/kit/page.h"
#include "ui/kit/toast.h"
#include "ui/leads/leads_page.h"
#include "ui/shell/export_work.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workbench.h"
#include "ui/start/start_page.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QScopeGuard>
#include <QSignalSpy>

#include <csignal>
#include <sys/resource.h>

using namespace keyturn;

namespace {

const Instant now = Instant::fromDateTime(QDateTime(QDate(2026, 11, 19), QTime(16, 41), Qt::UTC));
constexpr int patienceMs = 60'000;

struct Fixture
{
    QTemporaryDir dir;
    test::WillingPrompts prompts;
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>(now);
    std::unique_ptr<Program> program;
    QString book;

    explicit Fixture(int backupAfterMs = -1)
    {
        book = dir.filePath(QStringLiteral("Rivera.keyturn"));
        ProgramOptions options;
        options.settingsFile = dir.filePath(QStringLiteral("settings.json"));
        options.booksFolder = dir.filePath(QStringLiteral("books"));
        options.clock = clock;
        options.language = QStringLiteral("en");
        options.appearance = QStringLiteral("light");
        options.prompts = &prompts;
        options.listens = false;
        options.backupAfterMs = backupAfterMs;
        program = std::make_unique<Program>(options);
        program->start();
    }
    [[nodiscard]] QString makeBook(const QString& path) const
    {
        const auto made = test::await(SoloLibrary().create(test::exampleBook(path)));
        if (!made) {
            return made.error().message;
        }
        test::LivedInBook lived;
        return lived.fill(**made);
    }
    void open()
    {
        QSignalSpy opened(program.get(), &Program::opened);
        program->openBook(book);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patienceMs);
    }
    [[nodiscard]] QAbstractButton* offer(int number) const
    {
        return program->window().findChild<QAbstractButton*>(QStringLiteral("startOffer%1").arg(number));
    }
    /// The book takes what is done in it.
    [[nodiscard]] bool makeWork() const
    {
        CreateLead lead;
        lead.fields = {{QStringLiteral("name"), QStringLiteral("Came Later"), {}},
                       {QStringLiteral("email"), QStringLiteral("later@example.com"), {}}};
        return test::await(program->workspace()->submit(lead)).has_value();
    }
    [[nodiscard]] QString toast() const
    {
        const auto* toast = program->workbench() ? program->workbench()->findChild<Toast*>() : nullptr;
        return toast != nullptr ? toast->message() : QString();
    }
};

bool damage(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.write(QByteArray(4096, '\xee')) == 4096;
}

} // namespace

/// Exports, backups, and damaged books, as the window has them.
class TestProgramCare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void exportsWhatIsAskedFor()
    {
        Fixture f;
        QCOMPARE(f.makeBook(f.book), QString());
        f.open();
        QTRY_VERIFY_WITH_TIMEOUT(f.program->store()->isComplete(), patienceMs);
        auto* work = f.program->workbench()->findChild<ExportWork*>();
        QVERIFY(work != nullptr);
        QSignalSpy finished(work, &ExportWork::finished);
        f.prompts.file = f.dir.filePath(QStringLiteral("list"));
        f.program->workbench()->showPage(QStringLiteral("leads"));
        auto* button = f.program->window().findChild<QAbstractButton*>(QStringLiteral("leadsExport"));
        QVERIFY(button != nullptr);
        button->click();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patienceMs);
        QVERIFY(QFile::exists(f.prompts.file + QStringLiteral(".csv")));
        QVERIFY2(f.toast().contains(QStringLiteral("list.csv: 3 rows")), qPrintable(f.toast()));
        f.prompts.file = f.dir.filePath(QStringLiteral("cards.vcf"));
        work->exportLeads({});
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, patienceMs);
        f.prompts.file = f.dir.filePath(QStringLiteral("whole.zip"));
        f.program->workbench()->showPage(QStringLiteral("settings"));
        auto* whole = f.program->window().findChild<QAbstractButton*>(QStringLiteral("exportBook"));
        QVERIFY(whole != nullptr);
        whole->click();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 3, patienceMs);
        QVERIFY(QFile::exists(f.prompts.file));
        f.prompts.file.clear(); // nobody chose a name
        work->exportActivities({});
        QCOMPARE(finished.size(), 3);
    }

    void backsUpEveryDay()
    {
        Fixture f(50);
        QCOMPARE(f.makeBook(f.book), QString());
        f.open();
        const BackupShelf shelf(f.book);
        QTRY_COMPARE_WITH_TIMEOUT(shelf.backups().size(), std::size_t(1), patienceMs);
        QVERIFY(!shelf.isDue(f.clock->now()));
    }

    void tellsWhenABackupFails_data()
    {
        QTest::addColumn<bool>("isDiskFull");
        QTest::newRow("no folder can be made") << false;
        QTest::newRow("the disk is full") << true;
    }
    void tellsWhenABackupFails()
    {
        QFETCH(const bool, isDiskFull);
        Fixture f(50);
        QCOMPARE(f.makeBook(f.book), QString());
        const QString folder = BackupShelf(f.book).folder();
        QFile inTheWay(folder);
        rlimit usual{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
        const auto restoreLimit = qScopeGuard([&usual] { setrlimit(RLIMIT_FSIZE, &usual); });
        if (isDiskFull) {
            // Room for what the book itself writes now, and not for a copy of it.
            std::signal(SIGXFSZ, SIG_IGN);
            rlimit tight = usual;
            tight.rlim_cur = static_cast<rlim_t>(QFileInfo(f.book).size() / 2);
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        } else {
            QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        }
        f.open();
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                for (const QLabel* label : f.program->window().findChildren<QLabel*>()) {
                    if (label->text().contains(QStringLiteral("Today's backup could not be made"))) {
                        return true;
                    }
                }
                return false;
            }(),
            patienceMs);
        // Nothing is left of it, and work goes on.
        QVERIFY(QDir(folder).entryList(QDir::Files).isEmpty());
        setrlimit(RLIMIT_FSIZE, &usual);
        QVERIFY(f.makeWork());
        const auto checks = test::await(f.program->workspace()->verify());
        QVERIFY(checks && std::ranges::all_of(*checks, &Check::ok));
    }

    void restoresInTheWindow()
    {
        Fixture f;
        QCOMPARE(f.makeBook(f.book), QString());
        const QString backup = f.dir.filePath(QStringLiteral("backup.keyturn"));
        QVERIFY(QFile::copy(f.book, backup));
        f.open();
        QTRY_VERIFY_WITH_TIMEOUT(f.program->store()->isComplete(), patienceMs);
        CreateLead lead;
        lead.fields = {{QStringLiteral("name"), QStringLiteral("Too Much"), {}},
                       {QStringLiteral("email"), QStringLiteral("x@example.com"), {}}};
        QVERIFY(test::await(f.program->workspace()->submit(lead)));
        QTRY_COMPARE_WITH_TIMEOUT(f.program->store()->table().count(), 4, patienceMs);
        QSignalSpy opened(f.program.get(), &Program::opened);
        f.prompts.file = backup;
        f.program->askForBackup();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(f.program->store()->isComplete(), patienceMs);
        QCOMPARE(f.program->store()->table().count(), 3);
        QCOMPARE(QFileInfo(f.program->workspace()->info().location), QFileInfo(f.book));
        QVERIFY2(f.toast().contains(QStringLiteral("Rivera replaced")), qPrintable(f.toast()));
        QCOMPARE(QDir(f.dir.path()).entryList({QStringLiteral("Rivera replaced *.keyturn")}).size(), 1);
    }

    void aBadBackupLeavesTheBook()
    {
        Fixture f;
        QCOMPARE(f.makeBook(f.book), QString());
        const QString backup = f.dir.filePath(QStringLiteral("backup.keyturn"));
        QVERIFY(QFile::copy(f.book, backup) && damage(backup));
        f.open();
        QSignalSpy failed(f.program.get(), &Program::openFailed);
        QSignalSpy opened(f.program.get(), &Program::opened);
        f.prompts.file = backup;
        f.program->askForBackup();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
        QCOMPARE(failed.front().front().value<Error>().kind, Error::Kind::Corrupt);
        QTRY_VERIFY(f.offer(1) != nullptr);
        f.offer(1)->click();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patienceMs);
    }

    void savesWhatADamagedBookHolds()
    {
        Fixture f;
        QCOMPARE(f.makeBook(f.book), QString());
        QVERIFY(damage(f.book));
        QSignalSpy rescued(f.program.get(), &Program::rescued);
        QSignalSpy opened(f.program.get(), &Program::opened);
        f.program->openBook(f.book);
        QTRY_VERIFY_WITH_TIMEOUT(f.offer(1) != nullptr, patienceMs);
        QVERIFY(f.offer(2) == nullptr); // no backup was ever made
        QFile file(f.book);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray damaged = file.readAll();
        file.close();
        f.offer(1)->click();
        QTRY_COMPARE_WITH_TIMEOUT(rescued.size(), 1, patienceMs);
        const auto* told = f.program->window().findChild<QLabel*>(QStringLiteral("startHelp"));
        QVERIFY(told != nullptr);
        QVERIFY2(told->text().contains(QStringLiteral("Saved: 3 leads")), qPrintable(told->text()));
        const QString aside = QStringLiteral("Rivera damaged 2026-11-19.keyturn");
        QVERIFY2(told->text().contains(aside), qPrintable(told->text()));
        QFile kept(f.dir.filePath(aside));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), damaged);
        f.offer(1)->click();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(f.program->store()->isComplete(), patienceMs);
        QCOMPARE(f.program->store()->table().count(), 3);
        // Under its own name, so that tomorrow's start finds it.
        QCOMPARE(QFileInfo(f.program->workspace()->info().location), QFileInfo(f.book));
        QVERIFY(f.makeWork());
    }

    void offersTheNewestBackupOfADamagedBook()
    {
        Fixture f;
        QCOMPARE(f.makeBook(f.book), QString());
        const BackupShelf shelf(f.book);
        const auto place = shelf.place(now + -msPerDay);
        QVERIFY(place);
        QVERIFY(QFile::copy(f.book, *place));
        QVERIFY(damage(f.book));
        QSignalSpy opened(f.program.get(), &Program::opened);
        f.program->openBook(f.book);
        QTRY_VERIFY_WITH_TIMEOUT(f.offer(2) != nullptr, patienceMs);
        f.offer(2)->click();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(f.program->store()->isComplete(), patienceMs);
        QCOMPARE(f.program->store()->table().count(), 3);
        QCOMPARE(QDir(f.dir.path()).entryList({QStringLiteral("Rivera replaced *.keyturn")}).size(), 1);
    }
};

QTEST_MAIN(TestProgramCare)
#include "tst_program_care.moc"
