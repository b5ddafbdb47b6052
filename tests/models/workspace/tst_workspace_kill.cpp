// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/connection.h"
#include "tests/support/book_workspace.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>

#include <cstdio>

using namespace keyturn;
using namespace keyturn::test;

namespace {

constexpr int usualKills = 25;
constexpr int inFlight = 4;

/// The program that is going to be killed: logs call after call, and says so once a call is committed.
class Stream : public QObject
{
public:
    Stream(std::shared_ptr<Workspace> workspace, LeadId lead, const QString& name)
        : m_workspace(std::move(workspace))
        , m_lead(lead)
        , m_name(name)
    {
        for (int i = 0; i < inFlight; ++i) {
            next();
        }
    }

private:
    void next()
    {
        LogActivity call;
        call.lead = m_lead;
        call.outcome = QStringLiteral("connected");
        call.text = QStringLiteral("%1-%2").arg(m_name).arg(++m_count);
        m_workspace->submit(call).then(this, [this, text = call.text](const Result<Committed>& done) {
            std::printf("%s %s\n", done ? "ok" : "failed", qPrintable(text));
            std::fflush(stdout);
            next();
        });
    }

    std::shared_ptr<Workspace> m_workspace;
    LeadId m_lead;
    QString m_name;
    int m_count = 0;
};

int stream(const QStringList& arguments)
{
    const auto opened = await(SoloLibrary().open(arguments[2]));
    if (!opened) {
        std::printf("refused %s\n", qPrintable(opened.error().message));
        return 1;
    }
    const Stream running(*opened, LeadId::fromString(arguments[3]), arguments[4]);
    return QCoreApplication::exec();
}

/// Texts of the logged calls in three places that one command writes together.
struct Calls
{
    QSet<QString> activities, communications;
    qint64 counted = 0;
};

Result<Calls> callsIn(const QString& path, LeadId lead)
{
    SqliteOptions options;
    options.path = path;
    KEYTURN_LET(const std::unique_ptr<Connection> book, Connection::openSqlite(options));
    Calls calls;
    KEYTURN_TRY(book->select(
        QStringLiteral("SELECT description FROM lead_activities WHERE lead_id = ? AND activity_type = 'call_logged'"),
        [&](const Statement& row) { calls.activities.insert(row.text(0)); }, lead));
    KEYTURN_TRY(book->select(
        QStringLiteral("SELECT content FROM communications WHERE lead_id = ?"),
        [&](const Statement& row) { calls.communications.insert(row.text(0)); }, lead));
    KEYTURN_LET(calls.counted, book->number(QStringLiteral("SELECT total_calls FROM leads WHERE id = ?"), lead));
    return calls;
}

} // namespace

/// kill -9 at random moments of a stream of commands. KEYTURN_KILLS sets how often; at least 200 for the long form.
class TestWorkspaceKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_template.make();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void nothingAcknowledgedIsLost()
    {
        bool isSet = false;
        const int wanted = qEnvironmentVariableIntValue("KEYTURN_KILLS", &isSet);
        const int kills = isSet ? wanted : usualKills;
        const QString path = m_template.copy();
        const LeadId lead = m_template.book.bob;
        QSet<QString> acknowledged;
        qint64 unspoken = 0; // committed, but killed before it could say so
        for (int round = 0; round < kills; ++round) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--stream"), path, lead.toString(), QStringLiteral("r%1").arg(round)});
            // Some die while they open the book, most in the middle of their work.
            if (round % 8 == 7) {
                QVERIFY(child.waitForStarted());
            } else {
                QVERIFY(child.waitForReadyRead(60'000));
            }
            child.waitForFinished(QRandomGenerator::global()->bounded(1, 150));
            child.kill();
            QVERIFY(child.waitForFinished());
            const QList<QByteArray> lines = child.readAllStandardOutput().split('\n');
            for (const QByteArray& line : lines) {
                QVERIFY2(line.isEmpty() || !line.startsWith("refused"), line.constData());
                QVERIFY2(!line.startsWith("failed"), line.constData());
                // The last line may have been cut off by the kill.
                if (line.startsWith("ok ") && &line != &lines.back()) {
                    acknowledged.insert(QString::fromUtf8(line.mid(3)));
                }
            }
            const auto calls = callsIn(path, lead);
            QVERIFY2(calls, calls ? "" : qPrintable(calls.error().message));
            const QSet<QString> lost = QSet<QString>(acknowledged).subtract(calls->activities);
            QVERIFY2(lost.isEmpty(), qPrintable(lost.values().join(QLatin1Char(' '))));
            QCOMPARE(calls->activities, calls->communications);
            QCOMPARE(calls->counted, calls->activities.size());
            unspoken = calls->activities.size() - acknowledged.size();
            if (round % 10 == 9 || round == kills - 1) {
                const auto opened = await(SoloLibrary().open(path));
                QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
                const auto checks = await((*opened)->verify());
                QVERIFY(checks);
                for (const Check& check : *checks) {
                    QVERIFY2(check.ok, qPrintable(QString(check.name % u": " % check.detail)));
                }
            }
        }
        QVERIFY(acknowledged.size() > kills);
        qInfo("%d kills, %lld commands acknowledged, %lld more were committed without a word", kills,
              static_cast<long long>(acknowledged.size()), static_cast<long long>(unspoken));
    }

private:
    TemplateBook m_template;
};

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == QLatin1String("--stream")) {
        return stream(arguments);
    }
    TestWorkspaceKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_workspace_kill.moc"
