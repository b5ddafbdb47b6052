// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/running_program.h"
#include "models/workspace/solo_library.h"
#include "tests/support/program.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

using namespace keyturn;
using test::Program;

/// A command that is given while another process, here this test, holds the book.
class TestRunningProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString book = m_program.file(QStringLiteral("book.keyturn"));
        qputenv("XDG_RUNTIME_DIR", QFileInfo(book).path().toUtf8()); // where the program will look for us
        const auto version = m_program.run({QStringLiteral("--version")});
        QCoreApplication::setApplicationVersion(QString::fromUtf8(version.out.simplified().split(' ').value(1)));
        const auto made =
            m_program.run({QStringLiteral("demo"), book, QStringLiteral("--leads"), QStringLiteral("20")});
        QVERIFY2(made.exit == 0, made.told().constData());
        m_program.setBook(book);
    }
    void init()
    {
        test::failOnAnyWarning();
        SoloLibrary library;
        auto opening = library.open(m_program.book());
        QTRY_VERIFY(opening.isFinished());
        QVERIFY2(opening.result().has_value(), opening.result() ? "" : qPrintable(opening.result().error().message));
        m_workspace = *opening.result();
    }
    void cleanup()
    {
        m_door.reset();
        m_workspace.reset();
    }

    void withoutADoorTheBookIsBusy()
    {
        const auto ran = m_program.json({QStringLiteral("board")});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.errorKind(), QStringLiteral("busy"));
        QVERIFY(m_program.run({QStringLiteral("board")}).err.startsWith("keyturn: "));
    }

    void commandsGoToTheHolder()
    {
        openDoor();
        QSignalSpy changed(m_workspace.get(), &Workspace::changed);
        const auto added = m_program.json({QStringLiteral("lead"), QStringLiteral("add"),
                                           QString::fromUtf8("name=\u00c4nne \"Q\" O'Neil"),
                                           QStringLiteral("email=anne@example.com")});
        QVERIFY2(added.exit == 0, added.told().constData());
        QCOMPARE(changed.size(), 1); // seen in this process: it was done here
        QCOMPARE(added.object().value(QStringLiteral("name")).toString(), QString::fromUtf8("\u00c4nne \"Q\" O'Neil"));
        const auto shown = m_program.json(
            {QStringLiteral("lead"), QStringLiteral("show"), added.object().value(QStringLiteral("id")).toString()});
        QCOMPARE(shown.object(), added.object());
        const auto refused = m_program.json({QStringLiteral("lead"), QStringLiteral("show"), QStringLiteral("x")});
        QCOMPARE(refused.exit, 1);
        QCOMPARE(refused.errorKind(), QStringLiteral("invalid"));
        const auto text = m_program.run({QStringLiteral("board")});
        QVERIFY2(text.exit == 0 && text.out.contains("Weighted"), text.told().constData());
    }

    void relativeNamesStartWhereTheyWereTyped()
    {
        openDoor();
        const auto ran =
            m_program.json({QStringLiteral("backup"), QStringLiteral("--to"), QStringLiteral("here.keyturn")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QVERIFY(QFile::exists(m_program.file(QStringLiteral("here.keyturn"))));
    }

    void standardInputTravels()
    {
        openDoor();
        const auto leads = m_program.json({QStringLiteral("leads"), QStringLiteral("--limit"), QStringLiteral("1")});
        const QString id = leads.array().first().toObject().value(QStringLiteral("id")).toString();
        const auto ran = m_program.run({QStringLiteral("log"), id, QStringLiteral("note"), QStringLiteral("--json"),
                                        QStringLiteral("--text"), QStringLiteral("-")},
                                       "typed here\n");
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(ran.object().value(QStringLiteral("description")).toString(), QStringLiteral("typed here"));
    }

    void somebodyElseIsNotActedFor()
    {
        openDoor();
        const auto ran =
            m_program.json({QStringLiteral("board"), QStringLiteral("--as"), QStringLiteral("x@example.com")});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.errorKind(), QStringLiteral("refused"));
    }

    void otherVersionsAreRefused()
    {
        openDoor();
        const QString version = QCoreApplication::applicationVersion();
        QCoreApplication::setApplicationVersion(QStringLiteral("99.0"));
        const auto ran = m_program.json({QStringLiteral("board")});
        QCoreApplication::setApplicationVersion(version);
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.errorKind(), QStringLiteral("refused"));
        QVERIFY(ran.out.contains("99.0"));
    }

    void manyAtATime()
    {
        openDoor();
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < 6; ++i) {
            processes.push_back(std::make_unique<QProcess>());
            m_program.start(*processes.back(),
                            {QStringLiteral("lead"), QStringLiteral("add"), QStringLiteral("name=Many %1").arg(i),
                             QStringLiteral("email=many%1@example.com").arg(i)});
        }
        for (const auto& process : processes) {
            QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
            QCOMPARE(process->exitCode(), 0);
        }
        const auto found =
            m_program.json({QStringLiteral("leads"), QStringLiteral("--search"), QStringLiteral("many")});
        QCOMPARE(found.array().size(), 6);
    }

private:
    void openDoor()
    {
        m_door = std::make_unique<cli::RunningProgram>(*m_workspace, m_program.book());
        QSignalSpy listening(m_door.get(), &cli::RunningProgram::listening);
        QTRY_COMPARE(listening.size(), 1);
        QCOMPARE(listening.first().first().toString(), QString());
    }

    Program m_program;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<cli::RunningProgram> m_door;
};

QTEST_GUILESS_MAIN(TestRunningProgram)
#include "tst_running_program.moc"
