// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/export_order.h"
#include "models/storage/connection.h"
#include "tests/support/team.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QSignalSpy>

using namespace keyturn;
using namespace keyturn::test;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QString why(const Error& error)
{
    return QString(error.message % u" | " % error.detail);
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

/// Cells of a list without a comma or a quotation mark in any of them.
QList<QStringList> cells(const QByteArray& csv)
{
    QList<QStringList> lines;
    for (const QByteArray& line : csv.split('\n')) {
        if (!line.trimmed().isEmpty()) {
            lines << QString::fromUtf8(line.trimmed()).split(u',');
        }
    }
    return lines;
}

/// Without the columns that no two workspaces have in common.
QList<QStringList> without(QList<QStringList> table, const QStringList& columns)
{
    const QStringList header = table.value(0);
    for (qsizetype at = header.size() - 1; at >= 0; --at) {
        if (columns.contains(header[at])) {
            for (QStringList& line : table) {
                line.removeAt(at);
            }
        }
    }
    return table;
}

} // namespace

/// Lists that leave a team's server: what one sees, whole or not at all, and noted.
class TestTeamExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!startOrSkip(m_team)) {
            return;
        }
        QCOMPARE(m_team.makeOrganization(), QString());
        m_olive = m_team.add(s("Olive"), s("loan_officer"));
        m_otto = m_team.add(s("Otto"), s("loan_officer"));
        m_max = m_team.add(s("Max"), s("manager"));
        m_vera = m_team.add(s("Vera"), s("viewer"));
        m_proxy = std::make_unique<TcpProxy>(m_team.server().port());
        QVERIFY(m_proxy->port() > 0);
    }
    void cleanupTestCase() { m_proxy.reset(); }
    void init()
    {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void aServersListIsTheListOfABook()
    {
        const auto book = await(SoloLibrary().create(exampleBook(file("same.keyturn"))));
        QVERIFY(book);
        const auto server = m_team.open(m_olive);
        QVERIFY(server);
        for (Workspace* workspace : {book->get(), server.get()}) {
            fill(*workspace);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        // In the order of the letters, which every database has its own idea of.
        const QByteArray cards = exported(**book, ExportOrder::What::Leads, "book.vcf");
        QCOMPARE(exported(*server, ExportOrder::What::Leads, "server.vcf"), cards);
        QCOMPARE(cards.count("BEGIN:VCARD"), 6);
        const QStringList apart{s("Assigned to"),        s("Created at"),        s("Updated at"),
                                s("Stage entered at"),   s("Last activity at"),  s("Created by"),
                                s("First contacted at"), s("Last contacted at"), s("Last engagement at")};
        const auto leads = without(cells(exported(**book, ExportOrder::What::Leads, "book.csv")), apart);
        QCOMPARE(leads.size(), 7);
        QCOMPARE(without(cells(exported(*server, ExportOrder::What::Leads, "server.csv")), apart), leads);
        QVERIFY(leads.front().contains(s("Loan amount")));
        const QStringList own{s("When"), s("By"), s("Keyturn activity id")};
        const auto log = without(cells(exported(**book, ExportOrder::What::Activities, "book log.csv")), own);
        QVERIFY(log.size() > 8);
        const QByteArray servers = exported(*server, ExportOrder::What::Activities, "server log.csv");
        QCOMPARE(without(cells(QByteArray(servers).replace("Olive Example", "Loan Officer")), own), log);
    }

    void everybodyGetsWhatTheySee()
    {
        const auto olives = m_team.open(m_olive);
        const auto ottos = m_team.open(m_otto);
        const auto maxs = m_team.open(m_max);
        const auto veras = m_team.open(m_vera);
        QVERIFY(olives && ottos && maxs && veras);
        const LeadId ottosLead = add(*ottos, s("Only Ottos"));
        QVERIFY(await(ottos->submit(note(ottosLead, s("For everybody at work"), false))));
        QVERIFY(await(ottos->submit(note(ottosLead, s("For Otto alone"), true))));
        for (Workspace* workspace : {olives.get(), ottos.get(), maxs.get(), veras.get()}) {
            QVERIFY(workspace->access().givesLists);
            QVERIFY(!workspace->access().keepsFile);
            const bool sees = workspace != olives.get();
            for (const ExportOrder::What what : {ExportOrder::What::Leads, ExportOrder::What::Activities}) {
                const QByteArray list = exported(*workspace, what, "list.csv");
                QCOMPARE(list.contains("Only Ottos"), sees);
                QCOMPARE(list.contains("For everybody at work"), sees && what == ExportOrder::What::Activities);
                QVERIFY(!list.contains("For Otto alone"));
            }
            QCOMPARE(exported(*workspace, ExportOrder::What::Leads, "list.vcf").contains("Only Ottos"), sees);
            // Named, it is not there either.
            ExportOrder order;
            order.file = file("named.csv");
            order.leads = std::vector<LeadId>{ottosLead};
            const auto named = await(workspace->exportTo(order));
            QVERIFY(named);
            QCOMPARE(named->rows, qint64(sees ? 1 : 0));
        }
    }

    void theLedgerSaysWhatLeft()
    {
        const auto olives = m_team.open(m_olive);
        QVERIFY(olives);
        const QString noted = s("SELECT count(*) FROM keyturn.ops o JOIN keyturn.users u ON u.id = o.user_id WHERE "
                                "o.kind = 'export' AND u.email = '%1' AND o.args = '%2'")
                                  .arg(m_olive.email);
        const QString all = noted.arg(s(R"({"what": "activities", "format": "csv", "leads": null})"));
        const QString chosen = noted.arg(s(R"({"what": "leads", "format": "vcard", "leads": 2})"));
        const int before = m_team.ask(all).toInt();
        exported(*olives, ExportOrder::What::Activities, "log.csv");
        QCOMPARE(m_team.ask(all).toInt(), before + 1);
        ExportOrder order;
        order.file = file("two.vcf");
        order.format = ExportOrder::Format::VCard;
        order.leads = std::vector<LeadId>{add(*olives, s("One Card")), add(*olives, s("Two Cards"))};
        QVERIFY(await(olives->exportTo(order)));
        QCOMPARE(m_team.ask(chosen), s("1"));
        const auto checks = m_team.admin().verify();
        QVERIFY(checks);
        for (const Check& check : *checks) {
            QVERIFY2(check.ok, qPrintable(QString(check.name % u": " % check.detail)));
        }
    }

    void theBookItselfIsTheAdministrators()
    {
        const auto maxs = m_team.open(m_max);
        QVERIFY(maxs);
        ExportOrder order;
        order.what = ExportOrder::What::Book;
        order.format = ExportOrder::Format::Zip;
        order.file = file("book.zip");
        const auto refused = await(maxs->exportTo(order));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY(isEmpty());
    }

    void whatWasStoppedLeavesNothing_data()
    {
        QTest::addColumn<QString>("how");
        for (const char* how : {"cancelled", "line cut", "closed", "server killed"}) {
            QTest::newRow(how) << s(how);
        }
    }
    void whatWasStoppedLeavesNothing()
    {
        QFETCH(const QString, how);
        // More than a portion, past the door: their making is not what is looked at.
        if (m_team.ask(s("SELECT count(*) FROM keyturn.leads")).toInt() < 3'000) {
            const auto admin = Connection::openPostgres(m_team.adminOptions());
            QVERIFY(admin);
            QVERIFY((*admin)->script(
                s("INSERT INTO keyturn.leads (id, organization_id, name, stage_id, stage_entered_at, created_at, "
                  "updated_at, phone) SELECT gen_random_uuid(), s.organization_id, 'Lead ' || n, s.id, now(), now(), "
                  "now(), "
                  "'+13035550100' "
                  "FROM generate_series(1, 3000) n, keyturn.pipeline_stages s WHERE s.key = 'new'")));
        }
        QVERIFY(m_team.ask(s("SELECT count(*) FROM keyturn.leads")).toInt() >= 3'000);
        auto maxs = m_team.open(m_max, m_proxy->port());
        QVERIFY(maxs);
        const QSignalSpy linkChanges(maxs.get(), &Workspace::linkChanged);
        m_proxy->delay(60);
        ExportOrder order;
        order.file = file("half.csv");
        order.watch = std::make_shared<WorkWatch>();
        const auto future = maxs->exportTo(order);
        QTRY_VERIFY_WITH_TIMEOUT(order.watch->done > 0, 30'000);
        QVERIFY(order.watch->total >= 3'000);
        QVERIFY(!future.isFinished());
        QVERIFY(!isEmpty()); // the draft
        if (how == s("cancelled")) {
            order.watch->cancelled = true;
        } else if (how == s("line cut")) {
            QVERIFY(m_proxy->cut());
        } else if (how == s("closed")) {
            maxs.reset();
        } else {
            m_team.server().kill();
        }
        const auto done = await(future);
        m_proxy->delay(0);
        QVERIFY(!done);
        QVERIFY2(done.error().kind == (how == s("cancelled") ? Error::Kind::Cancelled : Error::Kind::Offline) ||
                     how == s("closed"),
                 qPrintable(why(done.error())));
        QVERIFY(isEmpty());
        // Whoever is told so may ask again at once: the workspace knows by then whether there is a line.
        QVERIFY(!linkChanges.isEmpty() || how == s("cancelled") || how == s("closed"));
        if (how == s("server killed")) {
            const QString failure = m_team.server().startAgain();
            QVERIFY2(failure.isEmpty(), qPrintable(failure));
        }
        if (maxs) {
            // The next one works, whatever became of that.
            QTRY_COMPARE_WITH_TIMEOUT(maxs->link().kind, LinkState::Kind::Online, 60'000);
            order.watch = nullptr;
            const auto again = await(maxs->exportTo(order));
            QVERIFY2(again, again ? "" : qPrintable(why(again.error())));
            QVERIFY(again->rows >= 3'000);
        }
    }

private:
    [[nodiscard]] QString file(const char* name) const { return m_folder->filePath(s(name)); }
    [[nodiscard]] bool isEmpty() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System).isEmpty();
    }
    QByteArray exported(Workspace& workspace, ExportOrder::What what, const char* name)
    {
        ExportOrder order;
        order.what = what;
        order.format = QByteArray(name).endsWith(".vcf") ? ExportOrder::Format::VCard : ExportOrder::Format::Csv;
        order.file = file(name);
        const auto done = await(workspace.exportTo(order));
        if (!done) {
            QTest::qFail(qPrintable(why(done.error())), __FILE__, __LINE__);
            return {};
        }
        return contents(order.file);
    }
    static AddNote note(LeadId lead, const QString& text, bool isPrivate)
    {
        AddNote note;
        note.lead = lead;
        note.content = text;
        note.type = s("general");
        note.isPrivate = isPrivate;
        return note;
    }
    static LeadId add(Workspace& workspace, const QString& name)
    {
        CreateLead create;
        create.fields = {{s("name"), name, {}},
                         {s("email"), QString(name.toLower().remove(u' ') + s("@example.com")), {}}};
        const auto done = await(workspace.submit(create));
        if (!done) {
            QTest::qFail(qPrintable(why(done.error())), __FILE__, __LINE__);
            return {};
        }
        return done->changes.leads().front();
    }
    /// The same leads, wherever.
    void fill(Workspace& workspace)
    {
        int n = 0;
        for (const char* name : {"Zoe Last", "ann lower", "Émile Ünder", "_odd name", "Bob Upper", "Ann Upper"}) {
            CreateLead create;
            const QString number = QString::number(++n);
            create.id = LeadId::fromString(QString(s("0198c0de-0000-7000-8000-00000000000") + number));
            create.fields = {{s("name"), s(name), {}},
                             {s("email"), s("same%1@example.com").arg(number), {}},
                             {s("phone"), QString(s("303-555-010") + number), {}},
                             {s("profile.city"), s("Denver"), {}},
                             {s("loan.loan_amount_cents"), 30'000'000LL + n, {}},
                             {s("loan.interest_rate_pct3"), 6'125LL, {}},
                             {s("loan.first_time_buyer"), 1LL, {}},
                             {s("loan.target_closing_date"), s("2030-01-02"), {}}};
            create.tags = {s("beta"), s("Alpha")};
            const auto made = await(workspace.submit(create));
            QVERIFY2(made, made ? "" : qPrintable(why(made.error())));
        }
        const LeadId first = LeadId::fromString(s("0198c0de-0000-7000-8000-000000000001"));
        for (const bool isPrivate : {false, true}) {
            QVERIFY(await(
                workspace.submit(note(first, isPrivate ? s("Nobody's business") : s("Likes gardens"), isPrivate))));
        }
        LogActivity call;
        call.lead = first;
        call.text = s("Wants 30 years");
        call.outcome = s("connected");
        QVERIFY(await(workspace.submit(call)));
    }

    Team m_team;
    Team::Member m_olive, m_otto, m_max, m_vera;
    std::unique_ptr<TcpProxy> m_proxy;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestTeamExports)
#include "tst_team_exports.moc"
