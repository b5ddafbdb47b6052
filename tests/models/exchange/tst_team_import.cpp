// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/import_flow.h"
#include "models/exchange/lead_importer.h"
#include "tests/support/program.h"
#include "tests/support/team.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QSignalSpy>

using namespace keyturn;
using namespace keyturn::test;

namespace {
constexpr int patienceMs = 30'000;

QString s(const char* text)
{
    return QString::fromLatin1(text);
}
} // namespace

/// Lists into a team's workspace, and out again: what a line, a role and a colleague may do to that.
class TestTeamImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!startOrSkip(m_team)) {
            return;
        }
        m_proxy = std::make_unique<TcpProxy>(m_team.server().port());
        QVERIFY(m_proxy->port() > 0);
    }
    void cleanupTestCase() { m_proxy.reset(); }
    void init()
    {
        failOnAnyWarning();
        const QString failure = m_team.makeOrganization();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        m_ann = m_team.add(s("Ann"), s("manager"));
        m_olga = m_team.add(s("Olga"), s("loan_officer"));
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        if (m_proxy) {
            m_proxy->swallowAnswers(false);
        }
        m_folder.reset();
    }

    void rowsComeInWithTheirHistory()
    {
        const auto workspace = m_team.open(m_olga);
        QVERIFY(workspace && workspace->access().takesLists);
        const QString file = list(300);
        const ImportReport report = import(*workspace, file);
        QCOMPARE(counts(report.batch), s("300 rows: 300 new, 0 changed, 0 skipped, 0 failed"));
        QCOMPARE(report.batch.status, ImportBatch::Status::Completed);
        QVERIFY(report.batch.isOfThisDesk);
        const QString batch = report.batch.id.toString();
        QCOMPARE(number("leads WHERE import_batch_id = '%1' AND version = 1", batch), 300);
        QCOMPARE(
            number("lead_activities WHERE activity_type = 'imported' AND metadata ->> 'import_batch_id' = '%1'", batch),
            300);
        QCOMPARE(number("lead_assignments"), 300);
        QCOMPARE(number("lead_profiles WHERE city = 'Reno'"), 300);
        QCOMPARE(number("lead_loan_scenarios WHERE loan_amount_cents = 35000000"), 300);
        QCOMPARE(number("leads WHERE raw_data ->> 'Shoes' <> ''"), 300);
        QCOMPARE(number("lead_tags"), 300);
        QCOMPARE(number("tags"), 1);
        QCOMPARE(number("import_batches WHERE rows_total = 300 AND rows_created = 300 AND status = 'completed'"), 1);
        // A handful of operations.
        QCOMPARE(number("ops WHERE kind = 'import_leads'"), 6);
        // Taken back whole or not at all.
        QVERIFY(workspace->undoState().undoSummary.isEmpty());
        QVERIFY(!await(workspace->undo()));
        const auto made = await(workspace->importedLeads(report.batch.id));
        QCOMPARE(made->size(), 300U);
        QCOMPARE(await(workspace->imports())->size(), 1U);
        isSound();
    }

    void theSecondTimeChangesNothing_data()
    {
        QTest::addColumn<Duplicates>("duplicates");
        QTest::newRow("skip") << Duplicates::Skip;
        QTest::newRow("fill") << Duplicates::FillEmpty;
        QTest::newRow("update") << Duplicates::Update;
    }
    void theSecondTimeChangesNothing()
    {
        QFETCH(const Duplicates, duplicates);
        const auto workspace = m_team.open(m_olga);
        const QString file = written("Name,Email,Phone,City,Tags,Notes,Loan Amount,Shoes\n"
                                     "Ann Lee,ann@example.com,5035550100,Reno,vip,Call,350000,9\n"
                                     "Bo Day,,5035550101,Reno,,,,\n"
                                     "Cy Ray,,,Reno,,,,\n");
        QCOMPARE(counts(import(*workspace, file).batch), s("3 rows: 3 new, 0 changed, 0 skipped, 0 failed"));
        const QString before = m_team.ask(s("SELECT max(rev)::text FROM keyturn.leads"));
        QCOMPARE(counts(import(*workspace, file, duplicates).batch),
                 s("3 rows: 0 new, 0 changed, 3 skipped, 0 failed"));
        QCOMPARE(counts(import(*workspace, file, duplicates, true).batch),
                 s("3 rows: 0 new, 0 changed, 3 skipped, 0 failed"));
        QCOMPARE(m_team.ask(s("SELECT max(rev)::text FROM keyturn.leads")), before);
        QCOMPARE(number("leads"), 3);
        isSound();
    }

    void peopleAreKnownInEveryWay_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("address") << QByteArray("Somebody Else,ANN@Example.com,,,") << true;
        QTest::newRow("number") << QByteArray("Ann Leeson,,(503) 555-0100,,") << true;
        QTest::newRow("number of another") << QByteArray("Kim Wu,,(503) 555-0100,,") << false;
        QTest::newRow("name and city") << QByteArray("Ann Lee,,,Reno,") << true;
        QTest::newRow("name and another city") << QByteArray("Ann Lee,,,Elko,") << false;
        QTest::newRow("id") << QByteArray("Kim Wu,kim@example.com,,,X-1") << true;
    }
    void peopleAreKnownInEveryWay()
    {
        QFETCH(const QByteArray, row);
        QFETCH(const bool, isKnown);
        const QByteArray head = "Name,Email,Phone,City,External ID\n";
        const auto workspace = m_team.open(m_ann);
        QCOMPARE(counts(import(*workspace, written(head + "Ann Lee,ann@example.com,5035550100,Reno,X-1\n")).batch),
                 s("1 rows: 1 new, 0 changed, 0 skipped, 0 failed"));
        QCOMPARE(counts(import(*workspace, written(head + row + '\n')).batch),
                 isKnown ? s("1 rows: 0 new, 0 changed, 1 skipped, 0 failed")
                         : s("1 rows: 1 new, 0 changed, 0 skipped, 0 failed"));
    }

    void updatesAreTakenBackToo()
    {
        const auto workspace = m_team.open(m_ann);
        import(*workspace, written("Name,Email,City,Loan Amount\nAnn Lee,ann@example.com,Reno,350000\n"));
        const ImportReport report = import(
            *workspace, written("Name,Email,City,Loan Amount,Phone\nAnn Lee,ann@example.com,Elko,400000,5035550100\n"),
            Duplicates::Update);
        QCOMPARE(counts(report.batch), s("1 rows: 0 new, 1 changed, 0 skipped, 0 failed"));
        QCOMPARE(number("lead_profiles WHERE city = 'Elko'"), 1);
        takeBack(*workspace, report.batch.id, {});
        QCOMPARE(number("lead_profiles WHERE city = 'Reno'"), 1);
        QCOMPARE(number("lead_loan_scenarios WHERE loan_amount_cents = 35000000"), 1);
        QCOMPARE(number("leads WHERE phone IS NULL AND deleted_at IS NULL"), 1);
        QCOMPARE(number("import_batches WHERE status = 'undone'"), 1);
        isSound();
    }

    void whatAColleagueWorkedOnStays()
    {
        const auto mine = m_team.open(m_olga);
        const ImportReport report = import(*mine, list(300));
        const auto theirs = m_team.open(m_ann);
        const LeadId touched = LeadId::fromString(
            m_team.ask(s("SELECT id::text FROM keyturn.leads WHERE email = 'person17@example.com'")));
        UpdateLeads edit;
        edit.leads = {touched};
        edit.fields = {{s("profile.city"), s("Elko"), {}}};
        const auto edited = await(theirs->submit(edit));
        QVERIFY2(edited, edited ? "" : qPrintable(edited.error().message));
        takeBack(*mine, report.batch.id, {s("Person 17 has been worked on since the import and stays.")});
        QCOMPARE(number("leads WHERE deleted_at IS NULL"), 1);
        QCOMPARE(number("import_batches WHERE status = 'undone'"), 1);
        QVERIFY(mine->undoState().undoSummary.isEmpty());
        isSound();
    }

    void whatWasGivenAwayStaysAndIsNamed()
    {
        const auto mine = m_team.open(m_olga);
        const ImportReport report =
            import(*mine, written("Name,Email\nAnn Lee,ann@example.com\nBo Day,bo@example.com\n"));
        const auto theirs = m_team.open(m_ann);
        AssignLeads assign;
        assign.leads = {LeadId::fromString(m_team.ask(s("SELECT id::text FROM keyturn.leads WHERE name = 'Bo Day'")))};
        assign.owner = theirs->catalogue().me;
        QVERIFY(await(theirs->submit(assign)));
        takeBack(*mine, report.batch.id, {s("Bo Day belongs to somebody else by now and stays.")});
        QCOMPARE(number("leads WHERE deleted_at IS NULL"), 1);
    }

    void anotherDeskSeesItAndLeavesIt()
    {
        const auto mine = m_team.open(m_olga);
        const ImportReport report = import(*mine, list(3));
        const auto theirs = m_team.open(m_ann);
        const auto seen = await(theirs->imports());
        QVERIFY(seen);
        QCOMPARE(seen->size(), 1U);
        QCOMPARE(seen->front().sourceName, report.batch.sourceName);
        QVERIFY(!seen->front().isOfThisDesk);
        const auto back = await(theirs->takeBackImport(report.batch.id));
        QVERIFY(!back);
        QCOMPARE(back.error().kind, Error::Kind::Refused);
        QVERIFY2(back.error().message.contains(s("another desk")), qPrintable(back.error().message));
        QCOMPARE(number("leads WHERE deleted_at IS NULL"), 3);
        // An officer does not see what another one imported.
        const auto otto = m_team.open(m_team.add(s("Otto"), s("loan_officer")));
        QCOMPARE(await(otto->imports())->size(), 0U);
    }

    void aRunningImportOfAnotherDeskIsNotTakenUp()
    {
        const auto mine = m_team.open(m_olga);
        ImportBatch batch;
        batch.sourceName = s("list.csv");
        batch.format = s("csv");
        QVERIFY(await(mine->beginImport(batch)));
        const auto theirs = m_team.open(m_ann);
        ImportFlow flow(*theirs);
        QSignalSpy past(&flow, &ImportFlow::pastChanged);
        QVERIFY(past.wait(patienceMs));
        QCOMPARE(flow.past().size(), 1U);
        QVERIFY(flow.interrupted().empty());
        ImportFlow own(*mine);
        QSignalSpy ownPast(&own, &ImportFlow::pastChanged);
        QVERIFY(ownPast.wait(patienceMs));
        QCOMPARE(own.interrupted().size(), 1U);
    }

    void aViewerIsRefused()
    {
        const auto workspace = m_team.open(m_team.add(s("Vera"), s("viewer")));
        QVERIFY(workspace && !workspace->access().takesLists);
        const auto begun = await(workspace->beginImport({}));
        QVERIFY(!begun);
        QCOMPARE(begun.error().kind, Error::Kind::Refused);
        QVERIFY(!await(workspace->imports()));
        // The server would not take it either.
        QCOMPARE(number("import_batches"), 0);
    }

    void marketingBringsPeopleButNoLoans()
    {
        const auto workspace = m_team.open(m_team.add(s("Mark"), s("marketing")));
        QVERIFY(workspace && workspace->access().takesLists);
        const ImportReport report = import(
            *workspace, written("Name,Email,Loan Amount\nAnn Lee,ann@example.com,350000\nBo Day,bo@example.com,\n"));
        QCOMPARE(counts(report.batch), s("2 rows: 1 new, 0 changed, 0 skipped, 1 failed"));
        QVERIFY(report.failed.at(0).message.contains(s("loan figures")));
    }

    void rowsThatTheServerDoesNotTakeAreNamed()
    {
        const auto workspace = m_team.open(m_olga);
        // Whoever may not be called was entered by a manager; only a manager lifts that.
        const QString names = s("Name,Email\n") + numbered(20, s("Person %1,person%1@example.com\n"));
        import(*workspace, written(names.toUtf8()));
        const auto boss = m_team.open(m_ann);
        for (const int barred : {3, 4, 20}) {
            UpdateLeads edit;
            edit.leads = {LeadId::fromString(
                m_team.ask(s("SELECT id::text FROM keyturn.leads WHERE email = 'person%1@example.com'").arg(barred)))};
            edit.fields = {{s("do_not_contact"), qint64(1), {}}};
            const auto edited = await(boss->submit(edit));
            QVERIFY2(edited, edited ? "" : qPrintable(edited.error().message));
        }
        const QString again =
            s("Name,Email,City,Do not contact\n") + numbered(20, s("Person %1,person%1@example.com,Reno,no\n"));
        const ImportReport report = import(*workspace, written(again.toUtf8()), Duplicates::Update);
        QCOMPARE(counts(report.batch), s("20 rows: 0 new, 17 changed, 0 skipped, 3 failed"));
        QCOMPARE(number("lead_profiles WHERE city = 'Reno'"), 17);
        QList<qint64> lines;
        for (const RowOutcome& failed : report.failed) {
            lines.append(failed.line);
            QVERIFY2(failed.message.contains(s("server")), qPrintable(failed.message));
        }
        QCOMPARE(lines, (QList<qint64>{4, 5, 21}));
        QCOMPARE(number("import_batches WHERE rows_total = 20 AND rows_failed = 3 AND rows_updated = 17"), 1);
        takeBack(*workspace, report.batch.id, {});
        QCOMPARE(number("lead_profiles WHERE city = 'Reno'"), 0);
        isSound();
    }

    // Somebody whom an officer may not see has the address already: nothing is told of that, and the second time
    // brings nobody a second time.
    void whoIsOutOfSightIsNotTold()
    {
        const auto olga = m_team.open(m_olga);
        const QString file = written("Name,Email\nAnn Lee,ann@example.com\n");
        import(*olga, file);
        const auto otto = m_team.open(m_team.add(s("Otto"), s("loan_officer")));
        QCOMPARE(counts(import(*otto, file).batch), s("1 rows: 1 new, 0 changed, 0 skipped, 0 failed"));
        QCOMPARE(counts(import(*otto, file).batch), s("1 rows: 0 new, 0 changed, 1 skipped, 0 failed"));
        QCOMPARE(number("leads"), 2);
        QCOMPARE(number("leads WHERE duplicate_of_id IS NOT NULL"), 1);
    }

    void anAnswerThatIsLostIsWaitedFor()
    {
        const auto workspace = m_team.open(m_olga, m_proxy->port());
        QVERIFY(workspace);
        const QString file = list(300);
        LeadImporter importer(*workspace, jobFor(file));
        QSignalSpy finished(&importer, &LeadImporter::finished);
        QSignalSpy failed(&importer, &LeadImporter::failed);
        QSignalSpy progressed(&importer, &LeadImporter::progressed);
        importer.start();
        {
            QTRY_VERIFY_WITH_TIMEOUT(!progressed.isEmpty() || !failed.isEmpty(), patienceMs);
            QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).value<Error>().message));
            const auto holder = hold();
            QVERIFY(holder);
            QTRY_VERIFY_WITH_TIMEOUT(pushesWaiting() > 0, patienceMs);
            m_proxy->swallowAnswers(true);
        }
        QTRY_VERIFY_WITH_TIMEOUT(workspace->link().hasUnsent, patienceMs);
        QVERIFY(m_proxy->cut());
        m_proxy->swallowAnswers(false);
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty() || !failed.isEmpty(), patienceMs);
        if (finished.isEmpty()) {
            // It may have asked for the next rows while the line was not back yet: then the file goes on.
            QTRY_COMPARE_WITH_TIMEOUT(workspace->link().kind, LinkState::Kind::Online, patienceMs);
            const ImportReport rest = import(*workspace, file);
            QVERIFY(rest.resumedAfterStop);
        }
        isInOnce(*workspace);
    }

    void aKilledImportGoesOnWhereItStopped()
    {
        const QString file = list(300);
        ImportBatchId batch;
        {
            const auto workspace = m_team.open(m_olga, m_proxy->port());
            QVERIFY(workspace);
            LeadImporter importer(*workspace, jobFor(file));
            QSignalSpy progressed(&importer, &LeadImporter::progressed);
            importer.start();
            QVERIFY(progressed.wait(patienceMs));
            batch = importer.batch().id;
            const auto holder = hold();
            QVERIFY(holder);
            QTRY_VERIFY_WITH_TIMEOUT(pushesWaiting() > 0, patienceMs);
            m_proxy->swallowAnswers(true);
        }
        QVERIFY(m_proxy->cut());
        m_proxy->swallowAnswers(false);
        const auto workspace = m_team.open(m_olga, m_proxy->port());
        QVERIFY(workspace);
        QTRY_VERIFY_WITH_TIMEOUT(!workspace->link().hasUnsent, patienceMs);
        const ImportReport rest = import(*workspace, file);
        QVERIFY(rest.resumedAfterStop);
        QCOMPARE(rest.batch.id, batch);
        isInOnce(*workspace);
        // What was sent without an answer is known here too, and is taken back with the rest.
        takeBack(*workspace, batch, {});
        QCOMPARE(number("leads WHERE deleted_at IS NULL"), 0);
        isSound();
    }

    void aServerThatDiesIsWaitedFor()
    {
        // A throwaway server forgets what it said when it is killed; a real one does not.
        QCOMPARE(m_team.server().administer(s("ALTER DATABASE %1 SET synchronous_commit = on").arg(m_team.database())),
                 QString());
        const auto workspace = m_team.open(m_olga);
        const QString file = list(300);
        ImportFlow flow(*workspace);
        flow.open(file);
        QTRY_VERIFY_WITH_TIMEOUT(flow.state() == ImportFlow::State::Ready && flow.survey() != nullptr, patienceMs);
        QSignalSpy progressed(&flow, &ImportFlow::progressed);
        flow.run();
        QVERIFY(progressed.wait(patienceMs));
        m_team.server().kill();
        QTRY_COMPARE_WITH_TIMEOUT(workspace->link().kind, LinkState::Kind::Lost, patienceMs);
        QVERIFY(flow.state() == ImportFlow::State::Importing || flow.state() == ImportFlow::State::Stopped);
        const QString failure = m_team.server().startAgain();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        const bool ends = QTest::qWaitFor([&flow] { return flow.state() == ImportFlow::State::Finished; }, patienceMs);
        QVERIFY2(ends, qPrintable(flow.stoppedBy() ? QString(flow.stoppedBy()->message + flow.stoppedBy()->detail)
                                                   : QString()));
        isInOnce(*workspace);
    }

    void mappingsAreKeptAtTheDesk()
    {
        const auto workspace = m_team.open(m_olga);
        const auto kept = await(workspace->keepMapping({s("Mine"), s("abc"), s("{}")}));
        QVERIFY(kept);
        QCOMPARE(kept->size(), 1U);
        QCOMPARE(await(workspace->savedMappings()), kept);
    }

    void theCommandLineDoesItToo()
    {
        Program program;
        qputenv("PGPASSWORD", m_olga.login.password.toUtf8());
        program.setBook(m_team.address(m_olga).toString());
        const QString file = list(20);
        auto ran = program.json({s("import"), file});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(ran.object().value(QLatin1String("created")).toInt(), 20);
        const QString batch = ran.object().value(QLatin1String("batch_id")).toString();
        ran = program.json({s("import"), file});
        QCOMPARE(ran.object().value(QLatin1String("skipped")).toInt(), 20);
        ran = program.json({s("import"), s("undo"), batch});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(ran.object().value(QLatin1String("taken_back")).toInt(), 20);
        QCOMPARE(number("leads WHERE deleted_at IS NULL"), 0);
        qunsetenv("PGPASSWORD");
        isSound();
    }

private:
    static ImportJob jobFor(const QString& file, Duplicates duplicates = Duplicates::Skip, bool dryRun = false)
    {
        return {file, {}, {}, {}, {}, duplicates, dryRun};
    }
    ImportReport import(Workspace& workspace, const QString& file, Duplicates duplicates = Duplicates::Skip,
                        bool dryRun = false)
    {
        LeadImporter importer(workspace, jobFor(file, duplicates, dryRun));
        std::optional<ImportReport> report;
        connect(&importer, &LeadImporter::finished, this, [&](const ImportReport& made) { report = made; });
        connect(&importer, &LeadImporter::failed, this, [&](const Error& error) {
            QTest::qFail(qPrintable(error.message + u' ' + error.detail), __FILE__, __LINE__);
            report.emplace();
        });
        importer.start();
        if (!QTest::qWaitFor([&] { return report.has_value(); }, patienceMs)) {
            QTest::qFail("the import does not end", __FILE__, __LINE__);
        }
        return report.value_or(ImportReport());
    }
    void takeBack(Workspace& workspace, ImportBatchId batch, const QStringList& left)
    {
        std::optional<Result<std::vector<RowOutcome>>> taken;
        takeBackWhole(workspace, batch, this, [&taken](const auto& outcomes) { taken = outcomes; });
        QVERIFY(QTest::qWaitFor([&] { return taken.has_value(); }, patienceMs));
        QVERIFY2(*taken, *taken ? "" : qPrintable(taken->error().message + taken->error().detail));
        QStringList stayed;
        for (const RowOutcome& outcome : **taken) {
            if (outcome.kind == RowOutcome::Kind::Failed) {
                stayed << outcome.message;
            }
        }
        QCOMPARE(stayed, left);
    }
    /// 300 rows, each a lead, and counted as such.
    void isInOnce(Workspace& workspace)
    {
        QCOMPARE(number("leads"), 300);
        QCOMPARE(number("lead_activities WHERE activity_type = 'imported'"), 300);
        QCOMPARE(number("import_batches"), 1);
        QCOMPARE(number("import_batches WHERE status = 'completed' AND rows_total = 300 AND rows_created = 300"), 1);
        QVERIFY(workspace.undoState().undoSummary.isEmpty());
        isSound();
    }
    /// As `keyturn verify` finds it.
    void isSound()
    {
        auto admin = ServerAdmin::connect(m_team.adminAddress(), {});
        QVERIFY(admin);
        const auto checks = (*admin)->verify();
        QVERIFY2(checks, checks ? "" : qPrintable(checks.error().message + checks.error().detail));
        for (const Check& check : *checks) {
            QVERIFY2(check.ok, qPrintable(check.name + s(": ") + check.detail));
        }
    }
    static QString counts(const ImportBatch& batch)
    {
        return s("%1 rows: %2 new, %3 changed, %4 skipped, %5 failed")
            .arg(batch.total)
            .arg(batch.created)
            .arg(batch.updated)
            .arg(batch.skipped)
            .arg(batch.failed);
    }
    static QString numbered(int count, const QString& line)
    {
        QString text;
        for (int i = 1; i <= count; ++i) {
            text += line.arg(i);
        }
        return text;
    }
    QString list(int rows)
    {
        const QString text = s("Name,Email,City,Loan Amount,Tags,Shoes\n") +
                             numbered(rows, s("Person %1,person%1@example.com,Reno,350000,spring,%1\n"));
        return written(text.toUtf8());
    }
    QString written(const QByteArray& bytes)
    {
        const QString path = m_folder->filePath(s("list%1.csv").arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            QTest::qFail("cannot write", __FILE__, __LINE__);
        }
        return path;
    }
    [[nodiscard]] int number(const char* from, const QString& value = {}) const
    {
        QString sql = s("SELECT count(*) FROM keyturn.") + s(from);
        if (!value.isEmpty()) {
            sql = sql.arg(value);
        }
        const QString found = m_team.ask(sql);
        bool isNumber = false;
        const int counted = found.toInt(&isNumber);
        if (!isNumber) {
            QTest::qFail(qPrintable(found), __FILE__, __LINE__);
        }
        return counted;
    }
    /// The row that every push of the organization takes first, until the answer goes.
    [[nodiscard]] std::unique_ptr<Connection> hold() const
    {
        auto connection = Connection::openPostgres(m_team.adminOptions());
        const Done held = connection ? (*connection)->script(s("BEGIN; SELECT 1 FROM keyturn.org_head FOR UPDATE"))
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
            .ask(s("SELECT count(*) FROM pg_stat_activity WHERE usename = '%1' AND wait_event_type = 'Lock'")
                     .arg(m_olga.login.login))
            .toInt();
    }

    Team m_team;
    Team::Member m_ann;
    Team::Member m_olga;
    std::unique_ptr<TcpProxy> m_proxy;
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestTeamImport)
#include "tst_team_import.moc"
