// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/program.h"
#include "models/base/clock.h"
#include "models/workspace/sample_book.h"
#include "tests/support/test_main.h"
#include "ui/kit/page.h"
#include "ui/kit/toast.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workbench.h"
#include "ui/start/start_page.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace keyturn;

namespace {

const Instant now = Instant::fromDateTime(QDateTime(QDate(2026, 11, 19), QTime(16, 41), Qt::UTC));

ProgramOptions optionsIn(const QTemporaryDir& dir)
{
    ProgramOptions options;
    options.settingsFile = dir.filePath(QStringLiteral("settings.json"));
    options.booksFolder = dir.filePath(QStringLiteral("books"));
    options.clock = std::make_shared<ManualClock>(now);
    options.language = QStringLiteral("en");
    options.appearance = QStringLiteral("light");
    options.listens = false;
    return options;
}

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void startsWithThreeChoicesAndMakesAnOwnBook()
    {
        QTemporaryDir dir;
        QString book;
        {
            Program program(optionsIn(dir));
            program.start();
            QVERIFY(program.window().findChild<StartPage*>() != nullptr);
            QSignalSpy opened(&program, &Program::opened);
            program.createOwnBook({QStringLiteral("Dana Officer"), QStringLiteral("Example / Lending"),
                                   QStringLiteral("dana@example.com")});
            QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30000);
            QVERIFY(program.workbench() != nullptr);
            QCOMPARE(program.workspace()->catalogue().organizationName, QStringLiteral("Example / Lending"));
            book = program.workspace()->info().location;
            QVERIFY(QFile::exists(book));
        }
        // The next start opens it by itself.
        Program again(optionsIn(dir));
        QSignalSpy opened(&again, &Program::opened);
        again.start();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30000);
        QCOMPARE(again.workspace()->info().location, book);
    }

    void showsTheSampleAddsALeadAndTakesItBack()
    {
        QTemporaryDir dir;
        Program program(optionsIn(dir));
        program.start();
        QSignalSpy opened(&program, &Program::opened);
        program.openSample();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60000);
        QTRY_VERIFY_WITH_TIMEOUT(program.store()->isComplete(), 30000);
        const qsizetype before = program.store()->table().count();
        QVERIFY(before > 100);
        Workbench& bench = *program.workbench();
        bench.openQuickAdd();
        auto* name = program.window().findChild<QLineEdit*>(QStringLiteral("quickName"));
        QVERIFY(name != nullptr);
        name->setText(QStringLiteral("Wilhelmina Testcase"));
        QTest::keyClick(name, Qt::Key_Return);
        auto* save = program.window().findChild<QAbstractButton*>(QStringLiteral("quickSave"));
        QTRY_VERIFY(save->isEnabled());                     // the refusal is in
        QCOMPARE(program.store()->table().count(), before); // one way to reach them is needed
        program.window().findChild<QLineEdit*>(QStringLiteral("quickEmail"))->setText(QStringLiteral("w@example.com"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(program.store()->table().count(), before + 1, 30000);
        QTRY_VERIFY(bench.findChild<Toast*>()->message().contains(QStringLiteral("Wilhelmina Testcase")));
        bench.undo();
        QTRY_COMPARE_WITH_TIMEOUT(program.store()->table().count(), before, 30000);
    }

    void everyPageOpensInBothLanguages()
    {
        QTemporaryDir dir;
        Program program(optionsIn(dir));
        program.start();
        QSignalSpy opened(&program, &Program::opened);
        program.createOwnBook(
            {QStringLiteral("Dana Officer"), QStringLiteral("Example Lending"), QStringLiteral("dana@example.com")});
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30000);
        for (const auto& language : {QStringLiteral("es"), QStringLiteral("en")}) {
            QPointer<Workbench> before = program.workbench();
            program.setLanguage(language);
            QTRY_VERIFY(before.isNull());
            for (const auto& id : {QStringLiteral("today"), QStringLiteral("pipeline"), QStringLiteral("leads"),
                                   QStringLiteral("reports"), QStringLiteral("settings")}) {
                program.workbench()->showPage(id);
                QCOMPARE(program.workbench()->currentPage(), id);
                QVERIFY(!program.workbench()->page(id)->title().isEmpty());
                QTest::qWait(1);
            }
        }
    }

    void saysWhyABookCannotBeOpened()
    {
        QTemporaryDir dir;
        Program program(optionsIn(dir));
        program.start();
        const QString path = dir.filePath(QStringLiteral("broken.keyturn"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QSignalSpy failed(&program, &Program::openFailed);
        program.openBook(path);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30000);
        QVERIFY(!failed.front().front().value<Error>().message.isEmpty());
        QVERIFY(program.window().findChild<StartPage*>() != nullptr);
    }
};

QTEST_MAIN(TestProgram)
#include "tst_program.moc"
