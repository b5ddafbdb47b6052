// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/team.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>
#include <QTimer>

using namespace keyturn;
using namespace keyturn::test;

namespace {
constexpr int patienceMs = 60'000;
}

/// Servers that die, hang, restart and vanish, and lines that swallow what is said.
class TestDirectTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!startOrSkip(m_team)) {
            return;
        }
        QCOMPARE(m_team.makeOrganization(), QString());
        m_ann = m_team.add(QStringLiteral("Ann"), QStringLiteral("manager"));
        m_proxy = std::make_unique<TcpProxy>(m_team.server().port());
        QVERIFY(m_proxy->port() > 0);
    }
    void cleanupTestCase() { m_proxy.reset(); }
    void init() { failOnAnyWarning(); }
    void cleanup()
    {
        if (m_proxy) {
            m_proxy->swallow(false);
            m_proxy->swallowAnswers(false);
        }
    }

    void aTerminatedSessionIsNoticedByNobody()
    {
        const auto workspace = m_team.open(m_ann);
        QVERIFY(workspace);
        endSessions();
        const auto done = await(workspace->submit(newLead(QStringLiteral("After Terminate"))));
        QVERIFY2(done, done ? "" : qPrintable(done.error().message + done.error().detail));
        endSessions();
        QVERIFY(await(workspace->allLeads()));
    }

    void aDeadServerLeavesAReadOnlyWorkspaceThatComesBack()
    {
        const auto workspace = m_team.open(m_ann);
        QVERIFY(workspace);
        QSignalSpy recovered(workspace.get(), &Workspace::recovered);
        m_team.server().kill();
        QTRY_COMPARE_WITH_TIMEOUT(workspace->link().kind, LinkState::Kind::Lost, patienceMs);
        QCOMPARE(workspace->link().reason.kind, Error::Kind::Offline);
        QVERIFY(!workspace->link().nextTry.isNull());
        const auto refused = await(workspace->submit(newLead(QStringLiteral("Nobody There"))));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Offline);
        // What was known is still known.
        QCOMPARE(workspace->catalogue().stages.size(), 22U);
        const QString failure = m_team.server().startAgain();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        QTRY_COMPARE_WITH_TIMEOUT(workspace->link().kind, LinkState::Kind::Online, patienceMs);
        QCOMPARE(recovered.count(), 1);
        QVERIFY(await(workspace->submit(newLead(QStringLiteral("Back Again")))));
        QCOMPARE(count("Nobody There"), 0);
        QCOMPARE(count("Back Again"), 1);
    }

    void aFrozenServerDoesNotFreezeTheWindow()
    {
        const auto workspace = m_team.open(m_ann);
        QVERIFY(workspace);
        int ticks = 0;
        QTimer heart;
        heart.setInterval(20);
        connect(&heart, &QTimer::timeout, this, [&ticks] { ++ticks; });
        heart.start();
        m_team.server().freeze();
        const QFuture<Result<Committed>> pending = workspace->submit(newLead(QStringLiteral("Ice Age")));
        const bool isTold = QTest::qWaitFor([&] { return workspace->link().isReadOnly(); }, patienceMs);
        const int ticksUntilTold = ticks;
        m_team.server().thaw();
        QVERIFY(isTold);
        QVERIFY(ticksUntilTold > 5);
        QTRY_COMPARE_WITH_TIMEOUT(workspace->link().kind, LinkState::Kind::Online, patienceMs);
        // Planned or sent by then, done or told; never twice.
        const auto outcome = await(pending);
        QCOMPARE(count("Ice Age"), outcome ? 1 : 0);
        QVERIFY(outcome || outcome.error().kind == Error::Kind::Offline);
    }

    void aLostAnswerIsAskedForAgain()
    {
        const auto workspace = m_team.open(m_ann, m_proxy->port());
        QVERIFY(workspace);
        QFuture<Result<Committed>> pending;
        {
            // While this is held every push waits on the server: the operation is there, its answer still to come.
            const auto holder = hold();
            QVERIFY(holder);
            pending = workspace->submit(newLead(QStringLiteral("Answer Gone")));
            QTRY_VERIFY_WITH_TIMEOUT(pushesWaiting() > 0, patienceMs);
            m_proxy->swallowAnswers(true);
        }
        QTRY_COMPARE_WITH_TIMEOUT(count("Answer Gone"), 1, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(workspace->link().hasUnsent, patienceMs);
        QVERIFY(!pending.isFinished());
        m_proxy->swallowAnswers(false);
        m_proxy->cut();
        const auto outcome = await(pending);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
        QCOMPARE(count("Answer Gone"), 1);
        QTRY_COMPARE_WITH_TIMEOUT(workspace->link().kind, LinkState::Kind::Online, patienceMs);
        QVERIFY(!workspace->link().hasUnsent);
        QVERIFY(await(workspace->undo()));
    }

    void aCommandUnderWayIsDoneOnceWhateverTheLineDoes_data()
    {
        QTest::addColumn<int>("afterMs");
        for (const int ms : {0, 5, 10, 20, 30, 40, 60, 80, 120, 200}) {
            QTest::addRow("cut after %d ms", ms) << ms;
        }
    }
    void aCommandUnderWayIsDoneOnceWhateverTheLineDoes()
    {
        QFETCH(int, afterMs);
        const auto workspace = m_team.open(m_ann, m_proxy->port());
        QVERIFY(workspace);
        const QString name = QStringLiteral("Cut After%1").arg(afterMs);
        const QFuture<Result<Committed>> pending = workspace->submit(newLead(name));
        QTest::qWait(afterMs);
        m_proxy->swallowAnswers(true);
        QTest::qWait(100);
        m_proxy->cut();
        m_proxy->swallowAnswers(false);
        const auto outcome = await(pending);
        QTRY_COMPARE_WITH_TIMEOUT(workspace->link().kind, LinkState::Kind::Online, patienceMs);
        QCOMPARE(count(name.toLatin1().constData()), outcome ? 1 : 0);
        QVERIFY2(outcome || outcome.error().kind == Error::Kind::Offline,
                 outcome ? "" : qPrintable(outcome.error().message));
        // The desk agrees with the server about where it stands.
        QVERIFY(await(workspace->submit(newLead(name + QStringLiteral(" Next")))));
    }

    void aBlackHoleIsToldAndLeft()
    {
        const auto workspace = m_team.open(m_ann, m_proxy->port());
        QVERIFY(workspace);
        m_proxy->swallow(true);
        QTRY_COMPARE_WITH_TIMEOUT(workspace->link().kind, LinkState::Kind::Lost, patienceMs);
        const auto refused = await(workspace->submit(newLead(QStringLiteral("Into The Hole"))));
        QVERIFY(!refused);
        m_proxy->swallow(false);
        m_proxy->cut();
        QTRY_COMPARE_WITH_TIMEOUT(workspace->link().kind, LinkState::Kind::Online, patienceMs);
        QCOMPARE(count("Into The Hole"), 0);
    }

    void whatWasNotConfirmedIsSentAfterARestart()
    {
        {
            const auto workspace = m_team.open(m_ann, m_proxy->port());
            QVERIFY(workspace);
            QFuture<Result<Committed>> pending;
            {
                const auto holder = hold();
                QVERIFY(holder);
                pending = workspace->submit(newLead(QStringLiteral("Left Behind")));
                QTRY_VERIFY_WITH_TIMEOUT(pushesWaiting() > 0, patienceMs);
                m_proxy->swallowAnswers(true);
            }
            QTRY_VERIFY_WITH_TIMEOUT(workspace->link().hasUnsent, patienceMs);
            QVERIFY(!pending.isFinished());
        }
        m_proxy->swallowAnswers(false);
        m_proxy->cut();
        const auto workspace = m_team.open(m_ann, m_proxy->port());
        QVERIFY(workspace);
        QTRY_VERIFY_WITH_TIMEOUT(!workspace->link().hasUnsent, patienceMs);
        QVERIFY(await(workspace->submit(newLead(QStringLiteral("Right After")))));
        QCOMPARE(count("Left Behind"), 1);
        // It can be undone like any other.
        QVERIFY(await(workspace->undo()));
        QVERIFY(await(workspace->undo()));
    }

    void closingDoesNotWaitForADeadServer()
    {
        auto workspace = m_team.open(m_ann, m_proxy->port());
        QVERIFY(workspace);
        m_proxy->swallow(true);
        const QFuture<Result<Committed>> pending = workspace->submit(newLead(QStringLiteral("Too Late")));
        workspace.reset();
        QVERIFY(pending.isFinished());
        QVERIFY(!pending.result());
        m_proxy->swallow(false);
        m_proxy->cut();
    }

private:
    static CreateLead newLead(const QString& name)
    {
        CreateLead create;
        create.fields = {{QStringLiteral("name"), name, {}},
                         {QStringLiteral("phone"), QStringLiteral("+13035550100"), {}}};
        return create;
    }
    [[nodiscard]] int count(const char* name) const
    {
        return m_team
            .ask(QStringLiteral("SELECT count(*) FROM keyturn.leads WHERE name = '%1'").arg(QString::fromLatin1(name)))
            .toInt();
    }
    /// The row that every push of the organization takes first, until the answer goes.
    [[nodiscard]] std::unique_ptr<Connection> hold() const
    {
        auto connection = Connection::openPostgres(m_team.adminOptions());
        const Done held =
            connection ? (*connection)->script(QStringLiteral("BEGIN; SELECT 1 FROM keyturn.org_head FOR UPDATE"))
                       : Done(fail(connection.error()));
        if (!held) {
            QTest::qFail(qPrintable(held.error().detail), __FILE__, __LINE__);
            return nullptr;
        }
        return std::move(*connection);
    }
    [[nodiscard]] int pushesWaiting() const
    {
        return m_team
            .ask(QStringLiteral(
                     "SELECT count(*) FROM pg_stat_activity WHERE usename = '%1' AND wait_event_type = 'Lock'")
                     .arg(m_ann.login.login))
            .toInt();
    }
    void endSessions() const
    {
        const QString ended = m_team.ask(
            QStringLiteral("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '%1'")
                .arg(m_ann.login.login));
        QVERIFY(ended.toInt() > 0);
    }

    Team m_team;
    Team::Member m_ann;
    std::unique_ptr<TcpProxy> m_proxy;
};

QTEST_GUILESS_MAIN(TestDirectTrouble)
#include "tst_direct_trouble.moc"
