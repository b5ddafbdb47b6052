// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/verify.h"
#include "tests/support/team_server.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QMap>
#include <QProcess>
#include <QSet>
#include <QTest>

#include <atomic>
#include <cstdio>
#include <memory>
#include <thread>

using namespace keyturn;
using namespace keyturn::test;

namespace {

constexpr int writers = 8;

/// A minute where KEYTURN_LONG_TESTS is set, else a few seconds.
int durationMs()
{
    return qEnvironmentVariableIsSet("KEYTURN_LONG_TESTS") ? 60'000 : 4'000;
}

/// What one desk was told.
struct Told
{
    QSet<QString> accepted; ///< ids of operations
    QSet<QString> refused;
    int calls = 0;
    QString trouble;
};

/// Makes leads, moves them, and moves one that everybody else moves too.
Told write(const TeamPlace& place, LeadId shared, int forMs)
{
    TeamDesk desk(place);
    Told told;
    QElapsedTimer time;
    time.start();
    std::vector<LeadId> mine;
    for (int round = 0; !time.hasExpired(forMs); ++round) {
        QJsonArray operations;
        const LeadId fresh(desk.newId());
        operations.append(
            desk.operation(QStringLiteral("create_lead"), desk.newLead(fresh, place.me.login, desk.user())));
        if (!mine.empty()) {
            operations.append(desk.operation(QStringLiteral("move_stage"), desk.move(mine.back(), QStringLiteral("new"),
                                                                                     QStringLiteral("contacted"))));
        }
        // Most of these come too late.
        const bool isEven = round % 2 == 0;
        operations.append(desk.operation(QStringLiteral("move_stage"),
                                         desk.move(shared, isEven ? QStringLiteral("new") : QStringLiteral("contacted"),
                                                   isEven ? QStringLiteral("contacted") : QStringLiteral("new"))));
        const QJsonArray answers = desk.push(operations);
        // A lost answer is asked for again.
        const QJsonArray again = round % 5 == 0 ? desk.push(operations) : answers;
        if (answers.size() != operations.size() || again != answers) {
            told.trouble = desk.failure().detail + QStringLiteral(" / answers differ");
            return told;
        }
        for (const QJsonValue& answer : answers) {
            const QString id = answer.toObject().value(QStringLiteral("id")).toString();
            (outcome(answer.toObject()) == QLatin1String("ok") ? told.accepted : told.refused).insert(id);
        }
        if (outcome(answers.at(0).toObject()) != QLatin1String("ok")) {
            told.trouble = QStringLiteral("a new lead was refused");
            return told;
        }
        mine.push_back(fresh);
        ++told.calls;
    }
    return told;
}

/// One of the writing processes: what it is told comes by standard input, what it has done goes by standard output.
int writeAlone()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return 1;
    }
    const QJsonObject task = QJsonDocument::fromJson(input.readAll()).object();
    const Told told = write(TeamPlace::fromJson(task.value(QStringLiteral("place")).toString().toUtf8()),
                            LeadId::fromString(task.value(QStringLiteral("shared")).toString()),
                            task.value(QStringLiteral("ms")).toInt());
    const auto list = [](const QSet<QString>& ids) { return QJsonArray::fromStringList(ids.values()); };
    const QJsonObject said{{QStringLiteral("accepted"), list(told.accepted)},
                           {QStringLiteral("refused"), list(told.refused)},
                           {QStringLiteral("calls"), told.calls},
                           {QStringLiteral("trouble"), told.trouble}};
    std::puts(QJsonDocument(said).toJson(QJsonDocument::Compact).constData());
    return told.trouble.isEmpty() ? 0 : 1;
}

Told toldBy(QProcess& process)
{
    Told told;
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, durationMs() + 60'000)) {
        process.kill();
        process.waitForFinished();
        told.trouble = QStringLiteral("a writer did not end");
        return told;
    }
    const QJsonObject said = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    const auto set = [&said](const char* name) {
        QSet<QString> ids;
        const QJsonArray list = said.value(QLatin1String(name)).toArray();
        for (const QJsonValue& id : list) {
            ids.insert(id.toString());
        }
        return ids;
    };
    told.accepted = set("accepted");
    told.refused = set("refused");
    told.calls = said.value(QLatin1String("calls")).toInt();
    told.trouble =
        said.value(QLatin1String("trouble"))
            .toString(QStringLiteral("a writer said nothing: ") + QString::fromUtf8(process.readAllStandardError()));
    return told;
}

/// Follows the feed as a Direct client does.
void follow(const TeamServer& server, const std::atomic<bool>& stop, QMap<QString, qint64>& seen, QString& trouble)
{
    TeamDesk desk(server, QStringLiteral("north/manager"));
    qint64 cursor = 0;
    for (bool last = false;;) {
        const QJsonObject page = desk.pull(cursor, 7);
        const qint64 next = page.value(QStringLiteral("next")).toInteger();
        if (next < cursor) {
            trouble = QStringLiteral("the feed went back");
            return;
        }
        const QJsonArray rows = page.value(QStringLiteral("rows")).toArray();
        for (const QJsonValue& row : rows) {
            const qint64 rev = row.toArray().at(3).toInteger();
            if (rev <= cursor || rev > next) {
                trouble = QStringLiteral("a row outside of its page");
                return;
            }
            seen.insert(row.toArray().at(1).toString(), rev);
        }
        cursor = next;
        if (cursor >= page.value(QStringLiteral("head")).toInteger()) {
            if (last) {
                return;
            }
            last = stop;
        }
    }
}

} // namespace

class TestServerConcurrency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startOrSkip(m_server); }
    void init() { failOnAnyWarning(); }

    void nothingIsLostAmongMany()
    {
        QCOMPARE(m_server.makeTeam(), QString());
        LeadId shared;
        {
            TeamDesk desk(m_server, QStringLiteral("north/officer"));
            shared = desk.addLead(QStringLiteral("Everybody's"), UserId());
        }
        std::atomic<bool> written{false};
        QMap<QString, qint64> seen;
        QString trouble;
        const QStringList people{QStringLiteral("north/officer"), QStringLiteral("north/second"),
                                 QStringLiteral("north/admin"), QStringLiteral("north/service")};
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < writers; ++i) {
            auto process = std::make_unique<QProcess>();
            process->start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write")});
            QVERIFY(process->waitForStarted());
            const TeamPlace place = m_server.place(people.at(i % people.size()));
            process->write(QJsonDocument(QJsonObject{{QStringLiteral("place"), QString::fromUtf8(place.toJson())},
                                                     {QStringLiteral("shared"), shared.toString()},
                                                     {QStringLiteral("ms"), durationMs()}})
                               .toJson());
            process->closeWriteChannel();
            processes.push_back(std::move(process));
        }
        std::thread reader([&] { follow(m_server, written, seen, trouble); });
        std::vector<Told> told;
        for (const auto& process : processes) {
            told.push_back(toldBy(*process));
        }
        written = true;
        reader.join();

        QCOMPARE(trouble, QString());
        QSet<QString> accepted;
        QSet<QString> refused;
        for (const Told& one : told) {
            QCOMPARE(one.trouble, QString());
            QVERIFY(one.calls > 0);
            accepted += one.accepted;
            refused += one.refused;
        }
        // Operations equal effects: the ledger has exactly what was told.
        const auto admin = m_server.session();
        QSet<QString> ledgerOk;
        QSet<QString> ledgerRefused;
        QVERIFY(admin->select(QStringLiteral("SELECT op_id::text, status FROM keyturn.ops WHERE device_id IS NOT NULL"),
                              [&](const Statement& row) {
                                  (row.text(1) == QLatin1String("ok") ? ledgerOk : ledgerRefused).insert(row.text(0));
                              }));
        QCOMPARE(ledgerRefused, refused);
        QCOMPARE(ledgerOk.size(), accepted.size() + 1); // and the lead at the beginning
        QVERIFY(ledgerOk.contains(accepted));
        QCOMPARE(admin->number(QStringLiteral("SELECT count(*) FROM keyturn.lead_activities a WHERE NOT EXISTS (SELECT "
                                              "1 FROM keyturn.ops o WHERE o.rev = a.rev AND o.status = 'ok')")),
                 Result<qint64>(0));
        QCOMPARE(admin->number(QStringLiteral("SELECT count(*) FROM (SELECT rev FROM keyturn.ops WHERE rev IS NOT NULL "
                                              "GROUP BY organization_id, rev HAVING count(*) > 1) twice")),
                 Result<qint64>(0));
        // The reader has every row with its last revision.
        QMap<QString, qint64> there;
        for (const char* table : {"leads", "lead_activities", "lead_assignments"}) {
            QVERIFY(admin->select(
                QStringLiteral("SELECT t.id::text, t.rev FROM keyturn.%1 t WHERE t.organization_id = "
                               "?::uuid")
                    .arg(QString::fromLatin1(table)),
                [&](const Statement& row) { there.insert(row.text(0), row.integer(1)); },
                m_server.person(QStringLiteral("north/officer")).organization));
        }
        QVERIFY(there.size() > writers);
        for (auto row = there.cbegin(); row != there.cend(); ++row) {
            QCOMPARE(seen.value(row.key()), row.value());
        }
        const auto checks = verifyBook(*admin);
        QVERIFY2(checks, checks ? "" : qPrintable(checks.error().detail));
        for (const BookCheck& check : *checks) {
            QVERIFY2(check.ok, qPrintable(QString(check.name + QStringLiteral(": ") + check.detail)));
        }
        qInfo("%lld operations taken, %lld refused by %d processes in %d ms", qlonglong(accepted.size()),
              qlonglong(refused.size()), writers, durationMs());
    }

    void organizationsDoNotWaitForEachOther()
    {
        QCOMPARE(m_server.makeTeam(), QString());
        TeamDesk north(m_server, QStringLiteral("north/officer"));
        TeamDesk south(m_server, QStringLiteral("south/officer"));
        const auto holder = m_server.session();
        QVERIFY(holder->script(QStringLiteral("BEGIN; SELECT 1 FROM keyturn.org_head h WHERE h.organization_id = '%1' "
                                              "FOR UPDATE")
                                   .arg(north.me().organization.toString())));
        QVERIFY(!south.addLead(QStringLiteral("Sue")).isNull());
        QVERIFY(north.db().script(QStringLiteral("SET statement_timeout = 300")));
        QCOMPARE(outcome(north.push(QStringLiteral("create_lead"),
                                    north.newLead(LeadId(north.newId()), QStringLiteral("Ann"), north.user()))),
                 QStringLiteral("call: 57014"));
        QVERIFY(holder->script(QStringLiteral("ROLLBACK")));
    }

    void listenersGetAHint()
    {
        QCOMPARE(m_server.makeTeam(), QString());
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        QVERIFY(officer.hello().value(QStringLiteral("channel")).toString().startsWith(QStringLiteral("keyturn_")));
        const auto admin = m_server.session();
        QVERIFY(!officer.addLead(QStringLiteral("Ann")).isNull());
        const auto notified = [&] {
            const auto at = admin->number(
                QStringLiteral("SELECT (extract(epoch FROM notified_at) * 1000)::bigint FROM keyturn.org_head "
                               "WHERE organization_id = ?::uuid"),
                officer.me().organization);
            return at ? *at : -1;
        };
        const qint64 first = notified();
        QVERIFY(first > 0);
        // Seldom: a second push at once gives none.
        const qint64 began = TeamDesk::now().ms;
        QVERIFY(!officer.addLead(QStringLiteral("Bob")).isNull());
        QVERIFY(notified() == first || notified() >= first + 1000 || TeamDesk::now().ms - began > 1000);
    }

private:
    TeamServer m_server;
};

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    if (QCoreApplication::arguments().contains(QStringLiteral("--write"))) {
        return writeAlone();
    }
    TestServerConcurrency test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_server_concurrency.moc"
