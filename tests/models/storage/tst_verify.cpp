// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/backup.h"
#include "models/storage/transaction.h"
#include "models/storage/undo_store.h"
#include "models/storage/verify.h"
#include "tests/support/book_builder.h"
#include "tests/support/database_fixture.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <atomic>
#include <thread>

using namespace keyturn;
using namespace keyturn::test;

class TestVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_databases.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void aSoundBookPasses_data() { m_databases.addRows(); }
    void aSoundBookPasses()
    {
        const auto db = m_databases.open();
        fill(*db);
        const auto checks = verifyBook(*db);
        QVERIFY(checks);
        QVERIFY(!checks->empty());
        for (const BookCheck& check : *checks) {
            QVERIFY2(check.ok, qPrintable(QString(check.name + QStringLiteral(": ") + check.detail)));
        }
    }

    void tamperingIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("says");
        const QString open = QStringLiteral("DROP TRIGGER lead_activities_no_update; "
                                            "DROP TRIGGER lead_activities_no_delete; ");
        QTest::newRow("changed row") << QString(open + QStringLiteral("UPDATE lead_activities SET title = 'x' "
                                                                      "WHERE device_seq = 2;"))
                                     << QStringLiteral("chain") << QStringLiteral("Entry 2 of device");
        QTest::newRow("deleted row") << QString(open +
                                                QStringLiteral("DELETE FROM lead_activities WHERE device_seq = 2;"))
                                     << QStringLiteral("chain") << QStringLiteral("Entry 2 of device");
        QTest::newRow("deleted tail") << QString(open +
                                                 QStringLiteral("DELETE FROM lead_activities WHERE device_seq >= 3;"))
                                      << QStringLiteral("chain") << QStringLiteral("from entry 3 on");
        QTest::newRow("deleted log") << QString(open + QStringLiteral("DELETE FROM lead_activities;"))
                                     << QStringLiteral("chain") << QStringLiteral("from entry 1 on");
        QTest::newRow("dropped guard") << open << QStringLiteral("schema")
                                       << QStringLiteral("trigger lead_activities_no_delete");
        QTest::newRow("wrong totals") << QStringLiteral("UPDATE lead_totals SET value_cents = value_cents + 1;")
                                      << QStringLiteral("totals") << QStringLiteral("differ");
        QTest::newRow("wrong counter") << QStringLiteral("UPDATE leads SET total_calls = 99;")
                                       << QStringLiteral("derived") << QStringLiteral("differ");
        QTest::newRow("dangling key") << QStringLiteral("PRAGMA foreign_keys = OFF; DELETE FROM users;")
                                      << QStringLiteral("foreign_keys") << QStringLiteral("users");
    }
    void tamperingIsFound()
    {
        QFETCH(const QString, sql);
        QFETCH(const QString, check);
        QFETCH(const QString, says);
        const QString shell = QStandardPaths::findExecutable(QStringLiteral("sqlite3"));
        if (shell.isEmpty()) {
            QSKIP("The sqlite3 shell is not installed.");
        }
        auto db = m_databases.open(Dialect::Sqlite);
        fill(*db);
        db.reset();
        QProcess process;
        process.start(shell, {QStringLiteral("-bail"), m_databases.sqlitePath(), sql});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.exitCode(), 0);

        db = m_databases.openAgain();
        const auto checks = verifyBook(*db);
        QVERIFY(checks);
        bool isFound = false;
        for (const BookCheck& found : *checks) {
            if (found.name == check) {
                isFound = true;
                QVERIFY(!found.ok);
                QVERIFY2(found.detail.contains(says), qPrintable(found.detail));
            }
        }
        QVERIFY(isFound);
    }

    void backupIsACopyOfOneMoment()
    {
        const auto db = m_databases.open(Dialect::Sqlite);
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(book.apply({book.lead(LeadId(book.newId()), QString(2000, u'x').left(200), book.firstStage)}),
                     QString());
        }
        std::atomic<bool> stop{false};
        std::atomic<int> written{0};
        // Somebody goes on working on a connection of their own.
        std::thread writer([&, path = m_databases.sqlitePath()] {
            SqliteOptions options;
            options.path = path;
            const auto other = Connection::openSqlite(options);
            while (other && !stop) {
                if ((*other)->run(QStringLiteral("UPDATE leads SET estimated_value_cents = "
                                                 "coalesce(estimated_value_cents, 0) + 1"))) {
                    ++written;
                }
            }
        });
        const auto source = m_databases.openAgain();
        QTRY_VERIFY(written > 0);
        const QString copy = m_databases.folder() + QStringLiteral("/copy.keyturn");
        const auto size = backupBook(*source, copy);
        QTRY_VERIFY(written > 3);
        stop = true;
        writer.join();
        QVERIFY2(size, size ? "" : qPrintable(size.error().detail));
        QCOMPARE(*size, QFileInfo(copy).size());
        QCOMPARE(QFileInfo(copy).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());

        SqliteOptions options;
        options.path = copy;
        const auto opened = Connection::openSqlite(options);
        QVERIFY(opened);
        const auto checks = verifyBook(**opened);
        QVERIFY(checks);
        for (const BookCheck& check : *checks) {
            QVERIFY2(check.ok, qPrintable(check.detail));
        }
        // One moment: no lead is a step ahead of another.
        QCOMPARE((*opened)->number(QStringLiteral("SELECT count(DISTINCT estimated_value_cents) FROM leads")),
                 Result<qint64>(1));

        const auto again = backupBook(*source, copy);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::Refused);
        const auto stopped = backupBook(*source, copy + u'2', [](int) { return false; });
        QVERIFY(stopped || stopped.error().kind == Error::Kind::Cancelled);
        const QStringList left = QDir(m_databases.folder()).entryList({QStringLiteral("*.part*")});
        QCOMPARE(left, QStringList());
    }

    void undoSurvivesARestart_data() { m_databases.addRows(); }
    void undoSurvivesARestart()
    {
        auto db = m_databases.open();
        const auto named = [](const char* name) {
            ChangeSet changes;
            changes.id = OperationId(QUuid::createUuid());
            changes.command = QString::fromLatin1(name);
            changes.summary = QString::fromLatin1(name);
            changes.at = Instant{1'770'000'000'000};
            changes.rows = {
                updating(QStringLiteral("leads"), QStringLiteral("x"), 3, {{"name", QStringLiteral("Ünï ' \" \\")}})};
            return changes;
        };
        const auto summary = [&] {
            const auto found = UndoStore::summaries(*db);
            return found ? QString(found->undo + u'/' + found->redo) : found.error().detail;
        };
        QCOMPARE(summary(), QStringLiteral("/"));
        const ChangeSet first = named("first");
        QVERIFY(UndoStore::push(*db, first));
        QVERIFY(UndoStore::push(*db, named("second")));
        QCOMPARE(summary(), QStringLiteral("second/"));

        db.reset();
        db = m_databases.openAgain();
        auto top = UndoStore::topUndo(*db);
        QVERIFY(top && *top);
        QCOMPARE((*top)->changes.command, QStringLiteral("second"));
        QVERIFY(UndoStore::markUndone(*db, (*top)->seq, named("inverse")));
        QCOMPARE(summary(), QStringLiteral("first/second"));
        top = UndoStore::topUndo(*db);
        QVERIFY(top && *top);
        QCOMPARE((*top)->changes, first);

        const auto redo = UndoStore::topRedo(*db);
        QVERIFY(redo && *redo);
        QCOMPARE((*redo)->changes.command, QStringLiteral("inverse"));
        QVERIFY(UndoStore::markDone(*db, (*redo)->seq, named("second again")));
        QCOMPARE(summary(), QStringLiteral("second again/"));

        // A new command ends what could be redone.
        top = UndoStore::topUndo(*db);
        QVERIFY(UndoStore::markUndone(*db, (*top)->seq, named("inverse")));
        QVERIFY(UndoStore::push(*db, named("third")));
        QCOMPARE(summary(), QStringLiteral("third/"));
        QCOMPARE(db->number(QStringLiteral("SELECT count(*) FROM undo_stack")), Result<qint64>(2));
    }

private:
    void fill(Connection& db)
    {
        BookBuilder book(db);
        QCOMPARE(book.begin(), QString());
        const LeadId lead(book.newId());
        QCOMPARE(book.apply({book.lead(lead, QStringLiteral("Ann"), book.firstStage, 100, book.user),
                             book.call(lead, QStringLiteral("outbound"), book.now())}),
                 QString());
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(book.apply({book.activity(lead, QStringLiteral("custom"), QStringLiteral("Entry"), book.now())}),
                     QString());
        }
    }

    DatabaseFixture m_databases;
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
