// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/test_main.h"

#include <QFileInfo>

#include <csignal>

using namespace keyturn;
using test::Program;

/// The real program, asked politely to end over a read that would never end by itself.
class TestPoliteEnd : public QObject
{
    Q_OBJECT

    static constexpr int patienceMs = 30'000; ///< it takes a fraction of a second; without being asked, forever

    // Whoever reads tasks goes through numbers without end before the first row.
    void makeEndless()
    {
        const auto done =
            Program::sqlite(m_program.book(),
                            QStringLiteral("PRAGMA legacy_alter_table=ON; ALTER TABLE tasks RENAME TO kept_tasks; "
                                           "CREATE VIEW tasks AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + "
                                           "1 FROM n) SELECT t.* FROM kept_tasks t, n WHERE n.i < 0;"));
        QVERIFY2(done.exit == 0, done.told().constData());
    }
    void makeUsual()
    {
        const auto done = Program::sqlite(m_program.book(),
                                          QStringLiteral("PRAGMA legacy_alter_table=ON; DROP VIEW tasks; ALTER TABLE "
                                                         "kept_tasks RENAME TO tasks;"));
        QVERIFY2(done.exit == 0, done.told().constData());
    }
    /// Everything is sound but the text of the table that was renamed to and fro.
    void verify()
    {
        const auto told = m_program.json({QStringLiteral("verify")});
        const QJsonArray checks = told.object().value(QStringLiteral("checks")).toArray();
        QVERIFY2(!checks.isEmpty(), told.told().constData());
        for (const QJsonValue& check : checks) {
            const QJsonObject one = check.toObject();
            QVERIFY2(one.value(QStringLiteral("ok")).toBool() ||
                         one.value(QStringLiteral("name")).toString() == QStringLiteral("schema"),
                     told.told().constData());
        }
    }
    static void ask(const QProcess& process, int signal)
    {
        QCOMPARE(process.state(), QProcess::Running);
        QVERIFY(::kill(static_cast<pid_t>(process.processId()), signal) == 0);
    }

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_program.setBook({});
        const QString book = m_program.file(QStringLiteral("%1.keyturn").arg(++m_books));
        const auto made =
            m_program.json({QStringLiteral("demo"), book, QStringLiteral("--leads"), QStringLiteral("60")});
        QVERIFY2(made.exit == 0, made.told().constData());
        m_program.setBook(book);
    }

    void aCommandEnds_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("a list, SIGINT") << SIGINT << QStringList{QStringLiteral("tasks")};
        QTest::newRow("a list, SIGTERM") << SIGTERM << QStringList{QStringLiteral("tasks")};
        QTest::newRow("leads") << SIGTERM << QStringList{QStringLiteral("leads")};
    }
    void aCommandEnds()
    {
        QFETCH(const int, signal);
        QFETCH(const QStringList, words);
        makeEndless();
        QProcess process;
        m_program.start(process, words);
        QVERIFY(process.waitForStarted());
        QTest::qWait(1'000); // into the read, or on the way there: it must end either way
        ask(process, signal);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, patienceMs);
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        makeUsual();
        verify();
    }

    void theWindowClosesItsBook()
    {
        const QString lead = m_program.json({QStringLiteral("leads"), QStringLiteral("--limit"), QStringLiteral("1")})
                                 .array()
                                 .first()
                                 .toObject()
                                 .value(QStringLiteral("id"))
                                 .toString();
        QVERIFY(!lead.isEmpty());
        makeEndless();
        QProcess window;
        m_program.start(window, {});
        QVERIFY(window.waitForStarted());
        const QString log = QString(m_program.book() + QStringLiteral("-wal"));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(log), patienceMs);
        QTest::qWait(1'500);
        // The window writes it, and is asked to end while the answer waits for the read.
        QProcess command;
        m_program.start(command, {QStringLiteral("lead"), QStringLiteral("set"), lead,
                                  QStringLiteral("source_detail=before the end")});
        QVERIFY(command.waitForStarted());
        QTest::qWait(1'500);
        ask(window, SIGTERM);
        QTRY_COMPARE_WITH_TIMEOUT(window.state(), QProcess::NotRunning, patienceMs);
        QCOMPARE(window.exitStatus(), QProcess::NormalExit);
        QCOMPARE(window.exitCode(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(command.state(), QProcess::NotRunning, patienceMs);
        QVERIFY(!QFileInfo::exists(log)); // closed, not dropped
        makeUsual();
        const auto shown = m_program.json({QStringLiteral("lead"), QStringLiteral("show"), lead});
        QCOMPARE(shown.object().value(QStringLiteral("source_detail")).toString(), QStringLiteral("before the end"));
        verify();
    }

private:
    Program m_program;
    int m_books = 0;
};

QTEST_GUILESS_MAIN(TestPoliteEnd)
#include "tst_polite_end.moc"
