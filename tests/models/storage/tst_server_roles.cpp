// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/storage/push_answers.h"

#include <QCryptographicHash>

using namespace keyturn;
using namespace keyturn::test;

/// Who sees and writes what.
class TestServerRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startOrSkip(m_server); }
    void init()
    {
        failOnAnyWarning();
        QCOMPARE(m_server.makeTeam(), QString());
    }

    void rolesDecideWhatIsWritten_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* person, const char* what, const char* expected) {
            QTest::addRow("%s: %s", person, what) << QString(QStringLiteral("north/") + QString::fromLatin1(person))
                                                  << QString::fromLatin1(what) << QString::fromLatin1(expected);
        };
        row("viewer", "note", "refused");
        row("viewer", "position", "refused");
        row("officer", "note", "ok");
        row("marketing", "note", "ok");
        row("officer", "loan", "ok");
        row("marketing", "loan", "refused");
        row("service", "loan", "ok");
        row("officer", "stage name", "refused");
        row("manager", "stage name", "ok");
        row("officer", "organization", "refused");
        row("manager", "organization", "refused");
        row("admin", "organization", "ok");
        row("admin", "organization's plan", "refused");
        row("officer", "own phone", "ok");
        row("officer", "own role", "refused");
        row("officer", "own e-mail", "refused");
        row("manager", "second's role", "refused");
        row("admin", "second's role", "ok");
        row("admin", "system administrator", "refused");
        row("admin", "own role", "refused");
        row("admin", "colleague", "ok");
        row("manager", "colleague", "refused");
        row("admin", "colleague as system administrator", "refused");
    }
    void rolesDecideWhatIsWritten()
    {
        QFETCH(const QString, person);
        QFETCH(const QString, what);
        QFETCH(const QString, expected);
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        TeamDesk desk(m_server, person);
        const QString second = m_server.person(QStringLiteral("north/second")).id.toString();
        const QString stage = desk.stage(QStringLiteral("contacted")).toString();
        const auto colleague = [&](const char* role) {
            return insertion(QStringLiteral("users"), desk.textId(),
                             {{"email", QStringLiteral("new@example.com")},
                              {"username", QStringLiteral("new")},
                              {"first_name", QStringLiteral("New")},
                              {"last_name", QStringLiteral("One")},
                              {"role", QString::fromLatin1(role)}});
        };
        const std::map<QString, std::vector<RowChange>> all{
            {QStringLiteral("note"),
             {insertion(
                 QStringLiteral("lead_notes"), desk.textId(),
                 {{"lead_id", lead.toString()}, {"user_id", desk.user().toString()}, {"content", QStringLiteral("x")}},
                 lead)}},
            {QStringLiteral("position"),
             {insertion(QStringLiteral("board_positions"), lead.toString(), {{"stage_id", stage}, {"rank", 1}}, lead)}},
            {QStringLiteral("loan"),
             {insertion(QStringLiteral("lead_loan_scenarios"), desk.textId(),
                        {{"lead_id", lead.toString()}, {"loan_amount_cents", 1}}, lead)}},
            {QStringLiteral("stage name"),
             {change("pipeline_stages", stage, "name", QStringLiteral("contacted"), QStringLiteral("Reached"))}},
            {QStringLiteral("organization"),
             {change("organizations", desk.me().organization.toString(), "name", QStringLiteral("north Home Loans"),
                     QStringLiteral("Northern Loans"))}},
            {QStringLiteral("organization's plan"),
             {change("organizations", desk.me().organization.toString(), "subscription_tier", QStringLiteral("free"),
                     QStringLiteral("enterprise"))}},
            {QStringLiteral("own phone"),
             {change("users", desk.user().toString(), "phone", QVariant(), QStringLiteral("+13035550111"))}},
            {QStringLiteral("own role"),
             {change("users", desk.user().toString(), "role", desk.me().role, QStringLiteral("manager"))}},
            {QStringLiteral("own e-mail"),
             {change("users", desk.user().toString(), "email", QStringLiteral("officer.north@example.com"),
                     QStringLiteral("other@example.com"))}},
            {QStringLiteral("second's role"),
             {change("users", second, "role", QStringLiteral("loan_officer"), QStringLiteral("viewer"))}},
            {QStringLiteral("system administrator"),
             {change("users", second, "role", QStringLiteral("loan_officer"), QStringLiteral("system_admin"))}},
            {QStringLiteral("colleague"), {colleague("loan_officer")}},
            {QStringLiteral("colleague as system administrator"), {colleague("system_admin")}},
        };
        const QJsonObject answer = desk.push(QStringLiteral("edit"), all.at(what));
        QVERIFY2(outcome(answer) == expected, qPrintable(said(answer)));
        if (what == QLatin1String("second's role") && expected == QLatin1String("ok")) {
            // It is law at once, in a session that is open already.
            TeamDesk demoted(m_server, QStringLiteral("north/second"));
            QCOMPARE(demoted.hello().value(QStringLiteral("role")).toString(), QStringLiteral("viewer"));
            QCOMPARE(outcome(demoted.push(QStringLiteral("create_lead"),
                                          demoted.newLead(LeadId(demoted.newId()), QStringLiteral("Eve"), {}))),
                     QStringLiteral("refused"));
        }
    }

    void everybodySeesWhatTheyMay_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QStringList>("names");
        const QStringList all{QStringLiteral("Ann"), QStringLiteral("Bob"), QStringLiteral("Eve")};
        QTest::newRow("officer") << QStringLiteral("north/officer")
                                 << QStringList{QStringLiteral("Ann"), QStringLiteral("Eve")};
        QTest::newRow("second") << QStringLiteral("north/second")
                                << QStringList{QStringLiteral("Bob"), QStringLiteral("Eve")};
        QTest::newRow("assistant") << QStringLiteral("north/assistant")
                                   << QStringList{QStringLiteral("Bob"), QStringLiteral("Eve")};
        for (const char* wide : {"manager", "admin", "viewer", "marketing", "service"}) {
            QTest::newRow(wide) << QString(QStringLiteral("north/") + QString::fromLatin1(wide)) << all;
        }
        QTest::newRow("abroad") << QStringLiteral("south/manager") << QStringList();
    }
    void everybodySeesWhatTheyMay()
    {
        QFETCH(const QString, person);
        QFETCH(const QStringList, names);
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk second(m_server, QStringLiteral("north/second"));
        const LeadId ann = officer.addLead(QStringLiteral("Ann"));
        const LeadId bob = second.addLead(QStringLiteral("Bob"));
        QVERIFY(!officer.addLead(QStringLiteral("Eve"), UserId()).isNull());
        for (const auto& [desk, lead] : {std::pair{&officer, ann}, std::pair{&second, bob}}) {
            QCOMPARE(outcome(desk->push(QStringLiteral("edit"),
                                        {insertion(QStringLiteral("lead_loan_scenarios"), desk->textId(),
                                                   {{"lead_id", lead.toString()}, {"fico_score", 700}}, lead)})),
                     QStringLiteral("ok"));
        }
        const auto admin = m_server.session();
        QVERIFY(admin->run(QStringLiteral("SELECT admin.set_team(?::uuid, ?::uuid, ARRAY[?::uuid])"),
                           officer.me().organization, m_server.person(QStringLiteral("north/assistant")).id,
                           second.user()));
        const auto db = m_server.session(m_server.person(person).login);
        QStringList seen;
        QVERIFY(db->select(QStringLiteral("SELECT name FROM leads ORDER BY name"),
                           [&](const Statement& row) { seen << row.text(0); }));
        QCOMPARE(seen, names);
        // What belongs to a lead goes with it.
        QCOMPARE(number(*db, "SELECT count(*) FROM lead_activities a WHERE a.activity_type = 'created'"), names.size());
        QCOMPARE(number(*db, "SELECT count(*) FROM lead_assignments"),
                 names.contains(QStringLiteral("Ann")) + names.contains(QStringLiteral("Bob")));
        const bool hidesAmounts =
            person.endsWith(QLatin1String("viewer")) || person.endsWith(QLatin1String("marketing"));
        QCOMPARE(number(*db, "SELECT count(*) FROM lead_loan_scenarios"),
                 hidesAmounts ? 0 : names.contains(QStringLiteral("Ann")) + names.contains(QStringLiteral("Bob")));
        QCOMPARE(number(*db, "SELECT coalesce(sum(lead_count), 0) FROM lead_totals"), names.size());
    }

    void anOrganizationCanShareItsLeads()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk second(m_server, QStringLiteral("north/second"));
        TeamDesk admin(m_server, QStringLiteral("north/admin"));
        QVERIFY(!second.addLead(QStringLiteral("Bob")).isNull());
        QCOMPARE(count(officer.db(), "leads"), 0);
        const qint64 scope = officer.hello().value(QStringLiteral("scope_rev")).toInteger();
        const QString org = admin.me().organization.toString();
        QCOMPARE(outcome(admin.push(QStringLiteral("edit_organization"),
                                    {change("organizations", org, "settings", QStringLiteral("{}"),
                                            QStringLiteral("{\"org_wide_leads\":true}"))})),
                 QStringLiteral("ok"));
        QCOMPARE(count(officer.db(), "leads"), 1);
        QCOMPARE(officer.hello().value(QStringLiteral("org_wide_leads")).toBool(), true);
        QCOMPARE(officer.hello().value(QStringLiteral("scope_rev")).toInteger(), scope + 1);
    }

    void aForeignLeadIsLikeNone()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk second(m_server, QStringLiteral("north/second"));
        TeamDesk south(m_server, QStringLiteral("south/officer"));
        const LeadId colleagues = second.addLead(QStringLiteral("Bob"));
        const LeadId abroad = south.addLead(QStringLiteral("Sue"));
        const LeadId nowhere(officer.newId());
        const auto plain = [](const QJsonObject& answer, LeadId lead) {
            QString told = said(answer);
            told.replace(answer.value(QStringLiteral("id")).toString(), QStringLiteral("OP"));
            return told.replace(lead.toString(), QStringLiteral("LEAD"));
        };
        const auto attempts = [&](LeadId lead) {
            QStringList told;
            told << plain(officer.push(QStringLiteral("move_stage"),
                                       officer.move(lead, QStringLiteral("new"), QStringLiteral("contacted"))),
                          lead);
            told << plain(
                officer.push(QStringLiteral("assign_leads"), officer.assign(lead, second.user(), officer.user())),
                lead);
            told << plain(
                officer.push(QStringLiteral("edit"), {change("leads", lead.toString(), "name", QStringLiteral("Bob"),
                                                             QStringLiteral("X"), lead)}),
                lead);
            told << plain(
                officer.push(QStringLiteral("log_activity"), {officer.activity(lead, QStringLiteral("custom"))}), lead);
            told << plain(
                officer.push(QStringLiteral("add_task"),
                             {insertion(QStringLiteral("tasks"), officer.textId(),
                                        {{"lead_id", lead.toString()}, {"title", QStringLiteral("x")}}, lead)}),
                lead);
            return told;
        };
        const QStringList none = attempts(nowhere);
        for (const QString& answer : none) {
            QVERIFY2(answer.contains(QStringLiteral("\"refused\"")), qPrintable(answer));
        }
        QCOMPARE(attempts(colleagues), none);
        QCOMPARE(attempts(abroad), none);
    }

    void aLeadIsHandedOver()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk second(m_server, QStringLiteral("north/second"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const qint64 head = officer.hello().value(QStringLiteral("head")).toInteger();
        QCOMPARE(count(second.db(), "leads"), 0);
        QCOMPARE(
            outcome(officer.push(QStringLiteral("assign_leads"), officer.assign(lead, officer.user(), second.user()))),
            QStringLiteral("ok"));
        QCOMPARE(count(officer.db(), "leads"), 0);
        QCOMPARE(count(second.db(), "leads"), 1);
        QCOMPARE(count(second.db(), "lead_activities"), 3);
        // Both are told.
        const QJsonArray ids{lead.toString()};
        QCOMPARE(officer.pull(head).value(QStringLiteral("lost")).toArray(), ids);
        QVERIFY(officer.pull(head).value(QStringLiteral("leads")).toArray().isEmpty());
        QCOMPARE(second.pull(head).value(QStringLiteral("granted")).toArray(), ids);
        QCOMPARE(second.pull(head).value(QStringLiteral("leads")).toArray(), ids);
        // It is gone for the giver, undo or not.
        QCOMPARE(
            outcome(officer.push(QStringLiteral("assign_leads"), officer.assign(lead, second.user(), officer.user()))),
            QStringLiteral("refused"));
        // From the pool anybody takes one, and it leaves everybody else's sight.
        const LeadId pool = officer.addLead(QStringLiteral("Eve"), UserId());
        QCOMPARE(count(second.db(), "leads"), 2);
        const qint64 before = officer.hello().value(QStringLiteral("head")).toInteger();
        QCOMPARE(outcome(second.push(QStringLiteral("assign_leads"), second.assign(pool, {}, second.user()))),
                 QStringLiteral("ok"));
        QCOMPARE(count(officer.db(), "leads"), 0);
        QCOMPARE(officer.pull(before).value(QStringLiteral("lost")).toArray(), QJsonArray{pool.toString()});
    }

    void theSecondOfTwoIsADuplicate()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk second(m_server, QStringLiteral("north/second"));
        const LeadId first = officer.addLead(QStringLiteral("Ann"), {}, QStringLiteral("ann@example.com"));
        const LeadId later(second.newId());
        const QJsonObject answer =
            second.push(QStringLiteral("create_lead"),
                        second.newLead(later, QStringLiteral("Ann"), second.user(), QStringLiteral("ANN@example.com")));
        QCOMPARE(outcome(answer), QStringLiteral("ok"));
        QCOMPARE(answer.value(QStringLiteral("duplicates"))
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(QStringLiteral("duplicate_of_id"))
                     .toString(),
                 first.toString());
        QCOMPARE(text(second.db(), "SELECT duplicate_of_id FROM leads"), first.toString());
        // Another organization has its own.
        TeamDesk south(m_server, QStringLiteral("south/officer"));
        const LeadId abroad = south.addLead(QStringLiteral("Ann"), {}, QStringLiteral("ann@example.com"));
        QVERIFY(!abroad.isNull());
        QCOMPARE(number(south.db(), "SELECT count(*) FROM leads WHERE duplicate_of_id IS NULL"), 1);
    }

    void myOrderOfCardsIsMine()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        TeamDesk manager(m_server, QStringLiteral("north/manager"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const auto place = [&](TeamDesk& desk, RowChange::Kind kind, const QVariant& rank) {
            RowChange row =
                insertion(QStringLiteral("board_positions"), lead.toString(),
                          {{"stage_id", desk.stage(QStringLiteral("new")).toString()}, {"rank", rank}}, lead);
            row.kind = kind;
            return outcome(desk.push(QStringLiteral("arrange_cards"), {row}));
        };
        QCOMPARE(place(officer, RowChange::Kind::Insert, 10), QStringLiteral("ok"));
        QCOMPARE(place(manager, RowChange::Kind::Update, 20), QStringLiteral("ok"));
        QCOMPARE(number(officer.db(), "SELECT sum(rank) FROM board_positions"), 10);
        QCOMPARE(number(manager.db(), "SELECT sum(rank) FROM board_positions"), 20);
        QCOMPARE(outcome(officer.push(QStringLiteral("arrange_cards"),
                                      {change("board_positions", lead.toString(), "rank", 10, 30, lead)})),
                 QStringLiteral("ok"));
        QCOMPARE(number(officer.db(), "SELECT sum(rank) FROM board_positions"), 30);
        QCOMPARE(place(officer, RowChange::Kind::Update, QVariant()), QStringLiteral("ok"));
        QCOMPARE(count(officer.db(), "board_positions"), 0);
        QCOMPARE(number(manager.db(), "SELECT sum(rank) FROM board_positions"), 20);
    }

    void documentsAreTheirBytes()
    {
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const LeadId lead = officer.addLead(QStringLiteral("Ann"));
        const QByteArray bytes("some bytes \0 with a zero", 24);
        const QString sha = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        const auto attach = [&](TeamDesk& desk, const QByteArray& content) {
            return desk.push(QStringLiteral("attach_document"),
                             {insertion(QStringLiteral("document_contents"), sha,
                                        {{"size", content.size()}, {"data", content}}, lead),
                              insertion(QStringLiteral("documents"), desk.textId(),
                                        {{"lead_id", lead.toString()},
                                         {"file_name", QStringLiteral("a.txt")},
                                         {"file_url", QString(QStringLiteral("keyturn://content/") + sha)},
                                         {"file_sha256", sha},
                                         {"uploaded_by", desk.user().toString()}},
                                        lead)});
        };
        QCOMPARE(outcome(attach(officer, QByteArray("other"))), QStringLiteral("invalid"));
        QCOMPARE(outcome(attach(officer, bytes)), QStringLiteral("ok"));
        QCOMPARE(outcome(attach(officer, bytes)), QStringLiteral("ok"));
        QByteArray stored;
        QVERIFY(officer.db().select(QStringLiteral("SELECT data FROM document_contents"),
                                    [&](const Statement& row) { stored = row.blob(0); }));
        QCOMPARE(stored, bytes);
        // Who does not see the document does not see the bytes.
        TeamDesk second(m_server, QStringLiteral("north/second"));
        QCOMPARE(count(second.db(), "document_contents"), 0);
    }

private:
    TeamServer m_server;
};

QTEST_GUILESS_MAIN(TestServerRoles)
#include "tst_server_roles.moc"
