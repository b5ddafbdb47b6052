// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/storage/push_answers.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace keyturn;
using namespace keyturn::test;

/// The operations of a call are carried out together where nothing about them is out of the ordinary, and one by one
/// otherwise. Which of the two, nobody may ever notice by anything but the time it takes.
class TestServerPushTogether : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled()) {
            QSKIP("PostgreSQL is not installed.");
        }
        const QString failure = m_server.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init()
    {
        failOnAnyWarning();
        QCOMPARE(m_server.makeTeam(), QString());
    }

    void togetherIsAsOneByOne_data()
    {
        QTest::addColumn<quint32>("seed");
        const int seeds = qEnvironmentVariableIntValue("KEYTURN_PUSH_SEEDS");
        for (quint32 seed = 1; seed <= quint32(seeds > 0 ? seeds : 6); ++seed) {
            QTest::newRow(QByteArray::number(seed).constData()) << seed;
        }
    }
    void togetherIsAsOneByOne()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator dice(seed);
        QJsonArray together;
        {
            TeamDesk officer(m_server, QStringLiteral("north/officer"));
            m_operations = {};
            tellAStory(officer, dice);
            QJsonArray call;
            for (const QJsonValue& operation : std::as_const(m_operations)) {
                call.append(operation);
                if (call.size() > dice.bounded(14)) {
                    append(together, officer.push(call));
                    call = {};
                }
            }
            append(together, officer.push(call));
        }
        const QByteArrayList book = dump();
        QVERIFY(number(*m_server.session(), "SELECT count(*) FROM (SELECT 1 FROM keyturn.ops WHERE status = 'ok' "
                                            "GROUP BY at HAVING count(*) > 1) t") > 0);

        QCOMPARE(m_server.makeTeam(), QString());
        QVERIFY(m_server.session()->script(QStringLiteral("UPDATE keyturn.api_tables SET turn = NULL")));
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        QJsonArray alone;
        for (const QJsonValue& operation : std::as_const(m_operations)) {
            append(alone, officer.push(QJsonArray{operation}));
        }
        QCOMPARE(together.size(), m_operations.size());
        int refused = 0;
        for (qsizetype i = 0; i < m_operations.size(); ++i) {
            const QJsonObject answer = together[i].toObject();
            refused += outcome(answer) == QStringLiteral("ok") ? 0 : 1;
            QVERIFY2(answer == alone[i].toObject(),
                     qPrintable(said(m_operations[i].toObject()) + said(answer) + said(alone[i].toObject())));
        }
        QVERIFY(refused > 0 && refused < m_operations.size() * 3 / 4);
        const QByteArrayList other = dump();
        QCOMPARE(book.size(), other.size());
        for (qsizetype i = 0; i < book.size(); ++i) {
            QCOMPARE(book[i], other[i]);
        }
        QCOMPARE(number(*m_server.session(), "SELECT count(*) FROM keyturn.op_scope"), 0);
    }

    /// What one operation of a call opens is closed again before the next.
    void nothingPassesFromOneOperationToTheNext_data()
    {
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a note on a colleague's lead") << QStringLiteral("note") << QStringLiteral("refused");
        QTest::newRow("a colleague's lead moved") << QStringLiteral("move") << QStringLiteral("refused");
        QTest::newRow("another's entry for my move") << QStringLiteral("entry") << QStringLiteral("audit");
        QTest::newRow("an entry that skips one") << QStringLiteral("gap") << QStringLiteral("audit");
        QTest::newRow("the same once more") << QStringLiteral("again") << QStringLiteral("ok");
        QTest::newRow("under the same name") << QStringLiteral("name") << QStringLiteral("invalid");
        QTest::newRow("a number that was before") << QStringLiteral("number") << QStringLiteral("invalid");
    }
    void nothingPassesFromOneOperationToTheNext()
    {
        QFETCH(const QString, second);
        QFETCH(const QString, expected);
        TeamDesk officer(m_server, QStringLiteral("north/officer"));
        const UserId colleague = m_server.person(QStringLiteral("north/second")).id;
        const LeadId mine = officer.addLead(QStringLiteral("Ann"));
        const LeadId theirs(officer.newId());
        std::vector<RowChange> rows = officer.newLead(theirs, QStringLiteral("Bob"), colleague);
        if (second == QStringLiteral("entry")) {
            // The entry comes with the first operation, the move with the second.
            const std::vector<RowChange> move = officer.move(mine, QStringLiteral("new"), QStringLiteral("contacted"));
            rows.push_back(move.back());
            const QJsonObject first = officer.operation(QStringLiteral("create_lead"), rows);
            const QJsonArray answers =
                officer.push(QJsonArray{first, officer.operation(QStringLiteral("move_stage"), {move.front()})});
            QCOMPARE(outcome(answers.at(0).toObject()), expected);
            QCOMPARE(outcome(answers.at(1).toObject()), expected);
            return;
        }
        const QJsonObject first = officer.operation(QStringLiteral("create_lead"), rows);
        QJsonObject next;
        if (second == QStringLiteral("note")) {
            next =
                officer.operation(QStringLiteral("add_note"), {insertion(QStringLiteral("lead_notes"), officer.textId(),
                                                                         {{"lead_id", theirs.toString()},
                                                                          {"content", QStringLiteral("mine to read")},
                                                                          {"user_id", officer.user().toString()}},
                                                                         theirs)});
        } else if (second == QStringLiteral("move")) {
            next = officer.operation(QStringLiteral("move_stage"),
                                     officer.move(theirs, QStringLiteral("new"), QStringLiteral("contacted")));
        } else if (second == QStringLiteral("gap")) {
            static_cast<void>(
                officer.operation(QStringLiteral("lost"), {officer.activity(mine, QStringLiteral("call_logged"))}));
            next =
                officer.operation(QStringLiteral("log_call"), {officer.activity(mine, QStringLiteral("call_logged"))});
        } else {
            next = second == QStringLiteral("again")
                       ? first
                       : officer.operation(QStringLiteral("log_call"),
                                           {officer.activity(mine, QStringLiteral("call_logged"))});
            if (second == QStringLiteral("name")) {
                next.insert(QStringLiteral("id"), first.value(QStringLiteral("id")));
            } else if (second == QStringLiteral("number")) {
                next.insert(QStringLiteral("device_seq"), first.value(QStringLiteral("device_seq")));
            }
        }
        const QJsonArray answers = officer.push(QJsonArray{first, next});
        QCOMPARE(answers.size(), 2);
        QCOMPARE(outcome(answers.at(0).toObject()), QStringLiteral("ok"));
        QVERIFY2(outcome(answers.at(1).toObject()) == expected, qPrintable(said(answers.at(1).toObject())));
        QCOMPARE(number(*m_server.session(), "SELECT count(*) FROM keyturn.leads"), 2);
    }

private:
    static void append(QJsonArray& all, const QJsonArray& some)
    {
        for (const QJsonValue& each : some) {
            all.append(each);
        }
    }

    /// Everything that the server holds, but for its own clock.
    QByteArrayList dump() const
    {
        const auto root = m_server.session();
        QStringList tables{QStringLiteral("org_head"), QStringLiteral("ops"), QStringLiteral("access_log"),
                           QStringLiteral("op_scope"), QStringLiteral("device_registrations")};
        const auto read = root->select(QStringLiteral("SELECT name FROM keyturn.api_tables ORDER BY name"),
                                       [&tables](const Statement& row) { tables << row.text(0); });
        if (!read) {
            QTest::qFail(qPrintable(read.error().detail), __FILE__, __LINE__);
        }
        QByteArrayList rows;
        for (const QString& table : std::as_const(tables)) {
            const auto done = root->select(
                QStringLiteral("SELECT r::text FROM (SELECT to_jsonb(t) - '{created_at,updated_at,at,last_seen_at,"
                               "notified_at,score_calculated_at}'::text[] AS r FROM keyturn.%1 t) x ORDER BY 1")
                    .arg(table),
                [&](const Statement& row) { rows << (table + u' ' + row.text(0)).toUtf8(); });
            if (!done) {
                QTest::qFail(qPrintable(done.error().detail), __FILE__, __LINE__);
            }
        }
        return rows;
    }

    /// Operations as they come, and some that must not come.
    void tellAStory(TeamDesk& desk, QRandomGenerator& dice)
    {
        static const QStringList stageNames{QStringLiteral("new"), QStringLiteral("contacted"),
                                            QStringLiteral("processing")};
        const UserId me = desk.user();
        const UserId colleague = m_server.person(QStringLiteral("north/second")).id;
        std::vector<LeadId> leads;
        QHash<LeadId, QString> stages;
        QHash<LeadId, QString> phones;
        QStringList tags;
        const auto send = [&](const char* command, const std::vector<RowChange>& rows) {
            m_operations.append(desk.operation(QString::fromLatin1(command), rows));
        };
        const auto create = [&](UserId owner) {
            const LeadId lead(desk.newId());
            // Of few addresses: some are taken.
            const QString email =
                dice.bounded(3) == 0 ? QStringLiteral("Ann%1@example.com").arg(dice.bounded(6)) : QString();
            send("create_lead", desk.newLead(lead, QStringLiteral("Lead %1").arg(leads.size()), owner, email));
            leads.push_back(lead);
            stages.insert(lead, stageNames.front());
            phones.insert(lead, QStringLiteral("+13035550100"));
        };
        for (int i = 0; i < 6; ++i) {
            create(me);
        }
        for (int i = 0; i < 90; ++i) {
            const LeadId lead = leads[std::size_t(dice.bounded(int(leads.size())))];
            const QString id = lead.toString();
            const auto entry = [&](const char* type) { return desk.activity(lead, QString::fromLatin1(type)); };
            switch (dice.bounded(22)) {
            case 0:
                create(colleague);
                break;
            case 1:
                create({});
                break;
            case 2:
            case 3:
                create(me);
                break;
            case 4:
            case 5:
            case 6:
            case 7: {
                // At times from where it does not stand, or to where it stands.
                const QString from = dice.bounded(6) == 0 ? stageNames[dice.bounded(3)] : stages[lead];
                const QString to = stageNames[dice.bounded(3)];
                send("move_stage", desk.move(lead, from, to));
                if (from == stages[lead]) {
                    stages[lead] = to;
                }
                break;
            }
            case 8:
            case 9:
                send("log_call", {entry("call_logged")});
                break;
            case 10: {
                const QString note = desk.textId();
                RowChange told = desk.activity(lead, QStringLiteral("note_added"), {{QStringLiteral("note_id"), note}});
                send("add_note", {insertion(QStringLiteral("lead_notes"), note,
                                            {{"lead_id", id},
                                             {"content", QStringLiteral("Prefers mornings.")},
                                             {"is_private", dice.bounded(2)},
                                             {"user_id", me.toString()}},
                                            lead),
                                  told});
                break;
            }
            case 11:
            case 12: {
                // At times not knowing what it was.
                const QString before = dice.bounded(5) == 0 ? QStringLiteral("+13035550111") : phones[lead];
                phones[lead] = QStringLiteral("+130355501%1").arg(dice.bounded(20, 99));
                send("edit_lead", {change("leads", id, "phone", before, phones[lead], lead)});
                break;
            }
            case 13:
                send("assign", desk.assign(lead, me, colleague));
                break;
            case 14: {
                const QString task = desk.textId();
                send("add_task", {insertion(QStringLiteral("tasks"), task,
                                            {{"lead_id", id},
                                             {"title", QStringLiteral("Call back")},
                                             {"created_by", me.toString()},
                                             {"assigned_to", me.toString()}},
                                            lead)});
                if (dice.bounded(2) == 0) {
                    send("complete_task",
                         {change("tasks", task, "title", QStringLiteral("Call back"), QStringLiteral("Write"), lead)});
                }
                break;
            }
            case 15: { // without its entry
                send("move_stage", {desk.move(lead, stages[lead], QStringLiteral("processing")).front()});
                break;
            }
            case 16: { // an entry without its move
                send("log_call", {desk.move(lead, stages[lead], QStringLiteral("processing")).back()});
                break;
            }
            case 17: {
                RowChange forged = entry("call_logged");
                std::erase_if(forged.fields,
                              [](const FieldChange& field) { return field.column == QStringLiteral("created_by"); });
                forged.fields.push_back({QStringLiteral("created_by"), {}, colleague.toString()});
                send("log_call", {forged});
                break;
            }
            case 18: {
                const int before = dice.bounded(2);
                send("edit_lead", {change("leads", id, "do_not_contact", before, 1 - before, lead)});
                break;
            }
            case 19: {
                const bool isNew = tags.isEmpty() || dice.bounded(2) == 0;
                std::vector<RowChange> rows;
                if (isNew) {
                    tags << desk.textId();
                    rows.push_back(insertion(QStringLiteral("tags"), tags.back(),
                                             {{"name", QStringLiteral("Tag %1").arg(tags.size())}}));
                }
                rows.push_back(insertion(QStringLiteral("lead_tags"), desk.textId(),
                                         {{"lead_id", id}, {"tag_id", tags[dice.bounded(int(tags.size()))]}}, lead));
                send("tag", rows);
                break;
            }
            case 20:
                if (!m_operations.isEmpty()) {
                    m_operations.append(m_operations.at(dice.bounded(int(m_operations.size()))));
                }
                break;
            case 21: {
                RowChange removal = change("leads", id, "deleted_at", {}, TeamDesk::now().ms, lead);
                send("delete_lead", {removal, entry("lead_deleted")});
                break;
            }
            }
        }
    }

    TeamServer m_server;
    QJsonArray m_operations;
};

QTEST_GUILESS_MAIN(TestServerPushTogether)
#include "tst_server_push_together.moc"
